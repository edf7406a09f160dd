#include "sim/calls/exchange_books.hpp"

#include <limits>

#include "sim/calls/fact_shape.hpp"

namespace sim {

using results::CallClass;
using results::CallerCount;
using results::GroupCount;
using results::GroupTime;
namespace time_bins = results::time_bins;
using results::TimelineCount;

namespace {

/// A count that fingerprints were made without is in them only when it counted somebody.
bool came_after_the_fingerprint(std::size_t place) {
  return static_cast<CallerCount>(place % results::size_of<CallerCount>) == CallerCount::stood_down;
}

}  // namespace

ExchangeBooks::ExchangeBooks(const models::World& world, const scenarios::Window& window,
                             results::Facts& facts)
    : facts_(facts),
      window_from_s_(window.warm_up_s),
      window_to_s_(window.end_s),
      regions_(world.regions.size()),
      disciplines_(world.disciplines.size()),
      centres_(world.centres.size()),
      timeline_bin_s_(timeline_shape(window).bin_s),
      next_level_s_(timeline_bin_s_),
      hidden_(world.groups.size()) {}

void ExchangeBooks::wait(const Call& call, const AgentPool& pool, double t_s) {
  if (call.call_class != CallClass::measured)
    return;
  const double wait_s = t_s - call.since_s;
  ++facts_.waits[pool.place * time_bins::count + time_bins::bin_of(wait_s)];
  time(call.group, GroupTime::wait_sum_s) += wait_s;
  auto& longest = time(call.group, GroupTime::wait_max_s);
  longest = std::max(longest, wait_s);
}

void ExchangeBooks::dispatch(const Call& call, double t_s) {
  if (call.call_class == CallClass::measured && !call.again)
    ++facts_.dispatch_delay[call.discipline * time_bins::count +
                            time_bins::bin_of(t_s - call.first_attempt_s)];
}

void ExchangeBooks::way(std::size_t cell, const WayState& state, double from_s, double to_s) {
  const double s = in_window(from_s, to_s);
  facts_.unreachable_112_s[cell] += state.unreachable ? s : 0;
  facts_.dispatch_impossible_s[cell] += state.no_dispatch ? s : 0;
  facts_.degraded_s[cell] += state.degraded ? s : 0;
}

void ExchangeBooks::settle_pictures(Group group, double t_s) {
  for (const auto& [since_s, cell] : hidden_[group])
    if (t_s - since_s > late_picture_s)
      ++facts_.callers[cell * results::size_of<CallerCount> +
                       static_cast<std::size_t>(CallerCount::picture_late)];
  hidden_[group].clear();
}

void ExchangeBooks::level(const std::vector<AgentPool>& pools) {
  constexpr auto counts = results::size_of<TimelineCount>;
  for (const AgentPool& pool : pools) {
    auto* row = &facts_.timeline[(bin_ * centres_ + pool.centre) * counts];
    row[static_cast<std::size_t>(TimelineCount::waiting)] += pool.line.size();
    row[static_cast<std::size_t>(TimelineCount::talking)] += static_cast<std::uint32_t>(pool.busy);
    row[static_cast<std::size_t>(TimelineCount::on_duty)] +=
        static_cast<std::uint32_t>(pool.on_duty);
  }
  const auto bins = facts_.timeline.size() / (centres_ * counts);
  if (bin_ + 1 < bins) {
    ++bin_;
    next_level_s_ += timeline_bin_s_;
  } else {
    next_level_s_ = std::numeric_limits<double>::infinity();
  }
}

void ExchangeBooks::close(double t_s, std::uint64_t misses) {
  facts_.conservation_error += misses + misses_of_groups();
  for (std::size_t i = 0; i < facts_.callers.size(); ++i)
    if (facts_.callers[i] > 0 || !came_after_the_fingerprint(i))
      mix(t_s, facts_.callers[i]);
  for (const auto number : facts_.groups)
    mix(t_s, number);
  facts_.seen_until_s = t_s;
  facts_.digest = hash_;
}

/// Of: what came into the queue of a group = what became of it; and the same of conversations.
/// Whoever is handed over goes from a conversation to the queue, and back when taken up again.
std::uint64_t ExchangeBooks::misses_of_groups() const {
  using enum GroupCount;
  const auto miss = [](std::uint64_t a, std::uint64_t b) { return a > b ? a - b : b - a; };
  std::uint64_t misses = 0;
  for (std::size_t row = 0; row < facts_.groups.size(); row += results::size_of<GroupCount>) {
    const auto n = [&](GroupCount what) -> std::uint64_t {
      return facts_.groups[row + static_cast<std::size_t>(what)];
    };
    misses += miss(n(offered) + n(moved_in) + n(handed_out),
                   n(answered) + n(handed_in) + n(abandoned) + n(blocked) + n(cut_waiting) +
                       n(moved_out) + n(waiting));
    misses += miss(n(answered) + n(handed_in),
                   n(completed) + n(cut_talking) + n(handed_out) + n(talking));
  }
  return misses;
}

}  // namespace sim
