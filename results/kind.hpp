#pragma once

#include <fmt/format.h>

#include <string_view>

#include "results/result_file.hpp"

namespace results {

/// What a file says it is, in its attributes `kind` and `format` and in its seal.
struct Kind {
  std::string_view name;
  int major, minor;
};

/// The first bytes of every HDF5 file.
inline constexpr std::string_view hdf5_signature = "\x89HDF\r\n\x1a\n";

inline constexpr Kind study_kind = {"uitwijk/study", format_major, format_minor};
inline constexpr Kind campaign_kind = {"uitwijk/campaign", format_major, format_minor};

/// Refuses a major version that this program does not read; `format` is what the file says.
inline void check_major(int major, std::string_view format) {
  if (major < oldest_major || major > format_major)
    throw ResultError(fmt::format("has format {}, this program reads {}.x to {}.x", format,
                                  oldest_major, format_major));
}

}  // namespace results
