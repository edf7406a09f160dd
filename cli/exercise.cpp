#include <fmt/format.h>

#include <cmath>

#include "cli/command.hpp"
#include "cli/options/count_bounds.hpp"
#include "cli/options/file_endings.hpp"
#include "cli/options/format_options.hpp"
#include "cli/options/study_options.hpp"
#include "cli/written.hpp"
#include "models/text/printed.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/documents/exercise_result.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/words/words.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"
#include "studies/conduct.hpp"
#include "studies/exercise_trials.hpp"
#include "studies/exit_code.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/say.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

class ExerciseCommand : public Command {
public:
  explicit ExerciseCommand(CLI::App& program) : Command(program, "exercise") {
    question_.jobs = studies::cores_here();
    app().add_option("FILE", file_, "What was observed")->required()->option_text("FILE.yaml");
    app().add_option("MODEL", model_, "The folder of the world")->option_text("FOLDER");
    app()
        .add_option("-n,--replications", question_.replications, "Of each world, at least 2 [200]")
        ->check(paired_bounds)
        ->option_text("N");
    app()
        .add_option("-j,--jobs", question_.jobs, "Processes at a time [one per core]")
        ->check(job_bounds)
        ->option_text("J");
    app()
        .add_option("--seed", question_.seed, "All chance comes from it [1]")
        ->check(seed_bounds)
        ->option_text("S");
    app()
        .add_option("--prior-weight", question_.prior_weight,
                    "Exercises that the model's own clocks count for [1]")
        ->check(CLI::Range(0.01, 1000.0))
        ->option_text("W");
    app()
        .add_option("--save", save_, "Write the clocks as an overlay, mode 0600")
        ->check(ends_in(".yaml"))
        ->option_text("FILE.yaml");
    app()
        .add_option("--as", as_, "Which clocks --save writes [updated]")
        ->check(CLI::IsMember({"updated", "observed"}))
        ->needs("--save")
        ->option_text("updated|observed");
    add_world_options(app(), world_);
    format_.add_to(app());
  }

  int operator()() override {
    studies::require_there(file_);
    const fs::path folder = studies::given_or_shipped(model_, "models/netherlands");
    const models::World world =
        models::read_world(folder, world_.settings(), world_.overlays()).world;
    const auto exercise = scenarios::read_exercise(file_, world);
    if (!format_.accepts(reports::exercise_grids(exercise, world)))
      return studies::exit_code::wrong_usage;
    if (!save_.empty())
      results::check_new(save_);
    const analysis::ExerciseResult result = [&] {
      auto bar = progress_bar();
      return studies::try_exercise(folder, world_, exercise, question_, bar.follow());
    }();
    if (result.signal != 0)
      return studies::exit_code::interrupted(result.signal);
    const int shown = tell(exercise, result);
    save(exercise, result);
    return shown;
  }

private:
  int tell(const scenarios::Exercise& exercise, const analysis::ExerciseResult& result) const {
    return format_.show({.document =
                             [&](reports::Names) {
                               return exercise_document(exercise, result, question_, language());
                             },
                         .json =
                             [&] {
                               return reports::marked(
                                   reports::exercise_json(exercise, result, question_), language());
                             },
                         .text =
                             [&] {
                               return models::printed([&](std::ostream& out) {
                                 reports::print_exercise(out, exercise, result, question_,
                                                         language());
                               });
                             }},
                        json(), quiet(), language());
  }

  void save(const scenarios::Exercise& exercise, const analysis::ExerciseResult& result) const {
    if (save_.empty())
      return;
    const bool observed = as_ == "observed";
    results::write_new(
        save_, observed ? analysis::overlay_of(result.observed, exercise.kind, exercise.source)
                        : analysis::overlay_of(result.updated, "derived",
                                               exercise.source + ", with the model's own clock"));
    if (!quiet())
      say_written(save_, language());
  }

  std::string file_, model_, save_, as_ = "updated";
  analysis::ExerciseQuestion question_;
  studies::WorldReader world_;
  FormatOptions format_;
};

}  // namespace

std::unique_ptr<Command> make_exercise(CLI::App& program) {
  return std::make_unique<ExerciseCommand>(program);
}

}  // namespace cli
