#include "results/histogram.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

namespace {

using namespace results;
using Histogram = std::vector<std::uint64_t>;
constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(TimeBins, EdgesSeparateTheBins) {
  EXPECT_EQ(time_bins::edge_s(0), 0);
  EXPECT_DOUBLE_EQ(time_bins::edge_s(1), 0.1);
  EXPECT_DOUBLE_EQ(time_bins::edge_s(2), 0.104);
  for (std::size_t bin = 1; bin < time_bins::count; ++bin) {
    EXPECT_EQ(time_bins::bin_of(time_bins::edge_s(bin) * 1.0001), bin);
    EXPECT_EQ(time_bins::bin_of(time_bins::edge_s(bin) * 0.9999), bin - 1);
  }
  EXPECT_NEAR(time_bins::edge_s(time_bins::count - 1), 1e5, 1e4);
}

TEST(TimeBins, ExtremesHaveABin) {
  EXPECT_EQ(time_bins::bin_of(0), 0u);
  EXPECT_EQ(time_bins::bin_of(1e12), time_bins::count - 1);
  EXPECT_EQ(time_bins::bin_of(infinity), time_bins::count - 1);
  EXPECT_EQ(time_bins::bin_of(std::nan("")), time_bins::count - 1);
}

TEST(TimeBins, NoCountsNoQuantile) {
  EXPECT_TRUE(std::isnan(time_bins::quantile_s(Histogram(time_bins::count), 0.5)));
  EXPECT_TRUE(std::isnan(time_bins::quantile_s({}, 0.5)));
  EXPECT_THROW(time_bins::quantile_s(Histogram(3), 1.5), std::invalid_argument);
  EXPECT_THROW(time_bins::quantile_s(Histogram(3), std::nan("")), std::invalid_argument);
}

TEST(TimeBins, TheFirstBinIsAtOnce) {
  Histogram counts(time_bins::count);
  counts[0] = 9;
  counts[60] = 1;
  for (const double p : {0.0, 0.25, 0.9})
    EXPECT_EQ(time_bins::quantile_s(counts, p), 0) << p;
  EXPECT_GT(time_bins::quantile_s(counts, 0.91), time_bins::edge_s(60));
  counts[60] = 0;
  EXPECT_EQ(time_bins::quantile_s(counts, 1), 0);
}

TEST(TimeBins, InterpolatesGeometricallyInABin) {
  Histogram counts(time_bins::count);
  counts[10] = 8;
  const double edge = time_bins::edge_s(10);
  EXPECT_DOUBLE_EQ(time_bins::quantile_s(counts, 0), edge);
  EXPECT_DOUBLE_EQ(time_bins::quantile_s(counts, 0.5), edge * std::sqrt(1.04));
  EXPECT_DOUBLE_EQ(time_bins::quantile_s(counts, 1), edge * 1.04);
}

TEST(TimeBins, PassesOverEmptyBins) {
  Histogram counts(time_bins::count);
  counts[20] = 1;
  counts[200] = 3;
  EXPECT_DOUBLE_EQ(time_bins::quantile_s(counts, 0.25), time_bins::edge_s(21));
  EXPECT_DOUBLE_EQ(time_bins::quantile_s(counts, 0.5),
                   time_bins::edge_s(200) * std::pow(1.04, 1.0 / 3));
}

TEST(TimeBins, LastBinGivesALowerBoundAndNeverIsInfinite) {
  Histogram counts(time_bins::count + 1);
  counts[time_bins::count - 1] = 5;
  counts[time_bins::count] = 5;
  EXPECT_DOUBLE_EQ(time_bins::quantile_s(counts, 0.3), time_bins::edge_s(time_bins::count - 1));
  EXPECT_EQ(time_bins::quantile_s(counts, 0.6), infinity);
}

TEST(TimeBins, QuantilesOfManyWaitsAreNearTheTrueOnes) {
  std::mt19937_64 random(1);
  std::exponential_distribution<double> wait(1 / 30.0);
  std::vector<double> waits(20000);
  Histogram counts(time_bins::count);
  for (auto& seconds : waits) {
    seconds = wait(random);
    ++counts[time_bins::bin_of(seconds)];
  }
  std::ranges::sort(waits);
  for (const double p : {0.05, 0.5, 0.9, 0.99}) {
    const double exact = waits[static_cast<std::size_t>(p * 20000)];
    EXPECT_NEAR(time_bins::quantile_s(counts, p), exact, 0.01 * exact) << p;
  }
}

TEST(ContactBins, AnEdgeBelongsToTheBinBelowIt) {
  EXPECT_EQ(contact_bins::bin_of(60), 0u);
  EXPECT_EQ(contact_bins::bin_of(60.001), 1u);
  EXPECT_EQ(contact_bins::bin_of(3600), 5u);
  EXPECT_EQ(contact_bins::bin_of(3601), 6u);
  EXPECT_LT(contact_bins::bin_of(infinity), contact_bins::never);
}

}  // namespace
