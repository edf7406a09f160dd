#include "models/world/read_world.hpp"
#include "reading.hpp"
#include "tests/input_errors/small_world.hpp"

namespace {

struct SmallWorld : small_world::Folder {
  SmallWorld() { write(small_world::texts()); }
};

}  // namespace

/// The bytes are `PATH=VALUE`, as behind --set, for the small world.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SmallWorld folder;
  const auto text = fuzz::text_of(data, size);
  const auto equals = text.find('=');
  if (equals == std::string::npos)
    return -1;
  const models::Setting setting = {
      text.substr(0, equals), text.substr(equals + 1), {"--set", 0, 0}};
  fuzz::read_or_refuse([&] { models::read_world(folder.world(), {setting}); });
  return 0;
}
