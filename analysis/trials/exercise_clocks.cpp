#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/trials/exercise_trials.hpp"

namespace analysis {
namespace {

using models::Distribution;
using models::Node;
using models::World;
using scenarios::ObservedTakeover;

/// Mean time from the loss to the alarm: to the next beat, the misses before the last, a timeout.
double alarm_s(const World& world) {
  const auto& beat = world.takeover.heartbeat;
  return beat.period_s * (beat.misses - 0.5) + beat.timeout_s;
}

bool is_trained(const World& world, const ObservedTakeover& seen) {
  const auto& partners = world.takeover.partners[seen.lost];
  for (const models::Partner& partner : partners)
    if (!seen.partner || partner.centre == *seen.partner)
      return partner.trained;
  return false;
}

/// A clock of the model, and what was seen of it.
struct ExerciseClock {
  std::string address;
  const Distribution* model = nullptr;
  std::optional<double> seen_s;
};

std::vector<ExerciseClock> clocks_of(const World& world, const ObservedTakeover& seen) {
  const models::Takeover& t = world.takeover;
  const bool trained = is_trained(world, seen);
  std::optional<double> after_alarm_s = seen.detect_s;
  if (after_alarm_s)
    after_alarm_s = std::max(1.0, *after_alarm_s - alarm_s(world));
  return {{"takeover.detect", &t.detect_s, after_alarm_s},
          {"takeover.decide", &t.decide_s, seen.decide_s},
          {trained ? "takeover.switch.trained" : "takeover.switch.untrained",
           trained ? &t.switch_trained_s : &t.switch_untrained_s, seen.switch_s},
          {"takeover.verify", &t.verify_s, seen.verify_s},
          {"takeover.return", &t.return_s, seen.return_s}};
}

Node seconds(double value) {
  return models::text_node(value < 1000 ? fmt::format("{:.4g} s", value)
                                        : fmt::format("{:.0f} s", value));
}

/// The model's median and P95 times `factor`.
Node scaled(const Distribution& model, double factor) {
  const double median = models::quantile(model, 0.5) * factor,
               p95 = models::quantile(model, 0.95) * factor;
  if (p95 <= median * 1.001)
    return seconds(median);
  Node points = models::map_node({{"median", seconds(median)}, {"p95", seconds(p95)}});
  return models::map_node({{"lognormal", std::move(points)}});
}

/// What is known of one address over all rooms.
struct Gathered {
  ExerciseClock clock;
  double log_ratios = 0;  ///< of seen over the model's median
  int count = 0;
};

void gather(std::vector<Gathered>& all, const ExerciseClock& clock) {
  const double median = models::quantile(*clock.model, 0.5);
  if (!clock.seen_s || *clock.seen_s <= 0 || median <= 0)
    return;
  auto at = std::find_if(all.begin(), all.end(), [&](const Gathered& known) {
    return known.clock.address == clock.address;
  });
  if (at == all.end())
    at = all.insert(all.end(), {clock});
  at->log_ratios += std::log(*clock.seen_s / median);
  ++at->count;
}

/// Attempts to switch in rooms of one kind of pair; those whose switch nobody timed do not count.
void add_failures(std::vector<ChangedClock>& out, const World& world,
                  const std::vector<ObservedTakeover>& seen, bool trained, double prior_weight) {
  double failures = 0, attempts = 0;
  for (const ObservedTakeover& room : seen)
    if (room.switch_s && is_trained(world, room) == trained) {
      failures += room.failed_switches;
      attempts += room.failed_switches + 1;
    }
  if (attempts <= 0)
    return;
  const double model = trained ? world.takeover.fails_trained : world.takeover.fails_untrained;
  const double share = (prior_weight * model + failures) / (prior_weight + attempts);
  out.push_back({trained ? "takeover.switch.fails_trained" : "takeover.switch.fails_untrained",
                 models::plain_node(fmt::format("{:.3g}", share))});
}

/// The value at an address, in maps that are made where there is none.
void put(Node& map, const std::string& address, Node value) {
  const auto dot = address.find('.');
  const std::string step = address.substr(0, dot);
  if (dot == std::string::npos) {
    map.entries.push_back({step, {}, std::move(value)});
    return;
  }
  if (map.find(step) == nullptr)
    map.entries.push_back({step, {}, models::map_node()});
  put(*map.find(step), address.substr(dot + 1), std::move(value));
}

}  // namespace

std::vector<ChangedClock> as_observed(const World& world, const ObservedTakeover& seen) {
  std::vector<ChangedClock> out;
  for (const ExerciseClock& clock : clocks_of(world, seen))
    if (clock.seen_s)
      out.push_back({clock.address, seconds(*clock.seen_s)});
  if (seen.switch_s)
    out.push_back({is_trained(world, seen) ? "takeover.switch.fails_trained"
                                           : "takeover.switch.fails_untrained",
                   models::plain_node("0")});
  return out;
}

std::vector<ChangedClock> updated(const World& world, const std::vector<ObservedTakeover>& seen,
                                  double prior_weight) {
  std::vector<Gathered> all;
  for (const ObservedTakeover& room : seen)
    for (const ExerciseClock& clock : clocks_of(world, room))
      gather(all, clock);
  std::vector<ChangedClock> out;
  for (const Gathered& known : all)
    out.push_back(
        {known.clock.address,
         scaled(*known.clock.model, std::exp(known.log_ratios / (prior_weight + known.count)))});
  for (const bool trained : {true, false})
    add_failures(out, world, seen, trained, prior_weight);
  return out;
}

std::string overlay_of(const std::vector<ChangedClock>& changes, const std::string& kind,
                       const std::string& source) {
  Node out = models::map_node();
  for (const ChangedClock& change : changes)
    put(out, change.address,
        models::map_node({{"value", change.value},
                          {"kind", models::plain_node(kind)},
                          {"source", models::text_node(source)}}));
  return to_yaml_block(out, 3);
}

}  // namespace analysis
