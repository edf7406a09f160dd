#include "tests/unit/cli/played.hpp"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

namespace {

void say(int to, const char* text, std::size_t size) {
  while (size > 0) {
    const ssize_t written = write(to, text, size);
    if (written <= 0)
      _exit(99);
    text += written;
    size -= static_cast<std::size_t>(written);
  }
}

void pass_on() {
  char buffer[4096];
  for (ssize_t got = 0; (got = read(STDIN_FILENO, buffer, sizeof buffer)) > 0;)
    say(STDOUT_FILENO, buffer, static_cast<std::size_t>(got));
}

void write_many(long kilobytes) {
  char block[1024];
  std::memset(block, 'x', sizeof block);
  for (long i = 0; i < kilobytes; ++i)
    say(STDOUT_FILENO, block, sizeof block);
}

/// A grandchild that says its number and never ends by itself.
void leave_a_process() {
  if (fork() == 0)
    for (;;)
      pause();
}

void act(const char* what) {
  const char* const colon = std::strchr(what, ':');
  const char* const rest = colon == nullptr ? "" : colon + 1;
  const auto is = [&](const char* name) {
    return std::strncmp(what, name, std::strlen(name)) == 0;
  };
  if (is("out:"))
    say(STDOUT_FILENO, rest, std::strlen(rest));
  else if (is("err:"))
    say(STDERR_FILENO, rest, std::strlen(rest));
  else if (is("many:"))
    write_many(std::atol(rest));
  else if (is("cat"))
    pass_on();
  else if (is("fork"))
    leave_a_process();
  else if (is("nice"))
    say(STDOUT_FILENO, getpriority(PRIO_PROCESS, 0) >= 10 ? "low" : "usual",
        getpriority(PRIO_PROCESS, 0) >= 10 ? 3 : 5);
  else if (is("exit:"))
    _exit(std::atoi(rest));
  else if (is("signal:"))
    kill(getpid(), std::atoi(rest));
  while (is("sleep"))
    pause();
}

/// Before any test of the child is run: glibc gives a constructor the arguments of main.
__attribute__((constructor)) void play(int argc, char** argv) {
  if (argc < 2 || std::strcmp(argv[0], "uitwijk") != 0)
    return;
  const bool plays = std::strcmp(argv[1], "play") == 0;
  for (int i = 2; plays && i < argc; ++i)
    act(argv[i]);
  _exit(0);
}

}  // namespace
