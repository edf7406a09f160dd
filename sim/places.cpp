#include "sim/places.hpp"

#include <mutex>
#include <simgrid/s4u.hpp>
#include <string>

namespace sim {

namespace sg = simgrid::s4u;

namespace {

constexpr std::uint64_t message_bytes = 512;  // a SIP OPTIONS ping or a short order

sg::Link* connect(sg::NetZone& star, sg::Host* host, const std::string& name, double bandwidth,
                  double latency_s) {
  auto* link = star.create_link(name, bandwidth)->set_latency(latency_s)->seal();
  star.add_route(host->get_netpoint(), nullptr, nullptr, nullptr,
                 {{link, sg::LinkInRoute::Direction::NONE}}, true);
  return link;
}

}  // namespace

Places::Places(const models::World& world)
    : world_(world), hosts_(world.centres.size()), links_(world.centres.size()) {
  auto* star = sg::create_star_zone("netherlands");
  const auto& network = world.network;
  hub_ = star->create_host("(hub)", 1e9)->seal();  // no centre can be called that
  connect(*star, hub_, "(hub)-link", network.bandwidth_bytes_per_s * 10, 1e-4);
  for (const auto centre : world.centres.ids()) {
    const auto& id = world.centres[centre].id;
    hosts_[centre] = star->create_host(id, 1e9)->seal();
    links_[centre] = connect(*star, hosts_[centre], id + "-link", network.bandwidth_bytes_per_s,
                             network.latency_s);
  }
  star->seal();
}

void Places::mirror(models::Id<models::Component> component, bool works) {
  if (world_.network.access.empty())
    return;
  for (const auto centre : world_.centres.ids()) {
    if (world_.network.access[centre] != component)
      continue;
    if (works)
      links_[centre]->turn_on();
    else
      links_[centre]->turn_off();
  }
}

Bell::Bell() : mutex_(sg::Mutex::create()), changed_(sg::ConditionVariable::create()) {}

void Bell::ring() {
  changed_->notify_all();
}

void Bell::wait_until(double until_s) {
  std::unique_lock lock(*mutex_);
  changed_->wait_until(lock, until_s);
}

bool message_arrives(sg::Host* from, sg::Host* to, double limit_s) {
  try {
    sg::Comm::sendto_async(from, to, message_bytes)->wait_for(limit_s);
    return true;
  } catch (const simgrid::NetworkFailureException&) {
    return false;
  } catch (const simgrid::TimeoutException&) {
    return false;
  }
}

}  // namespace sim
