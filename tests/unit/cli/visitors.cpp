#include "cli/serve/gate.hpp"

#include <gmock/gmock.h>

#include <set>

/// Who may come in to the server.
namespace {

using cli::Gate;
using cli::Visitor;
using testing::HasSubstr;

const std::string secret = "0123456789abcdef0123456789abcdef";

Gate gate() {
  Gate out(secret);
  out.set_port(8112);
  return out;
}

Visitor friendly() {
  Visitor out;
  out.host = {"127.0.0.1:8112"};
  out.authorization = {"Bearer " + secret};
  return out;
}

TEST(ServeGate, LetsInWhoKnowsTheToken) {
  EXPECT_EQ(gate().refusal(friendly()), "");
  Visitor visitor = friendly();
  visitor.host = {"localhost:8112"};
  EXPECT_EQ(gate().refusal(visitor), "");
}

TEST(ServeGate, WantsOneHostAndThatOurOwn) {
  for (const std::vector<std::string>& host :
       std::vector<std::vector<std::string>>{{},
                                             {""},
                                             {"127.0.0.1"},
                                             {"127.0.0.1:8113"},
                                             {"127.0.0.1:8112 "},
                                             {"127.0.0.1:8112.evil.example"},
                                             {"evil.example:8112"},
                                             {"LOCALHOST:8112"},
                                             {"[::1]:8112"},
                                             {"127.0.0.1:8112", "evil.example"},
                                             {"127.0.0.1:8112", "127.0.0.1:8112"}}) {
    Visitor visitor = friendly();
    visitor.host = host;
    EXPECT_EQ(gate().refusal(visitor), "the Host is not this server")
        << (host.empty() ? "none" : host.front());
  }
}

TEST(ServeGate, AnOriginMustBeTheHostItself) {
  Visitor visitor = friendly();
  visitor.origin = {"http://127.0.0.1:8112"};
  EXPECT_EQ(gate().refusal(visitor), "");
  for (const char* const origin : {"null", "", "https://127.0.0.1:8112", "http://localhost:8112",
                                   "http://evil.example", "http://127.0.0.1:8112/"}) {
    visitor.origin = {origin};
    EXPECT_EQ(gate().refusal(visitor), "the Origin is not this server") << origin;
  }
  visitor.origin = {"http://127.0.0.1:8112", "http://evil.example"};
  EXPECT_NE(gate().refusal(visitor), "") << "all of them count";
}

TEST(ServeGate, PagesOfOtherSitesStayOutside) {
  Visitor visitor = friendly();
  for (const char* const site : {"same-origin", "none"}) {
    visitor.fetch_site = {site};
    EXPECT_EQ(gate().refusal(visitor), "") << site;
  }
  for (const char* const site : {"cross-site", "same-site", ""}) {
    visitor.fetch_site = {site};
    EXPECT_EQ(gate().refusal(visitor), "another site sent this") << site;
  }
}

TEST(ServeGate, TheTokenComesInItsHeaderOnce) {
  Visitor visitor = friendly();
  for (const std::vector<std::string>& headers :
       std::vector<std::vector<std::string>>{{},
                                             {secret},
                                             {"Basic " + secret},
                                             {"bearer " + secret},
                                             {"Bearer " + secret, "Bearer " + secret},
                                             {"Bearer x", "Bearer " + secret}}) {
    visitor.authorization = headers;
    EXPECT_THAT(gate().refusal(visitor), HasSubstr("the token is missing or wrong"));
  }
}

TEST(ServeGate, ThePageItselfNeedsNoTokenButEverythingElse) {
  Visitor visitor = friendly();
  visitor.wants_data = false;
  visitor.authorization.clear();
  EXPECT_EQ(gate().refusal(visitor), "");
  visitor.fetch_site = {"cross-site"};
  EXPECT_EQ(gate().refusal(visitor), "another site sent this");
  visitor.fetch_site.clear();
  visitor.host = {"evil.example:8112"};
  EXPECT_EQ(gate().refusal(visitor), "the Host is not this server");
}

TEST(ServeGate, NearlyTheTokenIsNotTheToken) {
  std::string last = secret;
  last.back() = '0';
  for (const std::string& token : {std::string(), secret.substr(1), secret + "0", last,
                                   " " + secret, std::string("0123456789ABCDEF0123456789ABCDEF")}) {
    Visitor visitor = friendly();
    visitor.authorization = {"Bearer " + token};
    EXPECT_NE(gate().refusal(visitor), "") << token;
  }
}

TEST(ServeGate, WhatChangesSomethingIsJson) {
  Visitor visitor = friendly();
  visitor.changes = true;
  EXPECT_EQ(gate().refusal(visitor), "the Content-Type must be application/json");
  visitor.content_type = {"application/json"};
  EXPECT_EQ(gate().refusal(visitor), "");
  visitor.content_type = {"application/json; charset=utf-8"};
  EXPECT_EQ(gate().refusal(visitor), "");
  for (const std::vector<std::string>& type :
       std::vector<std::vector<std::string>>{{"text/plain"},
                                             {"application/x-www-form-urlencoded"},
                                             {"multipart/form-data"},
                                             {""},
                                             {"application/json", "text/plain"}}) {
    visitor.content_type = type;
    EXPECT_EQ(gate().refusal(visitor), "the Content-Type must be application/json") << type[0];
  }
}

TEST(ServeGate, WhoReadsNeedsNoContentType) {
  Visitor visitor = friendly();
  visitor.content_type = {"text/plain"};
  EXPECT_EQ(gate().refusal(visitor), "");
}

TEST(ServeGate, TheTokenStandsWhereABrowserKeepsItToItself) {
  EXPECT_EQ(gate().address(), "http://127.0.0.1:8112/#token=" + secret);
}

TEST(ServeGate, EveryServerHasATokenOfItsOwn) {
  std::set<std::string> addresses;
  for (int i = 0; i < 20; ++i) {
    Gate one;
    one.set_port(1);
    const std::string address = one.address();
    const std::string token = address.substr(address.find('=') + 1);
    EXPECT_EQ(token.size(), 32u) << "128 bits";
    EXPECT_EQ(token.find_first_not_of("0123456789abcdef"), std::string::npos) << token;
    addresses.insert(address);
  }
  EXPECT_EQ(addresses.size(), 20u);
}

TEST(ServeGate, AnEmptyTokenOpensNothing) {
  Gate one;
  one.set_port(8112);
  Visitor visitor = friendly();
  visitor.authorization = {"Bearer "};
  EXPECT_NE(one.refusal(visitor), "");
}

}  // namespace
