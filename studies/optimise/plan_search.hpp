#pragma once

#include <cstdint>
#include <vector>

#include "studies/optimise/room_search.hpp"

namespace studies {

/// Extra lost callers of one round: [room asked][list wanted][replication].
using RoundValues = std::vector<std::vector<std::vector<double>>>;

/// The search of all rooms, a round at a time. The loss of a room asks for its own partners only,
/// so rooms are searched side by side: all that are not done, or of the objective `worst` the room
/// that loses most, for then nothing else can lower the maximum. Decides at complete rounds alone:
/// given the values it is a function of the question, whoever computed them and when.
class PlanSearch {
public:
  PlanSearch(std::vector<RoomSearch> rooms, analysis::Objective objective, std::uint64_t budget);

  /// Places of the rooms of the next round; none: the search is over.
  const std::vector<std::size_t>& asked() const { return asked_; }
  /// Replications of the next round.
  std::uint64_t cost() const;
  /// Of the rooms asked. Throws std::invalid_argument when the values are not of this round.
  void take(RoundValues values);

  const std::vector<RoomSearch>& rooms() const { return rooms_; }
  std::size_t rounds() const { return rounds_; }
  std::uint64_t replications() const { return spent_; }
  /// Rooms were left that it could not go on with.
  bool budget_ended() const { return budget_ended_; }

private:
  void ask();
  std::vector<std::size_t> active() const;
  void check(const RoundValues& values) const;

  std::vector<RoomSearch> rooms_;
  analysis::Objective objective_;
  std::uint64_t budget_, spent_ = 0;
  std::size_t rounds_ = 0;
  bool budget_ended_ = false;
  std::vector<std::size_t> asked_;
};

}  // namespace studies
