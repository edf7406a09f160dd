// The books of persons, one at a time: who is lost when somebody else of the incident got through.
#include <gtest/gtest.h>

#include <optional>

#include "fact_view.hpp"
#include "sim/calls/caller_ledger.hpp"
#include "sim/calls/fact_shape.hpp"
#include "two_rooms.hpp"

namespace {

using fact_sums::persons;
using results::CallerCount;

/// Reports in the east: the first of an incident, then duplicates.
class Ledger {
public:
  explicit Ledger(const std::string& bursts = "") {
    study_ = written::read(
        {two_rooms::world_with("demand: {", R"(kinds:
  first: {name: "First", share: 0.5, genuine: true}
  again: {name: "Again", share: 0.5, genuine: true, duplicate: true}
demand: {)" + bursts),
         two_rooms::scenario_with("      - {from: \"2 h\", surge: {regions: [e], callers: 1}}\n")});
    facts_ = sim::empty_facts(study_.model.world, study_.scenario.window);
    ledger_.emplace(study_.model.world, facts_, sim::PairedFates{}, 1);
  }
  sim::Call dials(double t_s) { return dials(t_s, reports_++ > 0 ? 1 : 0, {}); }
  sim::Call dials(double t_s, std::uint8_t kind, const sim::InBurst& burst) {
    sim::Call call;
    call.first_attempt_s = t_s;
    call.pair_index = sim::no_slot;
    call.kind = kind;
    call.attempt = 1;
    ledger_->count(call, CallerCount::attempts);
    ledger_->count(call, CallerCount::blocked);
    ledger_->open(call, 0, burst);
    return call;
  }
  void gets_through(sim::Call& call, double t_s) {
    ledger_->answer(call, t_s);
    ledger_->contact(call, t_s, 1);
  }
  void ends(const sim::Call& call, CallerCount how, double t_s) { ledger_->close(call, how, t_s); }
  std::uint64_t count(CallerCount what) const { return persons(facts_, what); }
  void settle() { ledger_->settle(); }
  std::uint64_t misses() const { return ledger_->audit(); }

private:
  scenarios::ScenarioInWorld study_;
  results::Facts facts_;
  std::optional<sim::CallerLedger> ledger_;
  int reports_ = 0;
};

TEST(StoodDown, IsLostUnlessSomebodyGotThroughWithinTLostOfHisOwnFirstAttempt) {
  Ledger ledger;
  auto first = ledger.dials(8000), early = ledger.dials(7300), late = ledger.dials(8100);
  ledger.gets_through(first, 8200);
  ledger.ends(late, CallerCount::stood_down, 8300);
  EXPECT_EQ(ledger.count(CallerCount::lost), 0u) << "100 s after he dialled";
  ledger.ends(early, CallerCount::stood_down, 8300);
  EXPECT_EQ(ledger.count(CallerCount::lost), 1u) << "900 s after he dialled";
  ledger.ends(first, CallerCount::reached, 8400);
  EXPECT_EQ(ledger.count(CallerCount::stood_down), 2u);
  EXPECT_EQ(ledger.count(CallerCount::unreached), 2u) << "nobody ever answered them";
  EXPECT_EQ(ledger.misses(), 0u) << "the fates add up";
}

const char* const half_an_hour = "bursts: {delay: \"3 min\", within: \"30 min\"}, ";

TEST(Incidents, ALateReportIsOfANewOne) {
  Ledger without, with(half_an_hour);
  for (Ledger* ledger : {&without, &with}) {
    ledger->dials(8000);
    ledger->dials(9799);
    EXPECT_EQ(ledger->count(CallerCount::incidents), 1u);
    ledger->dials(9801);
  }
  EXPECT_EQ(without.count(CallerCount::incidents), 1u) << "a world that does not say how old";
  EXPECT_EQ(with.count(CallerCount::incidents), 2u) << "1,801 s after the first report";
}

/// The incident of a burst is that of its first caller, whatever is reported in between, and is
/// lost when none of its callers is reached in time.
TEST(Incidents, TheCallersOfABurstReportTheSame) {
  Ledger ledger(half_an_hour);
  auto first = ledger.dials(8000, 0, {0, true, false});
  auto other = ledger.dials(8010, 0, {});
  auto last = ledger.dials(8060, 1, {0, false, true});
  EXPECT_EQ(first.incident, last.incident);
  EXPECT_NE(first.incident, other.incident);
  EXPECT_EQ(ledger.count(CallerCount::incidents), 2u);
  ledger.gets_through(last, 8100);
  for (const auto& call : {first, other})
    ledger.ends(call, CallerCount::gave_up, 8300);
  ledger.ends(last, CallerCount::reached, 8300);
  auto next = ledger.dials(8400, 0, {0, true, false});
  EXPECT_EQ(next.incident, first.incident) << "its place is free again";
  ledger.ends(next, CallerCount::gave_up, 8500);
  ledger.settle();
  EXPECT_EQ(ledger.count(CallerCount::lost_incidents), 2u)
      << "the other, and the one whose second caller never dialled";
}

}  // namespace
