#include "cli/program.hpp"
#include "cli/standard_output.hpp"

int main(int argc, char** argv) {
  cli::hold_standard_streams();
  cli::StandardOutput output;
  return output.ended(cli::uitwijk(argc, argv));
}
