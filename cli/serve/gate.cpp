#include "cli/serve/gate.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <sys/random.h>

#include <array>
#include <stdexcept>

namespace cli {
namespace {

std::string random_token() {
  std::array<unsigned char, 16> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw std::runtime_error("the system gives no random numbers");
  std::string out;
  for (const unsigned char byte : bytes)
    out += fmt::format("{:02x}", byte);
  return out;
}

}  // namespace

Gate::Gate() : token_(random_token()) {}

bool Gate::is_our_name(const std::string& host) const {
  return host == fmt::format("127.0.0.1:{}", port_) || host == fmt::format("localhost:{}", port_);
}

/// In a time that does not tell how much of it was right.
bool Gate::knows_token(const Visitor& visitor) const {
  const std::string wanted = "Bearer " + token_;
  return visitor.authorization.size() == 1 &&
         visitor.authorization.front().size() == wanted.size() &&
         CRYPTO_memcmp(visitor.authorization.front().data(), wanted.data(), wanted.size()) == 0;
}

std::string Gate::refusal(const Visitor& visitor) const {
  const std::string http = "http://";
  if (visitor.host.size() != 1 || !is_our_name(visitor.host.front()))
    return "the Host is not this server";
  for (const std::string& origin : visitor.origin)
    if (origin != http + visitor.host.front())
      return "the Origin is not this server";
  for (const std::string& site : visitor.fetch_site)
    if (site != "same-origin" && site != "none")
      return "another site sent this";
  if (visitor.wants_data && !knows_token(visitor))
    return "the token is missing or wrong; open the address that 'uitwijk serve' printed";
  if (visitor.changes && (visitor.content_type.size() != 1 ||
                          !visitor.content_type.front().starts_with("application/json")))
    return "the Content-Type must be application/json";
  return "";
}

std::string Gate::address() const {
  return fmt::format("http://127.0.0.1:{}/#token={}", port_, token_);
}

}  // namespace cli
