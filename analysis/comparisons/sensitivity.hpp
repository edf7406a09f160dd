#pragma once

#include <string>
#include <vector>

#include "analysis/comparisons/comparison.hpp"

namespace analysis {

/// One parameter set to other values, everything else as it stands and the same random numbers.
struct Bar {
  struct End {
    std::string value;  ///< "5 min"
    Difference lost;    ///< against the row as it stands
  };
  std::string parameter;  ///< its address
  std::vector<End> ends;  ///< by what they change, lowest first
  double swing = 0;       ///< between the two ends, or an end and what stands

  /// Some end differs from what stands by more than chance.
  bool clear() const;
};

/// The parameters of one event, widest swing first: which number should we go and measure.
struct Tornado {
  std::string row, package;
  Interval lost;  ///< as it stands
  std::vector<Bar> bars;
  std::vector<std::string> left_out;  ///< settings of rows with more than one: they are no bar
};

/// One bar of rows that were made with the parameter at other values.
struct VariedRows {
  std::string parameter;
  std::vector<std::pair<std::string, Row>> ends;  ///< value, and the row with it
};
Tornado tornado_of(const Row& base, const std::vector<VariedRows>& varied,
                   const Criteria& criteria);

/// Of every event that was simulated as it stands and with single parameters set otherwise.
std::vector<Tornado> tornados(const std::vector<Row>& rows, const Criteria& criteria);

/// Rows with settings of which there is none as it stands, so that no tornado has them: "DR-20@
/// rotterdam planned: takeover.decide=5 min".
std::vector<std::string> settings_without_base(const std::vector<Row>& rows);

}  // namespace analysis
