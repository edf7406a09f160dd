#include "tests/regression/goldens/command_table.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/regression/goldens/golden_text.hpp"

namespace goldens {
namespace {

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? ""
                                    : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> whole_lines(const std::string& file) {
  std::ifstream in(file);
  if (!in)
    throw std::runtime_error(file + ": cannot be read");
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#')
      continue;
    if (line.front() == ' ' && !out.empty())
      out.back() += " " + trimmed(line);
    else
      out.push_back(line);
  }
  return out;
}

Line line_of(const std::string& text, const std::string& file) {
  const auto first = text.find(" | "), second = text.find(" | ", first + 1);
  if (first == std::string::npos || second == std::string::npos)
    throw std::runtime_error(file + ": is no line of a table: " + text);
  Line out{trimmed(text.substr(0, first)), {}, trimmed(text.substr(second + 3))};
  std::istringstream formats(text.substr(first + 3, second - first - 3));
  for (std::string format; formats >> format;)
    out.formats.push_back(format);
  return out;
}

}  // namespace

CommandTable read_command_table(const std::string& file) {
  CommandTable out;
  for (const std::string& text : whole_lines(file)) {
    if (const auto equals = text.find('='); equals < text.find_first_of(" |"))
      out.settings += text + "\n";
    else
      out.lines.push_back(line_of(text, file));
  }
  return out;
}

Ended run(const CommandTable& table, const Line& line, const std::string& as,
          const Scratch& scratch) {
  const Scratch own;
  const std::string script = own.folder() + "/script", out = own.folder() + "/out",
                    err = own.folder() + "/err";
  std::ofstream(script) << "export LC_ALL=C\ncd '" SOURCE_DIR "'\nuitwijk() { '" UITWIJK
                           "' \"$@\"; }\n"
                        << "scratch='" << scratch.folder() << "'\nas='" << as << "'\n"
                        << table.settings << line.shell << '\n';
  const int status = std::system(("sh " + script + " >" + out + " 2>" + err).c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(out), text_of(err)};
}

}  // namespace goldens
