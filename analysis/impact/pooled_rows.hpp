#pragma once

#include <string>
#include <vector>

#include "analysis/impact/row.hpp"

namespace analysis {

/// Where the inputs of a line differ from those of the first line of the same question: names of
/// files, without their folders.
struct OtherInputs {
  std::size_t number = 1;  ///< of the line among those of its question, as they were read
  std::vector<std::string> has, lacks;
  bool any() const { return number > 1; }
};

/// Rows of one line of a table: the parameters as they stand and, when they were drawn, each draw.
struct PooledRows {
  std::vector<Row> draws;
  OtherInputs other_inputs;
};

/// What the row is about, and the contents of its inputs wherever they lay: rows with the same key
/// make one line.
std::string key_of(const Row& row);

/// In the order of the rows. A replication that is there twice counts once. Throws
/// results::ResultError when its figures differ.
std::vector<PooledRows> pool(std::vector<Row> rows);

}  // namespace analysis
