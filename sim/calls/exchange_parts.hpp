#pragma once

#include <algorithm>
#include <bit>
#include <limits>

#include "sim/calls/call_exchange.hpp"

/// The small parts that nearly every call event uses, inline for the exchange's own files.
namespace sim {

inline constexpr std::uint16_t no_group = std::numeric_limits<std::uint16_t>::max();

inline std::uint32_t CallExchange::take_slot() {
  if (free_.empty()) {
    calls_.emplace_back();
    return static_cast<std::uint32_t>(calls_.size() - 1);
  }
  const auto slot = free_.back();
  free_.pop_back();
  return slot;
}

inline void CallExchange::free_slot(std::uint32_t slot) {
  calls_[slot].state = CallState::free;
  ++calls_[slot].token;
  free_.push_back(slot);
}

inline double CallExchange::draw(models::Purpose purpose, const Call& call, std::uint32_t b) const {
  return models::uniform(key_, purpose, subject_of(call, b));
}

inline double CallExchange::clipped(double from_s, double to_s) const {
  return std::max(0.0, std::min(to_s, window_to_s_) - std::max(from_s, window_from_s_));
}

inline void CallExchange::count(Group group, const Call& call, results::GroupCount what) {
  ++facts_.groups[(group * results::size_of<results::CallClass> +
                   static_cast<std::size_t>(call.call_class)) *
                      results::size_of<results::GroupCount> +
                  static_cast<std::size_t>(what)];
}

inline void CallExchange::flow(std::size_t centre, results::TimelineCount what) {
  ++facts_.timeline[(bin_ * centres_ + centre) * results::size_of<results::TimelineCount> +
                    static_cast<std::size_t>(what)];
}

inline double& CallExchange::group_time(Group group, results::GroupTime what) {
  return facts_
      .group_times[group * results::size_of<results::GroupTime> + static_cast<std::size_t>(what)];
}

/// Two multiplicative lanes over time, place and sort of every event.
inline void CallExchange::mix(std::uint64_t code) {
  const auto time = std::bit_cast<std::uint64_t>(now_s_);
  hash_.high = (hash_.high ^ time) * 0x9e3779b97f4a7c15ULL;
  hash_.low = (std::rotl(hash_.low, 23) ^ code ^ time) * 0xd6e8feb86659fd93ULL;
}

}  // namespace sim
