#pragma once

#include <string>
#include <vector>

#include "models/text/problems.hpp"

namespace models {

/// One number of a world and where it comes from. The address is its path in the files.
struct Parameter {
  std::string address;  ///< "takeover.clocks.decide.triangular.mode"
  std::string value;    ///< as written, "5 min"
  std::string unit;     ///< what the reader wants: "s", "1/s", "share", "count", "factor", ...
  double value_si = 0;  ///< the value in that unit (`si_value` is a macro of <signal.h>)
  std::string kind;     ///< measured | reported | derived | estimated | assumed, or ""
  std::string source, note;
  std::string range;               ///< declared by the model, as written, or ""
  double lowest = 0, highest = 0;  ///< what the reader accepts
  Mark mark;
};

/// Replaces the value at an address, in a scenario's `set:`, a measure, or `--set`.
struct Setting {
  std::string address;
  std::string value;  ///< YAML text
  Mark mark;          ///< where the user wrote it
  /// Of the value; "": assumed. A number drawn over its range keeps its own.
  std::string kind = {};
};

}  // namespace models
