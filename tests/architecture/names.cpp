#include "names.hpp"

#include <algorithm>
#include <regex>

namespace architecture {
namespace {

/// The lines of anonymous namespaces, without comments and texts.
std::vector<Line> lines_of_its_own(const std::vector<Line>& lines) {
  static const std::regex raw_begin("R\"(\\w*)\\("), quoted("\"([^\"\\\\]|\\\\.)*\""),
      comment("\\s*//.*");
  std::vector<Line> out;
  bool inside = false;
  std::string raw_end;
  for (const Line& line : lines) {
    if (!raw_end.empty()) {
      if (line.text.find(raw_end) != std::string::npos)
        raw_end.clear();
      continue;
    }
    if (std::smatch found; std::regex_search(line.text, found, raw_begin)) {
      const std::string end = ")" + found[1].str() + "\"";
      if (line.text.find(end, static_cast<std::size_t>(found.position())) == std::string::npos)
        raw_end = end;
    }
    if (line.text == "namespace {")
      inside = true;
    else if (line.text == "}  // namespace")
      inside = false;
    else if (inside)
      out.push_back({line.number, std::regex_replace(std::regex_replace(line.text, quoted, "\"\""),
                                                     comment, "")});
  }
  return out;
}

/// Lines that go on to the end of a declaration or to where its body begins.
std::string declaration_at(const std::vector<Line>& lines, std::size_t at) {
  static const std::regex end("[;{}]$|R\"\\w*\\(");
  std::string out = lines[at].text;
  while (!std::regex_search(out, end) && ++at < lines.size())
    out += " " + lines[at].text.substr(
                     std::min(lines[at].text.find_first_not_of(' '), lines[at].text.size()));
  return out;
}

/// The text without what stands in brackets; `<` is one of them.
std::string without_brackets(const std::string& text) {
  std::string out;
  int depth = 0;
  for (const char c : text) {
    if (std::string("([{<").find(c) != std::string::npos)
      ++depth;
    if (depth == 0)
      out += c;
    if (std::string(")]}>").find(c) != std::string::npos)
      depth = std::max(0, depth - 1);
  }
  return out;
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out(1);
  for (const char c : text)
    if (c == at)
      out.emplace_back();
    else
      out.back() += c;
  return out;
}

std::string first_argument(const std::string& arguments) {
  int depth = 0;
  const auto end = std::ranges::find_if(arguments, [&depth](char c) {
    depth += std::string("([{<").find(c) != std::string::npos ? 1 : 0;
    depth -= std::string(")]}>").find(c) != std::string::npos ? 1 : 0;
    return depth < 0 || (depth == 0 && c == ',');
  });
  return {arguments.begin(), end};
}

/// How a function with these arguments may be called, as in OwnName::calls.
std::set<std::string> calls_of(const std::string& arguments) {
  static const std::regex beside_the_type("\\bconst\\b|\\b\\w+::|[&\\s]|\\w+\\s*$");
  static const std::regex text("(string|string_view|path|char\\*)");
  static const std::regex number(
      "(bool|char|short|int|long|unsigned|float|double|u?int\\d+_t|size_t)+");
  const std::string first = first_argument(arguments);
  const std::string plain = first.substr(0, first.find('='));
  std::set<std::string> out;
  if (plain.empty() || plain.size() < first.size())
    out.insert("");
  if (plain.empty())
    return out;
  const std::string named = plain.substr(0, plain.find_last_not_of(' ') + 1);
  const std::string type = std::regex_replace(named, beside_the_type, "");
  out.insert(std::regex_match(type, text)     ? "text"
             : std::regex_match(type, number) ? "number"
                                              : type);
  return out;
}

std::vector<OwnName> variables_in(const std::string& declaration, int line) {
  static const std::regex last_word("(\\w+)\\s*;?\\s*$");
  std::vector<OwnName> out;
  for (const std::string& one : split(without_brackets(declaration), ',')) {
    const std::string before = one.substr(0, one.find('='));
    if (std::smatch found; std::regex_search(before, found, last_word))
      out.push_back({found[1], line, {}, ""});
  }
  return out;
}

std::vector<OwnName> names_in(const std::string& declaration, int line) {
  static const std::regex alias("using (\\w+) = .*");
  static const std::regex type("(?:struct|class|enum class|enum|union) (\\w+)\\b[^;]*\\{.*");
  static const std::regex function("[^=(]*[\\w>&*\\]][\\s&*]+(\\w+)\\((.*)");
  static const std::regex no_definition(
      "(using|namespace|template|static_assert|extern|friend)\\b.*|"
      "(struct|class|enum) [^{]*;");
  std::smatch found;
  if (std::regex_match(declaration, found, alias))
    return {{found[1], line, {}, declaration}};
  if (std::regex_match(declaration, found, no_definition))
    return {};
  if (std::regex_match(declaration, found, type))
    return {{found[1], line, {}, ""}};
  if (std::regex_match(declaration, found, function))
    return {{found[1], line, calls_of(found[2]), ""}};
  static const std::regex variable("[A-Za-z_][^(]*[\\s&*>]\\w+\\s*[=;{\\[(].*");
  return std::regex_match(declaration, variable) ? variables_in(declaration, line)
                                                 : std::vector<OwnName>{};
}

}  // namespace

bool OwnName::clashes_with(const OwnName& other) const {
  if (name != other.name || (!alias.empty() && alias == other.alias))
    return false;
  return calls.empty() || other.calls.empty() ||
         std::ranges::any_of(calls, [&](const auto& call) { return other.calls.count(call) > 0; });
}

std::vector<OwnName> own_names(const std::vector<Line>& lines) {
  static const std::regex begins("[A-Za-z_\\[].*[^:]");  // "private:" begins there too
  const std::vector<Line> own = lines_of_its_own(lines);
  std::vector<OwnName> out;
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (!std::regex_match(own[i].text, begins))
      continue;
    const std::vector<OwnName> more = names_in(declaration_at(own, i), own[i].number);
    out.insert(out.end(), more.begin(), more.end());
  }
  return out;
}

}  // namespace architecture
