#include "reading.hpp"
#include "scenarios/read_scenario.hpp"
#include "tests/input_errors/small_world.hpp"

namespace {

/// A world that has a part of every kind for the scenario to name.
struct SmallWorld : small_world::Folder {
  SmallWorld() { write(small_world::texts()); }
};

}  // namespace

/// The bytes are a scenario in the small world.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SmallWorld folder;
  folder.write({{"storm.yaml", fuzz::text_of(data, size)}});
  fuzz::read_or_refuse([] { scenarios::read_scenario(folder.scenario()); });
  return 0;
}
