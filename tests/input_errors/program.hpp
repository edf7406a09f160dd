#pragma once

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

/// The program itself, run in the root of the sources.
namespace program {

/// What a command wrote and how it ended.
struct Ended {
  int code = -1;
  std::string said;
};

/// `streams` says what is kept: both, or standard error alone.
inline Ended uitwijk(const std::string& arguments, const std::string& streams = "2>&1") {
  Ended out;
  const std::string line = "cd '" SOURCE_DIR "' && '" UITWIJK "' " + arguments + " " + streams;
  FILE* const pipe = popen(line.c_str(), "r");
  std::array<char, 4096> part{};
  while (const std::size_t size = fread(part.data(), 1, part.size(), pipe))
    out.said.append(part.data(), size);
  const int status = pclose(pipe);
  out.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return out;
}

}  // namespace program
