#include "analysis/measures/takeover.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace analysis {
namespace {

using results::CourseKind;
using results::Episode;
using results::Facts;
using results::Loss;
using results::Observations;

/// Why nobody was asked any more, from the order to the repair, by what the coordinator wrote down
/// last: `no_partner` or `takeover_barred`. Nothing when somebody was asked, or could be again; a
/// course of before 3.1 tells the latter only by an attempt that fails.
std::optional<CourseKind> in_vain_because(const Facts& facts, const Episode& episode) {
  std::optional<CourseKind> out;
  if (std::isnan(episode.decided_s) || std::isfinite(episode.switched_s))
    return out;
  for (const results::CourseEvent& event : facts.course) {
    if (event.subject != episode.centre || event.t_s < episode.decided_s ||
        event.t_s > episode.repaired_s)
      continue;
    if (event.kind == CourseKind::no_partner || event.kind == CourseKind::takeover_barred)
      out = event.kind;
    else if (event.kind == CourseKind::partner_able || event.kind == CourseKind::switch_fails)
      out.reset();
  }
  return out;
}

/// The spells of one step.
class Steps {
public:
  void took(double from_s, double to_s, std::uint64_t replication) {
    spells_.push_back({to_s - from_s, 1, replication});
  }
  /// Nothing is known of a step that a file does not say the end of.
  void was_cut_off(double from_s, double at_s, std::uint64_t replication) {
    if (std::isfinite(at_s))
      spells_.push_back({std::max(0.0, at_s - from_s), 0, replication});
  }
  /// Seen to its end, or cut off; nothing when it did not begin.
  void add(double from_s, double to_s, double cut_off_s, std::uint64_t replication) {
    if (std::isfinite(from_s) && std::isfinite(to_s))
      took(from_s, to_s, replication);
    else if (std::isfinite(from_s))
      was_cut_off(from_s, cut_off_s, replication);
  }
  Clock finish() && {
    const WaitingTimes times(std::move(spells_));
    constexpr std::array shares = {0.5, 0.95};
    const auto percentiles = times.percentiles(shares);
    return {times.size(), times.ended(), percentiles[0], percentiles[1]};
  }

private:
  std::vector<Spell> spells_;
};

/// Adds up the replications one by one; `finish` draws the conclusions.
class Account {
public:
  explicit Account(std::uint32_t centre) : centre_(centre) {}

  void add(const Observations& seen) {
    ++replications_;
    const bool lost = add_losses(seen);
    const bool episodes = add_episodes(seen);
    lost_ += lost || episodes ? 1 : 0;
  }
  bool empty() const { return lost_ == 0; }

  TakeoverSummary finish(const results::Dimensions& dimensions) && {
    TakeoverSummary out;
    out.centre = dimensions.centres[centre_];
    out.episodes = episodes_;
    out.lost = proportion(lost_, replications_);
    for (auto& [stage, spells] : losses_) {
      const WaitingTimes times(std::move(spells));
      out.stages.push_back(
          {dimensions.stages.at(stage), times.size(), times.incidence(losses_told_s, loss_ends)});
    }
    out.first_switch_fails = proportion(first_failed_, tried_);
    for (const auto& [partner, episodes] : partners_)
      out.partners[dimensions.centres.at(partner)] = episodes;
    out.no_partner_left = no_partner_left_;
    out.barred = barred_;
    out.detect = std::move(detect_).finish();
    out.decide = std::move(decide_).finish();
    out.switch_ = std::move(switch_).finish();
    out.repair = std::move(repair_).finish();
    out.back = std::move(back_).finish();
    out.answered = estimate(answered_);
    return out;
  }

private:
  bool add_losses(const Observations& seen) {
    bool any = false;
    for (const Loss& loss : seen.world.losses)
      if (loss.centre == centre_) {
        losses_[loss.stage].push_back(spell_of(loss, seen.world.seen_until_s, seen.replication));
        any = true;
      }
    return any;
  }

  bool add_episodes(const Observations& seen) {
    double answered = 0;
    bool any = false;
    for (const Episode& episode : seen.world.episodes)
      if (episode.centre == centre_) {
        any = true;
        ++episodes_;
        answered += episode.answered;
        add_switch(episode);
        add_clocks(seen.world, episode, seen.replication);
      }
    if (any)
      answered_.push_back(answered);
    return any;
  }

  void add_switch(const Episode& episode) {
    const bool switched = std::isfinite(episode.switched_s);
    tried_ += switched || episode.failed_switches > 0 ? 1 : 0;
    first_failed_ += episode.failed_switches > 0 ? 1 : 0;
    if (switched)
      ++partners_[episode.partner];
  }

  /// A repair ends what had not come by then, and so does the end of the replication.
  void add_clocks(const Facts& facts, const Episode& e, std::uint64_t replication) {
    const double end_s = facts.seen_until_s;
    const double over_s = std::isfinite(e.repaired_s) ? e.repaired_s : end_s;
    detect_.add(e.onset_s, e.detected_s, over_s, replication);
    decide_.add(e.detected_s, e.decided_s, over_s, replication);
    if (const auto why = in_vain_because(facts, e)) {
      ++(why == CourseKind::no_partner ? no_partner_left_ : barred_);
      switch_.took(e.decided_s, std::numeric_limits<double>::infinity(), replication);
    } else {
      switch_.add(e.decided_s, e.switched_s, over_s, replication);
    }
    repair_.add(e.onset_s, e.repaired_s, end_s, replication);
    if (std::isfinite(e.switched_s))
      back_.add(e.repaired_s, e.returned_s, end_s, replication);
  }

  std::uint32_t centre_;
  std::size_t replications_ = 0, lost_ = 0, episodes_ = 0, tried_ = 0, first_failed_ = 0,
              no_partner_left_ = 0, barred_ = 0;
  std::map<std::uint32_t, std::vector<Spell>> losses_;  // by stage
  std::map<std::uint32_t, std::size_t> partners_;
  Steps detect_, decide_, switch_, repair_, back_;
  std::vector<double> answered_;
};

}  // namespace

std::vector<TakeoverSummary> takeovers(const results::Dimensions& dimensions,
                                       const results::EachReplication& each) {
  std::vector<Account> accounts;
  for (std::uint32_t centre = 0; centre < dimensions.centres.size(); ++centre)
    accounts.emplace_back(centre);
  each([&](const Observations& seen) {
    for (Account& account : accounts)
      account.add(seen);
  });
  std::vector<TakeoverSummary> out;
  for (Account& account : accounts)
    if (!account.empty())
      out.push_back(std::move(account).finish(dimensions));
  return out;
}

bool ends_before_return(const Observations& seen, const std::vector<std::uint32_t>& centres) {
  return std::ranges::any_of(seen.world.episodes, [&](const Episode& episode) {
    return std::isfinite(episode.switched_s) && !std::isfinite(episode.returned_s) &&
           std::ranges::count(centres, episode.centre) > 0;
  });
}

}  // namespace analysis
