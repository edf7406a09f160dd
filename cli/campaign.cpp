#include "cli/campaign_commands.hpp"
#include "studies/exit_code.hpp"

namespace cli {
namespace {

class Campaign : public Command {
public:
  explicit Campaign(CLI::App& program) : Command(program, "campaign") {
    app().require_subcommand(1);
    for (const auto make : {make_campaign_plan, make_campaign_run, make_campaign_status,
                            make_campaign_merge, make_campaign_submit})
      commands_.push_back(make(app()));
  }

  int operator()() override {
    for (const auto& command : commands_)
      if (command->chosen())
        return (*command)();
    return studies::exit_code::wrong_usage;
  }

private:
  Commands commands_;
};

}  // namespace

std::unique_ptr<Command> make_campaign(CLI::App& program) {
  return std::make_unique<Campaign>(program);
}

}  // namespace cli
