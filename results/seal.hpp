#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "results/kind.hpp"

/// The last line of a result file: kind, format and a checksum of all before it. HDF5 ignores what
/// lies behind its own end, so other programs open the file as ever; ours looks at the seal before
/// it lets the HDF5 library near the bytes, which may crash on damaged ones.
namespace results {

/// FNV-1a, 64 bit, of bytes that come in pieces.
class Checksum {
public:
  void add(std::string_view bytes);
  std::uint64_t value() const { return hash_; }

private:
  std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

/// "uitwijk/study 1.0 fnv1a-64 0123456789abcdef\n"
std::string seal_of(const Kind& kind, std::uint64_t checksum);
std::string seal_of(std::string_view image);  ///< of a study

/// What lies before the seal. Throws ResultError when the bytes are no HDF5, have no seal, one of
/// another kind or major version, or do not match it.
std::string_view unsealed(std::string_view bytes, const Kind& kind = study_kind);

/// The same of a file that is too large for memory: reads through it once.
void check_sealed(const std::filesystem::path& file, const Kind& kind);

/// What the seal says the file is; nothing without a seal. Throws ResultError.
std::string sealed_kind(const std::filesystem::path& file);

/// The checksum of a whole file. Throws ResultError.
std::uint64_t checksum_of(const std::filesystem::path& file);

}  // namespace results
