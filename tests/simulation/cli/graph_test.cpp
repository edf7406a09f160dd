/// `uitwijk graph` as a user sees it.
#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <sstream>

#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

std::size_t characters(const std::string& text) {
  std::size_t out = 0;
  for (const char c : text)
    out += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return out;
}

TEST(GraphCommand, AnswersForTheCountryInTwoSeconds) {
  const auto before = std::chrono::steady_clock::now();
  const json graph = json_of("graph --json " + dutch_world);
  const std::chrono::duration<double> took_s = std::chrono::steady_clock::now() - before;
#if !defined(__SANITIZE_ADDRESS__)
  EXPECT_LT(took_s.count(), 2);
#endif
  EXPECT_EQ(graph.at("schema"), "uitwijk/graph/1");
  EXPECT_THAT(graph.at("rubricering").get<std::string>(), HasSubstr("Openbare bronnen"));
  EXPECT_EQ(graph.at("takeover").at("sets").size(), 11u + 45u) << "ten rooms in pairs";
  EXPECT_EQ(graph.at("network").at("articulation_points").at(0), "LMS-platform");
}

/// Rooms that answer for a region each; the next one takes over.
std::string ring_of(int rooms) {
  std::string meldkamers, regions, partners;
  for (int i = 0; i < rooms; ++i) {
    const std::string n = std::to_string(i);
    meldkamers += "  m" + n + ": {name: M" + n + ", desks: 9, roster: {taker: 4}}\n";
    regions += "  r" + n + ": {name: R" + n + ", population: 1000, meldkamer: m" + n + "}\n";
    partners += "    m" + n + ": [{to: m" + std::to_string((i + 1) % rooms) + ", trained: true}]\n";
  }
  return "world: {name: Ring, zone: UTC+0}\ndisciplines: {help: {name: Help}}\n"
         "stages: {intake: {name: Intake, handling: 60 s, patience: 3 min}}\n"
         "roles: {taker: {name: Taker, stage: intake}}\nmeldkamers:\n" +
         meldkamers + "regions:\n" + regions +
         "demand: {calls: 240 calls/h}\n"
         "takeover:\n"
         "  heartbeat: {period: 10 s, timeout: 2 s, misses: 1}\n"
         "  detect: 10 s\n  decide: 10 s\n"
         "  switch: {trained: 30 s, untrained: 12 min, fails_trained: 0, fails_untrained: 0, "
         "retry: 5 min}\n"
         "  relocate: {after: 10 h, share: 0}\n  verify: 1 min\n  return: 1 min\n"
         "  partners:\n" +
         partners;
}

/// 64 rooms have 2016 pairs: more than are looked at, unless they are of one.
TEST(GraphCommand, OfManyRoomsPairsAreLeftOutAndThatIsSaid) {
  const Scratch scratch;
  std::filesystem::create_directory(scratch.file("many"));
  write(scratch.file("many/world.yaml"), ring_of(64));
  const std::string graph = "graph --lang en '" + scratch.file("many") + "' ";
  EXPECT_THAT(uitwijk(graph + "--pairs").out, HasSubstr(" pairs of lost meldkamers are left out"));
  const json all = json_of(graph + "--json").at("takeover"),
             of_one = json_of(graph + "--json --meldkamer m7").at("takeover");
  EXPECT_EQ(all.at("sets").size(), 64u);
  EXPECT_THAT(all.at("approximation").get<std::string>(),
              HasSubstr("2016 pairs of meldkamers are left out"));
  EXPECT_EQ(of_one.at("sets").size(), 64u) << "itself, and with each other";
}

TEST(GraphCommand, AFigureThatIsNotKnownIsNull) {
  bool found = false;
  const json graph = json_of("graph --json " + dutch_world);
  for (const json& point : graph.at("single_points"))
    if (point.at("event").at("id") == "wan" && point.at("event").at("common_cause") == true) {
      EXPECT_TRUE(point.at("unavailability").is_null());
      found = true;
    }
  EXPECT_TRUE(found);
}

TEST(GraphCommand, SharesOfWhatIsCarriedAddUp) {
  const json graph = json_of("graph --json " + dutch_world);
  ASSERT_FALSE(graph.at("takeover").at("sets").empty());
  for (const json& row : graph.at("takeover").at("sets"))
    for (const char* const who : {"plan", "plan_with_relocated", "partners", "anyone"}) {
      double offered = 0, carried = 0;
      for (const json& work : row.at(who).at("work")) {
        offered += work.at("offered_erlang").get<double>();
        carried += work.at("carried_erlang").get<double>();
        EXPECT_EQ(work.at("holds") == false, !work.at("bottlenecks").empty()) << row;
      }
      EXPECT_NEAR(offered, row.at("offered_erlang").get<double>(), 1e-9);
      EXPECT_NEAR(carried, offered * row.at(who).at("share").get<double>(), 1e-9);
      EXPECT_GE(row.at("anyone").at("share").get<double>() + 1e-3,
                row.at("plan").at("share").get<double>());
    }
}

TEST(GraphCommand, MorePeopleAtAPartnerCarryMore) {
  const auto share = [](const std::string& settings) {
    const json graph = json_of("graph --json --meldkamer oost_nederland --hour 'sat 23:00' " +
                               settings + dutch_world);
    return graph.at("takeover").at("sets").at(0).at("plan").at("share").get<double>();
  };
  const double now = share("");
  EXPECT_LT(now, 1);
  EXPECT_GT(share("--set meldkamers.midden_nederland.roster.ambulance.night=9 "), now);
}

TEST(GraphCommand, FitsOnAHundredColumnsInBothLanguages) {
  for (const char* const language : {"nl", "en"}) {
    const Ended ended =
        uitwijk(std::string("graph --pairs --lang ") + language + " " + dutch_world);
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    std::istringstream lines(ended.out);
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(characters(line), 100u) << line;
    EXPECT_THAT(ended.out, HasSubstr("Openbare bronnen en aannames"));
  }
}

TEST(GraphCommand, ItsHelpBeginsWithExamplesAndFits) {
  const Ended help = uitwijk("graph --help");
  EXPECT_EQ(help.exit_code, 0);
  EXPECT_LT(help.out.find("Examples:"), help.out.find("Usage: uitwijk"));
  std::istringstream lines(help.out);
  for (std::string line; std::getline(lines, line);)
    EXPECT_LE(characters(line), 100u) << line;
}

TEST(GraphCommand, ADrawingForGraphviz) {
  const Ended ended = uitwijk("graph --format dot --meldkamer limburg " + dutch_world);
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.out, testing::StartsWith("digraph uitwijk {"));
  EXPECT_THAT(ended.out, HasSubstr("\"function answer@limburg\" -> \"telephony@limburg\";"));
  EXPECT_THAT(ended.out,
              HasSubstr("\"emergency_power@limburg\" -> \"grid@limburg\" [style=dashed"));
  EXPECT_THAT(ended.out, testing::Not(HasSubstr("@rotterdam")));
  EXPECT_THAT(ended.out, HasSubstr("Openbare bronnen"));
}

TEST(GraphCommand, AWorldWithoutMarkingIsTreatedAsConfidential) {
  const Ended ended = uitwijk("graph " + world_file("cli_tiny/world"));
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("Rubricering niet vastgesteld: behandelen als vertrouwelijk"));
}

TEST(GraphCommand, WhatItCannotFindOrMeanIsSaid) {
  const Ended room = uitwijk("graph --meldkamer atlantis " + dutch_world);
  EXPECT_EQ(room.exit_code, 3);
  EXPECT_THAT(room.err, HasSubstr("rotterdam"));
  EXPECT_THAT(room.out, IsEmpty());
  EXPECT_EQ(uitwijk("graph --hour noon " + dutch_world).exit_code, 2);
  EXPECT_EQ(uitwijk("graph --format svg " + dutch_world).exit_code, 2);
  EXPECT_EQ(uitwijk("graph nowhere").exit_code, 3);
}

/// Race k is that of replication k of `run`; with a way closed there are fewer strikes.
TEST(GraphCommand, PlaysRacesOfAnAttack) {
  const std::string attack = "graph --attack " + world_file("cli_tiny/attack.yaml");
  const auto told = json_of(attack + " -n 400 --json");
  EXPECT_EQ(told.at("races"), 400);
  const int struck = told.at("struck").at("count");
  EXPECT_GT(struck, 100);
  EXPECT_LT(struck, 400);
  EXPECT_EQ(told.at("times").at("strike").at("races"), struck);
  EXPECT_EQ(told.at("without").at("inwards").at("count"), 0) << "there is no other way in";
  EXPECT_GT(told.at("without").at("watch").at("count"), struck);
  EXPECT_LT(told.at("by_itself").at("count"), 20) << "both ways are closed in one of a hundred";
  const auto unseen = json_of(attack +
                              " -n 400 --json --set threats.intruder.attack.strike.after='500 year'"
                              " --set threats.intruder.attack.steps.inwards.seen=0"
                              " --set threats.intruder.attack.steps.admin.seen=0");
  EXPECT_EQ(unseen.at("by_itself").at("count"), 400) << "nobody stops what nobody sees";
  const Ended text = uitwijk(attack + " -n 400");
  EXPECT_THAT(text.out, testing::HasSubstr("How it ends"));
  EXPECT_EQ(uitwijk(attack + " --format dot").exit_code, 3);
  EXPECT_EQ(uitwijk(attack + " " + world_file("cli_tiny/world")).exit_code, 2);
  EXPECT_EQ(uitwijk("graph -n 5").exit_code, 2) << "races of nothing";
}

}  // namespace
}  // namespace simulation
