#include "cli/options/loss_options.hpp"

namespace cli {

void add_loss_options(CLI::App& app, analysis::LossQuestion& asked) {
  app.add_option("--plans", asked.plans, "Which plans, the first is compared with [all]")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->option_text("A,B");
  app.add_option("--meldkamer", asked.meldkamer, "Only losses with this one")->option_text("ID");
  app.add_option("--at", asked.at, "When it begins, like 2026-12-01T14:00; default: any hour")
      ->option_text("TIME");
  app.add_option("--duration", asked.duration, "How long the rooms are lost ['8 h']")
      ->option_text("TIME");
}

}  // namespace cli
