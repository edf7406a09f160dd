#include "analysis/measures/losses.hpp"

#include <cmath>

namespace analysis {

bool is_answered_elsewhere(const results::Loss& loss) {
  return std::isfinite(loss.elsewhere_s) && 2 * loss.answered >= loss.sent;
}

Spell spell_of(const results::Loss& loss, double seen_until_s, std::uint64_t replication) {
  const auto spell = [&](LossEnd end, double at_s) {
    return Spell{at_s - loss.onset_s, static_cast<unsigned>(end), replication};
  };
  if (is_answered_elsewhere(loss))
    return spell(LossEnd::elsewhere, loss.elsewhere_s);
  if (std::isfinite(loss.repaired_s))
    return spell(LossEnd::repaired, loss.repaired_s);
  return spell(LossEnd::nobody_yet, seen_until_s);
}

}  // namespace analysis
