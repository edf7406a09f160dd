#include "reports/shell/completion_fish.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "reports/shell/completions.hpp"

namespace reports {
namespace {

constexpr const char* fish_functions = R"script(
function __uitwijk_command
    set -l command ''
    for word in (commandline -opc)[2..-1]
        set -l next (string trim -- "$command $word")
        contains -- $next $__uitwijk_commands; and set command $next
    end
    echo $command
end

function __uitwijk_in
    set -l command (__uitwijk_command)
    test "$command" = "$argv[1]"
end

function __uitwijk_list
    set -l before (commandline -ct | string match -r '.*,')
    printf '%s\n' "$before"$argv
end

function __uitwijk_shipped
    set -l program (command -s uitwijk); or return
    printf '%s\n' (string replace -r '/bin/[^/]*$' '' $program)/share/uitwijk/scenarios/$__uitwijk_scenarios.yaml
end

complete -c uitwijk -f
)script";

/// In single quotes.
std::string fish_quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\')
      out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "'";
}

std::string fish_words(const Offer& offer) {
  if (offer.variable.empty())
    return fmt::format("{}", fmt::join(offer.words, " "));
  std::string out = "$__uitwijk_" + offer.variable;
  for (const std::string& more : offer.words)
    out += " " + more;
  return out;
}

/// `-x -a ...`: what stands behind the option, or at a place.
std::string fish_offer(const Offer& offer) {
  switch (offer.kind) {
    case Offer::Kind::flag:
      return "";
    case Offer::Kind::words:
      return " -x -a " + fish_quoted(fish_words(offer));
    case Offer::Kind::list:
      return " -x -a " + fish_quoted("(__uitwijk_list " + fish_words(offer) + ")");
    case Offer::Kind::address:
      return " -x -a " + fish_quoted(fish_words(offer) + "=");
    case Offer::Kind::scenario:
      return " -x -a " + fish_quoted("(__fish_complete_suffix .yaml) (__uitwijk_shipped)");
    case Offer::Kind::file:
      return offer.ending.empty()
                 ? " -r -F"
                 : " -x -a " + fish_quoted("(__fish_complete_suffix " + offer.ending + ")");
    default:
      return " -x";
  }
}

std::string fish_option(const std::string& condition, const OptionPage& option) {
  std::string names;
  for (const std::string& name : option.names)
    names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  const std::string first_line = option.meaning.substr(0, option.meaning.find('\n'));
  return fmt::format("complete -c uitwijk -n {}{}{} -d {}\n", condition, names,
                     fish_offer(offer_of(option)), fish_quoted(first_line));
}

std::string last_word(const std::string& words) {
  return words.substr(words.rfind(' ') + 1);
}

std::string words_before(const std::string& words) {
  const std::size_t end = words.rfind(' ');
  return end == std::string::npos ? "" : words.substr(0, end);
}

}  // namespace

std::string fish_tables(const std::vector<CommandPage>& pages) {
  std::string out = fish_functions;
  for (const CommandPage& page : pages) {
    const std::string here = fish_quoted("__uitwijk_in \"" + page.words + "\"");
    if (!page.words.empty())
      out += fmt::format("complete -c uitwijk -n {} -a {} -d {}\n",
                         fish_quoted("__uitwijk_in \"" + words_before(page.words) + "\""),
                         last_word(page.words), fish_quoted(page.summary));
    for (const OptionPage& option : page.options)
      out += fish_option(here, option);
    for (const OptionPage& place : page.places)
      if (const std::string offered = fish_offer(offer_of(place)); !offered.empty())
        out += fmt::format("complete -c uitwijk -n {}{}\n", here,
                           offered == " -r -F" ? " -F" : offered.substr(3));
  }
  return out;
}

}  // namespace reports
