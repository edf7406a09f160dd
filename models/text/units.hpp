#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "models/text/yaml_document.hpp"

namespace models {

struct Unit {
  std::string_view name;
  double factor;  ///< to the SI unit
};

/// What a number counts: how it must be written and what it is recorded in.
struct Dimension {
  std::string_view what;     ///< "a time with its unit, such as "15 min""
  std::string_view si_unit;  ///< "s"; of a plain number a word: "factor", "count"
  std::span<const Unit> units;
  bool plain = false;  ///< a number without a unit is right
  bool whole = false;  ///< digits only
};

extern const Dimension time_dimension, rate_dimension, bandwidth_dimension, size_dimension,
    share_dimension, factor_dimension, count_dimension, degree_dimension;

/// A number, or what it must be: "must be a time ..., found 15".
struct Quantity {
  double value = 0;
  std::string error;  ///< empty when it could be read
};

Quantity read_quantity(const Node& node, const Dimension& dimension);

/// A decimal number: digits, a point, an exponent; no leading zeros, hex, inf, nan or `_`.
std::optional<double> decimal(std::string_view text);

}  // namespace models
