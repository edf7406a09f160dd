#include "reports/documents/record_document.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/text/read_values.hpp"
#include "reports/formats/cells.hpp"
#include "reports/formats/json_shapes.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/table_words.hpp"

namespace reports {
namespace {

using analysis::ConsistencyCheck;
using analysis::EventCount;
using analysis::FamilyCheck;
using nlohmann::ordered_json;

constexpr std::size_t longest_family = 26;

/// "1.9 [0, 4]": mean, P5 and P95.
Cell count_cell(const std::optional<EventCount>& count, const Numbers& numbers) {
  if (!count)
    return Cell(dash);
  return {fmt::format("{} [{:.0f}, {:.0f}]", numbers.plain(count->mean, 1), count->p5, count->p95),
          {count->mean, count->p5, count->p95},
          analysis::Unit::count};
}

/// "0.17 [0.03, 0.4]": events a year.
Cell rate_cell(const FamilyCheck& one, const Numbers& numbers) {
  if (!one.rate)
    return Cell(dash);
  const double low = one.rate->at(0.05), high = one.rate->at(0.95);
  return {
      numbers.rate(one.rate->mean()) + " " + numbers.ends(numbers.rate(low), numbers.rate(high)),
      {one.rate->mean(), low, high},
      analysis::Unit::count};
}

std::string hours(double seconds, const Numbers& numbers) {
  return numbers.plain(seconds / models::hour_s, 1);
}

/// "3.3, 12": known durations, in hours.
std::string durations_text(const FamilyCheck& one, const Numbers& numbers) {
  std::string out;
  for (const double duration : one.durations_s)
    out += (out.empty() ? "" : "; ") + hours(duration, numbers);
  return out.empty() ? dash : out;
}

/// "6.6 / 29": median and P95, in hours.
std::string spread_text(std::optional<double> median_s, std::optional<double> p95_s,
                        const Numbers& numbers) {
  return median_s && p95_s ? hours(*median_s, numbers) + " / " + hours(*p95_s, numbers) : dash;
}

std::string none_seen_text(const FamilyCheck& one, Language language) {
  const Numbers numbers(language);
  return table_text("record.none_seen", language,
                    language == Language::dutch ? one.family.name_nl : one.family.name_en,
                    Count(std::round(one.years)), numbers.rate(one.none_below_per_y));
}

std::string sum_text(const ConsistencyCheck::Sum& sum, Language language) {
  return table_text("record.sum", language, sum.seen, Numbers(language).plain(sum.expected, 1),
                    sum.within, Count(sum.families));
}

std::string sum_without_text(const ConsistencyCheck::Sum& sum, Language language) {
  return table_text("record.sum_without", language, sum.seen,
                    Numbers(language).plain(sum.expected, 1), sum.within, sum.families);
}

/// "DR-01: 112 telephony gone".
std::string name_of(const FamilyCheck& one, Language language) {
  std::string threats;
  for (const std::string& threat : one.family.threats)
    threats += (threats.empty() ? "" : ", ") + threat;
  const std::string& name = language == Language::dutch ? one.family.name_nl : one.family.name_en;
  return shortened(threats.empty() ? name : threats + ": " + name, longest_family);
}

Grid count_grid(const ConsistencyCheck& check, Language language) {
  const Numbers numbers(language);
  Grid out;
  out.name = "record";
  out.title = table_word("record", language);
  out.headings = {table_word("record.family", language),   table_word("record.years", language),
                  table_word("record.seen", language),     table_word("record.rate", language),
                  table_word("record.expected", language), table_word("record.without", language)};
  for (const FamilyCheck& one : check.families)
    out.rows.push_back({name_of(one, language), numbers.plain(one.years, 1), whole_cell(one.seen),
                        rate_cell(one, numbers), count_cell(one.expected, numbers),
                        count_cell(one.without_record, numbers)});
  out.notes = {table_word("record.note", language),
               sum_text(check.sum(&FamilyCheck::expected), language),
               sum_without_text(check.sum(&FamilyCheck::without_record), language)};
  for (const FamilyCheck& one : check.families)
    if (one.seen == 0)
      out.notes.push_back(none_seen_text(one, language));
  return out;
}

Grid duration_grid(const ConsistencyCheck& check, Language language) {
  const Numbers numbers(language);
  Grid out;
  out.name = "hours";
  out.title = table_word("record.hours", language);
  out.headings = {table_word("record.family", language), table_word("record.durations", language),
                  table_word("record.model", language), table_word("record.fit", language)};
  for (const FamilyCheck& one : check.families) {
    const auto median = one.fit ? std::optional(one.fit->median_s) : std::nullopt,
               p95 = one.fit ? std::optional(one.fit->p95_s) : std::nullopt;
    out.rows.push_back({name_of(one, language), durations_text(one, numbers),
                        spread_text(one.model_median_s, one.model_p95_s, numbers),
                        spread_text(median, p95, numbers)});
  }
  return out;
}

ordered_json count_json(const std::optional<EventCount>& count) {
  if (!count)
    return nullptr;
  return {{"mean", count->mean}, {"p5", count->p5}, {"p95", count->p95}};
}

ordered_json rate_json(const FamilyCheck& one) {
  if (!one.rate)
    return nullptr;
  return {{"mean", one.rate->mean()}, {"p5", one.rate->at(0.05)}, {"p95", one.rate->at(0.95)}};
}

ordered_json fit_json(const FamilyCheck& one) {
  if (!one.fit)
    return nullptr;
  return {{"median_s", one.fit->median_s}, {"p95_s", one.fit->p95_s}};
}

ordered_json model_json(const FamilyCheck& one) {
  if (!one.model_median_s)
    return nullptr;
  return {{"median_s", *one.model_median_s}, {"p95_s", *one.model_p95_s}};
}

double to_hundredths(double value) {
  return std::round(100 * value) / 100;
}

ordered_json shown_count(const std::optional<EventCount>& count) {
  if (!count)
    return nullptr;
  return {{"mean", to_hundredths(count->mean)}, {"p5", count->p5}, {"p95", count->p95}};
}

ordered_json shown_model(const FamilyCheck& one) {
  if (!one.model_median_s)
    return nullptr;
  return {{"median_s", std::round(*one.model_median_s)}, {"p95_s", std::round(*one.model_p95_s)}};
}

}  // namespace

std::vector<Grid> record_grids(const ConsistencyCheck& check, Language language) {
  return {count_grid(check, language), duration_grid(check, language)};
}

ordered_json record_json(const ConsistencyCheck& check) {
  ordered_json out = ordered_json::array();
  for (const FamilyCheck& one : check.families)
    out.push_back({{"family", one.family.id},
                   {"name_nl", one.family.name_nl},
                   {"name_en", one.family.name_en},
                   {"threats", one.family.threats},
                   {"years", one.years},
                   {"share_reported", one.family.share_reported.value},
                   {"seen", one.seen},
                   {"events_per_year", rate_json(one)},
                   {"none_seen_below_per_year", number_or_null(one.none_below_per_y)},
                   {"expected", count_json(one.expected)},
                   {"without_own_record", count_json(one.without_record)},
                   {"durations_s", one.durations_s},
                   {"model_duration", model_json(one)},
                   {"duration_by_record", fit_json(one)}});
  return out;
}

ordered_json record_shown_json(const ConsistencyCheck& check) {
  ordered_json out = ordered_json::array();
  for (const FamilyCheck& one : check.families) {
    ordered_json durations = ordered_json::array();
    for (const double s : one.durations_s)
      durations.push_back(std::round(s));
    out.push_back({{"family", one.family.id},
                   {"name_nl", one.family.name_nl},
                   {"name_en", one.family.name_en},
                   {"years", to_hundredths(one.years)},
                   {"seen", one.seen},
                   {"expected", shown_count(one.expected)},
                   {"without_own_record", shown_count(one.without_record)},
                   {"durations_s", durations},
                   {"model_duration", shown_model(one)}});
  }
  return out;
}

JsonKeys record_keys() {
  const JsonKeys count = {board("mean"), board("p5"), board("p95")};
  return {analyst("family"),  // called as a component is
          board("name_nl"),       board("name_en"),         board("years"),
          board("seen"),          board("expected", count), board("without_own_record", count),
          analyst("durations_s"), analyst("model_duration")};
}

}  // namespace reports
