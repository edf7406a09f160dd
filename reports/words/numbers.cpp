#include "reports/words/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/words/words.hpp"

namespace reports {
namespace {

using analysis::Unit;

/// How a quantity of that size is written: value x factor, decimals, unit.
struct Scale {
  double factor;
  int decimals;
  const char* suffix;
};

int decimals_for(double size) {
  return size >= 100 || size == 0 ? 0 : size >= 1 ? 1 : 2;
}

/// Decimals that leave two digits of a number.
int two_digits(double size) {
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(size))), 0, 9);
}

Scale scale_of_seconds(double size) {
  if (size < 120)
    return {1, size >= 1 ? 1 : 2, " s"};
  return size < 7200 ? Scale{1.0 / 60, 1, " min"} : Scale{1.0 / 3600, 1, " h"};
}

Scale scale_of(double value, Unit unit) {
  const double size = std::abs(value);
  if (unit == Unit::seconds)
    return scale_of_seconds(size);
  if (unit == Unit::minutes)
    return {1, decimals_for(size), " min"};
  if (unit == Unit::share)
    return {100, size >= 0.01 || size == 0 ? 1 : std::max(2, two_digits(100 * size)), " %"};
  return {1, decimals_for(size), ""};
}

bool is_whole(double value) {
  return value == std::round(value);
}

/// "1234567" -> "1,234,567".
void group_thousands(std::string& digits, char mark) {
  const std::size_t start = digits.find_first_of("0123456789");
  const std::size_t end = std::min(digits.find('.'), digits.size());
  for (std::size_t at = end; at > start + 3; at -= 3)
    digits.insert(at - 3, 1, mark);
}

/// A difference of shares is no share of anything.
const char* points(Language language) {
  return language == Language::dutch ? " %-punt" : " pp";
}

}  // namespace

std::string duration(double seconds) {
  if (!std::isfinite(seconds))
    return dash;
  const long whole = std::lround(seconds);
  if (whole < 60)
    return fmt::format("{} s", whole);
  if (whole < 3600)
    return fmt::format("{} min {} s", whole / 60, whole % 60);
  const long minutes = std::lround(seconds / 60);
  return fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string Numbers::plain(double value, int decimals) const {
  if (!std::isfinite(value))
    return dash;
  std::string text = fmt::format("{:.{}f}", value, decimals);
  if (text.starts_with("-") && text.find_first_of("123456789") == std::string::npos)
    text.erase(0, 1);
  group_thousands(text, ',');
  if (language_ == Language::dutch)
    for (char& c : text)
      c = c == ',' ? '.' : c == '.' ? ',' : c;
  return text;
}

std::string Numbers::value(double value, Unit unit) const {
  if (!std::isfinite(value))
    return dash;
  const Scale scale = scale_of(value, unit);
  const bool exact = unit == Unit::count && is_whole(value);
  return plain(value * scale.factor, exact ? 0 : scale.decimals) + scale.suffix;
}

std::string Numbers::rate(double value) const {
  if (value == 0 || !std::isfinite(value))
    return plain(value, 0);
  return plain(value, two_digits(std::abs(value)));
}

std::string Numbers::as_written(double value) const {
  int decimals = 0;
  double scaled = value;
  while (decimals < 9 && std::abs(scaled - std::round(scaled)) > 1e-9 * std::abs(scaled))
    scaled = value * std::pow(10, ++decimals);
  return plain(value, decimals);
}

std::string Numbers::time(const analysis::TimePercentile& time) const {
  using Is = analysis::Bound::Is;
  if (time.value.is == Is::none)
    return dash;
  const bool in_units = std::isfinite(time.value.s);
  const Scale scale = scale_of_seconds(in_units ? time.value.s : time.low.s);
  const auto said = [&](const analysis::Bound& bound) {
    if (bound.is == Is::never)
      return word("never", language_);
    return (bound.is == Is::later_than ? "> " : "") + plain(bound.s * scale.factor, scale.decimals);
  };
  std::string out = said(time.value) + (in_units ? scale.suffix : "");
  const bool all_never = time.value.is == Is::never && time.low.is == Is::never;
  if (time.has_interval() && !all_never)
    out += " " + ends(said(time.low) + (in_units ? "" : scale.suffix), said(time.high));
  return out;
}

std::string Numbers::estimate(const analysis::Estimate& estimate, Unit unit,
                              std::size_t replications, bool with_sign) const {
  if (estimate.n_defined == 0)
    return estimate.n_infinite > 0 ? word("never", language_) : dash;
  // A mean over the few that came would read as if that were what to expect.
  if (estimate.n_infinite > estimate.n_defined)
    return fmt::format("{} ({}/{})", word("never", language_), estimate.n_infinite, replications);
  const Scale scale = scale_of(estimate.mean, unit);
  const double half = (estimate.high - estimate.low) / 2;
  const bool skewed = estimate.method == analysis::Method::hall;
  const bool exact = unit == Unit::count && !(half > 0) && is_whole(estimate.mean);
  std::string text = plain(estimate.mean * scale.factor, exact ? 0 : scale.decimals);
  if (with_sign && estimate.mean > 0 && text.find_first_of("123456789") != std::string::npos)
    text = "+" + text;
  if (half > 0 && skewed)
    text += " " + ends(plain(estimate.low * scale.factor, scale.decimals),
                       plain(estimate.high * scale.factor, scale.decimals));
  else if (half > 0)
    text += " ± " + plain(half * scale.factor, scale.decimals);
  text += with_sign && unit == Unit::share ? points(language_) : scale.suffix;
  if (estimate.n_defined < replications)
    text += fmt::format(" ({}/{})", estimate.n_defined, replications);
  return text;
}

std::string Numbers::proportion(const analysis::Proportion& p) const {
  if (p.of == 0)
    return dash;
  return fmt::format("{} % {}", plain(p.share * 100, 0),
                     ends(plain(p.low * 100, 0), plain(p.high * 100, 0)));
}

std::string Numbers::ends(std::string_view low, std::string_view high) const {
  return fmt::format("[{}{} {}]", low, separator(), high);
}

}  // namespace reports
