// The same people call in both worlds, and under any measure: caller by caller.
#include <gtest/gtest.h>

#include <boost/math/distributions/negative_binomial.hpp>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "sim/calls/demand_stream.hpp"
#include "sim/effects/disturbances.hpp"
#include "written_study.hpp"

namespace {

std::string world_with(const std::string& calls, const std::string& staff) {
  return R"(
world: {name: W, zone: "CET+1CEST+1,M3.5.0/2,M10.5.0/3"}
disciplines: {police: {name: P, share: 0.6}, fire: {name: F, share: 0.4}}
kinds:
  real: {share: 0.6, genuine: true}
  pocket: {share: 0.4, forwarded: 0.5}
stages: {answer: {handling: "30 s"}}
roles: {agent: {stage: answer}}
regions: {west: {population: 2, meldkamer: c}, east: {population: 1, meldkamer: c}}
meldkamers: {c: {name: C, roster: {agent: )" +
         staff + R"(}}}
demand:
  calls: ")" +
         calls + R"( calls/h"
  hour_of_day: [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1]
  urgent_share: 0.2
  busyness: {cv: 0.3, block: "1 h", correlation: 0.5}
  other_work: {alarms: {discipline: fire, stage: answer, per_forwarded_call: 0.5}}
)";
}

/// The same with three factors, and with bursts of callers about one incident.
std::string bursting_world(const std::string& calls) {
  std::string text = world_with(calls, "5");
  const auto replace = [&](const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
  };
  replace(
      "real: {share: 0.6, genuine: true}",
      "real: {share: 0.4, genuine: true}\n  again: {share: 0.2, genuine: true, duplicate: true}");
  replace("busyness: {cv: 0.3, block: \"1 h\", correlation: 0.5}",
          R"(busyness:
    quarter: {cv: 0.2, block: "15 min"}
    hour: {cv: 0.3, block: "1 h", correlation: 0.5}
    day: {cv: 0.1, block: "24 h", correlation: 1}
  bursts: {delay: "4 min", within: "30 min"})");
  return text;
}

const char* const scenario = R"(
scenario: {name: S, description: S, world: world, start: "2026-03-28T22:07", warm_up: "1 h", end: "9 h"}
threats:
  t:
    name: T
    effects:
      - {from: "2 h", until: "4 h", surge: {regions: [west], callers: 200, decay: "30 min"}}
      - {from: "3 h", surge: {regions: all, extra_rate: 0.5}}
      - {from: "2 h", reduction: {regions: all, share: 0.5}}
      - {from: "3 h", staffing: {at: all, factor: 0.5}}
)";

/// Everything about a person that is drawn.
using Person = std::tuple<double, int, int, bool, double>;
/// By region or surge, and the person's number in it.
using Persons = std::map<std::pair<std::uint64_t, std::uint64_t>, Person>;

struct Callers {
  Persons background, surge, other_work;
  std::set<std::uint32_t> pair_indices;
};

Callers callers_of(const scenarios::ScenarioInWorld& study, bool twin, std::uint64_t seed = 1) {
  const models::ReplicationKey key{seed, 3};
  const auto effects = sim::draw_effects(study.scenario, key, twin);
  const models::Calendar calendar(study.model.world.zone);
  sim::DemandStream stream(study.model.world, calendar, study.scenario, key,
                           sim::sources_of(study.model.world, key, effects));
  Callers callers;
  double before_s = 0;
  while (stream.next_time() < 1e9) {
    const double announced_s = stream.next_time();
    const auto who = stream.pop();
    EXPECT_EQ(who.t_s, announced_s);
    EXPECT_LE(before_s, who.t_s);
    before_s = who.t_s;
    const auto& source = stream.source(who.source);
    auto& persons = source.sort == sim::Source::Sort::background ? callers.background
                    : source.sort == sim::Source::Sort::surge    ? callers.surge
                                                                 : callers.other_work;
    EXPECT_TRUE(persons
                    .emplace(std::pair{source.name, who.subject},
                             Person{who.t_s, who.kind, who.discipline, who.urgent, who.thinning})
                    .second)
        << "two people with one name";
    if (who.pair_index != sim::no_pair) {
      EXPECT_TRUE(callers.pair_indices.insert(who.pair_index).second);
    }
  }
  EXPECT_EQ(callers.pair_indices.size(), callers.background.size());
  return callers;
}

TEST(Demand, TwinAndDisturbedHaveTheSameCallers) {
  const auto study = written::read({world_with("120", "5"), scenario});
  const auto twin = callers_of(study, true), disturbed = callers_of(study, false);
  EXPECT_GT(twin.background.size(), 700u);
  EXPECT_EQ(twin.background, disturbed.background);
  EXPECT_EQ(twin.other_work, disturbed.other_work);
  EXPECT_EQ(twin.pair_indices, disturbed.pair_indices);
  EXPECT_TRUE(twin.surge.empty());
  // 200 within the first four half-hours, and half as many again as usual for seven hours.
  EXPECT_GT(disturbed.surge.size(), 400u);
}

TEST(Demand, TwinAndDisturbedHaveTheSameBursts) {
  const auto study = written::read({bursting_world("120"), scenario});
  const auto twin = callers_of(study, true), disturbed = callers_of(study, false);
  EXPECT_GT(twin.background.size(), 700u);
  EXPECT_EQ(twin.background, disturbed.background);
  EXPECT_EQ(twin.other_work, disturbed.other_work);
  EXPECT_EQ(twin.pair_indices, disturbed.pair_indices);
}

/// The later callers of an incident by their place in it: names have the first caller's in them.
TEST(Demand, LaterCallersAreAboutTheSameAndDialWithinTheirTime) {
  const auto study = written::read({bursting_world("1200"), scenario});
  constexpr std::uint64_t place = std::uint64_t{0xff} << 24;
  double later = 0, delays_s = 0;
  const auto callers = callers_of(study, true).background;
  for (const auto& [name, person] : callers) {
    const auto first = callers.find({name.first, name.second & ~place});
    EXPECT_EQ(std::get<1>(person) == 1, (name.second & place) != 0) << "duplicates are later ones";
    if ((name.second & place) == 0 || first == callers.end())  // it was before the start
      continue;
    const double delay_s = std::get<0>(person) - std::get<0>(first->second);
    EXPECT_GT(delay_s, 0);
    EXPECT_LT(delay_s, 1800);
    EXPECT_EQ(std::get<2>(person), std::get<2>(first->second)) << "of another discipline";
    EXPECT_EQ(std::get<3>(person), std::get<3>(first->second)) << "as urgent";
    ++later;
    delays_s += delay_s;
  }
  EXPECT_NEAR(delays_s / later, 240, 4 * 240 / std::sqrt(later));
  // Of some 14,000 callers a fifth: what varies is the number of bursts, 5,000 or so, with up to
  // four in them.
  EXPECT_NEAR(later / static_cast<double>(callers.size()), 0.2, 0.02);
}

TEST(Demand, BurstsNeedSomebodyWhoIsFirst) {
  for (const std::string kinds : {"real: {share: 0.6, genuine: true}",
                                  "real: {share: 0.6, genuine: true, duplicate: true}"}) {
    std::string text = world_with("120", "5");
    text.replace(text.find("real: {share: 0.6, genuine: true}"), 33, kinds);
    text += "  bursts: {delay: \"4 min\", within: \"30 min\"}\n";
    EXPECT_THROW(written::read({text, scenario}), models::InvalidInput) << kinds;
  }
}

/// As many callers as without.
TEST(Demand, BurstsBringNoMoreCallers) {
  double with = 0, without = 0;
  const auto bursting = written::read({bursting_world("120"), scenario}),
             plain = written::read({world_with("120", "5"), scenario});
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    with += static_cast<double>(callers_of(bursting, true, seed).background.size());
    without += static_cast<double>(callers_of(plain, true, seed).background.size());
  }
  // 850 callers each with a deviation of 90 or less: 4 deviations of the ratio of two means of 200.
  EXPECT_NEAR(with / without, 1, 4 * std::sqrt(2.0 / 200) * 90 / 850);
}

TEST(Demand, SurgesComeWhenAndWhereTheyAreSaid) {
  const auto study = written::read({world_with("120", "5"), scenario});
  std::size_t early = 0;
  const auto callers = callers_of(study, false);
  for (const auto& [name, person] : callers.surge) {
    EXPECT_GE(std::get<0>(person), 7200);
    early += std::get<0>(person) < 10800;
  }
  // Between two and three o'clock only the first surge: 200 people, decaying with a mean of 30 min
  // and cut off after two hours, so (1 - e^-2) / (1 - e^-4) of them: 176, with a deviation of 4.6.
  EXPECT_NEAR(static_cast<double>(early), 176, 4 * 4.6);
}

/// Callers of one surge in so many seeds.
std::vector<double> callers_of_surge(const std::string& surge, std::uint64_t seeds) {
  const auto study = written::read({world_with("120", "5"),
                                    R"(
scenario: {name: S, description: S, world: world, start: "2026-03-28T22:07", warm_up: "1 h", end: "9 h"}
threats: {t: {name: T, effects: [{from: "2 h", until: "4 h", surge: {regions: all, )" +
                                        surge + "}}]}}\n"});
  std::vector<double> out;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed)
    out.push_back(static_cast<double>(callers_of(study, false, seed).surge.size()));
  return out;
}

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Sixty callers are sixty, in every replication, flat or decaying.
TEST(Demand, ASurgeOfSoManyCallersHasSoMany) {
  for (const std::string how : {"callers: 60", "callers: 60, decay: \"10 min\"", "callers: 1"})
    for (const double number : callers_of_surge(how, 20))
      EXPECT_EQ(number, how == "callers: 1" ? 1 : 60) << how;
}

/// A rate that decays brings what is left of it: half an hour's worth in two hours, but for e^-4.
TEST(Demand, ARateDecaysToo) {
  const double flat = mean_of(callers_of_surge("extra_rate: 3", 30)),
               decaying = mean_of(callers_of_surge("extra_rate: 3, decay: \"30 min\"", 30));
  EXPECT_GT(flat, 300);
  EXPECT_NEAR(decaying / flat, 0.25 * (1 - std::exp(-4)), 0.03);
}

TEST(Demand, MoreDemandAddsCallersAndMovesNobody) {
  const auto study = written::read({world_with("120", "5"), scenario});
  const auto less = callers_of(study, true);
  const auto more = callers_of(written::read({world_with("156", "5"), scenario}), true);
  for (const auto& [name, person] : less.background) {
    const auto same = more.background.find(name);
    ASSERT_NE(same, more.background.end()) << "somebody is gone";
    ASSERT_EQ(same->second, person) << "somebody has moved";
  }
  // 30 % more, within four standard deviations of the difference of some 850 and 1,100.
  EXPECT_NEAR(
      static_cast<double>(more.background.size()) / static_cast<double>(less.background.size()),
      1.3, 0.08);
}

TEST(Demand, MoreDemandAddsBurstsAndMovesNobody) {
  const auto less = callers_of(written::read({bursting_world("120"), scenario}), true);
  const auto more = callers_of(written::read({bursting_world("156"), scenario}), true);
  for (const auto& [name, person] : less.background) {
    const auto same = more.background.find(name);
    ASSERT_NE(same, more.background.end()) << "somebody is gone";
    ASSERT_EQ(same->second, person) << "somebody has moved";
  }
  EXPECT_GT(more.background.size(), less.background.size());
}

/// Smallest n whose distribution function reaches u, both below and above the mean of 50 from which
/// it is looked for in another way.
TEST(Demand, TheQuantileOfANegativeBinomialIsTheLibrarys) {
  for (const double mean : {0.02, 4.3, 49.9, 50.1, 700.0})
    for (const double shape : {0.7, 25.0, 1e5})
      for (const double u : {1e-6, 0.1, 0.5, 0.9, 0.999999}) {
        const boost::math::negative_binomial_distribution<> exact(shape, shape / (shape + mean));
        const auto n = sim::negative_binomial_quantile(mean, shape, u);
        EXPECT_GE(cdf(exact, n), u - 1e-12) << mean << ' ' << shape << ' ' << u;
        if (n > 0) {
          EXPECT_LT(cdf(exact, n - 1), u + 1e-12) << mean << ' ' << shape << ' ' << u;
        }
      }
}

TEST(Demand, StaffingMovesNobody) {
  const auto few = callers_of(written::read({world_with("120", "2"), scenario}), false);
  const auto many = callers_of(written::read({world_with("120", "9"), scenario}), false);
  EXPECT_EQ(few.background, many.background);
  EXPECT_EQ(few.surge, many.surge);
  EXPECT_EQ(few.other_work, many.other_work);
}

TEST(Demand, AnotherSeedIsAnotherDay) {
  const auto study = written::read({world_with("120", "5"), scenario});
  EXPECT_NE(callers_of(study, true, 1).background, callers_of(study, true, 2).background);
}

}  // namespace
