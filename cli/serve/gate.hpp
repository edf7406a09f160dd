#pragma once

#include <string>
#include <vector>

namespace cli {

/// What a request says about who sends it. Of a header that came more than once, all.
struct Visitor {
  std::vector<std::string> host, origin, fetch_site, authorization, content_type;
  bool changes = false;    ///< a method that changes something
  bool wants_data = true;  ///< more than the page itself, which anybody may read
};

/// Lets in only who knows the token and speaks to this server under its own name: no page of
/// another site, no name that a resolver was made to point here.
class Gate {
public:
  /// With a token of its own, 128 random bits.
  Gate();
  explicit Gate(std::string token) : token_(std::move(token)) {}
  /// Where it listens, known once the port is.
  void set_port(int port) { port_ = port; }

  /// Why the visitor must stay outside; empty: may come in.
  std::string refusal(const Visitor& visitor) const;
  /// "http://127.0.0.1:8112/#token=...": a browser keeps what is behind # to itself.
  std::string address() const;

private:
  bool is_our_name(const std::string& host) const;
  bool knows_token(const Visitor& visitor) const;

  std::string token_;
  int port_ = 0;
};

}  // namespace cli
