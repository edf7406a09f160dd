#include <gmock/gmock.h>

#include <algorithm>
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
      problems("meldkamer,roll,shift,staff\n"),
      ElementsAre(
          "1:11: unknown column \"roll\", did you mean role?; columns are meldkamer, role, "
          "staff and shift or at; to, day, date, person, source, kind and note may be added"));
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
  EXPECT_THAT(problems("\xff\xfe"), ElementsAre(HasSubstr("is empty")));
  EXPECT_THAT(
      problems("meldkamer,role,shift,staff\nnorth,\x81,day,9\n"),
      ElementsAre(HasSubstr("2:0: has a character that is neither UTF-8 nor WINDOWS-1252")));
}

TEST_F(RosterTable, AsASpreadsheetHasIt) {
  const World world = read(
                          "sep=;\r\nMeldkamer;Functie;Tijd;Aantal;\r\n"
                          "N;Agent;7:00;6;\r\nn;AGENT;za 9:00;8;\r\n;;;;\r\n"
                          "North;agent;Zondag 23:00:00;1;\r\n")
                          .world;
  EXPECT_EQ(staff(world, "north.agent", 12), 6);
  EXPECT_EQ(staff(world, "north.agent", 5 * 24 + 12), 8);
  EXPECT_EQ(staff(world, "north.agent", 6 * 24 + 23), 1);
  EXPECT_EQ(
      staff(read("meldkamer\trole\tshift\tstaff\nnorth\tagent\tday\t9\n").world, "north.agent", 12),
      9);
}

/// "sep=;" is the first line, so that the heading is the second.
TEST_F(RosterTable, AnAnnouncedDelimiterMovesNoLine) {
  EXPECT_THAT(problems("sep=;\nmeldkamer;role;shift;staff\nnorh;agent;day;9\n"),
              ElementsAre(HasSubstr("3:1: norh")));
}

std::string source_of_shift(const WorldModel& model) {
  for (const Parameter& parameter : model.parameters)
    if (parameter.address == "meldkamers.north.roster.agent.day")
      return parameter.source;
  return "";
}

std::string as_utf16(const std::string& ascii, bool with_mark) {
  std::string out = with_mark ? "\xff\xfe" : "";
  for (const char c : ascii)
    out += std::string{c, '\0'};
  return out;
}

TEST_F(RosterTable, InTheEncodingsOfSpreadsheets) {
  const std::string csv = "meldkamer,role,shift,staff,note\nnorth,agent,day,9,";
  for (const std::string& text :
       {as_utf16(csv + "x\n", true), as_utf16(csv + "x\n", false), csv + "caf\xe9 \x80\n"}) {
    const WorldModel model = read(text);
    EXPECT_EQ(staff(model.world, "north.agent", 12), 9);
    EXPECT_THAT(source_of_shift(model),
                testing::AnyOf("roster.csv, read as UTF-16LE", "roster.csv, read as WINDOWS-1252"));
    EXPECT_THAT(model.inputs.back().text, testing::StartsWith("meldkamer"));
  }
  EXPECT_THAT(read(csv + "caf\xe9 \x80\n").inputs.back().text, HasSubstr("caf\u00e9 \u20ac"));
  EXPECT_EQ(source_of_shift(read(csv + "\u00e9\n")), "roster.csv");
}

TEST_F(RosterTable, FromATimeToATimeAddsUp) {
  const World world = read(
                          "meldkamer,role,at,to,staff\n"
                          "south,agent,07:00-15:00,,4\n"
                          "south,agent,09:00,17:00,2\n"
                          "south,agent,23:00,7:00,1\n"
                          "south,agent,sat 12:00-14:00,,3\n")
                          .world;
  const std::vector<std::pair<int, int>> expected = {
      {6, 1}, {8, 4}, {12, 6}, {16, 2}, {20, 0}, {23, 1}, {5 * 24 + 13, 9}, {5 * 24 + 14, 6}};
  for (const auto& [hour, people] : expected)
    EXPECT_EQ(staff(world, "south.agent", hour), people) << hour;
}

/// Two people by day for two weeks, a third in the second; one at night.
std::string by_person(int weeks) {
  std::string out = "naam;datum;van;tot;meldkamer;functie\n";
  for (int day = 1; day <= 7 * weeks; ++day) {
    const std::string date = std::to_string(day) + "-6-2026";  // the first is a Monday
    for (const char* const name : {"J. de Vries", "K. Bakker"})
      out += std::string(name) + ";" + date + ";7:00;15:00;south;agent\n";
    if (day > 7)
      out += "P. Jansen;" + date + ";7:00;15:00;south;agent\n";
    out += "Q. Smit;" + date + ";23:00;07:00;south;agent\n";
  }
  return out;
}

TEST_F(RosterTable, APersonARowIsCountedOverTheWeeks) {
  const WorldModel model = read(by_person(2));
  EXPECT_EQ(staff(model.world, "south.agent", 12), 2) << "of two weeks the lower";
  EXPECT_EQ(staff(model.world, "south.agent", 18), 0);
  EXPECT_EQ(staff(model.world, "south.agent", 3), 1) << "Monday, of the night after Sunday";
  EXPECT_EQ(staff(model.world, "south.agent", 6 * 24 + 23), 1);
  const auto at = std::find_if(model.parameters.begin(), model.parameters.end(),
                               [](const auto& p) { return p.kind == "measured" && !p.range.empty(); });
  ASSERT_NE(at, model.parameters.end());
  EXPECT_EQ(at->range, "[2, 3]");
}

TEST_F(RosterTable, NoNameIsKept) {
  const WorldModel model = read(by_person(1));
  const std::string& kept = model.inputs.back().text;
  EXPECT_THAT(kept, testing::Not(testing::AnyOf(HasSubstr("Vries"), HasSubstr("Smit"))));
  EXPECT_THAT(kept, HasSubstr("mon 07:00"));
  EXPECT_THAT(model.inputs.back().path, testing::EndsWith("roster.csv"));
  EXPECT_EQ(model.inputs.back().sha256.size(), 64u);
}

TEST_F(RosterTable, WrongTimesAndDates) {
  const std::string head = "meldkamer,role,at,to,date,person\nnorth,agent,";
  EXPECT_THAT(problems(head + "7,15:00,2026-06-01,x\n"),
              ElementsAre(HasSubstr("2:13: must be a time such as")));
  EXPECT_THAT(problems(head + "07:00,25:00,2026-06-01,x\n"),
              ElementsAre(HasSubstr("2:19: must be a time such as \"15:00\", found \"25:00\"")));
  EXPECT_THAT(problems(head + "07:00,,2026-06-01,x\n"), ElementsAre(HasSubstr("needs an end too")));
  EXPECT_THAT(problems(head + "07:00,15:00,31-2-2026,x\n"),
              ElementsAre(HasSubstr("2:25: must be a date such as")));
  EXPECT_THAT(problems(head + "07:00,15:00,2026-06-01,x\n"),
              ElementsAre(HasSubstr("2:7: the dates do not cover a whole week")));
  EXPECT_THAT(problems("meldkamer,role,shift,at,staff\nnorth,agent,,07:00-15:00,2\n"
                       "north,agent,day,,9\n"),
              ElementsAre(HasSubstr("rows with an end and rows without one")));
  EXPECT_THAT(problems("meldkamer,role,day,at,staff\nnorth,agent,zz,07:00,2\n"),
              ElementsAre(HasSubstr("must be a day of the week")));
  EXPECT_THAT(problems("meldkamer,role,at,staff\nnorth,agent,07:00-15:00,1.5\n"),
              ElementsAre(HasSubstr("whole number")));
}

}  // namespace
