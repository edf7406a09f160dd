#pragma once

#include <string>

#include "models/text/reading.hpp"

namespace analysis {

/// Whether a file is somebody's, or a concept that nobody has adopted.
struct Adoption {
  bool adopted = false;            ///< status vastgesteld; else concept
  std::string by, date, decision;  ///< asked for when vastgesteld
};

/// `status`, `vastgesteld_door`, `datum` and `besluit` of a head.
Adoption read_adoption(models::Fields& fields);

}  // namespace analysis
