/// `uitwijk branch`: what could one have decided at that moment.
#include <gmock/gmock.h>

#include <fstream>

#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// noord is lost at onset; somebody knows within 150 s at most, and zuid takes over.
std::string outage(const std::string& more) {
  return "branch " + tiny_outage + " -q -n 6 " + more;
}

const std::string people = " --option 'more=set:meldkamers.zuid.roster.call_taker=12'";

const json& option(const json& document, const std::string& name, const std::string& moment) {
  for (const json& one : document.at("options"))
    if (one.at("option") == name && one.at("moment") == moment)
      return one;
  throw std::runtime_error("no option " + name + " at " + moment);
}

double lost_more(const json& option) {
  return option.at("difference").at("extra_lost_callers").at("mean");
}

TEST(CliBranch, HoldsOptionsAgainstWaiting) {
  const json seen = json_of(outage("--json --at 'onset + 10 min'" + people));
  EXPECT_EQ(seen.at("schema"), "uitwijk/branch/1");
  EXPECT_EQ(seen.at("compared_with"), "wait");
  ASSERT_EQ(seen.at("options").size(), 2u);
  EXPECT_TRUE(seen.at("options")[0].at("difference").is_null());
  const json& more = option(seen, "more", "onset + 10 min");
  EXPECT_EQ(more.at("decided"), 6);
  EXPECT_EQ(more.at("hindsight"), 0);
  EXPECT_LT(lost_more(more), 0) << "nine more people where the calls go";
}

TEST(CliBranch, BeforeAnybodyKnewIsHindsight) {
  const json seen = json_of(outage("--json --at onset --at 'detect + 1 s'" + people));
  EXPECT_EQ(option(seen, "more", "onset").at("hindsight"), 6);
  EXPECT_EQ(option(seen, "more", "detect + 1 s").at("hindsight"), 0);
  EXPECT_THAT(uitwijk(outage("--at onset" + people)).out,
              HasSubstr("more @ onset: in 6 of 6 replications nobody knew of it yet"));
}

TEST(CliBranch, DecidingEarlierIsWorthTheDifference) {
  const json seen = json_of(outage("--json --at 'onset + 5 min' --at 'onset + 45 min'" + people));
  ASSERT_EQ(seen.at("earlier").size(), 1u);
  const json& earlier = seen.at("earlier")[0];
  EXPECT_EQ(earlier.at("moment"), "onset + 5 min");
  EXPECT_EQ(earlier.at("instead_of"), "onset + 45 min");
  const double saves = earlier.at("saves").at("extra_lost_callers").at("mean");
  EXPECT_NEAR(saves,
              lost_more(option(seen, "more", "onset + 45 min")) -
                  lost_more(option(seen, "more", "onset + 5 min")),
              1e-9);
}

TEST(CliBranch, WhatChangesNothingDiffersByExactlyNothing) {
  const json seen = json_of(
      outage("--json --at 'onset + 5 min' --at '9 h' --option 'same=set:takeover.decide=2 min' "
             "--option 'late=effects:{from: 8 h, staffing: {at: all, staff: 9}}'"));
  for (const json& one : seen.at("options"))
    if (!one.at("difference").is_null())
      for (const auto& [name, estimate] : one.at("difference").items())
        if (!estimate.at("mean").is_null()) {
          EXPECT_EQ(estimate.at("mean"), 0) << one.at("option") << " " << name;
          EXPECT_EQ(estimate.at("p95"), 0) << one.at("option") << " " << name;
        }
  EXPECT_EQ(option(seen, "same", "9 h").at("decided"), 0) << "all is over by then";
}

TEST(CliBranch, IsTheSameForAnyNumberOfJobs) {
  const std::string asked = outage("--format csv --grid all --at 'onset + 5 min'" + people);
  EXPECT_EQ(uitwijk(asked + " -j1").out, uitwijk(asked + " -j3").out);
}

TEST(CliBranch, EveryOutputSaysThatItIsForRehearsal) {
  for (const char* const format : {"text", "md", "csv", "json"}) {
    const std::string asked = outage("--at onset" + people + " --format " + format);
    const Ended english = uitwijk(asked + " --lang en"), dutch = uitwijk(asked + " --lang nl");
    EXPECT_EQ(english.exit_code, 0) << english.err;
    EXPECT_THAT(english.out, HasSubstr("For rehearsal (naspelen en oefenen), not for a running"));
    EXPECT_THAT(dutch.out, HasSubstr("Naspelen en oefenen, niet voor een lopend incident"));
  }
}

class OwnFile : public testing::Test {
protected:
  void write(const std::string& branches) const {
    std::ofstream(file_) << "scenario: {name: S, description: S, world: "
                         << world_file("cli_tiny/world")
                         << ", start: \"2026-01-05T08:00\", warm_up: \"1 h\", end: \"5 h\"}\n"
                            "threats:\n  failure:\n    effects:\n      - {from: \"2 h\", for: \"1 "
                            "h\", down: {components: [\"acd@noord\"]}}\n"
                         << branches;
  }
  Scratch scratch_;
  const std::string file_ = scratch_.file("own.yaml");
};

TEST_F(OwnFile, MakesATree) {
  write(
      "branches:\n"
      "  stay: {}\n"
      "  first: {at: onset + 10 min, set: {meldkamers.zuid.roster.call_taker: 6}}\n"
      "  then: {after: first, at: onset + 30 min, set: {meldkamers.zuid.roster.call_taker: 12}}\n"
      "  alone: {at: onset + 30 min, set: {meldkamers.zuid.roster.call_taker: 12}}\n");
  const json seen = json_of("branch " + file_ + " -q -n 6 --json");
  EXPECT_EQ(seen.at("compared_with"), "stay");
  const json& then = option(seen, "then", "onset + 30 min");
  EXPECT_EQ(then.at("after"), "first @ onset + 10 min");
  EXPECT_LT(lost_more(then), lost_more(option(seen, "alone", "onset + 30 min")));
}

TEST_F(OwnFile, IsCheckedWithItsOptions) {
  write(
      "branches:\n"
      "  bad:\n"
      "    at: onset\n"
      "    set: {meldkamers.zuid.roster.call_taker: many}\n");
  const Ended seen = uitwijk("check " + file_);
  EXPECT_EQ(seen.exit_code, 3);
  EXPECT_THAT(seen.out, HasSubstr("own.yaml:9:46:"));
  EXPECT_THAT(seen.out, HasSubstr("call_taker must be a whole number, found many"));
}

TEST_F(OwnFile, IsWhatSaveWrites) {
  const std::string saved = scratch_.file("saved.yaml");
  const std::string asked = outage("--json --at 'detect + 5 min'" + people);
  json first = json_of(asked + " --save " + saved);
  json again = json_of("branch " + saved + " -q -n 6 --json");
  first.erase("wall_s");
  again.erase("wall_s");
  EXPECT_EQ(first, again);
}

TEST(CliBranch, KeepsEachOptionInAFileWhoseRowNamesIt) {
  const Scratch scratch;
  const std::string file = scratch.file("kept.h5");
  const json seen = json_of(outage("--json --at 'onset + 10 min'" + people + " -o " + file));
  const json table = json_of("table --json " + scratch.file("kept-wait.h5") + " " +
                             scratch.file("kept-more-onset+10min.h5"));
  ASSERT_EQ(table.at("conditional").size(), 2u);
  EXPECT_EQ(table.at("conditional")[0].at("varied"), "");
  EXPECT_EQ(table.at("conditional")[1].at("varied"), "more @ onset + 10 min");
  const double lost =
      option(seen, "more", "onset + 10 min").at("measures").at("extra_lost_callers").at("mean");
  EXPECT_NEAR(table.at("conditional")[1].at("lost_callers").at("value"), lost, 1e-9);
}

TEST(CliBranch, TellsOneReplicationUnderAllOptionsSideBySide) {
  const std::string asked =
      "branch " + tiny_outage + " -q --replication 2 --at 'detect + 1 min' --lang en" + people;
  const std::string csv = uitwijk(asked + " --format csv").out;
  EXPECT_THAT(csv, HasSubstr("not for a running incident"));
  EXPECT_THAT(csv, testing::ContainsRegex("decided: more @ detect [+] 1 min,,x\n"));
  const json trace = json_of("trace --json " + tiny_outage + " --replication 2 --lang en");
  for (const json& event : trace.at("events"))
    EXPECT_THAT(csv, HasSubstr(event.at("local").get<std::string>()));
}

TEST(CliBranch, TheCourseAsTextNumbersItsOptions) {
  const std::string text = uitwijk("branch " + tiny_outage +
                                   " -q --replication 2 --at 'detect + 1 min' --lang en" + people)
                               .out;
  EXPECT_THAT(text, HasSubstr("Options: 1 wait, 2 more @ detect + 1 min"));
  EXPECT_THAT(text, testing::ContainsRegex("what happens  1  2\n"));
  EXPECT_THAT(text, testing::ContainsRegex("decided: more @ detect [+] 1 min     x\n"));
}

TEST(CliBranch, SaysWhatIsWrong) {
  const Ended none = uitwijk(outage(""));
  EXPECT_EQ(none.exit_code, 3);
  EXPECT_THAT(none.err, HasSubstr("has no option that decides anything"));
  const Ended no_moment = uitwijk(outage(people));
  EXPECT_EQ(no_moment.exit_code, 3);
  EXPECT_THAT(no_moment.err, HasSubstr("--option more=set:"));
  EXPECT_EQ(uitwijk(outage("--option 'Wait'")).exit_code, 2);
  EXPECT_EQ(uitwijk(outage("--option 'x=set:3'")).exit_code, 2);
  const Ended act = uitwijk(outage("--at onset --option 'x=set:callers.redial.maximum=1'"));
  EXPECT_EQ(act.exit_code, 3);
  EXPECT_THAT(act.err, HasSubstr("what people can change at that moment"));
}

}  // namespace
}  // namespace simulation
