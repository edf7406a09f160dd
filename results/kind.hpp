#pragma once

#include <string_view>

#include "results/result_file.hpp"

namespace results {

/// What a file says it is, in its attributes `kind` and `format` and in its seal.
struct Kind {
  std::string_view name;
  int major, minor;
};

inline constexpr Kind study_kind = {"uitwijk/study", format_major, format_minor};
inline constexpr Kind campaign_kind = {"uitwijk/campaign", format_major, format_minor};

}  // namespace results
