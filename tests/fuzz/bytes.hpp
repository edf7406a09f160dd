#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>

/// What the harnesses share. Each has one entrance, libFuzzer's; anything that escapes from it, an
/// exception too, is a finding.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
  std::string text(size, '\0');
  if (size > 0)
    std::memcpy(text.data(), data, size);
  return text;
}

/// A property of what was accepted; the input is kept when it does not hold.
inline void must(bool holds, const std::string& what) {
  if (holds)
    return;
  std::cerr << "does not hold: " << what << '\n';
  std::abort();
}

}  // namespace fuzz
