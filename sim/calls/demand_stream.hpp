#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "models/random_stream.hpp"
#include "models/world.hpp"
#include "sim/effects/drawn_effects.hpp"

namespace sim {

inline constexpr std::uint32_t no_pair = std::numeric_limits<std::uint32_t>::max();

/// A stream of first attempts, or of jobs that are no 112 calls.
struct Source {
  std::uint64_t name = 0;  ///< Philox subject of everything drawn for its callers
  models::Id<models::Region> region;
  enum class Sort : std::uint8_t { background, surge, other_work, flood } sort = Sort::background;
  const models::OtherWork* work = nullptr;
  const DrawnEffect* effect = nullptr;  ///< of a surge or a flood
  double rate_per_s = 0;                ///< before hour of week and busyness
  double surge_callers = -1;            ///< expected callers of a surge here; < 0: use the rate
  std::vector<double> kinds;            ///< cumulative shares
  std::vector<double> disciplines;      ///< cumulative shares
};

/// Somebody dials for the first time, with all that is drawn for the person.
struct Arrival {
  double t_s = 0;
  std::uint64_t subject = 0;  ///< bin and place in the bin
  std::uint32_t pair_index = no_pair;
  std::uint16_t source = 0;
  std::uint8_t kind = 0, discipline = 0;
  bool urgent = false;
  double thinning = 0;  ///< uniform that decides whether a reduction keeps the person away
};

/// All arrivals in time order, made 15 minutes at a time. Per source and bin: a gamma busyness
/// factor, then the Poisson quantile of one uniform; caller k of a bin at its own uniform time
/// (DESIGN section 4). Surges are sources of their own, so that they move nobody else.
class DemandStream {
public:
  DemandStream(const models::World& world, const scenarios::Scenario& scenario,
               const models::ReplicationKey& key, const std::vector<DrawnEffect>& effects);

  double next_time() const { return next_time_; }
  Arrival pop();
  const Source& source(std::uint16_t index) const { return sources_[index]; }
  std::size_t sources() const { return sources_.size(); }
  /// Background callers so far, in both worlds the same.
  std::uint32_t paired() const { return paired_; }

private:
  void add_sources(const std::vector<DrawnEffect>& effects);
  void add_surge(const DrawnEffect& effect);
  void add_flood(const DrawnEffect& effect);
  void fill_until_there_is_one();
  void fill_bin();
  void fill_from(std::uint16_t source);
  void sort_bin();
  double profile_factor(const models::Calendar::Civil& now) const;
  double expected_in_bin(const Source& source);
  double normal_factor() const;
  double busyness(const Source& source);
  double time_in_bin(const Source& source, double u) const;

  const models::World& world_;
  models::Calendar calendar_;
  models::ReplicationKey key_;
  std::string profile_;
  double horizon_s_;
  models::UtcSeconds start_;
  std::vector<Source> sources_;
  std::vector<double> kinds_, disciplines_;  // cumulative shares of the world
  double forwarded_share_ = 0;

  std::int64_t bin_;   // 15-minute bins since 1970
  double factor_ = 0;  // of this bin, by hour of week or profile
  std::int64_t busy_block_ = -1;
  std::vector<double> busy_by_region_;
  std::vector<Arrival> bin_arrivals_;
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

/// Smallest n with P(N <= n) >= u for N Poisson with this mean.
std::uint32_t poisson_quantile(double mean, double u);

}  // namespace sim
