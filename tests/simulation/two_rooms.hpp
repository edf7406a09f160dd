#pragma once

#include <string>

#include "fact_view.hpp"
#include "written_study.hpp"

/// A small chain to try effects on, one at a time or together.
namespace two_rooms {

using fact_sums::calls;
using fact_sums::persons;
using results::CallClass;
using results::CallerCount;
using results::GroupCount;
using results::GroupTime;

/// A national first answer, two rooms for a region each, one discipline, dispatch. Groups in file
/// order: front.taker, east.intake, east.dispatcher, west.intake, west.dispatcher.
inline const char* const world = R"(
world: {name: "Two rooms", zone: "UTC+0"}
disciplines: {help: {name: "Help"}}
stages:
  first: {name: "First answer", handling: "20 s", patience: {exponential: {mean: "3 min"}}}
  intake: {name: "Intake", handling: "60 s", transfer: "5 s", patience: {exponential: {mean: "3 min"}}}
  dispatch: {name: "Dispatch", caller_on_line: false, handling: "30 s"}
roles:
  taker: {name: "Taker", stage: first}
  intake: {name: "Intake", stage: intake}
  dispatcher: {name: "Dispatcher", stage: dispatch}
regions:
  e: {name: "East", meldkamer: east}
  w: {name: "West", meldkamer: west}
meldkamers:
  front: {name: "Front", lines: 20, roster: {taker: 10}}
  east: {name: "East", desks: 40, roster: {intake: 10, dispatcher: 10}}
  west: {name: "West", desks: 40, roster: {intake: 10, dispatcher: 10}}
demand: {calls: "120 calls/h"}
suppliers: {maker: {name: "Maker"}, carrier: {name: "Carrier"}}
components:
  wan: {name: "Access", supplier: carrier, per: meldkamer}
  phone: {name: "Telephony", supplier: maker, per: meldkamer, at: [east, west], needs: wan}
  core: {name: "Core", supplier: maker}
functions:
  answer: {name: "Answer", stage: intake, takeover: true, needs: phone, when_lost: {stops: {connected: cut, waiting: stay, arriving: stay}}}
  tools: {name: "Tools", stage: intake, needs: core, when_lost: {slows: 2}}
takeover:
  heartbeat: {period: "10 s", timeout: "2 s", misses: 1}
  detect: "10 s"
  decide: "10 s"
  switch: {trained: "20 s", untrained: "20 s", fails_trained: 0, fails_untrained: 0, retry: "5 min"}
  relocate: {after: "1 h", share: 0}
  verify: "1 min"
  return: "1 min"
  partners: {east: [{to: west}], west: [{to: east}]}
network: {hub: "Hub", bandwidth: "1 Gbit/s", latency: "1 ms", access: wan}
)";

enum Group : std::size_t { front, east_intake, east_dispatch, west_intake, west_dispatch };

inline std::string scenario_with(const std::string& effects) {
  return R"(
scenario:
  name: "One effect"
  description: "Eight hours, the effect from two to six."
  world: world
  start: "2026-01-05T00:00"
  warm_up: "1 h"
  end: "9 h"
threats:
  t:
    name: "T"
    effects:
)" + effects;
}

inline results::Observations with(const std::string& effects) {
  return written::observe({world, scenario_with(effects)});
}

/// The world with one piece of its text replaced.
inline std::string world_with(const std::string& piece, const std::string& by) {
  std::string text = world;
  return text.replace(text.find(piece), piece.size(), by);
}

/// The world with links that voice, control messages and data share: a link of 10 Mbit/s, a trunk
/// of 20 channels of 100 kbit/s. `more`: settings of the network.
inline std::string narrow(const std::string& more = "") {
  return world_with("bandwidth: \"1 Gbit/s\"",
                    "bandwidth: \"10 Mbit/s\", voice_channel: \"100 kbit/s\", channels: 20" + more);
}

inline std::string effect(const std::string& what) {
  return "      - {from: \"2 h\", until: \"6 h\", " + what + "}\n";
}

inline std::uint64_t measured(const results::Facts& facts, Group group, GroupCount what) {
  return calls(facts, group, CallClass::measured, what);
}

inline double busy_s(const results::Facts& facts, Group group) {
  return facts.group_times[group * results::size_of<GroupTime> +
                           static_cast<std::size_t>(GroupTime::busy_s)];
}

}  // namespace two_rooms
