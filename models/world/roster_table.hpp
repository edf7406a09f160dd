#pragma once

#include "models/text/reading.hpp"

namespace models {

/// A roster written as CSV, as an overlay's tree: columns meldkamer, role, staff, and shift or at
/// ("07:00" or "mon 07:00"); optional source, kind and note, for which the file's name and
/// `measured` stand when they are empty. `root` is the world it will be laid over: its meldkamers
/// are those that may be named. What is wrong goes to `reading`, with line and column.
Node roster_tree(const std::string& text, const std::string& file, const Node& root,
                 Reading& reading);

}  // namespace models
