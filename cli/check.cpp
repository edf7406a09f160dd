#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/options/study_options.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"
#include "results/json_text.hpp"
#include "results/schemas.hpp"
#include "studies/check_file.hpp"
#include "studies/exit_code.hpp"
#include "studies/say.hpp"

namespace cli {
namespace {

class Check : public Command {
public:
  explicit Check(CLI::App& program) : Command(program, "check") {
    app()
        .add_option("FILE", files_,
                    "World folders and every file that people write: of a world,\n"
                    "scenarios, catalogues, criteria, registers, records, exercises")
        ->required()
        ->option_text("REQUIRED ...");
    add_world_options(app(), world_);
  }

  int operator()() override {
    studies::Findings found;
    for (const std::string& file : files_)
      studies::check_file(file, world_, found);
    if (json())
      print_json(found);
    else
      for (const models::Problem& problem : found.problems)
        std::cout << models::to_string(problem) << '\n';
    if (!quiet())
      tell(found);
    return found.problems.empty() ? studies::exit_code::done : studies::exit_code::invalid_input;
  }

private:
  void tell(const studies::Findings& found) const {
    for (const models::Warning& warning : found.warnings)
      studies::say("{}\n", to_string(warning));
    studies::say("{}\n", reports::word_text("checked", language(), files_.size(),
                                            reports::Count(found.problems.size())));
  }

  template <class Said>
  static nlohmann::ordered_json list_of(const std::vector<Said>& all) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Said& one : all) {
      list.push_back({{"file", one.mark.file},
                      {"line", one.mark.line},
                      {"column", one.mark.column},
                      {"message", one.message}});
      if constexpr (std::is_same_v<Said, models::Warning>)
        list.back()["name"] = one.name;
    }
    return list;
  }

  void print_json(const studies::Findings& found) const {
    const nlohmann::ordered_json document = {{"schema", name_of(results::Schema::check)},
                                             {"checked", files_},
                                             {"problems", list_of(found.problems)},
                                             {"warnings", list_of(found.warnings)}};
    std::cout << results::json_text(document);
  }

  std::vector<std::string> files_;
  studies::WorldReader world_;
};

}  // namespace

std::unique_ptr<Command> make_check(CLI::App& program) {
  return std::make_unique<Check>(program);
}

}  // namespace cli
