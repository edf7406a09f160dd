#pragma once

#include <cstdint>
#include <vector>

namespace sim {

enum class EventKind : std::uint8_t {
  service_ends,
  patience_ends,
  overflow_due,
  transfer_arrives,
  redial,
  channel_contact
};

/// Something that will happen to the call in `slot`, unless the call has moved on: then its token
/// is no longer this one and the event is stale.
struct Event {
  double t_s;
  std::uint32_t order;  ///< equal times: first scheduled, first served
  std::uint32_t slot;
  std::uint32_t token;
  EventKind kind;
};

/// Four-ary min-heap by (time, order): flatter than a binary one, so fewer cache misses per pop.
class EventHeap {
public:
  bool empty() const { return events_.empty(); }
  std::size_t size() const { return events_.size(); }
  const Event& top() const { return events_.front(); }

  void push(double t_s, std::uint32_t slot, std::uint32_t token, EventKind kind) {
    events_.push_back({t_s, next_order_++, slot, token, kind});
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
    // `order` wraps after 2^32 events; the difference keeps its sign for events alive together.
    return a.t_s < b.t_s ||
           (a.t_s == b.t_s && static_cast<std::int32_t>(a.order - b.order) < 0);
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
  std::uint32_t next_order_ = 0;
};

}  // namespace sim
