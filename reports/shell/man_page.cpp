#include "reports/shell/man_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <sstream>

namespace reports {
namespace {

/// "uitwijk-campaign-plan"
std::string name_of_page(const CommandPage& page) {
  std::string out = page.words.empty() ? "uitwijk" : "uitwijk " + page.words;
  std::ranges::replace(out, ' ', '-');
  return out;
}

/// As roff shows it: no command of its own, and a hyphen that can be copied.
std::string shown_by_roff(const std::string& line) {
  std::string out = line.starts_with('.') || line.starts_with('\'') ? "\\&" : "";
  for (const char c : line) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out;
}

/// As it stands, line for line.
std::string as_it_stands(const std::string& text) {
  std::string out = ".nf\n";
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    out += shown_by_roff(line) + "\n";
  return out + ".fi\n";
}

std::string bold(const std::string& text) {
  return "\\fB" + shown_by_roff(text) + "\\fR";
}

std::string option_entry(const OptionPage& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.names)
    names.push_back(bold(name));
  const std::string value =
      option.value.empty() ? "" : " \\fI" + shown_by_roff(option.value) + "\\fR";
  std::string meaning;
  std::istringstream lines(option.meaning);
  for (std::string line; std::getline(lines, line);)
    meaning += shown_by_roff(line) + "\n";
  return fmt::format(".TP\n{}{}\n{}", fmt::join(names, ", "), value, meaning);
}

/// Where one command ends and the next begins: of `campaign` its parts, of a part its siblings.
std::string see_also(const CommandPage& page, const std::vector<CommandPage>& all) {
  std::vector<std::string> out;
  const bool is_program = page.words.empty();
  const std::string family = page.words.substr(0, page.words.find(' '));
  for (const CommandPage& other : all) {
    const bool is_part = other.words.find(' ') != std::string::npos;
    const bool is_kin = !family.empty() && (other.words + " ").starts_with(family + " ");
    if (other.words != page.words && (other.words.empty() || (is_program ? !is_part : is_kin)))
      out.push_back(bold(name_of_page(other)) + "(1)");
  }
  return fmt::format("{}\n", fmt::join(out, ",\n"));
}

}  // namespace

std::string man_page(const CommandPage& page, const std::vector<CommandPage>& all,
                     const std::string& version) {
  const std::string name = name_of_page(page);
  std::string title = name;
  std::ranges::transform(title, title.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  std::string out =
      fmt::format(".TH \"{}\" 1 \"\" \"uitwijk {}\" \"uitwijk\"\n.SH NAME\n{} \\- {}\n", title,
                  shown_by_roff(version), shown_by_roff(name), shown_by_roff(page.summary));
  out += ".SH SYNOPSIS\n" + as_it_stands(page.usage);
  out += ".SH EXAMPLES\n" + as_it_stands(page.examples);
  out += ".SH OPTIONS\n";
  for (const OptionPage& place : page.places)
    out += option_entry(place);
  for (const OptionPage& option : page.options)
    out += option_entry(option);
  out += ".SH NOTES\n" + as_it_stands(page.notes);
  return out + ".SH SEE ALSO\n" + see_also(page, all);
}

}  // namespace reports
