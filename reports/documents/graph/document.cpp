#include "reports/documents/graph/document.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/graph/needs_text.hpp"
#include "models/text/read_values.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/documents/graph/text.hpp"
#include "reports/formats/both.hpp"
#include "reports/formats/cells.hpp"
#include "reports/words/graph_words.hpp"
#include "reports/words/plural.hpp"

namespace reports {
namespace {

using analysis::Unit;
using models::World;

constexpr Both function_heading = {"function", "functie"},
               unavailable_heading = {"unavailable a year", "niet beschikbaar per jaar"};

class Teller {
public:
  Teller(const World& world, const GraphFindings& findings, Language language)
      : world_(world), findings_(findings), language_(language), numbers_(language) {}

  Grid functions() const {
    Grid out = grid("functions", say("functions"),
                    {function_heading.in(language_), "meldkamer", say("needs")});
    for (const std::size_t place : findings_.functions) {
      const models::FunctionAt& at = world_.functions_at[place];
      out.rows.push_back({world_.functions[at.function].id, world_.centres[at.centre].id,
                          models::needs_text(world_, at.needs)});
    }
    return out;
  }

  Grid single_points() const {
    Grid out = grid("single-points", say("singles"),
                    {say("col.event"), unavailable_heading.in(language_), say("col.demand"),
                     say("loses"), say("interruptions")});
    for (const models::SinglePoint& point : findings_.single_points) {
      const models::BasicEvent& event = findings_.events[point.event];
      out.rows.push_back({event_text(event), in_a_year(event.unavailability),
                          number_cell(point.share_of_demand, numbers_, Unit::share),
                          places_text(point.functions), places_text(point.interrupted)});
    }
    return out;
  }

  Grid cut_sets() const {
    Grid out = grid("cut-sets", say("cuts"),
                    {function_heading.in(language_), "meldkamer", say("col.event"),
                     unavailable_heading.in(language_)});
    for (const std::size_t place : findings_.functions) {
      const models::FunctionAt& at = world_.functions_at[place];
      for (const models::CutSet& set : findings_.cut_sets[place].sets)
        out.rows.push_back({world_.functions[at.function].id, world_.centres[at.centre].id,
                            events_text(set), in_a_year(set.unavailability)});
    }
    return out;
  }

  Grid takeovers() const {
    Grid out = grid("takeovers", say("singles_lost"),
                    {say("col.lost"), say("col.work"), say("col.plan"), say("col.moved"),
                     say("col.partners"), say("col.anyone"), say("col.worst_hour")});
    for (const LostCentres& row : findings_.takeovers)
      out.rows.push_back({lost_text(row), number_cell(row.plan.offered_erlang, numbers_),
                          carried(row.plan), carried(row.relocated), carried(row.partners),
                          carried(row.anyone),
                          row.holds_all_week ? "" : hour_text(row.worst_hour)});
    if (findings_.pairs_left_out > 0)
      out.notes.push_back(graph_text("pairs.left_out", language_, Count(findings_.pairs_left_out)));
    return out;
  }

private:
  std::string say(GraphKey key) const { return graph_word(key, language_); }

  static Grid grid(const char* name, std::string title, std::vector<std::string> headings) {
    Grid out;
    out.name = name;
    out.title = std::move(title);
    out.headings = std::move(headings);
    return out;
  }

  Cell in_a_year(const std::optional<double>& unavailability) const {
    return {per_year(unavailability, language_),
            {unavailability ? *unavailability * models::year_s : analysis::undefined},
            Unit::seconds};
  }

  Cell carried(const models::TakeoverCapacity& capacity) const {
    return number_cell(capacity.holds() ? 1 : capacity.share(), numbers_, Unit::share);
  }

  /// "answer@rotterdam, answer@den_haag".
  std::string places_text(const std::vector<std::size_t>& places) const {
    std::vector<std::string> out;
    for (const std::size_t place : places) {
      const models::FunctionAt& at = world_.functions_at[place];
      out.push_back(world_.functions[at.function].id + "@" + world_.centres[at.centre].id);
    }
    return fmt::format("{}", fmt::join(out, ", "));
  }

  std::string events_text(const models::CutSet& set) const {
    std::vector<std::string> out;
    for (const std::size_t event : set.events)
      out.push_back(event_text(findings_.events[event]));
    return fmt::format("{}", fmt::join(out, " + "));
  }

  std::string lost_text(const LostCentres& row) const {
    std::vector<std::string> out;
    for (const auto centre : row.lost)
      out.push_back(world_.centres[centre].id);
    return fmt::format("{}", fmt::join(out, " + "));
  }

  const World& world_;
  const GraphFindings& findings_;
  Language language_;
  Numbers numbers_;
};

}  // namespace

Document graph_document(const models::WorldModel& model, const GraphFindings& findings,
                        Language language) {
  const World& world = model.world;
  const Teller teller(world, findings, language);
  return {graph_text("title", language, world.name),
          world_head(world, language),
          {teller.functions(), teller.single_points(), teller.cut_sets(), teller.takeovers()}};
}

}  // namespace reports
