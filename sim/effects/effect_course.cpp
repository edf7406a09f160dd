#include "sim/effects/effect_course.hpp"

#include <type_traits>
#include <variant>
#include <vector>

namespace sim {

using scenarios::What;

namespace {

/// A straight line in so many steps, each as high as the line is in its middle: the same mean.
constexpr int steps = 20;

/// The kinds that can.
using Declining = std::variant<scenarios::Blocking, scenarios::SlowerHandling>;

void decline(Disturbances& disturbances, const Clock& clock, const std::vector<Declining>& effects,
             double from_s, double until_s) {
  for (int step = 0; step < steps; ++step) {
    std::vector<What> now;
    for (const Declining& effect : effects)
      now.push_back(std::visit(
          [&](const auto& what) -> What { return weaker(what, 1 - (step + 0.5) / steps); },
          effect));
    for (const What& what : now)
      disturbances.begin(what);
    clock.sleep_until(from_s + (until_s - from_s) * (step + 1) / steps);
    for (const What& what : now)
      disturbances.end(what);
  }
}

/// The effect, when it is one that declines.
std::vector<Declining> declining(const What& what) {
  return std::visit(
      []<class Effect>(const Effect& effect) -> std::vector<Declining> {
        if constexpr (std::is_constructible_v<Declining, Effect>)
          if (effect.declines)
            return {effect};
        return {};
      },
      what);
}

}  // namespace

void EffectCourse::operator()() {
  const What& what = effect_.effect->what;
  clock_.sleep_until(effect_.from_s);
  course_.note(results::CourseKind::effect_begins, index_);
  if (const auto line = declining(what); !line.empty()) {
    decline(disturbances_, clock_, line, effect_.from_s, effect_.until_s);
    return course_.note(results::CourseKind::effect_ends, index_);
  }
  disturbances_.begin(what);
  clock_.sleep_until(effect_.until_s);
  course_.note(results::CourseKind::effect_ends, index_);
  disturbances_.end(what);
}

void RegistrationStorm::operator()() {
  std::vector<Declining> effects;
  if (what_.probability > 0)
    effects.emplace_back(scenarios::Blocking{what_.component, what_.probability});
  if (!what_.groups.empty())
    effects.emplace_back(scenarios::SlowerHandling{what_.groups, what_.factor});
  const double now_s = clock_.now_s();
  decline(disturbances_, clock_, effects, now_s, now_s + lasts_s_);
}

}  // namespace sim
