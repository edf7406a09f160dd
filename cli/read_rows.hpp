#pragma once

#include <string>
#include <vector>

#include "analysis/row.hpp"

namespace cli {

/// The rows of result files and of campaigns, or of all *.h5 in a folder, one study in memory at a
/// time. `meldkamer`: of its callers only; empty: of all. Throws results::ResultError,
/// models::InvalidInput for a meldkamer that is not there.
std::vector<analysis::Row> read_rows(const std::vector<std::string>& files,
                                     const std::string& meldkamer = "");

}  // namespace cli
