#include "reports/web/html_page.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "reports/web/products.hpp"

namespace reports::web {
namespace {

/// As a content security policy wants it: 'sha256-...', in base 64.
std::string hash_source(std::string_view text) {
  std::array<unsigned char, 32> digest{};
  if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
    throw std::logic_error("libcrypto has no SHA-256");
  std::array<unsigned char, 45> base64{};
  const int size = EVP_EncodeBlock(base64.data(), digest.data(), digest.size());
  return fmt::format("'sha256-{}'", std::string(base64.begin(), base64.begin() + size));
}

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ';
}

/// Print margins with the texts that every page must carry.
std::string print_margins(const HtmlPage& page) {
  return fmt::format(
      "@page{{@top-center{{content:{}}}@bottom-left{{content:{}}}"
      "@bottom-right{{content:counter(page) \"/\" counter(pages)}}}}",
      escaped_style(page.top), escaped_style(page.bottom));
}

}  // namespace

std::string escaped_markup(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string escaped_document(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json)
    c == '<' ? out += "\\u003c" : out += c;
  return out;
}

/// Bytes above ASCII stay as they are: the file is UTF-8 and they can end no string.
std::string escaped_style(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (is_plain(c) || static_cast<unsigned char>(c) >= 0x80)
      out += c;
    else
      out += fmt::format("\\{:x} ", static_cast<unsigned char>(c));
  }
  return out + "\"";
}

std::string to_html(const HtmlPage& page) {
  const std::string style = std::string(products::page_css()) + print_margins(page);
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {}; "
      "style-src {}; img-src data:; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>{}</title>\n<style>",
      page.language, hash_source(page.script), hash_source(style), escaped_markup(page.title));
  out += style;
  out += "</style>\n</head>\n<body>\n<div id=\"page\">" + page.body + "</div>\n";
  out += "<script type=\"application/json\" id=\"document\">" + escaped_document(page.document);
  out += "</script>\n<script>";
  out += page.script;
  return out + "</script>\n</body>\n</html>\n";
}

}  // namespace reports::web
