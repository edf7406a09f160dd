#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/impact/row_digest.hpp"
#include "reports/documents/registers/register_report.hpp"
#include "reports/formats/csv_line.hpp"
#include "reports/words/register_words.hpp"

namespace reports {
namespace {

using analysis::AssessedRisk;
using analysis::Risk;
using analysis::TableRow;
using analysis::Treatment;
using models::written;

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string csv_day(const std::optional<models::Day>& day) {
  return day ? models::written(*day) : "";
}

std::string level_text(const TableRow* row) {
  return row != nullptr && row->frequency.known()
             ? std::string(analysis::level_words.at(static_cast<std::size_t>(row->level)))
             : "";
}

std::string findings_text(const AssessedRisk& one) {
  std::vector<std::string> words;
  for (const analysis::Finding& finding : one.findings)
    words.emplace_back(word_of(finding.flag));
  return joined(words);
}

/// Of `package`, or nothing in every column.
void add_figures(CsvLine& line, const std::string& prefix, const TableRow* row) {
  static const TableRow none;
  const bool there = row != nullptr;
  const TableRow& from = there ? *row : none;
  line.text(prefix + "_package", there ? row->row.labels.package : "");
  line.number(prefix + "_n", there ? double(row->row.replications.size()) : analysis::undefined);
  line.interval(prefix + "_lost", from.headline());
  line.interval(prefix + "_lost_per_year", from.per_year);
  for (std::size_t i = 0; i < analysis::n_classes; ++i)
    line.number(fmt::format("{}_i{}", prefix, i + 1), from.impact.classes[i].share);
  line.text(prefix + "_level", level_text(row));
  line.text(prefix + "_result", there ? digest_of(row->row) : "");
}

/// What the figures stand on.
void add_evidence(CsvLine& line, const AssessedRisk& one) {
  static const analysis::Row none;
  const analysis::Row& row = one.packages.empty() ? none : one.packages.front()->row;
  const results::RowLabels& labels = row.labels;
  line.text("likelihood_basis", labels.likelihood_basis);
  line.text("duration_basis", labels.duration_basis);
  line.number("incidents", double(labels.incidents));
  line.number("incidents_checked", double(labels.incidents_checked));
  line.number("parameters", double(row.parameters));
  line.number("parameters_assumed", double(row.parameters_assumed));
}

void add_subject(CsvLine& line, const AssessedRisk& one, Language language) {
  line.text("risk", one.risk.id);
  line.text("threat", one.risk.threat);
  line.text("target", one.risk.target);
  line.text("background", one.risk.background);
  line.text("scenario", one.risk.scenario);
  line.text("plan", one.risk.plan);
  line.text("name", language == Language::dutch ? one.name_nl : one.name_en);
  line.text("voorzieningen", joined(one.voorzieningen));
  line.text("cia", joined(one.cia));
  line.text("recorded", one.risk.recorded);
}

void add_responsibility(CsvLine& line, const Risk& risk) {
  line.text("eigenaar", risk.eigenaar);
  line.text("beheerder", risk.beheerder);
  line.text("hoofdgebruiker", joined(risk.hoofdgebruikers));
  line.text("leverancier", risk.leverancier);
  line.text("mandaat", risk.mandaat);
  line.text("betwist", risk.disputed ? (*risk.disputed ? "yes" : "no") : "");
  line.text("status", std::string(word_of(risk.status)));
}

void add_decision(CsvLine& line, const Risk& risk) {
  const auto& decision = risk.decision;
  line.text("besluit", decision ? std::string(word_of(decision->choice)) : "");
  line.text("besluit_tekst", decision ? decision->text : "");
  line.text("besluit_datum", decision ? models::written(decision->on) : "");
  line.text("besluit_door", decision ? decision->by : "");
  line.text("besluit_niveau",
            decision && decision->level
                ? std::string(analysis::level_words.at(static_cast<std::size_t>(*decision->level)))
                : "");
  line.text("voorwaarden",
            decision ? fmt::format("{}", fmt::join(decision->conditions, "; ")) : "");
  line.text("herbeoordeling", csv_day(risk.review));
}

double count_of(const Risk& risk, auto holds) {
  return double(std::count_if(risk.treatments.begin(), risk.treatments.end(), holds));
}

void add_treatments(CsvLine& line, const Risk& risk, models::Day today) {
  const auto open = [](const Treatment& one) {
    return one.status == Treatment::Status::planned || one.status == Treatment::Status::busy;
  };
  line.number("maatregelen", double(risk.treatments.size()));
  line.number("maatregelen_open", count_of(risk, open));
  line.number("maatregelen_te_laat", count_of(risk, [&](const Treatment& one) {
                return open(one) && one.due && *one.due < today;
              }));
}

std::vector<CsvLine> monitor_lines(const RegisterReport& report) {
  const int year = static_cast<int>(report.today.year());
  std::vector<CsvLine> lines;
  for (const AssessedRisk* one : report.risks()) {
    CsvLine& line = lines.emplace_back();
    line.number("jaar", year);
    add_subject(line, *one, report.language);
    line.text("status", std::string(word_of(one->risk.status)));
    line.text("besluit",
              one->risk.decision ? std::string(word_of(one->risk.decision->choice)) : "");
    line.text("herbeoordeling", csv_day(one->risk.review));
    add_treatments(line, one->risk, report.today);
    add_figures(line, "nu", one->current);
    add_figures(line, "rest", one->residual);
    line.text("aandachtspunten", findings_text(*one));
    line.text("criteria_status", report.table.criteria.adopted ? "vastgesteld" : "concept");
    line.text("rubricering", report.view.rubricering);
  }
  return lines;
}

/// What it is, and that its format is an assumption.
std::vector<std::string> monitor_head(const RegisterReport& report) {
  const int year = static_cast<int>(report.today.year());
  return {register_text("monitor.title", report.language, year),
          register_word("monitor.assumption", report.language)};
}

}  // namespace

Grid risk_lines(const RegisterReport& report) {
  std::vector<CsvLine> lines;
  for (const AssessedRisk* one : report.risks()) {
    CsvLine& line = lines.emplace_back();
    add_subject(line, *one, report.language);
    add_responsibility(line, one->risk);
    add_decision(line, one->risk);
    add_treatments(line, one->risk, report.today);
    add_figures(line, "current", one->current);
    add_figures(line, "residual", one->residual);
    add_evidence(line, *one);
    line.text("findings", findings_text(*one));
    line.text("rubricering", report.view.rubricering);
    line.text("criteria_status", report.table.criteria.adopted ? "vastgesteld" : "concept");
  }
  return grid_of("all", lines);
}

Document monitor_document(const RegisterReport& report) {
  std::vector<std::string> head = monitor_head(report);
  Document out{head.front(), {head.back()}, {grid_of("monitor", monitor_lines(report))}};
  for (std::string& line : register_head(report))
    out.head.push_back(std::move(line));
  return out;
}

void print_monitor_csv(std::ostream& out, const RegisterReport& report) {
  print_csv_head(out, monitor_head(report));
  print_csv_head(out, register_head(report));
  bool first = true;
  for (const CsvLine& line : monitor_lines(report))
    print_csv_line(out, line, first);
}

}  // namespace reports
