#include <fmt/format.h>

#include <stdexcept>

#include "cli/command.hpp"
#include "cli/options/count_bounds.hpp"
#include "cli/options/format_options.hpp"
#include "cli/options/study_options.hpp"
#include "models/text/printed.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/documents/sweep_result.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"
#include "studies/conduct.hpp"
#include "studies/exit_code.hpp"
#include "studies/say.hpp"
#include "studies/sweep_trials.hpp"

namespace cli {
namespace {

/// A check for CLI11 out of a parser that throws.
template <class Parse>
auto check_with(Parse parse) {
  return [parse](const std::string& text) -> std::string {
    try {
      parse(text);
      return "";
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
  };
}

class SweepCommand : public Command {
public:
  explicit SweepCommand(CLI::App& program) : Command(program, "sweep") {
    add_study_options(app(), study_);
    app()
        .add_option("--vary", vary_, "What to vary and between which values")
        ->required()
        ->check(check_with([](const std::string& text) { analysis::SweepRange{text}; }))
        ->option_text("PATH=LO..HI");
    app()
        .add_option("--until", until_, "A criterion like 'difference.lost_callers<=10'")
        ->check(check_with(analysis::parse_requirement))
        ->option_text("CRITERION");
    app()
        .add_option("--by", by_, "What must hold: the interval's end or the mean [interval]")
        ->check(CLI::IsMember({"interval", "mean"}))
        ->option_text("interval|mean");
    app()
        .add_option("--show", shown_, "Which numbers, named as in --until")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(check_with(analysis::parse_measure_name))
        ->option_text("A,B");
    app()
        .add_option("-n,--replications", replications_, "Of each value, at least 2 [50]")
        ->check(paired_bounds)
        ->option_text("N");
    app()
        .add_option("-j,--jobs", jobs_, "Processes at a time [one per core]")
        ->check(job_bounds)
        ->option_text("J");
    format_.add_to(app());
  }

  int operator()() override {
    if (!format_.accepts(reports::sweep_grids()))
      return studies::exit_code::wrong_usage;
    const analysis::SweepQuestion question = ask();
    try {
      const analysis::SweepResult result = [&] {
        auto bar = progress_bar();
        return studies::sweep(study_, question, bar.follow());
      }();
      return show(question, result);
    } catch (const std::invalid_argument& error) {
      studies::say("uitwijk: {}\n", error.what());
      return studies::exit_code::wrong_usage;
    }
  }

private:
  analysis::SweepQuestion ask() {
    const scenarios::ScenarioInWorld base =
        study_.read();  // saved, when asked for, before it is varied
    study_.save.clear();
    analysis::SweepQuestion out{
        analysis::SweepRange(vary_), {}, by_ == "interval", {}, replications_, study_.seed, jobs_};
    if (!until_.empty())
      out.until = analysis::parse_requirement(until_);
    auto names = shown_;
    if (names.empty()) {
      const bool has_threats = !base.scenario.threats.empty();
      names = {has_threats ? "difference.lost_callers" : "lost_callers", "delayed_callers",
               "answer_delay_p90_s"};
      if (out.until)
        names.insert(names.begin(), out.until->name.text);
    }
    for (const std::string& name : names)
      if (std::none_of(out.shown.begin(), out.shown.end(),
                       [&](const auto& known) { return known.text == name; }))
        out.shown.push_back(analysis::parse_measure_name(name));
    return out;
  }

  int show(const analysis::SweepQuestion& question, const analysis::SweepResult& result) const {
    const int shown = tell(question, result);
    std::size_t failed = 0;
    for (const analysis::SweepPoint& point : result.points)
      failed += point.failed;
    return ended(failed, result.wall_s, result.signal, shown);
  }

  int tell(const analysis::SweepQuestion& question, const analysis::SweepResult& result) const {
    return format_.show(
        {.document =
             [&](reports::Names) { return reports::sweep_document(question, result, language()); },
         .json = [&] { return reports::marked(reports::sweep_json(question, result), language()); },
         .text =
             [&] {
               return models::printed([&](std::ostream& out) {
                 if (!result.points.empty())
                   reports::print_sweep(out, question, result, language());
               });
             }},
        json(), quiet(), language());
  }

  studies::StudyReader study_;
  std::string vary_, until_, by_ = "interval";
  std::vector<std::string> shown_;
  std::uint64_t replications_ = 50;
  int jobs_ = studies::cores_here();
  FormatOptions format_;
};

}  // namespace

std::unique_ptr<Command> make_sweep(CLI::App& program) {
  return std::make_unique<SweepCommand>(program);
}

}  // namespace cli
