#include "studies/process/process.hpp"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <new>

#include "studies/exit_code.hpp"
#include "studies/guarded.hpp"
#include "studies/process/standard_output.hpp"
#include "studies/say.hpp"

namespace studies {

namespace {

std::terminate_handler handler_before = nullptr;

/// Where nobody can catch it: a library that is loaded may want memory for its own first steps.
[[noreturn]] void end_without_memory() {
  try {
    std::rethrow_exception(std::current_exception());
  } catch (const std::bad_alloc&) {
    write_to_stderr(no_memory);
    _exit(exit_code::our_fault);
  } catch (...) {
    handler_before();
    std::abort();
  }
}

}  // namespace

void prepare_process() {
  hold_standard_streams();
  umask(S_IRWXG | S_IRWXO);
  signal(SIGXFSZ, SIG_IGN);
  handler_before = std::set_terminate(end_without_memory);
}

}  // namespace studies
