#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "analysis/impact/impact_table.hpp"
#include "analysis/impact/year_mode.hpp"
#include "models/world/world.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// What the intervals of a document hold, which depends on what it makes of rows whose parameters
/// were drawn over their ranges.
enum class Intervals {
  chance,              ///< nothing was drawn
  one_draw,            ///< of chance, around a single draw
  both,                ///< of chance and of the parameters, which the document tells apart
  both_together,       ///< the same, never told apart
  told_below,          ///< of chance, but for one of both over all draws, which is told apart
  draws_as_one,        ///< of chance: all draws are one sample
  drawn_rows_left_out  ///< of chance: the document shows no row that was drawn
};

/// What the lines are made from that must stand before the numbers of every document.
struct HeadFacts {
  const analysis::Criteria& criteria;
  analysis::Extent extent;
  std::vector<const analysis::Row*> rows;  ///< in the order in which the document has them
  std::string rubricering;                 ///< the highest of everything that went in
  Intervals intervals = Intervals::chance;
  std::optional<models::Day> today;  ///< that the age of the worlds is told on
};

/// Of an impact table, which tells both uncertainties apart.
HeadFacts head_facts(const analysis::ImpactTable& table);
/// Of other documents; `drawn`: what their intervals hold when rows were drawn. Both `rows` and
/// `criteria` must outlive it.
HeadFacts head_facts(const std::vector<analysis::Row>& rows, const analysis::Criteria& criteria,
                     const analysis::Extent& extent, Intervals drawn);

/// Of whole years first, then of the campaign beside them. Both must outlive it.
HeadFacts head_facts(const std::vector<analysis::WholeYears>& years,
                     const analysis::ImpactTable& campaign, const analysis::Extent& extent);

/// How much is missing, the criteria with their status and who adopted them, rubricering, world,
/// program, onset, what the intervals hold, and what must be said of single rows.
std::vector<std::string> document_head(const HeadFacts& facts, Language language);

/// Of what is told of a world without a result: rubricering, and of which day the world is.
std::vector<std::string> world_head(const models::World& world, Language language);

/// "Rubricering: ..."; the sentence for none says the word itself.
std::string marking_line(const std::string& rubricering, Language language);

/// A document of one `rubricering` with the marking line as its `head`.
nlohmann::ordered_json marked(nlohmann::ordered_json document, Language language);

/// The world and of which day it is.
std::string dated_world(const std::string& name, const std::string& as_of, Language language);

}  // namespace reports
