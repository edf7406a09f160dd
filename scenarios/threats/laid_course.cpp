#include "scenarios/threats/laid_course.hpp"

#include <iterator>
#include <utility>

#include "scenarios/threats/drawn_threat.hpp"

namespace scenarios {

LaidCourse::LaidCourse(Background background, models::Node threats, std::optional<double> at_s,
                       std::shared_ptr<const models::Draft> draft)
    : background_(std::move(background)),
      threats_(std::move(threats)),
      at_s_(at_s),
      draft_(std::move(draft)) {
  background_.scenario.inputs.clear();  // texts that every replication would copy
}

Scenario LaidCourse::at(const models::ReplicationKey& key) const {
  models::Reading reading;
  Scenario out = read_at(key, reading);
  reading.problems.throw_if_any();
  return out;
}

double LaidCourse::onset_s(const models::ReplicationKey& key) const {
  const Window& window = background_.scenario.window;
  const double u = models::uniform(key, models::Purpose::effect, {models::name_of("onset"), 2, 0});
  return at_s_.value_or(window.warm_up_s + u * (window.end_s - window.warm_up_s));
}

double LaidCourse::longest_left_s() const {
  const Window& window = background_.scenario.window;
  return window.end_s - at_s_.value_or(window.warm_up_s);
}

Scenario LaidCourse::read_at(const models::ReplicationKey& key, models::Reading& reading) const {
  Scenario out =
      background_.drawn ? background_.drawn->read_at(key, reading) : background_.scenario;
  for (Threat& threat : out.threats)
    threat.background = true;
  const double at_s = onset_s(key), left_s = out.window.end_s - at_s;
  const std::size_t problems = reading.problems.all().size();
  const DrawnSection drawn =
      draw_section(models::Place(threats_, "threats", reading), *draft_, key, {at_s, {}});
  if (drawn.longest_s > left_s)
    out.window.capped_s = left_s;
  if (reading.problems.all().size() > problems)  // they would be said of each effect again
    return out;
  std::vector<Threat> laid =
      threats_of(drawn, *draft_, {draft_->calendar.get(), out.window.start, {}},
                 out.window.end_s + out.window.drain_s + 1, reading);
  std::move(laid.begin(), laid.end(), std::back_inserter(out.threats));
  return out;
}

}  // namespace scenarios
