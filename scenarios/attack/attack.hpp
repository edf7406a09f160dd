#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/chance/distribution.hpp"
#include "models/text/yaml_document.hpp"

/// An attack as a race: an intruder who moves along paths, people who watch, cut off and repair.
namespace scenarios {

/// What an intruder can hold: an account, a segment, a system. One that is written `per: meldkamer`
/// is one at each.
struct Asset {
  std::string id;      ///< "gms@rotterdam"
  std::string kind;    ///< the name in the file: "gms"
  std::string centre;  ///< empty: it stands at none
  bool has_effects = false;
};

/// A way from one asset to another.
struct AttackStep {
  std::string name;  ///< in the file: "to_gms"
  std::string id;    ///< "to_gms directory>gms@rotterdam"; names its draws
  std::size_t from = 0, to = 0;
  models::Distribution takes_s;
  double chance = 1;  ///< that the way is open
  double seen = 0;    ///< that the watch sees it
};

/// People or machines that look out for an intruder.
struct Watch {
  models::Distribution alarm_s;  ///< from a step that is seen to the alarm
  bool always = false;           ///< else in office hours: what is seen at night waits
};

/// The clock of a decision; outside office hours it may have another one (the deputy).
struct DecisionClock {
  models::Distribution day_s;
  std::optional<models::Distribution> night_s;
};

/// Something that is cut off on purpose, as a precaution.
struct Isolation {
  std::string id;
  std::vector<std::size_t> of;  ///< assets that cannot be taken or struck from then on
  double chance = 1;            ///< that somebody decides to
  DecisionClock after;          ///< from the alarm
  models::Distribution lasts_s;
  bool has_effects = false;
};

struct Recovery {
  int crews = 1;
  models::Distribution triage_s;  ///< once, from when the intruder is out
  double clean_backup = 1;        ///< probability, for each asset
  models::Distribution restore_s, rebuild_s, verify_s;
};

struct Attack {
  std::vector<Asset> assets;  ///< in the order of recovery
  std::vector<AttackStep> steps;
  std::vector<std::size_t> begins;  ///< one of these, by lot
  models::Distribution strike_s;    ///< from the first access
  double out_of_hours = 0;          ///< probability that it is put outside office hours
  std::optional<Watch> watch;
  models::Distribution notice_s;  ///< from the strike to the alarm, when nobody has seen it before
  DecisionClock evict;            ///< from the alarm until the intruder is out
  std::vector<Isolation> isolations;
  Recovery recovery;
  double window_s = 0;  ///< how long is counted from the first thing that stops
};

}  // namespace scenarios
