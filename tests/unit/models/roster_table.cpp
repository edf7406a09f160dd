#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "models/world/read_world.hpp"

/// Rosters as CSV: what they change, where their numbers come from, and what is said when wrong.
namespace {

using namespace models;
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

const char* const world_text = R"(
world: {name: "W", zone: "UTC+0", shifts: {day: "07:00", night: "23:00"}}
disciplines: {a: {name: "A"}}
stages: {intake: {handling: "1 min"}, uitgifte: {handling: "1 min"}}
roles: {agent: {stage: intake}, dispatcher: {stage: uitgifte}}
meldkamers:
  north: {name: "N", roster: {agent: {day: 4, night: 2}, dispatcher: 3}}
  south: {name: "S", roster: {agent: 5, dispatcher: 3}}
regions: {rn: {name: "RN", meldkamer: north}, rs: {name: "RS", meldkamer: south}}
demand: {calls: "4 calls/h"}
)";

class RosterTable : public testing::Test {
protected:
  RosterTable() {
    std::string name = (fs::temp_directory_path() / "roster_XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
      throw std::runtime_error("no temporary folder");
    folder_ = name;
    fs::create_directory(folder_ / "world");
    std::ofstream(folder_ / "world/world.yaml") << world_text;
  }
  ~RosterTable() override { fs::remove_all(folder_); }

  WorldModel read(const std::string& csv) const {
    std::ofstream(folder_ / "roster.csv", std::ios::binary) << csv;
    return read_world(folder_ / "world", {}, {folder_ / "roster.csv"});
  }
  /// "2:7: message".
  std::vector<std::string> problems(const std::string& csv) const {
    try {
      read(csv);
    } catch (const InvalidInput& invalid) {
      std::vector<std::string> out;
      for (const Problem& problem : invalid.problems()) {
        EXPECT_EQ(fs::path(problem.mark.file).filename(), "roster.csv");
        out.push_back(std::to_string(problem.mark.line) + ":" +
                      std::to_string(problem.mark.column) + ": " + problem.message);
      }
      return out;
    }
    return {};
  }

  fs::path folder_;
};

int staff(const World& world, const std::string& group, int hour) {
  for (const AgentGroup& row : world.groups)
    if (row.id == group)
      return row.roster.at(hour * 3600);
  return -1;
}

TEST_F(RosterTable, ByShiftChangesThatShiftOnly) {
  const World world = read("meldkamer,role,shift,staff\nnorth,agent,day,9\n").world;
  EXPECT_EQ(staff(world, "north.agent", 12), 9);
  EXPECT_EQ(staff(world, "north.agent", 2), 2);
  EXPECT_EQ(staff(world, "south.agent", 12), 5);
}

TEST_F(RosterTable, ByTimeIsTheWholeWeek) {
  const World world = read(
                          "meldkamer,role,at,staff\r\n"
                          "south,agent,07:00,6\r\n"
                          "south,agent,\"sat 09:00\",8\r\n"
                          "south,agent,23:00,1\r\n")
                          .world;
  EXPECT_EQ(staff(world, "south.agent", 12), 6);
  EXPECT_EQ(staff(world, "south.agent", 2), 1);
  EXPECT_EQ(staff(world, "south.agent", 5 * 24 + 12), 8);
}

TEST_F(RosterTable, SemicolonsQuotesBlankLinesAndAByteOrderMark) {
  const World world =
      read("\xEF\xBB\xBFmeldkamer;role;shift;staff;note\n\nnorth;agent;day;7;\"a; \"\"b\"\"\"\n\n")
          .world;
  EXPECT_EQ(staff(world, "north.agent", 12), 7);
}

TEST_F(RosterTable, ItsNumbersAreMeasuredUnlessItSaysOtherwise) {
  const WorldModel model = read(
      "meldkamer,role,shift,staff,kind,source\n"
      "north,agent,day,9,,\n"
      "north,agent,night,3,estimated,by telephone\n");
  int found = 0;
  for (const Parameter& parameter : model.parameters) {
    if (parameter.address == "meldkamers.north.roster.agent.day") {
      EXPECT_EQ(parameter.kind, "measured");
      EXPECT_EQ(parameter.source, "roster.csv");
      EXPECT_EQ(parameter.mark.line, 2);
      ++found;
    }
    if (parameter.address == "meldkamers.north.roster.agent.night") {
      EXPECT_EQ(parameter.kind, "estimated");
      EXPECT_EQ(parameter.source, "by telephone");
      ++found;
    }
  }
  EXPECT_EQ(found, 2);
  EXPECT_EQ(model.inputs.back().text.substr(0, 9), "meldkamer") << "kept for provenance";
}

TEST_F(RosterTable, WrongColumns) {
  EXPECT_THAT(
      problems("meldkamer,rol,shift,staff\n"),
      ElementsAre("1:11: unknown column \"rol\", did you mean role?; columns are meldkamer, "
                  "role, staff and shift or at; source, kind and note may be added"));
  EXPECT_THAT(problems("meldkamer,role,staff\n"), ElementsAre(HasSubstr("no column shift or at")));
  EXPECT_THAT(problems("meldkamer,shift,staff\n"), ElementsAre(HasSubstr("no column role")));
  EXPECT_THAT(problems("meldkamer,role,role,at,staff\n"), ElementsAre(HasSubstr("1:16: ")));
  EXPECT_THAT(problems(""), ElementsAre(HasSubstr("is empty")));
  EXPECT_THAT(problems("meldkamer,role,shift,staff\n"), ElementsAre(HasSubstr("no rows")));
}

TEST_F(RosterTable, WrongRows) {
  const std::string head = "meldkamer,role,shift,at,staff\n";
  EXPECT_THAT(problems(head + "norh,agent,day,,9\n"),
              ElementsAre("2:1: norh is not a meldkamer of this world, did you mean north?"));
  EXPECT_THAT(problems(head + "north,agnt,day,,9\n"),
              ElementsAre(testing::AllOf(HasSubstr("2:7: "), HasSubstr("did you mean agent?"))));
  EXPECT_THAT(problems(head + "north,agent,dya,,9\n"),
              ElementsAre(testing::AllOf(HasSubstr("2:13: "), HasSubstr("did you mean day?"))));
  EXPECT_THAT(problems(head + "north,agent,day,,nine\n"), ElementsAre(HasSubstr("2:18: ")));
  EXPECT_THAT(problems(head + "north,agent,day,,\n"), ElementsAre(HasSubstr("staff is empty")));
  EXPECT_THAT(problems(head + "north,agent,,7 uur,9\n"), ElementsAre(HasSubstr("2:14: ")));
  EXPECT_THAT(problems(head + "north,agent,,,9\n"), ElementsAre(HasSubstr("a shift or a time")));
  EXPECT_THAT(problems(head + "north,agent,day,07:00,9\n"),
              ElementsAre(HasSubstr("a shift or a time")));
  EXPECT_THAT(problems(head + "north,agent,day,,9\nnorth,agent,day,,8\n"),
              ElementsAre(HasSubstr("3:13: day is given twice for this role, first in line 2")));
  EXPECT_THAT(problems(head + "north,agent,day,,9\nnorth,agent,,07:00,8\n"),
              ElementsAre(HasSubstr("rows above give shifts")));
  EXPECT_THAT(problems(head + "north,agent,day,,9,extra\n"), ElementsAre(HasSubstr("too many")));
}

TEST_F(RosterTable, NoCsvAtAll) {
  EXPECT_THAT(problems("meldkamer,role,shift,staff\nnorth,\"agent,day,9\n"),
              ElementsAre(HasSubstr("2:7: a quote")));
  EXPECT_THAT(problems("meldkamer,role,shift,staff\nnorth,ag\"ent,day,9\n"),
              ElementsAre(HasSubstr("a quote")));
  EXPECT_THAT(problems("\xff\xfe"), ElementsAre(HasSubstr("is not UTF-8")));
}

}  // namespace
