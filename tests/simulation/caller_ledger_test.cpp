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

/// Reports of one incident in the east: the first of it, then duplicates.
class Ledger {
public:
  Ledger() {
    study_ = written::read(
        {two_rooms::world_with("demand:", R"(kinds:
  first: {name: "First", share: 0.5, genuine: true}
  again: {name: "Again", share: 0.5, genuine: true, duplicate: true}
demand:)"),
         two_rooms::scenario_with("      - {from: \"2 h\", surge: {regions: [e], callers: 1}}\n")});
    facts_ = sim::empty_facts(study_.model.world, study_.scenario.window);
    ledger_.emplace(study_.model.world, facts_, sim::PairedFates{}, 1);
  }
  sim::Call dials(double t_s) {
    sim::Call call;
    call.first_attempt_s = t_s;
    call.pair_index = sim::no_slot;
    call.kind = reports_++ > 0 ? 1 : 0;
    call.attempt = 1;
    ledger_->count(call, CallerCount::attempts);
    ledger_->count(call, CallerCount::blocked);
    ledger_->open(call, 0);
    return call;
  }
  void gets_through(sim::Call& call, double t_s) {
    ledger_->answer(call, t_s);
    ledger_->contact(call, t_s, 1);
  }
  void ends(const sim::Call& call, CallerCount how, double t_s) { ledger_->close(call, how, t_s); }
  std::uint64_t count(CallerCount what) const { return persons(facts_, what); }
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

}  // namespace
