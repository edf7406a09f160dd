#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace sim {

/// Tokens are compared in so many bits; a stale event would have to outlive 2^29 states of a slot.
inline constexpr std::uint32_t token_mask = (1u << 29) - 1;

enum class EventKind : std::uint8_t {
  service_ends,
  patience_ends,
  overflow_due,
  transfer_arrives,
  redial,
  channel_contact
};

/// Something that will happen to the call in `slot`, unless the call has moved on: then its token
/// is no longer this one and the event is stale. 16 bytes, so that four share a cache line.
struct Event {
  std::uint64_t time_bits;  ///< of a double that is not negative: they order as the double does
  std::uint64_t rest;       ///< slot, token, kind

  Event(double t_s, std::uint32_t slot, std::uint32_t token, EventKind kind)
      : time_bits(std::bit_cast<std::uint64_t>(t_s)),
        rest((std::uint64_t{slot} << 32) | (token << 3) | static_cast<std::uint32_t>(kind)) {}

  double t_s() const { return std::bit_cast<double>(time_bits); }
  std::uint32_t slot() const { return static_cast<std::uint32_t>(rest >> 32); }
  std::uint32_t token() const { return static_cast<std::uint32_t>(rest) >> 3; }
  EventKind kind() const { return static_cast<EventKind>(rest & 7); }
};
static_assert(sizeof(Event) == 16);

/// Four-ary min-heap by time: flatter than a binary one, so fewer cache misses per pop. Equal times
/// go by slot, then by token.
class EventHeap {
public:
  bool empty() const { return events_.empty(); }
  std::size_t size() const { return events_.size(); }
  const Event& top() const { return events_.front(); }

  void push(double t_s, std::uint32_t slot, std::uint32_t token, EventKind kind) {
    events_.emplace_back(t_s, slot, token, kind);
    sift_up(events_.size() - 1);
  }

  Event pop() {
    const Event first = events_.front();
    const Event last = events_.back();
    events_.pop_back();
    if (!events_.empty())
      sift_down(last);
    return first;
  }

private:
  /// One comparison of 128 bits: no branch to guess wrong, which is most of what a pop costs.
  static bool before(const Event& a, const Event& b) {
    __extension__ using Wide = unsigned __int128;
    return ((Wide{a.time_bits} << 64) | a.rest) < ((Wide{b.time_bits} << 64) | b.rest);
  }

  void sift_up(std::size_t hole) {
    const Event moved = events_[hole];
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (!before(moved, events_[parent]))
        break;
      events_[hole] = events_[parent];
      hole = parent;
    }
    events_[hole] = moved;
  }

  std::size_t least_of(std::size_t child, std::size_t size) const {
    if (child + 4 <= size) {
      const std::size_t left = child + before(events_[child + 1], events_[child]);
      const std::size_t right = child + 2 + before(events_[child + 3], events_[child + 2]);
      return before(events_[right], events_[left]) ? right : left;
    }
    std::size_t least = child;
    for (std::size_t other = child + 1; other < size; ++other)
      least = before(events_[other], events_[least]) ? other : least;
    return least;
  }

  void sift_down(const Event& moved) {
    const std::size_t size = events_.size();
    std::size_t hole = 0;
    for (std::size_t child = 1; child < size; child = 4 * hole + 1) {
      const std::size_t least = least_of(child, size);
      if (!before(events_[least], moved))
        break;
      events_[hole] = events_[least];
      hole = least;
    }
    events_[hole] = moved;
  }

  std::vector<Event> events_;
};

}  // namespace sim
