#include "studies/say.hpp"

#include <signal.h>
#include <unistd.h>

#include <cerrno>

#include "models/text/shown.hpp"

namespace studies {
namespace {

/// Keeps SIGPIPE, of a pipe that nobody reads any more, from ending the process.
class NoPipeSignal {
public:
  NoPipeSignal() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~NoPipeSignal() {
    const timespec at_once{};
    sigtimedwait(&pipe_, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoPipeSignal(const NoPipeSignal&) = delete;
  NoPipeSignal& operator=(const NoPipeSignal&) = delete;

private:
  sigset_t pipe_{}, before_{};
};

}  // namespace

void write_to_stderr(std::string_view text) {
  const NoPipeSignal quiet;
  while (!text.empty()) {
    const auto written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno != EINTR)
      return;
    text.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
  }
}

void say_text(std::string_view text) {
  write_to_stderr(models::shown(text));
}

}  // namespace studies
