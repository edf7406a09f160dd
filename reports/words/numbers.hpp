#pragma once

#include <string>
#include <string_view>

#include "analysis/measures/measure.hpp"
#include "analysis/statistics/estimate.hpp"
#include "analysis/statistics/waiting_times.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// What stands where there is no number.
inline constexpr const char* dash = "–";

/// "45 s", "3 min 32 s", "1 h 9 min": a clock's time, to the second under an hour; a dash when
/// there is none, or it never comes.
std::string duration(double seconds);

/// Writes numbers for people: few digits, a unit, the decimal sign of the language.
class Numbers {
public:
  explicit Numbers(Language language) : language_(language) {}

  /// "1,234", "12.3", "0"; with a sign when asked.
  std::string plain(double value, int decimals) const;
  /// "1,234", "12.3 s", "4.2 min", "98.5 %"; a dash when the value does not exist.
  std::string value(double value, analysis::Unit unit) const;
  /// "0.0042", "12", "1,234": a frequency, to two digits at least.
  std::string rate(double value) const;
  /// "0.1", "0.025", "1,000": a number that somebody wrote, as it was written.
  std::string as_written(double value) const;
  /// "1,234 ± 56": the mean and half of its 95 % interval, or its ends, "6.3 [4.4, 9.0]", when they
  /// are not alike. Says "(12/200)" when only 12 of 200
  /// replications have a value. `with_sign`: "+3.1 ± 0.4", for differences; of shares in percentage
  /// points, "-9.6 ± 0.4 pp".
  std::string estimate(const analysis::Estimate& estimate, analysis::Unit unit,
                       std::size_t replications, bool with_sign = false) const;
  /// "3.9 min [3.1, 4.8]", "> 4.0 h [3.1, > 4.0]", "never": a percentile of times of which not all
  /// ends were seen.
  std::string time(const analysis::TimePercentile& time) const;
  /// "75 % [43 %, 95 %]".
  std::string proportion(const analysis::Proportion& proportion) const;

  /// Between the ends of an interval: "," or, where that is the decimal sign, ";".
  char separator() const { return language_ == Language::dutch ? ';' : ','; }
  /// "[4.4, 9.0]", "[4,4; 9,0]".
  std::string ends(std::string_view low, std::string_view high) const;

private:
  Language language_;
};

}  // namespace reports
