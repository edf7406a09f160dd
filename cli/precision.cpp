#include "cli/precision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "analysis/summary.hpp"
#include "models/problems.hpp"

namespace cli {
namespace {

double parse_width(const std::string& text) {
  std::size_t used = 0;
  double value = 0;
  try {
    value = std::stod(text, &used);
  } catch (const std::logic_error&) {
    used = 0;
  }
  const bool percent = used + 1 == text.size() && text.back() == '%';
  if (used == 0 || (used != text.size() && !percent) || !(value > 0 && value < 1000))
    throw std::invalid_argument(
        fmt::format("'{}' is no relative half-width: write 0.05 or 5%", text));
  return percent ? value / 100 : value;
}

void require_measure(const std::string& name) {
  std::vector<std::string> names;
  for (const analysis::Measure& measure : analysis::world_measures())
    names.emplace_back(measure.name);
  if (std::find(names.begin(), names.end(), name) != names.end())
    return;
  const std::string near = models::nearest(name, names);
  throw std::invalid_argument(fmt::format("unknown measure '{}'{}", name,
                                          near.empty() ? "" : "; did you mean '" + near + "'?"));
}

Precision::Target parse_target(const std::string& text) {
  const std::size_t at = text.find('@');
  if (at == std::string::npos)
    throw std::invalid_argument(fmt::format("'{}' is not R@C, like 0.05@lost_callers", text));
  Precision::Target target{parse_width(text.substr(0, at)), text.substr(at + 1)};
  require_measure(target.measure);
  return target;
}

}  // namespace

Precision parse_precision(const std::string& text) {
  Precision precision;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    precision.targets.push_back(parse_target(text.substr(from, comma - from)));
    from = comma + 1;
  }
  return precision;
}

std::vector<std::uint64_t> prefixes(std::uint64_t most) {
  std::vector<std::uint64_t> out;
  for (std::uint64_t size = 50; size < most; size *= 2)
    out.push_back(size);
  out.push_back(most);
  return out;
}

bool reached(const Precision& precision, const results::Study& study) {
  return std::all_of(
      precision.targets.begin(), precision.targets.end(), [&](const Precision::Target& target) {
        return analysis::relative_half_width(analysis::estimate_of(study, target.measure)) <=
               target.relative_half_width;
      });
}

}  // namespace cli
