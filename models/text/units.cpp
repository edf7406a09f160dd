#include "models/text/units.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include <fmt/format.h>

namespace models {

namespace {

constexpr std::array<Unit, 7> time_units = {{{"s", 1},
                                             {"ms", 1e-3},
                                             {"min", 60},
                                             {"h", 3600},
                                             {"d", 86400},
                                             {"week", 604800},
                                             {"year", 31536000}}};
constexpr std::array<Unit, 12> rate_units = {{{"calls/s", 1},
                                              {"calls/min", 1.0 / 60},
                                              {"calls/h", 1.0 / 3600},
                                              {"calls/day", 1.0 / 86400},
                                              {"calls/week", 1.0 / 604800},
                                              {"calls/year", 1.0 / 31536000},
                                              {"jobs/s", 1},
                                              {"jobs/min", 1.0 / 60},
                                              {"jobs/h", 1.0 / 3600},
                                              {"jobs/day", 1.0 / 86400},
                                              {"jobs/week", 1.0 / 604800},
                                              {"jobs/year", 1.0 / 31536000}}};
constexpr std::array<Unit, 4> bandwidth_units = {
    {{"bit/s", 0.125}, {"kbit/s", 125}, {"Mbit/s", 125e3}, {"Gbit/s", 125e6}}};
constexpr std::array<Unit, 4> size_units = {{{"B", 1}, {"kB", 1e3}, {"MB", 1e6}, {"GB", 1e9}}};
constexpr std::array<Unit, 1> share_units = {{{"%", 0.01}}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Length of the run of digits at the start of `text`.
std::size_t digits(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n]))
    ++n;
  return n;
}

/// Length of the decimal number at the start of `text`; 0 when there is none.
std::size_t decimal_length(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = digits(text.substr(at));
  if (whole > 1 && text[at] == '0')
    return 0;
  at += whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = digits(text.substr(at + 1));
    if (fraction == 0)
      return 0;
    at += 1 + fraction;
  } else if (whole == 0) {
    return 0;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t sign = at + 1;
    sign += sign < text.size() && (text[sign] == '-' || text[sign] == '+') ? 1 : 0;
    const std::size_t exponent = sign < text.size() ? digits(text.substr(sign)) : 0;
    at = exponent == 0 ? at : sign + exponent;
  }
  return at;
}

Quantity must_be(const Node& node, const Dimension& dimension) {
  return {0, fmt::format("must be {}, found {}", dimension.what, describe(node))};
}

Quantity with_unit(const Node& node, double number, std::string_view unit,
                   const Dimension& dimension) {
  for (const Unit& known : dimension.units)
    if (known.name == unit)
      return {number * known.factor, ""};
  std::vector<std::string> names;
  for (const Unit& known : dimension.units)
    names.emplace_back(known.name);
  const std::string near = nearest(std::string(unit), names);
  Quantity out = must_be(node, dimension);
  out.error += near.empty() ? "" : ", did you mean " + near + "?";
  return out;
}

}  // namespace

const Dimension time_dimension = {R"(a time with its unit, such as "15 min")", "s", time_units};
const Dimension rate_dimension = {R"(a rate with its unit, such as "100 calls/day")", "1/s",
                                  rate_units};
const Dimension bandwidth_dimension = {R"(a bandwidth with its unit, such as "1 Gbit/s")", "byte/s",
                                       bandwidth_units};
const Dimension size_dimension = {R"(a size with its unit, such as "2 MB")", "byte", size_units};
const Dimension share_dimension = {R"(a share such as 0.4 or "40 %")", "share", share_units, true};
const Dimension factor_dimension = {"a decimal number", "factor", {}, true};
const Dimension count_dimension = {"a whole number", "count", {}, true, true};
const Dimension degree_dimension = {"a decimal number of degrees", "degree", {}, true};

std::optional<double> decimal(std::string_view text) {
  if (text.empty() || decimal_length(text) != text.size())
    return {};
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
    return {};
  return value;
}

Quantity read_quantity(const Node& node, const Dimension& dimension) {
  if (node.type != Node::Type::scalar)
    return must_be(node, dimension);
  const std::string_view text = node.text;
  const std::size_t length = decimal_length(text);
  const auto number = decimal(text.substr(0, length));
  if (!number)
    return must_be(node, dimension);
  std::string_view unit = text.substr(length);
  const bool plain = unit.empty() && dimension.plain && !node.quoted;
  if (plain && (!dimension.whole || digits(text) == text.size() || text[0] == '-'))
    return {*number, ""};
  if (unit.empty() || dimension.units.empty())
    return must_be(node, dimension);
  unit.remove_prefix(unit.starts_with(' ') ? 1 : 0);
  return with_unit(node, *number, unit, dimension);
}

}  // namespace models
