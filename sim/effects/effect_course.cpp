#include "sim/effects/effect_course.hpp"

#include <simgrid/s4u.hpp>

#include <vector>

namespace sim {

namespace sg = simgrid::s4u;
using scenarios::What;

namespace {

/// A straight line in so many steps, each as high as the line is in its middle: the same mean.
constexpr int steps = 20;

What weaker(scenarios::Blocking effect, double strength) {
  effect.probability *= strength;
  return effect;
}

What weaker(scenarios::SlowerHandling effect, double strength) {
  effect.factor = 1 + (effect.factor - 1) * strength;
  return effect;
}

using Declining = std::variant<scenarios::Blocking, scenarios::SlowerHandling>;

void decline(Disturbances& disturbances, const std::vector<Declining>& effects, double from_s,
             double until_s) {
  for (int step = 0; step < steps; ++step) {
    std::vector<What> now;
    for (const Declining& effect : effects)
      now.push_back(std::visit(
          [&](const auto& what) { return weaker(what, 1 - (step + 0.5) / steps); }, effect));
    for (const What& what : now)
      disturbances.begin(what);
    sg::this_actor::sleep_until(from_s + (until_s - from_s) * (step + 1) / steps);
    for (const What& what : now)
      disturbances.end(what);
  }
}

/// The effect, when it is one that declines.
std::vector<Declining> declining(const What& what) {
  if (const auto* blocking = std::get_if<scenarios::Blocking>(&what);
      blocking != nullptr && blocking->declines)
    return {*blocking};
  if (const auto* slower = std::get_if<scenarios::SlowerHandling>(&what);
      slower != nullptr && slower->declines)
    return {*slower};
  return {};
}

}  // namespace

void EffectCourse::operator()() {
  const What& what = effect_.effect->what;
  sg::this_actor::sleep_until(effect_.from_s);
  course_.note(results::CourseKind::effect_begins, index_);
  if (const auto line = declining(what); !line.empty()) {
    decline(disturbances_, line, effect_.from_s, effect_.until_s);
    return course_.note(results::CourseKind::effect_ends, index_);
  }
  disturbances_.begin(what);
  sg::this_actor::sleep_until(effect_.until_s);
  course_.note(results::CourseKind::effect_ends, index_);
  disturbances_.end(what);
}

void RegistrationStorm::operator()() {
  std::vector<Declining> effects;
  if (what_.probability > 0)
    effects.emplace_back(scenarios::Blocking{what_.component, what_.probability});
  if (!what_.groups.empty())
    effects.emplace_back(scenarios::SlowerHandling{what_.groups, what_.factor});
  const double now_s = sg::Engine::get_clock();
  decline(disturbances_, effects, now_s, now_s + lasts_s_);
}

}  // namespace sim
