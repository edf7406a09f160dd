#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace models {

/// SHA-256 (OpenSSL's libcrypto) of bytes that come in pieces.
class Sha256 {
public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  /// Lower case. Call it once, after the last piece.
  std::string hex();

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// SHA-256 in lower-case hex.
std::string sha256_hex(std::string_view bytes);

}  // namespace models
