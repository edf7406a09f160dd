#include "sim/systems/infrastructure.hpp"

#include <algorithm>

namespace sim {

using models::Needs;
using results::CourseKind;

Infrastructure::Infrastructure(const models::World& world, const models::ReplicationKey& key,
                               CallExchange& exchange, results::Facts& facts, Course& course)
    : world_(world),
      key_(key),
      exchange_(exchange),
      facts_(facts),
      course_(course),
      lost_(world.components.size()),
      blocking_{models::Table<models::Component, std::vector<double>>(world.components.size()),
                models::Table<models::Component, std::vector<double>>(world.components.size())},
      evacuations_(world.centres.size()),
      standby_(world.components.size(), Standby::off),
      standby_starts_(world.components.size(), 0),
      works_(world.components.size(), true),
      stopped_since_s_(world.components.size()),
      answers_(world.centres.size(), true),
      functions_(world.functions_at.size(), true) {}

void Infrastructure::start() {
  find_operable();
  update_functions();
  update_channels();
}

void Infrastructure::lose_units(ComponentId component, int units) {
  lost_[component] += units;
  update();
}

void Infrastructure::return_units(ComponentId component, int units) {
  lost_[component] -= units;
  update();
}

void Infrastructure::add_blocking(ComponentId component, Silent what, double share) {
  blocking_[static_cast<std::size_t>(what)][component].push_back(share);
  update_functions();
}

void Infrastructure::remove_blocking(ComponentId component, Silent what, double share) {
  auto& list = blocking_[static_cast<std::size_t>(what)][component];
  list.erase(std::find(list.begin(), list.end(), share));
  update_functions();
}

void Infrastructure::evacuate(CentreId centre, bool cut_connected) {
  ++evacuations_[centre].all;
  evacuations_[centre].cutting += cut_connected;
  update();
}

void Infrastructure::end_evacuation(CentreId centre, bool cut_connected) {
  --evacuations_[centre].all;
  evacuations_[centre].cutting -= cut_connected;
  update();
}

/// Components first, then functions and channels, then whoever listens.
void Infrastructure::update() {
  const auto before = works_;
  std::vector<Start> starting;
  do
    find_operable();
  while (call_standbys(starting));
  std::vector<ComponentId> changed;
  for (const auto component : world_.components.ids())
    if (works_[component] != before[component]) {
      changed.push_back(component);
      note_component(component);
    }
  const auto answered = answers_;
  update_functions();
  update_channels();
  for (const auto component : changed)
    if (on_component)
      on_component(component, works_[component]);
  for (const auto centre : world_.centres.ids())
    if (answers_[centre] != answered[centre] && on_centre)
      on_centre(centre, answers_[centre]);
  for (const auto& [component, number, start_s] : starting)
    if (on_standby)
      on_standby(component, number, start_s);
}

/// Standbys whose primary works go off, the others begin to start. True when one changed what
/// works at once.
bool Infrastructure::call_standbys(std::vector<Start>& starting) {
  bool changed = false;
  for (const auto id : world_.components.ids()) {
    const auto& standby = world_.components[id].standby;
    if (!standby)
      continue;
    if (works_[standby->primary]) {
      changed |= standby_[id] == Standby::running;
      standby_[id] = Standby::off;
      end_outage(id);
    } else if (standby_[id] == Standby::off) {
      const double u =
          models::uniform(key_, models::Purpose::standby,
                          {models::name_of(world_.components[id].id), ++standby_starts_[id], 0});
      const double start_s = models::quantile(standby->start_s, u);
      standby_[id] = Standby::starting;
      if (start_s > 0) {
        starting.push_back({id, standby_starts_[id], start_s});
      } else {
        finish_start(id);
        changed = true;
      }
    }
  }
  return changed;
}

void Infrastructure::finish_start(ComponentId component) {
  const double u = models::uniforms(
      key_, models::Purpose::standby,
      {models::name_of(world_.components[component].id), standby_starts_[component], 0})[1];
  const bool fails = u < world_.components[component].standby->start_fails;
  standby_[component] = fails ? Standby::failed : Standby::running;
  course_.note(fails ? CourseKind::standby_fails : CourseKind::standby_starts, component.index);
}

void Infrastructure::standby_ready(ComponentId component, std::uint32_t start) {
  if (standby_[component] != Standby::starting || standby_starts_[component] != start)
    return;
  finish_start(component);
  update();
}

/// Greatest fixed point: suppose that all is well, then take away what cannot be, until nothing
/// more falls.
void Infrastructure::find_operable() {
  for (const auto id : world_.components.ids()) {
    const auto& component = world_.components[id];
    works_[id] = component.n - std::clamp(lost_[id], 0, component.n) >= component.k &&
                 (!component.standby || standby_[id] == Standby::running);
  }
  for (bool falling = true; falling;) {
    falling = false;
    for (const auto id : world_.components.ids())
      if (works_[id] && !met(world_.components[id].needs)) {
        works_[id] = false;
        falling = true;
      }
  }
}

bool Infrastructure::met(const Needs& needs) const {
  if (needs.component)
    return works_[needs.component];
  return std::count_if(needs.of.begin(), needs.of.end(),
                       [this](const Needs& child) { return met(child); }) >= needs.k;
}

/// Approximation: calls are spread evenly over the alternatives that work, and nobody steers away
/// from a grey failure, because nobody sees it.
double Infrastructure::blocking_of(const Needs& needs, Silent what) const {
  if (needs.component)
    return blocking_of(needs.component, what);
  if (needs.of.empty())
    return 0;
  double passes = 1, sum = 0;
  int working = 0;
  for (const Needs& child : needs.of) {
    if (!met(child))
      continue;
    const double blocked = blocking_of(child, what);
    passes *= 1 - blocked;
    sum += blocked;
    ++working;
  }
  const bool all = static_cast<std::size_t>(needs.k) == needs.of.size();
  return all || working == 0 ? 1 - passes : sum / working;
}

double Infrastructure::blocking_of(ComponentId component, Silent what) const {
  double passes = 1 - blocking_of(world_.components[component].needs, what);
  for (const double share : blocking_[static_cast<std::size_t>(what)][component])
    passes *= 1 - share;
  return 1 - passes;
}

/// A standby that is off because its primary works is at rest: that is no outage.
void Infrastructure::note_component(ComponentId component) {
  const bool at_rest = world_.components[component].standby && standby_[component] == Standby::off;
  if (works_[component]) {
    end_outage(component);
    course_.note(CourseKind::component_works, component.index);
  } else {
    if (!at_rest)
      stopped_since_s_[component] = exchange_.now_s();
    course_.note(CourseKind::component_stops, component.index);
  }
}

void Infrastructure::end_outage(ComponentId component) {
  if (stopped_since_s_[component])
    facts_.outages.push_back({component.index, *stopped_since_s_[component], exchange_.now_s()});
  stopped_since_s_[component].reset();
}

void Infrastructure::apply(const models::LossEffect& effect, FunctionState& state) const {
  if (const auto* stops = std::get_if<models::Stops>(&effect)) {
    state.stopped = true;
    state.cuts_connected |= stops->cut_connected;
    state.cuts_waiting |= stops->cut_waiting;
    state.blocks_arriving |= stops->block_arriving;
  } else if (const auto* slows = std::get_if<models::Slows>(&effect)) {
    state.slow *= slows->factor;
  } else if (const auto* delays = std::get_if<models::DelaysTransfer>(&effect)) {
    state.transfer_extra_s += delays->delay_s;
  } else if (const auto* astray = std::get_if<models::SendsAstray>(&effect)) {
    state.astray = 1 - (1 - state.astray) * (1 - astray->probability);
  } else if (std::holds_alternative<models::HidesPicture>(effect)) {
    state.picture_hidden = true;
  } else {
    state.keeps_dispatch_home = true;
  }
}

void Infrastructure::update_functions() {
  std::vector<FunctionState> states(world_.centres.size() * world_.stages.size());
  models::Table<models::Centre, std::uint8_t> answers(world_.centres.size(), 1);
  for (std::size_t i = 0; i < world_.functions_at.size(); ++i) {
    const auto& at = world_.functions_at[i];
    const auto& function = world_.functions[at.function];
    const bool there = met(at.needs);
    if (there != functions_[i])
      course_.note(there ? CourseKind::function_back : CourseKind::function_lost, at.function.index,
                   at.centre.index);
    functions_[i] = there;
    auto& state = states[at.centre.index * world_.stages.size() + function.stage.index];
    const bool answering = std::any_of(
        function.when_lost.begin(), function.when_lost.end(),
        [](const auto& effect) { return std::holds_alternative<models::Stops>(effect); });
    if (answering) {
      state.blocking = std::max(state.blocking, blocking_of(at.needs, Silent::attempts));
      state.blocked_callers =
          std::max(state.blocked_callers, blocking_of(at.needs, Silent::callers));
    }
    if (there)
      continue;
    if (function.takeover)
      answers[at.centre] = false;
    for (const auto& effect : function.when_lost)
      apply(effect, state);
  }
  answers_ = answers;
  empty_rooms(states);
  for (const auto centre : world_.centres.ids())
    for (const auto stage : world_.stages.ids())
      exchange_.set_function_state(centre, stage,
                                   states[centre.index * world_.stages.size() + stage.index]);
}

/// Nobody is at an evacuated centre: whatever its functions can do, nobody answers.
void Infrastructure::empty_rooms(std::vector<FunctionState>& states) {
  for (const auto centre : world_.centres.ids()) {
    if (evacuations_[centre].all == 0)
      continue;
    answers_[centre] = false;
    for (const auto stage : world_.stages.ids()) {
      auto& state = states[centre.index * world_.stages.size() + stage.index];
      state.stopped = true;
      state.cuts_connected |= evacuations_[centre].cutting > 0;
    }
  }
}

void Infrastructure::update_channels() {
  for (std::size_t i = 0; i < world_.callers.channels.size(); ++i)
    exchange_.set_channel_works(i, met(world_.callers.channels[i].needs));
  for (std::size_t i = 0; i < world_.demand.other_work.size(); ++i)
    exchange_.set_work_arrives(i, met(world_.demand.other_work[i].needs));
}

void Infrastructure::finish(double end_s) {
  for (const auto component : world_.components.ids())
    if (stopped_since_s_[component])
      facts_.outages.push_back({component.index, *stopped_since_s_[component], end_s});
}

}  // namespace sim
