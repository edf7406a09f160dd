#pragma once

#include <simgrid/forward.h>

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "models/world/world.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calls/call_exchange.hpp"
#include "sim/systems/places.hpp"

namespace sim {

/// What floods of data do to voice and pictures on the links that they share. A trunk group is one
/// long SimGrid communication, from the hub to the centre, of channels x voice channel; a picture
/// one from the centre to the hub. Nothing runs while there is no flood. Each time that a flow
/// begins or ends, or a link fails or is back, the trunks' owner waits a second for the flows to
/// settle, measures over the next one what each trunk moves, sets the channels that are left, and
/// sends a picture of every centre: while it is under way pictures are held.
class SharedWires {
public:
  SharedWires(const models::World& world, const Places& places, CallExchange& exchange);
  ~SharedWires();
  SharedWires(const SharedWires&) = delete;
  SharedWires& operator=(const SharedWires&) = delete;

  /// Called for every centre that a flood reaches, when it begins.
  std::function<void(models::Id<models::Centre>)> on_flood;

  /// Called by an actor, like all below.
  void begin(const scenarios::NetworkFlood& flood);
  void end(const scenarios::NetworkFlood& flood);
  /// Some link is cut or back.
  void links_changed();
  /// A flood goes over the link of this centre or over the hub's.
  bool flooded(models::Id<models::Centre> centre) const;
  /// Waits until all flows have ended: the clock would go on as long as they do.
  void close();

private:
  struct Flow {
    simgrid::s4u::Host *from, *to;
    double bytes_per_s;
    simgrid::s4u::CommPtr comm;
  };
  struct Trunk {
    const Places::Trunk* trunk;
    Flow flow;
    double left_bytes = 0;
  };
  class Owner;
  class Picture;

  void note_change();
  static void start(Flow& flow);
  void start_trunks();
  void add_flows(const scenarios::NetworkFlood& flood, std::vector<Flow>& flows) const;
  void start_what_should_run();
  void stop_what_ended();
  void stop_all();
  static double left_of(const Trunk& trunk);
  void measure(Trunk& trunk);
  void send_pictures();

  const models::World& world_;
  const Places& places_;
  CallExchange& exchange_;
  Bell changed_;
  std::uint64_t changes_ = 0;
  bool owned_ = false, closed_ = false;
  std::vector<const scenarios::NetworkFlood*> floods_;
  std::vector<std::pair<const scenarios::NetworkFlood*, std::vector<Flow>>> flows_;
  std::vector<Trunk> trunks_;
};

}  // namespace sim
