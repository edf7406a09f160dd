#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/trials/optimise_trials.hpp"

namespace studies {

/// Lists that are tried under the same random numbers.
struct WantedTrials {
  std::vector<models::PartnerList> lists;
  std::uint64_t first = 0, count = 0;  ///< replications
};

/// The local search for the partners of one room, a step at a time: it says what must be simulated,
/// is told what came of it, and decides. It knows no simulator. First the lists of the plans
/// compete; then, again and again, the best so far with all that one move leads to. Each contest
/// has replications of its own, so that luck in one is none in the next. A list takes the place of
/// the best so far when the contest selects it and it is surely better too, so that nothing drifts
/// among equals. What was ruled out once is not tried again.
class RoomSearch {
public:
  /// `starts`: lists within the limits, the one in force first; it is the best so far. `price`: of
  /// each rehearsal that the world does not know.
  RoomSearch(models::Id<models::Centre> room, models::PartnerLimits limits,
             std::vector<models::PartnerList> starts, const analysis::SelectionRule& rule,
             double price);

  models::Id<models::Centre> room() const { return room_; }
  bool is_done() const { return !contest_; }
  /// While it is not done.
  WantedTrials wanted() const;
  /// Extra lost callers: [list wanted][replication].
  void take(std::vector<std::vector<double>> lost);
  /// The budget has ended: what is better by now is taken, though the contest is not decided.
  void close();

  const models::PartnerList& start() const { return start_; }
  const models::PartnerList& best() const { return best_; }
  /// Mean of the best list in the last contest; NaN before the first replication.
  double mean() const { return mean_; }
  /// Rehearsals that a list asks for.
  std::size_t rehearsals(const models::PartnerList& list) const;
  const std::vector<analysis::SearchStep>& steps() const { return steps_; }
  /// Others of the last contest that are not surely worse.
  const std::vector<models::PartnerList>& not_told() const { return not_told_; }
  /// The search came to its own end.
  bool is_searched_out() const { return searched_out_; }

private:
  void hold(std::vector<models::MovedList> others);
  void look_around();
  bool is_ruled_out(const models::PartnerList& list) const;
  bool take_the_better_one();
  void end_contest();

  models::Id<models::Centre> room_;
  models::PartnerLimits limits_;
  analysis::SelectionRule rule_;
  double price_;
  models::PartnerList start_, best_;
  double mean_ = analysis::undefined;
  std::vector<models::MovedList> alternatives_;  ///< the best so far first
  std::optional<analysis::Contest> contest_;
  bool among_starts_ = true, searched_out_ = false;
  std::uint64_t next_replication_ = 0;
  std::vector<models::PartnerList> ruled_out_, not_told_;
  std::vector<analysis::SearchStep> steps_;
};

}  // namespace studies
