#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "reports/documents/graph/text.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/graph_words.hpp"
#include "reports/words/numbers.hpp"

namespace reports {
namespace {

using models::Severity;
using models::SinglePoint;
using models::World;

constexpr std::size_t name_width = 44;
constexpr double all_of_it = 0.9995;

/// Points of several centres with the same consequence, shown once.
class SinglePoints {
public:
  SinglePoints(std::ostream& out, const World& world, const GraphFindings& findings,
               Language language)
      : out_(out), world_(world), findings_(findings), language_(language), numbers_(language) {
    std::map<std::string, std::size_t> known;
    for (const SinglePoint& point : findings.single_points) {
      const auto [at, is_new] = known.try_emplace(key_of(point), groups_.size());
      if (is_new)
        groups_.emplace_back();
      groups_[at->second].push_back(&point);
    }
  }

  void print_lasting() const {
    TextTable table({say("col.event"), say("col.units"), say("col.unavailable"), say("col.a_year"),
                     say("col.demand")},
                    name_width);
    std::string severity;
    for (const auto& group : groups_) {
      if (group.front()->severity == Severity::none)
        continue;
      if (const std::string now = severity_text(*group.front()); now != severity) {
        severity = now;
        table.heading(emphasised("  " + now, bold_wanted()));
      }
      add_row(table, group);
    }
    table.print(out_, bold_wanted());
  }

  void print_interruptions() const {
    out_ << emphasised("  " + say("interruptions"), bold_wanted()) << '\n';
    bool any = false;
    for (const auto& group : groups_) {
      if (group.front()->interrupted.empty())
        continue;
      any = true;
      print_interruption(group);
    }
    if (!any)
      out_ << "    " << say("none") << '\n';
  }

private:
  using Group = std::vector<const SinglePoint*>;

  std::string say(GraphKey key) const { return graph_word(key, language_); }
  const models::BasicEvent& event(const SinglePoint& point) const {
    return findings_.events[point.event];
  }
  /// The centre that the event belongs to, or "".
  std::string own_centre(const SinglePoint& point) const {
    const models::BasicEvent& of = event(point);
    const auto centre = world_.components[of.loses.front()].centre;
    return of.loses.size() == 1 && centre ? world_.centres[centre].id : "";
  }
  std::string name(const SinglePoint& point) const {
    return starred(event_text(event(point)), own_centre(point));
  }
  /// "answer, register_gms (10 meldkamers)": without a count at the event's own centre.
  std::string functions_text(const std::vector<std::size_t>& places, const std::string& own) const {
    std::vector<models::Id<models::Function>> order;
    std::map<models::Id<models::Function>, std::vector<std::string>> where;
    for (const std::size_t place : places) {
      const models::FunctionAt& at = world_.functions_at[place];
      if (where[at.function].empty())
        order.push_back(at.function);
      where[at.function].push_back(world_.centres[at.centre].id);
    }
    std::string out;
    for (const auto function : order) {
      const auto& centres = where[function];
      out += (out.empty() ? "" : ", ") + world_.functions[function].id;
      if (centres.size() > 1)
        out += fmt::format(" ({}x)", centres.size());
      else if (centres.front() != own)
        out += "@" + centres.front();
    }
    return out;
  }
  std::string loses_text(const SinglePoint& point) const {
    std::string out = functions_text(point.functions, own_centre(point));
    for (const std::size_t channel : point.channels)
      out += (out.empty() ? "" : ", ") +
             graph_text("channel", language_, world_.callers.channels[channel].id);
    return out;
  }
  std::string key_of(const SinglePoint& point) const {
    return fmt::format("{}|{}|{}|{}|{}|{}", severity_text(point), name(point), loses_text(point),
                       functions_text(point.interrupted, own_centre(point)),
                       per_year(event(point).unavailability, language_), units(point));
  }
  std::string severity_text(const SinglePoint& point) const {
    switch (point.severity) {
      case Severity::stops_answering:
        return say(point.share_of_demand >= all_of_it ? GraphKey("severity.all")
                                                      : GraphKey("severity.answering"));
      case Severity::stops_dispatch:
        return say("severity.dispatch");
      case Severity::slows:
        return say("severity.slows");
      case Severity::blinds:
        return say("severity.blinds");
      case Severity::closes_channel:
        return say("severity.channel");
      default:
        return "";
    }
  }
  std::string units(const SinglePoint& point) const {
    const models::BasicEvent& of = event(point);
    if (of.common_cause)
      return "-";
    const models::Component& component = world_.components[of.loses.front()];
    return fmt::format("{}/{}", component.k, component.n);
  }
  /// "3.2 - 9.8 %" over the group.
  std::string demand(const Group& group) const {
    const auto [least, most] = std::minmax_element(
        group.begin(), group.end(),
        [](const auto* a, const auto* b) { return a->share_of_demand < b->share_of_demand; });
    const double low = 100 * (*least)->share_of_demand, high = 100 * (*most)->share_of_demand;
    const std::string to = numbers_.plain(high, high < 10 ? 1 : 0);
    return high - low < 0.05 ? to + " %"
                             : numbers_.plain(low, low < 10 ? 1 : 0) + " - " + to + " %";
  }
  std::string counted(const Group& group) const {
    if (group.size() == 1)
      return event_text(event(*group.front()));
    return name(*group.front()) + fmt::format(" ({}x)", group.size());
  }
  void add_row(TextTable& table, const Group& group) const {
    const SinglePoint& point = *group.front();
    const auto& unavailability = event(point).unavailability;
    table.row({"    " + shortened(counted(group), name_width - 4), units(point),
               unavailability ? fmt::format("{:.1e}", *unavailability) : say("unknown"),
               per_year(unavailability, language_),
               point.severity == Severity::closes_channel ? "-" : demand(group)});
    for (const std::string& line : page_lines(say("loses") + ": " + loses_text(point), 6, 4))
      table.heading(line);
  }
  /// "gms_backup (10x, does not start: 3 %)": those of several centres once.
  std::string standbys_text(const SinglePoint& point) const {
    std::vector<std::pair<std::string, std::vector<const models::Component*>>> kinds;
    for (const auto id : point.standbys) {
      const models::Component& standby = world_.components[id];
      const std::string kind = standby.id.substr(0, standby.id.find('@'));
      if (kinds.empty() || kinds.back().first != kind)
        kinds.push_back({kind, {}});
      kinds.back().second.push_back(&standby);
    }
    std::string out;
    for (const auto& [kind, standbys] : kinds) {
      const double fails = standbys.front()->standby->start_fails;
      const std::string count =
          standbys.size() > 1 ? fmt::format("{}x, ", standbys.size()) : std::string();
      out +=
          fmt::format("{}{} ({}{})", out.empty() ? "" : ", ",
                      standbys.size() > 1 ? kind : starred(standbys.front()->id, own_centre(point)),
                      count, graph_text("start_fails", language_, numbers_.plain(100 * fails, 0)));
    }
    return out;
  }
  void print_interruption(const Group& group) const {
    const SinglePoint& point = *group.front();
    print_wrapped(out_,
                  graph_text("interruption.of", language_, counted(group),
                             numbers_.plain(point.start_s / 60, 0) + " min", standbys_text(point)),
                  4, 4);
    print_wrapped(out_, say("loses") + ": " + functions_text(point.interrupted, own_centre(point)),
                  6, 4);
  }

  std::ostream& out_;
  const World& world_;
  const GraphFindings& findings_;
  Language language_;
  Numbers numbers_;
  std::vector<Group> groups_;
};

}  // namespace

void print_single_points(std::ostream& out, const World& world, const GraphFindings& findings,
                         Language language) {
  const SinglePoints points(out, world, findings, language);
  points.print_lasting();
  points.print_interruptions();
}

}  // namespace reports
