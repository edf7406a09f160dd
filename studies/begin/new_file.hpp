#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace studies {

/// A file to begin with: where it is written, what stands in the gaps of its skeleton, and the
/// commands that come next.
struct NewFile {
  std::filesystem::path file;
  std::map<std::string, std::string> fill;
  std::vector<std::string> next;
};

/// `kind` as reports::skeleton_words; `name` with its folder, with or without .yaml; `world`: empty
/// for the shipped one. Throws models::InvalidInput when the name has
/// a control character, or the world no room for an exercise.
NewFile new_file(const std::string& kind, const std::string& name, const std::string& world);

}  // namespace studies
