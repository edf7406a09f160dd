#include "studies/process/child.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "sim/replications/child_process.hpp"

namespace studies {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::runtime_error(std::string(what) + ": " + std::strerror(errno));
}

struct Pipe {
  Descriptor read, write;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    fail("no pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A nameless file in memory that holds the text; /dev/null when there is none.
Descriptor readable(const std::string& text) {
  Descriptor out(text.empty() ? open("/dev/null", O_RDONLY | O_CLOEXEC)
                              : memfd_create("given", MFD_CLOEXEC));
  if (out.number() < 0 || (!text.empty() && write(out.number(), text.data(), text.size()) !=
                                                static_cast<ssize_t>(text.size())))
    fail("nothing to read from");
  lseek(out.number(), 0, SEEK_SET);
  return out;
}

struct Standard {
  int in, out, err;
};

/// Between fork and exec of a program with threads: only what is safe in a signal handler.
[[noreturn]] void become(char* const* arguments, const Standard& standard, bool yields,
                         pid_t parent) {
  constexpr int lower_priority = 10;
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent)
    _exit(127);
  if (yields)
    setpriority(PRIO_PROCESS, 0, lower_priority);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  signal(SIGPIPE, SIG_DFL);  // of what is ignored, exec keeps it ignored
  if (dup2(standard.in, STDIN_FILENO) < 0 || dup2(standard.out, STDOUT_FILENO) < 0 ||
      dup2(standard.err, STDERR_FILENO) < 0)
    _exit(127);
  close_range(STDERR_FILENO + 1, ~0U, 0);
  execv("/proc/self/exe", arguments);
  _exit(127);
}

/// As exec wants them; they point into `words`.
std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words)
    out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0)
    close(number_);
}

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Child::Child(const ChildOrder& order) {
  Pipe out = make_pipe(), err = make_pipe();
  const Descriptor in = readable(order.given);
  std::vector<std::string> words = order.arguments;
  words.insert(words.begin(), "uitwijk");
  const std::vector<char*> arguments = pointers(words);
  const pid_t parent = getpid();
  pid_ = fork();
  if (pid_ < 0)
    fail("no process");
  if (pid_ == 0)
    become(arguments.data(), {in.number(), out.write.number(), err.write.number()}, order.yields,
           parent);
  setpgid(pid_, pid_);  // here too: whoever kills the group first must find it
  end_ = Descriptor(static_cast<int>(syscall(SYS_pidfd_open, pid_, 0)));
  if (end_.number() < 0) {
    const int why = errno;
    bury();
    errno = why;
    fail("nothing to watch the process by");
  }
  out_ = std::move(out.read);
  err_ = std::move(err.read);
  for (const int end : {out_.number(), err_.number()})
    fcntl(end, F_SETFL, O_NONBLOCK);
}

Child::~Child() {
  if (!buried_)
    bury();
}

void Child::kill_group() const {
  kill(-pid_, SIGKILL);
}

ChildEnd Child::bury() {
  // Not reaped yet, the leader keeps its number: nobody else's group can be hit.
  kill_group();
  const int status = sim::end_of(pid_);
  while (waitpid(-pid_, nullptr, 0) > 0 || errno == EINTR) {
  }
  buried_ = true;
  ChildEnd out;
  if (WIFSIGNALED(status))
    out.signal = WTERMSIG(status);
  else
    out.exit_code = WEXITSTATUS(status);
  return out;
}

void adopt_orphans() {
  prctl(PR_SET_CHILD_SUBREAPER, 1);
}

}  // namespace studies
