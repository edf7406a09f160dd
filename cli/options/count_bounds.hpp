#pragma once

#include <CLI/Validators.hpp>
#include <cstdint>

namespace cli {

/// What -n, -j and --seed may be, and the number of a replication. Each has an upper bound: CLI11
/// takes a number that is too large for its type as the largest one there is.
inline constexpr std::uint64_t most_replications = 1'000'000;
inline const CLI::Range replication_bounds(std::uint64_t{1}, most_replications);
inline const CLI::Range paired_bounds(std::uint64_t{2}, most_replications);
inline const CLI::Range place_bounds(std::uint64_t{0}, most_replications);
inline constexpr std::uint64_t most_draws = 10'000;  ///< of the parameters, of --uncertain
inline const CLI::Range job_bounds(1, 1024);
inline const CLI::Range seed_bounds(std::uint64_t{0}, std::uint64_t{1} << 62);

}  // namespace cli
