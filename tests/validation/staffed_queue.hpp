#pragma once

#include <cstddef>
#include <vector>

#include "tests/validation/markov_chain.hpp"

/// A queue with exponential handling and patience whose staff changes at fixed times: the chain of
/// (calls in conversation, calls waiting), solved in time from an empty start.
namespace validation {

struct StaffedQueueRates {
  double arrivals_per_s = 0;
  double handling_s = 1;
  double patience_s = 1;
};

/// What becomes of conversations when there are more of them than staff. Finish: they all go on.
/// Hand over: only as many as there is staff go on, the others wait again, with a patience like
/// anybody's, and are taken up first. What is left of an exponential conversation is as long as a
/// new one, so the chain need not tell those who wait again from the others.
enum class TooFewStaff { finish, hand_over };

class StaffedQueue {
public:
  /// Room for that many conversations and waiting calls.
  StaffedQueue(const StaffedQueueRates& rates, int most_talking, int most_waiting,
               TooFewStaff too_few = TooFewStaff::finish);

  /// New arrival rate; 0 closes the doors.
  void set_arrivals(double per_s) { rates_.arrivals_per_s = per_s; }
  /// This many on duty from now on; free ones take waiting calls.
  void set_staff(int staff);
  /// What stops: conversations, waiting calls. Adds to `cut`.
  void cut_connected();
  void cut_waiting();
  void run(double time_s);
  /// Until nobody waits any more, as far as double precision sees.
  void run_until_nobody_waits();

  double talking() const;
  double waiting() const;
  double waiting_s() const { return waiting_s_; }  ///< expected sum of all waits so far
  double abandoned() const { return waiting_s_ / rates_.patience_s; }
  double cut() const { return cut_; }
  double handed_over() const { return handed_over_; }  ///< conversations, so far

private:
  std::size_t state(int talking, int waiting) const;
  int talking_in(std::size_t state) const;
  int waiting_in(std::size_t state) const;
  MarkovChain chain() const;
  void leave(MarkovChain& chain, int talking, int waiting) const;
  template <class Map>
  void move(Map map);

  StaffedQueueRates rates_;
  int most_talking_, most_waiting_;
  TooFewStaff too_few_;
  int staff_ = 0;
  std::vector<double> probability_;
  double waiting_s_ = 0, cut_ = 0, handed_over_ = 0;
};

}  // namespace validation
