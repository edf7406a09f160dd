#pragma once

#include <string>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/draft.hpp"

namespace scenarios {

/// Whom a threat hits, as names: what `$target`, `$components` and `$regions` stand for.
struct Target {
  std::vector<std::string> centres, components, regions;
};

/// A meldkamer or a component (of all meldkamers when it stands at each), several of them with
/// commas, `all` or `random:K` meldkamers that have regions (`random:K+partner`: and the first
/// takeover partner of each), or everything of `site:NAME`, `supplier:ID` or `voorziening:ID`.
/// Components bring the meldkamers at which they stand. `random:K` is drawn from (key, threat,
/// meldkamer), so that K + 1 keeps the K.
Target read_target(const models::Place& place, const models::Draft& draft,
                   const models::ReplicationKey& key, const std::string& threat);

}  // namespace scenarios
