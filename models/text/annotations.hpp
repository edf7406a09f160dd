#pragma once

#include <string>
#include <vector>

#include "models/text/problems.hpp"
#include "models/text/yaml_document.hpp"

namespace models {

/// Takes `source`, `kind` and `note` out of all maps and gives every node below the nearest ones
/// as its origin; replaces `{value: ..., range: ...}` by the value with its declared range.
/// Readers after this see values only, and addresses have no `.value` in them.
void resolve_annotations(Node& root, Problems& problems);

/// What `kind` may say: measured, reported, ...
std::vector<std::string> kinds_of_source();

}  // namespace models
