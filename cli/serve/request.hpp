#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/serve/gate.hpp"

namespace cli {

inline constexpr std::size_t most_header_bytes = 16U << 10, most_body_bytes = 64U << 10;

/// What the header section of a request says, or why it is answered at once.
struct Request {
  enum class Method { get, post, other };

  int refused = 0;  ///< status of the answer; 0: may go on
  std::string why;  ///< then
  Method method = Method::other;
  std::string path;            ///< without what follows a question mark
  std::size_t body_bytes = 0;  ///< that are still to come; at most `most_body_bytes`
};

/// `header`: up to the empty line, which ends it, `most_header_bytes` at most; any bytes.
Request request_of(std::string_view header, const Gate& gate);

}  // namespace cli
