#pragma once

#include <string>
#include <string_view>

namespace models {

/// Length in bytes of the control character at the start of `rest`; 0 when it is none. These are C0
/// but for tab and line feed, DEL, C1, the line and paragraph separators, and what turns the
/// direction of writing (Unicode's Bidi_Control): they command a terminal, or make a text look like
/// another one.
std::size_t control_length(std::string_view rest);

/// The text, with `\u001b` in the place of control characters, as JSON writes them.
std::string shown(std::string_view text);

/// The same for a name, which stands on one line: tabs and line feeds too.
std::string shown_name(std::string_view text);

/// A blank in the place of each of these, where a text may not say more than it says.
std::string on_one_line(std::string_view text);

}  // namespace models
