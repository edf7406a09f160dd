#pragma once

#include <string>

namespace reports {

/// reports/web/src/row_columns.ts: what a CSV of the pages has of a row of the impact table, under
/// the names that the CSV of `uitwijk table` has.
std::string page_columns();

}  // namespace reports
