#pragma once

#include <array>
#include <functional>
#include <optional>
#include <vector>

#include "models/world/world.hpp"
#include "sim/calls/call_exchange.hpp"
#include "sim/calls/course.hpp"

namespace sim {

/// The one truth about components: units lost, standbys started, and what works as the greatest
/// fixed point of the needs. Tells the call exchange what the functions of each centre can do.
class Infrastructure {
public:
  Infrastructure(const models::World& world, const models::ReplicationKey& key,
                 CallExchange& exchange, results::Facts& facts, Course& course);

  using ComponentId = models::Id<models::Component>;
  using CentreId = models::Id<models::Centre>;

  void lose_units(ComponentId component, int units);
  void return_units(ComponentId component, int units);
  /// A silent loss: a share of the attempts, or of the callers, that pass the component is blocked.
  enum class Silent : std::uint8_t { attempts, callers };
  void add_blocking(ComponentId component, Silent what, double share);
  void remove_blocking(ComponentId component, Silent what, double share);
  /// Everybody leaves: while one evacuation goes on, the centre is empty.
  void evacuate(CentreId centre, bool cut_connected);
  void end_evacuation(CentreId centre, bool cut_connected);
  /// Start number `start` of a standby, announced by `on_standby`, has come to its end.
  void standby_ready(ComponentId component, std::uint32_t start);

  bool works(ComponentId component) const { return works_[component]; }
  /// All takeover functions of the centre are there.
  bool centre_answers(CentreId centre) const { return answers_[centre]; }

  /// Called when a component stops or works again, and when a centre loses or regains its
  /// takeover functions; after the exchange knows.
  std::function<void(ComponentId, bool works)> on_component;
  std::function<void(CentreId, bool answers)> on_centre;
  /// Called when a cold standby begins to start; `standby_ready` is expected after `start_s`. One
  /// that starts at once (an UPS) takes over in the same instant and is not announced.
  std::function<void(ComponentId, std::uint32_t start, double start_s)> on_standby;

  /// Evaluates everything once, before time begins.
  void start();
  /// Writes the outages that are still going on.
  void finish(double end_s);

private:
  enum class Standby : std::uint8_t { off, starting, running, failed };
  struct Start {
    ComponentId component;
    std::uint32_t number;
    double start_s;
  };

  void update();
  bool call_standbys(std::vector<Start>& starting);
  void finish_start(ComponentId component);
  bool met(const models::Needs& needs) const;
  double blocking_of(const models::Needs& needs, Silent what) const;
  double blocking_of(ComponentId component, Silent what) const;
  void find_operable();
  void note_component(ComponentId component);
  void end_outage(ComponentId component);
  void update_functions();
  void apply(const models::LossEffect& effect, FunctionState& state) const;
  void empty_rooms(std::vector<FunctionState>& states);
  void update_channels();

  const models::World& world_;
  models::ReplicationKey key_;
  CallExchange& exchange_;
  results::Facts& facts_;
  Course& course_;
  models::Table<models::Component, int> lost_;
  std::array<models::Table<models::Component, std::vector<double>>, 2> blocking_;  // [Silent]
  struct Evacuations {
    int all = 0, cutting = 0;
  };
  models::Table<models::Centre, Evacuations> evacuations_;
  models::Table<models::Component, Standby> standby_;
  models::Table<models::Component, std::uint32_t> standby_starts_;
  models::Table<models::Component, std::uint8_t> works_;
  models::Table<models::Component, std::optional<double>> stopped_since_s_;  ///< in an outage
  models::Table<models::Centre, std::uint8_t> answers_;
  std::vector<bool> functions_;  // [functions_at]
};

}  // namespace sim
