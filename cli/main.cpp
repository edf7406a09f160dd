#include "cli/program.hpp"
#include "studies/process/process.hpp"
#include "studies/process/standard_output.hpp"

int main(int argc, char** argv) {
  studies::prepare_process();
  studies::StandardOutput output;
  return output.ended(cli::uitwijk(argc, argv));
}
