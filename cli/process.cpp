#include "cli/process.hpp"

#include <signal.h>
#include <sys/stat.h>

#include "cli/standard_output.hpp"

namespace cli {

void prepare_process() {
  hold_standard_streams();
  umask(S_IRWXG | S_IRWXO);
  signal(SIGXFSZ, SIG_IGN);
}

}  // namespace cli
