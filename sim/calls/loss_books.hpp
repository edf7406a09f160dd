#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "results/observations.hpp"

namespace sim {

/// The losses of the facts: by what a centre does at a stage for a discipline (a cell), since when
/// its own people cannot do it, and what others do in their place.
class LossBooks {
public:
  LossBooks(results::Facts& facts, std::size_t cells) : facts_(facts), last_(cells, none) {}

  bool is_open(std::size_t cell) const {
    return last_[cell] != none && std::isnan(facts_.losses[last_[cell]].repaired_s);
  }
  /// Nothing was lost so far.
  bool is_empty() const { return facts_.losses.empty(); }

  void open(std::size_t cell, const results::Loss& loss) {
    last_[cell] = facts_.losses.size();
    facts_.losses.push_back(loss);
  }
  void close(std::size_t cell, double now_s) { facts_.losses[last_[cell]].repaired_s = now_s; }
  /// Somebody on duty elsewhere receives the calls of an open loss.
  void receive(std::size_t cell, double now_s) {
    if (double& since_s = facts_.losses[last_[cell]].elsewhere_s; std::isnan(since_s))
      since_s = now_s;
  }
  void send(std::size_t cell) { ++facts_.losses[last_[cell]].sent; }
  /// Of somebody who was sent in the last loss, whether that is over or not.
  void answer(std::size_t cell) { ++facts_.losses[last_[cell]].answered; }

private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  results::Facts& facts_;
  std::vector<std::size_t> last_;  // row of the last loss of each cell
};

}  // namespace sim
