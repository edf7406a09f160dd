#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace cli {

/// The page of an app in cli/manuals: "run", "campaign-plan"; of the program itself its name.
std::string page_of(const CLI::App& app);

/// Help of an app: summary, examples, usage, options, notes, by its page in cli/manuals.
void show_manual(CLI::App& app);

/// "unknown option '--sed'; did you mean '--seed'?" for the first of the arguments that the
/// program does not know and that looks like something it does, else "".
std::string suggestion(const CLI::App& program, const std::vector<std::string>& arguments);

}  // namespace cli
