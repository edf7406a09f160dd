#pragma once

#include <signal.h>

namespace studies {

/// While one lives, the first Ctrl-C or SIGTERM is only noted, so that what is finished can be
/// saved; a second one ends the program as usual. One within another only hears what the outer one
/// notes: it catches nothing again. They end in the opposite order.
class Interrupt {
public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// The signal that came, or 0.
  int signal() const;

private:
  struct sigaction before_int_, before_term_;
};

}  // namespace studies
