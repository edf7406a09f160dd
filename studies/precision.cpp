#include "studies/precision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string_view>

#include "analysis/measures/summary.hpp"
#include "models/text/problems.hpp"
#include "models/text/units.hpp"

namespace studies {
namespace {

double parse_width(const std::string& text) {
  const bool percent = text.ends_with('%');
  const auto value =
      models::decimal(std::string_view(text).substr(0, text.size() - (percent ? 1 : 0)));
  if (!value || !(*value > 0 && *value < 1000))
    throw std::invalid_argument(
        fmt::format("'{}' is no relative half-width: write 0.05 or 5%", text));
  return percent ? *value / 100 : *value;
}

void require_measure(const std::string& name) {
  std::vector<std::string> names;
  for (const analysis::Measure& measure : analysis::measures_of(analysis::of::world))
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
  Precision precision{text, {}};
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    precision.targets.push_back(parse_target(text.substr(from, comma - from)));
    from = comma + 1;
  }
  return precision;
}

std::string check_precision(const std::string& text) {
  try {
    parse_precision(text);
    return "";
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

std::optional<Precision> precision_of(const scenarios::Campaign& campaign) {
  models::Problems problems;
  std::string all;
  for (const scenarios::Word& word : campaign.precision) {
    if (const std::string wrong = check_precision(word.text); !wrong.empty())
      problems.add(word.mark, "campaign.precision: " + wrong);
    all += (all.empty() ? "" : ",") + word.text;
  }
  problems.throw_if_any();
  return all.empty() ? std::nullopt : std::optional(parse_precision(all));
}

std::vector<std::uint64_t> prefixes(std::uint64_t most) {
  std::vector<std::uint64_t> out;
  for (std::uint64_t size = 50; size < most; size *= 2)
    out.push_back(size);
  out.push_back(most);
  return out;
}

TargetValues target_values(const Precision& precision, const results::Study& study,
                           std::uint64_t end) {
  const auto count = std::count_if(study.replications.begin(), study.replications.end(),
                                   [&](const auto& seen) { return seen.replication < end; });
  TargetValues out;
  for (const Precision::Target& target : precision.targets) {
    out.push_back(analysis::values_of(study, target.measure));
    out.back().resize(static_cast<std::size_t>(count));
    std::erase_if(out.back(), [](double value) { return !std::isfinite(value); });
  }
  return out;
}

bool reached(const Precision& precision, const TargetValues& values) {
  for (std::size_t i = 0; i < precision.targets.size(); ++i)
    if (const double width = analysis::relative_half_width(analysis::estimate(values.at(i)));
        !(width <= precision.targets[i].relative_half_width))
      return false;
  return true;
}

bool reached(const Precision& precision, const results::Study& study) {
  return reached(precision, target_values(precision, study));
}

}  // namespace studies
