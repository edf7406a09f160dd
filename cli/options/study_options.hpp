#pragma once

#include <CLI/App.hpp>

#include "studies/study_reader.hpp"

namespace cli {

/// `--set`, `--with` and `--plan`, for every command that reads a world. What is asked must live as
/// long as the app, here and below.
void add_world_options(CLI::App& app, studies::WorldReader& asked);
/// `--measures` and its file, for commands that take a package.
void add_measure_options(CLI::App& app, studies::WorldReader& asked);
/// `--threat` and how it is aimed; `onset`: what the option of that moment is called.
void add_threat_options(CLI::App& app, studies::ThreatReader& asked, const char* onset = "--at");
/// `--year` and its companions.
void add_year_options(CLI::App& app, studies::YearReader& asked);
/// `--criteria` of a command that holds any study against them, not a year alone.
void need_no_year_for_criteria(CLI::App& app);
/// All of them, and the scenario file, `--seed` and `--save`.
void add_study_options(CLI::App& app, studies::StudyReader& asked, const char* onset = "--at");

}  // namespace cli
