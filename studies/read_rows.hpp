#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/comparisons/changed_numbers.hpp"
#include "analysis/impact/row.hpp"
#include "studies/exit_code.hpp"

namespace studies {

/// Visits the studies of result files and of campaigns, or of all *.h5 in a folder, two in memory
/// at a time: while one is visited the next is read, on another thread, so `visit` must not call
/// HDF5. Rows of a campaign that have nothing finished are passed over, and counted in what it
/// returns. Throws results::ResultError.
analysis::Extent each_study(const std::vector<std::string>& files,
                            const std::function<void(const results::Study&)>& visit);

/// What a command that showed these results ends with: partial when something is missing.
int code_of(const analysis::Extent& extent, int otherwise = exit_code::done);

/// The study as a row; `meldkamer`: of its callers only, empty: of all. Throws models::InvalidInput
/// for a meldkamer that is not there.
analysis::Row row_of(const results::Study& study, const std::string& meldkamer);

struct ReadRows {
  std::vector<analysis::Row> rows;
  analysis::Extent extent;
};

/// Both together. Throws what they throw. `inputs`: gets the texts of the inputs of all rows.
ReadRows read_rows(const std::vector<std::string>& files, const std::string& meldkamer = "",
                   analysis::InputTexts* inputs = nullptr);

}  // namespace studies
