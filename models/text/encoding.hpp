#pragma once

#include <optional>
#include <string>

#include "models/text/problems.hpp"

namespace models {

/// A text as UTF-8, without a mark of byte order, and the encoding that it was in.
struct Decoded {
  std::string text;
  std::string encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE" or "WINDOWS-1252"
};

/// What spreadsheets write: UTF-8; UTF-16, by its mark of byte order or the zeros of its ASCII
/// characters; else Windows-1252. Nothing, and a problem with its line, when it is none of them.
/// Throws SystemFault when the system's table of an encoding cannot be loaded.
std::optional<Decoded> decoded(const std::string& bytes, const std::string& file,
                               Problems& problems);

}  // namespace models
