#include "reports/fields/page_columns.hpp"

#include <fmt/format.h>

#include "reports/fields/impact_row.hpp"

namespace reports {
namespace {

using RowField = Field<analysis::TableRow>;

constexpr const char* head =
    R"(// Made from the tables in reports/fields (make renew-fields). Columns of a row, as `table --format csv` has them.

import type {Row} from './fields';
import {intervalFields, shareFields, yesOrNo} from './parts/csv_fields';
import type {Field} from './parts/data_table';
import {decider, headline, worstHours} from './parts/rows';

export const rowColumns: Field<Row>[] = [
)";

/// Whether there may be nothing at the key.
bool may_be_null(std::string_view key) {
  for (const RowField& field : impact_row_fields())
    if (field.key() == key)
      return !field.always_for_board() || field.type().find("null") != std::string::npos;
  return false;
}

/// "row.year?.level".
std::string path_of(std::string_view key) {
  std::string out = "row";
  for (std::size_t begin = 0, end = 0; begin < key.size(); begin = end + 1) {
    end = std::min(key.find('.', begin), key.size());
    out += begin > 0 && may_be_null(key.substr(0, begin - 1)) ? "?." : ".";
    out += key.substr(begin, end - begin);
  }
  return out;
}

/// Nothing for a column that the pages cannot read.
std::string line_of(const RowField& field) {
  const std::string column(field.column()), type = field.type();
  const std::string value = field.page().empty() ? path_of(field.key()) : std::string(field.page());
  if (value == "row")
    return "";
  if (type == "Interval" || type == "Share")
    return fmt::format("  ...{}Fields<Row>('{}', row => {}),\n",
                       type == "Share" ? "share" : "interval", column, value);
  if (type == "boolean")
    return fmt::format("  {{key: '{}', value: row => yesOrNo({})}},\n", column, value);
  const bool always = value.find("?.") == std::string::npos && !may_be_null(field.key());
  return fmt::format("  {{key: '{}', value: row => {}{}}},\n", column, value,
                     always ? "" : " ?? null");
}

}  // namespace

std::string page_columns() {
  std::string out = head;
  for (const RowField* const field : columns_of(impact_row_fields()))
    out += line_of(*field);
  return out + "];\n";
}

}  // namespace reports
