#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/world/draft.hpp"
#include "models/world/read_world.hpp"

namespace models {

/// The words of all sections that a world may have: "world", "demand".
std::vector<std::string> world_sections();

/// Reads a file as text; a problem when there is none. Throws SystemFault when it cannot be read.
std::optional<InputFile> read_input_file(const std::filesystem::path& file, Problems& problems);

/// The root of one file, annotations resolved; nothing when it is not YAML. A file that could not
/// be read or parsed makes the reading incomplete. The text is added to `inputs`.
std::optional<Node> read_tree(const std::filesystem::path& file, Reading& reading,
                              std::vector<InputFile>& inputs);

/// All sections of a world: its files, then overlays, then settings.
Node read_world_tree(const std::filesystem::path& folder, const std::vector<Setting>& settings,
                     const std::vector<std::filesystem::path>& overlays, Reading& reading,
                     std::vector<InputFile>& inputs);

/// The sections of a world whose files were read before.
Node world_tree_of(const std::vector<InputFile>& files, Reading& reading);

/// The world as far as it could be read, with names for later references; problems go to
/// `reading`. Whoever calls it throws.
struct WorldDraft {
  Draft draft;
  std::vector<InputFile> inputs;
};
WorldDraft draft_world(const std::filesystem::path& folder, const std::vector<Setting>& settings,
                       const std::vector<std::filesystem::path>& overlays, Reading& reading);

/// The same of sections that no file has.
Draft draft_world(const Node& sections, Reading& reading);

}  // namespace models
