#pragma once

#include <string>
#include <string_view>

/// The last line of a result file: kind, format and a checksum of all before it. HDF5 ignores what
/// lies behind its own end, so other programs open the file as ever; ours looks at the seal before
/// it lets the HDF5 library near the bytes, which may crash on damaged ones.
namespace results {

/// "uitwijk/study 1.0 fnv1a-64 0123456789abcdef\n"
std::string seal_of(std::string_view image);

/// What lies before the seal. Throws ResultError when the bytes are no HDF5, have no seal, one of
/// another kind or major version, or do not match it.
std::string_view unsealed(std::string_view bytes);

}  // namespace results
