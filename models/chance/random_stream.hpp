#pragma once

#include <Random123/philox.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace models {

/// Which replication of which study: the Philox key. Never the scenario.
struct ReplicationKey {
  std::uint64_t seed = 1;
  std::uint64_t replication = 0;
};

/// What a number is drawn for. Values are part of the format of results: append, never renumber.
enum class Purpose : std::uint32_t {
  busyness = 1,
  arrival_count = 2,
  caller = 3,
  handling = 4,
  patience = 5,
  redial = 6,
  channel = 7,
  queue_pick = 8,
  blocking = 9,
  takeover_clock = 10,
  effect = 11,
  standby = 12,
  understaffing = 13,
  component_failure = 14,
  wrong_address = 15,
  other_work = 16,
  caller_detail = 17,
  parameter = 18,
  misroute = 19,
  no_signal = 20,
  year_of_threat = 21,
  resampling = 30,  ///< 30 and up: of the analysis, in no simulated world
  likelihood = 31,
  simulated_year = 32,
};

/// The thing that a number is drawn for: a stable name (see `name_of`) and up to two counters.
struct Subject {
  std::uint64_t name = 0;
  std::uint64_t a = 0;
  std::uint32_t b = 0;
};

/// FNV-1a, 64 bit, of an identifier: subjects are named by what they are called, not by where they
/// stand in a list, so that adding a region moves nobody else.
constexpr std::uint64_t name_of(std::string_view id) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : id)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

/// The middle of the interval that 52 bits of x select in (0, 1): never 0, never 1 (with 53 bits
/// the half would be rounded away, and the last interval would give 1).
inline double to_unit(std::uint64_t x) {
  return (static_cast<double>(x >> 12) + 0.5) * 0x1.0p-52;
}

/// Four independent uniforms in (0, 1): Philox4x64-10 (Salmon et al., SC'11) with key (seed,
/// replication) and counter (name, a, b | purpose). A pure function: no state, any order.
inline std::array<double, 4> uniforms(const ReplicationKey& key, Purpose purpose,
                                      const Subject& subject) {
  const r123::Philox4x64::ctr_type counter = {
      {subject.name, subject.a, (std::uint64_t{subject.b} << 32) | std::uint64_t(purpose), 0}};
  const r123::Philox4x64::ukey_type philox_key = {{key.seed, key.replication}};
  const auto block = r123::Philox4x64{}(counter, philox_key);
  return {to_unit(block[0]), to_unit(block[1]), to_unit(block[2]), to_unit(block[3])};
}

inline double uniform(const ReplicationKey& key, Purpose purpose, const Subject& subject) {
  return uniforms(key, purpose, subject)[0];
}

}  // namespace models
