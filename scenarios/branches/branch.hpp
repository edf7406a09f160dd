#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/world/parameter.hpp"
#include "scenarios/scenario.hpp"

/// What people can decide while it happens: options beside each other, of the same past.
namespace scenarios {

/// A moment of each replication: so long after the start of the run, after the onset, or after the
/// first time that somebody who can act knew (`detected` of a takeover).
struct Moment {
  enum class From { start, onset, detect };
  std::string text;  ///< as written, "onset + 20 min"
  From from = From::start;
  double plus_s = 0;
};

/// An option. One with several moments stands for as many futures.
struct Branch {
  std::string id, name;
  std::optional<std::size_t> after;  ///< the option, before this one, whose future it goes on from
  std::vector<Moment> at;            ///< none: nothing is decided
  std::vector<models::Setting> settings;
  std::vector<Effect> effects;  ///< `from_s` since the moment
  models::Mark mark;

  bool decides() const { return !settings.empty() || !effects.empty(); }
};

/// One decision that was taken in a replication; NaN: it never came to that.
struct Taken {
  const Branch* branch = nullptr;
  double at_s = 0;                             ///< since the start of the run
  std::shared_ptr<const models::World> world;  ///< none: it changes no setting
};

/// The scenario of one replication with these decisions, the earliest first. Effects of a decision
/// that did not come are there, and begin when all is over.
Scenario with_decisions(Scenario scenario, const std::vector<Taken>& taken);

/// When the first effect of a threat begins, in seconds since the start of the run; NaN: none does.
double onset_s(const Scenario& scenario);

}  // namespace scenarios
