#pragma once

#include <optional>

#include "sim/effects/at_work.hpp"

namespace sim {

/// Everybody registers again once the component works again: whoever starts the storm asks here.
template <>
class AtWork<scenarios::Reregistration> : public NoSources {
public:
  explicit AtWork(const Parts& parts) : exchange_(parts.exchange) {}

  void begin(const scenarios::Reregistration& effect) { at_work_.push_back({&effect, {}}); }
  void end(const scenarios::Reregistration& effect) {
    for (auto& row : at_work_)
      if (row.effect == &effect)
        row.ended_s = exchange_.now_s();
  }
  /// Whoever registers again now that the component works again. What comes back in the very
  /// instant in which the effect ends still counts.
  std::vector<const scenarios::Reregistration*> after_return_of(
      models::Id<models::Component> component) const {
    std::vector<const scenarios::Reregistration*> out;
    for (const auto& [effect, ended_s] : at_work_)
      if (effect->component == component && (!ended_s || *ended_s >= exchange_.now_s()))
        out.push_back(effect);
    return out;
  }

private:
  struct Row {
    const scenarios::Reregistration* effect;
    std::optional<double> ended_s;
  };

  CallExchange& exchange_;
  std::vector<Row> at_work_;
};

}  // namespace sim
