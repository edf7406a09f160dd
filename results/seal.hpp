#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "results/kind.hpp"

/// The last line of a result file: kind, format and a checksum of all before it. HDF5 ignores what
/// lies behind its own end, so other programs open the file as ever; ours looks at the seal before
/// it lets the HDF5 library near the bytes, which may crash on damaged ones.
///
/// New seals hold a SHA-256; those up to format 2.2 held FNV-1a, 64 bit, and are still read.
namespace results {

/// "uitwijk/study 2.3 sha256 0123...cdef\n", with 64 digits.
std::string seal_of(const Kind& kind, std::string_view sha256);
std::string seal_of(std::string_view image);  ///< of a study

/// What lies before the seal. Throws ResultError when the bytes are no HDF5, have no seal, one of
/// another kind or major version, or do not match it.
std::string_view unsealed(std::string_view bytes, const Kind& kind = study_kind);

/// The same of a file that is too large for memory: reads through it once. Here and below a file
/// that cannot be read is a models::SystemFault.
void check_sealed(const std::filesystem::path& file, const Kind& kind);

/// The same file. Throws ResultError when there is none: then nothing is wrong with the system.
const std::filesystem::path& existing(const std::filesystem::path& file);

/// What the seal says the file is; nothing without a seal. Throws ResultError.
std::string sealed_kind(const std::filesystem::path& file);

/// The SHA-256 of a whole file, in hex. Throws ResultError.
std::string sha256_of(const std::filesystem::path& file);

}  // namespace results
