#include <gmock/gmock.h>

#include <cmath>
#include <functional>

#include "models/chance/whole.hpp"
#include "scenarios/attack/attack_moments.hpp"
#include "scenarios/attack/race.hpp"

/// Races against closed forms and hand counts. Times of the small attacks are in seconds.
namespace {

using models::Constant;
using models::Exponential;
using scenarios::Attack;
using scenarios::AttackMoment;
using scenarios::AttackStep;
using scenarios::OfficeHours;
using scenarios::Race;

const models::Calendar& utc_calendar() {
  static const models::Calendar calendar("UTC+0");
  return calendar;
}

models::UtcSeconds local_time(const std::string& local) {
  return *utc_calendar().to_utc(local);
}

const models::UtcSeconds monday_noon = local_time("2026-11-30T12:00");

AttackStep way(std::size_t from, std::size_t to, models::Distribution takes, double seen = 0) {
  AttackStep out;
  out.id = std::to_string(from) + ">" + std::to_string(to);
  out.from = from;
  out.to = to;
  out.takes_s = takes;
  out.seen = seen;
  return out;
}

/// Assets in a row; the last one has effects. Nobody watches, and who is in is out at once.
Attack attack_chain(std::vector<AttackStep> steps) {
  Attack out;
  std::size_t last = 0;
  for (const AttackStep& one : steps)
    last = std::max(last, one.to);
  for (std::size_t i = 0; i <= last; ++i)
    out.assets.push_back({std::to_string(i), std::to_string(i), "", i == last});
  out.steps = std::move(steps);
  out.begins = {0};
  out.window_s = 86400;
  return out;
}

Race race_of(const Attack& attack, std::uint64_t replication,
             models::UtcSeconds access = monday_noon) {
  return play(attack, "t", {1, replication}, access, utc_calendar());
}

/// Share of so many races in which it holds, which must lie within four standard errors.
void expect_share(const Attack& attack, double expected,
                  const std::function<bool(const Race&)>& holds) {
  constexpr int races = 20'000;
  int n = 0;
  for (std::uint64_t i = 0; i < races; ++i)
    n += holds(race_of(attack, i)) ? 1 : 0;
  EXPECT_NEAR(double(n) / races, expected, 4 * std::sqrt(expected * (1 - expected) / races));
}

TEST(AttackRace, AChainOfTwoExponentialsIsHypoexponential) {
  const double a = 1.0 / 3600, b = 1.0 / 600;
  const Attack attack =
      attack_chain({way(0, 1, Exponential{1 / a}), way(1, 2, Exponential{1 / b})});
  for (const double t : {900.0, 3600.0, 9000.0}) {
    const double by_then = 1 - (b * std::exp(-a * t) - a * std::exp(-b * t)) / (b - a);
    expect_share(attack, by_then, [&](const Race& one) { return one.strike_s <= t; });
  }
}

TEST(AttackRace, TheFastestOfTwoWaysCounts) {
  Attack attack = attack_chain(
      {way(0, 1, Exponential{1000}), way(0, 2, Exponential{1000}), way(1, 2, Constant{0})});
  expect_share(attack, 1 - std::exp(-2 * 500.0 / 1000),
               [](const Race& one) { return one.strike_s <= 500; });
}

TEST(AttackRace, AWayIsOpenWithItsChance) {
  Attack attack = attack_chain({way(0, 1, Constant{10})});
  attack.steps[0].chance = 0.3;
  expect_share(attack, 0.7, [](const Race& one) { return one.is_stopped(); });
}

/// Two exponential clocks from the first step: the alarm with rate c and the next step with rate b.
TEST(AttackRace, WhoIsSeenInTimeIsStopped) {
  const double seen = 0.6, b = 1.0 / 3600, c = 1.0 / 1200;
  Attack attack = attack_chain({way(0, 1, Exponential{600}, seen), way(1, 2, Exponential{1 / b})});
  attack.watch = {Exponential{1 / c}, true};
  attack.evict.day_s = Constant{0};
  const double stopped = seen * c / (b + c);
  expect_share(attack, stopped, [](const Race& one) { return one.is_stopped(); });
  expect_share(attack, 1 - stopped, [](const Race& one) { return std::isfinite(one.touch_s); });
}

TEST(AttackRace, AnAlarmAtNightWaitsForTheOffice) {
  Attack attack = attack_chain({way(0, 1, Constant{60}, 1), way(1, 2, Constant{1e6})});
  attack.watch = {Constant{300}, false};
  const auto friday_night = local_time("2026-12-04T23:00");
  const Race one = race_of(attack, 0, friday_night);
  EXPECT_EQ(one.alarm_s, local_time("2026-12-07T08:05") - friday_night);
  EXPECT_TRUE(one.seen);
  EXPECT_TRUE(one.is_stopped());
  attack.watch->always = true;
  EXPECT_EQ(race_of(attack, 0, friday_night).alarm_s, 360);
  EXPECT_EQ(race_of(attack, 0, monday_noon).alarm_s, 360);
}

TEST(AttackRace, TheDeputyDecidesAtNight) {
  Attack attack = attack_chain({way(0, 1, Constant{0})});
  attack.notice_s = Constant{60};
  attack.evict = {Constant{600}, Constant{3600}};
  EXPECT_EQ(race_of(attack, 0, monday_noon).evicted_s, 660);
  attack.out_of_hours = 1;
  EXPECT_EQ(race_of(attack, 0, local_time("2026-12-05T12:00")).evicted_s, 3660) << "a Saturday";
}

TEST(AttackRace, TheStrikeIsPutOutsideOfficeHoursWithItsProbability) {
  Attack attack = attack_chain({way(0, 1, Constant{0})});
  attack.strike_s = models::Uniform{0, 14 * 86400.0};
  attack.out_of_hours = 0.85;
  const OfficeHours hours(utc_calendar());
  expect_share(attack, 0.85, [&](const Race& one) {
    return !hours.holds(monday_noon + models::nearest<models::UtcSeconds>(one.strike_s));
  });
}

/// 5 x 10 h of 168 h.
TEST(AttackRace, OfficeHoursAreFiftyOfAWeek) {
  const OfficeHours hours(utc_calendar());
  int open = 0;
  for (int hour = 0; hour < 168; ++hour) {
    const auto then = monday_noon + hour * 3600;
    open += hours.holds(then) ? 1 : 0;
    EXPECT_TRUE(hours.holds(then + static_cast<models::UtcSeconds>(hours.until_open_s(then))));
    EXPECT_FALSE(hours.holds(then + static_cast<models::UtcSeconds>(hours.until_closed_s(then))));
  }
  EXPECT_EQ(open, 50);
}

/// What is planned for t = 100 waits for the asset that comes at 250; what is taken at 400 stops
/// then; eviction is at 250 + 60 + 600 = 910, so that the step of 1,000 s comes too late.
TEST(AttackRace, WhatIsHeldStopsAtTheStrikeAndLaterWhatIsTaken) {
  Attack attack =
      attack_chain({way(0, 1, Constant{250}), way(1, 2, Constant{150}), way(1, 3, Constant{1000})});
  for (std::size_t i = 1; i < 4; ++i)
    attack.assets[i].has_effects = true;
  attack.strike_s = Constant{100};
  attack.out_of_hours = 0;
  attack.notice_s = Constant{60};
  attack.evict.day_s = Constant{600};
  attack.recovery = {1, Constant{90}, 1, Constant{1000}, Constant{1e9}, Constant{7}};
  const Race one = race_of(attack, 0);
  EXPECT_EQ(one.strike_s, 250);
  EXPECT_EQ(one.holds[1].struck_s, 250);
  EXPECT_EQ(one.holds[2].struck_s, 400);
  EXPECT_EQ(one.holds[3].taken_s, Race::not_at_all);
  EXPECT_EQ(one.alarm_s, 310);
  EXPECT_FALSE(one.seen);
  EXPECT_EQ(one.evicted_s, 910);
  // One crew, in the order of assets: 0 was held too.
  EXPECT_EQ(one.holds[0].back_s, 910 + 90 + 1000 + 7);
  EXPECT_EQ(one.holds[1].back_s, 910 + 90 + 2000 + 7);
  EXPECT_EQ(one.holds[2].back_s, 910 + 90 + 3000 + 7);
  attack.recovery.crews = 3;
  EXPECT_EQ(race_of(attack, 0).holds[2].back_s, 910 + 90 + 1000 + 7);
  attack.recovery.clean_backup = 0;
  EXPECT_GT(race_of(attack, 0).holds[2].back_s, 1e9);
}

/// Seen at 60 + 40 = 100; asset 1 is isolated at 150 and so neither struck at 500 nor a way to 2.
TEST(AttackRace, WhatIsIsolatedBeforeTheStrikeIsSpared) {
  Attack attack = attack_chain(
      {way(0, 1, Constant{60}, 1), way(1, 2, Constant{200}), way(0, 3, Constant{300})});
  attack.assets[1].has_effects = true;
  attack.strike_s = Constant{500};
  attack.out_of_hours = 0;
  attack.watch = {Constant{40}, true};
  attack.evict.day_s = Constant{10'000};
  scenarios::Isolation isolation;
  isolation.id = "cut";
  isolation.of = {1};
  isolation.after.day_s = Constant{50};
  isolation.lasts_s = Constant{3600};
  attack.isolations = {isolation};
  Race one = race_of(attack, 0);
  EXPECT_EQ(one.cuts[0], (Race::Cut{150, 3750}));
  EXPECT_EQ(one.holds[1].taken_s, 60);
  EXPECT_EQ(one.holds[1].struck_s, Race::not_at_all);
  EXPECT_EQ(one.holds[2].taken_s, Race::not_at_all);
  EXPECT_EQ(one.strike_s, 500) << "at asset 3";
  EXPECT_EQ(one.touch_s, 500) << "an isolation without effects touches nothing";
  attack.isolations[0].has_effects = true;
  one = race_of(attack, 0);
  EXPECT_EQ(one.touch_s, 150);
  attack.evict.day_s = Constant{0};
  one = race_of(attack, 0);
  EXPECT_TRUE(one.is_stopped());
  EXPECT_EQ(one.touch_s, 150) << "containment alone costs service";
  attack.isolations[0].chance = 0;
  EXPECT_EQ(race_of(attack, 0).touch_s, Race::not_at_all);
}

/// The first way to asset 2, by asset 1, is cut off at 150; the second takes 400.
TEST(AttackRace, AnotherWayStaysOpen) {
  Attack attack = attack_chain(
      {way(0, 1, Constant{60}, 1), way(1, 2, Constant{200}), way(0, 2, Constant{400})});
  attack.watch = {Constant{40}, true};
  attack.evict.day_s = Constant{10'000};
  scenarios::Isolation isolation;
  isolation.id = "cut";
  isolation.of = {1};
  isolation.after.day_s = Constant{50};
  attack.isolations = {isolation};
  const Race one = race_of(attack, 0);
  EXPECT_EQ(one.holds[2].taken_s, 400);
  EXPECT_EQ(one.holds[2].step, 2u);
  EXPECT_EQ(one.strike_s, 400);
}

/// Dates end; what a wide distribution puts behind a century does not come.
TEST(AttackRace, WhatWouldComeInAThousandYearsDoesNot) {
  Attack attack = attack_chain({way(0, 1, Constant{1e11}), way(0, 2, Constant{10})});
  attack.strike_s = Constant{1e12};
  EXPECT_TRUE(race_of(attack, 0).is_stopped());
  attack.strike_s = Constant{0};
  const Race one = race_of(attack, 0);
  EXPECT_EQ(one.holds[1].taken_s, Race::not_at_all);
  EXPECT_EQ(one.strike_s, 10);
}

TEST(AttackRace, AChangeMovesNoOtherDraw) {
  Attack before = attack_chain({way(0, 1, Exponential{600}, 0.5), way(1, 2, Exponential{3600})});
  before.watch = {Exponential{3600}, true};
  before.evict.day_s = Exponential{600};
  before.recovery = {2, Exponential{60}, 0.5, Exponential{600}, Exponential{6000}, Constant{0}};
  Attack after = before;
  after.steps[0].seen = 0;
  int same = 0, less = 0;
  for (std::uint64_t i = 0; i < 500; ++i) {
    const Race a = race_of(before, i), b = race_of(after, i);
    if (a.holds[1].step < before.steps.size()) {
      EXPECT_EQ(a.holds[1].taken_s, b.holds[1].taken_s) << i;
    }
    same += a == b ? 1 : 0;
    less += a.is_stopped() && !b.is_stopped() ? 1 : 0;
    EXPECT_FALSE(b.is_stopped()) << i;
  }
  EXPECT_GT(same, 200) << "who was not seen before";
  EXPECT_GT(less, 100);
}

TEST(AttackRace, ItsMomentsAreInTime) {
  Attack attack = attack_chain({way(0, 1, Constant{250})});
  attack.notice_s = Constant{60};
  attack.evict.day_s = Constant{600};
  attack.recovery = {1, Constant{90}, 1, Constant{100}, Constant{0}, Constant{0}};
  using Kind = AttackMoment::Kind;
  EXPECT_THAT(
      moments_of(attack, race_of(attack, 0)),
      testing::ElementsAre(
          AttackMoment{0, Kind::access, "0", ""}, AttackMoment{250, Kind::taken, "1", "0"},
          AttackMoment{250, Kind::struck, "1", ""}, AttackMoment{310, Kind::noticed, "", ""},
          AttackMoment{910, Kind::evicted, "", ""}, AttackMoment{1200, Kind::restored, "1", ""}));
}

}  // namespace
