// How often the printed intervals hold the truth, as docs/intervals.md says it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "analysis/statistics/interval.hpp"
#include "models/chance/random_stream.hpp"

namespace {

using analysis::Interval;

constexpr std::uint64_t data_sets = 1000;
constexpr std::array<std::size_t, 3> sizes = {20, 200, 1000};

using Draw = std::function<double(double)>;
using IntervalOf = std::function<Interval(const std::vector<double>&)>;

struct Row {
  const char* name;
  double truth;
  Draw draw;  ///< of a uniform number
  IntervalOf interval;
};

double normal(double u) {
  return quantile(boost::math::normal(), u);
}
double skewed(double u) {
  return std::exp(normal(u));
}
/// Zero in nine of ten, else of the other distribution.
Draw mostly_zero(Draw other) {
  return [other](double u) { return u < 0.9 ? 0 : other(10 * (u - 0.9)); };
}
double exponential(double u) {
  return -std::log1p(-u);
}

Interval mean(const std::vector<double>& values) {
  return analysis::interval_of_mean(values);
}
IntervalOf percentile(double p) {
  return [p](const std::vector<double>& values) { return analysis::percentile(values, p); };
}
Interval share(const std::vector<double>& values) {
  const auto hits = std::ranges::count(values, 1.0);
  const analysis::Proportion found =
      analysis::proportion(static_cast<std::size_t>(hits), values.size());
  return {found.share, found.low, found.high, analysis::Method::none};
}
Draw hit(double chance) {
  return [chance](double u) { return u < chance ? 1.0 : 0.0; };
}

const std::vector<Row> rows = {
    {"mean, normal", 0, normal, mean},
    {"mean, lognormal", std::exp(0.5), skewed, mean},
    {"mean, nine in ten zero, else exponential", 0.1, mostly_zero(exponential), mean},
    {"mean, nine in ten zero, else lognormal", 0.1 * std::exp(0.5), mostly_zero(skewed), mean},
    {"median, lognormal", 1, skewed, percentile(0.5)},
    {"P95, lognormal", std::exp(1.6448536), skewed, percentile(0.95)},
    {"share of 0.1", 0.1, hit(0.1), share},
    {"share of 0.5", 0.5, hit(0.5), share},
};

/// In percent, of the data sets that have an interval; NaN when none has.
double coverage(const Row& row, std::size_t n) {
  double there = 0, held = 0;
  std::vector<double> values(n);
  for (std::uint64_t set = 0; set < data_sets; ++set) {
    for (std::size_t i = 0; i < n; ++i)
      values[i] = row.draw(models::uniform({n, set}, models::Purpose::parameter,
                                           {models::name_of("coverage"), i, 0}));
    const Interval found = row.interval(values);
    there += std::isnan(found.low) ? 0 : 1;
    held += found.low <= row.truth && row.truth <= found.high ? 1 : 0;
  }
  return 100 * held / there;
}

std::string page() {
  std::ifstream in(std::filesystem::path(SOURCE_DIR) / "docs/intervals.md");
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

TEST(Coverage, IsWhatTheManualSaysAndNeverUnderNinety) {
  const std::string manual = page();
  for (const Row& row : rows) {
    std::string line = fmt::format("| {} |", row.name);
    for (const std::size_t n : sizes) {
      const double held = coverage(row, n);
      line += std::isnan(held) ? " – |" : fmt::format(" {:.1f} |", held);
      EXPECT_FALSE(held < 90) << row.name << " " << n;
      EXPECT_FALSE(held > 99) << row.name << " " << n;
    }
    EXPECT_NE(manual.find(line + "\n"), std::string::npos) << line;
  }
}

}  // namespace
