#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/text/shape.hpp"

namespace reports {

/// A kind of file that people write, with the page of the manual that describes it.
struct FileKind {
  std::string_view word;  ///< "scenario"
  std::vector<std::string_view> pages;
  bool whole = true;      ///< false: a part of the sections will do
  bool annotated = true;  ///< values may have a source, a kind, a note and a range
};

const std::vector<FileKind>& file_kinds();
/// Throws models::InvalidInput with a suggestion.
const FileKind& file_kind(const std::string& word);

/// What the readers of that kind ask of a file.
models::Shapes shapes_of(const FileKind& kind);

/// What may stand there, in words: "a time (ms, s, min, h, d, week, year)", "first_come, priority
/// or random"; "" when any text may, or nothing is known.
std::string said_of(const models::Shape& shape, const models::Shapes& shapes);
/// Of the keys of a map: their names with what may stand there.
std::vector<std::string> keys_said(const models::Shape& shape, const models::Shapes& shapes,
                                   const std::vector<std::string>& without);

}  // namespace reports
