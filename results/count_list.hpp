#pragma once

#include <boost/iterator/iterator_facade.hpp>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

namespace results {

/// A list of counts that can be packed. Most counts of a replication are 0 and nearly all are
/// small: packed, each takes two bits, and one, two or four bytes more when it is not 0. It reads
/// like a vector either way, at any place in constant time; whatever may change it unpacks it.
class CountList {
public:
  class Iterator;
  using value_type = std::uint32_t;
  using const_iterator = Iterator;

  CountList() = default;
  CountList(std::vector<std::uint32_t> values) : words_(std::move(values)) {}
  CountList(std::initializer_list<std::uint32_t> values) : words_(values) {}

  std::size_t size() const { return width_ == 0 ? words_.size() : size_; }
  bool empty() const { return size() == 0; }
  std::uint32_t operator[](std::size_t place) const {
    return width_ == 0 ? words_[place] : packed_at(place);
  }
  /// Throws std::out_of_range.
  std::uint32_t at(std::size_t place) const {
    if (place >= size())
      throw std::out_of_range("no such count");
    return (*this)[place];
  }
  std::uint32_t back() const { return (*this)[size() - 1]; }
  const_iterator begin() const;
  const_iterator end() const;
  std::vector<std::uint32_t> values() const;

  /// The values to be changed, unpacked.
  std::vector<std::uint32_t>& open() {
    if (width_ != 0)
      *this = CountList(values());
    return words_;
  }
  std::uint32_t& operator[](std::size_t place) { return open()[place]; }
  auto begin() { return open().begin(); }
  auto end() { return open().end(); }
  void resize(std::size_t size) { open().resize(size); }
  void clear() { *this = {}; }

  /// Does nothing to a list that would not become smaller.
  void pack();

  /// The list as it lies in memory, packed or not: for whoever keeps it as bytes.
  struct Stored {
    std::vector<std::uint32_t> words;
    std::uint32_t size = 0, width = 0;
  };
  explicit CountList(Stored stored)
      : words_(std::move(stored.words)), size_(stored.size), width_(stored.width) {}
  std::span<const std::uint32_t> words() const { return words_; }
  std::uint32_t packed_size() const { return size_; }
  std::uint32_t width() const { return width_; }

  /// Memory that the values take.
  std::size_t bytes() const { return words_.size() * sizeof words_[0]; }

  bool operator==(const CountList& other) const;

private:
  std::uint32_t packed_at(std::size_t place) const;

  /// The values, or packed: for every 32 of them a word with a bit for each that is not 0, and a
  /// word with the number of those before; behind them those values, `width_` bytes each.
  std::vector<std::uint32_t> words_;
  std::uint32_t size_ = 0;   ///< when packed
  std::uint32_t width_ = 0;  ///< 0: not packed
};

class CountList::Iterator
    : public boost::iterator_facade<Iterator, const std::uint32_t,
                                    boost::random_access_traversal_tag, std::uint32_t> {
public:
  Iterator() = default;
  Iterator(const CountList& list, std::size_t place) : list_(&list), place_(place) {}

  // What the facade asks for.
  std::uint32_t dereference() const { return (*list_)[place_]; }
  bool equal(const Iterator& other) const { return place_ == other.place_; }
  void increment() { ++place_; }
  void decrement() { --place_; }
  void advance(std::ptrdiff_t steps) { place_ += static_cast<std::size_t>(steps); }
  std::ptrdiff_t distance_to(const Iterator& other) const {
    return static_cast<std::ptrdiff_t>(other.place_) - static_cast<std::ptrdiff_t>(place_);
  }

private:
  const CountList* list_ = nullptr;
  std::size_t place_ = 0;
};

inline CountList::const_iterator CountList::begin() const {
  return {*this, 0};
}
inline CountList::const_iterator CountList::end() const {
  return {*this, size()};
}

}  // namespace results
