#include "analysis/trials/sweep_range.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>

#include "models/text/pieces.hpp"
#include "models/text/units.hpp"

namespace analysis {
namespace {

constexpr std::size_t usual_points = 10, most_points = 1000;

struct Written {
  std::string number, unit;
  double value = 0;
};

[[noreturn]] void wrong(const std::string& text, const std::string& why) {
  throw std::invalid_argument(
      fmt::format("'{}' {}: write PATH=LO..HI, PATH=LO..HI:STEP or PATH=LO..HI/POINTS, like "
                  "takeover.decide='1 min..15 min' or meldkamers.rotterdam.roster.ambulance=3..12",
                  text, why));
}

Written read_value(const std::string& text, const std::string& all) {
  const std::string plain = models::trimmed(text);
  const auto end = std::min(plain.find_first_not_of("0123456789.-"), plain.size());
  Written out{plain.substr(0, end), models::trimmed(plain.substr(end)), 0};
  const auto value = models::decimal(out.number);
  if (!value)
    wrong(all, fmt::format("has no number in '{}'", plain));
  out.value = *value;
  return out;
}

/// A value in another unit of the same dimension.
double converted(const Written& value, const std::string& unit, const std::string& all) {
  if (value.unit.empty() || value.unit == unit)
    return value.value;
  for (const models::Dimension* const dimension :
       {&models::time_dimension, &models::rate_dimension, &models::bandwidth_dimension}) {
    double from = 0, to = 0;
    for (const models::Unit& known : dimension->units) {
      from = known.name == value.unit ? known.factor : from;
      to = known.name == unit ? known.factor : to;
    }
    if (from > 0 && to > 0)
      return value.value * from / to;
  }
  wrong(all, fmt::format("has units that are not of one kind, {} and {}", value.unit, unit));
}

/// Four digits are enough for a point between two others, and read better; more when it takes them
/// to stay between.
double rounded_between(double low, double value, double high) {
  const auto is_between = [&](double number) { return low < number && number < high; };
  double out = std::abs(value) < 1000 ? std::stod(fmt::format("{:.4g}", value)) : std::round(value);
  for (int digits = 5; !is_between(out) && digits < 17; ++digits)
    out = std::stod(fmt::format("{:.{}g}", value, digits));
  return is_between(out) ? out : value;
}

bool is_whole(const Written& value) {
  return value.unit.empty() && value.number.find('.') == std::string::npos;
}

/// Takes "/POINTS" off the end, when there is one; a number that is too large is more than allowed.
std::optional<std::size_t> take_points(std::string& text) {
  const auto slash = text.rfind('/');
  if (slash == std::string::npos || slash + 1 == text.size() ||
      text.find_first_not_of("0123456789", slash + 1) != std::string::npos)
    return {};
  std::size_t points = 0;
  const auto read = std::from_chars(text.data() + slash + 1, text.data() + text.size(), points);
  text.erase(slash);
  return read.ec == std::errc() ? points : most_points + 1;
}

}  // namespace

SweepRange::SweepRange(const std::string& text) {
  const auto equals = text.find('='), dots = text.find("..", equals);
  if (equals == 0 || equals == std::string::npos)
    wrong(text, "has no PATH");
  if (dots == std::string::npos)
    wrong(text, "has no range");
  path_ = text.substr(0, equals);
  std::string rest = text.substr(dots + 2);
  const bool by_step = rest.find(':') != std::string::npos;
  if (const auto points = by_step ? std::nullopt : take_points(rest)) {
    if (*points < 2 || *points > most_points)
      wrong(text, "must have 2 to 1000 points");
    points_ = *points;
  }
  const auto colon = rest.find(':');
  const Written low = read_value(text.substr(equals + 1, dots - equals - 1), text),
                high = read_value(rest.substr(0, colon), text);
  unit_ = high.unit.empty() ? low.unit : high.unit;
  low_ = converted(low, unit_, text);
  high_ = converted(high, unit_, text);
  looks_whole_ = is_whole(low) && is_whole(high);
  if (high_ <= low_)
    wrong(text, "must end above its beginning");
  if (colon == std::string::npos)
    return;
  const Written step = read_value(rest.substr(colon + 1), text);
  step_ = converted(step, unit_, text);
  looks_whole_ = looks_whole_ && is_whole(step);
  if (step_ <= 0 || (high_ - low_) / step_ > static_cast<double>(most_points))
    wrong(text, "must have a step above 0 that gives at most 1000 points");
}

std::vector<double> SweepRange::values(bool whole) const {
  std::vector<double> out;
  double step = step_;
  const bool few = high_ - low_ < 1.5 * static_cast<double>(usual_points);
  if (step <= 0 && whole && points_ == 0 && few)
    step = 1;
  if (step > 0) {
    for (std::size_t i = 0; low_ + static_cast<double>(i) * step < high_ + 1e-9 * step; ++i)
      out.push_back(low_ + static_cast<double>(i) * step);
    if (out.back() < high_ - 1e-9 * step)
      out.push_back(high_);
    return out;
  }
  const std::size_t points = points_ == 0 ? usual_points : points_;
  for (std::size_t i = 0; i < points; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(points - 1);
    const double value = low_ + (high_ - low_) * share;
    const double exact = i == 0            ? low_
                         : i + 1 == points ? high_
                                           : rounded_between(low_, value, high_);
    out.push_back(whole ? std::round(exact) : exact);
  }
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

double SweepRange::middle(double low, double high, bool whole) {
  return whole ? std::floor((low + high) / 2)
               : rounded_between(std::min(low, high), (low + high) / 2, std::max(low, high));
}

std::string SweepRange::written(double value) const {
  std::string number = fmt::format("{:.6g}", value);
  if (number.find('e') != std::string::npos)
    number = fmt::format("{:f}", value);
  return unit_.empty() ? number : number + (unit_ == "%" ? "" : " ") + unit_;
}

}  // namespace analysis
