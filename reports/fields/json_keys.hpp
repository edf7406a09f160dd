#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// Who may read which keys of a document. Each shape says its own beside what writes it: a table of
/// fields, or for a shape that a function writes a list of keys, which a test compares with what
/// the function writes.
namespace reports {

/// A key is the analyst's, unless it says that the board may see it: always, or when its value may
/// be read by anybody.
enum class Reader { analyst, board_when_public, board };

/// A key of an object. With keys `inside` its value is an object, or lists of objects; without them
/// a number, a text, null, or lists of these.
struct JsonKey {
  std::string name;
  Reader reader = Reader::analyst;
  std::vector<JsonKey> inside = {};
};
using JsonKeys = std::vector<JsonKey>;

JsonKey board(std::string name, JsonKeys inside = {});
JsonKey analyst(std::string name, JsonKeys inside = {});

/// JsonKeys that the board may see and that are data, such as names, with the same inside.
template <class Names>
JsonKeys each(const Names& names, const JsonKeys& inside = {}) {
  JsonKeys out;
  for (const auto& name : names)
    out.push_back(board(std::string(name), inside));
  return out;
}

/// `first` and, behind them, `more`.
JsonKeys joined(JsonKeys first, const JsonKeys& more);

/// Where the members of "year" or "basis.register" stand; that key must be there.
JsonKeys& inside_of(JsonKeys& keys, std::string_view group);

/// The value with the keys that the board may see, at any depth. What is not among `keys` is for
/// the analyst, so a key that is new stays with the analyst until somebody names it; an object does
/// not pass where a number should stand.
nlohmann::ordered_json board_part(const nlohmann::ordered_json& value, const JsonKeys& keys);

}  // namespace reports
