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
  CLI::App program("", "uitwijk");
  show_manual(program);
  program.require_subcommand(1);
  program.set_version_flag("--version",
                           "uitwijk " + results::version() + " (" + results::commit() + ")");
  Commands commands;
  for (const auto make :
       {make_check,    make_new,      make_run,    make_trace,      make_describe, make_explain,
        make_schema,   make_graph,    make_plan,   make_optimise,   make_sweep,    make_branch,
        make_tornado,  make_exercise, make_table,  make_register,   make_compare,  make_report,
        make_campaign, make_serve,    make_doctor, make_completion, make_man})
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
