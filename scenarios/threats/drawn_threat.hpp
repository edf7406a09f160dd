#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/draft.hpp"
#include "scenarios/attack/attack_moments.hpp"
#include "scenarios/moments.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// How the race of a threat with an `attack` went. The onset is what it touched first, or the first
/// access when it touched nothing.
struct DrawnRace {
  double access_to_onset_s = 0;
  double window_s = 0;                ///< what is counted from the onset, whatever was drawn
  std::vector<AttackMoment> moments;  ///< since the first access
};

/// When what is drawn begins: `onset_s` after the start of the run. An attack begins before it,
/// with an access at a time of the clock; none where an attack cannot begin.
struct Beginning {
  double onset_s = 0;
  std::optional<models::UtcSeconds> access;
};

/// A threat of one replication as a scenario file would have it: effects with fixed times, from
/// the start of the run.
struct DrawnThreat {
  models::Node threat;        ///< name and effects
  double duration_s = 0;      ///< from the onset to the end of the last repeat, as drawn
  std::vector<bool> happens;  ///< by effect; false: not in this replication
  std::optional<DrawnRace> race;
};

/// Threats with `target`, `after`, `duration`, `detection`, `draws`, `repeats` and effects with
/// `after`, `for` and `chance`. All is drawn from (key, threat, name of the draw); what comes back
/// within the time of `repeats` hits the same target and draws all else anew. Or threats with an
/// `attack`, whose race says when its effects begin and end.
DrawnThreat draw_threat(const std::string& id, const models::Place& place,
                        const models::Draft& draft, const models::ReplicationKey& key,
                        const Beginning& from);

/// All threats of a section in one replication.
struct DrawnSection {
  models::Node threats;           ///< as a scenario file would have them
  std::vector<bool> happens;      ///< by effect, over all threats
  double longest_s = 0;           ///< from the onset to the end of the last of them
  std::optional<DrawnRace> race;  ///< of the one that has an attack
};
DrawnSection draw_section(const models::Place& section, const models::Draft& draft,
                          const models::ReplicationKey& key, const Beginning& from);

/// The window of the attack among these threats; none: there is none.
std::optional<double> attack_window_s(const models::Node& threats);

/// Refuses threats that never begin within `left_s` after the onset: the window is over by then.
void refuse_too_late(const models::Place& section, double left_s);

/// They as values. What does not happen begins when all is over, at `never_s`.
std::vector<Threat> threats_of(const DrawnSection& drawn, const models::Draft& draft,
                               const Clock& clock, double never_s, models::Reading& reading);

}  // namespace scenarios
