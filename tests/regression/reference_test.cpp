// The table of the national campaign that is kept with the sources: still of these criteria and of
// this catalogue?
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "models/text/csv_document.hpp"
#include "models/text/sha256.hpp"
#include "scenarios/threats/catalogue.hpp"
#include "tests/text.hpp"

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// The lines before the table say what it stands on.
std::pair<std::string, std::string> head_and_table(const std::string& text) {
  std::istringstream lines(text);
  std::pair<std::string, std::string> out;
  for (std::string line; std::getline(lines, line);)
    (line.starts_with("#") ? out.first : out.second) += line + "\n";
  return out;
}

using Row = std::map<std::string, std::string>;

std::vector<Row> rows_of(const std::string& table) {
  models::Problems problems;
  const auto cells = models::parse_csv(table, "national-table.csv", problems);
  problems.throw_if_any();
  std::vector<Row> out;
  for (auto line = cells->begin() + 1; line != cells->end(); ++line) {
    EXPECT_EQ(line->size(), cells->front().size());
    Row row;
    for (std::size_t i = 0; i < line->size(); ++i)
      row[cells->front()[i].text] = (*line)[i].text;
    out.push_back(row);
  }
  return out;
}

TEST(Reference, TheNationalTableIsOfTheseCriteria) {
  const auto [head, table] =
      head_and_table(tests::text_of(SOURCE_DIR "/results/reference/national-table.csv"));
  EXPECT_THAT(
      head,
      HasSubstr(models::sha256_hex(tests::text_of(SOURCE_DIR "/analysis/criteria/standard.yaml"))));
  EXPECT_THAT(head, HasSubstr("CONCEPT"));
}

TEST(Reference, TheNationalTableHasEveryThreatUnderEveryPackage) {
  const auto catalogue =
      scenarios::read_catalogue(fs::path(SOURCE_DIR) / "scenarios/threat_catalogue.yaml");
  std::set<std::pair<std::string, std::string>> expected, found;
  for (const auto& threat : catalogue.threats)
    for (const char* const package : {"current", "inherent", "planned"})
      expected.emplace(threat.id, package);
  for (const Row& row :
       rows_of(head_and_table(tests::text_of(SOURCE_DIR "/results/reference/national-table.csv"))
                   .second)) {
    found.emplace(row.at("row").substr(0, row.at("row").find('@')), row.at("package"));
    EXPECT_EQ(row.at("n"), "200") << row.at("row");
    EXPECT_EQ(row.at("failed"), "0") << row.at("row");
  }
  EXPECT_EQ(found, expected);
}

}  // namespace
