#include "reports/documents/graph/text.hpp"

#include <fmt/format.h>

#include "reports/documents/document_head.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"
#include "reports/words/graph_words.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"

namespace reports {
namespace {

using models::World;

constexpr double year_h = 8760;

class Page {
public:
  Page(std::ostream& out, const World& world, const GraphFindings& findings, Language language)
      : out_(out), world_(world), findings_(findings), language_(language) {}

  void title() {
    print_wrapped(out_, graph_text("title", language_, world_.name), 0);
    for (const std::string& line : world_head(world_, language_))
      print_wrapped(out_, line, 0);
  }
  void section(const std::string& heading, const std::string& note) {
    out_ << '\n' << emphasised(heading, bold_wanted()) << '\n';
    print_wrapped(out_, note, 0);
  }
  void common_causes() {
    section(say("causes"), say("causes.note"));
    for (std::size_t i = 0; i < findings_.events.size(); ++i) {
      const models::BasicEvent& event = findings_.events[i];
      if (!event.common_cause)
        continue;
      std::string members;
      for (const auto id : event.loses)
        members += (members.empty() ? "" : ", ") + world_.components[id].id;
      print_wrapped(out_, event_text(event) + ": " + members, 2, 2);
      if (!loses_alone(i))
        print_wrapped(out_, say("loses_nothing"), 4);
    }
  }
  void network() {
    const models::NetworkGraph& network = findings_.network;
    section(say("network"), graph_text("network.note", language_, Count(world_.centres.size()),
                                       world_.network.hub));
    std::string points, bridges;
    for (const std::size_t node : network.weak.articulation_points)
      points += (points.empty() ? "" : ", ") + network.nodes[node].id;
    for (const std::size_t link : network.weak.bridges)
      bridges += (bridges.empty() ? "" : ", ") + network.nodes[network.links[link].a].id + " - " +
                 network.nodes[network.links[link].b].id;
    print_wrapped(out_, say("articulation") + ": " + (points.empty() ? say("none") : points), 2, 2);
    print_wrapped(out_, say("bridges") + ": " + (bridges.empty() ? say("none") : bridges), 2, 2);
  }
  void takeover_heading() {
    const bool busiest = findings_.hour_of_week == models::busiest_hour(world_.demand);
    const std::string hour =
        hour_text(findings_.hour_of_week) + (busiest ? " (" + say("busiest") + ")" : "");
    section(graph_text("takeover", language_, hour), say("takeover.note"));
  }
  std::string say(GraphKey key) const { return graph_word(key, language_); }

private:
  bool loses_alone(std::size_t event) const {
    for (const models::SinglePoint& point : findings_.single_points)
      if (point.event == event)
        return !point.functions.empty();
    return false;
  }

  std::ostream& out_;
  const World& world_;
  const GraphFindings& findings_;
  Language language_;
};

}  // namespace

std::string event_text(const models::BasicEvent& event) {
  return event.common_cause ? "[" + event.id + "]" : event.id;
}

std::string per_year(const std::optional<double>& unavailability, Language language) {
  if (!unavailability)
    return graph_word("unknown", language);
  const Numbers numbers(language);
  const double hours = *unavailability * year_h;
  if (hours >= 1)
    return numbers.plain(hours, hours < 10 ? 1 : 0) + (language == Language::dutch ? " u" : " h");
  if (hours * 60 >= 1)
    return numbers.plain(hours * 60, 0) + " min";
  return hours * 3600 >= 1 ? numbers.plain(hours * 3600, 0) + " s" : "< 1 s";
}

void print_graph(std::ostream& out, const models::WorldModel& model, const GraphFindings& findings,
                 Language language, bool all_pairs) {
  const World& world = model.world;
  Page page(out, world, findings, language);
  page.title();
  page.section(page.say("functions"), page.say("functions.note"));
  print_functions(out, world, findings, language);
  page.section(page.say("singles"), page.say("singles.note"));
  print_single_points(out, world, findings, language);
  page.section(page.say("cuts"), page.say("cuts.note"));
  print_cut_sets(out, world, findings, language);
  page.common_causes();
  page.network();
  page.takeover_heading();
  print_takeover_capacity(out, world, findings, language, all_pairs);
}

}  // namespace reports
