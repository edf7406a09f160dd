#include "sim/calls/detour.hpp"

#include <algorithm>

namespace sim {

namespace {

/// What the first detour says that says anything.
template <class Question>
std::optional<double> first_answer(const std::vector<const Detour*>& detours, Question question) {
  for (const Detour* detour : detours)
    if (const auto answer = question(*detour))
      return answer;
  return {};
}

}  // namespace

bool Detours::deter(const Call& call, double u) const {
  return std::ranges::any_of(detours_,
                             [&](const Detour* detour) { return detour->deters(call, u); });
}

bool Detours::block(const Call& call) const {
  return std::ranges::any_of(detours_, [&](const Detour* detour) { return detour->blocks(call); });
}

double Detours::blocked_share(models::Id<models::Region> region) const {
  double passes = 1;
  for (const Detour* detour : detours_)
    passes *= 1 - detour->blocked_share(region);
  return 1 - passes;
}

double Detours::way_s(const Call& call, double u, double normally_s) const {
  for (const Detour* detour : detours_)
    normally_s = detour->way_s(call, u, normally_s);
  return normally_s;
}

std::optional<double> Detours::lead_astray(const Call& call) const {
  return first_answer(detours_, [&](const Detour& detour) { return detour.leads_astray(call); });
}

std::optional<double> Detours::found_out_s(const Call& call) const {
  return first_answer(detours_, [&](const Detour& detour) { return detour.found_out_s(call); });
}

std::optional<double> Detours::comes_back_s(const Call& call) const {
  return first_answer(detours_, [&](const Detour& detour) { return detour.comes_back_s(call); });
}

models::Id<models::Centre> home_of(const models::World& world, const Call& call) {
  return world.groups[world.route({call.stage}, {call.region}, {call.discipline})].centre;
}

}  // namespace sim
