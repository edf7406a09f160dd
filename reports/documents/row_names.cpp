#include "reports/documents/row_names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "reports/documents/tables/table_document.hpp"
#include "reports/formats/text_table.hpp"

namespace reports {
namespace {

using analysis::TableRow;

constexpr std::size_t column = 20;
constexpr std::size_t shortest_target = 3;
constexpr std::size_t longest_package = 19;  ///< with the space before it

std::string packaged(const TableRow& row) {
  const std::string& package = row.row.labels.package;
  return package.empty() || package == "current" ? "" : " " + package;
}

/// A list of measures is cut: the note has all of them.
std::string briefly_packaged(const TableRow& row) {
  return shortened(packaged(row), longest_package);
}

/// Behind target and package.
std::string details_of(const TableRow& row, Language language) {
  const results::RowLabels& labels = row.row.labels;
  std::string out;
  const std::string over = analysis::over_background(labels.background, "");
  const std::string onset =
      labels.onset_rule.starts_with(over)
          ? labels.onset_rule.substr(std::min(labels.onset_rule.size(), over.size() + 1))
      : analysis::has_fixed_onset(labels) && !labels.threat.empty() ? "--at " + labels.onset_rule
                                                                    : "";
  for (const std::string& one :
       {labels.plan.empty() ? "" : "/" + labels.plan, onset, labels.duration, labels.varied,
        other_inputs_text(row.other_inputs, language), other_definitions_text(row.row, language)})
    out += one.empty() ? "" : " " + one;
  return out;
}

/// "DR-20@rott. planned": with the target as long as the column lets it.
std::string brief_name(const TableRow& row, std::size_t room) {
  const results::RowLabels& labels = row.row.labels;
  const std::string package = briefly_packaged(row);
  if (labels.threat.empty())
    return shortened(row.row.id(), room) + package;
  const std::size_t taken = width_of(labels.threat + "@" + package);
  if (analysis::is_together(labels))
    return shortened(labels.threat, room) + package;
  if (labels.target.empty() || taken + shortest_target > room)
    return labels.threat + package;
  return labels.threat + "@" + shortened(labels.target, room - taken) + package;
}

}  // namespace

std::string full_name(const TableRow& row, Language language) {
  return row.row.id() + packaged(row) + details_of(row, language);
}

RowNames::RowNames(const std::vector<TableRow>& rows, Names names, Language language)
    : rows_(rows) {
  for (const TableRow& row : rows) {
    const std::string tied = row.tied ? "= " : "", full = full_name(row, language);
    if (names == Names::full || width_of(tied + full) <= column) {
      names_.push_back(tied + full);
      continue;
    }
    const std::string mark = fmt::format("({})", notes_.size() + 1);
    const std::size_t taken = width_of(tied + " " + mark);
    names_.push_back(tied + brief_name(row, column - taken) + " " + mark);
    notes_.push_back(mark + " " + full);
  }
}

}  // namespace reports
