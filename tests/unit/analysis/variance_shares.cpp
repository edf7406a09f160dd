#include "analysis/comparisons/variance_shares.hpp"

#include <gmock/gmock.h>

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <functional>

#include "models/chance/random_stream.hpp"

/// Shares of variance on functions whose first-order indices are known.
namespace {

using namespace analysis;

double input_drawn(std::uint64_t draw, const std::string& what, std::uint64_t set) {
  return models::uniform({set, draw}, models::Purpose::parameter, {models::name_of(what), 0, 0});
}

/// Draws of `inputs` input_drawn numbers, and replications of `result` with normal noise of that
/// sd.
VarianceShares shares_of(std::size_t inputs, std::size_t draws, double noise, std::uint64_t set,
                         const std::function<double(const std::vector<double>&)>& result) {
  const boost::math::normal normal;
  std::vector<DrawnInput> drawn(inputs);
  std::vector<std::vector<double>> by_draw(draws);
  for (std::size_t d = 0; d < draws; ++d) {
    std::vector<double> at;
    for (std::size_t i = 0; i < inputs; ++i) {
      drawn[i].id = "x" + std::to_string(i);
      at.push_back(input_drawn(d, drawn[i].id, set));
      drawn[i].u.push_back(at.back());
    }
    for (int k = 0; k < 10; ++k)
      by_draw[d].push_back(result(at) +
                           noise * quantile(normal, input_drawn(d, "n" + std::to_string(k), set)));
  }
  return variance_shares(by_draw, drawn);
}

const VarianceShare& share(const VarianceShares& all, const std::string& id) {
  return *std::ranges::find(all.shares, id, &VarianceShare::id);
}

/// 2 x0 + x1 of three: 4/5, 1/5 and nothing, whatever the noise of a replication. The standard
/// error of a share of 0.2 over 400 draws is 0.04.
TEST(VarianceShares, AreThoseOfALinearFunction) {
  const auto all = shares_of(3, 400, 1.0, 7, [](const auto& x) { return 2 * x[0] + x[1]; });
  EXPECT_NEAR(share(all, "x0").share, 0.8, 0.08);
  EXPECT_NEAR(share(all, "x1").share, 0.2, 0.12);
  EXPECT_NEAR(share(all, "x2").share, 0, 0.03);
  EXPECT_TRUE(share(all, "x0").clear && share(all, "x1").clear);
  EXPECT_FALSE(share(all, "x2").clear);
  EXPECT_EQ(all.shares.front().id, "x0") << "largest first";
  EXPECT_NEAR(all.clear, 1, 0.1);
}

/// Without the noise taken out they would be 0.67 of that: the variance of the mean of ten with sd
/// 1.5 is half of that of the function.
TEST(VarianceShares, DoNotShrinkWithTheNoiseOfAReplication) {
  double sum = 0;
  for (std::uint64_t set = 1; set <= 40; ++set)
    sum += share(shares_of(2, 100, 1.44, set, [](const auto& x) { return 2 * x[0] + x[1]; }), "x0")
               .share;
  EXPECT_NEAR(sum / 40, 0.8, 0.05);
}

/// Neither input does anything by itself: (x0 - 1/2)(x1 - 1/2).
TEST(VarianceShares, LeaveOutWhatHappensOnlyTogether) {
  const auto all =
      shares_of(2, 400, 0.0, 3, [](const auto& x) { return (x[0] - 0.5) * (x[1] - 0.5); });
  EXPECT_NEAR(share(all, "x0").share, 0, 0.03);
  EXPECT_EQ(all.clear, 0);
}

/// 95 % of intervals hold the truth. 200 sets: a standard error of 1.5 points.
TEST(VarianceShares, HaveIntervalsThatHoldTheTruth) {
  int held = 0, clear = 0;
  constexpr int sets = 200;
  for (int set = 1; set <= sets; ++set) {
    const auto all = shares_of(20, 100, 0.5, set, [](const auto& x) { return x[0] + x[1] + x[2]; });
    held += share(all, "x0").low <= 1 / 3.0 && share(all, "x0").high >= 1 / 3.0 ? 1 : 0;
    for (const VarianceShare& one : all.shares)
      clear += one.clear && one.id.size() == 2 && one.id > "x2" ? 1 : 0;
  }
  EXPECT_GE(held, 0.90 * sets);
  EXPECT_LE(held, 0.995 * sets) << "an interval that holds everything says nothing";
  EXPECT_LE(clear, 0.10 * sets) << "of seventeen that do nothing, hardly one in twenty sets";
}

TEST(VarianceShares, SumWhatIsConfirmed) {
  std::vector<DrawnInput> inputs(2);
  inputs[0] = {"a", true, {}};
  inputs[1] = {"b", false, {}};
  std::vector<std::vector<double>> by_draw;
  for (int d = 0; d < 50; ++d) {
    inputs[0].u.push_back(input_drawn(d, "a", 1));
    inputs[1].u.push_back(input_drawn(d, "b", 1));
    by_draw.push_back({inputs[0].u.back(), inputs[0].u.back() + 1e-6});
  }
  EXPECT_NEAR(variance_shares(by_draw, inputs).confirmed, 1, 0.05);
}

/// Noise alone was called confirmed, when its shares were added without those below zero.
TEST(VarianceShares, ConfirmedInputsThatDoNothingAddUpToNothing) {
  double confirmed = 0;
  for (std::uint64_t set = 1; set <= 20; ++set) {
    std::vector<DrawnInput> inputs(30);
    std::vector<std::vector<double>> by_draw;
    for (std::size_t i = 0; i < inputs.size(); ++i)
      inputs[i] = {"x" + std::to_string(i), i > 0, {}};
    for (std::uint64_t d = 0; d < 100; ++d) {
      for (DrawnInput& input : inputs)
        input.u.push_back(input_drawn(d, input.id, set));
      by_draw.push_back({inputs[0].u.back(), inputs[0].u.back() + 1e-6});
    }
    confirmed += variance_shares(by_draw, inputs).confirmed / 20;
  }
  EXPECT_LT(confirmed, 0.05) << "0.15 before";
}

TEST(VarianceShares, LieWithinTheirIntervalsAndBelowOne) {
  for (std::uint64_t set = 1; set <= 30; ++set) {
    const auto all = shares_of(3, 12, 3, set, [](const auto& x) { return x[0]; });
    for (const VarianceShare& one : all.shares) {
      EXPECT_LE(one.low, one.share) << set;
      EXPECT_GE(one.high, one.share) << set;
      EXPECT_LE(one.share, 1) << set;
    }
    EXPECT_LE(all.clear, 1) << set;
  }
}

/// A draw of which nothing was finished is left out, with where its inputs were.
TEST(VarianceShares, DoNotNeedAllDraws) {
  const std::vector<DrawnInput> inputs = {{"a", false, {0.1, 0.5, 0.9, 0.3, 0.7}}};
  const auto all = variance_shares({{1, 1.1}, {5, 5.1}, {}, {3, 3.1}, {7, 7.1}}, inputs);
  ASSERT_EQ(all.shares.size(), 1u);
  EXPECT_GT(all.shares[0].share, 0.95);
}

TEST(VarianceShares, AreNoneWithoutInputs) {
  EXPECT_TRUE(variance_shares({{1, 2}, {5, 6}, {9, 8}, {3, 4}}, {}).shares.empty());
}

TEST(VarianceShares, AreNoneWithFewDrawsOrWithoutSpread) {
  const std::vector<DrawnInput> inputs = {{"a", false, {0.1, 0.5, 0.9}}};
  EXPECT_TRUE(variance_shares({{1, 2}, {2, 3}, {3, 4}}, inputs).shares.empty());
  const std::vector<DrawnInput> more = {{"a", false, {0.1, 0.5, 0.9, 0.3}}};
  EXPECT_TRUE(variance_shares({{1, 1}, {1, 1}, {1, 1}, {1, 1}}, more).shares.empty());
}

}  // namespace
