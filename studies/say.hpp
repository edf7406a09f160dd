#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <utility>

namespace studies {

/// Writes to standard error as it is. What cannot be written there is lost, and nothing else: a log
/// that is full, or whose reader has gone, ends no command.
void write_to_stderr(std::string_view text);

/// The same with control characters made visible, as models::shown does.
void say_text(std::string_view text);

template <class... Values>
void say(fmt::format_string<Values...> text, Values&&... values) {
  say_text(fmt::format(text, std::forward<Values>(values)...));
}

}  // namespace studies
