#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "models/text/problems.hpp"

/// A valid small world and scenario that use every part of the format, as texts to be broken.
namespace small_world {

/// File name to text: `chain.yaml`, `places.yaml`, `things.yaml`, `rules.yaml`, `storm.yaml`.
using Texts = std::map<std::string, std::string>;
Texts texts();

/// A fresh folder that is removed at the end.
class Folder {
public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  /// Writes the world's files under `world/` and the scenario as `storm.yaml`.
  void write(const Texts& texts) const;
  std::filesystem::path world() const { return path_ / "world"; }
  std::filesystem::path scenario() const { return path_ / "storm.yaml"; }
  const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path path_;
};

/// Reads the scenario with its world; the problems with file names shortened, `places.yaml`.
std::vector<models::Problem> problems_of(const Texts& texts);

}  // namespace small_world
