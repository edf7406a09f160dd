#include "reports/documents/graph/json.hpp"

#include <fmt/format.h>

#include "models/graph/dependency_graph_state.hpp"
#include "models/graph/needs_text.hpp"
#include "reports/documents/document_head.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using json = nlohmann::ordered_json;
using models::World;

json number(const std::optional<double>& value) {
  return value ? json(*value) : json(nullptr);
}

const char* word_of(models::Severity severity) {
  switch (severity) {
    case models::Severity::stops_answering:
      return "stops_answering";
    case models::Severity::stops_dispatch:
      return "stops_dispatch";
    case models::Severity::slows:
      return "slows";
    case models::Severity::blinds:
      return "blinds";
    case models::Severity::closes_channel:
      return "closes_channel";
    default:
      return "none";
  }
}

const char* word_of(models::Bottleneck::Kind kind) {
  switch (kind) {
    case models::Bottleneck::Kind::staff:
      return "staff";
    case models::Bottleneck::Kind::desks:
      return "desks";
    case models::Bottleneck::Kind::lines:
      return "lines";
    case models::Bottleneck::Kind::division:
      return "division";
    default:
      return "no_receiver";
  }
}

class Writer {
public:
  Writer(const World& world, const GraphFindings& findings) : world_(world), findings_(findings) {}

  json events() const {
    json out = json::array();
    for (const models::BasicEvent& event : findings_.events) {
      json components = json::array();
      for (const auto id : event.loses)
        components.push_back(world_.components[id].id);
      out.push_back({{"id", event.id},
                     {"common_cause", event.common_cause},
                     {"components", components},
                     {"unavailability", number(event.unavailability)},
                     {"on_demand", event.on_demand}});
    }
    return out;
  }

  json functions() const {
    json out = json::array();
    for (const std::size_t place : findings_.functions) {
      const models::FunctionAt& at = world_.functions_at[place];
      const models::Function& function = world_.functions[at.function];
      json components = json::array();
      for (const auto id : models::reached_by(world_, at.needs))
        components.push_back(world_.components[id].id);
      out.push_back({{"function", function.id},
                     {"name", function.name},
                     {"meldkamer", world_.centres[at.centre].id},
                     {"stage", world_.stages[function.stage].id},
                     {"takeover", function.takeover},
                     {"needs", models::needs_text(world_, at.needs)},
                     {"components", components},
                     {"cut_sets", sets(findings_.cut_sets[place])},
                     {"unavailability_of_known", findings_.cut_sets[place].unavailability},
                     {"sets_without_figure", findings_.cut_sets[place].unknown}});
    }
    return out;
  }

  json single_points() const {
    json out = json::array();
    for (const models::SinglePoint& point : findings_.single_points) {
      json channels = json::array(), standbys = json::array();
      for (const std::size_t channel : point.channels)
        channels.push_back(world_.callers.channels[channel].id);
      for (const auto id : point.standbys)
        standbys.push_back({{"component", world_.components[id].id},
                            {"start_mean_s", models::mean(world_.components[id].standby->start_s)},
                            {"start_fails", world_.components[id].standby->start_fails}});
      out.push_back({{"event", event(point.event)},
                     {"severity", word_of(point.severity)},
                     {"share_of_demand", point.share_of_demand},
                     {"slow_factor", point.slow_factor},
                     {"unavailability", number(findings_.events[point.event].unavailability)},
                     {"loses", places(point.functions)},
                     {"closes_channels", channels},
                     {"interruption", word_of(point.interruption)},
                     {"interrupts", places(point.interrupted)},
                     {"standbys", standbys}});
    }
    return out;
  }

  json common_causes() const {
    json out = json::array();
    for (std::size_t i = 0; i < findings_.events.size(); ++i) {
      if (!findings_.events[i].common_cause)
        continue;
      json components = json::array(), loses = json::array();
      for (const auto id : findings_.events[i].loses)
        components.push_back(world_.components[id].id);
      for (const models::SinglePoint& point : findings_.single_points)
        if (point.event == i)
          loses = places(point.functions);
      out.push_back({{"id", findings_.events[i].id}, {"components", components}, {"loses", loses}});
    }
    return out;
  }

  json network() const {
    const models::NetworkGraph& network = findings_.network;
    json points = json::array(), bridges = json::array(), links = json::array();
    const auto ends = [&](const models::GraphLink& link) {
      return json{network.nodes[link.a].id, network.nodes[link.b].id};
    };
    for (const std::size_t node : network.weak.articulation_points)
      points.push_back(network.nodes[node].id);
    for (const std::size_t link : network.weak.bridges)
      bridges.push_back(ends(network.links[link]));
    for (const models::GraphLink& link : network.links)
      links.push_back(ends(link));
    return {{"links", links}, {"articulation_points", points}, {"bridges", bridges}};
  }

  json takeover() const {
    json sets = json::array();
    for (const LostCentres& row : findings_.takeovers) {
      json lost = json::array();
      for (const auto id : row.lost)
        lost.push_back(world_.centres[id].id);
      json entry = {{"lost", lost},
                    {"offered_erlang", row.plan.offered_erlang},
                    {"plan", carried(row.plan)},
                    {"plan_with_relocated", carried(row.relocated)},
                    {"partners", carried(row.partners)},
                    {"anyone", carried(row.anyone)}};
      if (row.lost.size() == 1)
        entry["week"] = {
            {"holds", row.holds_all_week},
            {"worst_hour", row.holds_all_week ? json() : json(hour_text(row.worst_hour))},
            {"share", row.worst_share}};
      sets.push_back(entry);
    }
    return {{"hour", hour_text(findings_.hour_of_week)},
            {"approximation",
             "erlang flows without queues: an upper bound of what is carried" + left_out()},
            {"sets", sets}};
  }

private:
  std::string left_out() const {
    return findings_.pairs_left_out == 0
               ? ""
               : fmt::format("; {} pairs of meldkamers are left out", findings_.pairs_left_out);
  }

  /// A component and the common cause of its units may have one name.
  json event(std::size_t place) const {
    return {{"id", findings_.events[place].id},
            {"common_cause", findings_.events[place].common_cause}};
  }
  json sets(const models::FunctionCutSets& function) const {
    json out = json::array();
    for (const models::CutSet& set : function.sets) {
      json members = json::array();
      for (const std::size_t place : set.events)
        members.push_back(event(place));
      out.push_back({{"events", members}, {"unavailability", number(set.unavailability)}});
    }
    return out;
  }
  json places(const std::vector<std::size_t>& functions) const {
    json out = json::array();
    for (const std::size_t place : functions) {
      const models::FunctionAt& at = world_.functions_at[place];
      out.push_back({{"function", world_.functions[at.function].id},
                     {"meldkamer", world_.centres[at.centre].id}});
    }
    return out;
  }
  json carried(const models::TakeoverCapacity& capacity) const {
    json work = json::array();
    for (const models::CarriedWork& row : capacity.work) {
      json reasons = json::array();
      for (const models::Bottleneck& reason : row.bottlenecks)
        reasons.push_back({{"kind", word_of(reason.kind)},
                           {"group", reason.group ? json(world_.groups[reason.group].id) : json()},
                           {"meldkamer", world_.centres[reason.centre].id}});
      work.push_back({{"stage", world_.stages[row.stage].id},
                      {"discipline", world_.disciplines[row.discipline].id},
                      {"offered_erlang", row.offered_erlang},
                      {"carried_erlang", row.carried_erlang},
                      {"holds", row.holds()},
                      {"bottlenecks", reasons}});
    }
    return {{"share", capacity.share()}, {"holds", capacity.holds()}, {"work", work}};
  }

  const World& world_;
  const GraphFindings& findings_;
};

}  // namespace

nlohmann::ordered_json graph_json(const models::WorldModel& model, const GraphFindings& findings,
                                  Language language) {
  const Writer writer(model.world, findings);
  return {{"schema", name_of(results::Schema::graph)},
          {"world", model.world.name},
          {"rubricering", model.world.rubricering},
          {"head", world_head(model.world, language)},
          {"events", writer.events()},
          {"functions", writer.functions()},
          {"single_points", writer.single_points()},
          {"common_causes", writer.common_causes()},
          {"network", writer.network()},
          {"takeover", writer.takeover()}};
}

}  // namespace reports
