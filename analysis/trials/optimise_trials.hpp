#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/statistics/selection.hpp"
#include "analysis/trials/loss_trials.hpp"
#include "models/takeover/partner_moves.hpp"

namespace analysis {

/// What a plan is judged by: extra lost callers, all rooms lost once each.
enum class Objective {
  expected,  ///< mean over the rooms
  worst      ///< the room where it is largest
};

/// Share of draws of the parameters in which a change must be better to be kept.
inline constexpr double kept_from_share = 0.9;

struct OptimiseQuestion {
  LossQuestion loss;  ///< `replications`: of each plan under each loss when it is valued
  Objective objective = Objective::expected;
  SelectionRule rule;
  std::uint64_t budget = 20'000;  ///< replications of a loss under a plan, while it searches
  std::optional<double> within_km;
  /// Lost callers that a new rehearsal must save at least each time its room is lost; none: nobody
  /// rehearses.
  std::optional<double> rehearsal_price;
  std::uint64_t draws = 0;  ///< of the parameters, that a change must hold in; 0: as they stand
};

/// A change that the search took, by the replications of the search.
struct SearchStep {
  models::Id<models::Centre> room;
  models::PartnerMove move;
  models::PartnerList list;
  Estimate saved;                ///< lost callers each time the room is lost, paired
  std::size_t alternatives = 0;  ///< among which it was chosen
  std::size_t replications = 0;  ///< of those that were not ruled out before
};

/// What was found for the loss of one room.
struct RoomAnswer {
  models::Id<models::Centre> room;
  models::PartnerList before, after;
  /// Lists one move away that are not surely worse than `after`.
  std::vector<models::PartnerList> not_told;
  bool searched_out = false;   ///< nothing that is one move away is better; else the budget ended
  std::size_t rehearsals = 0;  ///< that `after` asks for
  std::size_t better_draws = 0, draws = 0;
  bool dropped = false;  ///< the change was not better in enough draws: `after` is `before`

  bool changes() const { return after != before; }
};

/// The search, and the plan that it found beside the shipped ones, on replications that the search
/// did not see.
struct OptimiseTrials {
  /// The shipped plans, then the found one when it is another; without losses when it was
  /// interrupted before.
  LossTrials valued;
  models::TakeoverPlan found;
  std::vector<RoomAnswer> rooms;
  std::vector<SearchStep> steps;
  std::size_t rounds = 0;
  std::size_t failed = 0;          ///< replications of the search
  std::uint64_t replications = 0;  ///< that the search spent
  bool budget_ended = false;       ///< before the search was at its own end
  double rehearsal_price = 0;
  Objective objective = Objective::expected;
  int signal = 0;
  double wall_s = 0;

  /// The search changed something.
  bool is_other_plan() const;
  bool is_valued() const { return !valued.losses.empty(); }
  std::size_t shipped() const { return valued.plans.size() - (is_other_plan() ? 1 : 0); }
  /// By the objective, with the price of rehearsals.
  Estimate value(std::size_t plan) const;
  /// The room of `valued.losses` that is worst under the plan.
  std::size_t worst_loss(std::size_t plan) const;
  /// Value of `worse` less that of `better`, paired. Of the worst room: that of `worse` less each
  /// room of `better`, the one of these with the lowest end; when that is above 0, all of them are,
  /// so the maximum is (an intersection-union test: Berger, Technometrics 24, 1982). The worst room
  /// of `worse` is taken as known.
  Estimate saved(std::size_t worse, std::size_t better) const;
  /// Of the shipped plans the one with the least value, the first of equals.
  std::size_t best_shipped() const;
  /// The found plan beats the best shipped one.
  bool is_better() const;
  /// The plan that is answered.
  std::size_t winner() const;
  /// Lost callers that the found plan saves when this loss happens, against the plan in force;
  /// without the price.
  Estimate saved_in(std::size_t loss) const;

private:
  std::vector<double> lost(std::size_t loss, std::size_t plan) const;
  std::vector<double> mean_over_losses(std::size_t plan) const;
};

}  // namespace analysis
