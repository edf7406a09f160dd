#include <fmt/format.h>

#include "results/observations.hpp"

namespace results {

std::string to_hex(const Digest& digest) {
  return fmt::format("{:016x}{:016x}", digest.high, digest.low);
}

}  // namespace results
