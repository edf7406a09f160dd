#pragma once

#include <vector>

#include "models/text/problems.hpp"
#include "models/text/yaml_document.hpp"
#include "models/world/parameter.hpp"

namespace models {

/// Lays `overlay` over `base`: maps are merged key by key, everything else is replaced. A closed
/// choice (`{lognormal: ...}`, `{all: ...}`) is replaced as a whole when another word is chosen.
void lay_over(Node& base, Node overlay);

/// Replaces the node at the address of each setting, in order; a key that is new in a map that is
/// there is added, and the reader then judges it. Items of a list are counted from 1 or called by
/// the `id` that they have. Unknown addresses are problems at their marks.
void apply_settings(Node& root, const std::vector<Setting>& settings, Problems& problems);

/// The part of a map or list that a step of an address names, or nothing.
const Node* child_of(const Node& node, const std::string& step);

}  // namespace models
