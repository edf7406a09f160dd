#include "tests/validation/run_cli.hpp"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace validation {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text)
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

Ended uitwijk(const std::vector<std::string>& arguments) {
  std::string command = quoted(UITWIJK);
  for (const std::string& argument : arguments)
    command += ' ' + quoted(argument);
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr)
    throw std::runtime_error("cannot start " + command);
  Ended ended;
  std::array<char, 65536> part;
  while (const std::size_t size = std::fread(part.data(), 1, part.size(), pipe))
    ended.output.append(part.data(), size);
  const int status = pclose(pipe);
  ended.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ended;
}

nlohmann::json run_scenario(const std::string& scenario, const std::vector<std::string>& more) {
  std::vector<std::string> arguments = {"run", scenario, "--json", "-q", "-j", "2"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Ended ended = uitwijk(arguments);
  if (ended.exit_code != 0)
    throw std::runtime_error("uitwijk run " + scenario + " ended with exit code " +
                             std::to_string(ended.exit_code));
  return nlohmann::json::parse(ended.output);
}

}  // namespace validation
