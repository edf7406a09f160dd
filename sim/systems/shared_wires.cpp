#include "sim/systems/shared_wires.hpp"

#include <simgrid/s4u.hpp>

#include <algorithm>
#include <cmath>

#include "sim/systems/clock.hpp"

namespace sim {

namespace sg = simgrid::s4u;
using models::Centre;
using models::Id;
using scenarios::NetworkFlood;

namespace {

/// Flows last longer than any run.
constexpr double endless_s = 1e8;
/// Flows settle, then they are measured. Both lie on the grid.
constexpr double settle_s = 1, measure_s = 1;
/// Long enough for the owner of the trunks to wake and stop its flows.
constexpr double closing_s = 1e-3;

/// Asks the network itself: the state that a communication shows is that of the last time it was
/// asked.
bool runs(const sg::CommPtr& comm) {
  try {
    return comm && comm->get_state() == sg::Activity::State::STARTED && !comm->test();
  } catch (const simgrid::NetworkFailureException&) {
    return false;
  }
}

void stop(sg::CommPtr& comm) {
  if (runs(comm))
    comm->cancel();
  comm.reset();
}

}  // namespace

/// The one who starts and stops all flows, because a communication may be cancelled by the actor
/// only that has started it; and who measures the trunks after each change, as long as there is a
/// flood.
class SharedWires::Owner {
public:
  explicit Owner(SharedWires& wires) : wires_(wires) {}

  void operator()() {
    while (!wires_.floods_.empty()) {
      wires_.start_trunks();
      while (!wires_.floods_.empty())
        follow_change();
      wires_.stop_all();
    }
    wires_.owned_ = false;
  }

private:
  void follow_change() {
    seen_ = wires_.changes_;
    wires_.stop_what_ended();
    wires_.start_what_should_run();
    if (!nothing_changes_for(settle_s))
      return;
    for (Trunk& trunk : wires_.trunks_)
      trunk.left_bytes = wires_.left_of(trunk);
    if (!nothing_changes_for(measure_s))
      return;
    for (Trunk& trunk : wires_.trunks_)
      wires_.measure(trunk);
    wires_.send_pictures();
    while (wires_.changes_ == seen_)
      wires_.changed_.wait();
  }

  bool nothing_changes_for(double s) {
    const double until_s = sg::Engine::get_clock() + s;
    while (wires_.changes_ == seen_ && sg::Engine::get_clock() < until_s)
      wires_.changed_.wait(until_s - sg::Engine::get_clock());
    return wires_.changes_ == seen_;
  }

  SharedWires& wires_;
  std::uint64_t seen_ = 0;
};

/// One picture on its way; what it finds holds unless something has changed since.
class SharedWires::Picture {
public:
  Picture(SharedWires& wires, Id<Centre> centre) : wires_(wires), centre_(centre) {}

  void operator()() {
    const auto seen = wires_.changes_;
    wires_.exchange_.hold_pictures(centre_, true);
    const bool arrives = message_arrives(wires_.places_.of(centre_), wires_.places_.hub(),
                                         late_picture_s, *wires_.world_.network.picture_bytes);
    if (arrives && wires_.changes_ == seen)
      wires_.exchange_.hold_pictures(centre_, false);
  }

private:
  SharedWires& wires_;
  Id<Centre> centre_;
};

SharedWires::SharedWires(const models::World& world, const Places& places, CallExchange& exchange)
    : world_(world), places_(places), exchange_(exchange) {}

SharedWires::~SharedWires() = default;

void SharedWires::begin(const NetworkFlood& flood) {
  if (closed_)
    return;
  floods_.push_back(&flood);
  note_change();
  if (!owned_) {
    owned_ = true;
    sg::Actor::create("trunks", places_.hub(), Owner(*this));
  }
  for (const auto centre : world_.centres.ids())
    if (on_flood && flooded(centre))
      on_flood(centre);
}

void SharedWires::end(const NetworkFlood& flood) {
  if (closed_)
    return;
  std::erase(floods_, &flood);
  note_change();
}

void SharedWires::links_changed() {
  if (!floods_.empty())
    note_change();
}

void SharedWires::note_change() {
  ++changes_;
  changed_.ring();
}

void SharedWires::close() {
  closed_ = true;
  floods_.clear();
  note_change();
  if (owned_)
    sleep_for(closing_s);
}

bool SharedWires::flooded(Id<Centre> centre) const {
  return std::any_of(floods_.begin(), floods_.end(), [&](const NetworkFlood* flood) {
    const auto& hit = flood->centres;
    return flood->hub || std::find(hit.begin(), hit.end(), centre) != hit.end();
  });
}

void SharedWires::start(Flow& flow) {
  flow.comm = sg::Comm::sendto_async(flow.from, flow.to,
                                     static_cast<std::uint64_t>(flow.bytes_per_s * endless_s));
}

void SharedWires::stop_what_ended() {
  const auto has_ended = [this](const auto& row) {
    return std::find(floods_.begin(), floods_.end(), row.first) == floods_.end();
  };
  for (auto& row : flows_)
    for (Flow& flow : row.second)
      if (has_ended(row))
        stop(flow.comm);
  std::erase_if(flows_, has_ended);
}

/// A flow over a link that was cut is over; it comes back with the link.
void SharedWires::start_what_should_run() {
  for (const auto* flood : floods_)
    if (std::none_of(flows_.begin(), flows_.end(),
                     [&](const auto& row) { return row.first == flood; }))
      add_flows(*flood, flows_.emplace_back(flood, std::vector<Flow>()).second);
  for (auto& row : flows_)
    for (Flow& flow : row.second)
      if (!runs(flow.comm))
        start(flow);
  for (Trunk& trunk : trunks_)
    if (!runs(trunk.flow.comm))
      start(trunk.flow);
}

void SharedWires::add_flows(const NetworkFlood& flood, std::vector<Flow>& flows) const {
  const auto add = [&](sg::Host* to) {
    for (int i = 0; i < flood.flows; ++i)
      flows.push_back({places_.source(flood), to, flood.bytes_per_s, {}});
  };
  for (const auto centre : flood.centres)
    add(places_.of(centre));
  if (flood.hub)
    add(places_.hub());
}

void SharedWires::start_trunks() {
  for (const auto& trunk : places_.trunks())
    trunks_.push_back({&trunk,
                       {trunk.from,
                        places_.of(trunk.centre),
                        trunk.channels * world_.network.voice_channel_bytes_per_s,
                        {}}});
}

void SharedWires::stop_all() {
  stop_what_ended();
  for (Trunk& trunk : trunks_) {
    stop(trunk.flow.comm);
    exchange_.set_channels(trunk.trunk->centre, {});
  }
  trunks_.clear();
  flows_.clear();
  if (world_.network.picture_bytes)
    for (const auto centre : world_.centres.ids())
      exchange_.hold_pictures(centre, false);
}

double SharedWires::left_of(const Trunk& trunk) {
  return runs(trunk.flow.comm) ? trunk.flow.comm->get_remaining() : -1;
}

/// A trunk whose link is cut carries nothing, but what becomes of its calls is for the functions
/// that need the link to say.
void SharedWires::measure(Trunk& trunk) {
  const double now = left_of(trunk);
  if (now < 0 || trunk.left_bytes < 0)
    return exchange_.set_channels(trunk.trunk->centre, {});
  const double bytes_per_s = (trunk.left_bytes - now) / measure_s;
  const double channels = bytes_per_s / world_.network.voice_channel_bytes_per_s;
  const int left = static_cast<int>(std::floor(channels + 1e-3));
  if (left < trunk.trunk->channels)
    exchange_.set_channels(trunk.trunk->centre, left);
  else
    exchange_.set_channels(trunk.trunk->centre, {});
}

void SharedWires::send_pictures() {
  if (!world_.network.picture_bytes)
    return;
  for (const auto centre : world_.centres.ids())
    sg::Actor::create("picture", places_.of(centre), Picture(*this, centre));
}

}  // namespace sim
