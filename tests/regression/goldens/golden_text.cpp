#include "tests/regression/goldens/golden_text.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace goldens {
namespace {

using nlohmann::ordered_json;

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// From after the first `from` to the next `until`.
std::string_view between(std::string_view text, std::string_view from, std::string_view until) {
  const auto begin = text.find(from);
  const auto end = text.find(until, begin == std::string_view::npos ? 0 : begin + from.size());
  if (begin == std::string_view::npos || end == std::string_view::npos)
    throw std::runtime_error(fmt::format("the page has no {} ... {}", from, until));
  return text.substr(begin + from.size(), end - begin - from.size());
}

bool within_a_line(std::string_view tag) {
  constexpr std::array words = {"a",   "abbr",   "b",    "bdi", "code", "em",   "i",
                                "kbd", "strong", "span", "sub", "sup",  "small"};
  for (const std::string_view word : words)
    if (tag == word)
      return true;
  return false;
}

/// What stands in place of a tag.
std::string_view instead_of(std::string_view tag) {
  const bool closes = tag.starts_with('/');
  tag.remove_prefix(closes ? 1 : 0);
  tag = tag.substr(0, tag.find_first_of(" />\n"));
  if (tag == "td" || tag == "th")
    return closes ? " | " : "";
  return within_a_line(tag) ? "" : "\n";
}

std::string without_tags(std::string_view markup) {
  std::string out;
  for (std::size_t at = 0; at < markup.size();) {
    const auto tag = markup.find('<', at);
    out += markup.substr(at, tag - at);
    if (tag == std::string_view::npos)
      break;
    const auto end = markup.find('>', tag);
    out += instead_of(markup.substr(tag + 1, end - tag - 1));
    at = end == std::string_view::npos ? markup.size() : end + 1;
  }
  return out;
}

std::string visible_text(std::string_view body) {
  std::string text = without_tags(body);
  for (const auto& [entity, character] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    replace_all(text, entity, character);
  std::istringstream lines(text);
  std::string out;
  for (std::string line; std::getline(lines, line);)
    if (line.find_first_not_of(' ') != std::string::npos)
      out += line + "\n";
  return out;
}

/// What fits stands on one line, so that a series of numbers is a line and not a page.
void lay_out(const ordered_json& value, const std::string& indent, std::string& out) {
  constexpr std::size_t width = 100;
  const std::string whole = value.dump();
  const bool plain = value.is_array() && (value.empty() || !value.front().is_structured());
  if (whole.size() <= width || plain || !value.is_structured()) {
    out += whole;
    return;
  }
  const char* separator = "";
  out += value.is_object() ? "{" : "[";
  for (const auto& [key, item] : value.items()) {
    out += separator + ("\n  " + indent);
    if (value.is_object())
      out += ordered_json(key).dump() + ": ";
    lay_out(item, indent + "  ", out);
    separator = ",";
  }
  out += "\n" + indent + (value.is_object() ? "}" : "]");
}

}  // namespace

std::string masked(std::string text, const std::string& scratch) {
  replace_all(text, scratch, "SCRATCH");
  replace_all(text, UITWIJK, "uitwijk");
  replace_all(text, SOURCE_DIR, "SOURCES");
  static const std::array masks = {
      std::pair{
          std::regex(
              R"re("(wall_s|calls_per_s|cost_s|disk_bytes|merge_s|processor_s_left)": ?[-+.e0-9]+)re"),
          R"("$1": MASKED)"},
      std::pair{std::regex(R"re("commit": ?"[^"]*")re"), R"("commit": MASKED)"},
      std::pair{std::regex(R"re("version": ?"\d+\.\d+\.\d+")re"), R"("version": MASKED)"},
      std::pair{std::regex(R"re(uitwijk \d+\.\d+\.\d+ \([-a-z0-9]*\))re"),
                "uitwijk VERSION (COMMIT)"},
      // Of a kept file and one just made: two programs, or the same one, by when they were made.
      std::pair{std::regex(R"re(([^\n]*uitwijk VERSION \(COMMIT\)[^\n]*\n)(?:\1)+)re"), "$1"}};
  for (const auto& [what, by] : masks)
    text = std::regex_replace(text, what, by);
  return text;
}

std::string readable(const std::string& html) {
  std::string out = visible_text(between(html, "<title>", "</title>")) +
                    visible_text(between(html, "<body>", "<script"));
  lay_out(ordered_json::parse(
              between(html, "<script type=\"application/json\" id=\"document\">", "</script>")),
          "", out);
  return out + "\n";
}

std::string first_difference(const std::string& kept, const std::string& now) {
  std::istringstream old_lines(kept), new_lines(now);
  std::string before, after;
  for (int number = 1;; ++number) {
    const bool old_goes_on = bool(std::getline(old_lines, before));
    const bool new_goes_on = bool(std::getline(new_lines, after));
    if (old_goes_on && new_goes_on && before == after)
      continue;
    if (!old_goes_on && !new_goes_on)
      return kept == now ? "" : "the last line ends differently";
    return fmt::format("line {}\n  kept: {}\n  now:  {}", number,
                       old_goes_on ? before : "(nothing more)",
                       new_goes_on ? after : "(nothing more)");
  }
}

bool renews(const std::string& layer) {
  const char* const asked = std::getenv("UITWIJK_RENEW");
  const std::string word = asked == nullptr ? "" : asked;
  if (!word.empty() && word != "documents" && word != "simulation")
    throw std::runtime_error("UITWIJK_RENEW must be documents or simulation, found " + word);
  return word == layer;
}

}  // namespace goldens
