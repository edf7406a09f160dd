#pragma once

#include <gmock/gmock.h>

#include <array>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/statistics/estimate.hpp"
#include "models/world/read_world.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

/// A small world, and what documents about it say.
namespace told {

inline const models::WorldModel& tiny() {
  static const models::WorldModel model =
      models::read_world(SOURCE_DIR "/tests/worlds/cli_tiny/world");
  return model;
}

inline models::Id<models::Centre> centre(const std::string& id) {
  for (const auto one : tiny().world.centres.ids())
    if (tiny().world.centres[one].id == id)
      return one;
  throw std::logic_error("no centre " + id);
}

template <class Print>
std::string printed(Print print) {
  std::ostringstream out;
  print(out);
  return out.str();
}

inline std::vector<std::string> grid_names(const reports::Document& document) {
  std::vector<std::string> out;
  for (const reports::Grid& grid : document.grids)
    out.push_back(grid.name);
  return out;
}

inline reports::Grid grid(const reports::Document& document, const std::string& name) {
  for (const reports::Grid& one : document.grids)
    if (one.name == name)
      return one;
  throw std::logic_error("no grid " + name);
}

/// What the cells of a row say; of a group or a remark its one text.
inline std::vector<std::string> texts(const reports::GridRow& row) {
  std::vector<std::string> out;
  for (const reports::Cell& cell : row)
    out.push_back(cell.text);
  return out;
}

/// Every row has a cell for each heading, unless it stands between the rows.
inline void expect_whole(const reports::Document& document) {
  for (const reports::Grid& one : document.grids) {
    EXPECT_FALSE(one.name.empty());
    for (const reports::GridRow& row : one.rows)
      EXPECT_EQ(row.size(),
                row.is == reports::GridRow::Is::cells ? one.headings.size() : std::size_t{1})
          << one.name << ": " << (row.empty() ? "" : row.front().text);
  }
}

/// With the interval of a mean.
inline analysis::Estimate estimate(double mean, double half, std::size_t n = 50) {
  analysis::Estimate out;
  out.mean = mean, out.low = mean - half, out.high = mean + half;
  out.p5 = mean - half, out.p50 = mean, out.p95 = mean + half;
  out.n_defined = n;
  return out;
}

inline constexpr std::array languages = {reports::Language::english, reports::Language::dutch};

}  // namespace told
