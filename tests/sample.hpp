#pragma once

#include <cstdlib>

/// Of what takes long: `some` in `make test`, `all` in `make long`, which sets UITWIJK_LONG.
template <class Amount>
Amount sample(Amount some, Amount all) {
  return std::getenv("UITWIJK_LONG") == nullptr ? some : all;
}
