#include "studies/interrupt.hpp"

#include <atomic>

namespace studies {
namespace {

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
  struct sigaction action {};
  action.sa_handler = note;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESETHAND;
  sigaction(SIGINT, &action, &before_int_);
  sigaction(SIGTERM, &action, &before_term_);
}

Interrupt::~Interrupt() {
  if (--alive > 0)
    return;
  sigaction(SIGINT, &before_int_, nullptr);
  sigaction(SIGTERM, &before_term_, nullptr);
}

int Interrupt::signal() const {
  return noted_signal;
}

}  // namespace studies
