#include <iostream>

#include "analysis/measures/measure.hpp"
#include "cli/command.hpp"
#include "cli/options/input_options.hpp"
#include "cli/options/model_option.hpp"
#include "cli/options/study_options.hpp"
#include "reports/explained/explained.hpp"
#include "results/json_text.hpp"
#include "studies/exit_code.hpp"
#include "studies/installation/shipped_files.hpp"

namespace cli {
namespace {

class Explain : public Command {
public:
  explicit Explain(CLI::App& program) : Command(program, "explain") {
    app()
        .add_option("WORD", word_,
                    "An address, a measure, a threat's code, an effect, a class\n"
                    "(I3, K2), an exit code, or a word of the manual")
        ->required()
        ->option_text("REQUIRED");
    app()
        .add_option("MODEL", model_, "World folder or scenario that addresses are of")
        ->option_text("[models/netherlands]");
    add_world_options(app(), world_);
    add_catalogue_option(app(), catalogue_, "Where threats are");
    add_measure_file_option(app(), measure_file_, "Where measures are");
    add_criteria_option(app(), criteria_);
  }

  int operator()() override {
    const reports::Explainable all{read_model(model_, world_), catalogue_of(catalogue_),
                                   scenarios::read_measures(measure_list(), analysis::outcomes()),
                                   criteria_of(criteria_), studies::shipped_texts()};
    const auto found = reports::explain(word_, all, language());
    std::cout << (json() ? results::json_text(reports::explained_json(word_, found))
                         : reports::explained_text(found, language()));
    return studies::exit_code::done;
  }

private:
  std::filesystem::path measure_list() const {
    const auto file = studies::measure_file_of(measure_file_);
    studies::require_there(file);
    return file;
  }

  std::string word_, model_, catalogue_, measure_file_, criteria_;
  studies::WorldReader world_;
};

}  // namespace

std::unique_ptr<Command> make_explain(CLI::App& program) {
  return std::make_unique<Explain>(program);
}

}  // namespace cli
