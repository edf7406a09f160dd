#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string>

#include "analysis/impact/coverage.hpp"
#include "analysis/register/register_view.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/register_words.hpp"

namespace reports {

/// A register with its figures, as everything below shows it.
struct RegisterReport {
  const analysis::Register& kept;
  const analysis::ImpactTable& table;
  const scenarios::Catalogue& catalogue;
  const analysis::RegisterView& view;
  const analysis::Coverage& coverage;
  models::Day today;
  std::string role;        ///< whose view; empty: all
  std::size_t cell_width;  ///< characters of what people wrote that fit a cell
  Language language;

  /// The risks of the role, in order.
  std::vector<const analysis::AssessedRisk*> risks() const;
  /// The same with more or less room in cells.
  RegisterReport with_cells_of(std::size_t characters) const {
    RegisterReport out = *this;
    out.cell_width = characters;
    return out;
  }
};

/// Lines that must stand before any number: register, criteria and their status, rubricering.
std::vector<std::string> register_head(const RegisterReport& report);

/// Words, numbers and texts of people, as a cell shows them.
class RegisterCells {
public:
  explicit RegisterCells(const RegisterReport& report);

  std::string word(RegisterKey key) const;
  /// On one line and no longer than fits; a dash for nothing.
  std::string text(const std::string& written, std::size_t most = 18) const;
  Cell count(double value) const;
  Cell percent(double share) const;
  /// "1,234 [1,200, 1,300]".
  Cell with_ends(const analysis::Interval& interval) const;
  /// "midden", "hoog?" when too few events show it; a dash without a frequency.
  std::string level(const analysis::TableRow* row) const;
  std::string level(const std::optional<analysis::Level>& level) const;

private:
  std::size_t width_;
  Numbers numbers_;
  Language language_;
};

/// Risks with their figures, in a grid.
Grid risk_grid(const RegisterReport& report, const RegisterCells& cells);
/// One line a risk with all that is known of it, for programs.
Grid risk_lines(const RegisterReport& report);
/// Risks with their figures, who answers for them, measures, and findings.
Document register_document(const RegisterReport& report);
/// Which paragraph of ISO/IEC 27005 is answered by what.
Document crosswalk_document(const RegisterReport& report);
/// Evidence for an annex to the ICV of the beheerorganisatie; never an ICV.
Document annex_document(const RegisterReport& report);
/// Schema uitwijk/register/3, see docs/formats/json.md.
nlohmann::ordered_json register_json(const RegisterReport& report);
nlohmann::ordered_json crosswalk_json(Language language);
/// The year's figures for the continuiteitsmonitor; its format is our assumption.
void print_monitor_csv(std::ostream& out, const RegisterReport& report);
Document monitor_document(const RegisterReport& report);

/// What a decision about this risk would stand on, as YAML to put into the register.
std::string basis_text(const RegisterReport& report, const analysis::AssessedRisk& risk);
/// The same as a table.
Document basis_document(const RegisterReport& report, const analysis::AssessedRisk& risk);

/// A finding in words: "decided under other criteria (2)".
std::string finding_text(const analysis::Finding& finding, Language language);

}  // namespace reports
