#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reports {

using Texts = std::vector<std::pair<std::string_view, std::string_view>>;

/// The texts of reports/skeletons/*.txt: "skeletons/world.txt".
const Texts& skeleton_texts();

/// Words of `uitwijk new`: world, scenario, threat, ...
std::vector<std::string> skeleton_words();

/// A file of that kind that `check` takes as it is. `fill` has what stands for {{name}} and its
/// like. Beside each value, as a remark, stands what may be written there, and below each map which
/// other keys it may have: as the readers say it themselves. Throws models::InvalidInput for a word
/// that is none.
std::string skeleton(const std::string& word, const std::map<std::string, std::string>& fill);

}  // namespace reports
