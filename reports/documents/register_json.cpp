#include "reports/documents/register_report.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using analysis::AssessedRisk;
using analysis::Decision;
using analysis::Risk;
using models::written;
using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json day_or_null(const std::optional<models::Day>& day) {
  return day ? ordered_json(models::written(*day)) : ordered_json();
}

ordered_json level_or_null(const std::optional<analysis::Level>& level) {
  return level ? ordered_json(analysis::level_words.at(static_cast<std::size_t>(*level)))
               : ordered_json();
}

ordered_json json_of(const std::optional<Decision>& decision) {
  if (!decision)
    return nullptr;
  return {{"choice", word_of(decision->choice)},
          {"text", decision->text},
          {"date", models::written(decision->on)},
          {"by", decision->by},
          {"criteria_version", text_or_null(decision->criteria_version)},
          {"criteria_sha256", text_or_null(decision->criteria_sha256)},
          {"result", text_or_null(decision->result)},
          {"level", level_or_null(decision->level)},
          {"conditions", decision->conditions}};
}

ordered_json treatments_of(const Risk& risk) {
  ordered_json out = ordered_json::array();
  for (const analysis::Treatment& one : risk.treatments)
    out.push_back({{"what", one.what},
                   {"measure", text_or_null(one.measure)},
                   {"owner", text_or_null(one.owner)},
                   {"due", day_or_null(one.due)},
                   {"status", word_of(one.status)}});
  return out;
}

ordered_json figures_of(const analysis::TableRow* row, Language language) {
  return row == nullptr ? ordered_json() : row_json(*row, language);
}

ordered_json findings_of(const AssessedRisk& one, Language language) {
  ordered_json out = ordered_json::array();
  for (const analysis::Finding& finding : one.findings)
    out.push_back({{"flag", word_of(finding.flag)},
                   {"about", text_or_null(finding.about)},
                   {"text", finding_text(finding, language)}});
  return out;
}

ordered_json roles_of(const AssessedRisk& one) {
  ordered_json out = ordered_json::array();
  for (const analysis::RoleShare& share : one.roles)
    out.push_back({{"role", share.role}, {"as", share.as}});
  return out;
}

ordered_json packages_of(const AssessedRisk& one) {
  ordered_json out = ordered_json::array();
  for (const analysis::TableRow* row : one.packages)
    out.push_back(row->row.labels.package);
  return out;
}

ordered_json subject_of(const AssessedRisk& one) {
  const Risk& risk = one.risk;
  return {{"risk", risk.id},
          {"line", risk.mark.line},
          {"threat", text_or_null(risk.threat)},
          {"target", text_or_null(risk.target)},
          {"plan", text_or_null(risk.plan)},
          {"package", risk.package},
          {"recorded", text_or_null(risk.recorded)},
          {"name_nl", text_or_null(one.name_nl)},
          {"name_en", text_or_null(one.name_en)},
          {"voorzieningen", one.voorzieningen},
          {"cia", one.cia}};
}

ordered_json json_of(const AssessedRisk& one, Language language) {
  const Risk& risk = one.risk;
  ordered_json out = subject_of(one);
  out["eigenaar"] = text_or_null(risk.eigenaar);
  out["beheerder"] = text_or_null(risk.beheerder);
  out["hoofdgebruiker"] = risk.hoofdgebruikers;
  out["leverancier"] = text_or_null(risk.leverancier);
  out["mandaat"] = text_or_null(risk.mandaat);
  out["verantwoordelijkheid_betwist"] = risk.disputed ? ordered_json(*risk.disputed) : nullptr;
  out["status"] = word_of(risk.status);
  out["decision"] = json_of(risk.decision);
  out["review"] = day_or_null(risk.review);
  out["measures"] = treatments_of(risk);
  out["rubricering"] = text_or_null(risk.rubricering);
  out["note"] = text_or_null(risk.note);
  out["roles"] = roles_of(one);
  out["findings"] = findings_of(one, language);
  out["packages"] = packages_of(one);
  out["current"] = figures_of(one.current, language);
  out["residual"] = figures_of(one.residual, language);
  return out;
}

ordered_json register_of(const analysis::Register& kept) {
  return {{"name", kept.name},
          {"version", kept.version},
          {"status", kept.adoption.adopted ? "vastgesteld" : "concept"},
          {"vastgesteld_door", kept.adoption.by},
          {"datum", kept.adoption.date},
          {"besluit", kept.adoption.decision},
          {"note", text_or_null(kept.note)},
          {"file", kept.input.path},
          {"sha256", kept.input.sha256}};
}

ordered_json mandates_of(const analysis::Register& kept) {
  ordered_json out = ordered_json::array();
  for (const analysis::Mandate& one : kept.mandates)
    out.push_back({{"function", one.function},
                   {"up_to", level_or_null(one.up_to)},
                   {"source", text_or_null(one.source)}});
  return out;
}

ordered_json roles_of(const analysis::Register& kept) {
  ordered_json out = ordered_json::array();
  for (const analysis::RegisterRole& one : kept.roles)
    out.push_back({{"role", one.id},
                   {"name", one.name},
                   {"source", text_or_null(one.source)},
                   {"beheerorganisatie", one.beheerorganisatie},
                   {"voorzieningen", one.voorzieningen}});
  return out;
}

ordered_json missing_of(const analysis::RegisterView& view) {
  ordered_json out = ordered_json::array();
  for (const analysis::NewRisk& one : view.missing)
    out.push_back({{"risk", one.id}, {"threat", one.threat}, {"target", text_or_null(one.target)}});
  return out;
}

}  // namespace

ordered_json register_json(const RegisterReport& report) {
  ordered_json risks = ordered_json::array();
  for (const AssessedRisk* one : report.risks())
    risks.push_back(json_of(*one, report.language));
  return {{"schema", name_of(results::Schema::risk_register)},
          {"head", register_head(report)},
          {"rubricering", report.view.rubricering},
          {"today", models::written(report.today)},
          {"register", register_of(report.kept)},
          {"criteria", criteria_json(report.table.criteria)},
          {"mandates", mandates_of(report.kept)},
          {"roles", roles_of(report.kept)},
          {"role", text_or_null(report.role)},
          {"risks", risks},
          {"not_registered", missing_of(report.view)},
          {"rows_without_threat", report.view.without_threat},
          {"crosswalk", crosswalk_json(report.language)}};
}

}  // namespace reports
