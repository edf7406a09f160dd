#pragma once

#include <optional>
#include <random>
#include <string>

namespace fuzz {

/// The YAML with one to three of its values taken away, doubled, exchanged, copied to elsewhere, or
/// made an extreme number or something of another type: what a hand may write, where random bytes
/// are hardly ever YAML. Nothing when the text is no map that we read.
std::optional<std::string> mutated_yaml(const std::string& text, std::mt19937_64& random);

}  // namespace fuzz
