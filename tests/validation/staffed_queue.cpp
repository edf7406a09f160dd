#include "tests/validation/staffed_queue.hpp"

#include <algorithm>
#include <utility>

namespace validation {

StaffedQueue::StaffedQueue(const StaffedQueueRates& rates, int most_talking, int most_waiting,
                           TooFewStaff too_few)
    : rates_(rates),
      most_talking_(most_talking),
      most_waiting_(most_waiting),
      too_few_(too_few),
      probability_((most_talking + 1) * (most_waiting + 1), 0.0) {
  probability_[state(0, 0)] = 1;
}

std::size_t StaffedQueue::state(int talking, int waiting) const {
  return static_cast<std::size_t>(talking * (most_waiting_ + 1) + waiting);
}
int StaffedQueue::talking_in(std::size_t state) const {
  return static_cast<int>(state) / (most_waiting_ + 1);
}
int StaffedQueue::waiting_in(std::size_t state) const {
  return static_cast<int>(state) % (most_waiting_ + 1);
}

/// Puts the probability of every (talking, waiting) where `map` says that state goes at once.
template <class Map>
void StaffedQueue::move(Map map) {
  std::vector<double> moved(probability_.size(), 0.0);
  for (std::size_t s = 0; s < probability_.size(); ++s) {
    const auto [talking, waiting] = map(talking_in(s), waiting_in(s));
    moved[state(talking, std::min(waiting, most_waiting_))] += probability_[s];
  }
  probability_ = std::move(moved);
}

void StaffedQueue::set_staff(int staff) {
  staff_ = staff;
  if (too_few_ == TooFewStaff::hand_over) {
    const double before = talking();
    move([&](int talking, int waiting) {
      const int too_many = std::max(0, talking - staff);
      return std::pair(talking - too_many, waiting + too_many);
    });
    handed_over_ += before - talking();
  }
  move([&](int talking, int waiting) {
    const int taken = std::clamp(staff - talking, 0, waiting);
    return std::pair(talking + taken, waiting - taken);
  });
}

void StaffedQueue::cut_connected() {
  cut_ += talking();
  move([](int, int waiting) { return std::pair(0, waiting); });
}

void StaffedQueue::cut_waiting() {
  cut_ += waiting();
  move([](int talking, int) { return std::pair(talking, 0); });
}

/// Somebody leaves: a call ends, or a caller's patience.
void StaffedQueue::leave(MarkovChain& chain, int talking, int waiting) const {
  const std::size_t from = state(talking, waiting);
  const bool next_one = waiting > 0 && talking <= staff_;
  if (talking > 0)
    chain.go(from, next_one ? state(talking, waiting - 1) : state(talking - 1, waiting),
             talking / rates_.handling_s);
  if (waiting > 0)
    chain.go(from, state(talking, waiting - 1), waiting / rates_.patience_s);
}

MarkovChain StaffedQueue::chain() const {
  MarkovChain chain{probability_.size(), {}};
  for (int talking = 0; talking <= most_talking_; ++talking)
    for (int waiting = 0; waiting <= most_waiting_; ++waiting) {
      leave(chain, talking, waiting);
      if (talking < staff_)
        chain.go(state(talking, waiting), state(talking + 1, waiting), rates_.arrivals_per_s);
      else if (waiting < most_waiting_)
        chain.go(state(talking, waiting), state(talking, waiting + 1), rates_.arrivals_per_s);
    }
  return chain;
}

void StaffedQueue::run(double time_s) {
  const MarkovChain now = chain();
  Transient after = advance(now, std::move(probability_), time_s);
  probability_ = std::move(after.probability);
  for (std::size_t s = 0; s < probability_.size(); ++s)
    waiting_s_ += waiting_in(s) * after.occupancy_s[s];
}

void StaffedQueue::run_until_nobody_waits() {
  while (waiting() > 1e-9)
    run(rates_.patience_s);
}

double StaffedQueue::talking() const {
  double sum = 0;
  for (std::size_t s = 0; s < probability_.size(); ++s)
    sum += talking_in(s) * probability_[s];
  return sum;
}

double StaffedQueue::waiting() const {
  double sum = 0;
  for (std::size_t s = 0; s < probability_.size(); ++s)
    sum += waiting_in(s) * probability_[s];
  return sum;
}

}  // namespace validation
