#pragma once

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
  double t_s;
  std::uint32_t slot;
  std::uint32_t code;  ///< token, then three bits of kind

  std::uint32_t token() const { return code >> 3; }
  EventKind kind() const { return static_cast<EventKind>(code & 7); }
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
    events_.push_back({t_s, slot, (token << 3) | static_cast<std::uint32_t>(kind)});
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
  static bool before(const Event& a, const Event& b) {
    if (a.t_s != b.t_s)
      return a.t_s < b.t_s;
    return a.slot != b.slot ? a.slot < b.slot : a.code < b.code;
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

  void sift_down(const Event& moved) {
    const std::size_t size = events_.size();
    std::size_t hole = 0;
    for (std::size_t child = 1; child < size; child = 4 * hole + 1) {
      std::size_t least = child;
      const std::size_t last = child + 4 < size ? child + 4 : size;
      for (std::size_t other = child + 1; other < last; ++other)
        if (before(events_[other], events_[least]))
          least = other;
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
