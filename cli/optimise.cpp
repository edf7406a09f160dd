#include "cli/command.hpp"
#include "cli/options/count_bounds.hpp"
#include "cli/options/file_endings.hpp"
#include "cli/options/format_options.hpp"
#include "cli/options/loss_options.hpp"
#include "cli/options/study_options.hpp"
#include "cli/written.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/documents/optimise_result.hpp"
#include "reports/words/optimise_words.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"
#include "studies/conduct.hpp"
#include "studies/exit_code.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/optimise/optimise_trials.hpp"
#include "studies/say.hpp"

namespace cli {
namespace {

class Optimise : public Command {
public:
  explicit Optimise(CLI::App& program) : Command(program, "optimise") {
    app().add_option("MODEL", model_, "The folder of the world")->option_text("FOLDER");
    add_loss_options(app(), asked_.question.loss);
    add_search();
    add_limits();
    add_runs();
    app()
        .add_option("-o,--output", output_, "Keep the answer as an overlay for --with")
        ->check(ends_in(".yaml"))
        ->option_text("FILE.yaml");
    format_.add_to(app());
    add_world_options(app(), asked_.world);
    add_measure_options(app(), asked_.world);
  }

  int operator()() override {
    asked_.folder = studies::given_or_shipped(model_, "models/netherlands");
    asked_.question.objective =
        objective_ == "worst" ? analysis::Objective::worst : analysis::Objective::expected;
    if (!format_.accepts(reports::optimise_grids()))
      return studies::exit_code::wrong_usage;
    if (!output_.empty())
      results::check_writable(output_, "takeover_plans:");
    const analysis::OptimiseTrials trials = [&] {
      auto bar = progress_bar();
      return studies::optimise(asked_, bar.follow());
    }();
    const int shown = show(trials);
    write(trials);
    return ended(trials.failed + trials.valued.failed(), trials.wall_s, trials.signal, shown);
  }

private:
  void add_search() {
    analysis::OptimiseQuestion& question = asked_.question;
    app()
        .add_option("--objective", objective_, "Lost callers: the mean over rooms, or the worst")
        ->check(CLI::IsMember({"expected", "worst"}))
        ->option_text("expected|worst");
    app()
        .add_option("--budget", question.budget, "Replications that the search may spend [20000]")
        ->check(replication_bounds)
        ->option_text("N");
    app()
        .add_option("--confidence", question.rule.confidence,
                    "That a step chooses the best of its lists [0.95]")
        ->check(CLI::Range(0.5, 0.999))
        ->option_text("SHARE");
    app()
        .add_option("--indifference", question.rule.indifference,
                    "Lost callers a loss that are not worth finding [1]")
        ->check(CLI::Range(0.001, 1e6))
        ->option_text("LOST");
    app()
        .add_option("--rounds", asked_.rounds,
                    "Keep finished rounds here, and go on from those that\nstand in it")
        ->check(ends_in(".json"))
        ->option_text("FILE.json");
  }

  void add_limits() {
    analysis::OptimiseQuestion& question = asked_.question;
    app()
        .add_option("--within", question.within_km, "Only partners within so many kilometres")
        ->check(CLI::Range(0.0, 20'000.0))
        ->option_text("KM");
    app()
        .add_option(
            "--rehearse", question.rehearsal_price,
            "Pairs may rehearse when that saves so many lost\ncallers a loss; default: none")
        ->check(CLI::Range(0.0, 1e6))
        ->option_text("LOST");
    app()
        .add_option("--uncertain", question.draws,
                    "A change must be better in 9 of 10 of so many draws\nof the parameters [0]")
        ->check(CLI::Range(std::uint64_t{1}, most_draws))
        ->option_text("N");
  }

  void add_runs() {
    analysis::LossQuestion& loss = asked_.question.loss;
    loss.replications = 100;
    loss.jobs = studies::cores_here();
    app()
        .add_option("-n,--replications", loss.replications,
                    "Fresh ones of each plan under each loss, at least 2 [100]")
        ->check(paired_bounds)
        ->option_text("N");
    app()
        .add_option("-j,--jobs", loss.jobs, "Processes at a time [one per core]")
        ->check(job_bounds)
        ->option_text("J");
    app()
        .add_option("--seed", loss.seed, "All chance comes from it [1]")
        ->check(seed_bounds)
        ->option_text("S");
  }

  int show(const analysis::OptimiseTrials& trials) const {
    return format_.show(
        {.document =
             [&](reports::Names) {
               return reports::optimise_document(trials, asked_.question, language());
             },
         .json = [&] { return reports::optimise_json(trials, asked_.question, language()); }},
        json(), quiet(), language());
  }

  /// Nothing when nothing was valued.
  void write(const analysis::OptimiseTrials& trials) const {
    if (output_.empty() || !trials.is_valued())
      return;
    results::write_private(output_, reports::optimised_yaml(trials));
    if (quiet())
      return;
    say_written(output_, language());
    studies::say("{}\n", reports::optimise_text("plan_written", language(), output_,
                                                reports::optimised_plan(trials)));
  }

  std::string model_, objective_ = "expected", output_;
  studies::Optimisation asked_;
  FormatOptions format_;
};

}  // namespace

std::unique_ptr<Command> make_optimise(CLI::App& program) {
  return std::make_unique<Optimise>(program);
}

}  // namespace cli
