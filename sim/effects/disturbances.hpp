#pragma once

#include <tuple>
#include <variant>
#include <vector>

#include "sim/effects/blocking.hpp"
#include "sim/effects/camp_on.hpp"
#include "sim/effects/corrupt.hpp"
#include "sim/effects/delay_takeover.hpp"
#include "sim/effects/down.hpp"
#include "sim/effects/evacuate.hpp"
#include "sim/effects/flood.hpp"
#include "sim/effects/latency.hpp"
#include "sim/effects/lines.hpp"
#include "sim/effects/misroute.hpp"
#include "sim/effects/network_flood.hpp"
#include "sim/effects/no_call_in.hpp"
#include "sim/effects/no_signal.hpp"
#include "sim/effects/no_takeover.hpp"
#include "sim/effects/open_channel.hpp"
#include "sim/effects/planned_takeover.hpp"
#include "sim/effects/reduction.hpp"
#include "sim/effects/reregistration.hpp"
#include "sim/effects/slower_handling.hpp"
#include "sim/effects/staffing.hpp"
#include "sim/effects/stale_numbers.hpp"
#include "sim/effects/surge.hpp"
#include "sim/effects/takeover_fails.hpp"

namespace sim {

/// The arrivals that effects bring; known before time begins.
std::vector<Source> sources_of(const models::World& world, const models::ReplicationKey& key,
                               const std::vector<DrawnEffect>& effects);

/// The floods of data among the effects; each needs a place on the map.
std::vector<const scenarios::NetworkFlood*> floods_of(const std::vector<DrawnEffect>& effects);

/// Makes effects begin and end. Effects on the same thing add up (units, blocking), multiply
/// (handling, staffing) or hold as long as one of them does. A kind of effect without a file here
/// does not compile.
class Disturbances {
public:
  explicit Disturbances(const Parts& parts) : at_work_(parts) {}

  void begin(const scenarios::What& what) {
    std::visit([this](const auto& effect) { of(effect).begin(effect); }, what);
  }
  void end(const scenarios::What& what) {
    std::visit([this](const auto& effect) { of(effect).end(effect); }, what);
  }
  /// What is at work of one kind: `disturbances.of<scenarios::StaleNumbers>()`.
  template <class Effect>
  AtWork<Effect>& of() {
    return std::get<AtWork<Effect>>(at_work_.kinds);
  }

private:
  template <class Effect>
  AtWork<Effect>& of(const Effect&) {
    return of<Effect>();
  }

  template <class Effect>
  static const Parts& for_kind(const Parts& parts) {
    return parts;
  }

  template <class What>
  struct AllOf;
  template <class... Effects>
  struct AllOf<std::variant<Effects...>> {
    /// Each in its place from the beginning: the exchange keeps addresses of detours.
    explicit AllOf(const Parts& parts) : kinds(for_kind<Effects>(parts)...) {}
    std::tuple<AtWork<Effects>...> kinds;
  };

  AllOf<scenarios::What> at_work_;
};

}  // namespace sim
