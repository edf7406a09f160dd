#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/measures/losses.hpp"
#include "results/study.hpp"

namespace analysis {

/// What one replication of a threat did to a part of the nation: its disturbed world less its twin.
/// All zero in a study without threats; NaN: not counted in a file of before.
struct Harm {
  double lost_callers = 0;  ///< by the T_lost of the world
  /// More genuine callers without contact 1, 5, 10, 15, 30, 60 min after their first attempt.
  std::array<double, 6> no_contact_after{};
  double late_help = 0, late_callers = 0;  ///< genuine callers of both worlds
  /// National: a second of everything is 1.
  double unreachable_112_s = 0, dispatch_impossible_s = 0, degraded_s = 0;
  double wrong_dispatch_share = 0;
  double recover_s = 0;  ///< 0: never down; infinite: still down at the end
  double callers = 0;    ///< genuine, in the twin
};

/// Of the nation, or of the meldkamer that the row is about.
struct Consequence : Harm {
  std::uint64_t replication = 0;
  int hour_of_week = -1;  ///< local hour in which it struck, when onsets are drawn; else -1
  /// Of the touched part, which a row with a target is judged on; none in a file of before.
  std::optional<Harm> touched;
  bool truncated = false;    ///< its window ended before its people's story: lower bounds
  bool late_return = false;  ///< calls were not home again at its end: the return is later
  double window_capped_s = results::never;  ///< as in Observations: truncated for that reason
  double window_s = results::never;         ///< from the onset to the end of the window
  /// Of the part's meldkamers, at their first stage and at the last.
  std::vector<Spell> intake_losses, dispatch_losses;
  bool losses_told = false;  ///< a file of before 3.0 does not say what became of them
  std::uint32_t first_switches = 0, first_switches_failed = 0;
};

/// One row of an impact table: a study without its facts, so that a campaign of many rows takes
/// little memory.
struct Row {
  results::RowLabels labels;
  std::string scenario, scenario_name, world_name, rubricering, version, commit, command;
  std::string world_as_of;  ///< day whose state of affairs the world describes; empty: not said
  std::string start_local;
  std::uint64_t seed = 0, asked = 0, failed = 0, conservation_error = 0;
  std::uint64_t parameters = 0, parameters_assumed = 0;
  std::uint64_t definitions = results::definitions;  ///< by which it was counted
  double lost_after_s = 600, window_s = 0;
  std::vector<std::pair<std::string, std::string>> inputs;  ///< name and SHA-256
  bool has_twin = false;
  std::string meldkamer;        ///< whose callers only; empty: the nation
  double share_of_callers = 1;  ///< of the nation's, when of one meldkamer
  std::vector<Consequence> replications;

  /// Threat and target, or the scenario's name: "DR-07@rotterdam".
  std::string aim() const;
  /// The same over its background, when it has one: "DR-09@gms over new-year".
  std::string id() const;
  /// Aimed at a part of the nation: judged on the part that its effects touch.
  bool is_aimed() const { return !labels.target.empty() && meldkamer.empty(); }
  /// What the consequence is judged on.
  const Harm& judged(const Consequence& one) const {
    return is_aimed() && one.touched ? *one.touched : one;
  }
};

/// How much of what was asked for there is, over all rows of the files that were read.
struct Extent {
  std::uint64_t asked = 0, finished = 0;  ///< replications
  std::size_t rows = 0, empty_rows = 0;   ///< without any replication
  bool partial() const { return finished < asked; }
  Extent operator+(const Extent& more) const {
    return {asked + more.asked, finished + more.finished, rows + more.rows,
            empty_rows + more.empty_rows};
  }
};

/// `meldkamer`: counts its callers and its dispatch only. Throws std::out_of_range when the study
/// has none of that name.
Row reduce(const results::Study& study, const std::string& meldkamer = "");

/// One number of every replication, in order.
template <class Value>
std::vector<double> values_of(const Row& row, Value value) {
  std::vector<double> out;
  out.reserve(row.replications.size());
  for (const Consequence& consequence : row.replications)
    out.push_back(static_cast<double>(value(consequence)));
  return out;
}

}  // namespace analysis
