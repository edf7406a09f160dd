#include "reports/fields/impact_row.hpp"

#include <cmath>

#include "analysis/impact/row_digest.hpp"
#include "reports/documents/table_document.hpp"
#include "reports/fields/impact_row_cells.hpp"

namespace reports {
namespace {

using analysis::TableRow;

using Row = const TableRow&;

std::optional<double> defined(double value) {
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<std::string> said(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

/// The threat's; of a row without one the scenario's.
std::string name_of(Row row, const std::string& name) {
  return row.row.labels.threat.empty() ? row.row.scenario_name : name;
}

std::optional<std::uint64_t> other_definitions(Row row) {
  return row.row.definitions == results::definitions ? std::nullopt
                                                     : std::optional(row.row.definitions);
}

ByWord<std::string, std::size_t> decided_by(Row row) {
  ByWord<std::string, std::size_t> out;
  for (const analysis::Decided& one : row.impact.decided)
    out.emplace_back(one.by, one.events);
  return out;
}

ByWord<std::string, std::array<double, analysis::n_classes>> classes_by_criterion(Row row) {
  ByWord<std::string, std::array<double, analysis::n_classes>> out;
  for (std::size_t i = 0; i < analysis::n_criteria; ++i)
    out.emplace_back(analysis::word_of(static_cast<analysis::Criterion>(i)),
                     row.impact.by_criterion.at(i));
  return out;
}

ByWord<analysis::Level, double> levels(Row row) {
  ByWord<analysis::Level, double> out;
  for (std::size_t i = 0; i < row.levels.size(); ++i)
    out.emplace_back(static_cast<analysis::Level>(i), row.levels.at(i));
  return out;
}

std::optional<double> events_per_year(Row row, double u) {
  return row.frequency.known() ? std::optional(row.frequency.at(u)) : std::nullopt;
}

template <class Read>
constexpr Field<TableRow> board(std::string_view key, Read read, Facts<TableRow> facts) {
  return {Reader::board, key, read, facts};
}

template <class Read>
constexpr Field<TableRow> analyst(std::string_view key, Read read, Facts<TableRow> facts) {
  return {Reader::analyst, key, read, facts};
}

/// A column of a CSV, beside an object or a list of the JSON that has no single cell.
template <class Read>
constexpr Field<TableRow> of_csv(std::string_view column, Read read, Facts<TableRow> facts = {}) {
  facts.column = column;
  return {Reader::board, "", read, facts};
}

using OnPage = Field<TableRow>;

constexpr auto group = [](Row) { return Group{}; };

constexpr auto impact_row = std::to_array<Field<TableRow>>({
    board("row", [](Row row) { return row.row.id(); },
          {"threat and target, or the scenario's name"}),
    board("threat", [](Row row) { return row.row.labels.threat; },
          {.meaning = "of the catalogue; empty for a scenario of a file", .column = no_column}),
    board("name_nl", [](Row row) { return name_of(row, row.row.labels.threat_nl); },
          {.meaning = "what it is called in Dutch", .column = "name"}),
    board("name_en", [](Row row) { return name_of(row, row.row.labels.threat_en); },
          {.meaning = "what it is called in English", .column = no_column}),
    Field<TableRow>(Reader::board_when_public, "target",
                    [](Row row) { return row.row.labels.target; },
                    {"as it was aimed; a board reads it when it is a meldkamer or a region"}),
    board("package", [](Row row) { return row.row.labels.package; }, {"of measures"}),
    board("plan", [](Row row) { return row.row.labels.plan; }, {"of takeovers"}),
    board("onset_rule", [](Row row) { return row.row.labels.onset_rule; },
          {.meaning = "`any_hour`, or a local time", .after = "voorzieningen"}),
    board("duration", [](Row row) { return row.row.labels.duration; },
          {"as it was asked for; empty: the catalogue's"}),
    analyst("varied", [](Row row) { return row.row.labels.varied; },
            {"what `--set` set: `takeover.decide=5 min`"}),
    board("other_inputs", [](Row row) { return GroupIf{row.other_inputs.any()}; },
          {"null in the first row of its question"}),
    board("other_inputs.line", [](Row row) { return row.other_inputs.number; },
          {.meaning = "number of the row among those of its question", .column = no_column}),
    analyst("other_inputs.has", [](Row row) { return row.other_inputs.has; },
            {"names of inputs that the first row has not, or in another version"}),
    analyst("other_inputs.lacks", [](Row row) { return row.other_inputs.lacks; },
            {"names of inputs that only the first row has"}),
    of_csv("other_inputs",
           [](Row row) { return other_inputs_text(row.other_inputs, Language::english); },
           {"names of inputs, as in the name of the row"}),
    board("other_definitions", [](Row row) { return other_definitions(row); },
          {.meaning = "null when the row was counted by the definitions of this program; else the "
                      "number of those by which it was counted: it is not to be compared with "
                      "other rows",
           .column = no_column}),
    board("role", [](Row row) { return row.row.labels.role; },
          {"`event`, `condition`, `aftermath` or `composite`"}),
    board("cia", [](Row row) { return row.row.labels.cia; },
          {.meaning = "availability, integrity, confidentiality: what it touches",
           .after = "voorzieningen"}),
    board("voorzieningen", [](Row row) { return row.row.labels.voorzieningen; },
          {"those that it touches"}),
    board("actors", [](Row row) { return row.row.labels.actors; },
          {.meaning = "of a deliberate threat", .column = no_column}),
    board("meldkamer", [](Row row) { return row.row.meldkamer; },
          {"whose callers only; empty: the nation's"}),
    board("share_of_callers", [](Row row) { return row.row.share_of_callers; },
          {.meaning = "of the nation's, when of one meldkamer", .column = no_column}),
    board("seed", [](Row row) { return row.row.seed; },
          {.meaning = "of all random numbers", .column = no_column}),
    board("n", [](Row row) { return row.row.replications.size(); },
          {.meaning = "finished replications, each an event", .part = Part::lost, .heading = "n"}),
    board("failed", [](Row row) { return row.row.failed; }, {"replications that failed"}),
    analyst("command", [](Row row) { return row.row.command; },
            {.meaning = "that gives the row again", .column = no_column}),
    board("lost_callers", [](Row row) { return row.lost; },
          {.meaning = "extra lost callers per event, an interval of chance only",
           .column = no_column}),
    of_csv("lost", [](Row row) { return row.headline(); },
           {"extra lost callers per event: of chance, and of the parameters when they were drawn"}),
    of_csv("lost_by_chance",
           [](Row row) { return row.uncertainty.draws > 0 ? row.uncertainty.chance : row.lost; },
           {"the same, of chance only"}),
    OnPage(Part::lost, "mean", [](Row row, const Cells& cells) { return cells.count(row.mean()); }),
    OnPage(Part::lost, "interval",
           [](Row row, const Cells& cells) { return cells.ends(row.headline()); }),
    board("uncertainty", [](Row row) { return GroupIf{row.uncertainty.draws > 0}; },
          {"null when the parameters were not drawn over their ranges"}),
    board("uncertainty.draws", [](Row row) { return row.uncertainty.draws; },
          {.meaning = "of the parameters",
           .column = no_column,
           .part = Part::sources,
           .heading = "draws"}),
    board("uncertainty.mean", [](Row row) { return defined(row.uncertainty.mean); },
          {.meaning = "over the draws",
           .column = no_column,
           .part = Part::sources,
           .heading = "mean",
           .cell = [](Row row, const Cells& cells) { return cells.count(row.uncertainty.mean); }}),
    board("uncertainty.chance", [](Row row) { return row.uncertainty.chance; },
          {.meaning = "of the mean, for the draws that were made",
           .column = no_column,
           .part = Part::sources,
           .heading = "chance",
           .cell = [](Row row, const Cells& cells) { return cells.ends(row.uncertainty.chance); }}),
    board("uncertainty.parameters", [](Row row) { return row.uncertainty.parameters; },
          {.meaning = "the middle 95 % of the expected value over the ranges",
           .column = "lost_by_parameters",
           .part = Part::sources,
           .heading = "parameters",
           .cell = [](Row row,
                      const Cells& cells) { return cells.ends(row.uncertainty.parameters); }}),
    board("uncertainty.both", [](Row row) { return row.uncertainty.both; },
          {.meaning = "the headline: the two together",
           .column = no_column,
           .part = Part::sources,
           .heading = "both",
           .cell = [](Row row, const Cells& cells) { return cells.ends(row.uncertainty.both); }}),
    board("uncertainty.parameter_share_of_variance",
          [](Row row) { return defined(row.uncertainty.parameter_share); },
          {.meaning = "of the variance of a draw's mean", .column = no_column}),
    board("lost_percentiles", group, {"of the events; method `none` where n cannot carry it"}),
    board("lost_percentiles.p50", [](Row row) { return row.lost_percentiles[0]; },
          {.meaning = "half of the events lose no more",
           .column = "lost_p50",
           .part = Part::lost,
           .heading = "p50"}),
    board("lost_percentiles.p90", [](Row row) { return row.lost_percentiles[1]; },
          {.meaning = "90 % of the events lose no more",
           .column = "lost_p90",
           .part = Part::lost,
           .heading = "p90"}),
    board("lost_percentiles.p95", [](Row row) { return row.lost_percentiles[2]; },
          {.meaning = "95 % of the events lose no more",
           .column = "lost_p95",
           .part = Part::lost,
           .heading = "p95"}),
    board("lost_percentiles.p99", [](Row row) { return row.lost_percentiles[3]; },
          {.meaning = "99 % of the events lose no more",
           .column = "lost_p99",
           .part = Part::lost,
           .heading = "p99"}),
    board("any_loss", [](Row row) { return row.any_loss; },
          {.meaning = "share of the events with an extra lost caller at all",
           .part = Part::recovery,
           .heading = "any"}),
    board("tail", group, {"of single events"}),
    board("tail.level", [](Row row) { return row.tail.level; },
          {.meaning = "share of the events that are not in the tail", .column = no_column}),
    board("tail.var", [](Row row) { return defined(row.tail.var); },
          {.meaning = "value at risk: null with fewer than 50 events in the tail",
           .column = no_column}),
    board("tail.cvar", [](Row row) { return defined(row.tail.cvar); },
          {.meaning = "mean of the tail; null likewise", .column = no_column}),
    board("tail.points", [](Row row) { return row.tail.points; },
          {.meaning = "different events in the tail", .column = no_column}),
    board("worst_hours", [](Row row) { return GroupIf{row.worst_hours.exists()}; },
          {.meaning = "the worst of six parts of the week; null when onsets were not drawn or a "
                      "part has fewer than ten events",
           .part = Part::recovery,
           .heading = "worst_hours",
           .cell = worst_hours_cell}),
    board("worst_hours.weekend", [](Row row) { return row.worst_hours.weekend; },
          {.meaning = "or on weekdays", .column = no_column}),
    board("worst_hours.from_hour", [](Row row) { return row.worst_hours.from_hour; },
          {.meaning = "of the day", .column = no_column}),
    board("worst_hours.until_hour", [](Row row) { return row.worst_hours.until_hour; },
          {.meaning = "of the day", .column = no_column}),
    board("worst_hours.lost_callers", [](Row row) { return row.worst_hours.lost; },
          {.meaning = "per event that begins then", .column = no_column}),
    of_csv("worst_hours", [](Row row) { return worst_hours(row, "weekend", "weekday"); },
           {"`weekend 12-18`; empty where the object is null"}),
    of_csv("worst_hours_lost",
           [](Row row) {
             return row.worst_hours.exists() ? defined(row.worst_hours.lost.value) : std::nullopt;
           },
           {"extra lost callers per event that begins then"}),
    board("classes", [](Row row) { return row.impact.classes; },
          {"shares of the events in I1 to I5"}),
    of_csv("i1", [](Row row) { return row.impact.classes[0]; },
           {.meaning = "share of the events in I1", .part = Part::classes, .heading = "i1"}),
    of_csv("i2", [](Row row) { return row.impact.classes[1]; },
           {.meaning = "share of the events in I2", .part = Part::classes, .heading = "i2"}),
    of_csv("i3", [](Row row) { return row.impact.classes[2]; },
           {.meaning = "share of the events in I3", .part = Part::classes, .heading = "i3"}),
    of_csv("i4", [](Row row) { return row.impact.classes[3]; },
           {.meaning = "share of the events in I4", .part = Part::classes, .heading = "i4"}),
    of_csv("i5", [](Row row) { return row.impact.classes[4]; },
           {.meaning = "share of the events in I5", .part = Part::classes, .heading = "i5"}),
    board("classes_by_criterion", [](Row row) { return classes_by_criterion(row); },
          {"shares of I1 to I5 by each [criterion](criteria.md#criteria-of-impact) alone"}),
    board("decided_by", [](Row row) { return decided_by(row); },
          {.meaning = "events by what decided: a criterion, `recovery`, or `none`",
           .part = Part::classes,
           .heading = "decided_by",
           .cell = decided_by_cell}),
    of_csv("decided_by",
           [](Row row) { return row.impact.decided.empty() ? "" : row.impact.decided.front().by; },
           {"what decided most often"}),
    board("recover_s", group, {"from the onset to service back at 90 % of the twin's"}),
    board("recover_s.p50", [](Row row) { return row.recover_percentiles[0]; },
          {.meaning = "half of the events last no longer",
           .column = "recover_s_p50",
           .part = Part::recovery,
           .heading = "recover50",
           .cell =
               [](Row row, const Cells& cells) {
                 return cells.time_percentile(row.recover_percentiles[0]);
               }}),
    board("recover_s.p95", [](Row row) { return row.recover_percentiles[1]; },
          {.meaning = "95 % of the events last no longer",
           .column = "recover_s_p95",
           .part = Part::recovery,
           .heading = "recover95",
           .cell =
               [](Row row, const Cells& cells) {
                 return cells.time_percentile(row.recover_percentiles[1]);
               }}),
    board("intake_losses", [](Row row) { return row.intake_losses; },
          {.meaning = "what had become, 10, 30 and 60 min after, of what meldkamers could not take "
                      "in any more: [shares](json.md#takeovers) of all losses of a discipline; "
                      "empty without any",
           .part = Part::recovery,
           .heading = "intake_losses",
           .cell = intake_losses_cell}),
    board("dispatch_losses", [](Row row) { return row.dispatch_losses; },
          {.meaning = "the same of what they could not dispatch",
           .part = Part::recovery,
           .heading = "dispatch_losses",
           .cell = dispatch_losses_cell}),
    of_csv("intake_elsewhere_10_min", [](Row row) { return elsewhere(row.intake_losses, 0); },
           {"share of the losses of intake that are answered elsewhere by then"}),
    of_csv("intake_elsewhere_30_min", [](Row row) { return elsewhere(row.intake_losses, 1); },
           {"the same"}),
    of_csv("intake_elsewhere_60_min", [](Row row) { return elsewhere(row.intake_losses, 2); },
           {"the same"}),
    of_csv("dispatch_elsewhere_10_min", [](Row row) { return elsewhere(row.dispatch_losses, 0); },
           {"of dispatch"}),
    of_csv("dispatch_elsewhere_30_min", [](Row row) { return elsewhere(row.dispatch_losses, 1); },
           {"the same"}),
    of_csv("dispatch_elsewhere_60_min", [](Row row) { return elsewhere(row.dispatch_losses, 2); },
           {"the same"}),
    board("first_switch_fails", [](Row row) { return row.first_switch_fails; },
          {.meaning = "of the takeovers that somebody tried, the share whose first switch failed",
           .part = Part::recovery,
           .heading = "first_fails",
           .cell = first_switch_cell}),
    board("truncated", [](Row row) { return row.truncated; },
          {.meaning = "events whose window ended before their story: lower bounds",
           .after = "failed",
           .part = Part::recovery,
           .heading = "cut",
           .cell = truncated_cell}),
    board("capped", group, {"of these, those whose window was drawn longer than one may be"}),
    board("capped.events", [](Row row) { return row.capped; },
          {.meaning = "how many", .column = "capped", .after = "truncated"}),
    board("capped.after_s", [](Row row) { return defined(row.capped_s); },
          {.meaning = "when they ended, after the onset; null without any", .column = no_column}),
    of_csv("capped_after_h", [](Row row) { return defined(row.capped_s / 3600); },
           {.meaning = "when those were cut off, in hours after the onset", .after = "capped"}),
    board("tied_with_row_before", [](Row row) { return row.tied; },
          {.meaning = "the intervals do not separate the order; rows of one threat, seed and "
                      "frequency are compared replication by replication",
           .after = "above_line"}),
    OnPage(Part::years, "likelihood", likelihood_cell),
    board("year", [](Row row) { return GroupIf{row.frequency.known()}; },
          {"null without a frequency"}),
    board("year.events_per_year",
          [](Row row) { return std::pair(row.frequency.at(0), row.frequency.at(1)); },
          {.meaning = "ends of its class",
           .part = Part::years,
           .heading = "frequency",
           .cell = frequency_cell}),
    of_csv("events_per_year_low", [](Row row) { return events_per_year(row, 0); },
           {"end of the class of its frequency"}),
    of_csv("events_per_year_high", [](Row row) { return events_per_year(row, 1); },
           {"the other end"}),
    board("year.events_per_year_mean", [](Row row) { return row.frequency.mean(); },
          {.meaning = "over the class", .column = no_column}),
    board("year.target_share", [](Row row) { return row.frequency.target_share; },
          {.meaning = "of the nation's frequency", .column = no_column}),
    board("year.likelihood_classes", [](Row row) { return row.likelihood; },
          {"probability of K1 to K5"}),
    board("year.lost_callers_per_year", [](Row row) { return row.per_year; },
          {.meaning = "of the frequency, chance and the parameters",
           .column = "lost_per_year",
           .part = Part::years,
           .heading = "lost_per_year",
           .cell = [](Row row, const Cells& cells) { return cells.count(row.per_year.value); }}),
    OnPage(Part::years, "interval",
           [](Row row, const Cells& cells) { return cells.ends(row.per_year); }),
    board("year.levels", [](Row row) { return levels(row); },
          {"share of `laag`, `midden`, `hoog` and `zeer_hoog`, over classes and frequency"}),
    board("year.level", [](Row row) { return row.level; },
          {.meaning = "not exceeded by all but the tolerable share of the events",
           .part = Part::years,
           .heading = "level",
           .cell = level_cell}),
    OnPage(Part::years, "level_shares", level_shares_cell),
    board("year.level_shown", [](Row row) { return level_shown(row); },
          {"the intervals show it too"}),
    board("year.exceedance_per_year", [](Row row) { return row.exceedance; },
          {"events a year at each point of the line"}),
    board("year.above_line", [](Row row) { return row.above_line; },
          {.meaning = "above the F-N line somewhere",
           .part = Part::years,
           .heading = "line",
           .cell =
               [](Row row, const Cells& cells) {
                 return cells.word(row.above_line ? "above" : "below");
               }}),
    board("basis", group, {"what the row stands on"}),
    board("basis.likelihood_class", [](Row row) { return row.row.labels.likelihood_class; },
          {.meaning = "K1 to K5 of the nation; 0: nobody has said", .after = "first_switch_fails"}),
    board("basis.likelihood_basis", [](Row row) { return row.row.labels.likelihood_basis; },
          {.meaning = "`incident`, `expert` or `analyst`", .after = "likelihood_class"}),
    board(
        "basis.no_frequency_because",
        [](Row row, Language language) { return unknown_text(row, language); },
        {.meaning = "in the language asked for; empty with a frequency",
         .column = no_column,
         .part = Part::no_frequency,
         .heading = "frequency",
         .cell = [](Row row, const Cells& cells) { return unknown_text(row, cells.language()); }}),
    OnPage(Part::basis, "evidence", evidence_cell),
    board("basis.duration_basis", [](Row row) { return row.row.labels.duration_basis; },
          {"`incident`, `expert` or `analyst`"}),
    board("basis.duration_cases", [](Row row) { return row.row.labels.duration_cases; },
          {"that the duration stands on"}),
    board("basis.incidents", [](Row row) { return row.row.labels.incidents; }, {"known"}),
    board("basis.incidents_checked", [](Row row) { return row.row.labels.incidents_checked; },
          {"of these, found in a public source"}),
    board("basis.parameters", [](Row row) { return row.row.parameters; },
          {"input numbers of the row"}),
    board("basis.parameters_assumed", [](Row row) { return row.row.parameters_assumed; },
          {.meaning = "how many of them are assumed",
           .part = Part::basis,
           .heading = "share_assumed",
           .cell = share_assumed_cell}),
    board("basis.model_as_of", [](Row row) { return said(row.row.world_as_of); },
          {"day whose state of affairs the world describes; null when it gives none"}),
    board("basis.model_age_days", [](Row row) { return row.model_age_days; },
          {"since that day; null likewise"}),
    board("basis.version", [](Row row) { return row.row.version; },
          {"of the program that simulated it"}),
    board("basis.commit", [](Row row) { return row.row.commit; },
          {.meaning = "of the same", .column = no_column}),
    board("basis.register", [](Row row) { return GroupIf{row.registered.has_value()}; },
          {"null, or with `--register`:"}),
    board("basis.register.risk", [](Row row) { return row.registered->risk; },
          {.meaning = "its id", .column = no_column}),
    board("basis.register.status", [](Row row) { return row.registered->status; },
          {.meaning = "a word of the register", .column = no_column}),
    board("basis.register.decision", [](Row row) { return row.registered->decision; },
          {.meaning = "a word of the register; empty: none", .column = no_column}),
    board("basis.register.findings", [](Row row) { return row.registered->findings; },
          {"what somebody should look at"}),
    of_csv("register", [](Row row) { return row.registered ? row.registered->text() : ""; },
           {"with `--register`: status, decision and number of findings"}),
    board("basis.result", [](Row row) { return analysis::digest_of(row.row); },
          {.meaning = "digest of the row's figures, for a decision", .column = no_column}),
});

static_assert(are_sound<TableRow>(impact_row), "a key or a column is there twice, or has no place");

}  // namespace

Fields<analysis::TableRow> impact_row_fields() {
  return impact_row;
}

}  // namespace reports
