#include "cli/command_pages.hpp"

#include <CLI/Formatter.hpp>

#include <memory>
#include <sstream>

#include "cli/help.hpp"
#include "cli/manuals.hpp"

namespace cli {
namespace {

/// "{nl,en}" within what CLI11 says of the type of an option that takes nothing else.
std::vector<std::string> choices_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t begin = type.find('{'), end = type.find('}');
  std::vector<std::string> out;
  if (begin == std::string::npos || end == std::string::npos)
    return out;
  std::istringstream words(type.substr(begin + 1, end - begin - 1));
  for (std::string word; std::getline(words, word, ',');)
    out.push_back(word);
  return out;
}

reports::OptionPage option_page(const CLI::Option& option) {
  reports::OptionPage out;
  for (const std::string& name : option.get_snames())
    out.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames())
    out.names.push_back("--" + name);
  out.takes_value = option.get_items_expected_max() > 0;
  out.value = option.get_option_text();
  if (out.names.empty())
    out.value = option.get_name(true) + (out.value.empty() ? "" : " " + out.value);
  out.meaning = option.get_description();
  out.choices = choices_of(option);
  return out;
}

std::string words_of(const CLI::App& app) {
  if (app.get_parent() == nullptr)
    return "";
  const std::string above = words_of(*app.get_parent());
  return above.empty() ? app.get_name() : above + " " + app.get_name();
}

/// "uitwijk run [OPTIONS] [SCENARIO]": that line of its help.
std::string usage_of(const CLI::App& app, const std::string& words) {
  const auto formatter = std::dynamic_pointer_cast<CLI::Formatter>(app.get_formatter());
  const std::string usage =
      formatter->make_usage(&app, words.empty() ? "uitwijk" : "uitwijk " + words);
  const std::string begin = "Usage: ";
  const std::size_t at = usage.find(begin) + begin.size();
  return usage.substr(at, usage.find('\n', at) - at) + "\n";
}

void add_pages(const CLI::App& app, std::vector<reports::CommandPage>& out) {
  const Manual manual = manual_of(page_of(app));
  reports::CommandPage page;
  page.words = words_of(app);
  page.summary = manual.summary;
  page.examples = manual.examples;
  page.notes = manual.notes;
  page.usage = usage_of(app, page.words);
  for (const CLI::Option* const option : app.get_options())
    (option->get_positional() ? page.places : page.options).push_back(option_page(*option));
  out.push_back(page);
  for (const CLI::App* const command : app.get_subcommands({}))
    add_pages(*command, out);
}

}  // namespace

std::vector<reports::CommandPage> command_pages(const CLI::App& program) {
  std::vector<reports::CommandPage> out;
  add_pages(program, out);
  return out;
}

}  // namespace cli
