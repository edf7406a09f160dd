#pragma once

#include <cstddef>
#include <span>

#include "results/observations.hpp"

/// What was seen as bytes, for another process of this program on this machine or for later in the
/// same one: no format of a file.
namespace results {

std::size_t bytes_of(const Facts& facts);
/// Throws std::length_error when they do not fit.
void write_facts(const Facts& facts, std::span<std::byte> bytes);
/// Of bytes that `write_facts` wrote.
Facts read_facts(const std::byte* bytes);

std::size_t bytes_of(const Observations& seen);
void write_observations(const Observations& seen, std::span<std::byte> bytes);
Observations read_observations(const std::byte* bytes);

}  // namespace results
