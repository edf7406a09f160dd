#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>

#include "reports/documents/graph/text.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/graph_words.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"

namespace reports {
namespace {

using models::Bottleneck;
using models::World;

constexpr std::size_t shown_pairs = 12, pair_width = 30;

/// Losses that do not hold under the plan, of all of them, not even if anyone may help, and in the
/// worst hour.
using Verdict = Form<graph_phrases, Count, Count, std::ptrdiff_t, Count>;

class Printer {
public:
  Printer(std::ostream& out, const World& world, Language language)
      : out_(out), world_(world), language_(language), numbers_(language) {}

  void table(const std::vector<const LostCentres*>& rows, bool with_hour) {
    std::vector<std::string> headings = {say("col.lost"),  say("col.work"),     say("col.plan"),
                                         say("col.moved"), say("col.partners"), say("col.anyone")};
    if (with_hour)
      headings.push_back(say("col.worst_hour"));
    TextTable table(headings, pair_width);
    for (const LostCentres* const row : rows) {
      table.row(cells(*row, with_hour));
      for (const models::CarriedWork& work : row->plan.work)
        if (!work.holds())
          table.heading(reason(work));
    }
    table.print(out_, bold_wanted());
  }

  /// "11 of 45 pairs do not hold ...".
  void verdict(Verdict form, const std::vector<const LostCentres*>& rows) {
    const auto fails = [&](auto capacity) {
      return std::count_if(rows.begin(), rows.end(),
                           [&](const LostCentres* row) { return !((*row).*capacity).holds(); });
    };
    const auto in_some_hour = std::count_if(
        rows.begin(), rows.end(), [](const LostCentres* row) { return !row->holds_all_week; });
    print_wrapped(out_,
                  form.filled(language_, Count(fails(&LostCentres::plan)), Count(rows.size()),
                              fails(&LostCentres::anyone), Count(in_some_hour)),
                  0);
  }

private:
  std::string say(GraphKey key) const { return graph_word(key, language_); }
  /// Rounded down, so that 100 % is all of it.
  std::string percent(const models::TakeoverCapacity& capacity) const {
    return numbers_.plain(capacity.holds() ? 100 : std::min(99.0, 100 * capacity.share()), 0) +
           " %";
  }
  std::vector<std::string> cells(const LostCentres& row, bool with_hour) const {
    std::string lost;
    for (const auto centre : row.lost)
      lost += (lost.empty() ? "" : " + ") + world_.centres[centre].id;
    std::vector<std::string> out = {lost,
                                    numbers_.plain(row.plan.offered_erlang, 1),
                                    percent(row.plan),
                                    percent(row.relocated),
                                    percent(row.partners),
                                    percent(row.anyone)};
    if (with_hour)
      out.push_back(row.holds_all_week
                        ? "-"
                        : fmt::format("{}: {} %", hour_text(row.worst_hour),
                                      numbers_.plain(std::min(99.0, 100 * row.worst_share), 0)));
    return out;
  }
  std::string reason(const models::CarriedWork& work) const {
    std::string reasons;
    for (const Bottleneck& bottleneck : work.bottlenecks)
      reasons += (reasons.empty() ? "" : ", ") + why(bottleneck);
    const std::string carried =
        graph_text("carried_of", language_, numbers_.plain(std::min(99.0, 100 * work.share()), 0),
                   numbers_.plain(work.offered_erlang, 1), reasons);
    return shortened(fmt::format("    {} {}: {}", world_.stages[work.stage].id,
                                 world_.disciplines[work.discipline].id, carried),
                     100);
  }
  std::string why(const Bottleneck& bottleneck) const {
    const auto named = [&](Form<graph_phrases, std::string> form, const std::string& name) {
      return form.filled(language_, name);
    };
    switch (bottleneck.kind) {
      case Bottleneck::Kind::staff:
        return named("why.staff", world_.centres[bottleneck.centre].id);
      case Bottleneck::Kind::desks:
        return named("why.desks", world_.centres[bottleneck.centre].id);
      case Bottleneck::Kind::lines:
        return named("why.lines", world_.centres[bottleneck.centre].id);
      case Bottleneck::Kind::division:
        return named("why.division", world_.centres[bottleneck.centre].id);
      default:
        return say("why.no_receiver");
    }
  }

  std::ostream& out_;
  const World& world_;
  Language language_;
  Numbers numbers_;
};

}  // namespace

void print_takeover_capacity(std::ostream& out, const World& world, const GraphFindings& findings,
                             Language language, bool all_pairs) {
  std::vector<const LostCentres*> singles, pairs;
  for (const LostCentres& row : findings.takeovers)
    (row.lost.size() == 1 ? singles : pairs).push_back(&row);
  std::stable_sort(pairs.begin(), pairs.end(), [](const LostCentres* a, const LostCentres* b) {
    return std::pair(a->plan.holds(), a->plan.share()) <
           std::pair(b->plan.holds(), b->plan.share());
  });
  Printer printer(out, world, language);
  out << '\n' << emphasised(graph_word("singles_lost", language), bold_wanted()) << '\n';
  printer.table(singles, true);
  printer.verdict("of_singles.held", singles);
  if (findings.pairs_left_out > 0)
    out << graph_text("pairs.left_out", language, Count(findings.pairs_left_out)) << '\n';
  if (pairs.empty())
    return;
  out << '\n' << emphasised(graph_word("pairs_lost", language), bold_wanted()) << '\n';
  const auto failing = static_cast<std::size_t>(std::count_if(
      pairs.begin(), pairs.end(), [](const LostCentres* row) { return !row->plan.holds(); }));
  const std::size_t shown = all_pairs ? pairs.size() : std::min(shown_pairs, failing);
  printer.table({pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(shown)}, false);
  if (shown < pairs.size())
    out << graph_text("pairs.more", language, pairs.size() - shown) << '\n';
  printer.verdict("pairs.held", pairs);
}

}  // namespace reports
