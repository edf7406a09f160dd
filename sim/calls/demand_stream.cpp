#include "sim/calls/demand_stream.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <stdexcept>

namespace sim {

namespace {

constexpr double bin_s = 900;
// Names of callers: 24 bits for the place in the bin, above them 8 for the place in a burst.
constexpr int most_first_bits = 24;
using models::Purpose;

/// Picks a row by its share and leaves in `u` what is left of the uniform: again uniform, because
/// it is rescaled over the row that was picked.
std::uint8_t pick(const std::vector<double>& sums, double& u) {
  std::uint8_t row = 0;
  while (row + 1u < sums.size() && u >= sums[row])
    ++row;
  const double low = row == 0 ? 0.0 : sums[row - 1u];
  u = (u - low) / (sums[row] - low);
  return row;
}

/// Smallest n with at_most(n) >= u: starts at the mean, walks in steps of a deviation, then of one.
template <class AtMost>
std::uint32_t quantile_of_large(double mean, double deviation, double u, const AtMost& at_most) {
  const auto reaches = [&](std::int64_t n) { return n >= 0 && at_most(n) >= u; };
  auto n = static_cast<std::int64_t>(mean);
  const auto step = static_cast<std::int64_t>(std::max(1.0, deviation));
  while (!reaches(n))
    n += step;
  std::int64_t low = n - step;
  while (reaches(low))
    low -= step;
  while (n - low > 1) {
    const std::int64_t middle = low + (n - low) / 2;
    (reaches(middle) ? n : low) = middle;
  }
  return static_cast<std::uint32_t>(n);
}

}  // namespace

std::uint32_t poisson_quantile(double mean, double u) {
  if (mean > 50)
    return quantile_of_large(mean, std::sqrt(mean), u, [mean](std::int64_t n) {
      return boost::math::gamma_q(static_cast<double>(n) + 1, mean);
    });
  double p = std::exp(-mean), sum = p;
  std::uint32_t n = 0;
  while (sum < u && n < 1000) {
    p *= mean / ++n;
    sum += p;
  }
  return n;
}

std::uint32_t negative_binomial_quantile(double mean, double shape, double u) {
  if (mean > 50)
    return quantile_of_large(mean, std::sqrt(mean + mean * mean / shape), u, [&](std::int64_t n) {
      return boost::math::ibeta(shape, static_cast<double>(n) + 1, shape / (shape + mean));
    });
  const double more = mean / (shape + mean);
  double p = std::exp(shape * std::log1p(-more)), sum = p;
  std::uint32_t n = 0;
  while (sum < u && n < 1000) {
    p *= more * (shape + n) / (n + 1);
    sum += p;
    ++n;
  }
  return n;
}

std::uint32_t binomial_quantile(std::uint32_t n, double p, double u) {
  using Up = boost::math::policies::policy<
      boost::math::policies::discrete_quantile<boost::math::policies::integer_round_up>>;
  if (n == 0 || p >= 1)
    return n;
  const boost::math::binomial_distribution<double, Up> successes(n, p);
  return static_cast<std::uint32_t>(boost::math::quantile(successes, u));
}

DemandStream::DemandStream(const models::World& world, const models::Calendar& calendar,
                           const scenarios::Scenario& scenario, const models::ReplicationKey& key,
                           const std::vector<Source>& extra)
    : world_(world),
      calendar_(calendar),
      key_(key),
      profile_(scenario.profile),
      horizon_s_(scenario.window.end_s + scenario.window.drain_s),
      start_(scenario.window.start),
      bin_(scenario.window.start / static_cast<std::int64_t>(bin_s) - 1),
      busyness_(world, key),
      burst_draws_(world) {
  if (burst_draws_.any())  // of what was first reported before the start
    bin_ -= static_cast<std::int64_t>(std::ceil(burst_draws_.within_s() / bin_s));
  add_normal_sources();
  sources_.insert(sources_.end(), extra.begin(), extra.end());
  for (const Source& source : sources_)
    left_.push_back(source.extra ? source.extra->callers.value_or(0) : 0);
  fill_until_there_is_one();
}

void DemandStream::add_normal_sources() {
  const auto& demand = world_.demand;
  double forwarded_share = 0;
  for (const auto& kind : world_.kinds)
    forwarded_share += kind.share * kind.forwarded;
  for (const auto region : world_.regions.ids()) {
    const auto& row = world_.regions[region];
    Source callers = source_in(world_, region, Source::Sort::background);
    callers.name = models::name_of(row.id);
    callers.rate_per_s = demand.calls_per_s * row.weight;
    callers.paired = true;
    callers.bursts = burst_draws_.any();
    sources_.push_back(callers);
    if (callers.bursts) {
      sources_.back().rate_per_s *= burst_draws_.first_share();
      sources_.back().kinds = burst_draws_.first_kinds();
    }
    for (const auto& work : demand.other_work) {
      Source jobs = source_in(world_, region, Source::Sort::other_work);
      jobs.name = stream_name(jobs.sort, row.id, work.id);
      jobs.work = &work;
      jobs.rate_per_s =
          callers.rate_per_s *
          (forwarded_share * world_.disciplines[work.discipline].share * work.per_forwarded_call);
      sources_.push_back(jobs);
    }
  }
}

Arrival DemandStream::pop() {
  Arrival arrival = bin_arrivals_[order_[cursor_++].index];
  if (arrival.burst.slot != InBurst::none)
    arrival.burst = open_bursts_.dial(arrival.burst.slot);
  if (cursor_ < order_.size())
    next_time_ = order_[cursor_].t_s;
  else
    fill_until_there_is_one();
  return arrival;
}

void DemandStream::fill_until_there_is_one() {
  do {
    ++bin_;
    if (static_cast<double>(bin_) * bin_s - static_cast<double>(start_) >= horizon_s_) {
      next_time_ = std::numeric_limits<double>::infinity();
      return;
    }
    fill_bin();
  } while (order_.empty());
  next_time_ = order_.front().t_s;
}

void DemandStream::fill_bin() {
  bin_arrivals_.clear();
  order_.clear();
  cursor_ = 0;
  factor_ = normal_factor();
  busyness_.move_to(bin_);
  add_those_of_this_bin();
  for (std::size_t i = 0; i < sources_.size(); ++i)
    fill_from(static_cast<std::uint16_t>(i));
  sort_bin();
}

/// Times are spread over the bin: put each into one of as many slices as there are arrivals, then
/// insertion sort, which finds nearly everything in place. Ties go by place in the bin.
void DemandStream::sort_bin() {
  const std::size_t count = order_.size();
  const double bin_from = static_cast<double>(bin_) * bin_s - static_cast<double>(start_);
  const auto slice_of = [&](const Key& key) {
    const auto slice =
        static_cast<std::size_t>((key.t_s - bin_from) / bin_s * static_cast<double>(count));
    return std::min(slice, count - 1);
  };
  slices_.assign(count + 1, 0);
  for (const Key& key : order_)
    ++slices_[slice_of(key) + 1];
  for (std::size_t i = 1; i <= count; ++i)
    slices_[i] += slices_[i - 1];
  sorted_.resize(count);
  for (const Key& key : order_)
    sorted_[slices_[slice_of(key)]++] = key;
  std::swap(order_, sorted_);
  for (std::size_t i = 1; i < count; ++i) {
    const Key moved = order_[i];
    std::size_t hole = i;
    for (; hole > 0 && (order_[hole - 1].t_s > moved.t_s || (order_[hole - 1].t_s == moved.t_s &&
                                                             order_[hole - 1].index > moved.index));
         --hole)
      order_[hole] = order_[hole - 1];
    order_[hole] = moved;
  }
}

/// The factor of the profile's active step: the latest that is not after now, or else the latest
/// of the old year, since steps may run over New Year. 0: the profile says nothing now.
double DemandStream::profile_factor(const models::Calendar::Civil& now) const {
  const auto profile = world_.demand.profiles.find(profile_);
  if (profile == world_.demand.profiles.end())
    return 0;
  const auto place = [](std::int64_t month, std::int64_t day, std::int64_t second) {
    return (month * 32 + day) * 86400 + second;
  };
  const auto here = place(now.month, now.day, now.second_of_day), year = place(13, 0, 0);
  double factor = 0;
  auto youngest = year;
  for (const auto& step : profile->second.steps) {
    const auto age = (here - place(step.month, step.day, step.second_of_day) + year) % year;
    if (age < youngest) {
      youngest = age;
      factor = step.factor;
    }
  }
  return factor;
}

/// The factor on the annual mean rate in this bin.
double DemandStream::normal_factor() const {
  const auto now =
      calendar_.civil(static_cast<models::UtcSeconds>(bin_ * static_cast<std::int64_t>(bin_s)));
  const double in_profile = profile_factor(now);
  const auto hour = static_cast<std::size_t>(now.weekday * 24 + now.second_of_day / 3600);
  return in_profile > 0 ? in_profile : world_.demand.hour_of_week[hour];
}

double DemandStream::bin_from_s() const {
  return static_cast<double>(bin_) * bin_s - static_cast<double>(start_);
}

double DemandStream::expected_in_bin(const Source& source) {
  switch (source.sort) {
    case Source::Sort::background:
      return source.rate_per_s * bin_s * factor_ * busyness_.of(source.region);
    case Source::Sort::other_work:
      return source.rate_per_s * bin_s * factor_;
    case Source::Sort::surge:
    case Source::Sort::flood:
      return expected_extra(source);
  }
  throw std::logic_error("a source of no sort");
}

/// How much of what an effect brings falls between the two times, as a length of time at the pace
/// of its beginning.
double DemandStream::weight_of(const Source::Extra& extra, double from_s, double until_s) {
  if (!extra.decay_s)
    return until_s - from_s;
  const auto left = [&](double t_s) { return std::exp(-(t_s - extra.from_s) / *extra.decay_s); };
  return *extra.decay_s * (left(from_s) - left(until_s));
}

/// The part of the bin in which the effect brings callers; empty when it begins at its end.
DemandStream::Span DemandStream::in_bin(const Source::Extra& extra) const {
  const double from_s = std::max(bin_from_s(), extra.from_s);
  return {from_s, std::max(from_s, std::min(bin_from_s() + bin_s, extra.until_s))};
}

/// Fake calls come as fast at night as by day; a surge does not.
double DemandStream::expected_extra(const Source& source) const {
  const auto [from_s, until_s] = in_bin(*source.extra);
  const double by_hour = source.sort == Source::Sort::flood ? 1 : factor_;
  return source.rate_per_s * by_hour * weight_of(*source.extra, from_s, until_s);
}

/// Of those of a surge who have not called yet.
std::uint32_t DemandStream::number_of(std::uint32_t& left, const Source::Extra& extra,
                                      double u) const {
  const auto [from_s, until_s] = in_bin(extra);
  const double here = weight_of(extra, from_s, until_s),
               ahead = weight_of(extra, from_s, extra.until_s);
  const auto number =
      here > 0 ? binomial_quantile(left, ahead > here ? here / ahead : 1, u) : std::uint32_t{0};
  left -= number;
  return number;
}

/// Where in the bin: uniform, or by inversion of the exponential decay over the part that the
/// surge covers.
double DemandStream::time_in_bin(const Source& source, double u) const {
  if (!source.extra)
    return bin_from_s() + bin_s * u;
  const Source::Extra& extra = *source.extra;
  const auto [from_s, until_s] = in_bin(extra);
  if (!extra.decay_s)
    return from_s + (until_s - from_s) * u;
  const double decay_s = *extra.decay_s;
  return from_s - decay_s * std::log1p(-u * (1 - std::exp(-(until_s - from_s) / decay_s)));
}

std::uint32_t DemandStream::number_in_bin(std::uint16_t index) {
  const Source& source = sources_[index];
  const double u = models::uniform(key_, Purpose::arrival_count,
                                   {source.name, static_cast<std::uint64_t>(bin_), 0});
  if (source.extra && source.extra->callers)
    return number_of(left_[index], *source.extra, u);
  const double expected = expected_in_bin(source);
  if (expected <= 0)
    return 0;
  if (source.sort == Source::Sort::background && std::isfinite(busyness_.shape_of_quarter()))
    return negative_binomial_quantile(expected, busyness_.shape_of_quarter(), u);
  return poisson_quantile(expected, u);
}

void DemandStream::fill_from(std::uint16_t index) {
  const Source& source = sources_[index];
  const auto bin = static_cast<std::uint64_t>(bin_);
  const bool other = source.sort == Source::Sort::other_work;
  const auto number = number_in_bin(index);
  if (source.bursts && number >> most_first_bits != 0)
    throw std::length_error("more callers of one region in a quarter of an hour than have a name");
  for (std::uint32_t k = 0; k < number; ++k) {
    Arrival arrival;
    arrival.subject = (bin << 32) | k;
    arrival.source = index;
    auto u = models::uniforms(key_, other ? Purpose::other_work : Purpose::caller,
                              {source.name, arrival.subject, 0});
    arrival.t_s = time_in_bin(source, u[0]);
    arrival.thinning = u[3];
    if (other) {
      arrival.discipline = static_cast<std::uint8_t>(source.work->discipline.index);
    } else if (source.sort == Source::Sort::flood) {
      arrival.discipline = pick(source.disciplines, u[2]);
    } else {
      arrival.kind = pick(source.kinds, u[1]);
      arrival.discipline = pick(source.disciplines, u[2]);
      arrival.urgent = u[2] < world_.demand.urgent_share && world_.kinds[{arrival.kind}].genuine;
    }
    if (source.bursts && world_.kinds[{arrival.kind}].genuine)
      add_burst(arrival, u[1]);
    else
      add(arrival);
  }
}

/// The first caller about an incident and, by the uniform `u`, those who follow: about the same, so
/// of the same discipline and as urgent. Whoever dials outside the simulated time is left out.
void DemandStream::add_burst(const Arrival& first, double u) {
  const auto later = burst_draws_.later_callers(u);
  if (later == 0)
    return add(first);
  burst_.assign(1, first);
  for (std::uint32_t i = 1; i <= later; ++i) {
    Arrival next = first;
    next.subject |= std::uint64_t{i} << most_first_bits;
    auto v =
        models::uniforms(key_, Purpose::caller, {sources_[first.source].name, next.subject, 0});
    next.t_s += burst_draws_.delay_s(v[0]);
    next.kind = pick(burst_draws_.later_kinds(), v[1]);
    next.thinning = v[3];
    burst_.push_back(next);
  }
  std::erase_if(burst_,
                [this](const Arrival& one) { return one.t_s < 0 || one.t_s >= horizon_s_; });
  if (burst_.size() > 1) {
    const auto slot = open_bursts_.open(static_cast<std::uint32_t>(burst_.size()));
    for (Arrival& one : burst_)
      one.burst.slot = slot;
  }
  for (const Arrival& one : burst_)
    add(one);
}

/// Into this bin or, of a burst, a later one; nowhere outside the simulated time.
void DemandStream::add(Arrival arrival) {
  if (arrival.t_s < 0 || arrival.t_s >= horizon_s_)
    return;
  if (sources_[arrival.source].paired)
    arrival.pair_index = paired_++;
  if (arrival.t_s >= bin_from_s() + bin_s)
    later_.push_back(arrival);
  else
    put(arrival);
}

void DemandStream::put(const Arrival& arrival) {
  order_.push_back({arrival.t_s, static_cast<std::uint32_t>(bin_arrivals_.size())});
  bin_arrivals_.push_back(arrival);
}

void DemandStream::add_those_of_this_bin() {
  const auto to_come = std::stable_partition(
      later_.begin(), later_.end(),
      [until_s = bin_from_s() + bin_s](const Arrival& one) { return one.t_s >= until_s; });
  std::for_each(to_come, later_.end(), [this](const Arrival& one) { put(one); });
  later_.erase(to_come, later_.end());
}

}  // namespace sim
