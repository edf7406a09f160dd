#include "cli/program.hpp"

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Error.hpp>

#include <cstdio>
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/strict_values.hpp"
#include "results/version.hpp"
#include "studies/exit_code.hpp"
#include "studies/guarded.hpp"
#include "studies/say.hpp"

namespace cli {
namespace {

const Manual manual = {
    "uitwijk: if this fails, or is attacked, how many 112 callers are lost, and does the takeover "
    "hold?",
    "  uitwijk check scenarios/normal-day.yaml                is it right?\n"
    "  uitwijk run scenarios/kpn-2019.yaml -o kpn.h5          what does it do to callers?\n"
    "  uitwijk trace scenarios/kpn-2019.yaml --replication 3  one possible course, event by event\n"
    "  uitwijk describe takeover                              which numbers does it stand on?\n"
    "  uitwijk graph                                          what can it not miss?\n"
    "  uitwijk plan                                           which takeover plan holds?\n"
    "  uitwijk sweep --threat DR-20 --vary takeover.decide='1 min..9 min'   how fast is enough?\n"
    "  uitwijk branch scenarios/rotterdam-besluiten.yaml      what could one have decided?\n"
    "  uitwijk tornado scenarios/kpn-2019.yaml                which number to measure first?\n"
    "  uitwijk serve                                          the same questions on a page\n"
    "  uitwijk table runs/*.h5                                how bad, how likely, how sure?\n"
    "  uitwijk report runs/*.h5 -o report.html                what do I hand over?\n"
    "  uitwijk campaign plan scenarios/demo.campaign.yaml     every threat, what would that "
    "cost?\n",
    "'uitwijk COMMAND --help' says more. Data goes to standard output, talk to standard error.\n"
    "\n"
    "Exit codes: 0 done; 1 our fault; 2 wrong usage; 3 invalid input; 4 precision not reached;\n"
    "5 partial (replications missing); 6 criterion exceeded; 130/143 interrupted, what was "
    "finished\n"
    "is saved. Standard output that cannot be written, as on a full disk, is 1.\n"
    "Environment: NO_COLOR switches bold text off; LC_ALL, LC_MESSAGES, LANG choose the language."};

/// "run ", "campaign plan ": as far as it was understood.
std::string chosen_words(const CLI::App& program) {
  std::string out;
  for (auto chosen = program.get_subcommands(); !chosen.empty();
       chosen = chosen.front()->get_subcommands())
    out += chosen.front()->get_name() + " ";
  return out;
}

int wrong_usage(const CLI::App& program, const CLI::ParseError& error,
                const std::vector<std::string>& arguments) {
  const std::string hint = suggestion(program, arguments);
  studies::say("uitwijk: {}\nTry 'uitwijk {}--help'.\n", hint.empty() ? error.what() : hint,
               chosen_words(program));
  return studies::exit_code::wrong_usage;
}

int run_chosen(const Commands& commands) {
  for (const auto& command : commands)
    if (command->chosen())
      return (*command)();
  return studies::exit_code::wrong_usage;
}

}  // namespace

int uitwijk(int argc, char** argv) {
  CLI::App program(manual.summary, "uitwijk");
  show_manual(program, manual);
  program.require_subcommand(1);
  program.set_version_flag("--version",
                           "uitwijk " + results::version() + " (" + results::commit() + ")");
  Commands commands;
  for (const auto make : {make_check, make_run, make_trace, make_describe, make_graph, make_plan,
                          make_sweep, make_branch, make_tornado, make_exercise, make_table,
                          make_register, make_compare, make_report, make_campaign, make_serve})
    commands.push_back(make(program));
  if (argc == 1) {
    studies::say("{}", program.help());
    return studies::exit_code::wrong_usage;
  }
  demand_values(program);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  try {
    if (const std::string empty = option_without_value(arguments); !empty.empty())
      throw CLI::ValidationError(empty, "must have a value, found nothing");
    program.parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    return program.exit(asked_for_help);
  } catch (const CLI::ParseError& error) {
    return wrong_usage(program, error, arguments);
  }
  return studies::guarded([&] { return run_chosen(commands); });
}

}  // namespace cli
