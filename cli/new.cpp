#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/written.hpp"
#include "models/text/file_reader.hpp"
#include "models/text/reading.hpp"
#include "reports/skeletons/skeletons.hpp"
#include "reports/words/explain_words.hpp"
#include "results/json_text.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"
#include "results/schemas.hpp"
#include "studies/begin/new_file.hpp"
#include "studies/exit_code.hpp"
#include "studies/say.hpp"

namespace cli {
namespace {

class New : public Command {
public:
  explicit New(CLI::App& program) : Command(program, "new") {
    app()
        .add_option("KIND", kind_, fmt::format("{}", fmt::join(reports::skeleton_words(), ", ")))
        ->required()
        ->option_text("REQUIRED");
    app()
        .add_option("NAME", name_, "Of the file, NAME.yaml; of a world its folder")
        ->required()
        ->option_text("REQUIRED");
    app()
        .add_option("--world", world_,
                    "Of a scenario, campaign or exercise: its world\n"
                    "[models/netherlands]")
        ->option_text("FOLDER");
    app().add_flag("--overwrite", overwrite_, "Replace a file that is there");
  }

  int operator()() override {
    const studies::NewFile made = studies::new_file(kind_, name_, world_);
    const std::string text = reports::skeleton(kind_, made.fill);
    write(made.file, text);
    if (json())
      std::cout << results::json_text({{"schema", name_of(results::Schema::made)},
                                       {"written", made.file.string()},
                                       {"next", made.next}});
    else if (!quiet())
      tell(made);
    return studies::exit_code::done;
  }

private:
  void write(const std::filesystem::path& file, const std::string& text) const {
    if (!overwrite_ && models::is_there(file))
      models::refuse({file.string(), 0, 0}, "is there already: --overwrite replaces it");
    if (file.has_parent_path())
      std::filesystem::create_directories(file.parent_path());
    if (!overwrite_)
      return results::write_new(file, text);
    results::check_replaceable(file);
    results::PartFile part(file);
    part.append(text);
    part.commit();
  }

  void tell(const studies::NewFile& made) const {
    say_written(made.file.string(), language());
    for (const std::string& command : made.next)
      studies::say("{}\n", reports::explain_text("next", language(), command));
  }

  std::string kind_, name_, world_;
  bool overwrite_ = false;
};

}  // namespace

std::unique_ptr<Command> make_new(CLI::App& program) {
  return std::make_unique<New>(program);
}

}  // namespace cli
