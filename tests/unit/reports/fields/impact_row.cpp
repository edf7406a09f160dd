// Every field of the impact row, read from a made-up row with known values.
#include "reports/fields/impact_row.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "tests/unit/reports/fields/full_row.hpp"

namespace {

using analysis::TableRow;
using nlohmann::ordered_json;
using reports::Language;
using reports_test::full;
using reports_test::incidences;

ordered_json json(const TableRow& row) {
  return reports::json_of(reports::impact_row_fields(), row, Language::english);
}

/// The value of a field by its path.
ordered_json at(const ordered_json& row, std::string path) {
  std::replace(path.begin(), path.end(), '.', '/');
  return row.at(ordered_json::json_pointer("/" + path));
}

ordered_json value_json(double value) {
  return {{"value", value}, {"ci95", {value - 1, value + 1}}, {"method", "student_t"}};
}

ordered_json losses_json(double elsewhere) {
  ordered_json out = ordered_json::array();
  for (const analysis::Incidence& one : incidences(elsewhere))
    out.push_back({{"after_s", one.by_s},
                   {"answered_elsewhere", value_json(one.came[0].value)},
                   {"repaired_first", value_json(0.1)},
                   {"nobody_yet", value_json(0.2)}});
  return out;
}

/// Of each field that is no group what `full` has; intervals and shares by their number.
const std::map<std::string, ordered_json> expected = {
    {"row", "DR-07@noord"},
    {"threat", "DR-07"},
    {"name_nl", "brand"},
    {"name_en", "fire"},
    {"target", "noord"},
    {"package", "current"},
    {"plan", "chain"},
    {"onset_rule", "any_hour"},
    {"duration", "4 h"},
    {"varied", "takeover.decide=5 min"},
    {"other_inputs.line", 2},
    {"other_inputs.has", {"a.yaml"}},
    {"other_inputs.lacks", {"b.yaml"}},
    {"other_definitions", results::definitions + 1},
    {"role", "event"},
    {"cia", "A"},
    {"voorzieningen", "spoedvraag"},
    {"actors", "insider"},
    {"meldkamer", "noord"},
    {"share_of_callers", 0.25},
    {"genuine_callers", 320.0},
    {"seed", 9},
    {"n", 20},
    {"failed", 1},
    {"command", "uitwijk run"},
    {"lost_callers", value_json(10)},
    {"uncertainty.draws", 4},
    {"uncertainty.mean", 11.0},
    {"uncertainty.chance", value_json(11)},
    {"uncertainty.parameters", value_json(12)},
    {"uncertainty.both", value_json(13)},
    {"uncertainty.parameter_share_of_variance", 0.5},
    {"lost_percentiles.p50", value_json(20)},
    {"lost_percentiles.p90", value_json(21)},
    {"lost_percentiles.p95", value_json(22)},
    {"lost_percentiles.p99", value_json(23)},
    {"any_loss", reports::share_json(analysis::proportion(15, 20))},
    {"harm.late_help", value_json(30)},
    {"harm.late_callers", value_json(31)},
    {"harm.unreachable_112_min", value_json(32)},
    {"harm.dispatch_impossible_min", value_json(33)},
    {"harm.degraded_min", value_json(34)},
    {"tail.level", 0.95},
    {"tail.var", 70.0},
    {"tail.cvar", 80.0},
    {"tail.points", 60},
    {"worst_hours.weekend", true},
    {"worst_hours.from_hour", 12},
    {"worst_hours.until_hour", 18},
    {"worst_hours.lost_callers", value_json(40)},
    {"classes", ordered_json(5, reports::share_json(analysis::proportion(4, 20)))},
    {"classes_uncapped", ordered_json(5, reports::share_json(analysis::proportion(5, 20)))},
    {"nation.classes", ordered_json(5, reports::share_json(analysis::proportion(6, 20)))},
    {"decided_by", {{"lost_callers", 16}, {"recovery", 3}}},
    {"recover_s.p50", value_json(600)},
    {"recover_s.p95", value_json(1200)},
    {"recover_s.later_than_s", 28800.0},
    {"nation.recover_p50", value_json(60)},
    {"nation.recover_p95", value_json(120)},
    {"losses_told", true},
    {"intake_losses", losses_json(0.6)},
    {"dispatch_losses", losses_json(0.3)},
    {"first_switch_fails", reports::share_json(analysis::proportion(3, 12))},
    {"late_return", 3},
    {"truncated", 2},
    {"capped.events", 1},
    {"capped.after_s", 7200.0},
    {"tied_with_row_before", true},
    {"year.events_per_year", {0.1, 0.1}},
    {"year.events_per_year_mean", 0.1},
    {"year.target_share", 1.0},
    {"year.likelihood_classes", {0.0, 0.0, 1.0, 0.0, 0.0}},
    {"year.lost_callers_per_year", value_json(5)},
    {"year.levels", {{"laag", 0.1}, {"midden", 0.2}, {"hoog", 0.3}, {"zeer_hoog", 0.4}}},
    {"year.level", "hoog"},
    {"year.level_shown", true},
    {"year.exceedance_per_year", ordered_json::array({value_json(2)})},
    {"year.share_of_line", 0.25},
    {"as_much_as_all_per_year", 0.02},
    {"estimated.events_per_year", {0.1, 1.0}},
    {"estimated.lost_callers_per_year", value_json(7)},
    {"basis.likelihood_class", 3},
    {"basis.likelihood_basis", "expert"},
    {"basis.no_frequency_because", ""},
    {"basis.duration_basis", "incident"},
    {"basis.duration_cases", 4},
    {"basis.incidents", 5},
    {"basis.incidents_checked", 2},
    {"basis.parameters", 200},
    {"basis.parameters_assumed", 50},
    {"basis.model_as_of", "2026-01-01"},
    {"basis.model_age_days", 30},
    {"basis.version", "1.2"},
    {"basis.commit", "abc"},
    {"basis.register.risk", "R-1"},
    {"basis.register.status", "besloten"},
    {"basis.register.decision", "accepteren"},
    {"basis.register.findings", {"stilzwijgend"}},
};

/// Shares by criterion and the digest are made elsewhere and tested there.
const std::set<std::string> elsewhere = {"classes_by_criterion", "basis.result"};

TEST(ImpactRow, EveryFieldIsReadFromTheRecord) {
  const ordered_json row = json(full());
  for (const auto& field : reports::impact_row_fields()) {
    const std::string key(field.key());
    if (key.empty() || field.is_group() || elsewhere.count(key) > 0)
      continue;
    ASSERT_EQ(expected.count(key), 1U) << key << " has no known value";
    EXPECT_EQ(at(row, key), expected.at(key)) << key;
  }
  EXPECT_EQ(at(row, "classes_by_criterion.lost_callers").dump(), "[0.2,0.8,0.0,0.0,0.0]");
}

TEST(ImpactRow, WhatIsNotThereIsNull) {
  const ordered_json row = json({});
  for (const char* const key :
       {"other_inputs", "other_definitions", "uncertainty", "tail.var", "worst_hours",
        "capped.after_s", "year", "basis.model_as_of", "basis.model_age_days", "basis.register"})
    EXPECT_TRUE(at(row, key).is_null()) << key;
}

/// By column; without the names of other inputs, between which commas stand.
std::map<std::string, std::string> csv(TableRow row) {
  row.other_inputs = {};
  reports::CsvLine line;
  reports::add_columns(line, reports::impact_row_fields(), row, Language::english);
  std::istringstream names(line.header()), values(line.values());
  std::map<std::string, std::string> out;
  for (std::string name, value; std::getline(names, name, ',');) {
    std::getline(values, value, ',');
    out[name] = value;
  }
  return out;
}

TEST(ImpactRow, ColumnsThatOnlyACsvHas) {
  auto line = csv(full());
  EXPECT_EQ(line.at("lost"), "13");
  EXPECT_EQ(line.at("lost_by_chance"), "11");
  EXPECT_EQ(line.at("worst_hours"), "weekend 12-18");
  EXPECT_EQ(line.at("worst_hours_lost"), "40");
  EXPECT_EQ(line.at("i5"), "0.2");
  EXPECT_EQ(line.at("decided_by"), "lost_callers");
  EXPECT_EQ(line.at("capped_after_h"), "2");
  EXPECT_EQ(line.at("events_per_year_low"), "0.1");
  EXPECT_EQ(line.at("events_per_year_high"), "0.1");
}

TEST(ImpactRow, WithoutAFrequencyTheYearsAreEmpty) {
  TableRow row = full();
  row.frequency = {};
  auto line = csv(row);
  for (const char* const column : {"events_per_year_low", "lost_per_year", "lost_per_year_high",
                                   "level", "level_shown", "share_of_line"})
    EXPECT_EQ(line.at(column), "") << column;
}

TEST(ImpactRow, TheBoardSeesWhatIsMarkedAndNothingElse) {
  const ordered_json row = reports::board_part(json(full()), keys_of(reports::impact_row_fields()));
  for (const auto& field : reports::impact_row_fields()) {
    std::string path = "/" + std::string(field.key());
    std::replace(path.begin(), path.end(), '.', '/');
    if (field.key().empty())
      continue;
    EXPECT_EQ(row.contains(ordered_json::json_pointer(path)), field.for_board()) << path;
  }
  for (const char* const hidden : {"command", "varied"})
    EXPECT_FALSE(row.contains(hidden)) << hidden;
  EXPECT_FALSE(row.at("other_inputs").contains("has"));
}

TEST(ImpactRow, AKeyThatNoFieldHasStaysWithTheAnalyst) {
  ordered_json row = json(full());
  row["secret"] = 1, row["year"]["secret"] = 2, row["lost_callers"]["secret"] = 3;
  const ordered_json out = reports::board_part(row, keys_of(reports::impact_row_fields()));
  EXPECT_EQ(out.dump().find("secret"), std::string::npos);
}

}  // namespace
