#pragma once

#include <filesystem>
#include <stdexcept>

#include "results/study.hpp"

namespace results {

/// The file cannot be written or read; the message says which file and why.
class ResultError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline constexpr int format_major = 1, format_minor = 0;

/// Throws ResultError when `file` could not be written later: folder missing or not writable.
/// Called before a long run, so that the work is not lost at its end.
void check_writable(const std::filesystem::path& file);

/// Writes `file`.part with mode 0600, syncs, renames, syncs the folder: the final name holds a
/// whole file or what it held before. Same study, same bytes.
void write_study(const Study& study, const std::filesystem::path& file);

/// Refuses what it does not know: another kind of file, another major version, missing datasets.
Study read_study(const std::filesystem::path& file);

}  // namespace results
