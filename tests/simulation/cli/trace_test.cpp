/// `trace` as a user sees it: one possible course, as data and in lines.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(CliTrace, TellsTheTakeoverInOrder) {
  const json story = json_of("trace --json --replication 3 " + tiny_outage);
  EXPECT_EQ(story.at("schema"), "uitwijk/trace/1");
  std::vector<std::string> kinds;
  double last_s = 0;
  for (const json& event : story.at("events")) {
    EXPECT_GE(event.at("t_s"), last_s);
    last_s = event.at("t_s");
    kinds.push_back(event.at("kind"));
  }
  const auto at = [&](const char* kind) {
    return std::find(kinds.begin(), kinds.end(), kind) - kinds.begin();
  };
  EXPECT_LT(at("effect_begins"), at("function_lost"));
  EXPECT_LT(at("function_lost"), at("alarm"));
  EXPECT_LT(at("alarm"), at("detected"));
  EXPECT_LT(at("detected"), at("decided"));
  EXPECT_LT(at("decided"), at("switched"));
  EXPECT_LT(at("switched"), at("repaired"));
  EXPECT_LT(at("repaired"), at("returned"));
  EXPECT_LT(at("returned"), std::ssize(kinds));
}

/// Text lines without the clock, the counts and the place; continued lines joined.
std::vector<std::string> told(const std::string& out, const std::string& place) {
  std::vector<std::string> lines;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);) {
    EXPECT_LE(line.size(), 100u) << line;
    const std::size_t at = line.find("  " + place + "  ");
    if (at != std::string::npos)
      lines.push_back(line.substr(line.find_first_not_of(' ', at + 2 + place.size())));
    else if (!lines.empty() && line.starts_with(std::string(20, ' ')))
      lines.back() += " " + line.substr(line.find_first_not_of(' '));
  }
  return lines;
}

TEST(CliTrace, GivesTheClocksOfTheTakeover) {
  const Ended story = uitwijk("trace --lang en --replication 3 " + tiny_outage);
  EXPECT_THAT(story.out, HasSubstr("Counts over all stages"));
  // The world says: heartbeats every 30 s, two missed, known after 60 s, decided after 120 s,
  // switched in 60 s, repaired after an hour, verified in 10 min, back in 5 min.
  EXPECT_THAT(told(story.out, "Groningen"),
              testing::ElementsAre(
                  "stops: ACD", "can no longer: Answer", "heartbeat missed, no. 1",
                  "heartbeat missed, no. 2", "the monitor raises the alarm",
                  testing::MatchesRegex("the coordinator knows, 2 min [0-9]+ s after the loss"),
                  "the coordinator orders the takeover, 2 min 0 s after knowing",
                  testing::MatchesRegex("Zuid answers for it, 1 min 0 s after the order, "
                                        "5 min [0-9]+ s after the loss"),
                  "works again: ACD", "can again: Answer", "repaired, 1 h 0 min after the loss",
                  "repair verified, 10 min 0 s after the repair",
                  "calls come home from Zuid, 5 min 0 s after the check"));
}

TEST(CliTrace, SaysThatNobodyCanTakeOver) {
  const Scratch scratch;
  const std::string both = scratch.file("both.yaml");
  std::ofstream(both) << "scenario:\n  name: Both\n  description: x\n  world: "
                      << world_file("cli_tiny/world")
                      << "\n  start: 2026-01-05T08:00\n  end: 5 h\nthreats:\n  flood:\n"
                         "    name: Flood\n    effects:\n      - {from: 2 h, for: 1 h, "
                         "down: {components: [acd@noord, acd@zuid]}}\n";
  EXPECT_THAT(told(uitwijk("trace --lang en " + both).out, "Groningen"),
              testing::Contains("no partner can take over"));
}

TEST(CliTrace, TellsASecondAtOnePlaceInOneLineEach) {
  const std::string blackout = SOURCE_DIR "/scenarios/bergen-op-zoom-2023.yaml";
  const Ended story = uitwijk("trace --lang en --replication 3 " + blackout);
  ASSERT_EQ(story.exit_code, 0) << story.err;
  const auto lines = told(story.out, "Bergen op Zoom");
  const json events = json_of("trace --json --lang en --replication 3 " + blackout).at("events");
  ASSERT_GE(lines.size(), 3u);
  EXPECT_THAT(lines[0], testing::StartsWith("stops: "));
  EXPECT_THAT(lines[1], testing::StartsWith("can no longer: "));
  EXPECT_THAT(lines[2], testing::StartsWith("standby starts: "));
  EXPECT_LT(lines.size(), 30u);
  for (const json& event : events) {  // nobody is left out
    if (event.at("kind") != "component_stops" || event.at("t_s") != events.at(0).at("t_s"))
      continue;
    EXPECT_THAT(lines[0], HasSubstr(event.at("what").get<std::string>()));
  }
}

TEST(CliTrace, SaysThatItIsOnePossibleCourse) {
  const Ended dutch = uitwijk("trace --lang nl --replication 3 " + tiny_outage);
  EXPECT_EQ(dutch.exit_code, 0);
  EXPECT_THAT(dutch.out, testing::StartsWith("EEN MOGELIJK VERLOOP"));
  EXPECT_THAT(dutch.out, HasSubstr("Een mogelijk verloop:"));
  EXPECT_THAT(dutch.out, HasSubstr("10:00:00")) << "two hours after 08:00, local time";
  EXPECT_THAT(dutch.out, HasSubstr("Groningen"));
  EXPECT_THAT(uitwijk("trace --lang en --replication 3 " + tiny_outage).out,
              HasSubstr("One possible course:"));
}

}  // namespace
}  // namespace simulation
