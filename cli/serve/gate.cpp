#include "cli/serve/gate.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <sys/random.h>

#include <algorithm>
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

/// "a=1; b=2": the value of one name, or "".
std::string cookie_value(const std::string& header, const std::string& name) {
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t end = std::min(header.find(';', at), header.size());
    std::string pair = header.substr(at, end - at);
    pair.erase(0, pair.find_first_not_of(' '));
    if (pair.starts_with(name + "="))
      return pair.substr(name.size() + 1);
    at = end + 1;
  }
  return "";
}

}  // namespace

Gate::Gate() : token_(random_token()) {}

bool Gate::is_our_name(const std::string& host) const {
  return host == fmt::format("127.0.0.1:{}", port_) || host == fmt::format("localhost:{}", port_);
}

/// In a time that does not tell how much of it was right.
bool Gate::is_token(const std::string& text) const {
  return text.size() == token_.size() &&
         CRYPTO_memcmp(text.data(), token_.data(), token_.size()) == 0;
}

bool Gate::knows_token(const Visitor& visitor) const {
  const std::string bearer = "Bearer ";
  const auto has = [&](const std::vector<std::string>& headers, auto token_of) {
    return std::any_of(headers.begin(), headers.end(),
                       [&](const std::string& header) { return is_token(token_of(header)); });
  };
  return is_token(visitor.token) ||
         has(visitor.cookie,
             [&](const std::string& header) { return cookie_value(header, cookie_name()); }) ||
         has(visitor.authorization, [&](const std::string& header) {
           return header.starts_with(bearer) ? header.substr(bearer.size()) : "";
         });
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
  if (!knows_token(visitor))
    return "the token is missing or wrong; open the address that 'uitwijk serve' printed";
  if (visitor.changes && (visitor.content_type.size() != 1 ||
                          !visitor.content_type.front().starts_with("application/json")))
    return "the Content-Type must be application/json";
  return "";
}

/// Cookies do not know ports: each server has a name of its own.
std::string Gate::cookie_name() const {
  return fmt::format("uitwijk_{}", port_);
}

std::string Gate::cookie() const {
  return fmt::format("{}={}; HttpOnly; SameSite=Strict; Path=/", cookie_name(), token_);
}

std::string Gate::address() const {
  return fmt::format("http://127.0.0.1:{}/?token={}", port_, token_);
}

}  // namespace cli
