#include "reports/documents/branch_result.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "reports/documents/document_head.hpp"
#include "reports/formats/cells.hpp"
#include "reports/formats/csv_line.hpp"
#include "reports/words/branch_words.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"

namespace reports {
namespace {

using analysis::BranchFuture;
using analysis::Estimate;

constexpr std::size_t most_groups_told = 6;
constexpr double told_from_min = 1;

class BranchTeller {
public:
  BranchTeller(const analysis::BranchTrials& trials, const analysis::BranchQuestion& question,
               Language language)
      : trials_(trials), question_(question), language_(language), numbers_(language) {}

  std::vector<std::string> head() const {
    std::vector<std::string> out = {marking_line(trials_.rubricering, language_),
                                    branch_word("purpose", language_),
                                    say("asked", Count(question_.replications), question_.seed)};
    if (!trials_.background.empty())
      out.push_back(word_text("laid_over", language_, trials_.background));
    for (const BranchFuture& future : trials_.futures)
      if (future.finished < question_.replications)
        out.push_back(
            say("unfinished", future.label(), future.finished, Count(question_.replications)));
    if (!trials_.not_begun.empty())
      out.push_back(say("not_begun", fmt::format("{}", fmt::join(trials_.not_begun, ", "))));
    return out;
  }

  /// One for each measure, so that none is wider than a page: the option, and less waiting.
  std::vector<Grid> options() const {
    return {lost(), measured("late", say("late"), late_),
            measured("late_help", say("late_help"), trials_.measure("late_help")), answered()};
  }

  /// No rows when nobody does. Of an option only whom it moves.
  Grid who_is_short() const {
    Grid out;
    out.name = "short";
    out.title = say("short");
    out.headings = {say("option"), say("minutes_short"), than()};
    for (const std::size_t group : groups_to_tell()) {
      out.group(trials_.groups[group]);
      out.rows.push_back({"  " + first(), minutes(trials_.short_min(0, group)), Cell()});
      for (std::size_t i = 1; i < trials_.futures.size(); ++i)
        if (const Estimate less = trials_.short_difference(i, group); !is_exactly_zero(less))
          out.rows.push_back({"  " + trials_.futures[i].label(),
                              minutes(trials_.short_min(i, group)), minutes(less, true)});
    }
    out.notes = {say("short_how")};
    if (const std::size_t more = groups_short().size() - groups_to_tell().size(); more > 0)
      out.notes.push_back(say("short_more", Count(more)));
    return out;
  }

  /// No rows when every option has one moment.
  Grid earlier() const {
    Grid out;
    out.name = "earlier";
    out.title = say("earlier");
    out.headings = {say("option"), say("earlier_lost"), say("earlier_late")};
    for (const auto& [early, late] : trials_.earlier_and_later())
      out.rows.push_back({say("earlier_row", trials_.futures[early].option,
                              trials_.futures[early].moment, trials_.futures[late].moment),
                          number(trials_.difference(late, lost_, early), lost_, true),
                          number(trials_.difference(late, late_, early), late_, true)});
    return out;
  }

private:
  template <class... Value>
  std::string say(std::type_identity_t<Form<branch_phrases, Value...>> form,
                  const Value&... value) const {
    return form.filled(language_, value...);
  }
  std::string first() const { return trials_.futures.front().label(); }
  std::string than() const { return say("than", trials_.futures.front().option); }
  Cell number(const Estimate& estimate, std::size_t measure, bool sign = false) const {
    return estimate_cell(estimate, trials_.measures[measure].unit, question_.replications, numbers_,
                         sign);
  }
  Cell minutes(const Estimate& estimate, bool sign = false) const {
    return estimate_cell(estimate, analysis::Unit::minutes, question_.replications, numbers_, sign);
  }

  static bool is_exactly_zero(const Estimate& estimate) {
    return estimate.low == 0 && estimate.mean == 0 && estimate.high == 0;
  }

  /// Without a title: the tables of the options stand below the first one's.
  Grid measured(const std::string& name, const std::string& heading, std::size_t measure) const {
    Grid out;
    out.name = name;
    out.headings = {say("option"), heading, than()};
    for (std::size_t i = 0; i < trials_.futures.size(); ++i)
      out.rows.push_back({trials_.futures[i].label(), number(trials_.estimate(i, measure), measure),
                          i == 0 ? Cell() : number(trials_.difference(i, measure), measure, true)});
    return out;
  }

  Grid answered() const {
    const std::size_t p90 = trials_.measure("answer_delay_p90_s");
    Grid out = measured("p90", say("p90"), p90);
    for (std::size_t i = 0; i < trials_.futures.size() && out.notes.empty(); ++i)
      if (trials_.estimate(i, p90).n_infinite > 0)
        out.notes = {say("p90_never")};
    return out;
  }

  Grid lost() const {
    Grid out = measured("options", say("lost"), lost_);
    out.title = say("options");
    out.headings.push_back(say("hindsight_share"));
    for (std::size_t i = 0; i < trials_.futures.size(); ++i)
      out.rows[i].push_back(i == 0 ? Cell() : hindsight(trials_.futures[i]));
    out.notes = {trials_.has_twin ? say("how", first()) : say("how_alone", first())};
    if (trials_.has_twin && is_below_zero())
      out.notes.push_back(say("below_zero"));
    for (std::size_t i = 1; i < trials_.futures.size(); ++i)
      out.notes.push_back(verdict(i));
    for (const BranchFuture& future : trials_.futures)
      add_warnings(future, out.notes);
    if (!trials_.somebody_knows())
      out.notes.push_back(say("nobody"));
    return out;
  }

  Cell hindsight(const BranchFuture& future) const {
    const std::size_t decided = future.decided();
    const double share =
        trials_.somebody_knows() && decided > 0
            ? static_cast<double>(future.hindsight()) / static_cast<double>(decided)
            : analysis::undefined;
    return number_cell(share, numbers_, analysis::Unit::share);
  }

  /// Fewer lost than in the twin, of some option.
  bool is_below_zero() const {
    for (std::size_t i = 0; i < trials_.futures.size(); ++i)
      if (trials_.estimate(i, lost_).high < 0)
        return true;
    return false;
  }

  /// No measure, in no replication; a number that does not exist is no other one.
  bool changes_nothing(std::size_t i) const {
    const auto is_same = [](double a, double b) {
      return a == b || (std::isnan(a) && std::isnan(b));
    };
    return std::ranges::equal(trials_.futures[i].values, trials_.futures.front().values,
                              [&](const auto& here, const auto& there) {
                                return std::ranges::equal(here, there, is_same);
                              });
  }

  std::string verdict(std::size_t i) const {
    const std::string one = trials_.futures[i].label(), other = first();
    if (changes_nothing(i))
      return say("equal", one, other);
    const Estimate difference = trials_.difference(i, lost_);
    const std::string by = number(difference, lost_, true).text;
    if (difference.high < 0)
      return say("better", one, other, by);
    return difference.low > 0 ? say("worse", one, other, by) : say("same", one, other, by);
  }

  void add_warnings(const BranchFuture& future, std::vector<std::string>& notes) const {
    const std::size_t all = future.finished, decided = future.decided();
    if (future.moment.empty())
      return;
    if (future.hindsight() > 0 && trials_.somebody_knows())
      notes.push_back(say("hindsight", future.label(), future.hindsight(), decided));
    if (decided < all)
      notes.push_back(say("never", future.label(), all - decided, all));
  }

  std::vector<std::size_t> groups_to_tell() const {
    std::vector<std::size_t> out = groups_short();
    out.resize(std::min(out.size(), most_groups_told));
    return out;
  }

  /// By how much in their worst future.
  std::vector<std::size_t> groups_short() const {
    std::vector<double> most(trials_.groups.size());
    for (std::size_t g = 0; g < most.size(); ++g)
      for (std::size_t i = 0; i < trials_.futures.size(); ++i)
        most[g] = std::fmax(most[g], trials_.short_min(i, g).mean);
    std::vector<std::size_t> out(most.size());
    std::iota(out.begin(), out.end(), std::size_t{0});
    std::ranges::stable_sort(out, std::greater<>(), [&](std::size_t g) { return most[g]; });
    std::erase_if(out, [&](std::size_t g) { return most[g] < told_from_min; });
    return out;
  }

  const analysis::BranchTrials& trials_;
  const analysis::BranchQuestion& question_;
  Language language_;
  Numbers numbers_;
  std::size_t lost_ = trials_.measure("extra_lost_callers"),
              late_ = trials_.measure("late_callers");
};

CsvLine csv_line(const analysis::BranchTrials& trials, std::size_t i, const std::string& name,
                 const Estimate& seen, const Estimate& less) {
  const BranchFuture& future = trials.futures[i];
  CsvLine line;
  line.text("option", future.option);
  line.text("moment", future.moment);
  line.text("after", future.after ? trials.futures[*future.after].label() : "");
  line.text("measure", name);
  line.number("mean", seen.mean);
  line.number("ci95_low", seen.low);
  line.number("ci95_high", seen.high);
  line.number("difference", less.mean);
  line.number("difference_low", less.low);
  line.number("difference_high", less.high);
  line.number("n", static_cast<double>(seen.n_defined));
  line.number("decided", static_cast<double>(future.decided()));
  line.number("hindsight", trials.somebody_knows() ? static_cast<double>(future.hindsight())
                                                   : analysis::undefined);
  return line;
}

Grid lines_of(const analysis::BranchTrials& trials) {
  std::vector<CsvLine> lines;
  for (std::size_t i = 0; i < trials.futures.size(); ++i) {
    for (std::size_t m = 0; m < trials.measures.size(); ++m)
      lines.push_back(csv_line(trials, i, trials.measures[m].name, trials.estimate(i, m),
                               i == 0 ? Estimate{} : trials.difference(i, m)));
    for (std::size_t g = 0; g < trials.groups.size(); ++g)
      if (const Estimate seen = trials.short_min(i, g); seen.mean != 0)
        lines.push_back(csv_line(trials, i, "short_min." + trials.groups[g], seen,
                                 i == 0 ? Estimate{} : trials.short_difference(i, g)));
  }
  return grid_of("all", lines);
}

}  // namespace

Document branch_document(const analysis::BranchTrials& trials,
                         const analysis::BranchQuestion& question, Language language) {
  if (trials.futures.empty())
    return {trials.scenario, {branch_word("purpose", language)}, {}};
  const BranchTeller teller(trials, question, language);
  Document out{trials.scenario, teller.head(), teller.options()};
  for (Grid& grid : std::vector<Grid>{teller.who_is_short(), teller.earlier()})
    if (!grid.rows.empty())
      out.grids.push_back(std::move(grid));
  out.grids.push_back(lines_of(trials));
  return out;
}

std::vector<std::string> branch_grids() {
  return {"options", "late", "late_help", "p90", "short", "earlier", "all", "course"};
}

}  // namespace reports
