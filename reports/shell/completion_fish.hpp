#pragma once

#include <string>
#include <vector>

#include "reports/shell/command_page.hpp"

namespace reports {

/// What fish wants: a line for each option of each command. `lists`: its variables, by name.
std::string fish_tables(const std::vector<CommandPage>& pages);

}  // namespace reports
