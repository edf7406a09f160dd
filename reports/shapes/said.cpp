#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/text/read_values.hpp"
#include "reports/shapes/file_kinds.hpp"

namespace reports {
namespace {

using models::Shape;
using models::Shapes;

std::string either(const std::vector<std::string>& words) {
  if (words.size() < 2)
    return words.empty() ? "" : words.front();
  return fmt::format("{} or {}", fmt::join(words.begin(), words.end() - 1, ", "), words.back());
}

/// "a time" of "a time with its unit, such as "15 min"".
std::string kind_of(const models::Dimension& dimension) {
  const std::string_view what = dimension.what;
  return std::string(what.substr(0, std::min(what.find(" with"), what.find(" such"))));
}

std::string bound(double value, const models::Dimension& dimension) {
  return &dimension == &models::time_dimension ? models::time_text(value)
                                               : fmt::format("{:.10g}", value);
}

/// Nothing where any number will do that people write.
std::string bounds_of(const Shape::Number& number) {
  constexpr double as_good_as_all = 1e9;
  const bool no_end = number.highest >= as_good_as_all;
  if (no_end && number.lowest <= 0)
    return number.above ? ", above 0" : "";
  if (no_end)
    return fmt::format(", at least {}", bound(number.lowest, *number.dimension));
  return fmt::format(", {}{} to {}", number.above ? "above " : "",
                     bound(number.lowest, *number.dimension),
                     bound(number.highest, *number.dimension));
}

std::string number_said(const Shape::Number& number) {
  std::vector<std::string_view> units;
  for (const models::Unit& unit : number.dimension->units)
    units.push_back(unit.name);
  std::string out = kind_of(*number.dimension);
  if (!number.dimension->plain)
    out += fmt::format(" in {}", fmt::join(units, ", "));
  return out + bounds_of(number);
}

std::vector<std::string> names_of_keys(const Shape& shape) {
  std::vector<std::string> out;
  for (const Shape::Key& key : shape.keys)
    out.push_back(key.name);
  return out;
}

/// "exponential, lognormal or ...", and a plain value beside it.
std::string definition_said(const std::string& name, const Shapes& shapes) {
  const auto at = shapes.definitions.find(name);
  if (at == shapes.definitions.end() || !at->second.asked())
    return name;
  const std::string plain = at->second.numbers.empty() ? "a name" : "a time";
  return fmt::format("{}, or {{{}: ...}}", plain, fmt::join(names_of_keys(at->second), "|"));
}

}  // namespace

std::string said_of(const Shape& shape, const Shapes& shapes) {
  std::vector<std::string> ways;
  for (const std::string& name : shape.defined_as)
    ways.push_back(definition_said(name, shapes));
  for (const Shape::Number& number : shape.numbers)
    ways.push_back(number_said(number));
  ways.insert(ways.end(), shape.words.begin(), shape.words.end());
  if (shape.boolean)
    ways.insert(ways.end(), {"true", "false"});
  for (const models::TextForm& form : shape.forms)
    ways.emplace_back(form.what);
  for (const std::string& what : shape.names_of)
    ways.push_back("the name of a " + what);
  if (shape.list) {
    const std::string of = shape.item ? said_of(*shape.item, shapes) : "";
    ways.push_back(of.empty() ? "a list" : "a list of: " + of);
  }
  if (shape.map && (!ways.empty() || shape.entry || !shape.keys.empty()))
    ways.push_back(shape.entry && shape.keys.empty()
                       ? "a map by name"
                       : fmt::format("a map of {}", fmt::join(names_of_keys(shape), ", ")));
  return either(ways);
}

std::vector<std::string> keys_said(const Shape& shape, const Shapes& shapes,
                                   const std::vector<std::string>& without) {
  std::vector<std::string> out;
  for (const Shape::Key& key : shape.keys) {
    if (std::ranges::find(without, key.name) != without.end())
      continue;
    const bool is_map = key.shape->map && key.shape->numbers.empty() && key.shape->words.empty();
    const std::string said = is_map ? "" : said_of(*key.shape, shapes);
    out.push_back(said.empty() ? key.name : fmt::format("{} ({})", key.name, said));
  }
  return out;
}

}  // namespace reports
