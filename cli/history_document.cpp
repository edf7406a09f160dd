#include "cli/history_document.hpp"

#include "cli/numbers.hpp"
#include "cli/study_options.hpp"
#include "cli/table_words.hpp"
#include "cli/threat_options.hpp"

namespace cli {

analysis::History shipped_history() {
  const std::filesystem::path file = shipped("analysis/history.yaml");
  require_there(file);
  return analysis::read_history(file);
}

Grid history_grid(const analysis::History& history, Language language) {
  const bool dutch = language == Language::dutch;
  Grid out;
  out.title = table_word("history", language);
  out.headings = {"", table_word("history.count", language), table_word("history.of", language),
                  table_word("history.source", language)};
  for (const analysis::HistoricalCount& one : history.counts)
    out.rows.push_back(
        {std::to_string(one.year()), Numbers(language).value(one.count, analysis::Unit::count),
         dutch ? one.of_nl : one.of_en,
         one.source +
             (one.basis == "derived" ? ", " + table_word("history.derived", language) : "")});
  out.notes = {table_word("history.note", language)};
  return out;
}

nlohmann::ordered_json history_json(const analysis::History& history) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const analysis::HistoricalCount& one : history.counts)
    out.push_back({{"year", one.year()},
                   {"date", one.date},
                   {"outage", one.id},
                   {"name_nl", one.name_nl},
                   {"name_en", one.name_en},
                   {"count", one.count},
                   {"definition_nl", one.of_nl},
                   {"definition_en", one.of_en},
                   {"lost_callers", false},
                   {"source", one.source},
                   {"basis", one.basis},
                   {"used_for", one.used_for}});
  return out;
}

}  // namespace cli
