#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>

namespace tests {

/// What `act` gives in a child that gets so many bytes more than this process has now; the number
/// of a signal, below zero, when one ended it. Not under AddressSanitizer, which reserves more than
/// any limit would leave.
inline int with_little_memory(std::size_t more, const std::function<int()>& act) {
  const pid_t child = fork();
  if (child == 0) {
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    const rlimit limit = {pages * 4096 + more, RLIM_INFINITY};
    setrlimit(RLIMIT_AS, &limit);
    _exit(act());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace tests
