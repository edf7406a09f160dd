#include "reports/fields/risks.hpp"

#include <algorithm>

#include "reports/documents/registers/register_report.hpp"
#include "reports/fields/impact_row.hpp"

namespace reports {
namespace {

using analysis::Decision;
using analysis::Finding;
using analysis::RoleShare;
using analysis::Treatment;
using Risk = const analysis::AssessedRisk&;

std::optional<std::string> day_of(const std::optional<models::Day>& day) {
  return day ? std::optional(models::written(*day)) : std::nullopt;
}

std::vector<std::string> packages(Risk one) {
  std::vector<std::string> out;
  for (const analysis::TableRow* row : one.packages)
    out.push_back(row->row.labels.package);
  return out;
}

/// Of these the board sees no others.
void show_only(JsonKeys& keys, std::initializer_list<std::string_view> names) {
  for (JsonKey& key : keys)
    if (std::find(names.begin(), names.end(), key.name) == names.end())
      key.reader = Reader::analyst;
}

/// Of a row beside its risk; the board has the whole row in the table.
JsonKeys figures_keys() {
  JsonKeys out = keys_of<analysis::TableRow>();
  show_only(out, {"package", "n", "lost_callers", "year"});
  show_only(inside_of(out, "year"), {"level", "level_shown", "lost_callers_per_year"});
  return out;
}

constexpr std::string_view figures_type = "RiskFigures | null";

constexpr auto decision_table = std::to_array<Field<Decision>>({
    board("choice", [](const Decision& one) { return std::string(word_of(one.choice)); },
          {"a word of the register"}),
    board<&Decision::text>("text", {"what was decided"}),
    board("date", [](const Decision& one) { return models::written(one.on); }, {"when"}),
    board<&Decision::by>("by", {"by which function"}),
    board("criteria_version", [](const Decision& one) { return said(one.criteria_version); },
          {"of the criteria it was taken under"}),
    board("criteria_sha256", [](const Decision& one) { return said(one.criteria_sha256); },
          {"of the same"}),
    board("result", [](const Decision& one) { return said(one.result); },
          {"`basis.result` of the row it was taken on"}),
    board<&Decision::level>("level", {"that was accepted"}),
    board<&Decision::conditions>("conditions", {"that were made"}),
});
static_assert(are_sound<Decision>(decision_table));

constexpr auto treatment_table = std::to_array<Field<Treatment>>({
    board<&Treatment::what>("what", {"is done"}),
    board("measure", [](const Treatment& one) { return said(one.measure); },
          {"its name in the list of measures"}),
    board("owner", [](const Treatment& one) { return said(one.owner); }, {"which function"}),
    board("due", [](const Treatment& one) { return day_of(one.due); }, {"when it should be done"}),
    board("status", [](const Treatment& one) { return std::string(word_of(one.status)); },
          {"a word of the register"}),
});
static_assert(are_sound<Treatment>(treatment_table));

constexpr auto finding_table = std::to_array<Field<Finding>>({
    board("flag", [](const Finding& one) { return std::string(word_of(one.flag)); },
          {"a word for programs"}),
    board("about", [](const Finding& one) { return said(one.about); },
          {"a date, a level, a function, a version"}),
    board("text", [](const Finding& one, Language language) { return finding_text(one, language); },
          {"in the language asked for"}),
});
static_assert(are_sound<Finding>(finding_table));

constexpr auto share_table = std::to_array<Field<RoleShare>>({
    analyst<&RoleShare::role>("role", {"whose view"}),
    analyst<&RoleShare::as>("as", {"`eigenaar`, `hoofdgebruiker`, ..., or a voorziening"}),
});
static_assert(are_sound<RoleShare>(share_table));

/// What is decided, by which function and until when, is what a board is asked about; remarks,
/// suppliers and where the file lies are not.
constexpr auto risk_table = std::to_array<Field<analysis::AssessedRisk>>({
    board("risk", [](Risk one) { return one.risk.id; }, {"its id"}),
    analyst("line", [](Risk one) { return one.risk.mark.line; }, {"of the register's file"}),
    board("threat", [](Risk one) { return said(one.risk.threat); }, {"of the catalogue"}),
    Field<analysis::AssessedRisk>(
        Reader::board_when_public, "target", [](Risk one) { return said(one.risk.target); },
        {"as it is aimed; a board reads it when it is a meldkamer or a region"}),
    analyst("background", [](Risk one) { return said(one.risk.background); },
            {"name of the scenario that the threat is laid over"}),
    analyst("scenario", [](Risk one) { return said(one.risk.scenario); },
            {"instead of a threat: name of the scenario of the row"}),
    board("plan", [](Risk one) { return said(one.risk.plan); }, {"of takeovers"}),
    board("package", [](Risk one) { return one.risk.package; },
          {"of measures, under which the residual risk is judged"}),
    board("recorded", [](Risk one) { return said(one.risk.recorded); },
          {"why there are no figures"}),
    board("name_nl", [](Risk one) { return said(one.name_nl); }, {"what it is called in Dutch"}),
    board("name_en", [](Risk one) { return said(one.name_en); }, {"what it is called in English"}),
    board<&analysis::AssessedRisk::voorzieningen>("voorzieningen", {"those that it touches"}),
    board<&analysis::AssessedRisk::cia>(
        "cia", {"availability, integrity, confidentiality: what it touches"}),
    board("eigenaar", [](Risk one) { return said(one.risk.eigenaar); }, {"which function"}),
    board("beheerder", [](Risk one) { return said(one.risk.beheerder); }, {"which function"}),
    board("hoofdgebruiker", [](Risk one) { return one.risk.hoofdgebruikers; }, {"which functions"}),
    analyst("leverancier", [](Risk one) { return said(one.risk.leverancier); }, {"its supplier"}),
    board("mandaat", [](Risk one) { return said(one.risk.mandaat); },
          {"the function that may accept it"}),
    board("verantwoordelijkheid_betwist", [](Risk one) { return one.risk.disputed; },
          {"whether somebody disputes who answers for it"}),
    board("status", [](Risk one) { return std::string(word_of(one.risk.status)); },
          {"a word of the register"}),
    board("decision", [](Risk one) { return one.risk.decision; }, {"null, or what was decided"}),
    board("review", [](Risk one) { return day_of(one.risk.review); },
          {"when it is looked at again"}),
    board("measures", [](Risk one) { return one.risk.treatments; }, {"what is done about it"}),
    board("rubricering", [](Risk one) { return said(one.risk.rubricering); }, {"of the risk"}),
    analyst("note", [](Risk one) { return said(one.risk.note); }, {"a remark"}),
    analyst<&analysis::AssessedRisk::roles>("roles", {"in whose view it is"}),
    board<&analysis::AssessedRisk::findings>("findings", {"what somebody should look at"}),
    analyst("packages", [](Risk one) { return packages(one); },
            {"of measures that were simulated for it"}),
    board<&analysis::AssessedRisk::current>(
        "current",
        {.meaning = "its row of the impact table under package current, or null; a board reads "
                    "`package`, `n`, `lost_callers` and of the year `level`, `level_shown`, "
                    "`lost_callers_per_year`",
         .type = figures_type,
         .keys = figures_keys}),
    board<&analysis::AssessedRisk::residual>(
        "residual",
        {.meaning = "the same under the risk's own", .type = figures_type, .keys = figures_keys}),
});
static_assert(are_sound<analysis::AssessedRisk>(risk_table));

}  // namespace

Fields<Decision> Table<Decision>::fields() {
  return decision_table;
}

Fields<Treatment> Table<Treatment>::fields() {
  return treatment_table;
}

Fields<Finding> Table<Finding>::fields() {
  return finding_table;
}

Fields<RoleShare> Table<RoleShare>::fields() {
  return share_table;
}

Fields<analysis::AssessedRisk> Table<analysis::AssessedRisk>::fields() {
  return risk_table;
}

}  // namespace reports
