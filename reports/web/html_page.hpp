#pragma once

#include <string>
#include <string_view>

namespace reports::web {

/// A page of one file: everything in it and nothing from elsewhere.
struct HtmlPage {
  std::string language;     ///< "nl" or "en"
  std::string title;        ///< plain text
  std::string top, bottom;  ///< plain text on every printed page: rubricering; status of criteria
  std::string body;         ///< markup, as StaticEngine draws it
  std::string document;     ///< JSON that the script reads
  std::string_view script;  ///< makes the body alive
};

/// With a content security policy that lets this script and this style in, by their hashes, and
/// nothing else.
std::string to_html(const HtmlPage& page);

/// Of plain text: & < > " '.
std::string escaped_markup(std::string_view text);
/// JSON in a script element: no "<" is left, so nothing can end the element.
std::string escaped_document(std::string_view json);
/// A CSS string in quotes: all but ASCII letters, digits and spaces by number.
std::string escaped_style(std::string_view text);

}  // namespace reports::web
