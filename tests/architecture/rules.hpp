#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// The rules of the house, read from the text of a tree. Each returns one line per violation,
/// `file:line: what`, sorted by file; an empty list is a tree in order.
namespace architecture {

using Violations = std::vector<std::string>;

/// Arrows between rooms point one way, and every `#include "..."` starts at the root.
Violations arrows_against_the_plan(const std::filesystem::path& root);
/// A library is known by one room, or by one file of a room, only.
Violations libraries_out_of_their_room(const std::filesystem::path& root);
/// Sources that `compile_commands` (the JSON file of that name) does not list.
Violations sources_not_built(const std::filesystem::path& root,
                             const std::filesystem::path& compile_commands);
/// Paths that exist on one machine only. Tests may use the folder for temporary files.
Violations paths_of_one_machine(const std::filesystem::path& root);
/// YAML files under scenarios/ that neither README.md nor scenarios/README.md names.
Violations scenarios_without_a_row(const std::filesystem::path& root);
/// Members of a provenance that are set elsewhere than where it is made or read.
Violations labels_completed_late(const std::filesystem::path& root);
/// Sources and headers of more than `most` lines.
Violations crowded_files(const std::filesystem::path& root, int most);
/// Folders with more than `most` files of any kind, those below not counted.
Violations crowded_folders(const std::filesystem::path& root, int most);

/// Ranges that clang 14 cannot compile with the library of g++ 12: those that give a subrange.
Violations unknown_to_clang(const std::filesystem::path& root);

/// Names that two .cpp files of one folder define in anonymous namespaces, since files of a folder
/// are compiled together. In tests/fuzz each file is a program of its own.
Violations names_of_two_files(const std::filesystem::path& root);

}  // namespace architecture
