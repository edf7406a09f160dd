#pragma once

#include <CLI/App.hpp>
#include <string>

#include "analysis/impact/criteria.hpp"
#include "models/world/day.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace cli {

/// Options that several commands have, each declared here alone. The texts must live as long as the
/// app.

/// `--criteria`; `of`: the case that it is for, as "Of --year: ".
CLI::Option* add_criteria_option(CLI::App& app, std::string& file, const std::string& of = "");
/// `--catalogue`.
CLI::Option* add_catalogue_option(CLI::App& app, std::string& file, const std::string& what);
/// `--record`; `of` as above.
CLI::Option* add_record_option(CLI::App& app, std::string& file, const std::string& of = "");
/// `--register`.
CLI::Option* add_register_option(CLI::App& app, std::string& file, const std::string& what);
/// `--measure-file`.
CLI::Option* add_measure_file_option(CLI::App& app, std::string& file, const std::string& what);
/// `--today`.
CLI::Option* add_today_option(CLI::App& app, std::string& asked);

/// What was asked for, or else what is shipped.
analysis::Criteria criteria_of(const std::string& file);
scenarios::Catalogue catalogue_of(const std::string& file);
/// The day that was asked for, or else the clock's, where the user is.
models::Day day_of(const std::string& asked);

}  // namespace cli
