#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "studies/optimise/plan_search.hpp"

namespace studies {

/// The finished rounds of a search in a file, so that it can go on where it was interrupted. The
/// search decides by these values alone, so a search that reads them is the same search.
class RoundFile {
public:
  /// `file`: where the rounds are kept, empty: nowhere; `asked`: all that the values depend on.
  /// Reads the rounds of a file that is there. Throws models::InvalidInput when it is of another
  /// question, or no such file.
  RoundFile(std::filesystem::path file, std::string asked);

  const std::vector<RoundValues>& rounds() const { return rounds_; }
  /// Keeps one more; the file is whole at any time.
  void add(const RoundValues& values);

private:
  std::filesystem::path file_;
  std::string asked_;
  std::vector<RoundValues> rounds_;
};

}  // namespace studies
