// What follows from a table of fields, on a made-up record.
#include "reports/fields/table.hpp"

#include <gtest/gtest.h>

#include "reports/fields/pages.hpp"

namespace {

using reports::Field;
using reports::Language;
using reports::Reader;

struct Bridge {
  std::string name;
  double length_m = 0;
  std::optional<int> built;
  bool open = false;
  analysis::Proportion late;
};

using reports::board;

constexpr auto bridges = std::to_array<Field<Bridge>>({
    board("name", [](const Bridge& bridge) { return bridge.name; }, {"what it is called"}),
    board("late", [](const Bridge& bridge) { return bridge.late; }),
    Field<Bridge>(Reader::analyst, "length", [](const Bridge& bridge) { return bridge.length_m; },
                  {.column = "length_m", .after = "built"}),
    board("known", [](const Bridge& bridge) { return reports::GroupIf{bridge.built.has_value()}; }),
    board("known.built", [](const Bridge& bridge) { return bridge.built; }),
    board("known.open", [](const Bridge& bridge) { return bridge.open; }),
    board("word",
          [](const Bridge&, Language language) {
            return std::string(language == Language::dutch ? "brug" : "bridge");
          },
          {.column = reports::no_column}),
});
static_assert(reports::are_sound<Bridge>(bridges));

template <std::size_t n>
constexpr bool sound(const std::array<Field<Bridge>, n>& fields) {
  return reports::are_sound<Bridge>(fields);
}
constexpr auto nothing = [](const Bridge&) { return 0; };
static_assert(!sound(std::array{board("a", nothing), board("a", nothing)}), "a key twice");
static_assert(!sound(std::array{board("a", nothing), board("", nothing, {.column = "a"})}),
              "a column twice");
static_assert(!sound(std::array{board("b.a", nothing)}), "a member without its group");
static_assert(!sound(std::array{board("a", nothing, {.after = "b"})}),
              "a column that follows none");

const Bridge old{"Waalbrug", 604, 1936, true, analysis::proportion(1, 4)};
const Bridge unknown{"a, b", 1, {}, true, {}};

std::string csv_of(const Bridge& bridge) {
  reports::CsvLine line;
  reports::add_columns(line, bridges, bridge, Language::english);
  return line.header() + line.values();
}

TEST(Field, JsonHasTheKeysInOrder) {
  EXPECT_EQ(reports::json_of(bridges, Bridge{"x", 2, 3, false, {}}, Language::dutch).dump(),
            R"({"name":"x","late":{"share":null,"ci95":null,"hits":0,"of":0},"length":2.0,)"
            R"("known":{"built":3,"open":false},"word":"brug"})");
}

TEST(Field, AGroupThatIsNotThereIsNull) {
  EXPECT_TRUE(reports::json_of(bridges, unknown, Language::dutch).at("known").is_null());
}

TEST(Field, CsvHasTheColumnsAndTheirPlaces) {
  EXPECT_EQ(csv_of({"Waalbrug", 604, 1936, true, {}}),
            "name,late,late_low,late_high,built,length_m,open\nWaalbrug,,,,1936,604,yes\n");
}

TEST(Field, CellsOfAGroupThatIsNotThereAreEmpty) {
  EXPECT_NE(csv_of(unknown).find("\"a, b\",,,,,1,\n"), std::string::npos) << csv_of(unknown);
}

TEST(Field, ACellIsWrittenAsItsTypeSays) {
  const reports::Cells cells(Language::english);
  EXPECT_EQ(bridges[0].cell(old, cells).text, "Waalbrug");
  EXPECT_EQ(bridges[1].cell(old, cells).text, "25 [3,72]");
  EXPECT_EQ(bridges[1].cell(unknown, cells).text, reports::dash);
}

TEST(Field, ACellHoldsTheNumbersThatItSays) {
  const reports::Cells cells(Language::english);
  const reports::Cell late = bridges[1].cell(old, cells);
  ASSERT_EQ(late.numbers.size(), 3U);
  EXPECT_EQ(late.numbers.front(), 0.25);
  EXPECT_EQ(late.unit, analysis::Unit::share);
  EXPECT_EQ(bridges[2].cell(old, cells).numbers, std::vector<double>{604});
  EXPECT_TRUE(bridges[0].cell(old, cells).numbers.empty());
}

TEST(Field, ATypeHasWhatTheBoardMayNotSeeAsOptional) {
  EXPECT_EQ(reports::type_of<Bridge>("Bridge", bridges),
            "\nexport interface Bridge {\n  name: string;\n  late: Share;\n  length?: number;\n"
            "  known: null | {\n    built: number | null;\n    open: boolean;\n  };\n"
            "  word: string;\n}\n");
}

TEST(Field, TheManualSaysWhoMaySeeItAndItsColumn) {
  EXPECT_EQ(reports::entries_of<Bridge>(bridges),
            "- `name` (column): what it is called\n- `late` (column)\n"
            "- `length` (*analist*; column `length_m`)\n"
            "- `known`\n- `known.built` (column `built`)\n- `known.open` (column `open`)\n"
            "- `word`\n");
}

}  // namespace
