#include <algorithm>

#include <fmt/format.h>

#include "models/world/draft.hpp"

namespace models {

namespace {

/// Depth-first walk over the needs; a component met again on the way down closes a circle.
class Walk {
public:
  Walk(const Draft& draft, Reading& reading)
      : draft_(draft), reading_(reading), state_(draft.world.components.size()) {}

  void visit(Id<Component> id) {
    if (state_[id] == State::done)
      return;
    if (state_[id] == State::on_the_way)
      return report(id);
    state_[id] = State::on_the_way;
    way_.push_back(id);
    const Component& component = draft_.world.components[id];
    follow(component.needs);
    // A standby that its own primary needs would start and stop for ever.
    if (component.standby && component.standby->primary && component.standby->primary != id)
      visit(component.standby->primary);
    way_.pop_back();
    state_[id] = State::done;
  }

private:
  enum class State { fresh, on_the_way, done };

  void follow(const Needs& needs) {
    if (needs.component)
      visit(needs.component);
    for (const Needs& part : needs.of)
      follow(part);
  }
  void report(Id<Component> id) {
    std::string circle;
    for (auto at = std::find(way_.begin(), way_.end(), id); at != way_.end(); ++at)
      circle += draft_.world.components[*at].id + " -> ";
    reading_.problems.add(
        draft_.component_marks[id],
        fmt::format("needs lead in a circle: {}{}", circle, draft_.world.components[id].id));
  }

  const Draft& draft_;
  Reading& reading_;
  Table<Component, State> state_;
  std::vector<Id<Component>> way_;
};

}  // namespace

void refuse_circles(const Draft& draft, Reading& reading) {
  Walk walk(draft, reading);
  for (const auto id : draft.world.components.ids())
    walk.visit(id);
}

}  // namespace models
