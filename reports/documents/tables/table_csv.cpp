#include "reports/documents/document_head.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/fields/impact_row.hpp"
#include "reports/formats/csv_line.hpp"

namespace reports {
namespace {

void add_criteria(CsvLine& line, const analysis::Criteria& criteria) {
  line.text("criteria", criteria.name + " " + criteria.version);
  line.text("criteria_status", criteria.adopted ? "vastgesteld" : "concept");
  line.text("criteria_sha256", criteria.input.sha256);
}

}  // namespace

void print_csv(std::ostream& out, const analysis::ImpactTable& table, Language language) {
  print_csv_head(out, document_head(head_facts(table), language));
  bool first = true;
  for (const bool annual : {true, false})
    for (const analysis::TableRow& row : annual ? table.annual : table.conditional) {
      CsvLine line;
      line.text("table", annual ? "annual" : "conditional");
      add_columns(line, impact_row_fields(), row, language);
      add_criteria(line, table.criteria);
      print_csv_line(out, line, first);
    }
}

}  // namespace reports
