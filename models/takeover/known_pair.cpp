#include "models/takeover/known_pair.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/takeover/takeover_capacity.hpp"
#include "models/world/takeover_rights.hpp"

namespace models {
namespace {

constexpr double earth_radius_km = 6371.0;

const Partner* partner_in(const PartnersOfAll& plan, Id<Centre> home, Id<Centre> partner) {
  const auto at = std::ranges::find(plan[home], partner, &Partner::centre);
  return at == plan[home].end() ? nullptr : &*at;
}

bool can_do(const World& world, Id<Centre> home, const Partner& partner, const Work& work) {
  return world.may_take(work.first, home, partner, work.second) &&
         std::ranges::binary_search(work_of(world, partner.centre), work);
}

}  // namespace

std::vector<Id<Centre>> centres_taken_over(const World& world) {
  std::vector<Id<Centre>> out;
  for (const auto& lost : singles_and_pairs(world))
    for (const auto centre : lost)
      if (lost.size() == 2 && std::ranges::find(out, centre) == out.end())
        out.push_back(centre);
  std::ranges::sort(out);
  return out;
}

Partner known_pair(const World& world, Id<Centre> home, Id<Centre> partner) {
  std::vector<const PartnersOfAll*> plans = {&world.takeover.partners};
  for (const TakeoverPlan& plan : world.takeover_plans)
    plans.push_back(&plan.partners);
  Partner out{partner, 1, false, {}};
  bool is_named = false;
  for (const PartnersOfAll* plan : plans) {
    const Partner* const known = partner_in(*plan, home, partner);
    if (known == nullptr)
      continue;
    out.trained = out.trained || known->trained;
    if (!is_named)
      out.disciplines = known->disciplines;
    is_named = true;
  }
  return out;
}

double distance_km(const Centre& one, const Centre& other) {
  const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
  const auto haversine = [](double angle) { return std::pow(std::sin(angle / 2), 2); };
  const double a = haversine(radians(other.latitude - one.latitude)) +
                   std::cos(radians(one.latitude)) * std::cos(radians(other.latitude)) *
                       haversine(radians(other.longitude - one.longitude));
  return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(a)));
}

std::vector<Partner> possible_partners(const World& world, Id<Centre> home,
                                       std::optional<double> within_km) {
  std::vector<Partner> out;
  for (const auto centre : centres_taken_over(world)) {
    if (centre == home ||
        (within_km && distance_km(world.centres[home], world.centres[centre]) > *within_km))
      continue;
    Partner partner = known_pair(world, home, centre);
    if (std::ranges::any_of(work_of(world, home),
                            [&](const Work& work) { return can_do(world, home, partner, work); }))
      out.push_back(std::move(partner));
  }
  return out;
}

bool can_all_do_all(const World& world, Id<Centre> home, const std::vector<Partner>& partners) {
  const auto all = work_of(world, home);
  return std::ranges::all_of(partners, [&](const Partner& partner) {
    return std::ranges::all_of(
        all, [&](const Work& work) { return can_do(world, home, partner, work); });
  });
}

}  // namespace models
