#pragma once

#include <string>

#include "cli/serve/asked.hpp"

namespace cli {

/// What was seen in an exercise, as the text of an exercise file: docs/commands/serve.md has the
/// keys. What is wrong goes to `seen`.
std::string exercise_text(Asked& seen);

}  // namespace cli
