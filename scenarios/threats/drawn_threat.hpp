#pragma once

#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/draft.hpp"

namespace scenarios {

/// A threat of one replication as a scenario file would have it: effects with fixed times, from
/// the start of the run.
struct DrawnThreat {
  models::Node threat;        ///< name and effects
  double duration_s = 0;      ///< as drawn, to the end of the last repeat
  std::vector<bool> happens;  ///< by effect; false: not in this replication
};

/// Threats with `target`, `duration`, `detection`, `draws`, `repeats` and effects with `after`,
/// `for` and `chance`. All is drawn from (key, threat, name of the draw); what comes back within
/// the time of `repeats` hits the same target and draws all else anew.
DrawnThreat draw_threat(const std::string& id, const models::Place& place,
                        const models::Draft& draft, const models::ReplicationKey& key,
                        double onset_s);

}  // namespace scenarios
