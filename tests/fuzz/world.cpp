#include "models/world/read_world.hpp"
#include "reading.hpp"
#include "tests/input_errors/small_world.hpp"

/// The bytes are the one file of a world.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const small_world::Folder folder;
  folder.write({{"world.yaml", fuzz::text_of(data, size)}});
  fuzz::read_or_refuse([] { models::read_world(folder.world()); });
  return 0;
}
