#pragma once

#include <array>
#include <optional>

#include "sim/effects/at_work.hpp"

namespace sim {

/// Takeover orders go to an old number until somebody finds out.
template <>
class AtWork<scenarios::StaleNumbers> : public NoSources {
public:
  explicit AtWork(const Parts&) {}

  void begin(const scenarios::StaleNumbers& effect) { at_work_.push_back({&effect, {}}); }
  void end(const scenarios::StaleNumbers& effect) {
    std::erase_if(at_work_, [&](const OldNumber& row) { return row.effect == &effect; });
  }
  /// Seconds until somebody finds out that an order for the centre went to an old number. Nothing
  /// when the number is right, or was put right before. `u` is the episode's uniforms for it.
  std::optional<double> found_out_s(models::Id<models::Centre> centre,
                                    const std::array<double, 4>& u) {
    for (auto& row : at_work_) {
      if (!hits(row.effect->centres, centre) || hits(row.put_right, centre))
        continue;
      row.put_right.push_back(centre);
      if (u[0] < row.effect->probability)
        return models::quantile(row.effect->found_after_s, u[1]);
    }
    return {};
  }

private:
  struct OldNumber {
    const scenarios::StaleNumbers* effect;
    std::vector<models::Id<models::Centre>> put_right;
  };

  std::vector<OldNumber> at_work_;
};

}  // namespace sim
