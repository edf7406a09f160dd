#pragma once

#include <string>
#include <vector>

namespace analysis {

/// PATH=LO..HI, PATH=LO..HI:STEP or PATH=LO..HI/POINTS: the values to try at one address.
class SweepRange {
public:
  /// Throws std::invalid_argument with what is wrong.
  explicit SweepRange(const std::string& text);

  const std::string& path() const { return path_; }
  const std::string& unit() const { return unit_; }  ///< "min", or empty
  /// Numbers without a decimal point, which may be counts.
  bool looks_whole() const { return looks_whole_; }
  /// Ascending from LO to HI, both among them. `whole`: every number is a whole one.
  std::vector<double> values(bool whole) const;
  /// Half-way between two of them, a whole number below it when they are.
  static double middle(double low, double high, bool whole);
  /// As it is written in a file: "12.5 min".
  std::string written(double value) const;

private:
  std::string path_, unit_;
  double low_ = 0, high_ = 0;
  double step_ = 0;         ///< 0: by points
  std::size_t points_ = 0;  ///< 0: ten, or every whole number when they are few
  bool looks_whole_ = true;
};

}  // namespace analysis
