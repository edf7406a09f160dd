#include "models/text/read_values.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include <fmt/ranges.h>
#include "models/text/shape.hpp"
#include "models/text/shown.hpp"

namespace models {

namespace {

/// The unit that somebody wrote; nothing of a number without one.
const Unit* unit_of(const Node& node, const Dimension& dimension) {
  const Unit* out = nullptr;
  for (const Unit& unit : dimension.units)
    if (node.text.ends_with(unit.name) && (!out || unit.name.size() > out->name.size()))
      out = &unit;
  return out;
}

/// In the unit of what was found, so that the two can be compared.
std::string in_words(const Limits& limits, const Dimension& dimension, const Node& found) {
  const bool has_unit = &dimension == &time_dimension || &dimension == &rate_dimension ||
                        &dimension == &bandwidth_dimension;
  const Unit* written = has_unit ? unit_of(found, dimension) : nullptr;
  const double factor = written ? written->factor : 1;
  const std::string unit =
      has_unit ? fmt::format(" {}", written ? written->name : dimension.si_unit) : "";
  return fmt::format("{}{:.15g}{}, {:.15g}{}]", limits.above ? "(" : "[", limits.lowest / factor,
                     unit, limits.highest / factor, unit);
}

bool inside(double value, const Limits& limits) {
  return value >= limits.lowest && value <= limits.highest &&
         !(limits.above && value == limits.lowest);
}

std::string written(const std::vector<Node>& range) {
  return range.empty() ? "" : fmt::format("[{}, {}]", range[0].text, range[1].text);
}

/// The declared range must be readable, ascending, acceptable and hold the value (but a setting
/// may go beyond what the modeller thought possible).
void check_range(const Place& place, double value, const Dimension& dimension,
                 const Limits& limits) {
  const auto& range = place.range();
  if (range.empty())
    return;
  std::array<double, 2> ends{};
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const Quantity end = read_quantity(range[i], dimension);
    if (!end.error.empty())
      return place.fail_at(range[i].mark, "range " + end.error);
    if (!inside(end.value, limits))
      return place.fail_at(range[i].mark,
                           fmt::format("range must be in {}, found {}",
                                       in_words(limits, dimension, range[i]), describe(range[i])));
    ends[i] = end.value;
  }
  if (ends[0] > ends[1])
    return place.fail_at(range[0].mark, fmt::format("range {} descends", written(range)));
  if ((value < ends[0] || value > ends[1]) && !place.node().from_setting)
    place.fail(fmt::format("is outside its own range {}, found {}", written(range),
                           place.node().type == Node::Type::scalar
                               ? describe(place.node())
                               : fmt::format("a mean of {:.6g} {}", value, dimension.si_unit)));
}

void record(const Place& place, double value, const std::string& unit, const Limits& limits) {
  const Node& node = place.node();
  Parameter parameter;
  parameter.address = place.address();
  parameter.value = to_yaml(node);
  if (node.type == Node::Type::scalar)
    parameter.value = node.text;
  parameter.unit = unit;
  parameter.value_si = value;
  parameter.kind = node.origin.kind;
  parameter.source = node.origin.source;
  parameter.note = node.origin.note;
  parameter.range = written(place.range());
  parameter.lowest = limits.lowest;
  parameter.highest = limits.highest;
  parameter.mark = node.mark;
  place.reading().parameters.push_back(std::move(parameter));
}

}  // namespace

std::string time_text(double s) {
  constexpr std::array<std::pair<double, const char*>, 3> units = {
      {{day_s, "d"}, {hour_s, "h"}, {minute_s, "min"}}};
  for (const auto& [unit_s, name] : units)
    if (s >= unit_s && s == unit_s * std::floor(s / unit_s))
      return fmt::format("{:g} {}", s / unit_s, name);
  return fmt::format("{:g} s", s);
}

double read_number(const Place& place, const Dimension& dimension, const Limits& limits) {
  place.may_be(dimension, limits);
  const Quantity quantity = read_quantity(place.node(), dimension);
  if (!quantity.error.empty()) {
    place.fail(quantity.error);
    return limits.lowest;
  }
  if (!inside(quantity.value, limits)) {
    place.fail(fmt::format("must be in {}, found {}", in_words(limits, dimension, place.node()),
                           describe(place.node())));
    return limits.lowest;
  }
  check_range(place, quantity.value, dimension, limits);
  record(place, quantity.value, std::string(dimension.si_unit), limits);
  return quantity.value;
}

double read_share(const Place& place) {
  return read_number(place, share_dimension, {0, 1});
}

void record_time(const Place& place, double s) {
  check_range(place, s, time_dimension, any_time);
  record(place, s, "s", any_time);
}

bool read_boolean(const Place& place) {
  if (place.shape() != nullptr)
    place.shape()->boolean = true;
  const Node& node = place.node();
  const bool value = node.text == "true";
  if (node.type != Node::Type::scalar || node.quoted || (!value && node.text != "false")) {
    place.fail(fmt::format("must be true or false, found {}", describe(node)));
    return false;
  }
  record(place.without_range(), value ? 1 : 0, "true/false", {0, 1});
  return value;
}

std::string read_text(const Place& place) {
  std::string out = read_prose(place);
  if (out.find_first_of("\n\t") != std::string::npos)
    place.fail(fmt::format("must stand on one line, without tabs, found {}",
                           describe(text_node(shown_name(out)))));
  return out;
}

std::string read_prose(const Place& place) {
  place.may_be_text();
  const Node& node = place.node();
  if (node.type != Node::Type::scalar || node.text.empty())
    place.fail(fmt::format("must be text, found {}",
                           node.type == Node::Type::scalar ? "an empty one" : describe(node)));
  return node.text;
}

std::size_t read_word(const Place& place, const std::vector<std::string>& words) {
  if (place.shape() != nullptr)
    place.shape()->note_words(words);
  const Node& node = place.node();
  const auto at = std::find(words.begin(), words.end(), node.text);
  if (node.type == Node::Type::scalar && at != words.end())
    return static_cast<std::size_t>(at - words.begin());
  place.fail(fmt::format("must be {}, found {}{}", fmt::join(words, " or "), describe(node),
                         did_you_mean(node.text, words)));
  return 0;
}

std::optional<int> parse_time_of_day(std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
    return {};
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (hour > 23 || minute > 59)
    return {};
  return hour * 3600 + minute * 60;
}

int read_time_of_day(const Place& place) {
  static constexpr TextForm form = {"a time of day such as \"07:00\"", "07:00",
                                    "([01][0-9]|2[0-3]):[0-5][0-9]"};
  place.may_be(form);
  const auto seconds = parse_time_of_day(place.node().text);
  if (!seconds)
    place.fail(
        fmt::format("must be a time of day such as \"07:00\", found {}", describe(place.node())));
  return seconds.value_or(0);
}

const std::vector<std::string>& weekday_names() {
  static const std::vector<std::string> names = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  return names;
}

std::optional<int> parse_weekday(std::string_view text) {
  const auto& names = weekday_names();
  const auto at = std::find(names.begin(), names.end(), text);
  return at == names.end() ? std::nullopt
                           : std::optional<int>(static_cast<int>(at - names.begin()));
}

}  // namespace models
