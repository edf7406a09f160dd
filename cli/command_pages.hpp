#pragma once

#include <CLI/App.hpp>
#include <vector>

#include "reports/shell/command_page.hpp"

namespace cli {

/// The program and all its commands, in the order of its help, with their options.
std::vector<reports::CommandPage> command_pages(const CLI::App& program);

}  // namespace cli
