#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "models/world/world.hpp"
#include "results/observations.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calls/agent_pool.hpp"
#include "sim/calls/call.hpp"

namespace sim {

/// A picture is late when the region gets it so long after the dispatch (criteria section 2).
inline constexpr double late_picture_s = 300;

/// What works on the way of a (region, discipline) at an instant (criteria section 2).
struct WayState {
  bool unreachable = false;  ///< nobody to whom its 112 calls can go takes them
  bool no_dispatch = false;  ///< nobody can alert its units
  bool degraded = false;     ///< a part of the way works, but as a fallback
};

/// What becomes of calls, in numbers: the counts and times of groups, the timeline, and the
/// fingerprint of everything that happens. Persons have books of their own (CallerLedger).
class ExchangeBooks {
public:
  using Group = std::uint16_t;

  /// What goes into the fingerprint; the numbers are part of it: never renumber.
  enum class Mark : std::uint8_t {
    answered = 1,
    completed,
    abandoned,
    blocked,
    on_duty,
    stopped,
    works,
    cut_talking,
    cut_waiting,
    redirected,
    handed_out,
    handed_in
  };

  ExchangeBooks(const models::World& world, const scenarios::Window& window, results::Facts& facts);

  /// Whoever calls at t is measured.
  bool measures(double t_s) const { return t_s >= window_from_s_ && t_s < window_to_s_; }

  void count(Group group, const Call& call, results::GroupCount what) {
    ++facts_.groups[(group * results::size_of<results::CallClass> +
                     static_cast<std::size_t>(call.call_class)) *
                        results::size_of<results::GroupCount> +
                    static_cast<std::size_t>(what)];
  }
  void count_work(std::size_t work, double t_s, results::WorkCount what) {
    if (measures(t_s))
      ++facts_.other_work[work * results::size_of<results::WorkCount> +
                          static_cast<std::size_t>(what)];
  }
  /// In the timeline, at this moment.
  void flow(std::size_t centre, results::TimelineCount what) {
    ++facts_.timeline[(bin_ * centres_ + centre) * results::size_of<results::TimelineCount> +
                      static_cast<std::size_t>(what)];
  }
  /// Adds what of [from, to) lies in the window, once for each of so many.
  void spend(Group group, results::GroupTime what, double from_s, double to_s, int many = 1) {
    time(group, what) += many * in_window(from_s, to_s);
  }
  double in_window(double from_s, double to_s) const {
    return std::max(0.0, std::min(to_s, window_to_s_) - std::max(from_s, window_from_s_));
  }
  /// A call of the group has waited until t.
  void wait(const Call& call, const AgentPool& pool, double t_s);
  /// The dispatch job of a call is taken up at t.
  void dispatch(const Call& call, double t_s);
  /// The right discipline answers.
  void contact(const Call& call, const AgentPool& pool) {
    if (call.call_class == results::CallClass::measured)
      ++facts_.contacts[(pool.centre * regions_ + call.region) * disciplines_ + call.discipline];
  }
  /// The way of a (region, discipline) was in this state from then until then.
  void way(std::size_t cell, const WayState& state, double from_s, double to_s);

  /// A picture of the dispatch at t is not shared for now.
  void hide_picture(const Call& call, double t_s) {
    hidden_[call.group].push_back(
        {t_s, static_cast<std::uint32_t>(call.region * disciplines_ + call.discipline)});
  }
  /// Pictures that were held back reach the region now.
  void settle_pictures(Group group, double t_s);

  /// When the bin of the timeline ends: its levels are due before anything else happens.
  double next_level_s() const { return next_level_s_; }
  /// Writes the levels at the end of the bin and opens the next one; the last bin stays open.
  void level(const std::vector<AgentPool>& pools);

  /// An audit of the moment misses so many.
  void miss(std::uint64_t heads) { facts_.conservation_error += heads; }

  void mark(double t_s, std::uint64_t subject, Mark what) {
    mix(t_s, (subject << 8) | static_cast<std::uint64_t>(what));
  }
  void mark_duty(double t_s, Group group, int people) {
    mark(t_s, (std::uint64_t{group} << 24) | static_cast<std::uint64_t>(people), Mark::on_duty);
  }

  /// The last word: audits the groups beside `misses` and seals everything with the fingerprint.
  void close(double t_s, std::uint64_t misses);

private:
  double& time(Group group, results::GroupTime what) {
    return facts_
        .group_times[group * results::size_of<results::GroupTime> + static_cast<std::size_t>(what)];
  }
  /// Two multiplicative lanes over time, place and sort of every event.
  void mix(double t_s, std::uint64_t code) {
    const auto bits = std::bit_cast<std::uint64_t>(t_s);
    hash_.high = (hash_.high ^ bits) * 0x9e3779b97f4a7c15ULL;
    hash_.low = (std::rotl(hash_.low, 23) ^ code ^ bits) * 0xd6e8feb86659fd93ULL;
  }
  std::uint64_t misses_of_groups() const;

  results::Facts& facts_;
  double window_from_s_, window_to_s_;
  std::size_t regions_, disciplines_, centres_;
  double timeline_bin_s_, next_level_s_;
  std::size_t bin_ = 0;
  std::vector<std::vector<std::pair<double, std::uint32_t>>> hidden_;  // [group] since, cell
  results::Digest hash_;
};

}  // namespace sim
