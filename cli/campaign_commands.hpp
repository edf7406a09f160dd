#pragma once

#include <memory>

#include "cli/command.hpp"

namespace cli {

std::unique_ptr<Command> make_campaign_plan(CLI::App& campaign);
std::unique_ptr<Command> make_campaign_run(CLI::App& campaign);
std::unique_ptr<Command> make_campaign_status(CLI::App& campaign);
std::unique_ptr<Command> make_campaign_merge(CLI::App& campaign);
std::unique_ptr<Command> make_campaign_submit(CLI::App& campaign);

}  // namespace cli
