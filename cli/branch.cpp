#include <optional>
#include <stdexcept>

#include "cli/command.hpp"
#include "cli/options/count_bounds.hpp"
#include "cli/options/file_endings.hpp"
#include "cli/options/format_options.hpp"
#include "cli/options/study_options.hpp"
#include "cli/written.hpp"
#include "reports/documents/branch_course.hpp"
#include "reports/documents/branch_result.hpp"
#include "reports/formats/render.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"
#include "results/result_file.hpp"
#include "studies/branch_files.hpp"
#include "studies/branch_trials.hpp"
#include "studies/conduct.hpp"
#include "studies/exit_code.hpp"
#include "studies/option_setting.hpp"
#include "studies/say.hpp"

namespace cli {
namespace {

/// Only its form: what it says is judged with the world.
std::string check_option(const std::string& text) {
  try {
    studies::option_setting(text, {});
  } catch (const std::invalid_argument& error) {
    return error.what();
  } catch (const models::InvalidInput&) {
  }
  return "";
}

class BranchCommand : public Command {
public:
  explicit BranchCommand(CLI::App& program) : Command(program, "branch") {
    add_study_options(app(), study_, "--onset");
    app()
        .add_option("--at", study_.branch.at, "When it is decided; several times: at each of them")
        ->allow_extra_args(false)
        ->option_text("MOMENT");
    app()
        .add_option("--option", study_.branch.options,
                    "What is decided, beside the file's branches; repeatable")
        ->allow_extra_args(false)
        ->check(check_option)
        ->option_text("NAME=WHAT");
    app()
        .add_option("-n,--replications", question_.replications, "Of each option, at least 2 [100]")
        ->check(paired_bounds)
        ->option_text("N");
    question_.jobs = studies::cores_here();
    app()
        .add_option("-j,--jobs", question_.jobs, "Processes at a time [one per core]")
        ->check(job_bounds)
        ->option_text("J");
    app()
        .add_option("--replication", replication_,
                    "Tell this one, event by event, under all options side by side")
        ->check(place_bounds)
        ->excludes("--replications")
        ->option_text("K");
    app()
        .add_option("-o,--output", output_,
                    "Keep each option and moment in a file, FILE-OPTION-MOMENT.h5")
        ->check(ends_in(".h5"))
        ->excludes("--replication")
        ->option_text("FILE.h5");
    format_.add_to(app());
  }

  int operator()() override {
    if (!format_.accepts(reports::branch_grids()))
      return studies::exit_code::wrong_usage;
    question_.seed = study_.seed;
    const studies::Branches branches(study_);
    for (std::size_t i = 0; i < branches.size() && !output_.empty(); ++i)
      results::check_writable(studies::file_of_future(output_, branches.named(i)));
    return replication_ ? trace(branches) : compare(branches);
  }

private:
  int compare(const studies::Branches& branches) {
    std::vector<std::string> written;
    studies::Asked asked = study_.asked();
    asked.replications = question_.replications;
    std::exception_ptr unwritten;  // the figures are shown all the same
    const studies::OnFuture save = [&](const auto& future, const auto& input, auto& study) {
      if (output_.empty() || unwritten)
        return;
      try {
        written.push_back(studies::write_future(output_, asked, input, future, study));
      } catch (const std::exception&) {
        unwritten = std::current_exception();
      }
    };
    const analysis::BranchTrials trials = run(branches, save);
    const int shown =
        format_.show({.document =
                          [&](reports::Names) {
                            return reports::branch_document(trials, question_, language());
                          },
                      .json = [&] { return reports::branch_json(trials, question_, language()); }},
                     json(), quiet(), language());
    for (const std::string& file : written)
      if (!quiet())
        say_written(file, language());
    if (unwritten)
      std::rethrow_exception(unwritten);
    return end_of(trials, shown);
  }

  int trace(const studies::Branches& branches) {
    question_.first = *replication_;
    question_.replications = 1;
    std::vector<reports::ToldFuture> futures;
    const analysis::BranchTrials trials =
        run(branches, [&](const auto& future, const auto& input, auto& study) {
          if (!study.replications.empty())
            futures.push_back({future.label(), future.at_s.front(), input, study.dimensions,
                               std::move(study.replications.front())});
        });
    const auto told = [&](reports::Names names) {
      return reports::branch_course(futures, names, language());
    };
    const int shown =
        futures.empty()
            ? studies::exit_code::partial
            : format_.show(
                  {.document = told,
                   .json = [&] { return reports::document_json(told(reports::Names::full)); }},
                  json(), quiet(), language());
    return end_of(trials, shown);
  }

  analysis::BranchTrials run(const studies::Branches& branches, const studies::OnFuture& use) {
    auto bar = progress_bar();
    return studies::try_branches(branches, question_, bar.follow(), use);
  }

  int end_of(const analysis::BranchTrials& trials, int shown) const {
    std::size_t failed = 0;
    for (const analysis::BranchFuture& future : trials.futures) {
      failed += future.failures.size();
      for (const results::Study::Failure& failure : future.failures)
        studies::say("{}: {} {}: {}\n", future.label(),
                     reports::word("replication_failed", language()), failure.replication,
                     failure.reason);
    }
    return ended(failed, trials.wall_s, trials.signal, shown);
  }

  studies::StudyReader study_;
  analysis::BranchQuestion question_;
  std::optional<std::uint64_t> replication_;
  std::string output_;
  FormatOptions format_;
};

}  // namespace

std::unique_ptr<Command> make_branch(CLI::App& program) {
  return std::make_unique<BranchCommand>(program);
}

}  // namespace cli
