#include "analysis/register/register_findings.hpp"

#include <array>

#include "analysis/impact/row_digest.hpp"

namespace analysis {
namespace {

using Findings = std::vector<Finding>;

void look_at_basis(Findings& out, const Decision& decision, const FindingBasis& basis) {
  const Criteria& criteria = basis.table.criteria;
  if (decision.criteria_sha256.empty() || decision.result.empty())
    out.push_back({Flag::no_basis, ""});
  if (!decision.criteria_sha256.empty() && decision.criteria_sha256 != criteria.input.sha256)
    out.push_back({Flag::other_criteria, decision.criteria_version});
  else if (!criteria.adopted)
    out.push_back({Flag::concept_criteria, criteria.version});
  const TableRow* const row = basis.assessed.residual;
  if (row != nullptr && !decision.result.empty() && decision.result != digest_of(row->row))
    out.push_back({Flag::older_result, models::written(decision.on)});
}

std::string text_of(Level level) {
  return std::string(level_words.at(static_cast<std::size_t>(level)));
}

/// Only acceptance needs somebody who may accept that level.
void look_at_acceptance(Findings& out, const Decision& decision, const Mandate* mandate,
                        const FindingBasis& basis) {
  if (mandate != nullptr && !mandate->up_to)
    out.push_back({Flag::mandate_open, mandate->function});
  const TableRow* const row = basis.assessed.residual;
  if (row == nullptr || !basis.table.criteria.adopted)
    return;
  if (!row->frequency.known()) {
    out.push_back({Flag::no_level, ""});
    return;
  }
  const std::optional<Level> up_to = mandate != nullptr ? mandate->up_to : std::nullopt;
  if (up_to && row->level > *up_to)
    out.push_back({Flag::above_mandate, text_of(*up_to)});
  else if (up_to && !row->shown_not_above.at(static_cast<std::size_t>(*up_to)))
    out.push_back({Flag::not_shown, text_of(*up_to)});
  if (decision.level && row->level > *decision.level)
    out.push_back({Flag::above_accepted, text_of(*decision.level)});
}

void look_at_mandate(Findings& out, const Decision& decision, const FindingBasis& basis) {
  const std::string& name = basis.assessed.risk.mandaat;
  const Mandate* const mandate = basis.kept.mandate(name);
  if (mandate == nullptr)
    out.push_back({Flag::no_mandate, ""});
  else if (decision.by != name)
    out.push_back({Flag::other_function, decision.by});
  if (decision.choice == Choice::accept)
    look_at_acceptance(out, decision, mandate, basis);
}

void look_at_dates(Findings& out, const Risk& risk, models::Day today) {
  if (risk.review && *risk.review < today)
    out.push_back({Flag::review_passed, models::written(*risk.review)});
  if (risk.decision && !risk.review)
    out.push_back({Flag::no_review, ""});
  for (const Treatment& one : risk.treatments) {
    const bool ended =
        one.status == Treatment::Status::done || one.status == Treatment::Status::dropped;
    if (one.due && *one.due < today && !ended)
      out.push_back({Flag::treatment_overdue, one.what + ", " + models::written(*one.due)});
  }
}

void look_at_responsibility(Findings& out, const Risk& risk) {
  if (risk.eigenaar.empty())
    out.push_back({Flag::no_owner, ""});
  if (risk.disputed.value_or(false))
    out.push_back({Flag::disputed, ""});
}

void look_at_figures(Findings& out, const FindingBasis& basis) {
  const Risk& risk = basis.assessed.risk;
  if (!risk.threat.empty() && !basis.in_catalogue)
    out.push_back({Flag::not_in_catalogue, risk.threat});
  if (!risk.recorded.empty())
    return;
  if (basis.assessed.packages.empty())
    out.push_back({Flag::no_figures, ""});
  else if (basis.assessed.residual == nullptr)
    out.push_back({Flag::no_residual, risk.package});
}

constexpr std::array<std::string_view, static_cast<std::size_t>(Flag::count)> words = {
    "concept_criteria", "other_criteria", "older_result",     "decided_later", "no_basis",
    "above_mandate",    "not_shown",      "above_accepted",   "no_level",      "no_mandate",
    "mandate_open",     "other_function", "review_passed",    "no_review",     "treatment_overdue",
    "no_owner",         "disputed",       "not_in_catalogue", "no_figures",    "no_residual",
    "several_results"};

}  // namespace

std::string_view word_of(Flag flag) {
  return words.at(static_cast<std::size_t>(flag));
}

Findings findings_of(const FindingBasis& basis) {
  const Risk& risk = basis.assessed.risk;
  Findings out;
  if (risk.decision && basis.today < risk.decision->on)
    out.push_back({Flag::decided_later, models::written(risk.decision->on)});
  if (risk.status == RiskStatus::closed)
    return out;
  if (risk.decision) {
    look_at_basis(out, *risk.decision, basis);
    look_at_mandate(out, *risk.decision, basis);
  }
  look_at_dates(out, risk, basis.today);
  look_at_responsibility(out, risk);
  look_at_figures(out, basis);
  return out;
}

}  // namespace analysis
