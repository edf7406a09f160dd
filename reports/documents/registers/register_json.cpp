#include "reports/documents/document_keys.hpp"
#include "reports/documents/registers/register_report.hpp"
#include "reports/fields/criteria.hpp"
#include "reports/fields/registers.hpp"
#include "reports/fields/risks.hpp"
#include "results/schemas.hpp"

namespace reports {

nlohmann::ordered_json register_json(const RegisterReport& report) {
  const Language language = report.language;
  return {{"schema", name_of(results::Schema::risk_register)},
          {"head", register_head(report)},
          {"rubricering", report.view.rubricering},
          {"today", models::written(report.today)},
          {"register", json_of(report.kept, language)},
          {"criteria", json_of(report.table.criteria, language)},
          {"mandates", json_of(report.kept.mandates, language)},
          {"roles", json_of(report.kept.roles, language)},
          {"role", json_of(said(report.role), language)},
          {"risks", json_of(report.risks(), language)},
          {"not_registered", json_of(report.view.missing, language)},
          {"rows_without_threat", report.view.without_threat},
          {"crosswalk", crosswalk_json(language)}};
}

JsonKeys register_keys() {
  return {board("schema"),
          board("head"),
          board("rubricering"),
          board("today"),
          board("register", keys_of<analysis::Register>()),
          board("criteria", keys_of<analysis::Criteria>()),
          board("mandates", keys_of<analysis::Mandate>()),
          analyst("roles", keys_of<analysis::RegisterRole>()),
          analyst("role"),
          board("risks", keys_of<analysis::AssessedRisk>()),
          board("not_registered", keys_of<analysis::NewRisk>()),
          board("rows_without_threat"),
          analyst("crosswalk")};
}

}  // namespace reports
