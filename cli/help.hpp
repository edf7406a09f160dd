#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace cli {

struct Manual;

/// Help of an app: summary, examples, usage, options, notes.
void show_manual(CLI::App& app, const Manual& manual);

/// "unknown option '--sed'; did you mean '--seed'?" for the first of the arguments that the
/// program does not know and that looks like something it does, else "".
std::string suggestion(const CLI::App& program, const std::vector<std::string>& arguments);

}  // namespace cli
