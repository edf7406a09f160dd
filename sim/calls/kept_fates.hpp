#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/calls/caller_ledger.hpp"

namespace sim {

/// Fates of callers in memory of its own: 15 bytes each.
class KeptFates {
public:
  /// Nobody's is known yet.
  explicit KeptFates(std::size_t callers)
      : fate_(callers),
        cell_(callers),
        first_attempt_s_(callers),
        delay_s_(callers),
        help_s_(callers) {}
  /// Copies them.
  explicit KeptFates(const PairedFates& seen)
      : fate_(copied(seen.fate)),
        cell_(copied(seen.cell)),
        first_attempt_s_(copied(seen.first_attempt_s)),
        delay_s_(copied(seen.delay_s)),
        help_s_(copied(seen.help_s)) {}

  std::size_t size() const { return fate_.size(); }
  PairedFates all() { return {fate_, cell_, first_attempt_s_, delay_s_, help_s_}; }
  /// Of the first `count` callers.
  PairedFates first(std::size_t count) {
    return {std::span(fate_).first(count), std::span(cell_).first(count),
            std::span(first_attempt_s_).first(count), std::span(delay_s_).first(count),
            std::span(help_s_).first(count)};
  }

private:
  template <class Value>
  static std::vector<Value> copied(std::span<Value> values) {
    return {values.begin(), values.end()};
  }

  std::vector<std::uint8_t> fate_;
  std::vector<std::uint16_t> cell_;
  std::vector<float> first_attempt_s_, delay_s_, help_s_;
};

}  // namespace sim
