#include "sim/people/staff_desk.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <set>

#include "models/chance/whole.hpp"

namespace sim {

namespace {
constexpr int week_s = 7 * 86400;
}

StaffDesk::StaffDesk(const models::World& world, const models::ReplicationKey& key,
                     const Start& start, CallExchange& exchange, Course& course)
    : world_(&world),
      key_(key),
      start_(start.utc),
      exchange_(exchange),
      course_(course),
      calendar_(start.calendar),
      people_(world.groups.size()) {
  read_world();
}

void StaffDesk::go_by(const models::World& world) {
  world_ = &world;
  read_world();
}

void StaffDesk::read_world() {
  std::set<int> steps;
  // A roster without shifts is drawn once a week.
  for (const auto& group : world_->groups) {
    const bool is_drawn = world_->understaffing.probability > 0 || !group.is_all_free();
    if (group.roster.steps.size() > 1 || is_drawn)
      for (const auto& step : group.roster.steps)
        steps.insert(step.second_of_week);
  }
  steps_.assign(steps.begin(), steps.end());
  callers_in_.clear();
  for (const auto group : world_->groups.ids())
    if (world_->groups[group].call_in)
      callers_in_.push_back(group);
}

double StaffDesk::next_step_s(double now_s) const {
  if (steps_.empty())
    return std::numeric_limits<double>::infinity();
  const models::UtcSeconds utc = start_ + static_cast<models::UtcSeconds>(std::floor(now_s));
  const int second = calendar_.second_of_week(utc);
  const auto next = std::upper_bound(steps_.begin(), steps_.end(), second);
  const int target = next == steps_.end() ? steps_.front() : *next;
  int ahead = (target - second + week_s) % week_s;
  if (ahead == 0)
    ahead = week_s;
  // When the clock changes in between, the rosters are looked at again right then.
  if (clock_s(utc + ahead) != clock_s(utc))
    ahead = seconds_to_change(utc, ahead);
  return static_cast<double>(utc - start_) + ahead;
}

/// What the local clock shows more than UTC does, within a week.
int StaffDesk::clock_s(models::UtcSeconds utc) const {
  const auto shown = (calendar_.second_of_week(utc) - utc) % week_s;
  return static_cast<int>((shown + week_s) % week_s);
}

/// Seconds until the local clock is set forward or back, which it is within `ahead`.
int StaffDesk::seconds_to_change(models::UtcSeconds utc, int ahead) const {
  int before = 0, after = ahead;
  while (after - before > 1) {
    const int middle = before + (after - before) / 2;
    (clock_s(utc + middle) == clock_s(utc) ? before : after) = middle;
  }
  return after;
}

void StaffDesk::follow_rosters(const IsInTakeover& in_takeover) {
  const models::UtcSeconds utc =
      start_ + static_cast<models::UtcSeconds>(std::llround(exchange_.now_s()));
  const int second = calendar_.second_of_week(utc);
  for (const auto group : world_->groups.ids()) {
    const int staff = world_->groups[group].roster.at(second);
    People& people = people_[group];
    const int before = exchange_.on_duty(group);
    people.rostered = free_of_shift(group, staff, utc);
    apply(group);
    const bool matters = in_takeover(world_->groups[group].centre) || !people.effects.empty() ||
                         people.guests > 0 || people.called_in > 0;
    if (matters && exchange_.on_duty(group) != before)
      course_.note(results::CourseKind::shift_change, group.index, 0, exchange_.on_duty(group));
  }
}

/// A shift may be short of people, and of those who are there some are at other tasks: one draw for
/// each step of a group's roster. What is left of it is rounded by chance, so that its mean is kept
/// in small groups too.
int StaffDesk::free_of_shift(GroupId group, int staff, models::UtcSeconds utc) const {
  const auto& rule = world_->understaffing;
  const models::AgentGroup& row = world_->groups[group];
  if (rule.probability <= 0 && row.is_all_free())
    return staff;
  const auto u = models::uniforms(
      key_, models::Purpose::understaffing,
      {models::name_of(row.id), static_cast<std::uint64_t>(shift_began_s(group, utc)), 0});
  const double present = staff * row.people * (u[0] < rule.probability ? 1 - rule.cut : 1);
  const double left = row.free_of(present);
  const int whole = models::whole_below<int>(left);
  return u[1] < left - whole ? whole + 1 : whole;
}

/// When the group's shift of the moment began, on the local clock: it names the shift, and is the
/// same before and after a change to summer time.
models::UtcSeconds StaffDesk::shift_began_s(GroupId group, models::UtcSeconds utc) const {
  const auto& steps = world_->groups[group].roster.steps;
  const int second = calendar_.second_of_week(utc);
  const auto next =
      std::ranges::upper_bound(steps, second, {}, &models::Roster::Step::second_of_week);
  const int since = next == steps.begin() ? steps.back().second_of_week - week_s
                                          : std::prev(next)->second_of_week;
  return utc + clock_s(utc) - (second - since);
}

void StaffDesk::apply(GroupId group) {
  const People& people = people_[group];
  double staff = people.rostered;
  for (const auto* effect : people.effects)
    if (effect->staff)
      staff = *effect->staff;
  for (const auto* effect : people.effects)
    if (!effect->staff)
      staff *= effect->factor;
  const int on_duty = models::nearest(staff) + people.called_in + people.guests;
  exchange_.set_on_duty(group, std::min(on_duty, world_->groups[group].desks));
}

void StaffDesk::begin(const scenarios::Staffing& effect) {
  for (const auto group : effect.groups) {
    people_[group].effects.push_back(&effect);
    apply(group);
  }
}

void StaffDesk::end(const scenarios::Staffing& effect) {
  for (const auto group : effect.groups) {
    std::erase(people_[group].effects, &effect);
    apply(group);
  }
}

void StaffDesk::add_guests(GroupId group, int people) {
  people_[group].guests += people;
  apply(group);
}

void StaffDesk::look_at_wallboard() {
  for (const auto group : callers_in_)
    look_at(group);
}

void StaffDesk::look_at(GroupId group) {
  const auto& rule = *world_->groups[group].call_in;
  People& people = people_[group];
  const double now_s = exchange_.now_s();
  const bool busy = exchange_.waiting(group) >= static_cast<std::uint32_t>(rule.waiting);
  if (busy)
    people.quiet_since_s = now_s;
  if (!people.call_in_since_s) {
    if (!busy || people.call_in_blocks > 0)
      return;
    people.call_in_since_s = now_s;
    course_.note(results::CourseKind::overloaded, group.index, 0, exchange_.waiting(group));
    return;
  }
  if (now_s - people.quiet_since_s >= rule.stand_down_s) {
    people.call_in_since_s.reset();
    course_.note(results::CourseKind::stand_down, group.index, 0, people.called_in);
    people.called_in = 0;
    return apply(group);
  }
  int called = 0;
  for (const auto& step : rule.steps)
    if (now_s - *people.call_in_since_s >= step.after_s)
      called += step.staff;
  if (called == people.called_in)
    return;
  course_.note(results::CourseKind::call_in, group.index, 0, called - people.called_in);
  people.called_in = called;
  apply(group);
}

}  // namespace sim
