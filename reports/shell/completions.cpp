#include "reports/shell/completions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <utility>

#include "reports/shell/completion_fish.hpp"
#include "reports/shell/completion_scripts.hpp"

namespace reports {
namespace {

using Kind = Offer::Kind;

/// Options whose values are names of the world, of the catalogue or of the list of measures.
const std::map<std::string, Offer> named_offers = {
    {"--threat", {Kind::words, "threats", {}, ""}},
    {"--measures", {Kind::list, "measures", {"planned", "inherent"}, ""}},
    {"--plan", {Kind::words, "plans", {}, ""}},
    {"--plans", {Kind::list, "plans", {}, ""}},
    {"--meldkamer", {Kind::words, "meldkamers", {}, ""}},
    {"--target", {Kind::list, "meldkamers", {"all"}, ""}},
    {"--set", {Kind::address, "addresses", {}, ""}},
    {"--vary", {Kind::address, "addresses", {}, ""}},
};

const char* word_of(Kind kind) {
  switch (kind) {
    case Kind::words:
      return "words";
    case Kind::list:
      return "list";
    case Kind::address:
      return "address";
    case Kind::scenario:
      return "scenario";
    case Kind::file:
      return "file";
    default:
      return "nothing";
  }
}

/// As the shell sets it: `kind=words offer="$_uitwijk_threats"`.
std::string set_by_shell(const Offer& offer) {
  std::string words = offer.variable.empty() ? "" : "$_uitwijk_" + offer.variable;
  for (const std::string& word : offer.words)
    words += (words.empty() ? "" : " ") + word;
  return fmt::format("kind={} offer=\"{}\" ending={}", word_of(offer.kind), words, offer.ending);
}

/// One branch of `case`: all that lead to the same.
std::string branches(const std::map<std::string, std::vector<std::string>>& by_answer) {
  std::string out;
  for (const auto& [answer, places] : by_answer)
    out += fmt::format("    '{}') {} ;;\n", fmt::join(places, "' | '"), answer);
  return out;
}

std::string value_table(const std::vector<CommandPage>& pages) {
  std::map<std::string, std::vector<std::string>> by_answer;
  for (const CommandPage& page : pages)
    for (const OptionPage& option : page.options)
      if (const Offer offer = offer_of(option); offer.kind != Kind::flag)
        for (const std::string& name : option.names)
          by_answer[set_by_shell(offer)].push_back(page.words + ":" + name);
  return "_uitwijk_value() {\n  case \"$1:$2\" in\n" + branches(by_answer) + "  esac\n}\n";
}

std::string option_table(const std::vector<CommandPage>& pages) {
  std::map<std::string, std::vector<std::string>> by_answer;
  for (const CommandPage& page : pages) {
    std::vector<std::string> names;
    for (const OptionPage& option : page.options)
      names.insert(names.end(), option.names.begin(), option.names.end());
    by_answer[set_by_shell({Kind::words, "", names, ""})].push_back(page.words);
  }
  return "_uitwijk_options() {\n  case \"$1\" in\n" + branches(by_answer) + "  esac\n}\n";
}

/// Commands within a command, or what its first place takes.
std::string place_table(const std::vector<CommandPage>& pages) {
  std::map<std::string, std::vector<std::string>> by_answer;
  for (const CommandPage& page : pages) {
    std::vector<std::string> within;
    const std::string before = page.words.empty() ? "" : page.words + " ";
    for (const CommandPage& other : pages) {
      const std::string rest =
          other.words.starts_with(before) ? other.words.substr(before.size()) : std::string();
      if (!rest.empty() && rest.find(' ') == std::string::npos && other.words != page.words)
        within.push_back(rest);
    }
    if (!within.empty())
      by_answer[set_by_shell({Kind::words, "", within, ""})].push_back(page.words);
    else if (!page.places.empty())
      by_answer[set_by_shell(offer_of(page.places.front()))].push_back(page.words);
  }
  return "_uitwijk_place() {\n  case \"$1\" in\n" + branches(by_answer) + "  esac\n}\n";
}

/// Which command it is after one more word.
std::string command_table(const std::vector<CommandPage>& pages) {
  std::vector<std::string> known;
  for (const CommandPage& page : pages)
    if (!page.words.empty())
      known.push_back((page.words.find(' ') == std::string::npos ? " " : "") + page.words);
  return fmt::format(
      "_uitwijk_command() {{\n  case \"$1 $2\" in\n    '{}') command=\"${{1:+$1 }}$2\" ;;\n"
      "  esac\n}}\n",
      fmt::join(known, "' | '"));
}

std::vector<std::pair<std::string, const std::vector<std::string>*>> lists_of(
    const NamesToComplete& names) {
  return {{"threats", &names.threats},     {"measures", &names.measures},
          {"plans", &names.plans},         {"meldkamers", &names.meldkamers},
          {"addresses", &names.addresses}, {"scenarios", &names.scenarios}};
}

std::string for_bash_or_zsh(const std::vector<CommandPage>& pages, const NamesToComplete& names) {
  std::string out;
  for (const auto& [name, list] : lists_of(names))
    out += fmt::format("_uitwijk_{}='{}'\n", name, fmt::join(*list, " "));
  std::vector<std::string> commands;
  for (const CommandPage& page : pages)
    commands.push_back(page.words);
  out += fmt::format("_uitwijk_commands='{}'\n", fmt::join(commands, " "));
  return out + command_table(pages) + value_table(pages) + option_table(pages) + place_table(pages);
}

std::string for_fish(const std::vector<CommandPage>& pages, const NamesToComplete& names) {
  std::string out;
  for (const auto& [name, list] : lists_of(names))
    out += fmt::format("set -g __uitwijk_{} {}\n", name, fmt::join(*list, " "));
  out += "set -g __uitwijk_commands";
  for (const CommandPage& page : pages)
    if (!page.words.empty())
      out += fmt::format(" '{}'", page.words);
  return out + "\n" + fish_tables(pages);
}

}  // namespace

Offer offer_of(const OptionPage& option) {
  if (!option.names.empty() && !option.takes_value)
    return {Kind::flag, "", {}, ""};
  if (!option.choices.empty())
    return {Kind::words, "", option.choices, ""};
  for (const std::string& name : option.names)
    if (const auto found = named_offers.find(name); found != named_offers.end())
      return found->second;
  const auto has = [&](const char* text) { return option.value.find(text) != std::string::npos; };
  if (option.names.empty() && has("SCENARIO"))
    return {Kind::scenario, "", {}, ".yaml"};
  if (option.names.empty() && has("COMMAND"))
    return {Kind::words, "commands", {}, ""};
  if (option.names.empty() && has("WORDS"))
    return {Kind::words, "addresses", {}, ""};
  if (has(".h5") || has("RESULT"))
    return {Kind::file, "", {}, ".h5"};
  if (has(".yaml"))
    return {Kind::file, "", {}, ".yaml"};
  if (option.names.empty() || has("FILE") || has("FOLDER"))
    return {Kind::file, "", {}, ""};
  return {Kind::nothing, "", {}, ""};
}

std::string completion_script(Shell shell, const std::vector<CommandPage>& pages,
                              const NamesToComplete& names) {
  const std::string head =
      "# Written by 'uitwijk completion'; for a world of your own: --world FOLDER.\n";
  switch (shell) {
    case Shell::bash:
      return head + for_bash_or_zsh(pages, names) + bash_around_tables;
    case Shell::zsh:
      return "#compdef uitwijk\n" + head + for_bash_or_zsh(pages, names) + zsh_around_tables;
    default:
      return head + for_fish(pages, names);
  }
}

}  // namespace reports
