#pragma once

#include <cstddef>
#include <string>

#include "models/text/problems.hpp"

namespace models {

/// The most bytes of a file that is read, and what is said of a larger one.
inline constexpr std::size_t largest_text = 8 << 20;
std::string too_large();

enum class Indentation { spaces, any };

/// Checks what a YAML library would let pass or trip over: size, bytes that are not UTF-8, control
/// characters (models::control_length), tabs in an indentation of spaces. False, with a problem
/// added, when there is any.
bool is_clean_text(const std::string& text, const std::string& file, Problems& problems,
                   Indentation indentation = Indentation::spaces);

}  // namespace models
