#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iostream>

#include "cli/command.hpp"
#include "cli/command_pages.hpp"
#include "models/text/reading.hpp"
#include "reports/shell/man_page.hpp"
#include "results/version.hpp"
#include "studies/exit_code.hpp"

namespace cli {
namespace {

class Man : public Command {
public:
  explicit Man(CLI::App& program) : Command(program, "man"), program_(program) {
    app()
        .add_option("COMMAND", words_, "As it is called: run, campaign plan; default: uitwijk")
        ->option_text("...");
  }

  int operator()() override {
    const auto pages = command_pages(program_);
    const std::string asked = fmt::format("{}", fmt::join(words_, " "));
    const auto page = std::ranges::find(pages, asked, &reports::CommandPage::words);
    if (page == pages.end()) {
      std::vector<std::string> known;
      for (const reports::CommandPage& one : pages)
        known.push_back(one.words);
      models::refuse({asked, 0, 0}, "is no command" + models::did_you_mean(asked, known));
    }
    std::cout << reports::man_page(*page, pages, results::version());
    return studies::exit_code::done;
  }

private:
  const CLI::App& program_;
  std::vector<std::string> words_;
};

}  // namespace

std::unique_ptr<Command> make_man(CLI::App& program) {
  return std::make_unique<Man>(program);
}

}  // namespace cli
