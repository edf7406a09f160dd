#include "cli/campaign_commands.hpp"
#include "studies/exit_code.hpp"

namespace cli {
namespace {

const Manual manual = {
    "Many studies at once: threats x targets x measures, also on a cluster",
    "  uitwijk campaign plan scenarios/demo.campaign.yaml -o demo     what will it cost?\n"
    "  uitwijk campaign run demo -j 2                                 work it off; again: go on\n"
    "  uitwijk campaign status demo                                   how far is it?\n"
    "  uitwijk campaign merge demo -o demo.h5                         one file of all rows\n"
    "  uitwijk campaign submit demo -o demo.h5 --time 01:00:00        the same as a Slurm job "
    "array\n",
    "A campaign is a file (docs/formats/campaign.md) that names threats, targets, durations,\n"
    "packages of measures, takeover plans and numbers to vary; each combination is a row, a study\n"
    "of its own.\n"
    "'plan' cuts the rows into tasks and writes a manifest with the digest of every file they\n"
    "stand on. Tasks may run in any order, on any number of machines that share the folder, be\n"
    "killed and run again: the merged file has the same bytes. docs/commands/campaign.md is\n"
    "the page for a cluster.\n"
    "\n"
    "Exit codes: 0 done; 1 our fault; 2 wrong usage; 3 invalid input; 5 partial (tasks or shards\n"
    "missing); 130/143 interrupted, with what was finished saved."};

class Campaign : public Command {
public:
  explicit Campaign(CLI::App& program) : Command(program, "campaign", manual) {
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
