#include "cli/help.hpp"

#include <fmt/format.h>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <memory>

#include "cli/manuals.hpp"
#include "models/text/problems.hpp"

namespace cli {
namespace {

class ExamplesFirst : public CLI::Formatter {
public:
  explicit ExamplesFirst(std::string examples) : examples_(std::move(examples)) {
    column_width(28);
  }
  std::string make_description(const CLI::App* app) const override {
    return app->get_description() + "\n\nExamples:\n" + examples_ + "\n";
  }

private:
  std::string examples_;
};

std::vector<std::string> command_names(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* const command : program.get_subcommands({}))
    names.push_back(command->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* const option : app.get_options()) {
    for (const std::string& name : option->get_lnames())
      names.push_back("--" + name);
    for (const std::string& name : option->get_snames())
      names.push_back("-" + name);
  }
  return names;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A long option without its "=value".
std::string bare_option(const std::string& argument) {
  return argument.substr(0, argument.find('='));
}

std::string did_you_mean(const char* what, const std::string& word,
                         const std::vector<std::string>& names) {
  const std::string near = models::nearest(word, names);
  return near.empty() ? "" : fmt::format("unknown {} '{}'; did you mean '{}'?", what, word, near);
}

std::string option_suggestion(const CLI::App& app, const std::vector<std::string>& arguments) {
  const std::vector<std::string> names = option_names(app);
  for (const std::string& argument : arguments) {
    const std::string option = bare_option(argument);
    if (!option.starts_with("--") || option == "--" || has(names, option))
      continue;
    if (const std::string text = did_you_mean("option", option, names); !text.empty())
      return text;
  }
  return "";
}

}  // namespace

std::string page_of(const CLI::App& app) {
  const CLI::App* const above = app.get_parent();
  return above == nullptr || above->get_parent() == nullptr
             ? app.get_name()
             : above->get_name() + "-" + app.get_name();
}

void show_manual(CLI::App& app) {
  const Manual manual = manual_of(page_of(app));
  app.description(manual.summary);
  app.formatter(std::make_shared<ExamplesFirst>(manual.examples));
  app.footer(manual.notes);
}

std::string suggestion(const CLI::App& program, const std::vector<std::string>& arguments) {
  const auto word = std::find_if(arguments.begin(), arguments.end(),
                                 [](const std::string& a) { return !a.starts_with("-"); });
  if (word == arguments.end())
    return option_suggestion(program, arguments);
  const std::vector<std::string> names = command_names(program);
  if (!has(names, *word))
    return did_you_mean("command", *word, names);
  const CLI::App& chosen = *program.get_subcommand(*word);
  const std::vector<std::string> rest{word + 1, arguments.end()};
  return command_names(chosen).empty() ? option_suggestion(chosen, rest) : suggestion(chosen, rest);
}

}  // namespace cli
