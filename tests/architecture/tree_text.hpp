#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// The text of a tree, as the rules of the house read it.
namespace architecture {

struct Line {
  int number;
  std::string text;
};

/// Nothing when there is no such file.
std::string text_of(const std::filesystem::path& file);
std::vector<Line> lines_of(const std::filesystem::path& file);

/// Files below root for which `wanted` holds, relative, sorted; generated folders left out. None
/// when there is no such folder.
std::vector<std::filesystem::path> files_of(
    const std::filesystem::path& root,
    const std::function<bool(const std::filesystem::path&)>& wanted);

/// `file:line: what`, as every violation is said.
std::string at(const std::filesystem::path& file, int line, const std::string& what);

}  // namespace architecture
