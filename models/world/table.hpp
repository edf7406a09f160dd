#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace models {

/// Strong index of a row of kind `Of`; `none` names no row.
template <class Of>
struct Id {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t index = none;

  explicit operator bool() const { return index != none; }
  auto operator<=>(const Id&) const = default;
};

/// A vector that only its own kind of id can index. `Table<Centre>` holds centres,
/// `Table<Centre, double>` one number for each of them.
template <class Of, class T = Of>
class Table {
public:
  Table() = default;
  explicit Table(std::size_t size, T value = T{}) : rows_(size, value) {}

  Id<Of> add(T row) {
    rows_.push_back(std::move(row));
    return {static_cast<std::uint32_t>(rows_.size() - 1)};
  }
  T& operator[](Id<Of> id) { return rows_[id.index]; }
  const T& operator[](Id<Of> id) const { return rows_[id.index]; }
  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  auto begin() { return rows_.begin(); }
  auto end() { return rows_.end(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  const std::vector<T>& rows() const { return rows_; }

  /// All ids in order, for loops that need the id too.
  std::vector<Id<Of>> ids() const {
    std::vector<Id<Of>> out(rows_.size());
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i].index = static_cast<std::uint32_t>(i);
    return out;
  }

private:
  std::vector<T> rows_;
};

}  // namespace models
