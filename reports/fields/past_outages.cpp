#include "reports/fields/past_outages.hpp"

namespace reports {
namespace {

using analysis::Replayed;
using Past = const PastOutage&;

constexpr auto replay_table = std::to_array<Field<Replayed>>({
    board<&Replayed::replications>("replications", {"how many"}),
    board<&Replayed::mean>("mean", {"over these, of the number that was counted"}),
    board("range95", [](const Replayed& one) { return std::pair(one.low, one.high); },
          {"P2.5 and P97.5 of the replications"}),
    board("holds_count", [](const Replayed& one) { return one.holds_count(); },
          {"whether the published count lies in it"}),
});
static_assert(are_sound<Replayed>(replay_table));

constexpr auto outage_table = std::to_array<Field<PastOutage>>({
    board("year", [](Past one) { return one.count.year(); }, {"of the outage"}),
    board("date", [](Past one) { return one.count.date; }, {"of the outage"}),
    board("outage", [](Past one) { return one.count.id; }, {"its id"}),
    board("name_nl", [](Past one) { return one.count.name_nl; }, {"what it is called in Dutch"}),
    board("name_en", [](Past one) { return one.count.name_en; }, {"what it is called in English"}),
    board("count", [](Past one) { return one.count.count; }, {"that was published"}),
    board("definition_nl", [](Past one) { return one.count.of_nl; },
          {"what was counted, in Dutch"}),
    board("definition_en", [](Past one) { return one.count.of_en; },
          {"what was counted, in English"}),
    board("lost_callers", [](Past) { return false; }, {"false: it is another count"}),
    board("source", [](Past one) { return one.count.source; }, {"of `SOURCES.md`"}),
    board("basis", [](Past one) { return one.count.basis; }, {"`reported` or `derived`"}),
    board("used_for_nl", [](Past one) { return one.count.used_for_nl; },
          {"what of the world was derived from it and is not tested by it, in Dutch"}),
    board("used_for_en", [](Past one) { return one.count.used_for_en; }, {"the same in English"}),
    board("model", [](Past one) { return one.model; },
          {"the outage replayed in today's system, or null"}),
});
static_assert(are_sound<PastOutage>(outage_table));

}  // namespace

Fields<Replayed> Table<Replayed>::fields() {
  return replay_table;
}

Fields<PastOutage> Table<PastOutage>::fields() {
  return outage_table;
}

}  // namespace reports
