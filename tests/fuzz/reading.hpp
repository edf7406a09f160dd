#pragma once

#include "bytes.hpp"
#include "models/text/problems.hpp"

namespace fuzz {

/// Calls `read`, which may refuse with problems that say something, and with nothing else.
template <class Read>
void read_or_refuse(Read read) {
  try {
    read();
  } catch (const models::InvalidInput& refused) {
    must(!refused.problems().empty(), "a refusal says why");
    for (const auto& problem : refused.problems())
      must(!problem.message.empty() && !problem.mark.file.empty(), "a problem has words and place");
  }
}

}  // namespace fuzz
