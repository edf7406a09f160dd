#pragma once

#include <array>
#include <optional>
#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/calls/call_exchange.hpp"
#include "sim/people/staff_desk.hpp"
#include "sim/systems/infrastructure.hpp"
#include "sim/systems/shared_wires.hpp"

namespace sim {

/// Makes effects begin and end. Effects on the same thing add up (units, blocking), multiply
/// (handling, staffing) or hold as long as one of them does.
class Disturbances {
public:
  Disturbances(const models::World& world, CallExchange& exchange, Infrastructure& infrastructure,
               StaffDesk& staff, SharedWires& wires)
      : world_(world),
        exchange_(exchange),
        infrastructure_(infrastructure),
        staff_(staff),
        wires_(wires),
        slower_(world.groups.size()),
        no_takeover_(world.centres.size(), 0),
        lines_(world.centres.size()),
        open_(world.callers.channels.size()) {}

  void begin(const scenarios::What& what);
  void end(const scenarios::What& what);
  bool takeover_blocked(models::Id<models::Centre> centre) const {
    return no_takeover_[centre] > 0;
  }
  /// What effects add to one attempt to switch; `u` is the attempt's uniform for it.
  double switch_delay_s(models::Id<models::Centre> centre, double u) const;
  /// The probability that it fails, the world's unless an effect says more.
  double switch_fails(models::Id<models::Centre> centre, double normally) const;
  /// A takeover order for the centre goes to an old number: seconds until somebody finds out.
  /// Nothing when the number is right, or was put right before. `u` is the episode's pair of
  /// uniforms for it.
  std::optional<double> stale_number_s(models::Id<models::Centre> centre,
                                       const std::array<double, 4>& u);
  /// Share of the people who work elsewhere, the world's unless an evacuation says otherwise.
  double relocated_share(models::Id<models::Centre> centre, double normally) const;
  /// Whoever registers again now that the component works again.
  std::vector<const scenarios::Reregistration*> registering_again(
      models::Id<models::Component> component) const;
  /// An attempt to switch has failed: what effects let it take down goes down, once.
  void switch_failed(models::Id<models::Centre> centre);

private:
  void change(const scenarios::Down& effect, int sign);
  void change(const scenarios::Blocking& effect, int sign);
  void change(const scenarios::SlowerHandling& effect, int sign);
  void change(const scenarios::Staffing& effect, int sign);
  void change(const scenarios::NoCallIn& effect, int sign);
  void change(const scenarios::Surge& effect, int sign);
  void change(const scenarios::Reduction& effect, int sign);
  void change(const scenarios::OpenChannel& effect, int sign);
  void change(const scenarios::NoTakeover& effect, int sign);
  void change(const scenarios::Lines& effect, int sign);
  void change(const scenarios::Latency& effect, int sign);
  void change(const scenarios::Misroute& effect, int sign);
  void change(const scenarios::Corrupt& effect, int sign);
  void change(const scenarios::Flood& effect, int sign);
  void change(const scenarios::DelayTakeover& effect, int sign);
  void change(const scenarios::TakeoverFails& effect, int sign);
  void change(const scenarios::PlannedTakeover& effect, int sign);
  void change(const scenarios::Reregistration& effect, int sign);
  void change(const scenarios::NoSignal& effect, int sign);
  void change(const scenarios::Evacuate& effect, int sign);
  void change(const scenarios::StaleNumbers& effect, int sign);
  void change(const scenarios::NetworkFlood& effect, int sign);

  const models::World& world_;
  CallExchange& exchange_;
  Infrastructure& infrastructure_;
  StaffDesk& staff_;
  SharedWires& wires_;
  models::Table<models::AgentGroup, std::vector<double>> slower_;
  models::Table<models::Centre, int> no_takeover_;
  models::Table<models::Centre, std::vector<double>> lines_;
  std::vector<const scenarios::DelayTakeover*> delays_;
  struct FailingSwitch {
    const scenarios::TakeoverFails* effect;
    bool made_worse = false;
  };
  std::vector<FailingSwitch> failing_;
  std::vector<const scenarios::Evacuate*> evacuations_;
  struct OldNumber {
    const scenarios::StaleNumbers* effect;
    std::vector<models::Id<models::Centre>> found_out;
  };
  std::vector<OldNumber> old_numbers_;
  struct Aftermath {
    const scenarios::Reregistration* effect;
    double ended_s = -1;  ///< what comes back in the instant in which the effect ends still counts
  };
  std::vector<Aftermath> aftermaths_;
  std::vector<std::vector<const scenarios::OpenChannel*>> open_;  ///< [channel]; the latest holds
};

}  // namespace sim
