#include "reports/documents/row_names.hpp"

#include <gmock/gmock.h>

#include "reports/formats/text_table.hpp"

/// What the rows of a table are called.
namespace {

using analysis::TableRow;
using reports::full_name;
using reports::Language;
using reports::Names;
using reports::RowNames;
using testing::ElementsAre;
using testing::IsEmpty;

TableRow row(const std::string& threat, const std::string& target = "",
             const std::string& package = "current") {
  TableRow out;
  out.row.labels.threat = threat;
  out.row.labels.target = target;
  out.row.labels.package = package;
  return out;
}

TEST(FullName, SaysWhatIsNotAsUsual) {
  EXPECT_EQ(full_name(row("DR-20"), Language::english), "DR-20");
  EXPECT_EQ(full_name(row("DR-20", "rotterdam"), Language::english), "DR-20@rotterdam");
  EXPECT_EQ(full_name(row("DR-20", "rotterdam", "planned"), Language::english),
            "DR-20@rotterdam planned");
  EXPECT_EQ(full_name(row("DR-20", "", ""), Language::english), "DR-20");
  TableRow full = row("DR-20", "rotterdam", "planned");
  full.row.labels.plan = "pairs";
  full.row.labels.duration = "4 h";
  full.row.labels.varied = "takeover.decide=15 min";
  EXPECT_EQ(full_name(full, Language::dutch),
            "DR-20@rotterdam planned /pairs 4 h takeover.decide=15 min");
}

TEST(FullName, SaysTheBackgroundOnce) {
  TableRow over = row("DR-09", "gms", "planned");
  over.row.labels.onset_rule = "over new-year";
  over.row.labels.background = "new-year";
  EXPECT_EQ(over.row.id(), "DR-09@gms over new-year") << "as every command calls it";
  EXPECT_EQ(full_name(over, Language::english), "DR-09@gms over new-year planned");
  over.row.labels.onset_rule = "over new-year at 2027-01-01T00:00";
  EXPECT_EQ(full_name(over, Language::english),
            "DR-09@gms over new-year planned at 2027-01-01T00:00");
}

TEST(FullName, OfAScenarioIsItsName) {
  TableRow scenario;
  scenario.row.scenario_name = "KPN 2019";
  scenario.row.labels.package = "current";
  EXPECT_EQ(full_name(scenario, Language::english), scenario.row.id());
}

TEST(RowNames, ThatFitStayAsTheyAre) {
  const std::vector<TableRow> rows = {row("DR-20", "rotterdam"), row("DR-07")};
  const RowNames names(rows, Names::brief, Language::english);
  EXPECT_EQ(names.of(rows[0]), "DR-20@rotterdam");
  EXPECT_EQ(names.of(rows[1]), "DR-07");
  EXPECT_THAT(names.notes(), IsEmpty());
}

TEST(RowNames, ThatAreTooLongHaveANote) {
  std::vector<TableRow> rows = {row("DR-20", "rotterdam", "planned"), row("DR-07")};
  rows.push_back(row("DR-20", "rotterdam"));
  rows.back().row.labels.varied = "takeover.decide=15 min";
  const RowNames names(rows, Names::brief, Language::english);
  EXPECT_EQ(names.of(rows[0]), "DR-20 planned (1)") << "no room for a target";
  EXPECT_EQ(names.of(rows[2]), "DR-20@rotterdam (2)");
  EXPECT_EQ(names.of(rows[1]), "DR-07");
  EXPECT_THAT(names.notes(), ElementsAre("(1) DR-20@rotterdam planned",
                                         "(2) DR-20@rotterdam takeover.decide=15 min"));
  for (const TableRow& one : rows)
    EXPECT_LE(reports::width_of(names.of(one)), 20u) << names.of(one);
}

TEST(RowNames, AListOfMeasuresIsCut) {
  const std::vector<TableRow> rows = {row("DR-20", "", "trained_switching,national_pooling")};
  const RowNames names(rows, Names::brief, Language::english);
  EXPECT_EQ(names.of(rows[0]), "DR-20 trained_switching. (1)");
  EXPECT_THAT(names.notes(), ElementsAre("(1) DR-20 trained_switching,national_pooling"));
}

TEST(RowNames, MayBeAsLongAsTheyWant) {
  const std::vector<TableRow> rows = {row("DR-20", "rotterdam", "planned,without:call_in")};
  const RowNames names(rows, Names::full, Language::english);
  EXPECT_EQ(names.of(rows[0]), "DR-20@rotterdam planned,without:call_in");
  EXPECT_THAT(names.notes(), IsEmpty());
}

TEST(RowNames, WhatIsTiedWithTheRowAboveIsMarked) {
  std::vector<TableRow> rows = {row("DR-20"), row("DR-07"), row("DR-08", "rotterdam", "planned")};
  rows[1].tied = rows[2].tied = true;
  for (const Names form : {Names::brief, Names::full}) {
    const RowNames names(rows, form, Language::english);
    EXPECT_EQ(names.of(rows[0]), "DR-20");
    EXPECT_EQ(names.of(rows[1]), "= DR-07");
    EXPECT_TRUE(names.of(rows[2]).starts_with("= DR-08"));
  }
  const RowNames brief(rows, Names::brief, Language::english);
  EXPECT_LE(reports::width_of(brief.of(rows[2])), 20u);
}

/// Whatever a row is called, its column keeps its width while the package leaves room.
TEST(RowNames, OfManyTargetsFitTheColumn) {
  std::vector<TableRow> rows;
  for (std::size_t length = 1; length < 40; ++length)
    for (const char* const package : {"current", "planned"}) {
      rows.push_back(row("DR-20", std::string(length, 'x'), package));
      rows.back().row.labels.duration = length % 2 == 0 ? "4 h" : "";
    }
  const RowNames names(rows, Names::brief, Language::english);
  for (const TableRow& one : rows) {
    EXPECT_LE(reports::width_of(names.of(one)), 20u) << names.of(one);
    EXPECT_TRUE(names.of(one).starts_with("DR-20")) << names.of(one);
  }
}

}  // namespace
