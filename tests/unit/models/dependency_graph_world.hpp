#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "models/world/read_world.hpp"

/// Worlds of two rooms and the components that a test writes.
namespace small_graph {

/// Three regions, the third of which is as large as the others together; `north` answers for the
/// first two.
inline const std::string rooms = R"(
world: {name: "W", zone: "UTC+0"}
disciplines: {a: {name: "A"}}
stages: {answer: {handling: "60 s"}}
roles: {agent: {stage: answer}}
meldkamers:
  north: {name: "N", roster: {agent: 5}}
  south: {name: "S", roster: {agent: 5}}
regions:
  r1: {name: "R1", population: 1, meldkamer: north}
  r2: {name: "R2", population: 1, meldkamer: north}
  r3: {name: "R3", population: 2, meldkamer: south}
demand: {calls: "60 calls/h"}
suppliers: {s: {name: "S"}}
)";

inline models::World read(const std::string& text) {
  namespace fs = std::filesystem;
  std::string folder = (fs::temp_directory_path() / "small_graph_XXXXXX").string();
  if (!mkdtemp(folder.data()))
    throw std::runtime_error("no temporary folder");
  std::ofstream(fs::path(folder) / "world.yaml") << text;
  try {
    models::World world = models::read_world(folder).world;
    fs::remove_all(folder);
    return world;
  } catch (...) {
    fs::remove_all(folder);
    throw;
  }
}

}  // namespace small_graph
