#include "sim/replications/fact_shelf.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <new>

#include "sim/replications/fact_bytes.hpp"

namespace sim {

namespace {

constexpr std::size_t usual_piece = std::size_t{64} << 20;  // untouched pages cost nothing

std::size_t room_of(const results::Facts& facts) {
  constexpr std::size_t alignment = alignof(std::max_align_t);
  return (bytes_of(facts) + alignment - 1) / alignment * alignment;
}

}  // namespace

FactShelf::~FactShelf() {
  for (const Piece& piece : pieces_)
    munmap(piece.memory, piece.size);
}

void FactShelf::make_room(std::size_t bytes) {
  if (!pieces_.empty() && pieces_.back().size - pieces_.back().put >= bytes)
    return;
  Piece& piece = pieces_.emplace_back(Piece{nullptr, std::max(bytes, usual_piece), 0, 0});
  void* memory = mmap(nullptr, piece.size, PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) {
    pieces_.pop_back();
    throw std::bad_alloc();
  }
  piece.memory = static_cast<std::byte*>(memory);
}

void FactShelf::reserve(const results::Observations& seen) {
  make_room(room_of(seen.world) + (seen.twin ? room_of(*seen.twin) : 0));
}

void FactShelf::put(const results::Facts& facts) {
  const std::size_t bytes = room_of(facts);
  make_room(bytes);
  Piece& piece = pieces_.back();
  write_facts(facts, {piece.memory + piece.put, bytes});
  piece.put += bytes;
}

results::Facts FactShelf::take() {
  Piece& piece = pieces_.front();
  results::Facts facts = read_facts(piece.memory + piece.taken);
  piece.taken += room_of(facts);
  if (piece.taken == piece.put) {
    munmap(piece.memory, piece.size);
    pieces_.pop_front();
  }
  return facts;
}

}  // namespace sim
