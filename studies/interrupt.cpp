#include "studies/interrupt.hpp"

#include <atomic>

namespace studies {
namespace {

/// Of these the first ones are somebody's wish, and a second one is obeyed.
constexpr std::array caught = {SIGINT, SIGTERM, SIGHUP, SIGXCPU, SIGUSR1};
constexpr std::size_t wishes = 2;

// A signal handler can reach nothing but a global.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<int> noted_signal{0};
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
int alive = 0;  // one within another hears of the same signal

void note(int signal) {
  noted_signal = signal;
}

}  // namespace

Interrupt::Interrupt() {
  if (alive++ > 0)
    return;
  noted_signal = 0;
  for (std::size_t i = 0; i < caught.size(); ++i) {
    struct sigaction action {};
    action.sa_handler = note;
    sigemptyset(&action.sa_mask);
    action.sa_flags = i < wishes ? SA_RESETHAND : 0;
    sigaction(caught[i], &action, &before_[i]);
    if (i >= wishes && before_[i].sa_handler == SIG_IGN)
      sigaction(caught[i], &before_[i], nullptr);
  }
}

Interrupt::~Interrupt() {
  if (--alive > 0)
    return;
  for (std::size_t i = 0; i < caught.size(); ++i)
    sigaction(caught[i], &before_[i], nullptr);
}

int Interrupt::signal() const {
  return noted_signal;
}

}  // namespace studies
