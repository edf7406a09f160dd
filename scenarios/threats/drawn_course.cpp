#include "scenarios/threats/drawn_course.hpp"

#include <algorithm>
#include <limits>

#include "models/chance/whole.hpp"
#include "models/text/read_values.hpp"
#include "scenarios/attack/read_attack.hpp"
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
                         std::shared_ptr<const models::Draft> draft)
    : frame_(std::move(frame)),
      threats_(std::move(threats)),
      onset_(onset),
      draft_(std::move(draft)) {
  frame_.inputs.clear();  // texts that every replication would copy
}

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
        with_places_drawn(Place(threat.value, threat.key, reading), {*draft_, key, threat.key});
  const Clock clock{draft_->calendar.get(), out.window.start, out.window.end_s};
  out.threats = read_threats(Place(plain, "threats", reading), *draft_, clock);
  return out;
}

Scenario DrawnCourse::with_times_drawn(const models::ReplicationKey& key,
                                       models::Reading& reading) const {
  Scenario out = frame_;
  const std::size_t problems = reading.problems.all().size();
  const auto& calendar = *draft_->calendar;
  const models::UtcSeconds begin = onset_->at(key, calendar);
  const DrawnSection drawn =
      draw_section(Place(threats_, "threats", reading), *draft_, key, {onset_s(), begin});
  const double before_s = onset_s() - (drawn.race ? drawn.race->access_to_onset_s : 0);
  out.window.start = begin - models::nearest<models::UtcSeconds>(before_s);
  set_end(out.window, drawn);
  if (drawn.race)
    for (AttackMoment moment : drawn.race->moments) {
      moment.t_s += before_s;
      out.attack.push_back(std::move(moment));
    }
  if (reading.problems.all().size() > problems)  // they would be said of each effect again
    return out;
  out.threats = threats_of(drawn, *draft_, {&calendar, out.window.start, {}},
                           out.window.end_s + out.window.drain_s + 1, reading);
  return out;
}

std::optional<NamedAttack> DrawnCourse::attack() const {
  for (const Node::Entry& threat : threats_.entries)
    if (const Node* const attack = threat.value.find("attack"); attack != nullptr && onset_) {
      models::Reading reading;
      AttackInWorld read =
          read_attack(Place(*attack, "threats." + threat.key + ".attack", reading), *draft_);
      reading.problems.throw_if_any();
      return NamedAttack{threat.key, std::move(read.attack), *onset_};
    }
  return {};
}

void DrawnCourse::set_end(Window& window, const DrawnSection& drawn) const {
  const double least_s = drawn.race ? drawn.longest_s : drawn.longest_s + afterwards_s;
  const double most_s = drawn.race ? drawn.race->window_s : longest_window_s;
  window.end_s = onset_s() + (drawn.race ? most_s : std::min(least_s, most_s));
  if (least_s > most_s)
    window.capped_s = most_s;
}

double DrawnCourse::longest_s() const {
  return onset_ ? onset_s() + attack_window_s(threats_).value_or(longest_window_s)
                : frame_.window.end_s;
}

}  // namespace scenarios
