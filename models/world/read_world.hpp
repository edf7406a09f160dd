#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "models/world/parameter.hpp"
#include "models/world/world.hpp"

namespace models {

/// A file as it was read: name, whole text, SHA-256 in hex.
struct InputFile {
  std::string path, text, sha256;
};

/// A world with the list of its parameters and the files it came from.
struct WorldModel {
  World world;
  std::vector<Parameter> parameters;
  std::vector<InputFile> inputs;
  std::vector<Warning> warnings;  ///< of what was written and does nothing
};

/// Reads every *.yaml of `folder`, lays `overlays` over them, applies `settings`, and checks the
/// whole. Throws InvalidInput with everything that is wrong.
WorldModel read_world(const std::filesystem::path& folder,
                      const std::vector<Setting>& settings = {},
                      const std::vector<std::filesystem::path>& overlays = {});

}  // namespace models
