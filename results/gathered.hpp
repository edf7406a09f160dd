#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "results/observations.hpp"

namespace results {

/// What is done with replications one after the other, by their numbers.
using LookAt = std::function<void(const Observations&)>;
using EachReplication = std::function<void(const LookAt&)>;

/// Replications as they come in, in any order. What memory has no room for lies in a file without a
/// name in the folder for temporary files; where the system gives none, in memory after all.
class Gathered {
public:
  /// So many bytes stay in memory.
  explicit Gathered(std::size_t memory) : memory_(memory) {}
  Gathered(const Gathered&) = delete;
  Gathered& operator=(const Gathered&) = delete;
  Gathered(Gathered&&) = default;
  Gathered& operator=(Gathered&&) = default;

  void add(Observations seen);
  std::size_t size() const { return places_.size(); }
  std::size_t in_memory() const { return near_.size(); }
  /// Throws models::SystemFault when the file cannot be read again.
  void each(const LookAt& look) const;
  /// All of them, for whoever needs them at once; none are left here. Throws as `each`.
  std::vector<Observations> take();

private:
  class File;
  struct Place {
    std::uint64_t replication;
    std::size_t begin, bytes;  ///< in the file; 0 bytes: number `begin` of those in memory
  };
  bool put(const Observations& seen, std::size_t bytes);
  Observations read(const Place& place) const;
  std::vector<Place> by_number() const;

  std::size_t memory_, used_ = 0;
  std::vector<Observations> near_;
  std::vector<Place> places_;
  std::shared_ptr<File> file_;
  bool refused_ = false;  ///< the system gave no file, or no room in it
};

}  // namespace results
