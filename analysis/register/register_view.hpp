#pragma once

#include <string>
#include <vector>

#include "analysis/impact/impact_table.hpp"
#include "analysis/register/register.hpp"
#include "analysis/register/register_text.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace analysis {

/// What somebody should look at. Levels are only held against mandates and decisions under adopted
/// criteria: under concept criteria nothing is said about what may be accepted.
enum class Flag {
  concept_criteria,  ///< decided under criteria that nobody has adopted
  other_criteria,    ///< decided under other criteria than these
  older_result,      ///< decided on other figures than these
  decided_later,     ///< the decision's date is still to come
  no_basis,          ///< the decision does not say on which criteria or result
  above_mandate,     ///< the residual level is above what the mandate may accept
  not_shown,         ///< too few replications to show that it is not
  above_accepted,    ///< the residual level is above the accepted one
  no_level,          ///< accepted, but without a frequency there is no level
  no_mandate,        ///< decided while nobody has the mandate
  mandate_open,      ///< the mandate's level is not fixed
  other_function,    ///< decided by another function than the mandate's
  review_passed,
  no_review,  ///< decided, but nobody looks again
  treatment_overdue,
  no_owner,
  disputed,
  not_in_catalogue,
  no_figures,       ///< of the threat at the target, and not recorded only
  no_residual,      ///< the package was not simulated
  several_results,  ///< that differ in onset or duration, equally plain: the first is used
  count
};
/// "other_criteria": the word in JSON and CSV.
std::string_view word_of(Flag flag);

struct Finding {
  Flag flag;
  std::string about;  ///< a date, a level, a function, a version; may be empty
};

/// Why a risk is in a role's view: "eigenaar", "hoofdgebruiker", or a voorziening.
struct RoleShare {
  std::string role, as;
};

/// A risk with its figures. Pointers are into the table and the catalogue that made it.
struct AssessedRisk {
  Risk risk;
  std::string name_nl, name_en;
  std::vector<std::string> voorzieningen, cia;
  std::vector<const TableRow*> packages;  ///< as simulated
  const TableRow* current = nullptr;
  const TableRow* residual = nullptr;  ///< under the risk's package
  std::vector<Finding> findings;
  std::vector<RoleShare> roles;

  bool has(Flag flag) const;
  bool concerns(const std::string& role) const;
};

struct RegisterView {
  std::vector<AssessedRisk> risks;  ///< in the order of the table, then without figures
  std::vector<NewRisk> missing;     ///< in the results and not in the register
  std::size_t without_threat = 0;   ///< rows of scenario files that no risk names
  std::string rubricering;          ///< the highest of register, results and criteria
};

/// `today`: what dates are held against.
RegisterView register_view(const Register& kept, const ImpactTable& table,
                           const scenarios::Catalogue& catalogue, models::Day today);

/// Fills `registered` of the rows that `view` was made from; other rows are in no register.
void mark_registered(ImpactTable& table, const RegisterView& view);

/// Threats of the catalogue that neither a risk nor a result is about, as recorded only.
std::vector<NewRisk> recorded_only(const RegisterView& view, const scenarios::Catalogue& catalogue);

}  // namespace analysis
