#pragma once

#include "models/chance/distribution.hpp"
#include "models/text/reading.hpp"

namespace scenarios {

/// A number without a unit, or its distribution: `{lognormal: {median, p95}}`, `{triangular: {min,
/// mode, max}}`, `{uniform: {min, max}}`, `{beta: {mean, sd}}` on [0, 1], or
/// `{empirical: {values, weights}}`.
models::Distribution read_number_draw(const models::Place& place);

}  // namespace scenarios
