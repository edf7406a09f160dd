#pragma once

#include "models/text/reading.hpp"
#include "models/world/read_world.hpp"

namespace models {

/// A roster written as CSV, as an overlay's tree: docs/formats/rosters.md has its columns. `root`
/// is the world it will be laid over: its meldkamers and roles may be named, by id or name. The
/// text of the input becomes UTF-8; of a roster by person it becomes the counts, as YAML, so that
/// no name is kept. What is wrong goes to `reading`, with line and column.
Node roster_tree(InputFile& input, const Node& root, Reading& reading);

}  // namespace models
