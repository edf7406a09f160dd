#pragma once

#include <CLI/App.hpp>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "reports/words/language.hpp"
#include "studies/process/progress_bar.hpp"

namespace cli {

/// One command of the program: declares its options, then does its work. Its help is
/// cli/manuals/NAME.txt.
class Command {
public:
  Command(CLI::App& program, const std::string& name);
  virtual ~Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  /// The exit code. Throws models::InvalidInput and results::ResultError.
  virtual int operator()() = 0;
  bool chosen() const { return app_->parsed(); }

protected:
  CLI::App& app() { return *app_; }
  reports::Language language() const { return reports::language_of(asked_language_); }
  bool json() const { return json_; }
  bool quiet() const { return quiet_; }
  studies::Progress progress() const;
  studies::ProgressBar progress_bar() const;
  /// Says how many replications failed and how long all took. The exit code: that of the signal, of
  /// a partial answer, or the given one.
  int ended(std::size_t failed, double wall_s, int signal, int code) const;

private:
  CLI::App* app_;
  std::string asked_language_, progress_ = "people";
  bool json_ = false, quiet_ = false;
};

using Commands = std::vector<std::unique_ptr<Command>>;

std::unique_ptr<Command> make_check(CLI::App& program);
std::unique_ptr<Command> make_run(CLI::App& program);
std::unique_ptr<Command> make_trace(CLI::App& program);
std::unique_ptr<Command> make_describe(CLI::App& program);
std::unique_ptr<Command> make_explain(CLI::App& program);
std::unique_ptr<Command> make_new(CLI::App& program);
std::unique_ptr<Command> make_schema(CLI::App& program);
std::unique_ptr<Command> make_graph(CLI::App& program);
std::unique_ptr<Command> make_plan(CLI::App& program);
std::unique_ptr<Command> make_optimise(CLI::App& program);
std::unique_ptr<Command> make_sweep(CLI::App& program);
std::unique_ptr<Command> make_branch(CLI::App& program);
std::unique_ptr<Command> make_tornado(CLI::App& program);
std::unique_ptr<Command> make_exercise(CLI::App& program);
std::unique_ptr<Command> make_table(CLI::App& program);
std::unique_ptr<Command> make_register(CLI::App& program);
std::unique_ptr<Command> make_compare(CLI::App& program);
std::unique_ptr<Command> make_report(CLI::App& program);
std::unique_ptr<Command> make_campaign(CLI::App& program);
std::unique_ptr<Command> make_serve(CLI::App& program);
std::unique_ptr<Command> make_doctor(CLI::App& program);
std::unique_ptr<Command> make_completion(CLI::App& program);
std::unique_ptr<Command> make_man(CLI::App& program);

}  // namespace cli
