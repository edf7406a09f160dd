#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "analysis/trials/branch_trials.hpp"
#include "scenarios/branches/branch.hpp"
#include "studies/study_reader.hpp"

namespace studies {

/// What there is to choose, read and checked: the options of the scenario at each of their moments.
class Branches {
public:
  /// Throws models::InvalidInput.
  explicit Branches(const StudyReader& asked);

  const scenarios::ScenarioInWorld& input() const { return input_; }
  std::size_t size() const { return futures_.size(); }
  /// In the first future nothing is decided; a later one comes after the one that it goes on from.
  analysis::BranchFuture named(std::size_t future) const;
  /// What was decided in a replication up to and with this future. `futures` holds the earlier ones
  /// with the moments of what they decided, and when somebody knew, in this `row` of them.
  std::vector<scenarios::Taken> taken(std::size_t future, std::size_t row,
                                      const scenarios::Scenario& scenario,
                                      const std::vector<analysis::BranchFuture>& futures) const;

private:
  struct Future {
    std::size_t branch = 0;
    std::optional<std::size_t> moment;  ///< of the branch; none: nothing is decided
    std::optional<std::size_t> after;   ///< a future
  };
  void list_futures();

  scenarios::ScenarioInWorld input_;
  std::vector<scenarios::Branch> branches_;
  std::vector<std::shared_ptr<const models::World>> worlds_;  ///< by branch
  std::vector<Future> futures_;
};

}  // namespace studies
