#pragma once

#include <vector>

#include "models/text/reading.hpp"
#include "models/world/parameter.hpp"

namespace scenarios {

/// Moves the numbers that were read of the threats in `root` out of `reading` to `own`, each once
/// and with the address at which it is written: threats are read after names and draws have been
/// filled in, so one effect may have become several. What was drawn stands nowhere and is left out.
void keep_threat_parameters(std::vector<models::Parameter>& own, const models::Node& root,
                            models::Reading& reading);

}  // namespace scenarios
