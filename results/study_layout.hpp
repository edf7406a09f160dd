#pragma once

#include <H5Cpp.h>

#include <string>
#include <string_view>

#include "results/hdf5_reader.hpp"
#include "results/result_file.hpp"

/// A study as the contents of a group: the root of its own file, or one of many in a campaign's.
namespace results {

void write_layout(const H5::Group& root, const Study& study, Timelines timelines);

/// Throws ResultError that says what is missing or wrong, without the name of a file.
Study read_layout(const Hdf5Reader& in);

/// "world/calls", of a dataset in a group.
inline std::string join(std::string_view group, std::string_view name) {
  return std::string(group).append("/").append(name);
}

/// The background of a row, which before 3.1 stood in its rule of the onset alone: "over new-year",
/// or "over new-year at 2026-12-31T23:00". Empty: none.
std::string background_in(std::string_view onset_rule);

}  // namespace results
