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
  /// Of an open loss: somebody on duty elsewhere receives its calls, or did.
  bool is_received(std::size_t cell) const {
    return !std::isnan(facts_.losses[last_[cell]].elsewhere_s);
  }
  bool any_open() const { return open_ > 0; }

  void open(std::size_t cell, const results::Loss& loss) {
    last_[cell] = facts_.losses.size();
    facts_.losses.push_back(loss);
    ++open_;
  }
  void close(std::size_t cell, double now_s) {
    facts_.losses[last_[cell]].repaired_s = now_s;
    --open_;
  }
  /// Somebody on duty elsewhere receives the calls of an open loss.
  void receive(std::size_t cell, double now_s) { facts_.losses[last_[cell]].elsewhere_s = now_s; }
  /// Somebody at a stage (a place) is sent elsewhere in the open loss of the cell.
  void send(std::size_t cell, std::size_t place) {
    if (place >= sent_in_.size())
      sent_in_.resize(place + 1, none);
    sent_in_[place] = last_[cell];
    ++facts_.losses[last_[cell]].sent;
  }
  /// Whoever was sent from there is answered: it counts for the loss in which that was, also when
  /// it is over and the cell was lost again.
  void answer(std::size_t place) { ++facts_.losses[sent_in_[place]].answered; }

private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  results::Facts& facts_;
  std::size_t open_ = 0;
  std::vector<std::size_t> last_;     // row of the last loss of each cell
  std::vector<std::size_t> sent_in_;  // row of the loss in which somebody was sent, by place
};

}  // namespace sim
