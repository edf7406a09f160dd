#pragma once

#include <string_view>

/// What build.mjs has made, as it lies in the program.
namespace reports::web::products {

std::string_view static_js();  ///< for StaticEngine
std::string_view report_js();  ///< for the browser
std::string_view page_css();
std::string_view serve_js();  ///< the what-if page, for the browser
std::string_view serve_css();

}  // namespace reports::web::products
