#pragma once

#include <signal.h>

#include <array>

namespace studies {

/// Signals that end what works long: SIGINT and SIGTERM, and of SIGHUP, SIGXCPU and SIGUSR1 those
/// that whoever started the program does not ignore.
sigset_t ending_signals();

/// While one lives, the first Ctrl-C or SIGTERM is only noted, so that what is finished can be
/// saved; a second one ends the program as usual. The same goes for what comes before an end that
/// nobody here asked for, but that may come again and again: SIGHUP (the terminal is gone), SIGXCPU
/// (a limit of time) and SIGUSR1 (a cluster's warning); these are left alone when whoever started
/// the program ignores them, as nohup does. One within another only hears what the outer one notes:
/// it catches nothing again. They end in the opposite order.
class Interrupt {
public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// The signal that came, or 0.
  int signal() const;

private:
  std::array<struct sigaction, 5> before_;
};

}  // namespace studies
