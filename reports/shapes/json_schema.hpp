#pragma once

#include <nlohmann/json.hpp>

#include "reports/manual/entries.hpp"
#include "reports/shapes/file_kinds.hpp"

namespace reports {

/// A JSON Schema (2020-12) of files of that kind, made of what their readers ask. Each key is
/// described with the words of the manual. It refuses what can be seen in one file without its
/// neighbours: unknown keys, missing ones, words of no table, values of another type.
nlohmann::ordered_json json_schema(const FileKind& kind, const Manual& manual);

}  // namespace reports
