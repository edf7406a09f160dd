#pragma once

#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/draft.hpp"
#include "scenarios/moments.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// A threat of one replication as a scenario file would have it: effects with fixed times, from
/// the start of the run.
struct DrawnThreat {
  models::Node threat;        ///< name and effects
  double duration_s = 0;      ///< from the onset to the end of the last repeat, as drawn
  std::vector<bool> happens;  ///< by effect; false: not in this replication
};

/// Threats with `target`, `after`, `duration`, `detection`, `draws`, `repeats` and effects with
/// `after`, `for` and `chance`. All is drawn from (key, threat, name of the draw); what comes back
/// within the time of `repeats` hits the same target and draws all else anew.
DrawnThreat draw_threat(const std::string& id, const models::Place& place,
                        const models::Draft& draft, const models::ReplicationKey& key,
                        double onset_s);

/// All threats of a section in one replication.
struct DrawnSection {
  models::Node threats;       ///< as a scenario file would have them
  std::vector<bool> happens;  ///< by effect, over all threats
  double longest_s = 0;       ///< from the onset to the end of the last of them
};
DrawnSection draw_section(const models::Place& section, const models::Draft& draft,
                          const models::ReplicationKey& key, double onset_s);

/// Refuses threats that never begin within `left_s` after the onset: the window is over by then.
void refuse_too_late(const models::Place& section, double left_s);

/// They as values. What does not happen begins when all is over, at `never_s`.
std::vector<Threat> threats_of(const DrawnSection& drawn, const models::Draft& draft,
                               const Clock& clock, double never_s, models::Reading& reading);

}  // namespace scenarios
