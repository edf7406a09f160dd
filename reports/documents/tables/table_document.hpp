#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "analysis/impact/impact_table.hpp"
#include "reports/documents/row_names.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

Document table_document(const analysis::ImpactTable& table, Names names, Language language);
/// Names of the grids that it may have of rows of one package.
std::vector<std::string> table_grids(const std::string& package);
/// Which classes other criteria would give.
Grid disagreement_grid(const analysis::ImpactTable& here, const analysis::ImpactTable& there,
                       Language language);

/// Grids of a table's rows, and of what packages add up to.
std::vector<Grid> row_grids(const std::vector<analysis::TableRow>& rows, bool annual,
                            const analysis::ImpactTable& table, Names names, Language language);
std::vector<Grid> total_grids(const analysis::ImpactTable& table, Language language);

/// One line per row of the table, numbers with a point, nothing where there is none; the head as
/// lines that begin with #.
void print_csv(std::ostream& out, const analysis::ImpactTable& table, Language language);
/// Schema uitwijk/table/3, see docs/formats/json.md; `other`: the same rows under other criteria.
nlohmann::ordered_json table_json(const analysis::ImpactTable& table,
                                  const std::optional<analysis::ImpactTable>& other,
                                  Language language);

/// "hoog"; a dash for none.
std::string level_text(const std::optional<analysis::Level>& level, Language language);
/// "12 min", of criteria.
std::string minutes_text(double seconds);
/// "[definitions 2]"; nothing when they are this program's.
std::string other_definitions_text(const analysis::Row& row, Language language);
/// "[roster.yaml, without measures.yaml]"; nothing when its inputs are those of the first line.
std::string other_inputs_text(const analysis::OtherInputs& other, Language language);
/// "DR-10 17/20: afgekapt op 168 uur: ondergrens".
std::string capped_text(const std::string& what, double capped_s, Language language);
/// Why a row has no frequency.
std::string unknown_text(const analysis::TableRow& row, Language language);
std::string unknown_text(analysis::Frequency::Unknown unknown, const std::string& role,
                         Language language);

}  // namespace reports
