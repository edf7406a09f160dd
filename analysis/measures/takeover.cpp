#include "analysis/measures/takeover.hpp"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

using results::Episode;

/// The episodes of one centre in one replication.
using Episodes = std::vector<Episode>;

Episodes episodes_at(const results::Observations& observations, std::uint32_t centre) {
  Episodes out;
  std::copy_if(observations.world.episodes.begin(), observations.world.episodes.end(),
               std::back_inserter(out), [&](const Episode& e) { return e.centre == centre; });
  return out;
}

Clock clock(const Episodes& episodes, double Episode::*from, double Episode::*to) {
  std::vector<double> lasted;
  for (const Episode& episode : episodes)
    if (const double s = episode.*to - episode.*from; std::isfinite(s))
      lasted.push_back(s);
  const Estimate estimated = estimate(lasted);
  return {estimated.mean, estimated.p95, estimated.n_defined};
}

bool was_taken_over(const Episode& episode) {
  return std::isfinite(episode.switched_s) || std::isfinite(episode.relocated_s);
}

/// Adds up the replications one by one; `finish` draws the conclusions.
class Account {
public:
  void add(const Episodes& episodes) {
    ++replications_;
    if (episodes.empty())
      return;
    ++lost_;
    taken_over_ += std::any_of(episodes.begin(), episodes.end(), was_taken_over) ? 1 : 0;
    double failed = 0, answered = 0;
    for (const Episode& episode : episodes) {
      failed += episode.failed_switches;
      answered += episode.answered;
    }
    failed_.push_back(failed);
    answered_.push_back(answered);
    all_.insert(all_.end(), episodes.begin(), episodes.end());
  }
  bool empty() const { return all_.empty(); }

  TakeoverSummary finish(const std::vector<std::string>& centres) const {
    TakeoverSummary out;
    out.episodes = all_.size();
    out.lost = proportion(lost_, replications_);
    out.taken_over = proportion(taken_over_, replications_);
    for (const Episode& episode : all_)
      if (was_taken_over(episode) && episode.partner < centres.size())
        ++out.partners[centres[episode.partner]];
    out.detect = clock(all_, &Episode::onset_s, &Episode::detected_s);
    out.decide = clock(all_, &Episode::detected_s, &Episode::decided_s);
    out.switch_ = clock(all_, &Episode::decided_s, &Episode::switched_s);
    out.repair = clock(all_, &Episode::onset_s, &Episode::repaired_s);
    out.back = clock(all_, &Episode::repaired_s, &Episode::returned_s);
    out.failed_switches = estimate(failed_);
    out.answered = estimate(answered_);
    return out;
  }

private:
  Episodes all_;
  std::size_t replications_ = 0, lost_ = 0, taken_over_ = 0;
  std::vector<double> failed_, answered_;
};

}  // namespace

std::vector<TakeoverSummary> takeovers(const results::Study& study) {
  const std::vector<std::string>& centres = study.dimensions.centres;
  std::vector<TakeoverSummary> out;
  for (std::uint32_t centre = 0; centre < centres.size(); ++centre) {
    Account account;
    for (const results::Observations& observations : study.replications)
      account.add(episodes_at(observations, centre));
    if (account.empty())
      continue;
    out.push_back(account.finish(centres));
    out.back().centre = centres[centre];
  }
  return out;
}

}  // namespace analysis
