#include "cli/process.hpp"
#include "cli/program.hpp"
#include "cli/standard_output.hpp"

int main(int argc, char** argv) {
  cli::prepare_process();
  cli::StandardOutput output;
  return output.ended(cli::uitwijk(argc, argv));
}
