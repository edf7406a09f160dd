#include "results/seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "models/random_stream.hpp"
#include "results/kind.hpp"
#include "results/result_file.hpp"

namespace results {

namespace {

constexpr std::string_view hdf5_signature = "\x89HDF\r\n\x1a\n";
constexpr std::string_view family = "uitwijk/";
constexpr std::size_t longest_seal = 100;

/// Where the last line begins; npos when there is none that could be a seal.
std::size_t seal_begin(std::string_view bytes) {
  if (!bytes.ends_with('\n'))
    return std::string_view::npos;
  const auto tail = bytes.substr(bytes.size() - std::min(longest_seal, bytes.size()));
  const auto found = tail.rfind(family);
  return found == std::string_view::npos ? found : bytes.size() - tail.size() + found;
}

/// The first word of a text, which is taken off it.
std::string_view take_word(std::string_view& text) {
  const auto end = std::min(text.find(' '), text.size());
  const auto word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

void check_format(std::string_view seal) {
  const auto found_kind = take_word(seal);
  if (found_kind != kind)
    throw ResultError(fmt::format("is a '{}', expected a '{}'", found_kind, kind));
  const auto version = take_word(seal);
  int major = 0;
  std::from_chars(version.data(), version.data() + version.size(), major);
  if (major != format_major)
    throw ResultError(fmt::format("has format {}, this program reads {}.x", version, format_major));
}

}  // namespace

std::string seal_of(std::string_view image) {
  return fmt::format("{} {}.{} fnv1a-64 {:016x}\n", kind, format_major, format_minor,
                     models::name_of(image));
}

std::string_view unsealed(std::string_view bytes) {
  if (!bytes.starts_with(hdf5_signature))
    throw ResultError("is not an HDF5 file");
  const auto begin = seal_begin(bytes);
  if (begin == std::string_view::npos)
    throw ResultError(
        fmt::format("has no seal of a {} as its last line: it is cut off, was changed "
                    "afterwards, or another program wrote it",
                    kind));
  check_format(bytes.substr(begin));
  const auto image = bytes.substr(0, begin);
  const auto checksum = fmt::format(" fnv1a-64 {:016x}\n", models::name_of(image));
  if (!bytes.ends_with(checksum))
    throw ResultError("does not match its checksum: it was damaged or changed afterwards");
  return image;
}

}  // namespace results
