#pragma once

#include <map>
#include <vector>

#include "models/takeover/partner_moves.hpp"
#include "studies/loss_facts.hpp"
#include "studies/optimise/pace.hpp"

namespace studies {

/// Lost callers of losses under lists of partners, replication by replication, more than in the
/// undisturbed twin. A twin is simulated once, whatever asks for it. All references must outlive
/// it.
class LossValues {
public:
  struct Chance {
    std::uint64_t seed = 1;
    int jobs = 1;
  };
  /// `studies`: the losses, all with the same onsets.
  LossValues(const models::World& world, const std::vector<scenarios::ScenarioInWorld>& studies,
             Chance chance, Pace& pace)
      : world_(world), studies_(studies), chance_(chance), pace_(pace) {}

  struct Replications {
    std::uint64_t first = 0, count = 0;
  };
  /// When the room is lost whose loss this study is, and it has these partners. NaN where a
  /// replication failed, and where it was interrupted (`Pace::signal`).
  std::vector<double> of(std::size_t study, models::Id<models::Centre> room,
                         const models::PartnerList& partners, Replications replications);

private:
  void run_twins(Replications replications);

  const models::World& world_;
  const std::vector<scenarios::ScenarioInWorld>& studies_;
  Chance chance_;
  Pace& pace_;
  std::map<std::uint64_t, std::optional<results::Facts>> twins_;
};

}  // namespace studies
