#include "analysis/register/register_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "analysis/impact/rubricering.hpp"
#include "analysis/register/register_findings.hpp"
#include "scenarios/threats/threat_parts.hpp"

namespace analysis {
namespace {

using scenarios::CatalogueThreat;

const CatalogueThreat* threat_of(const scenarios::Catalogue& catalogue, const std::string& id) {
  const auto found =
      std::ranges::find(catalogue.threats, scenarios::in_capitals(id), &CatalogueThreat::id);
  return found == catalogue.threats.end() ? nullptr : &*found;
}

/// A risk without a target is about the catalogue's own.
RiskSubject subject_of(const Risk& risk, const scenarios::Catalogue& catalogue) {
  RiskSubject out = subject_of(risk);
  if (out.threat.empty() || !out.target.empty())
    return out;
  out.threat =
      scenarios::to_text(scenarios::with_targets(scenarios::parts_of_label(out.threat), catalogue));
  return in_one_form(out);
}

/// As the row is called.
RiskSubject subject_of(const TableRow& row) {
  const results::RowLabels& labels = row.row.labels;
  if (labels.threat.empty())
    return {"", "", labels.plan, "", row.row.scenario};
  return {labels.threat, is_together(labels) ? "" : labels.target, labels.plan, labels.background,
          ""};
}

/// The rows that risks can be about, in the order of the table. A varied input is a question about
/// the model, and one meldkamer's callers are not the nation's.
std::vector<const TableRow*> risk_rows(const ImpactTable& table) {
  std::vector<const TableRow*> out;
  for (const auto* rows : {&table.annual, &table.conditional})
    for (const TableRow& row : *rows)
      if (row.row.labels.varied.empty() && row.row.meldkamer.empty())
        out.push_back(&row);
  return out;
}

/// One row for each package, the plainest; `several` when it is not the only one as plain.
std::vector<const TableRow*> one_each(const std::vector<const TableRow*>& rows, bool& several) {
  std::map<std::string, std::vector<const TableRow*>> best;
  for (const TableRow* row : rows) {
    auto& here = best[row->row.labels.package];
    if (!here.empty() && plainness(row->row.labels) > plainness(here.front()->row.labels))
      here.clear();
    if (here.empty() || plainness(row->row.labels) == plainness(here.front()->row.labels))
      here.push_back(row);
  }
  std::vector<const TableRow*> out;
  for (const TableRow* row : rows) {
    const auto& here = best.at(row->row.labels.package);
    several = several || here.size() > 1;
    if (here.front() == row)
      out.push_back(row);
  }
  return out;
}

const TableRow* of_package(const std::vector<const TableRow*>& rows, const std::string& package) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const TableRow* row) {
    return row->row.labels.package == package;
  });
  return found == rows.end() ? nullptr : *found;
}

bool same_word(const std::string& a, const std::string& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

/// A role answers for what it is named in, and for what is about a voorziening of its own.
std::vector<RoleShare> shares_of(const AssessedRisk& assessed, const Register& kept) {
  std::vector<RoleShare> out;
  const Risk& risk = assessed.risk;
  for (const RegisterRole& role : kept.roles) {
    const auto named = [&](const std::string& function, const char* as) {
      if (same_word(function, role.id) || same_word(function, role.name))
        out.push_back({role.id, as});
    };
    named(risk.eigenaar, "eigenaar");
    named(risk.beheerder, "beheerder");
    for (const std::string& function : risk.hoofdgebruikers)
      named(function, "hoofdgebruiker");
    named(risk.leverancier, "leverancier");
    for (const std::string& id : role.voorzieningen)
      if (std::find(assessed.voorzieningen.begin(), assessed.voorzieningen.end(), id) !=
          assessed.voorzieningen.end())
        out.push_back({role.id, id});
  }
  return out;
}

class Viewing {
public:
  Viewing(const Register& kept, const ImpactTable& table, const scenarios::Catalogue& catalogue,
          models::Day today)
      : kept_(kept), table_(table), catalogue_(catalogue), today_(today), rows_(risk_rows(table)) {
    for (const Risk& risk : kept.risks)
      if (const RiskSubject subject = subject_of(risk, catalogue); subject.any())
        known_.insert(subject);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      by_subject_[in_one_form(subject_of(*rows_[i]))].push_back(rows_[i]);
      place_[rows_[i]] = i;
    }
  }

  RegisterView all() {
    RegisterView out;
    for (const Risk& risk : kept_.risks)
      out.risks.push_back(assessed(risk));
    std::stable_sort(
        out.risks.begin(), out.risks.end(),
        [this](const AssessedRisk& a, const AssessedRisk& b) { return rank(a) < rank(b); });
    out.missing = missing();
    for (const auto* rows : {&table_.annual, &table_.conditional})
      out.without_threat += static_cast<std::size_t>(
          std::count_if(rows->begin(), rows->end(), [&](const TableRow& row) {
            return row.row.labels.threat.empty() && known_.count(in_one_form(subject_of(row))) == 0;
          }));
    out.rubricering = highest_rubricering(rubriceringen());
    return out;
  }

private:
  AssessedRisk assessed(const Risk& risk) const {
    AssessedRisk out;
    out.risk = risk;
    bool several = false;
    if (const auto rows = by_subject_.find(subject_of(risk, catalogue_));
        rows != by_subject_.end() && subject_of(risk).any())
      out.packages = one_each(rows->second, several);
    out.current = of_package(out.packages, "current");
    out.residual = of_package(out.packages, risk.package);
    describe(out);
    out.findings = findings_of({out, kept_, table_, is_in_catalogue(risk), today_});
    if (several && risk.status != RiskStatus::closed)
      out.findings.push_back({Flag::several_results, ""});
    out.roles = shares_of(out, kept_);
    return out;
  }

  bool is_in_catalogue(const Risk& risk) const {
    if (risk.threat.empty())
      return false;
    return std::ranges::all_of(scenarios::parts_of_label(risk.threat),
                               [&](const scenarios::ThreatPart& part) {
                                 return threat_of(catalogue_, part.threat) != nullptr;
                               });
  }

  /// By the catalogue, or by the result of a scenario, of threats at once, or of a threat that it
  /// no longer has.
  void describe(AssessedRisk& out) const {
    out.voorzieningen = out.risk.voorzieningen;
    if (const CatalogueThreat* threat = threat_of(catalogue_, subject_of(out.risk).threat)) {
      out.name_nl = threat->name_nl;
      out.name_en = threat->name_en;
      out.voorzieningen = threat->voorzieningen;
      out.cia = threat->cia;
    } else if (!out.packages.empty()) {
      const Row& row = out.packages.front()->row;
      const bool by_file = row.labels.threat.empty();
      out.name_nl = by_file ? row.scenario_name : row.labels.threat_nl;
      out.name_en = by_file ? row.scenario_name : row.labels.threat_en;
    }
  }

  std::size_t rank(const AssessedRisk& one) const {
    const TableRow* const row = one.residual != nullptr ? one.residual : one.current;
    return row == nullptr ? rows_.size() : place_.at(row);
  }

  std::vector<NewRisk> missing() const {
    std::set<RiskSubject> known = known_;
    std::set<std::string> ids;
    for (const Risk& risk : kept_.risks)
      ids.insert(risk.id);
    std::vector<NewRisk> out;
    for (const TableRow* row : rows_)
      if (!row->row.labels.threat.empty() && known.insert(in_one_form(subject_of(*row))).second)
        out.push_back(new_risk(*row, ids));
    return out;
  }

  NewRisk new_risk(const TableRow& row, std::set<std::string>& ids) const {
    const results::RowLabels& labels = row.row.labels;
    NewRisk out;
    out.subject = subject_of(row);
    const std::string over = out.subject.background.empty() ? "" : "/" + out.subject.background;
    out.id =
        free_id(as_id(row.row.aim() + over + (labels.plan.empty() ? "" : "/" + labels.plan)), ids);
    out.name = labels.threat_nl;
    const std::string mine = highest_rubricering({kept_.rubricering, row.row.rubricering});
    if (mine != highest_rubricering({kept_.rubricering}))
      out.rubricering = mine;
    return out;
  }

  /// Of threats at once, "DR-20@amsterdam/DR-09+2h"; names of files may hold anything.
  static std::string as_id(std::string text) {
    std::erase(text, ' ');
    for (char& c : text)
      c = c == ',' ? '/' : may_stand_in_risk_id(c) ? c : '-';
    return text.substr(0, longest_risk_id);
  }

  static std::string free_id(const std::string& wanted, std::set<std::string>& ids) {
    std::string id = wanted;
    for (int i = 2; !ids.insert(id).second; ++i) {
      const std::string number = fmt::format("-{}", i);
      id = wanted.substr(0, longest_risk_id - number.size()) + number;
    }
    return id;
  }

  std::vector<std::string> rubriceringen() const {
    std::vector<std::string> out = {kept_.rubricering};
    if (!table_.rubricering.empty())
      out.push_back(table_.rubricering);
    for (const Risk& risk : kept_.risks)
      if (!risk.rubricering.empty())
        out.push_back(risk.rubricering);
    return out;
  }

  const Register& kept_;
  const ImpactTable& table_;
  const scenarios::Catalogue& catalogue_;
  models::Day today_;
  std::vector<const TableRow*> rows_;
  std::set<RiskSubject> known_;  ///< what the risks are about
  std::map<RiskSubject, std::vector<const TableRow*>> by_subject_;
  std::map<const TableRow*, std::size_t> place_;
};

}  // namespace

std::string Registered::text() const {
  std::string out = risk + ": " + status;
  if (!decision.empty())
    out += ", " + decision;
  return findings.empty() ? out : out + fmt::format(", ! {}", findings.size());
}

bool AssessedRisk::has(Flag flag) const {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& finding) { return finding.flag == flag; });
}

bool AssessedRisk::concerns(const std::string& role) const {
  return std::any_of(roles.begin(), roles.end(),
                     [&](const RoleShare& share) { return share.role == role; });
}

RegisterView register_view(const Register& kept, const ImpactTable& table,
                           const scenarios::Catalogue& catalogue, models::Day today) {
  return Viewing(kept, table, catalogue, today).all();
}

void mark_registered(ImpactTable& table, const RegisterView& view) {
  table.registered = true;
  std::map<const TableRow*, Registered> said;
  for (const AssessedRisk& one : view.risks)
    for (const TableRow* row : one.packages) {
      Registered& registered = said[row];
      registered.risk = one.risk.id;
      registered.status = word_of(one.risk.status);
      if (one.risk.decision)
        registered.decision = word_of(one.risk.decision->choice);
      for (const Finding& finding : one.findings)
        registered.findings.emplace_back(word_of(finding.flag));
    }
  for (auto* rows : {&table.annual, &table.conditional})
    for (TableRow& row : *rows)
      if (const auto found = said.find(&row); found != said.end())
        row.registered = found->second;
}

std::vector<NewRisk> recorded_only(const RegisterView& view,
                                   const scenarios::Catalogue& catalogue) {
  std::set<std::string> known, ids;
  for (const AssessedRisk& one : view.risks) {
    known.insert(subject_of(one.risk).threat);
    ids.insert(one.risk.id);
  }
  for (const NewRisk& one : view.missing)
    known.insert(one.subject.threat);
  std::vector<NewRisk> out;
  for (const CatalogueThreat& threat : catalogue.threats)
    if (known.count(threat.id) == 0 && ids.count(threat.id) == 0)
      out.push_back(
          {threat.id, {threat.id, "", "", "", ""}, threat.name_nl, "niet gesimuleerd", ""});
  return out;
}

}  // namespace analysis
