#pragma once

#include <string>
#include <vector>

#include "reports/shell/command_page.hpp"

namespace reports {

/// A page for man(1), section 1. `all`: every command, for what is said beside it.
std::string man_page(const CommandPage& page, const std::vector<CommandPage>& all,
                     const std::string& version);

}  // namespace reports
