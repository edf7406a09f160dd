// The manual and the types of the pages beside the tables that they are made from.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "reports/fields/page_columns.hpp"
#include "reports/fields/pages.hpp"
#include "tests/text.hpp"

namespace {

/// Compares a file with what it has to be, or writes it under UITWIJK_RENEW=fields.
void expect_is(const std::string& file, const std::string& wanted) {
  const char* const renew = std::getenv("UITWIJK_RENEW");
  if (renew != nullptr && std::string(renew) == "fields")
    std::ofstream(file, std::ios::binary) << wanted;
  EXPECT_EQ(tests::text_of(file), wanted) << file << " is not of these fields: make renew-fields";
}

TEST(FieldPages, TheManualIsMadeFromTheFields) {
  expect_is(SOURCE_DIR "/docs/formats/fields.md", reports::manual_page());
}

TEST(FieldPages, TheTypesOfThePagesAreMadeFromTheFields) {
  expect_is(SOURCE_DIR "/reports/web/src/fields.ts", reports::page_types());
}

TEST(FieldPages, TheColumnsOfThePagesAreMadeFromTheFields) {
  expect_is(SOURCE_DIR "/reports/web/src/row_columns.ts", reports::page_columns());
}

TEST(FieldPages, AnEntryIsNoWiderThanAPage) {
  const std::string begin = "- `key`: ", fits(111, 'a'), too_long(112, 'a');
  EXPECT_EQ(reports::manual_entry("`key`", fits + " b"), begin + fits + "\n  b\n");
  EXPECT_EQ(reports::manual_entry("`key`", too_long), "- `key`:\n  " + too_long + "\n");
}

}  // namespace
