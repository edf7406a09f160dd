#include "sim/replications/child_process.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <limits>

namespace sim {

bool belong_to(pid_t parent) {
  for (const int of_parent : {SIGINT, SIGHUP, SIGUSR1})
    signal(of_parent, SIG_IGN);
  for (const int of_its_own : {SIGTERM, SIGXCPU})
    signal(of_its_own, SIG_DFL);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  return getppid() == parent;
}

void keep_open(std::span<const int> descriptors) {
  unsigned from = STDERR_FILENO + 1;
  for (const int kept : descriptors) {
    if (static_cast<unsigned>(kept) > from)
      close_range(from, static_cast<unsigned>(kept) - 1, 0);
    from = static_cast<unsigned>(kept) + 1;
  }
  close_range(from, std::numeric_limits<unsigned>::max(), 0);
}

int end_of(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace sim
