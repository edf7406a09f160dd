#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/world/read_world.hpp"
#include "models/world/world.hpp"
#include "scenarios/attack/attack_moments.hpp"

/// What goes wrong, when, and against which background.
namespace scenarios {

using models::Id;

/// `units` of each component stop working (all of them when none is given).
struct Down {
  std::vector<Id<models::Component>> components;
  std::optional<int> units;
};
/// Each call that passes the component is blocked with this probability; monitors see nothing (a
/// grey failure).
struct Blocking {
  Id<models::Component> component;
  double probability = 0;
  bool per_caller =
      false;              ///< drawn once for each caller, whose redials fail too; else per attempt
  bool declines = false;  ///< in a straight line to nothing at the end
};
/// Work at these groups takes `factor` times as long meanwhile.
struct SlowerHandling {
  std::vector<Id<models::AgentGroup>> groups;
  double factor = 1;
  bool declines = false;  ///< in a straight line to no effect at the end
};
/// After the component works again, everybody registers again at once: for so long, calls that pass
/// it are blocked with this probability and these groups work `factor` times as long, both
/// declining in a straight line to nothing.
struct Reregistration {
  Id<models::Component> component;
  models::Distribution lasts_s;
  double probability = 0;
  std::vector<Id<models::AgentGroup>> groups;
  double factor = 1;
};
/// This share of the callers of these regions has no signal, drawn once for each: whatever they
/// dial is blocked, and only channels that need no telephone are left to them.
struct NoSignal {
  std::vector<Id<models::Region>> regions;
  double share = 0;
};
/// This share of the callers of these regions, drawn once for each, is carried by another network
/// than their own, which does not work: each attempt takes so much longer to set up.
struct CampOn {
  std::vector<Id<models::Region>> regions;
  double share = 0;
  models::Distribution delay_s;
};
/// Everybody leaves the building: nobody answers here, what works in it works on.
struct Evacuate {
  std::vector<Id<models::Centre>> centres;
  bool cut_connected = true;        ///< else conversations are finished
  std::optional<double> relocates;  ///< share of the people; none: as the world's takeover says
};
/// Persons on duty: the roster times `factor`, or exactly `staff` when that is given.
struct Staffing {
  std::vector<Id<models::AgentGroup>> groups;
  double factor = 1;
  std::optional<int> staff;
};
/// No extra people can be called in.
struct NoCallIn {
  std::vector<Id<models::AgentGroup>> groups;
};
/// Extra first attempts: just so many `callers` between from and until, or `extra_rate` times the
/// normal rate of these regions on top of it.
struct Surge {
  std::vector<Id<models::Region>> regions;
  std::optional<int> callers;
  double extra_rate = 0;
  std::optional<double> decay_s;    ///< mean of an exponential decay from the start; none: flat
  std::vector<double> kind_shares;  ///< by kind; empty: as in the world
  std::vector<double> discipline_shares;
};
/// Callers who are not urgent stay away with a probability that grows as share x (1 - exp(-t/tau)).
struct Reduction {
  std::vector<Id<models::Region>> regions;
  double share = 0;
  double tau_s = 0;
};
/// A channel becomes known (a published number, an NL-Alert); `share` replaces the channel's own.
struct OpenChannel {
  std::size_t channel = 0;
  std::optional<double> share;
};
/// No takeover is started for these centres.
struct NoTakeover {
  std::vector<Id<models::Centre>> centres;
};

/// These centres have only this share of their lines left.
struct Lines {
  std::vector<Id<models::Centre>> centres;
  double share = 1;
};
/// Each transfer into the stage, for callers of these centres, takes so much longer.
struct Latency {
  std::vector<Id<models::Centre>> centres;
  Id<models::Stage> stage;
  models::Distribution delay_s;
};
/// Calls for these centres land at another centre's first, per call with this probability. Whoever
/// answers there finds out in `delay_s` and passes the call on.
struct Misroute {
  std::vector<Id<models::Centre>> centres;
  double probability = 0;
  models::Distribution delay_s;
};
/// Corrupted data: a wrong address, found out so long after the dispatch, then dispatched again.
struct Corrupt {
  std::vector<Id<models::Centre>> centres;
  double probability = 0;
  models::Distribution found_after_s;
};
/// Telephony denial of service: fake calls to the first stage that hold a line until somebody
/// answers or `hold_s` is over, and a call-taker for `handling_s` then. In no 112 measure.
struct Flood {
  double calls_per_s = 0;
  models::Distribution hold_s, handling_s;
};
/// Added to each attempt to switch a takeover for these centres.
struct DelayTakeover {
  std::vector<Id<models::Centre>> centres;
  models::Distribution delay_s;
};
/// Attempts to switch fail with this probability, and a failure takes these components down until
/// the effect ends: a failed switch that turns partial into total.
struct TakeoverFails {
  std::vector<Id<models::Centre>> centres;
  double probability = 0;
  std::vector<Id<models::Component>> makes_worse;
};
/// Takeover orders for these centres go to an old number with this probability, until somebody
/// finds out; then it is corrected for as long as the effect lasts.
struct StaleNumbers {
  std::vector<Id<models::Centre>> centres;
  double probability = 1;
  models::Distribution found_after_s;
};
/// So many flows of data, each of at most this rate, to the access links of these centres, or to
/// the hub. They share the links with voice, control messages and pictures.
struct NetworkFlood {
  std::vector<Id<models::Centre>> centres;
  bool hub = false;
  int flows = 0;           ///< to each of them
  double bytes_per_s = 0;  ///< of one flow
};
/// Announced: calls for the centre go to the partner from the beginning to the end of the effect.
struct PlannedTakeover {
  Id<models::Centre> centre, partner;
};

using What = std::variant<Down, Blocking, SlowerHandling, Staffing, NoCallIn, Surge, Reduction,
                          OpenChannel, NoTakeover, Lines, Latency, Misroute, Corrupt, Flood,
                          DelayTakeover, TakeoverFails, PlannedTakeover, Reregistration, NoSignal,
                          Evacuate, StaleNumbers, NetworkFlood, CampOn>;

struct Effect {
  std::string id;                   ///< "kpn.1": the threat and the effect's place in it
  double from_s = 0;                ///< since the start of the run
  models::Distribution duration_s;  ///< a Constant for a fixed end; drawn per replication else
  bool to_the_end = false;          ///< lasts as long as the run
  What what;
  /// Of the effects that all replications name; none: its place in the scenario.
  std::optional<std::uint32_t> row = std::nullopt;
  models::Mark mark = {};
};

struct Threat {
  std::string id, name;
  std::vector<Effect> effects;
  /// Of the background that other threats are laid over, which come after it: in the twin too.
  bool background = false;
  /// No threat, but what people do about one; comes last, and is not in the twin either.
  bool decision = false;
};

/// From this moment on people go by the rosters, the call-in and the takeover of another world,
/// which is the same in everything else.
struct Decision {
  double at_s = 0;  ///< since the start of the run
  std::shared_ptr<const models::World> world;
};

/// Measures count callers whose first attempt lies in [warm_up_s, end_s) after the start.
struct Window {
  models::UtcSeconds start = 0;
  double warm_up_s = 7200;
  double end_s = 0;
  double drain_s = 7200;
  std::optional<double> timeline_bin_s;  ///< none: by the length of the run
  /// It was drawn longer than a window may be, and ends this long after the onset.
  std::optional<double> capped_s;
};

/// An event of a year: when, and how long it was drawn to last; `effect` is the row of its
/// threat's first effect.
struct Strike {
  double at_s = 0, duration_s = 0;
  std::uint32_t effect = 0;
};

struct Scenario {
  std::string id, name, description, rubricering;
  Window window;
  std::string profile;  ///< a demand profile of the world, or empty
  std::vector<Threat> threats;
  std::vector<Decision> decisions;  ///< in time
  std::vector<Strike> strikes;      ///< in time; none but in a year
  /// How the race went, in time; since the start of the run, what lies before it is negative.
  std::vector<AttackMoment> attack;
  bool history = false;             ///< a past outage, replayed
  bool component_failures = false;  ///< components fail by their MTBF, in the twin too
  std::size_t replications = 200;
  /// The text and hash of every file that was read, world included; for provenance.
  std::vector<models::InputFile> inputs;
};

}  // namespace scenarios
