#include "results/count_list.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace results {

namespace {

constexpr std::size_t block = 32;       ///< values of a word of bits
constexpr std::size_t block_words = 2;  ///< the bits, and the values before

constexpr std::size_t blocks_of(std::size_t values) {
  return (values + block - 1) / block;
}

template <class Narrow>
constexpr bool fits(std::uint32_t value) {
  return value <= std::numeric_limits<Narrow>::max();
}

std::uint32_t bytes_of(std::uint32_t value) {
  return fits<std::uint8_t>(value) ? 1 : fits<std::uint16_t>(value) ? 2 : 4;
}

template <class Narrow>
std::uint32_t read_at(const std::byte* bytes, std::size_t place) {
  Narrow out;
  std::memcpy(&out, bytes + place * sizeof out, sizeof out);
  return out;
}

template <class Narrow>
void write_at(std::byte* bytes, std::size_t place, std::uint32_t value) {
  const auto narrow = static_cast<Narrow>(value);
  std::memcpy(bytes + place * sizeof narrow, &narrow, sizeof narrow);
}

/// Puts the values that are not 0 one behind another, and says in the words before where each is.
template <class Narrow>
void fill(std::vector<std::uint32_t>& words, const std::vector<std::uint32_t>& values) {
  auto* const bytes =
      reinterpret_cast<std::byte*>(words.data() + blocks_of(values.size()) * block_words);
  std::uint32_t there = 0;
  for (std::size_t place = 0; place < values.size(); ++place) {
    std::uint32_t* const head = &words[place / block * block_words];
    if (place % block == 0)
      head[1] = there;
    if (values[place] == 0)
      continue;
    head[0] |= 1U << place % block;
    write_at<Narrow>(bytes, there++, values[place]);
  }
}

}  // namespace

std::vector<std::uint32_t> CountList::values() const {
  if (width_ == 0)
    return words_;
  return {begin(), end()};
}

void CountList::pack() {
  if (width_ != 0 || words_.size() > std::numeric_limits<std::uint32_t>::max())
    return;
  const auto others = words_.size() - static_cast<std::size_t>(std::ranges::count(words_, 0U));
  const std::uint32_t width = words_.empty() ? 1 : bytes_of(std::ranges::max(words_));
  const std::size_t value_words = (others * width + sizeof words_[0] - 1) / sizeof words_[0];
  const std::size_t words = blocks_of(words_.size()) * block_words + value_words;
  if (words >= words_.size())
    return;
  std::vector<std::uint32_t> packed(words);
  if (width == 1)
    fill<std::uint8_t>(packed, words_);
  else if (width == 2)
    fill<std::uint16_t>(packed, words_);
  else
    fill<std::uint32_t>(packed, words_);
  size_ = static_cast<std::uint32_t>(words_.size());
  width_ = width;
  words_ = std::move(packed);
}

bool CountList::operator==(const CountList& other) const {
  return std::equal(begin(), end(), other.begin(), other.end());
}

std::uint32_t CountList::packed_at(std::size_t place) const {
  const std::uint32_t* const head = &words_[place / block * block_words];
  const std::uint32_t bit = 1U << place % block;
  if ((head[0] & bit) == 0)
    return 0;
  const auto before = head[1] + static_cast<std::uint32_t>(std::popcount(head[0] & (bit - 1)));
  const auto* const bytes =
      reinterpret_cast<const std::byte*>(words_.data() + blocks_of(size_) * block_words);
  if (width_ == 1)
    return read_at<std::uint8_t>(bytes, before);
  return width_ == 2 ? read_at<std::uint16_t>(bytes, before)
                     : read_at<std::uint32_t>(bytes, before);
}

}  // namespace results
