#pragma once

#include <CLI/App.hpp>

#include "analysis/trials/loss_trials.hpp"

namespace cli {

/// `--plans`, `--meldkamer`, `--at` and `--duration`, for every command that loses rooms under
/// plans. What is asked must live as long as the app.
void add_loss_options(CLI::App& app, analysis::LossQuestion& asked);

}  // namespace cli
