#include "reports/fields/pages.hpp"

#include <sstream>

#include "reports/fields/impact_row.hpp"

namespace reports {
namespace {

constexpr std::size_t page_width = 120;

constexpr const char* about = R"(# Fields: what is shown of a record

Each list has the keys of one record in the JSON documents, in order: `year.level` is `level` in the object `year`.
*column*: a CSV has it too, under the same name or the one that is given. An interval or a share has three columns:
the value, `_low` and `_high`. *analist*: not in a report for a board. The shapes of values stand in [JSON](json.md).

This page is made from the tables in `reports/fields/` (`make renew-fields`).
)";

constexpr const char* types_head =
    R"(// Made from the tables in reports/fields (make renew-fields). What a document for the board does not have is optional.

import type {Incidence, Interval, Level, Share} from './document';

)";

}  // namespace

std::string manual_entry(const std::string& marked, std::string_view meaning) {
  std::istringstream words(marked + (meaning.empty() ? "" : ": " + std::string(meaning)));
  std::string out = "-", line = "-";
  for (std::string word; words >> word;) {
    if (line.size() + 1 + word.size() > page_width) {
      out += "\n ";
      line = " ";
    }
    out += " " + word;
    line += " " + word;
  }
  return out + "\n";
}

std::string manual_page() {
  return std::string(about) + "\n## A row of the impact table\n\n" +
         entries_of(impact_row_fields()) +
         "\nThe first column of the CSV is `table` (`annual` or `conditional`); the last are "
         "`criteria`, "
         "`criteria_status` and\n`criteria_sha256`.\n";
}

std::string page_types() {
  return types_head + type_of("Row", impact_row_fields());
}

}  // namespace reports
