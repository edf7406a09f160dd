#include "results/seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <vector>

#include "models/text/file_reader.hpp"
#include "models/text/sha256.hpp"

namespace results {

namespace {

constexpr std::string_view family = "uitwijk/";
constexpr std::size_t longest_seal = 128, piece_bytes = 1 << 20;

/// FNV-1a, 64 bit: the sum of the seals of old.
class Fnv {
public:
  void add(std::string_view bytes) {
    std::uint64_t hash = hash_;
    for (const char c : bytes)
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash_ = hash;
  }
  std::string hex() const { return fmt::format("{:016x}", hash_); }

private:
  std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

/// Where the last line begins in the last bytes of a file; npos when there is none that could be
/// a seal.
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

void check_format(std::string_view seal, const Kind& kind) {
  const auto found_kind = take_word(seal);
  if (found_kind != kind.name)
    throw ResultError(fmt::format("is a '{}', expected a '{}'", found_kind, kind.name));
  const auto version = take_word(seal);
  int major = 0;
  std::from_chars(version.data(), version.data() + version.size(), major);
  check_major(major, version);
}

/// `begin` and `tail` are the two ends of the bytes. Where the seal begins in the tail.
std::size_t check_ends(std::string_view begin, std::string_view tail, const Kind& kind) {
  if (!begin.starts_with(hdf5_signature))
    throw ResultError("is not an HDF5 file");
  const auto seal = seal_begin(tail);
  if (seal == std::string_view::npos)
    throw ResultError(
        fmt::format("has no seal of a {} as its last line: it is cut off, was changed "
                    "afterwards, or another program wrote it",
                    kind.name));
  check_format(tail.substr(seal), kind);
  return seal;
}

/// `feed` gives a sum all bytes before the seal, piece by piece.
template <class Feed>
void check_sum(std::string_view seal, Feed feed) {
  seal.remove_suffix(1);  // the end of the line
  take_word(seal);        // kind
  take_word(seal);        // format
  const auto name = take_word(seal);
  std::string found;
  const auto add_up = [&](auto&& sum) {
    feed(sum);
    found = sum.hex();
  };
  if (name == "sha256")
    add_up(models::Sha256());
  else if (name == "fnv1a-64")
    add_up(Fnv());
  else
    throw ResultError(fmt::format("has a checksum '{}', which this program does not know", name));
  if (seal != found)
    throw ResultError("does not match its checksum: it was damaged or changed afterwards");
}

void require_regular(const models::FileReader& file) {
  if (!file.is_regular())
    throw ResultError("is not a regular file");
}

/// The last bytes: more than a seal.
std::string tail_of(models::FileReader& file) {
  const std::size_t bytes = std::min(longest_seal, file.size());
  file.go_to(file.size() - bytes);
  return file.read(bytes);
}

/// Gives a sum the next `bytes` of a file, or all when it ends before.
template <class Sum>
void add_pieces(Sum& sum, models::FileReader& file, std::size_t bytes) {
  std::vector<char> piece(piece_bytes);
  while (bytes > 0) {
    const auto wanted = std::min(bytes, piece.size());
    const auto got = file.read(piece.data(), wanted);
    sum.add({piece.data(), got});
    bytes -= got;
    if (got < wanted)
      break;
  }
}

}  // namespace

std::string seal_of(const Kind& kind, std::string_view sha256) {
  return fmt::format("{} {}.{} sha256 {}\n", kind.name, kind.major, kind.minor, sha256);
}

std::string seal_of(std::string_view image) {
  return seal_of(study_kind, models::sha256_hex(image));
}

std::string_view unsealed(std::string_view bytes, const Kind& kind) {
  const auto begin = check_ends(bytes, bytes, kind);
  const auto image = bytes.substr(0, begin);
  check_sum(bytes.substr(begin), [&](auto& sum) { sum.add(image); });
  return image;
}

const std::filesystem::path& existing(const std::filesystem::path& file) {
  if (!models::is_there(file))
    throw ResultError(file.string() + ": cannot be read: No such file or directory");
  return file;
}

std::string sealed_kind(const std::filesystem::path& file) {
  models::FileReader reader(file);
  require_regular(reader);
  const auto tail = tail_of(reader);
  const auto begin = seal_begin(tail);
  auto seal = std::string_view(tail).substr(std::min(begin, tail.size()));
  return std::string(take_word(seal));
}

void check_sealed(const std::filesystem::path& file, const Kind& kind) {
  models::FileReader reader(file);
  require_regular(reader);
  const auto begin = reader.read(hdf5_signature.size());
  const auto tail = tail_of(reader);
  const auto seal = check_ends(begin, tail, kind);
  reader.go_to(0);
  check_sum(std::string_view(tail).substr(seal),
            [&](auto& sum) { add_pieces(sum, reader, reader.size() - tail.size() + seal); });
}

std::string sha256_of(const std::filesystem::path& file) {
  models::FileReader reader(file);
  models::Sha256 sum;
  add_pieces(sum, reader, std::numeric_limits<std::size_t>::max());
  return sum.hex();
}

}  // namespace results
