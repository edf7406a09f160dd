#pragma once

#include <cstdint>
#include <functional>

namespace studies {

/// Told how far a study is, in steps that all cost about the same; returns whether to go on.
using OnProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

}  // namespace studies
