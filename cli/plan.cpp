#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "cli/command.hpp"
#include "cli/options/count_bounds.hpp"
#include "cli/options/file_endings.hpp"
#include "cli/options/format_options.hpp"
#include "cli/options/loss_options.hpp"
#include "cli/options/study_options.hpp"
#include "cli/written.hpp"
#include "models/takeover/proposed_plan.hpp"
#include "models/text/printed.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/documents/plan_result.hpp"
#include "reports/documents/playbook.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/formats/render.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"
#include "results/result_file.hpp"
#include "results/schemas.hpp"
#include "studies/conduct.hpp"
#include "studies/exit_code.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/loss_trials.hpp"
#include "studies/say.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

class Plan : public Command {
public:
  explicit Plan(CLI::App& program) : Command(program, "plan") {
    app().add_option("MODEL", model_, "The folder of the world")->option_text("FOLDER");
    question_.jobs = studies::cores_here();
    add_question();
    app()
        .add_option("-j,--jobs", question_.jobs, "Processes at a time [one per core]")
        ->check(job_bounds)
        ->option_text("J");
    app()
        .add_option("--seed", question_.seed, "All chance comes from it [1]")
        ->check(seed_bounds)
        ->option_text("S");
    format_.add_to(app());
    app().add_flag("--list", list_, "Only say which plans the world has");
    app().add_flag("--propose", propose_, "Print a plan by maximum flow, as an overlay in YAML");
    app()
        .add_option("--draaiboek", book_.meldkamer, "Write the card for the loss of this meldkamer")
        ->option_text("ID");
    app()
        .add_option("-o,--output", output_, "Where the card goes; default: standard output")
        ->check(ends_in(".md"))
        ->needs("--draaiboek")
        ->excludes("--document")
        ->option_text("FILE.md");
    add_world_options(app(), world_);
    add_measure_options(app(), world_);
  }

  int operator()() override {
    const fs::path folder = studies::given_or_shipped(model_, "models/netherlands");
    if (list_ || propose_ || !book_.meldkamer.empty())
      return describe_plans(models::read_world(folder, world_.settings(), world_.overlays()));
    if (!format_.accepts(reports::plans_grids()))
      return studies::exit_code::wrong_usage;
    const analysis::LossTrials trials = [&] {
      auto bar = progress_bar();
      return studies::try_losses(folder, world_, question_, bar.follow());
    }();
    return ended(trials.failed(), trials.wall_s, trials.signal, show(trials));
  }

private:
  void add_question() {
    add_loss_options(app(), question_);
    app().add_flag("--pairs", question_.pairs, "Every pair of lost rooms too");
    app()
        .add_option("-n,--replications", question_.replications,
                    "Of each plan under each loss, at least 2 [50]")
        ->check(paired_bounds)
        ->option_text("N");
    app()
        .add_option("--busy", question_.strain.most_busy,
                    "Share of the time that people can be at work for\nhours: an assumption [0.8]")
        ->check(CLI::Range(0.01, 1.0))
        ->option_text("SHARE");
  }

  int describe_plans(const models::WorldModel& model) {
    if (!book_.meldkamer.empty())
      return write_book(model);
    const models::World& world = model.world;
    if (propose_) {
      const models::TakeoverPlan plan{
          "maximum_flow", "Naar draagkracht",
          "Each of the others in proportion to what it could carry alone in its worst hour.",
          models::plan_by_maximum_flow(world, models::OfferedLoad(world))};
      return propose(world, plan);
    }
    return format_.show({.document = [&](reports::Names) { return plan_list(world, language()); },
                         .json = [&] { return reports::plan_list_json(world); },
                         .text = [&] { return reports::plan_list_text(world, language()); }},
                        json(), quiet(), language());
  }

  /// As text it is an overlay for --with.
  int propose(const models::World& world, const models::TakeoverPlan& plan) const {
    const auto document = [&] { return reports::proposal_document(world, plan, language()); };
    return format_.show({.document = [&](reports::Names) { return document(); },
                         .json = [&] { return reports::document_json(document()); },
                         .text = [&] { return models::plan_as_yaml(world, plan); }},
                        json(), quiet(), language());
  }

  int write_book(const models::WorldModel& model) {
    book_.most_busy = question_.strain.most_busy;
    const auto text = [&] { return reports::playbook(model, book_, language()); };
    const auto document = [&] { return reports::playbook_document(model, book_, language()); };
    if (output_.empty())
      return format_.show({.document = [&](reports::Names) { return document(); },
                           .json = [&] { return reports::document_json(document()); },
                           .text = text},
                          json(), quiet(), language());
    results::write_private(output_, text());
    if (!quiet())
      say_written(output_, language());
    return studies::exit_code::done;
  }

  int show(const analysis::LossTrials& trials) const {
    return format_.show(
        {.document = [&](reports::Names) { return plans_document(trials, question_, language()); },
         .json =
             [&] { return reports::marked(reports::plans_json(trials, question_), language()); },
         .text =
             [&] {
               return models::printed([&](std::ostream& out) {
                 reports::print_plans(out, trials, question_, language());
               });
             }},
        json(), quiet(), language());
  }

  std::string model_, output_;
  FormatOptions format_;
  analysis::LossQuestion question_;
  reports::PlaybookQuestion book_;
  bool list_ = false, propose_ = false;
  studies::WorldReader world_;
};

}  // namespace

std::unique_ptr<Command> make_plan(CLI::App& program) {
  return std::make_unique<Plan>(program);
}

}  // namespace cli
