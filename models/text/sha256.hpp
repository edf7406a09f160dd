#pragma once

#include <string>
#include <string_view>

namespace models {

/// SHA-256 in lower-case hex (OpenSSL's libcrypto).
std::string sha256_hex(std::string_view bytes);

}  // namespace models
