#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/world.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calls/burst.hpp"
#include "sim/calls/busyness.hpp"
#include "sim/calls/source.hpp"

namespace sim {

inline constexpr std::uint32_t no_pair = std::numeric_limits<std::uint32_t>::max();

/// Somebody dials for the first time, with all that is drawn for the person.
struct Arrival {
  double t_s = 0;
  std::uint64_t subject = 0;  ///< bin and place in the bin, and in the burst that began there
  std::uint32_t pair_index = no_pair;
  std::uint16_t source = 0;
  std::uint8_t kind = 0, discipline = 0;
  bool urgent = false;
  double thinning = 0;  ///< uniform that decides whether a reduction keeps the person away
  InBurst burst;
};

/// All arrivals in time order, made 15 minutes at a time. Per source and bin: the busyness, then
/// the quantile of one uniform, Poisson or negative binomial; caller k of a bin at its own uniform
/// time, with the later callers about the same incident behind it. What effects
/// bring are sources of their own (`extra`), so that they move nobody else. A fixed number of
/// callers falls into the bins by a binomial quantile each, of those who are left.
class DemandStream {
public:
  /// `calendar` is that of the world's zone.
  DemandStream(const models::World& world, const models::Calendar& calendar,
               const scenarios::Scenario& scenario, const models::ReplicationKey& key,
               const std::vector<Source>& extra);

  double next_time() const { return next_time_; }
  Arrival pop();
  const Source& source(std::uint16_t index) const { return sources_[index]; }
  std::size_t sources() const { return sources_.size(); }
  /// Callers so far who are in both worlds, the same: those of every day and of the background.
  std::uint32_t paired() const { return paired_; }

private:
  void add_normal_sources();
  void fill_until_there_is_one();
  void fill_bin();
  void fill_from(std::uint16_t source);
  void sort_bin();
  double profile_factor(const models::Calendar::Civil& now) const;
  double bin_from_s() const;
  double expected_in_bin(const Source& source);
  double expected_extra(const Source& source) const;
  struct Span {
    double from_s, until_s;
  };
  Span in_bin(const Source::Extra& extra) const;
  static double weight_of(const Source::Extra& extra, double from_s, double until_s);
  std::uint32_t number_in_bin(std::uint16_t index);
  std::uint32_t number_of(std::uint32_t& left, const Source::Extra& extra, double u) const;
  double normal_factor() const;
  void add(Arrival arrival);
  void add_burst(const Arrival& first, double u);
  void add_those_of_this_bin();
  void put(const Arrival& arrival);
  double time_in_bin(const Source& source, double u) const;

  const models::World& world_;
  const models::Calendar& calendar_;
  models::ReplicationKey key_;
  std::string profile_;
  double horizon_s_;
  models::UtcSeconds start_;
  std::vector<Source> sources_;
  std::vector<std::uint32_t> left_;  ///< [source] of a number of callers: who has not called yet

  std::int64_t bin_;   // 15-minute bins since 1970
  double factor_ = 0;  // of this bin, by hour of week or profile
  Busyness busyness_;
  BurstDraws burst_draws_;
  OpenBursts open_bursts_;
  std::vector<Arrival> bin_arrivals_, later_;  // of this bin, of bins to come
  std::vector<Arrival> burst_;
  struct Key {
    double t_s;
    std::uint32_t index;
  };
  std::vector<Key> order_, sorted_;
  std::vector<std::uint32_t> slices_;
  std::size_t cursor_ = 0;
  double next_time_ = 0;
  std::uint32_t paired_ = 0;
};

/// Smallest n with P(N <= n) >= u, for N Poisson with this mean; for N Poisson with a mean that is
/// gamma with this shape (negative binomial); for N the number of successes in n.
std::uint32_t poisson_quantile(double mean, double u);
std::uint32_t negative_binomial_quantile(double mean, double shape, double u);
std::uint32_t binomial_quantile(std::uint32_t n, double p, double u);

}  // namespace sim
