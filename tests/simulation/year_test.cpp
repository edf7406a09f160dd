#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "results/result_file.hpp"
#include "tests/simulation/cli/program.hpp"

/// Whole years of the tiny world.
namespace {

using namespace simulation;
using nlohmann::json;

using testing::HasSubstr;

const std::string here = " --world " + world_file("cli_tiny/world") + " --catalogue " +
                         world_file("cli_tiny/frequent.yaml") + " ";
const std::string criteria = "--criteria " SOURCE_DIR "/analysis/criteria/standard.yaml ";
const std::string year = "run -q --year " + criteria + here;

/// Mean of the values and the half of its 95 % interval.
struct Known {
  double value, half;
};

Known known(const json& measure) {
  const double low = measure.at("ci95").at(0), high = measure.at("ci95").at(1);
  return {measure.at("mean"), (high - low) / 2};
}

/// A year has forty events of one threat, alone mostly: it costs forty times what one costs.
TEST(Year, CostsItsRateTimesTheMeanOfOneEvent) {
  const json years = json_of(year + "--no-failures -n 10 -j 2 --json");
  // A recovery is of one event.
  EXPECT_EQ(years.at("measures").at("recover_s").at("n_defined"), 0);
  EXPECT_TRUE(years.at("measures").at("recover_s").at("mean").is_null());
  const json events = json_of("run -q --threat TT-01" + here + "-n 336 -j 2 --json");
  const Known a_year = known(years.at("difference").at("lost_callers"));
  const Known an_event = known(events.at("difference").at("lost_callers"));
  const double expected = 40 * an_event.value, half = std::hypot(a_year.half, 40 * an_event.half);
  EXPECT_NEAR(a_year.value, expected, 1.3 * half);
  EXPECT_LT(half, 0.25 * expected) << "too wide to see a threat that strikes half as often";
  const json& seen = years.at("year");
  EXPECT_EQ(seen.at("component_failures"), false);
  EXPECT_NEAR(seen.at("events").get<double>(), 400, 4 * std::sqrt(400));
  EXPECT_EQ(seen.at("left_out").at(0).at("threat"), "TT-02");
  for (const json& one : seen.at("years").at(0).at("events")) {
    EXPECT_EQ(one.at("threat"), "tt_01");
    EXPECT_GE(one.at("duration_s"), 3600);
    EXPECT_LE(one.at("duration_s"), 3 * 3600);
    EXPECT_LT(one.at("at_s"), 7200 + 365 * 86400.0);
  }
}

/// Three units in three years, up for ten days on average and repaired in two hours.
TEST(Year, ComponentsFailByTheirMtbfAtTheSameTimesInTheTwin) {
  const Scratch scratch;
  const std::string file = scratch.file("year.h5"), quiet = scratch.file("quiet.h5");
  const std::string often =
      "--set components.acd.mtbf='10 d' --set components.acd.repair='2 h' -n 3 -j 2 ";
  ASSERT_EQ(uitwijk(year + often + "-o " + file).exit_code, 0);
  ASSERT_EQ(uitwijk(year + often + "--no-failures -o " + quiet).exit_code, 0);
  const double expected = 3 * 3 * 365 / (10 + 2 / 24.0);
  double outages = 0;
  for (const results::Observations& seen : results::read_study(file).replications) {
    outages += static_cast<double>(seen.twin->outages.size());
    // Where no threat interferes, the disturbed world has the same outage.
    const auto& of_world = seen.world.outages;
    const auto same = std::count_if(
        seen.twin->outages.begin(), seen.twin->outages.end(), [&](const auto& outage) {
          return std::any_of(of_world.begin(), of_world.end(), [&](const auto& other) {
            return other.component == outage.component && other.from_s == outage.from_s;
          });
        });
    EXPECT_GT(static_cast<double>(same), 0.9 * static_cast<double>(seen.twin->outages.size()));
  }
  EXPECT_NEAR(outages, expected, 4 * std::sqrt(expected));
  for (const results::Observations& seen : results::read_study(quiet).replications)
    EXPECT_TRUE(seen.twin->outages.empty());
}

TEST(Year, TheSameBytesForAnyNumberOfJobs) {
  const Scratch scratch;
  for (const char* jobs : {"1", "3"})
    ASSERT_EQ(uitwijk(year + "-n 2 -j " + jobs + " -o " + scratch.file(std::string(jobs) + ".h5"))
                  .exit_code,
              0);
  EXPECT_TRUE(text_of(scratch.file("1.h5")) == text_of(scratch.file("3.h5")));
}

TEST(Year, TheTableLaysItBesideTheCompoundCurve) {
  const Scratch scratch;
  const std::string with = scratch.file("with.h5"), without = scratch.file("without.h5"),
                    event = scratch.file("event.h5");
  ASSERT_EQ(uitwijk(year + "-n 3 -o " + with).exit_code, 0);
  ASSERT_EQ(uitwijk(year + "-n 3 --no-failures -o " + without).exit_code, 0);
  ASSERT_EQ(uitwijk("run -q --threat TT-01" + here + "-n 60 -o " + event).exit_code, 0);
  const std::string files = criteria + with + " " + without + " " + event;
  const json table = json_of("table --year --json " + files);
  EXPECT_EQ(table.at("schema"), "uitwijk/years/1");
  EXPECT_EQ(table.at("threats"), 1);
  EXPECT_EQ(table.at("only_in_campaign").size() + table.at("only_in_years").size(), 0u);
  EXPECT_EQ(table.at("simulated").size(), 2u);
  for (const json& point : table.at("curve"))
    EXPECT_EQ(point.at("whole").at("of"), 3);
  // Forty events a year: both agree that at least one caller is lost in every year.
  EXPECT_GT(table.at("curve").at(0).at("compound").at("value"), 0.99);
  EXPECT_EQ(table.at("curve").at(0).at("whole").at("share"), 1);
  EXPECT_THAT(uitwijk("table --year --lang en " + files).out,
              testing::AllOf(HasSubstr("EXPECTED A YEAR"), HasSubstr("tt_01"),
                             HasSubstr("\nEVENTS: whole years, components do not fail\n")));
  EXPECT_THAT(
      uitwijk("table --year --format csv " + files).out,
      testing::AllOf(testing::StartsWith("# Criteria: "), HasSubstr("\nlost_callers,compound,")));
  EXPECT_EQ(uitwijk("table --year " + criteria + event).exit_code, 2);
}

TEST(Year, IsRefusedWhenNothingCanStrikeOrSomethingElseIsAsked) {
  const Ended two = uitwijk("run --year --threat TT-01" + here);
  EXPECT_EQ(two.exit_code, 2);
  EXPECT_EQ(uitwijk("run --no-failures " + tiny_calm).exit_code, 2);
  const Ended none =
      uitwijk("run --year " + criteria + here + "--set threats.TT-01.likelihood.basis=analyst");
  EXPECT_EQ(none.exit_code, 3);
  EXPECT_THAT(none.err, HasSubstr("has no event threat with a frequency"));
}

}  // namespace
