#include "reports/web/products.hpp"

// Symbols of products.S, which CMakeLists.txt writes.
extern "C" {
extern const char uitwijk_web_static_js[], uitwijk_web_static_js_end[];
extern const char uitwijk_web_report_js[], uitwijk_web_report_js_end[];
extern const char uitwijk_web_page_css[], uitwijk_web_page_css_end[];
extern const char uitwijk_web_serve_js[], uitwijk_web_serve_js_end[];
extern const char uitwijk_web_serve_css[], uitwijk_web_serve_css_end[];
}

namespace reports::web::products {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::string_view static_js() {
  return between(uitwijk_web_static_js, uitwijk_web_static_js_end);
}

std::string_view report_js() {
  return between(uitwijk_web_report_js, uitwijk_web_report_js_end);
}

std::string_view page_css() {
  return between(uitwijk_web_page_css, uitwijk_web_page_css_end);
}

std::string_view serve_js() {
  return between(uitwijk_web_serve_js, uitwijk_web_serve_js_end);
}

std::string_view serve_css() {
  return between(uitwijk_web_serve_css, uitwijk_web_serve_css_end);
}

}  // namespace reports::web::products
