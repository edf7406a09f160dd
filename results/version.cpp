#include "results/version.hpp"

#include <fmt/core.h>

#include <boost/version.hpp>

#include "results/commit.inc"

namespace results {

std::string version() {
  return UITWIJK_VERSION;
}

std::string commit() {
  return UITWIJK_COMMIT;
}

std::map<std::string, std::string> library_versions() {
  return {{"boost", fmt::format("{}.{}.{}", BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000,
                                BOOST_VERSION % 100)},
          {"fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100,
                              FMT_VERSION % 100)},
          {"hdf5", UITWIJK_HDF5_VERSION},
          {"simgrid", UITWIJK_SIMGRID_VERSION},
          {"yaml-cpp", UITWIJK_YAML_CPP_VERSION}};
}

}  // namespace results
