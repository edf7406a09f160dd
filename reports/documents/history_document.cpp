#include "reports/documents/history_document.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/fields/past_outages.hpp"
#include "reports/formats/cells.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/table_words.hpp"

namespace reports {

namespace {

/// "312 [280, 341]": the mean, and where 95 % of the replications lie.
Cell model_cell(const analysis::Replayed* replay, Language language) {
  const Numbers numbers(language);
  const auto text = [&](double value) { return numbers.value(value, analysis::Unit::count); };
  if (replay == nullptr)
    return Cell(dash);
  return {text(replay->mean) + " " + numbers.ends(text(replay->low), text(replay->high)),
          {replay->mean, replay->low, replay->high},
          analysis::Unit::count};
}

}  // namespace

Grid history_grid(const analysis::PastOutages& past, Language language) {
  const bool dutch = language == Language::dutch;
  Grid out;
  out.name = "history";
  out.title = table_word("history", language);
  out.headings = {"", table_word("history.count", language), table_word("history.model", language),
                  table_word("history.of", language), table_word("history.source", language)};
  for (const analysis::HistoricalCount& one : past.history.counts)
    out.rows.push_back(
        {std::to_string(one.year()), number_cell(one.count, Numbers(language)),
         model_cell(past.replay_of(one), language), dutch ? one.of_nl : one.of_en,
         one.source +
             (one.basis == "derived" ? ", " + table_word("history.derived", language) : "")});
  out.notes = {table_word("history.note", language), table_word("history.model_note", language)};
  return out;
}

nlohmann::ordered_json history_json(const analysis::PastOutages& past) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const analysis::HistoricalCount& one : past.history.counts)
    out.push_back(json_of(PastOutage{one, past.replay_of(one)}, any_language));
  return out;
}

}  // namespace reports
