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

sigset_t ending_signals() {
  sigset_t out;
  sigemptyset(&out);
  for (std::size_t i = 0; i < caught.size(); ++i) {
    struct sigaction now {};
    sigaction(caught[i], nullptr, &now);
    if (i < wishes || now.sa_handler != SIG_IGN)
      sigaddset(&out, caught[i]);
  }
  return out;
}

Interrupt::Interrupt() {
  if (alive++ > 0)
    return;
  noted_signal = 0;
  const sigset_t ends = ending_signals();
  for (std::size_t i = 0; i < caught.size(); ++i) {
    struct sigaction action {};
    action.sa_handler = note;
    sigemptyset(&action.sa_mask);
    action.sa_flags = i < wishes ? SA_RESETHAND : 0;
    const bool is_noted = sigismember(&ends, caught[i]) == 1;
    sigaction(caught[i], is_noted ? &action : nullptr, &before_[i]);
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
