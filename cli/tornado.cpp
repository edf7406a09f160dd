#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/options/count_bounds.hpp"
#include "cli/options/format_options.hpp"
#include "cli/options/input_options.hpp"
#include "cli/options/study_options.hpp"
#include "models/text/whole_number.hpp"
#include "reports/documents/comparisons/assumption_tornado.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"
#include "studies/exit_code.hpp"
#include "studies/say.hpp"
#include "studies/tornado_trials.hpp"

namespace cli {
namespace {

const CLI::Validator none_or_enough(
    [](std::string& text) -> std::string {
      const auto draws = models::whole_number(text);
      const bool fits =
          draws && (*draws == 0 || (*draws >= analysis::fewest_draws && *draws <= most_draws));
      return fits ? ""
                  : fmt::format("expected 0, or {} to {}, found {}", analysis::fewest_draws,
                                most_draws, text);
    },
    "");

const Manual manual = {
    "Which number should we go and measure first?",
    R"(  uitwijk tornado scenarios/kpn-2019.yaml                of a scenario
  uitwijk tornado --threat DR-20@rotterdam -n 50         of a threat of the catalogue
  uitwijk tornado --threat DR-30 --uncertain 0           one at a time only, which is quicker
  uitwijk tornado --threat DR-01 --format csv --grid all for a spreadsheet
)",
    R"(Every assumption of the world, the catalogue and the scenario is moved: groups of numbers that
stand on one assumption, and single numbers with a range (docs/formats/assumptions.md). First each
alone, to the 5th and the 95th percentile of its range, with the others as they stand and the same
random numbers in all; the result is extra lost callers, and the bars are ranked by their swing.
Then all of them are drawn together, as by 'uitwijk run --uncertain': how far the result spreads,
and which share of that variance each assumption explains by itself. A number that is set with --set
or by a measure loses its range; a factor of a group still moves it.

The first part takes 1 + 2 x assumptions trials of -n replications, the second --uncertain trials.

Exit codes:
  0  done
  1  our fault
  2  wrong usage
  3  invalid input: every problem as file:line:column: message
  5  some replications failed and are left out
  130, 143  interrupted; what is finished is shown)"};

class TornadoCommand : public Command {
public:
  explicit TornadoCommand(CLI::App& program) : Command(program, "tornado", manual) {
    add_study_options(app(), study_);
    app()
        .add_option("-n,--replications", replications_, "Of each trial, at least 2 [20]")
        ->check(paired_bounds)
        ->option_text("N");
    app()
        .add_option("--uncertain", draws_, "Draws of all together, at least 4; 0: none [100]")
        ->check(none_or_enough)
        ->option_text("N");
    app()
        .add_option("-j,--jobs", jobs_, "Processes at a time [one per core]")
        ->check(job_bounds)
        ->option_text("J");
    format_.add_to(app());
  }

  int operator()() override {
    if (!format_.accepts(reports::assumption_grids()))
      return studies::exit_code::wrong_usage;
    const analysis::Criteria criteria = criteria_of(study_.year.criteria);
    studies::TornadoQuestion question{
        study_, {study_.seed, 0, replications_, jobs_, {}, 0}, draws_};
    const studies::TornadoAnswer answer = [&] {
      ProgressBar bar(language(), progress());
      return studies::tornado(question, bar.follow());
    }();
    const int shown = answer.base.empty() ? studies::exit_code::done : show(answer, criteria);
    if (answer.failed > 0)
      studies::say(
          "{}\n", reports::planning_text("plan.failed", language(), reports::Count(answer.failed)));
    if (answer.signal != 0)
      return studies::exit_code::interrupted(answer.signal);
    return answer.failed > 0 ? studies::exit_code::partial : shown;
  }

private:
  int show(const studies::TornadoAnswer& answer, const analysis::Criteria& criteria) const {
    const analysis::Tornado tornado =
        analysis::tornado_of(answer.base.front(), answer.ends, criteria);
    const analysis::VarianceShares shares = answer.shares(criteria, study_.seed);
    const reports::AssumptionTornado told{answer.assumptions, tornado, shares, replications_,
                                          study_.seed};
    const std::vector<std::string> head = head_of(answer, criteria);
    return format_.show(
        {.document =
             [&](reports::Names) { return reports::assumption_document(told, head, language()); },
         .json =
             [&] {
               auto out = reports::assumption_json(told);
               out["head"] = head;
               return out;
             }},
        json(), quiet(), language());
  }

  std::vector<std::string> head_of(const studies::TornadoAnswer& answer,
                                   const analysis::Criteria& criteria) const {
    const analysis::Row& base = answer.base.front();
    const analysis::Extent extent{base.asked, base.replications.size(), 1, 0};
    reports::HeadFacts facts =
        reports::head_facts(answer.base, criteria, extent, reports::Intervals::chance);
    facts.intervals = answer.drawn.empty() ? reports::Intervals::chance : reports::Intervals::both;
    facts.today = day_of("");
    return reports::document_head(facts, language());
  }

  studies::StudyReader study_;
  std::uint64_t replications_ = 20, draws_ = 100;
  int jobs_ = studies::cores_here();
  FormatOptions format_;
};

}  // namespace

std::unique_ptr<Command> make_tornado(CLI::App& program) {
  return std::make_unique<TornadoCommand>(program);
}

}  // namespace cli
