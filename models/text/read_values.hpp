#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/chance/distribution.hpp"
#include "models/text/reading.hpp"
#include "models/text/units.hpp"

/// Readers of single values: functions from a Place to a value. What is wrong is recorded and
/// some value comes back; every number that is read becomes a Parameter.
namespace models {

/// What the reader accepts, in SI units; the lowest itself only when it is not excluded.
struct Limits {
  double lowest = 0, highest = 0;
  bool above = false;  ///< must be more than lowest
};

inline constexpr double minute_s = 60, hour_s = 3600, day_s = 86400, year_s = 365 * day_s;
inline constexpr Limits any_time = {0, 1000 * year_s};
inline constexpr Limits positive_time = {0, 1000 * year_s, true};

/// "2 h", "90 min", "45 s": in the largest of these units in which it is whole.
std::string time_text(double s);

double read_number(const Place& place, const Dimension& dimension, const Limits& limits);

inline auto time_in(Limits limits) {
  return [limits](const Place& place) { return read_number(place, time_dimension, limits); };
}
inline auto factor_in(Limits limits) {
  return [limits](const Place& place) { return read_number(place, factor_dimension, limits); };
}
inline auto rate_in(Limits limits) {
  return [limits](const Place& place) { return read_number(place, rate_dimension, limits); };
}
inline auto count_in(int lowest, int highest) {
  return [=](const Place& place) {
    const Limits limits{double(lowest), double(highest)};
    return static_cast<int>(read_number(place, count_dimension, limits));
  };
}
double read_share(const Place& place);
/// A time that is a parameter as a whole: a moment, or a distribution with a declared range, which
/// is about its mean.
void record_time(const Place& place, double s);

/// `true` or `false` and nothing else; recorded as a parameter with unit "true/false".
bool read_boolean(const Place& place);
/// Any text of one line that is not empty: a name, or a word that names something.
std::string read_text(const Place& place);
/// Any text that is not empty: a description, a reason.
std::string read_prose(const Place& place);
/// A word of a table; others are problems with a suggestion.
std::size_t read_word(const Place& place, const std::vector<std::string>& words);

/// A closed choice of words.
template <class T>
auto one_of(std::vector<std::pair<std::string, T>> table) {
  return [table](const Place& place) -> T {
    std::vector<std::string> words;
    for (const auto& row : table)
      words.push_back(row.first);
    return table[read_word(place, words)].second;
  };
}

/// A quantity of time (a constant) or one word with its parameters.
Distribution read_distribution(const Place& place);

/// The words of distributions: "exponential", "lognormal", ...
std::vector<std::string> distribution_words();
/// "takeover.decide" of "takeover.decide.triangular.mode"; empty when it is in no distribution.
std::string distribution_of(const std::string& address);

/// How long something lasts that would do nothing if it did not last: the mean is above 0.
Distribution read_lasting(const Place& place);

/// Seconds since midnight of "07:00".
int read_time_of_day(const Place& place);
std::optional<int> parse_time_of_day(std::string_view text);
/// 0 = mon ... 6 = sun, or nothing.
std::optional<int> parse_weekday(std::string_view text);
const std::vector<std::string>& weekday_names();

}  // namespace models
