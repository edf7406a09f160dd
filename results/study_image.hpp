#pragma once

#include <string>
#include <string_view>

#include "results/result_file.hpp"

/// The HDF5 bytes of a study; no file is touched here.
namespace results {

std::string image_of(const Study& study, Timelines timelines);

/// Throws ResultError that says what is missing or wrong, without the name of a file.
Study study_of(std::string_view image);

}  // namespace results
