#include "studies/campaign/cost_line.hpp"

#include <gtest/gtest.h>

#include <random>

/// The line by which a survey knows what a window costs.
namespace {

using studies::CostLine;
using studies::line_through;

TEST(CostLine, GoesThroughPointsThatLieOnOne) {
  const CostLine line = line_through({100, 200, 400}, {1.5, 2.5, 4.5});
  EXPECT_DOUBLE_EQ(line.slope, 0.01);
  EXPECT_NEAR(line(100), 1.5, 1e-12);
  EXPECT_NEAR(line(300), 3.5, 1e-12);
  EXPECT_NEAR(line(1000), 10.5, 1e-12) << "beyond what was tried";
}

/// x = 1, 2, 3 and y = 1, 3, 2: slope 1/2 through (2, 2).
TEST(CostLine, IsTheOneOfLeastSquares) {
  const CostLine line = line_through({1, 2, 3}, {1, 3, 2});
  EXPECT_DOUBLE_EQ(line.slope, 0.5);
  EXPECT_DOUBLE_EQ(line.mean_x, 2);
  EXPECT_DOUBLE_EQ(line.at_mean, 2);
  EXPECT_DOUBLE_EQ(line(0), 1);
}

TEST(CostLine, NoOtherLineIsNearer) {
  const std::vector<double> x = {600, 3600, 7200}, y = {0.02, 0.2, 0.31};
  const CostLine line = line_through(x, y);
  const auto squares = [&](double more, double steeper) {
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double off = line(x[i]) + more + steeper * (x[i] - line.mean_x) - y[i];
      sum += off * off;
    }
    return sum;
  };
  const double best = squares(0, 0);
  for (const double more : {-1e-3, 0.0, 1e-3})
    for (const double steeper : {-1e-7, 0.0, 1e-7})
      EXPECT_GE(squares(more, steeper), best);
}

TEST(CostLine, NeverFalls) {
  const CostLine line = line_through({1, 2, 3}, {3, 2, 1});
  EXPECT_EQ(line.slope, 0);
  EXPECT_DOUBLE_EQ(line(1), 2) << "the mean: a longer window costs no less";
  EXPECT_DOUBLE_EQ(line(100), 2);
}

TEST(CostLine, NeverGoesBelowZero) {
  const CostLine line = line_through({10, 20}, {0, 1});
  EXPECT_DOUBLE_EQ(line(20), 1);
  EXPECT_DOUBLE_EQ(line(10), 0);
  EXPECT_EQ(line(1), 0);
}

TEST(CostLine, OfOnePointIsLevel) {
  const CostLine line = line_through({3600}, {0.25});
  EXPECT_EQ(line(0), 0.25);
  EXPECT_EQ(line(1e6), 0.25);
}

TEST(CostLine, OfOneLengthIsTheMeanOfItsCosts) {
  const CostLine line = line_through({60, 60, 60}, {1, 2, 6});
  EXPECT_EQ(line.slope, 0);
  EXPECT_DOUBLE_EQ(line(60), 3);
}

/// What the survey sums over its windows: their mean length costs the mean, whatever the points.
TEST(CostLine, AtTheMeanLengthIsTheMeanCost) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 50; ++i) {
    std::vector<double> x, y;
    double mean_x = 0, mean_y = 0;
    for (int j = 0; j < 3; ++j) {
      x.push_back(static_cast<double>(random() % 10'000));
      y.push_back(static_cast<double>(random() % 1'000) / 1000);
      mean_x += x.back() / 3;
      mean_y += y.back() / 3;
    }
    EXPECT_NEAR(line_through(x, y)(mean_x), mean_y, 1e-9);
  }
}

}  // namespace
