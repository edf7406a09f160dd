#include "scenarios/threats/drawn_course.hpp"

#include <algorithm>
#include <limits>

#include "models/chance/whole.hpp"
#include "models/text/read_values.hpp"
#include "scenarios/effects/read_effects.hpp"
#include "scenarios/threats/drawn_threat.hpp"
#include "scenarios/threats/lots.hpp"

namespace scenarios {

using models::Node;
using models::Place;

namespace {

constexpr double afterwards_s = 6 * models::hour_s, longest_window_s = 7 * models::day_s;

}  // namespace

DrawnCourse::DrawnCourse(Scenario frame, Node threats, std::optional<Onset> onset,
                         models::Draft draft)
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
  return onset_ ? with_times_drawn(key, reading) : with_names_drawn(key, reading);
}

Scenario DrawnCourse::with_names_drawn(const models::ReplicationKey& key,
                                       models::Reading& reading) const {
  Scenario out = frame_;
  Node plain = threats_;
  for (Node::Entry& threat : plain.entries)
    threat.value =
        with_places_drawn(Place(threat.value, threat.key, reading), {draft_, key, threat.key});
  const Clock clock{draft_.calendar.get(), out.window.start, out.window.end_s};
  out.threats = read_threats(Place(plain, "threats", reading), draft_, clock);
  return out;
}

Scenario DrawnCourse::with_times_drawn(const models::ReplicationKey& key,
                                       models::Reading& reading) const {
  Scenario out = frame_;
  const Place section(threats_, "threats", reading);
  Node plain = threats_;
  std::vector<bool> happens;
  double longest_s = 0;
  const std::size_t problems = reading.problems.all().size();
  plain.entries.clear();
  for (const models::Named& threat : named(section)) {
    auto drawn = draw_threat(threat.id, threat.place, draft_, key, onset_s());
    longest_s = std::max(longest_s, drawn.duration_s);
    happens.insert(happens.end(), drawn.happens.begin(), drawn.happens.end());
    plain.entries.push_back({threat.id, threat.mark, std::move(drawn.threat)});
  }
  out.window.end_s = onset_s() + std::min(longest_s + afterwards_s, longest_window_s);
  if (longest_s + afterwards_s > longest_window_s)
    out.window.capped_s = longest_window_s;
  const auto& calendar = *draft_.calendar;
  out.window.start = onset_->at(key, calendar) - models::nearest<models::UtcSeconds>(onset_s());
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

double DrawnCourse::longest_s() const {
  return onset_ ? onset_s() + longest_window_s : frame_.window.end_s;
}

}  // namespace scenarios
