#include "scenarios/drawn_course.hpp"

#include <algorithm>
#include <limits>

#include "models/read_values.hpp"
#include "scenarios/drawn_threat.hpp"
#include "scenarios/read_effects.hpp"

namespace scenarios {

using models::Node;
using models::Place;

namespace {

constexpr double afterwards_s = 6 * models::hour_s, longest_window_s = 7 * models::day_s;

}  // namespace

DrawnCourse::DrawnCourse(Scenario frame, Node threats, Onset onset, models::Draft draft)
    : frame_(std::move(frame)),
      threats_(std::move(threats)),
      onset_(onset),
      draft_(std::move(draft)) {}

Scenario DrawnCourse::at(const models::ReplicationKey& key) const {
  models::Reading reading;
  Scenario out = read_at(key, reading);
  reading.problems.throw_if_any();
  return out;
}

Scenario DrawnCourse::read_at(const models::ReplicationKey& key, models::Reading& reading) const {
  Scenario out = frame_;
  const double onset_s = frame_.window.warm_up_s;
  const Place section(threats_, "threats", reading);
  Node plain = threats_;
  std::vector<bool> happens;
  double longest_s = 0;
  const std::size_t problems = reading.problems.all().size();
  plain.entries.clear();
  for (const models::Named& threat : named(section)) {
    auto drawn = draw_threat(threat.id, threat.place, draft_, key, onset_s);
    longest_s = std::max(longest_s, drawn.duration_s);
    happens.insert(happens.end(), drawn.happens.begin(), drawn.happens.end());
    plain.entries.push_back({threat.id, threat.mark, std::move(drawn.threat)});
  }
  out.window.end_s = onset_s + std::min(longest_s + afterwards_s, longest_window_s);
  const auto& calendar = *draft_.calendar;
  out.window.start =
      onset_.at(key, calendar) - static_cast<models::UtcSeconds>(frame_.window.warm_up_s);
  const Clock clock{&calendar, out.window.start, {}};
  if (reading.problems.all().size() > problems)
    return out;
  out.threats = read_threats(Place(plain, "threats", reading), draft_, clock);
  const double never_s = out.window.end_s + out.window.drain_s + 1;
  auto happening = happens.begin();
  for (Threat& threat : out.threats)
    for (Effect& effect : threat.effects)
      if (happening != happens.end() && !*happening++)
        effect.from_s = never_s;
  return out;
}

bool DrawnCourse::cut_off(const models::ReplicationKey& key) const {
  models::Reading reading;
  double longest_s = 0;
  for (const models::Named& threat : named(Place(threats_, "threats", reading)))
    longest_s = std::max(
        longest_s,
        draw_threat(threat.id, threat.place, draft_, key, frame_.window.warm_up_s).duration_s);
  return longest_s + afterwards_s > longest_window_s;
}

double DrawnCourse::longest_s() const {
  return frame_.window.warm_up_s + longest_window_s;
}

}  // namespace scenarios
