#include "analysis/statistics/waiting_times.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

#include "analysis/statistics/level.hpp"
#include "models/chance/random_stream.hpp"

namespace analysis {
namespace {

constexpr double least = 0x1p-40;  // of a share: sums of all and of none are 1 and 0
constexpr std::uint64_t resamples = 1000;
constexpr std::size_t outside = 25;  // of the resamples, on either side
constexpr double endless = std::numeric_limits<double>::infinity();

/// How often each of n is drawn when n are drawn with replacement.
std::vector<double> drawn_weights(std::size_t n, std::uint64_t resample) {
  constexpr std::uint64_t name = models::name_of("waiting times");
  std::vector<double> out(n);
  for (std::size_t i = 0; i < n; i += 4) {
    const auto draws = models::uniforms({0, resample}, models::Purpose::resampling, {name, i, 0});
    for (std::size_t k = 0; k < std::min<std::size_t>(4, n - i); ++k)
      ++out[static_cast<std::size_t>(draws[k] * static_cast<double>(n))];
  }
  return out;
}

/// Sums over resamples of a share and its square.
struct Spread {
  double sum = 0, squares = 0;

  void add(double share) {
    sum += share;
    squares += share * share;
  }
  /// Of a share of `groups` that were drawn with replacement.
  double variance(std::size_t groups) const {
    const auto n = static_cast<double>(resamples), g = static_cast<double>(groups);
    return std::max(0.0, squares / n - sum / n * (sum / n)) * g / (g - 1);
  }
};

Interval share_with_interval(double share, const Spread& spread, std::size_t spells,
                             std::size_t groups) {
  if (std::isnan(share) || groups < 2)
    return {share, undefined, undefined, Method::none};
  share = std::clamp(std::round(share / least) * least, 0.0, 1.0);
  const double variance = spread.variance(groups);
  const double independent =
      variance > 0 ? std::min(share * (1 - share) / variance, static_cast<double>(spells))
                   : static_cast<double>(groups);
  const auto [low, high] = jeffreys(share * independent, independent);
  return {share, low, high, Method::effective_jeffreys};
}

/// What lies beyond the data, which end at `last_s`, is later than all that lies in it, and never
/// later still.
std::pair<Bound, Bound> ends_of(std::vector<Bound> drawn, double last_s) {
  std::ranges::sort(drawn, {}, [](const Bound& one) {
    return std::pair(one.is, one.is == Bound::Is::at ? one.s : 0);
  });
  const auto end = [&](std::size_t place) {
    const bool beyond = drawn[place].is == Bound::Is::later_than;
    return beyond ? Bound{Bound::Is::later_than, last_s} : drawn[place];
  };
  return {end(outside), end(resamples - 1 - outside)};
}

}  // namespace

WaitingTimes::WaitingTimes(std::vector<Spell> spells) : spells_(std::move(spells)) {
  std::stable_sort(spells_.begin(), spells_.end(), [](const Spell& a, const Spell& b) {
    return a.s < b.s || (a.s == b.s && a.cause > 0 && b.cause == 0);
  });
  for (const Spell& spell : spells_)
    groups_.push_back(spell.replication);
  std::sort(groups_.begin(), groups_.end());
  groups_.erase(std::unique(groups_.begin(), groups_.end()), groups_.end());
  for (const Spell& spell : spells_)
    which_.push_back(static_cast<std::size_t>(
        std::lower_bound(groups_.begin(), groups_.end(), spell.replication) - groups_.begin()));
}

std::size_t WaitingTimes::ended() const {
  return static_cast<std::size_t>(
      std::count_if(spells_.begin(), spells_.end(),
                    [](const Spell& spell) { return spell.cause > 0 && std::isfinite(spell.s); }));
}

/// One spell after the other: of equal times the factors multiply to the same product.
std::vector<WaitingTimes::Shares> WaitingTimes::shares(std::span<const double> weights,
                                                       std::span<const double> by_s,
                                                       unsigned causes) const {
  Shares now;
  now.came.resize(causes);
  double at_risk = 0;
  for (const std::size_t group : which_)
    at_risk += weights[group];
  std::vector<Shares> out;
  std::size_t i = 0;
  for (const double until_s : by_s) {
    for (; i < spells_.size() && spells_[i].s <= until_s; ++i) {
      const double weight = weights[which_[i]];
      if (const unsigned cause = spells_[i].cause; cause > 0 && weight > 0) {
        now.came.at(cause - 1) += now.waiting * weight / at_risk;
        now.waiting *= 1 - weight / at_risk;
      }
      at_risk -= weight;
    }
    out.push_back(now);
  }
  return out;
}

/// Somebody was still looked at then, or there is nobody left who waits.
bool WaitingTimes::reaches(double by_s) const {
  return !spells_.empty() && (spells_.back().s >= by_s || spells_.back().cause > 0);
}

std::vector<Incidence> WaitingTimes::incidence(std::span<const double> by_s,
                                               unsigned causes) const {
  const std::vector<double> once(groups_.size(), 1);
  std::vector<std::vector<Spread>> spreads(by_s.size(), std::vector<Spread>(causes + 1));
  for (std::uint64_t resample = 0; resample < resamples && groups_.size() > 1; ++resample) {
    const auto drawn = shares(drawn_weights(groups_.size(), resample), by_s, causes);
    for (std::size_t i = 0; i < by_s.size(); ++i) {
      for (unsigned cause = 0; cause < causes; ++cause)
        spreads[i][cause].add(drawn[i].came[cause]);
      spreads[i][causes].add(drawn[i].waiting);
    }
  }
  const auto all = shares(once, by_s, causes);
  std::vector<Incidence> out;
  for (std::size_t i = 0; i < by_s.size(); ++i) {
    const Shares& seen = all[i];
    const auto with_interval = [&](double share, const Spread& spread) {
      return share_with_interval(reaches(by_s[i]) ? share : undefined, spread, spells_.size(),
                                 groups_.size());
    };
    Incidence& one = out.emplace_back();
    one.by_s = by_s[i];
    for (unsigned cause = 0; cause < causes; ++cause)
      one.came.push_back(with_interval(seen.came[cause], spreads[i][cause]));
    one.waiting = with_interval(seen.waiting, spreads[i][causes]);
  }
  return out;
}

Bound WaitingTimes::first_time(std::span<const double> weights, double p) const {
  double at_risk = 0, waiting = 1, last_s = undefined;
  for (const std::size_t group : which_)
    at_risk += weights[group];
  for (std::size_t i = 0; i < spells_.size(); ++i) {
    const double weight = weights[which_[i]], s = spells_[i].s;
    if (weight == 0)
      continue;
    if (spells_[i].cause > 0) {
      waiting *= 1 - weight / at_risk;
      if (waiting <= 1 - p + 1e-9)
        return std::isinf(s) ? Bound{Bound::Is::never, endless} : Bound{Bound::Is::at, s};
    }
    at_risk -= weight;
    last_s = s;
  }
  return std::isnan(last_s) ? Bound{} : Bound{Bound::Is::later_than, last_s};
}

Bound WaitingTimes::time_of(double share) const {
  return first_time(std::vector<double>(groups_.size(), 1), share);
}

std::vector<TimePercentile> WaitingTimes::percentiles(std::span<const double> shares) const {
  const auto n = static_cast<double>(groups_.size());
  const auto has_interval = [&](double p) {
    return !spells_.empty() && std::pow(p, n) + std::pow(1 - p, n) <= 2 * tail;
  };
  std::vector<std::vector<Bound>> drawn(shares.size());
  const bool any = std::ranges::any_of(shares, has_interval);
  for (std::uint64_t resample = 0; any && resample < resamples; ++resample) {
    const auto weights = drawn_weights(groups_.size(), resample);
    for (std::size_t i = 0; i < shares.size(); ++i)
      if (has_interval(shares[i]))
        drawn[i].push_back(first_time(weights, shares[i]));
  }
  std::vector<TimePercentile> out;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    TimePercentile& one = out.emplace_back();
    one.value = time_of(shares[i]);
    if (!drawn[i].empty())
      std::tie(one.low, one.high) = ends_of(std::move(drawn[i]), spells_.back().s);
  }
  return out;
}

}  // namespace analysis
