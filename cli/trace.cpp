#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/options/count_bounds.hpp"
#include "cli/options/study_options.hpp"
#include "reports/documents/attack_lines.hpp"
#include "reports/documents/story_lines.hpp"
#include "reports/formats/wrapped.hpp"
#include "reports/words/words.hpp"
#include "results/json_text.hpp"
#include "results/schemas.hpp"
#include "studies/conduct.hpp"
#include "studies/exit_code.hpp"
#include "studies/say.hpp"
#include "studies/study_reader.hpp"

namespace cli {
namespace {

class Trace : public Command {
public:
  explicit Trace(CLI::App& program) : Command(program, "trace") {
    add_study_options(app(), study_);
    app()
        .add_option("--replication", replication_,
                    "Which course; 'run' has those from 0 to -n less 1 [0]")
        ->check(place_bounds)
        ->option_text("K");
  }

  int operator()() override {
    scenarios::ScenarioInWorld input = study_.read();
    const std::string background = input.laid ? input.background_name : "";
    if (!input.year) {
      input.scenario = input.scenario_of({study_.seed, replication_});
      input.drawn.reset();
      input.laid.reset();
    }
    const auto silently = [](studies::Done, std::uint64_t) { return true; };
    // The two worlds of one replication need no more than two processes.
    const analysis::RunReport report =
        studies::conduct(input, {study_.seed, replication_, 1, 2, {}, 0}, silently);
    if (report.signal != 0)
      return studies::exit_code::interrupted(report.signal);
    if (!report.study.failures.empty())
      return complain(report.study.failures.front());
    const results::Observations& observations = report.study.replications.at(0);
    const reports::Story story(input, report.study.dimensions, language());
    if (json())
      print_json(story, observations, input, background);
    else
      print_text(story, observations, input, background);
    return studies::exit_code::done;
  }

private:
  int complain(const results::Study::Failure& failure) const {
    studies::say("{} {}: {}\n  {}: {}\n", reports::word("replication_failed", language()),
                 failure.replication, failure.reason, reports::word("reproduce_with", language()),
                 study_.reproduce(failure.replication));
    return studies::exit_code::partial;
  }

  void print_text(const reports::Story& story, const results::Observations& observations,
                  const scenarios::ScenarioInWorld& input, const std::string& background) const {
    const reports::StoryLines lines(story, observations.world, language());
    std::cout << story.opening(observations) << '\n';
    if (!background.empty())
      reports::print_wrapped(std::cout, reports::word_text("laid_over", language(), background), 0);
    for (const std::string& line :
         reports::attack_lines(input.scenario, input.model.world.zone, language()))
      std::cout << line << '\n';
    std::cout << lines.columns() << '\n';
    for (const std::string& line : lines.lines())
      std::cout << line << '\n';
    std::cout << '\n' << story.closing(observations) << '\n';
  }

  void print_json(const reports::Story& story, const results::Observations& observations,
                  const scenarios::ScenarioInWorld& input, const std::string& background) const {
    nlohmann::ordered_json events = nlohmann::ordered_json::array();
    for (const results::CourseEvent& event : observations.world.course)
      events.push_back(story.as_json(event));
    nlohmann::ordered_json document = {
        {"schema", name_of(results::Schema::trace)},
        {"scenario", input.scenario.id},
        {"background",
         background.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(background)},
        {"seed", study_.seed},
        {"replication", replication_},
        {"label", reports::word("one_possible_course", language())},
        {"opening", story.opening(observations)},
        {"events", events},
        {"closing", story.closing(observations)}};
    if (!input.scenario.attack.empty())
      document["attack"] = reports::attack_json(input.scenario, input.model.world.zone);
    std::cout << results::json_text(document);
  }

  studies::StudyReader study_;
  std::uint64_t replication_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_trace(CLI::App& program) {
  return std::make_unique<Trace>(program);
}

}  // namespace cli
