#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "results/observations.hpp"
#include "sim/calls/caller_ledger.hpp"
#include "sim/replications/shared_memory.hpp"

namespace sim {

/// Memory that a child shares with its parent: the fates of all background callers, then the facts
/// of one world, or the reason why there are none. Used for one world after the other. Facts for
/// which there is no room lie beside it, in a file in memory that is as long as they are.
class SharedBlock {
public:
  /// Room for the fates of so many callers. Throws std::bad_alloc or
  /// std::system_error.
  explicit SharedBlock(std::size_t callers);
  ~SharedBlock();
  SharedBlock(const SharedBlock&) = delete;
  SharedBlock& operator=(const SharedBlock&) = delete;

  /// Of the file, for as long as this lives.
  int descriptor() const { return beside_; }

  PairedFates fates() const;
  /// The fates of the first `count` callers only; the rest was never written.
  PairedFates fates(std::size_t count) const;

  // In the child.
  /// Nobody's fate is known: before another world.
  void clear();
  /// Throws std::bad_alloc or std::system_error when there is no memory for the facts.
  void put(const results::Facts& facts, std::uint32_t background_callers);
  void put_error(const std::string& message);

  // In the parent, when the child has put something there.
  results::Facts take() const;
  std::uint32_t background_callers() const;
  std::string error() const;

private:
  struct Header;
  Header& header() const;
  std::byte* facts_from() const;

  std::size_t callers_, size_;
  SharedMemory memory_;
  int beside_;  ///< descriptor of the file
};

}  // namespace sim
