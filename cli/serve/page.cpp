#include "cli/serve/page.hpp"

#include "reports/web/products.hpp"

namespace cli {
namespace {

const char* const page =
    "<!doctype html>\n"
    "<html lang=\"nl\"><head><meta charset=\"utf-8\">"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
    "<title>uitwijk</title><link rel=\"icon\" href=\"data:,\">"
    "<link rel=\"stylesheet\" href=\"/serve.css\"><script src=\"/serve.js\" defer></script></head>"
    "<body><div id=\"page\"></div><noscript>uitwijk serve: JavaScript.</noscript></body></html>\n";

}  // namespace

const std::vector<PageFile>& page_files() {
  namespace products = reports::web::products;
  const auto kept = [](std::string_view text) { return std::make_shared<const std::string>(text); };
  static const std::vector<PageFile> files = {
      {"/", "text/html; charset=utf-8", kept(page)},
      {"/serve.js", "text/javascript; charset=utf-8", kept(products::serve_js())},
      {"/serve.css", "text/css; charset=utf-8", kept(products::serve_css())}};
  return files;
}

}  // namespace cli
