#pragma once

#include <cstddef>
#include <deque>

#include "results/observations.hpp"

namespace sim {

/// Facts of finished replications, first in first out, in shared mappings: a fork does not copy the
/// page tables of those (Linux, mm/memory.c, vma_needs_copy), so that a child costs as little
/// after ten thousand replications as after one.
class FactShelf {
public:
  FactShelf() = default;
  ~FactShelf();
  FactShelf(const FactShelf&) = delete;
  FactShelf& operator=(const FactShelf&) = delete;

  /// Makes sure that the facts of this replication can be put. Throws std::bad_alloc.
  void reserve(const results::Observations& seen);
  /// Throws std::bad_alloc.
  void put(const results::Facts& facts);
  /// The oldest; there must be one. Memory goes back piece by piece.
  results::Facts take();

private:
  struct Piece {
    std::byte* memory;
    std::size_t size, put, taken;
  };
  void make_room(std::size_t bytes);

  std::deque<Piece> pieces_;
};

}  // namespace sim
