#pragma once

#include <cstddef>
#include <span>

#include "results/observations.hpp"

namespace sim {

/// Facts as bytes, for another process of this program on this machine or for later.
std::size_t bytes_of(const results::Facts& facts);
/// Throws std::length_error when they do not fit.
void write_facts(const results::Facts& facts, std::span<std::byte> bytes);
/// Of bytes that `write_facts` wrote.
results::Facts read_facts(const std::byte* bytes);

}  // namespace sim
