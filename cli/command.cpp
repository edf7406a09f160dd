#include "cli/command.hpp"

#include "cli/help.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"
#include "studies/exit_code.hpp"
#include "studies/say.hpp"

namespace cli {

Command::Command(CLI::App& program, const std::string& name) : app_(program.add_subcommand(name)) {
  show_manual(*app_);
  const char* const everywhere = "Options of every command";
  app_->add_option("--lang", asked_language_, "Dutch or English; default: by the locale")
      ->check(CLI::IsMember({"nl", "en"}))
      ->option_text("nl|en")
      ->group(everywhere);
  app_->add_flag("--json", json_, "Standard output is JSON (docs/formats/json.md) instead of text")
      ->group(everywhere);
  app_->add_flag("-q,--quiet", quiet_, "No progress and no remarks on standard error")
      ->group(everywhere);
  app_->add_option("--progress", progress_,
                   "How far it is, on standard error: for people, or a line of\n"
                   "JSON ten times a second at most [people]")
      ->check(CLI::IsMember({"people", "json"}))
      ->option_text("people|json")
      ->group(everywhere);
}

studies::Progress Command::progress() const {
  if (quiet_)
    return studies::Progress::none;
  return progress_ == "json" ? studies::Progress::json : studies::Progress::people;
}

studies::ProgressBar Command::progress_bar() const {
  return {reports::word("time_left", language()), progress()};
}

int Command::ended(std::size_t failed, double wall_s, int signal, int code) const {
  if (failed > 0)
    studies::say("{}\n", reports::planning_text("plan.failed", language(), reports::Count(failed)));
  if (!quiet())
    studies::say("{:.1f} s\n", wall_s);
  if (signal != 0)
    return studies::exit_code::interrupted(signal);
  return failed > 0 ? studies::exit_code::partial : code;
}

}  // namespace cli
