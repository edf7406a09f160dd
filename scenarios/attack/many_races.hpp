#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/attack/race.hpp"
#include "scenarios/threats/onset.hpp"

namespace scenarios {

/// An attack, and what it is called: its races can be played without calls.
struct NamedAttack {
  std::string threat;  ///< names the draws
  Attack attack;
  Onset onset;  ///< of the first access
};

/// What many races have in common. Times in seconds, one for each race in which it happened.
struct ManyRaces {
  struct Reached {
    std::string asset;
    std::vector<double> taken_s;  ///< since the first access
  };
  /// The same races with this way closed, or without a watch.
  struct Without {
    std::string what;  ///< name of the step; "watch"
    std::size_t struck = 0;
  };

  std::size_t races = 0;
  std::size_t struck = 0;
  std::size_t only_cut = 0;       ///< stopped before the strike, by an isolation that costs service
  std::size_t by_itself = 0;      ///< no alarm and no strike
  std::vector<double> strike_s;   ///< since the first access
  std::vector<double> known_s;    ///< alarm, since the strike; before it: 0
  std::vector<double> evicted_s;  ///< since the alarm
  std::vector<double> hit;        ///< assets with effects that were struck
  std::vector<double> first_back_s, all_back_s;  ///< since the strike
  std::vector<Reached> reached;                  ///< by asset, unless it was closed before
  std::vector<Without> without;
};

/// Races 0 to count - 1 of that seed: those that `run` plays with calls.
ManyRaces many_races(const NamedAttack& named, std::uint64_t seed, std::size_t count,
                     const models::Calendar& calendar);

}  // namespace scenarios
