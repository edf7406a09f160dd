#include <array>
#include <cmath>

#include "analysis/impact/criteria.hpp"
#include "reading.hpp"
#include "tests/input_errors/small_world.hpp"

/// The bytes are a criteria file.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const small_world::Folder folder;
  folder.write({{"criteria.yaml", fuzz::text_of(data, size)}});
  fuzz::read_or_refuse([] {
    const auto read = analysis::read_criteria(folder.world() / "criteria.yaml");
    fuzz::must(std::isfinite(read.lost_after_s) && read.lost_after_s > 0, "T_lost is a time");
    fuzz::must(!read.input.sha256.empty(), "its digest is known");
  });
  return 0;
}
