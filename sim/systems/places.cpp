#include "sim/systems/places.hpp"

#include <simgrid/s4u.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include "sim/systems/clock.hpp"

namespace sim {

namespace sg = simgrid::s4u;

namespace {

constexpr double near_s = 1e-4;
/// An order that has not arrived by then is lost; telling it by telephone takes so long.
constexpr double order_limit_s = 30, telephone_s = 60;

/// The host is reached over these links.
void join(sg::NetZone& star, sg::Host* host, const std::vector<sg::LinkInRoute>& links) {
  star.add_route(host->get_netpoint(), nullptr, nullptr, nullptr, links, true);
}

sg::Link* connect(sg::NetZone& star, sg::Host* host, double bandwidth, double latency_s) {
  auto* link = star.create_link(host->get_name() + "-link", bandwidth)->set_latency(latency_s);
  join(star, host, {{link->seal(), sg::LinkInRoute::Direction::NONE}});
  return link;
}

/// A link on which each flow gets the bandwidth, however many there are.
sg::Link* limit_each(sg::NetZone& star, const std::string& name, double bytes_per_s,
                     double latency_s) {
  return star.create_link(name, bytes_per_s)
      ->set_sharing_policy(sg::Link::SharingPolicy::FATPIPE)
      ->set_latency(latency_s)
      ->seal();
}

}  // namespace

Places::Places(const models::World& world, std::size_t floods)
    : world_(world), hosts_(world.centres.size()), links_(world.centres.size()) {
  auto* star = sg::create_star_zone("netherlands");
  const auto& network = world.network;
  hub_ = star->create_host("(hub)", 1e9)->seal();  // no centre can be called that
  hub_link_ = connect(*star, hub_, network.bandwidth_bytes_per_s * 10, near_s);
  for (const auto centre : world.centres.ids()) {
    hosts_[centre] = star->create_host(world.centres[centre].id, 1e9)->seal();
    links_[centre] =
        connect(*star, hosts_[centre], network.bandwidth_bytes_per_s, network.latency_s);
  }
  if (floods > 0) {
    add_sources(*star, floods);
    add_trunks(*star);
  }
  star->seal();
}

/// How wide and how long their links are is the flood's.
void Places::add_sources(sg::NetZone& star, std::size_t floods) {
  for (std::size_t i = 0; i < floods; ++i) {
    const std::string name = "(flood " + std::to_string(i) + ")";
    auto* host = star.create_host(name, 1e9)->seal();
    auto* link = limit_each(star, name + "-link", 1, near_s);
    join(star, host, {{link, sg::LinkInRoute::Direction::NONE}});
    outside_.push_back({host, link});
  }
}

void Places::add_trunks(sg::NetZone& star) {
  const auto& network = world_.network;
  for (const auto centre : world_.centres.ids()) {
    const int channels = world_.centres[centre].lines.value_or(network.channels.value_or(0));
    if (channels == 0)
      continue;
    const std::string name = "(trunk " + world_.centres[centre].id + ")";
    auto* host = star.create_host(name, 1e9)->seal();
    join(star, host,
         {{limit_each(star, name + "-link", channels * network.voice_channel_bytes_per_s, 0),
           sg::LinkInRoute::Direction::NONE},
          {hub_link_, sg::LinkInRoute::Direction::NONE}});
    trunks_.push_back({centre, channels, host});
  }
}

void Places::prepare(const std::vector<const scenarios::NetworkFlood*>& floods) {
  for (auto* link : links_)
    if (!link->is_on())
      link->turn_on();
  sources_.clear();
  for (const auto* flood : floods) {
    const Outside& outside = outside_.at(sources_.size());
    outside.link->set_bandwidth(flood->bytes_per_s);
    outside.link->set_latency(flood->hub ? world_.network.latency_s : near_s);
    sources_[flood] = outside.host;
  }
}

bool Places::is_quiet() const {
  const auto works = [](const sg::Host* host) { return host->is_on(); };
  const auto is_free = [](const sg::Link* link) { return !link->is_used(); };
  return works(hub_) && is_free(hub_link_) && std::ranges::all_of(hosts_, works) &&
         std::ranges::all_of(links_, is_free) &&
         std::ranges::all_of(outside_, [&](const Outside& outside) {
           return works(outside.host) && is_free(outside.link);
         });
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

void Bell::ring() {
  for (const auto& sleeper : std::exchange(sleepers_, {}))
    sleeper->release();
}

void Bell::wait(std::optional<double> most_s) {
  if (most_s && *most_s <= 0)
    return sg::this_actor::yield();
  const auto awake = sg::Semaphore::create(0);
  sleepers_.push_back(awake);
  if (!most_s)
    awake->acquire();
  else if (awake->acquire_timeout(on_grid(*most_s)))
    std::erase(sleepers_, awake);
}

bool message_arrives(sg::Host* from, sg::Host* to, double limit_s, double bytes) {
  try {
    sg::Comm::sendto_async(from, to, static_cast<std::uint64_t>(bytes))->wait_for(on_grid(limit_s));
    return true;
  } catch (const simgrid::NetworkFailureException&) {
    return false;
  } catch (const simgrid::TimeoutException&) {
    return false;
  }
}

void deliver(sg::Host* from, sg::Host* to) {
  if (from != to && !message_arrives(from, to, order_limit_s))
    sleep_for(telephone_s);
}

}  // namespace sim
