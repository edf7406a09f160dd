#include "cli/serve/request.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <vector>

#include "cli/serve/http_status.hpp"
#include "cli/serve/page.hpp"

namespace cli {
namespace {

namespace http = boost::beast::http;

std::vector<std::string> values(const http::fields& fields, const char* name) {
  std::vector<std::string> out;
  const auto [begin, end] = fields.equal_range(name);
  for (auto at = begin; at != end; ++at)
    out.emplace_back(at->value());
  return out;
}

Visitor visitor_of(const http::request_header<>& head, bool wants_data) {
  return {values(head, "Host"),
          values(head, "Origin"),
          values(head, "Sec-Fetch-Site"),
          values(head, "Authorization"),
          values(head, "Content-Type"),
          head.method() != http::verb::get,
          wants_data};
}

bool is_page_file(const std::string& path) {
  return std::ranges::find(page_files(), path, &PageFile::address) != page_files().end();
}

Request::Method method_of(http::verb verb) {
  if (verb == http::verb::get)
    return Request::Method::get;
  return verb == http::verb::post ? Request::Method::post : Request::Method::other;
}

Request refused_request(int status, const std::string& why) {
  Request out;
  out.refused = status;
  out.why = why;
  return out;
}

}  // namespace

/// The parser's own limit of the header forgets fields that it has taken; so it gets all of them in
/// one piece, and whoever read them has counted.
Request request_of(std::string_view header, const Gate& gate) {
  http::request_parser<http::empty_body> parser;
  parser.body_limit(most_body_bytes);
  parser.header_limit(most_header_bytes);
  boost::system::error_code error;
  parser.put(boost::asio::buffer(header.data(), header.size()), error);
  if (error == http::error::body_limit)
    return refused_request(body_too_large, "the body has more than 64 KiB");
  if (error || !parser.is_header_done())
    return refused_request(bad_request, "this is no request");
  Request out;
  out.method = method_of(parser.get().method());
  out.path = std::string(parser.get().target());
  out.path.erase(std::min(out.path.find('?'), out.path.size()));
  if (const std::string why = gate.refusal(visitor_of(parser.get(), !is_page_file(out.path)));
      !why.empty())
    return refused_request(forbidden, why);
  if (parser.chunked())
    return refused_request(length_required, "a body must come with its Content-Length");
  out.body_bytes = parser.content_length().value_or(0);
  return out;
}

}  // namespace cli
