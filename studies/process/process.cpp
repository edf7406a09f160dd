#include "studies/process/process.hpp"

#include <signal.h>
#include <sys/stat.h>

#include "studies/process/standard_output.hpp"

namespace studies {

void prepare_process() {
  hold_standard_streams();
  umask(S_IRWXG | S_IRWXO);
  signal(SIGXFSZ, SIG_IGN);
}

}  // namespace studies
