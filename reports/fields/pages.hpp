#pragma once

#include <string>

#include "reports/fields/field.hpp"

/// What the manual and the pages say of fields, made from them. `make renew-fields` writes both
/// files; a test compares them.
namespace reports {

/// docs/formats/fields.md: every key and every column.
std::string manual_page();
/// reports/web/src/fields.ts: the types of the pages.
std::string page_types();

/// The members of a type of TypeScript; what the board does not get is optional.
template <class Record>
std::string members_of(Fields<Record> fields, std::string_view group, const std::string& indent) {
  std::string out;
  for (const Field<Record>& field : fields)
    if (!field.key().empty() && field.group() == group) {
      out += indent + std::string(field.name()) + (field.always_for_board() ? ": " : "?: ") +
             field.type();
      if (field.is_group())
        out += "{\n" + members_of(fields, field.key(), indent + "  ") + indent + "}";
      out += ";\n";
    }
  return out;
}

template <class Record>
std::string type_of(const std::string& name, Fields<Record> fields) {
  return "\nexport interface " + name + " {\n" + members_of(fields, "", "  ") + "}\n";
}

/// "- `key` (*analist*; column `name`): meaning", no wider than a page.
std::string manual_entry(const std::string& marked, std::string_view meaning);

/// Every key, in order, then the columns that a CSV alone has.
template <class Record>
std::string entries_of(Fields<Record> fields) {
  std::string keys, columns;
  for (const Field<Record>& field : fields) {
    const std::string column(field.column()), key(field.key());
    if (!key.empty()) {
      std::string notes = field.for_board() ? "" : "*analist*";
      if (!column.empty())
        notes += (notes.empty() ? "" : "; ") +
                 (column == key ? std::string("column") : "column `" + column + "`");
      keys += manual_entry("`" + key + "`" + (notes.empty() ? "" : " (" + notes + ")"),
                           field.meaning());
    } else if (!column.empty()) {
      columns += manual_entry("`" + column + "`", field.meaning());
    }
  }
  return columns.empty() ? keys : keys + "\nOf a CSV only:\n\n" + columns;
}

}  // namespace reports
