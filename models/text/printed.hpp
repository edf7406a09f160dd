#pragma once

#include <sstream>
#include <string>
#include <utility>

namespace models {

/// What `print` writes to a stream, as text. Throws std::bad_alloc: a stream of the library takes a
/// lack of memory for the end of the text.
template <class Print>
std::string printed(Print&& print) {
  std::ostringstream out;
  out.exceptions(std::ios::badbit);
  std::forward<Print>(print)(out);
  return std::move(out).str();
}

}  // namespace models
