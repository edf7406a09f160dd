/// `run` as a user sees it: the schema, the file, the words.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

#include "tests/measure_names.hpp"
#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

void expect_measure(const json& measure, const std::string& name) {
  for (const char* const key : {"mean", "ci95", "p5", "p50", "p95", "n_defined"})
    EXPECT_TRUE(measure.contains(key)) << name << " " << key;
  EXPECT_EQ(measure.at("ci95").size(), measure.at("n_defined") < 2 ? 0u : 2u) << name;
  EXPECT_EQ(measure.at("n_defined") == 0, measure.at("mean").is_null()) << name;
}

TEST(CliRun, JsonHasTheSchema) {
  const json result = json_of("run -q --json " + tiny_outage);
  EXPECT_EQ(result.at("schema"), "uitwijk/run/4");
  EXPECT_EQ(result.at("scenario"), "outage");
  EXPECT_EQ(result.at("seed"), 1);
  EXPECT_EQ(result.at("replications"), 12) << "as many as the scenario asks for";
  EXPECT_EQ(result.at("failed_replications"), 0);
  EXPECT_EQ(result.at("conservation_error"), 0);
  EXPECT_TRUE(result.at("truncated").is_number());
  EXPECT_GT(result.at("wall_s"), 0);
  EXPECT_GT(result.at("calls_per_s"), 0);
  for (const char* const name : tests::measure_names)
    for (const char* const world : {"measures", "twin", "difference"})
      expect_measure(result.at(world).at(name), name);
}

TEST(CliRun, JsonHasEveryPartOfTheWorld) {
  const json result = json_of("run -q --json " + tiny_outage);
  for (const char* const centre : {"landelijk", "noord", "zuid"})
    for (const char* const world : {"measures", "twin", "difference"})
      expect_measure(result.at("centres").at(centre).at(world).at("lost_callers"), centre);
  EXPECT_EQ(result.at("disciplines").at("kmar"), "not modelled");
  expect_measure(result.at("disciplines").at("politie").at("measures").at("lost_callers"), "");
  expect_measure(result.at("regions").at("north").at("measures").at("lost_callers"), "north");
  const json& stage = result.at("stages").at("intake");
  for (const char* const key : {"offered", "answered", "forwarded", "abandoned", "blocked", "cut",
                                "moved_in", "moved_out", "wait_mean_s", "wait_p90_s", "wait_max_s"})
    EXPECT_TRUE(stage.at(key).is_number()) << key;
}

TEST(CliRun, ItsNumbersAddUp) {
  const json m = json_of("run -q --json " + tiny_outage).at("measures");
  const auto mean = [&](const char* name) { return m.at(name).at("mean").get<double>(); };
  EXPECT_NEAR(mean("unique_callers"),
              mean("reached_callers") + mean("gave_up_callers") + mean("other_channel_callers") +
                  mean("deterred_callers") + mean("pending_callers"),
              1e-9);
  EXPECT_NEAR(mean("attempts"), mean("unique_callers") - mean("deterred_callers") + mean("redials"),
              1e-9);
}

TEST(CliRun, TheOutageIsTakenOver) {
  const json result = json_of("run -q --json " + tiny_outage);
  ASSERT_EQ(result.at("takeovers").size(), 1u);
  const json& noord = result.at("takeovers").at(0);
  EXPECT_EQ(noord.at("centre"), "noord");
  for (const auto& after : noord.at("stages").at("intake").at("after")) {
    EXPECT_EQ(after.at("answered_elsewhere").at("value"), 1);
    EXPECT_LT(after.at("answered_elsewhere").at("ci95").at(0), 1) << "twelve of twelve is not all";
    EXPECT_EQ(after.at("nobody_yet").at("value"), 0);
  }
  EXPECT_EQ(noord.at("partners").at("zuid"), 12);
  // The world says: known after 60 s, decided after 120 s, switched in 60 s.
  EXPECT_NEAR(noord.at("decide_s").at("p50").at("s"), 120, 1e-6);
  EXPECT_NEAR(noord.at("switch_s").at("p50").at("s"), 60, 1);
  EXPECT_GT(noord.at("answered").at("mean"), 0);
  EXPECT_GT(result.at("centres").at("zuid").at("difference").at("taken_over_calls").at("mean"), 0);
}

TEST(CliRun, WithoutThreatsThereIsNoTwin) {
  const json result = json_of("run -q --json " + tiny_calm);
  EXPECT_TRUE(result.at("twin").is_null());
  EXPECT_TRUE(result.at("difference").is_null());
  EXPECT_TRUE(result.at("measures").at("recover_s").at("mean").is_null());
  EXPECT_EQ(result.at("measures").at("recover_s").at("n_defined"), 0);
}

/// What depends on the machine and the moment, taken out.
json without_clocks(json result) {
  result.erase("wall_s");
  result.erase("calls_per_s");
  return result;
}

TEST(CliRun, TheNumberOfJobsChangesNoByte) {
  const Scratch scratch;
  const auto run = [&](const std::string& jobs) {
    return without_clocks(json_of("run -q --json " + tiny_outage + " -j " + jobs + " -o " +
                                  scratch.file(jobs + ".h5")));
  };
  EXPECT_EQ(run("1"), run("2"));
  const std::string one = text_of(scratch.file("1.h5"));
  EXPECT_FALSE(one.empty());
  EXPECT_TRUE(one == text_of(scratch.file("2.h5"))) << "the files differ";
}

TEST(CliRun, AnotherSeedIsAnotherStudy) {
  EXPECT_NE(json_of("run -q --json --seed 2 " + tiny_calm).at("measures"),
            json_of("run -q --json --seed 3 " + tiny_calm).at("measures"));
}

TEST(CliRun, AFileIsForItsOwnerOnly) {
  const Scratch scratch;
  const std::string file = scratch.file("study.h5");
  EXPECT_EQ(uitwijk("run -q -n 2 " + tiny_calm + " -o " + file).exit_code, 0);
  struct stat about {};
  ASSERT_EQ(stat(file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
}

TEST(CliRun, ASettingReachesTheWorld) {
  const auto callers = [&](const std::string& more) {
    return json_of("run -q --json " + tiny_calm + more)
        .at("measures")
        .at("unique_callers")
        .at("mean")
        .get<double>();
  };
  const double twice = callers(" --set demand.calls='120 calls/h'");
  EXPECT_NEAR(twice / callers(""), 2, 0.3);
}

TEST(CliRun, OneReplicationHasItsDigests) {
  const json one = json_of("run -q --json --replication 7 " + tiny_outage);
  EXPECT_EQ(one.at("replications"), 1);
  EXPECT_THAT(one.at("digests").at("world").get<std::string>(),
              testing::MatchesRegex("[0-9a-f]{32}"));
  EXPECT_NE(one.at("digests").at("world"), one.at("digests").at("twin"));
  EXPECT_EQ(one.at("digests"),
            json_of("run -q --json --replication 7 " + tiny_outage).at("digests"));
  EXPECT_NE(one.at("digests"),
            json_of("run -q --json --replication 8 " + tiny_outage).at("digests"));
  EXPECT_TRUE(one.at("measures").at("attempts").at("ci95").is_null());
}

TEST(CliRun, StopsWhenPreciseEnough) {
  const json reached = json_of("run -q --json -n 1000 --precision 10%@unique_callers " + tiny_calm);
  EXPECT_EQ(reached.at("replications"), 50) << "the first prefix that is judged";
  EXPECT_EQ(reached.at("precision_reached"), true);
  const Ended missed =
      uitwijk("run -q --json -n 60 --precision 0.0001@unique_callers " + tiny_calm);
  EXPECT_EQ(missed.exit_code, 4);
  EXPECT_EQ(json::parse(missed.out).at("replications"), 60);
}

TEST(CliRun, StopsWhenEveryMeasureIsPreciseEnough) {
  const auto replications = [](const std::string& precision) {
    return json::parse(
               uitwijk("run -q --json -n 200 --precision " + precision + " " + tiny_calm).out)
        .at("replications");
  };
  EXPECT_EQ(replications("10%@unique_callers,10%@attempts"), 50);
  EXPECT_EQ(replications("10%@unique_callers,0.0001@attempts"), 200) << "one is not enough";
  EXPECT_EQ(replications("0.0001@attempts,10%@unique_callers"), 200);
  EXPECT_EQ(uitwijk("run --precision 10%@unique_callers,10%@atempts " + tiny_calm).exit_code, 2);
}

TEST(CliRun, TheTextIsThereInBothLanguages) {
  const Ended english = uitwijk("run --lang en " + tiny_outage);
  EXPECT_THAT(english.out, HasSubstr("lost because of this"));
  EXPECT_THAT(english.out, HasSubstr("not modelled"));
  EXPECT_THAT(english.err, HasSubstr("100 % (12/12)"));
  const Ended dutch = uitwijk("run -q --lang nl " + tiny_outage);
  EXPECT_THAT(dutch.out, HasSubstr("hierdoor verloren"));
  EXPECT_THAT(dutch.out, HasSubstr("OVERNAMES"));
  EXPECT_THAT(dutch.out, testing::Not(HasSubstr("geen: geen meldkamer")));
  EXPECT_THAT(dutch.err, IsEmpty());
  EXPECT_THAT(dutch.out, testing::Not(HasSubstr("\033["))) << "no colour outside a terminal";
}

TEST(CliRun, ThreatsWithoutATakeoverAreSaidToHaveNone) {
  const std::string slow = SOURCE_DIR "/scenarios/gms-2026.yaml";
  EXPECT_THAT(uitwijk("run -q -n 2 --lang en " + slow).out,
              HasSubstr("\nTAKEOVERS  none: no centre lost a function"));
  EXPECT_THAT(uitwijk("run -q --lang en " + tiny_calm).out, testing::Not(HasSubstr("TAKEOVERS")))
      << "without threats nobody asks";
}

TEST(CliRun, TheTableIsWholeWhenBothStreamsShareAPipe) {
  const Scratch scratch;
  const std::string both = scratch.file("both");
  const std::string command =
      "'" UITWIJK "' run -n 2 --lang en " + tiny_outage + " >" + both + " 2>&1";
  ASSERT_EQ(std::system(command.c_str()), 0);
  const std::string text = text_of(both);
  const std::size_t end = text.find("\nelsewhere [95 % interval]"),
                    talk = text.find("calls per second");
  ASSERT_NE(end, std::string::npos);
  ASSERT_NE(talk, std::string::npos);
  EXPECT_LT(end, talk);
}

}  // namespace
}  // namespace simulation
