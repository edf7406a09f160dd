#pragma once

#include <string_view>

namespace results {

/// What the file says it is, in its attribute `kind` and in its seal.
inline constexpr std::string_view kind = "uitwijk/study";

}  // namespace results
