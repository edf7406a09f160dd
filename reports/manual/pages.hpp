#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace reports {

/// Name and text of each, part of the program: made by reports/CMakeLists.txt.
using Texts = std::vector<std::pair<std::string_view, std::string_view>>;

/// The pages of docs/formats, docs/commands and the glossary: "formats/world.md".
const Texts& manual_pages();

}  // namespace reports
