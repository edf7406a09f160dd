// Every measure of scenarios/measures.yaml on every threat that it says it touches: the outcome it
// names is lower with it than without it, under the same random numbers, by an interval of the
// paired differences; and a threat that it does not touch does not get worse.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "analysis/measures/measure.hpp"
#include "analysis/statistics/estimate.hpp"
#include "fact_view.hpp"
#include "scenarios/measures/measure_package.hpp"
#include "scenarios/threats/aimed_threat.hpp"
#include "sim/replications/run_study.hpp"
#include "tests/sample.hpp"

namespace {

using scenarios::Measure;
using scenarios::MeasureList;
using scenarios::Touch;

const std::string list_file = SOURCE_DIR "/scenarios/measures.yaml";
const std::string catalogue_file = SOURCE_DIR "/scenarios/threat_catalogue.yaml";
const std::string world_folder = SOURCE_DIR "/models/netherlands";

/// One threat under one package.
struct Case {
  std::string package, threat, target;
  std::uint64_t replications = 25;
};

/// Days are cut to hours where the catalogue draws days, unless the measure is about that.
std::string duration_in(const Case& trial, const scenarios::Package& package) {
  const bool about_time = std::any_of(
      package.threats.begin(), package.threats.end(), [&](const models::Setting& setting) {
        return setting.address == "threats." + trial.threat + ".duration" ||
               setting.address == "threats." + trial.threat + ".detection";
      });
  return about_time ? "" : "2 h";
}

using Values = std::map<std::string, std::vector<double>>;

/// Each outcome by replication, above that of the twin: a measure that shortens a threat shortens
/// its window too, and with it what happens on any day.
Values run(const Case& trial, const std::string& duration, const MeasureList& list) {
  const auto package = scenarios::resolve(list, trial.package);
  const auto catalogue = scenarios::read_catalogue(catalogue_file, package.threats);
  const auto study =
      scenarios::read_scenario(scenarios::aim(catalogue, catalogue.threat(trial.threat),
                                              {trial.target, "", duration}, {world_folder, {}}),
                               package.world);
  const auto outcome = sim::run_replications(
      study.model.world,
      [&](std::uint64_t replication) {
        return study.scenario_of({1, replication});
      },
      {1, 0, trial.replications, 2}, [](const sim::Progress&) { return true; });
  EXPECT_TRUE(outcome.failures.empty());
  const auto dimensions = sim::dimensions_of(study.model.world, study.scenario);
  const auto nation = analysis::whole_world(dimensions);
  Values out;
  for (const auto& seen : outcome.replications) {
    EXPECT_EQ(seen.world.conservation_error, 0U) << trial.threat;
    const analysis::View here{dimensions, nation, seen.world}, twin{dimensions, nation, *seen.twin};
    for (const auto& measure : analysis::measures_of(analysis::of::world))
      out[std::string(measure.name)].push_back(measure.value(here) - measure.value(twin));
  }
  return out;
}

struct Both {
  Values with, without;

  analysis::Estimate difference(const std::string& outcome) const {
    return analysis::estimate(analysis::paired_differences(with.at(outcome), without.at(outcome)));
  }
};

Both compare(const MeasureList& list, const Measure& measure, Case trial) {
  const bool existing = measure.status == Measure::Status::existing;
  const std::string present = existing ? "current" : measure.id;
  const std::string absent = existing ? "without:" + measure.id : "current";
  const std::string duration = duration_in(trial, scenarios::resolve(list, measure.id));
  trial.package = present;
  Both both;
  both.with = run(trial, duration, list);
  trial.package = absent;
  both.without = run(trial, duration, list);
  return both;
}

/// What happens rarely needs more of them: a generator fails three times in a hundred. Long windows
/// get fewer.
std::uint64_t replications_for(const std::string& measure, const std::string& threat) {
  static const std::map<std::string, std::uint64_t> others = {
      {"generator_tests@DR-19", 400}, {"call_back@DR-19", 120},    {"call_in_roster@DR-30", 60},
      {"national_pooling@DR-30", 60}, {"soc_detection@DR-34", 25}, {"soc_detection@DR-36", 25},
      {"offline_backups@DR-07", 20},  {"offline_backups@DR-08", 8}};
  const auto found = others.find(measure + "@" + threat);
  return found == others.end() ? 25 : found->second;
}

struct Trial {
  std::string measure;
  Touch touch;
};

void PrintTo(const Trial& trial, std::ostream* out) {
  *out << trial.measure << " on " << trial.touch.threat << ": " << trial.touch.lowers;
}

/// Empty when the list cannot be read: another test says why.
std::vector<Trial> all_trials() {
  std::vector<Trial> out;
  try {
    for (const Measure& measure :
         scenarios::read_measures(list_file, analysis::outcomes()).measures)
      for (const Touch& touch : measure.touches)
        out.push_back({measure.id, touch});
  } catch (const models::InvalidInput&) {
    out.clear();
  }
  return out;
}

class MeasureOnThreat : public testing::TestWithParam<Trial> {};

TEST_P(MeasureOnThreat, LowersWhatItSays) {
  const auto& [id, touch] = GetParam();
  const MeasureList list = scenarios::read_measures(list_file, analysis::outcomes());
  const Both both = compare(list, list.measure(id),
                            {"", touch.threat, touch.target, replications_for(id, touch.threat)});
  const analysis::Estimate difference = both.difference(touch.lowers);
  EXPECT_GT(difference.n_defined, 5U);
  EXPECT_LT(difference.high, 0) << "mean difference " << difference.mean << " of "
                                << analysis::estimate(both.without.at(touch.lowers)).mean;
}

std::string test_name(const Trial& trial) {
  std::string out = trial.measure + "_" + trial.touch.threat + "_" + trial.touch.lowers;
  out.erase(std::remove(out.begin(), out.end(), '-'), out.end());
  return out;
}

/// Each measure once in a sample: on the first threat that it touches.
std::vector<Trial> chosen_trials() {
  std::vector<Trial> out;
  for (const Trial& trial : all_trials())
    if (out.empty() || out.back().measure != trial.measure || sample(false, true))
      out.push_back(trial);
  return out;
}

INSTANTIATE_TEST_SUITE_P(Catalogue, MeasureOnThreat, testing::ValuesIn(chosen_trials()),
                         [](const auto& trial) { return test_name(trial.param); });

/// Threats of different kinds, the first of which that a measure does not touch is tried.
const std::vector<std::string> others = {"DR-20", "DR-09", "DR-01", "DR-30"};

class MeasureElsewhere : public testing::TestWithParam<std::string> {};

std::vector<std::string> all_measures() {
  std::vector<std::string> out;
  for (const Trial& trial : all_trials())
    if (std::find(out.begin(), out.end(), trial.measure) == out.end())
      out.push_back(trial.measure);
  return out;
}

TEST_P(MeasureElsewhere, MakesNothingWorse) {
  const MeasureList list = scenarios::read_measures(list_file, analysis::outcomes());
  const Measure& measure = list.measure(GetParam());
  std::set<std::string> touched;
  for (const Touch& touch : measure.touches)
    touched.insert(touch.threat);
  const auto other = std::find_if(others.begin(), others.end(), [&](const std::string& threat) {
    return !touched.contains(threat);
  });
  ASSERT_NE(other, others.end());
  const Both both = compare(list, measure, {"", *other, "", 10});
  for (const char* outcome : {"lost_callers", "unreached_callers", "delayed_callers"}) {
    const analysis::Estimate difference = both.difference(outcome);
    EXPECT_LE(difference.low, 0) << *other << ' ' << outcome;
    EXPECT_LE(difference.mean, 0.05 * analysis::estimate(both.without.at(outcome)).mean + 1)
        << *other << ' ' << outcome;
  }
}

INSTANTIATE_TEST_SUITE_P(Catalogue, MeasureElsewhere, testing::ValuesIn(all_measures()),
                         [](const auto& measure) { return measure.param; });

TEST(MeasureTrials, HoldEveryMeasureAndOnlyKnownOutcomes) {
  const MeasureList list = scenarios::read_measures(list_file, analysis::outcomes());
  std::set<std::string> known;
  for (const auto& measure : analysis::measures_of(analysis::of::world))
    known.insert(std::string(measure.name));
  for (const Measure& measure : list.measures) {
    EXPECT_FALSE(measure.touches.empty()) << measure.id;
    for (const Touch& touch : measure.touches)
      EXPECT_TRUE(known.contains(touch.lowers)) << measure.id << ' ' << touch.lowers;
  }
  EXPECT_EQ(all_measures().size(), list.measures.size());
}

/// Calls that overflow took elsewhere in the twins, by stage.
std::map<std::string, double> moved_in_twins(const std::string& words) {
  const auto package =
      scenarios::resolve(scenarios::read_measures(list_file, analysis::outcomes()), words);
  const auto catalogue = scenarios::read_catalogue(catalogue_file);
  const auto study = scenarios::read_scenario(
      scenarios::aim(catalogue, catalogue.threat("DR-09"), {"", "", "1 h"}, {world_folder, {}}),
      package.world);
  const auto& world = study.model.world;
  const auto outcome = sim::run_replications(
      world,
      [&](std::uint64_t replication) {
        return study.scenario_of({1, replication});
      },
      {1, 0, 5, 2}, [](const sim::Progress&) { return true; });
  std::map<std::string, double> moved;
  for (const auto& seen : outcome.replications)
    for (const auto group : world.groups.ids())
      moved[world.stages[world.groups[group].stage].id] += static_cast<double>(fact_sums::calls(
          *seen.twin, group.index, results::CallClass::measured, results::GroupCount::moved_out));
  return moved;
}

TEST(MeasureTrials, TheTwinHasTheMeasuresToo) {
  EXPECT_EQ(moved_in_twins("current").at("aanname"), 0);
  EXPECT_GT(moved_in_twins("national_pooling").at("aanname"), 0);
}

TEST(MeasureTrials, PoolingOfIntakeLeavesDispatchAtHome) {
  EXPECT_EQ(moved_in_twins("national_pooling").at("uitgifte"), 0);
}

}  // namespace
