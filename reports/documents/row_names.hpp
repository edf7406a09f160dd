#pragma once

#include <string>
#include <vector>

#include "analysis/impact/impact_table.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// How much room the names of rows have: a column of a page, or as much as they want.
enum class Names { brief, full };

/// "DR-20@rotterdam planned 4 h takeover.decide=15 min": target, package, plan, duration, settings
/// and other inputs; package current and what the row has not is left out.
std::string full_name(const analysis::TableRow& row, Language language);

/// What the rows of one part of a table are called in its grids. Of a name that is too long for its
/// column the target is shortened and what comes behind the package stands in a note.
class RowNames {
public:
  /// The rows are kept by reference.
  RowNames(const std::vector<analysis::TableRow>& rows, Names names, Language language);

  /// Of one of the rows; "= " stands before one that the intervals do not separate from the one
  /// above.
  const std::string& of(const analysis::TableRow& row) const {
    return names_.at(static_cast<std::size_t>(&row - rows_.data()));
  }
  const std::vector<std::string>& notes() const { return notes_; }

private:
  const std::vector<analysis::TableRow>& rows_;
  std::vector<std::string> names_, notes_;
};

}  // namespace reports
