#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace reports {

/// Characters of a line of output for people.
inline constexpr std::size_t page_width = 100;
/// Characters that a line of a table has at most.
inline constexpr std::size_t table_width = 120;

/// A space inside of what must stay on one line; `wrapped` writes it as a space.
inline constexpr char unbroken = '\x1f';

/// "Radio, Power supply" as one text that `wrapped` breaks between the items only, unless one of
/// them is longer than `width`.
std::string listed(const std::vector<std::string>& items, std::size_t width);

/// A text in lines of at most `width` characters, broken at spaces; all but the first begin with
/// `indent` spaces. A word that is longer stays whole.
std::vector<std::string> wrapped(const std::string& text, std::size_t width, std::size_t indent);

/// Broken at spaces so that no line is wider than 100; every line starts with `indent` spaces,
/// those after the first with `hang` more.
std::vector<std::string> page_lines(const std::string& text, std::size_t indent,
                                    std::size_t hang = 0);
void print_wrapped(std::ostream& out, const std::string& text, std::size_t indent,
                   std::size_t hang = 0);
/// A text beside its label, of at most `width` characters on a line; nothing of an empty text.
void print_beside(std::ostream& out, const std::string& label, const std::string& text,
                  std::size_t width);

}  // namespace reports
