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
#include "reports/words/words.hpp"
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

class TornadoCommand : public Command {
public:
  explicit TornadoCommand(CLI::App& program) : Command(program, "tornado") {
    add_study_options(app(), study_);
    need_no_year_for_criteria(app());
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
      auto bar = progress_bar();
      return studies::tornado(question, bar.follow());
    }();
    const int shown = answer.base.empty() ? studies::exit_code::done : show(answer, criteria);
    if (answer.failed > 0)
      studies::say(
          "{}\n", reports::planning_text("plan.failed", language(), reports::Count(answer.failed)));
    if (answer.signal != 0) {
      if (progress() != studies::Progress::none)
        studies::say("{}: {}\n", reports::word("interrupted", language()),
                     reports::word_text("assumptions_of", language(), answer.ends.size(),
                                        reports::Count(answer.assumptions.size())));
      return studies::exit_code::interrupted(answer.signal);
    }
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
    facts.intervals =
        answer.drawn.empty() ? reports::Intervals::chance : reports::Intervals::told_below;
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
