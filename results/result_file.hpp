#pragma once

#include <filesystem>
#include <stdexcept>
#include <string_view>

#include "results/study.hpp"

namespace results {

/// The file cannot be written or read; the message says which file and why.
class ResultError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline constexpr int format_major = 3, format_minor = 1;
/// Files of this major version and of later ones are read.
inline constexpr int oldest_major = 2;

/// Timelines are many: a file keeps their summary over the replications and those of the two
/// possible courses, and each of them only when asked, as a shard is that will be merged.
enum class Timelines { summary, each };

/// Throws ResultError when `file` could not be written later: folder missing or not writable, or
/// something there that does not begin with `begin`, as what will be written does; without it: that
/// is no HDF5 file. Called before a long run, so that the work is not lost at its end.
void check_writable(const std::filesystem::path& file);
void check_writable(const std::filesystem::path& file, std::string_view begin);

/// Writes `file`.part.PID with mode 0600, syncs, renames, syncs the folder: the final name holds a
/// whole file or what it held before. Same study, same bytes. Throws ResultError when the file
/// system refuses, std::logic_error when the arrays of the study do not fit its dimensions.
void write_study(const Study& study, const std::filesystem::path& file,
                 Timelines timelines = Timelines::summary);

/// The same care for a text that only its owner may read.
void write_private(const std::filesystem::path& file, std::string_view text);

/// Refuses what it does not know: another kind of file, another major version, missing datasets,
/// other shapes, and a file whose bytes are not those that were written. Facts::timeline is empty
/// in a replication whose own the file does not keep; Study::timeline has the summary.
Study read_study(const std::filesystem::path& file);

/// "uitwijk/study" or "uitwijk/campaign", as the file's last line says; what else stands there, or
/// nothing, of a file that is neither. Throws ResultError when it cannot be read.
std::string kind_of(const std::filesystem::path& file);

}  // namespace results
