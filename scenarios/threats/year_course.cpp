#include "scenarios/threats/year_course.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <boost/math/distributions/poisson.hpp>
#include <cmath>

#include "scenarios/effects/read_effects.hpp"
#include "scenarios/threats/drawn_threat.hpp"

namespace scenarios {

using models::Node;
using models::Place;

namespace {

struct Event {
  Threat threat;
  double duration_s = 0;
};

double horizon_s(const Scenario& frame) {
  return frame.window.end_s + frame.window.drain_s;
}

/// One event with everything drawn; effects that do not happen begin when all is over.
Event event_of(const YearPeril& peril, const std::string& id, double at_s,
               const models::Draft& draft, const models::ReplicationKey& key, const Scenario& frame,
               models::Reading& reading) {
  DrawnThreat drawn =
      draw_threat(id, Place(peril.course, "threats." + id, reading), draft, key, {at_s, {}});
  Node section;
  section.type = Node::Type::map;
  section.mark = peril.course.mark;
  section.entries.push_back({id, peril.course.mark, std::move(drawn.threat)});
  const Clock clock{draft.calendar.get(), frame.window.start, {}, true};
  Event out;
  out.duration_s = drawn.duration_s;
  if (!reading.problems.empty())
    return out;
  auto read = read_threats(Place(section, "threats", reading), draft, clock);
  if (read.empty())
    return out;
  out.threat = std::move(read.front());
  for (std::size_t i = 0; i < out.threat.effects.size() && i < drawn.happens.size(); ++i)
    if (!drawn.happens[i])
      out.threat.effects[i].from_s = horizon_s(frame);
  return out;
}

/// How often it strikes in this year.
std::uint64_t number_of_events(const YearPeril& peril, const models::ReplicationKey& key) {
  const auto u =
      models::uniforms(key, models::Purpose::year_of_threat, {models::name_of(peril.threat), 0, 0});
  const double rate = peril.per_year.at(u[0]);
  std::uint64_t n = 0;
  for (double sum = boost::math::pdf(boost::math::poisson(rate), 0.0); u[1] > sum && n < 10000;) {
    ++n;
    sum += boost::math::pdf(boost::math::poisson(rate), static_cast<double>(n));
  }
  return n;
}

}  // namespace

YearCourse::YearCourse(Scenario frame, std::vector<YearPeril> perils, models::Draft draft)
    : frame_(std::move(frame)), perils_(std::move(perils)), draft_(std::move(draft)) {
  frame_.inputs.clear();  // texts that every replication would copy
  std::uint32_t row = 0;
  for (const Threat& threat : frame_.threats) {
    first_rows_.push_back(row);
    row += static_cast<std::uint32_t>(threat.effects.size());
  }
}

std::vector<Threat> YearCourse::examples(const Scenario& frame,
                                         const std::vector<YearPeril>& perils,
                                         const models::Draft& draft, models::Reading& reading) {
  std::vector<Threat> out;
  for (const YearPeril& peril : perils)
    out.push_back(
        event_of(peril, peril.id, frame.window.warm_up_s, draft, {}, frame, reading).threat);
  return out;
}

Scenario YearCourse::at(const models::ReplicationKey& key) const {
  models::Reading reading;
  Scenario out = frame_;
  for (std::size_t peril = 0; peril < perils_.size(); ++peril) {
    out.threats[peril].effects.clear();
    strike(out, peril, key, reading);
  }
  reading.problems.throw_if_any();
  std::sort(out.strikes.begin(), out.strikes.end(),
            [](const Strike& a, const Strike& b) { return a.at_s < b.at_s; });
  return out;
}

void YearCourse::strike(Scenario& out, std::size_t peril, const models::ReplicationKey& key,
                        models::Reading& reading) const {
  const YearPeril& what = perils_[peril];
  const auto rows = static_cast<std::uint32_t>(frame_.threats[peril].effects.size());
  const std::uint64_t n = what.yearly_s ? 1 : number_of_events(what, key);
  for (std::uint64_t i = 1; i <= n; ++i) {
    const double u =
        models::uniform(key, models::Purpose::year_of_threat, {models::name_of(what.threat), i, 0});
    const double since_begin_s =
        what.yearly_s.value_or(u * (frame_.window.end_s - frame_.window.warm_up_s));
    const double at_s = frame_.window.warm_up_s + since_begin_s;
    const std::string id = i == 1 ? what.id : fmt::format("{}_{}", what.id, i);
    Event event = event_of(what, id, at_s, draft_, key, frame_, reading);
    out.strikes.push_back({at_s, event.duration_s, first_rows_[peril]});
    for (std::uint32_t row = 0; row < event.threat.effects.size(); ++row) {
      Effect& effect = event.threat.effects[row];
      // A target drawn of another size may have more effects than the example had.
      effect.row = first_rows_[peril] + std::min(row, rows - 1);
      if (effect.from_s < horizon_s(frame_))
        out.threats[peril].effects.push_back(std::move(effect));
    }
  }
}

}  // namespace scenarios
