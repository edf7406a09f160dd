#include "reports/fields/pages.hpp"

#include <sstream>

#include "reports/fields/comparisons.hpp"
#include "reports/fields/coverage.hpp"
#include "reports/fields/criteria.hpp"
#include "reports/fields/durations.hpp"
#include "reports/fields/impact_row.hpp"
#include "reports/fields/loss_curves.hpp"
#include "reports/fields/past_outages.hpp"
#include "reports/fields/registers.hpp"
#include "reports/fields/risks.hpp"
#include "reports/fields/studies.hpp"
#include "reports/fields/totals.hpp"

namespace reports {
namespace {

constexpr std::size_t page_width = 120;

constexpr const char* about = R"(# Fields: what is shown of a record

Each list has the keys of one record in the JSON documents, in order: `year.level` is `level` in the object `year`.
*column*: a CSV has it too, under the same name or the one that is given. An interval or a share has three columns:
the value, `_low` and `_high`. *analist*: not in a report for a board. The shapes of values stand in [JSON](json.md).

This page is made from the tables in `reports/fields/` (`make renew-fields`).
)";

constexpr const char* types_head =
    R"(// Made from the tables in reports/fields (make renew-fields). What a document for the board does not have is optional.

import type {Difference, Incidence, Interval, Level, RiskFigures, Share} from './document';
)";

template <class Record>
std::string section(const std::string& title, Fields<Record> fields) {
  return "\n## " + title + "\n\n" + entries_of(fields);
}

template <class Record>
std::string section(const std::string& title) {
  return section(title, Table<Record>::fields());
}

/// The types of all of them.
template <class... Records>
std::string types() {
  return (type_of(std::string(Table<Records>::name), Table<Records>::fields()) + ...);
}

}  // namespace

std::string manual_entry(const std::string& marked, std::string_view meaning) {
  std::istringstream words(marked + (meaning.empty() ? "" : ": " + std::string(meaning)));
  std::string out = "-", line = "-";
  for (std::string word; words >> word;) {
    if (line.size() + 1 + word.size() > page_width) {
      out += "\n ";
      line = " ";
    }
    out += " " + word;
    line += " " + word;
  }
  return out + "\n";
}

std::string manual_page() {
  return std::string(about) + "\n## A row of the impact table\n\n" +
         entries_of(impact_row_fields()) +
         "\nThe first column of the CSV is `table` (`annual` or `conditional`); the last are "
         "`criteria`, "
         "`criteria_status` and\n`criteria_sha256`.\n" +
         section<analysis::Extent>("Extent: how much is there") +
         section<analysis::Criteria>("Criteria") +
         section<analysis::ExceedancePoint>("A point of the F-N line") +
         section("Bounds of the criteria", bounds_fields()) +
         section<analysis::PackageTotal>("A total of a package") +
         section<analysis::ExceedanceRow>("A point of an exceedance curve") +
         section<analysis::TailRisk>("A tail of the years") +
         section("A package without a total", without_total_fields()) +
         section<analysis::Disagreement>("A disagreement of two criteria") +
         section<PastOutage>("A past outage") + section<analysis::Replayed>("A replay of it") +
         section<LossCurve>("A loss curve") + section<LossPoint>("A point of a loss curve") +
         section<analysis::DurationCurve>("A curve of outage durations") +
         section<analysis::DurationPoint>("A point of it") +
         section<analysis::PackageEffect>("The effect of a package") +
         section<analysis::BreakEven>("The break-even of a package") +
         section<analysis::Effect>("The effect on a row") +
         section<analysis::Together>("Two measures together") +
         section<analysis::Coverage>("The coverage overview") +
         section<analysis::CoverageWorld>("A world that was analysed") +
         section<analysis::CoverageRow>("A voorziening in the overview") +
         section<analysis::CoverageCell>("An aspect of a voorziening") +
         section<analysis::Register>("A risk register") + section<analysis::Mandate>("A mandate") +
         section<analysis::RegisterRole>("A role") +
         section<analysis::NewRisk>("What the register has not") +
         section<analysis::AssessedRisk>("A risk") + section<analysis::Decision>("A decision") +
         section<analysis::Treatment>("What is done about a risk") +
         section<analysis::Finding>("What somebody should look at") +
         section<analysis::RoleShare>("Why a risk is in a view") +
         section<ReportedStudy>("A study of a report") +
         section<results::Provenance::Input>("An input file of a study");
}

std::string page_types() {
  return types_head + types<analysis::TableRow>() + type_of("Bounds", bounds_fields()) +
         types<analysis::Extent, analysis::Criteria, analysis::ExceedancePoint,
               analysis::PackageTotal, analysis::ExceedanceRow, analysis::TailRisk,
               analysis::Disagreement, PastOutage, analysis::Replayed, LossCurve, LossPoint,
               analysis::DurationCurve, analysis::DurationPoint, analysis::PackageEffect,
               analysis::BreakEven, analysis::Effect, analysis::Together, analysis::Coverage,
               analysis::CoverageWorld, analysis::CoverageRow, analysis::CoverageCell,
               analysis::Register, analysis::Mandate, analysis::RegisterRole, analysis::NewRisk,
               analysis::AssessedRisk, analysis::Decision, analysis::Treatment, analysis::Finding,
               analysis::RoleShare, ReportedStudy, results::Provenance::Input>();
}

}  // namespace reports
