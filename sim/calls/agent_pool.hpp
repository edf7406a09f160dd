#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "models/world/world.hpp"
#include "sim/calls/call.hpp"

namespace sim {

/// Calls that wait at one group. First come and priority: a list per priority level, threaded
/// through the calls. Random: a plain vector, a call's place in it stands in `next`. Whoever was
/// handed over in the middle of a conversation comes before all others, whatever the order.
class WaitingLine {
public:
  explicit WaitingLine(models::QueueOrder order) : order_(order) {}

  std::uint32_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  void enter(std::vector<Call>& calls, std::uint32_t slot) {
    ++size_;
    Call& call = calls[slot];
    if (is_among_any(call)) {
      call.next = static_cast<std::uint32_t>(any_.size());
      any_.push_back(slot);
      return;
    }
    List& list = list_of(call);
    call.next = no_slot;
    call.previous = list.last;
    (list.last == no_slot ? list.first : calls[list.last].next) = slot;
    list.last = slot;
  }

  void leave(std::vector<Call>& calls, std::uint32_t slot) {
    --size_;
    Call& call = calls[slot];
    if (is_among_any(call)) {
      any_[call.next] = any_.back();
      calls[any_.back()].next = call.next;
      any_.pop_back();
      return;
    }
    List& list = list_of(call);
    (call.previous == no_slot ? list.first : calls[call.previous].next) = call.next;
    (call.next == no_slot ? list.last : calls[call.next].previous) = call.previous;
  }

  /// The call to serve next; `u` decides for a random order. Not empty.
  std::uint32_t pick(double u) const {
    if (lists_.front().first == no_slot && is_random())
      return any_[static_cast<std::size_t>(u * static_cast<double>(any_.size()))];
    for (const List& list : lists_)
      if (list.first != no_slot)
        return list.first;
    return no_slot;
  }

  bool is_random() const { return order_ == models::QueueOrder::random; }

private:
  struct List {
    std::uint32_t first = no_slot, last = no_slot;
  };
  bool is_among_any(const Call& call) const { return is_random() && call.handed_over == 0; }
  List& list_of(const Call& call) {
    if (call.handed_over > 0)
      return lists_.front();
    return lists_[order_ == models::QueueOrder::priority ? 1u + call.priority : 1u];
  }

  models::QueueOrder order_;
  std::array<List, 4> lists_;  // the first of those who were handed over
  std::vector<std::uint32_t> any_;
  std::uint32_t size_ = 0;
};

/// In place of a group where nobody serves.
inline constexpr std::uint16_t no_group = std::numeric_limits<std::uint16_t>::max();

/// State of one agent group: people on duty, who is busy, who waits, and what was counted.
struct AgentPool {
  explicit AgentPool(models::QueueOrder order) : line(order) {}

  int on_duty = 0;  ///< min(desks, roster); who finishes a call after the shift is not in it
  int busy = 0;
  bool stopped = false;  ///< the centre cannot answer here
  bool caller_on_line = true;
  std::uint16_t centre = 0, stage = 0, place = 0;
  double slow = 1;  ///< factor on handling, of lost functions and effects
  double transfer_extra_s = 0;
  double blocking = 0;         ///< probability per attempt
  double blocked_callers = 0;  ///< share of the callers, the same ones at each attempt
  bool grey = false;           ///< one of the two is not 0
  double astray = 0;
  bool blocks_arriving = false, picture_hidden = false, keeps_dispatch_home = false;
  WaitingLine line;
  std::uint64_t picks = 0;

  double duty_since_s = 0, short_since_s = -1;

  bool has_free() const { return busy < on_duty && !stopped; }
};

}  // namespace sim
