/// How often a threat strikes, as experts estimate it.
#include <gmock/gmock.h>

#include <fstream>

#include "analysis/impact/estimates.hpp"
#include "tests/scratch.hpp"

namespace {

using testing::HasSubstr;

const std::string one =
    "    - {p5: 0.001, mode: 0.01, p95: 0.1, function: CISO, date: \"2026-11-01\", basis: "
    "\"years\"}\n";
const std::string rare =
    "    - {p5: 0.0001, mode: 0.001, p95: 0.01, function: B, date: \"2026-11-01\", basis: \"x\"}\n";

analysis::EstimateFile read(const std::string& text) {
  const tests::Scratch scratch;
  const std::string file = scratch.file("estimates.yaml");
  std::ofstream(file) << text;
  return analysis::read_estimates(file);
}

std::string wrong_in_file(const std::string& text) {
  try {
    read(text);
  } catch (const models::InvalidInput& refused) {
    return refused.what();
  }
  return "nothing was wrong_in_file";
}

TEST(Estimates, AreKeptEachAndPooled) {
  const auto file =
      read("likelihoods:\n  DR-07:\n" + one + rare + rare + "  DR-08:\n" + one + one + one);
  ASSERT_EQ(file.by_threat.at("DR-07").size(), 3u);
  EXPECT_EQ(file.by_threat.at("DR-07").front().function, "CISO");
  const auto pool = analysis::pooled(file.by_threat.at("DR-07"));
  const double mean = (file.by_threat.at("DR-07")[0].rate().mean() +
                       2 * file.by_threat.at("DR-07")[1].rate().mean()) /
                      3;
  EXPECT_NEAR(pool.mean() / mean, 1, 0.01) << "linear";
  EXPECT_GT(pool.at(0.95), file.by_threat.at("DR-07")[1].rate().at(0.95)) << "nobody is voted down";
}

TEST(Estimates, OfFewerThanThreeAreRefused) {
  EXPECT_THAT(wrong_in_file("likelihoods:\n  DR-07:\n" + one + one),
              HasSubstr("must have 3 estimates or more, found 2"));
}

TEST(Estimates, MustAscend) {
  EXPECT_THAT(
      wrong_in_file(
          "likelihoods:\n  DR-07:\n" + one + one +
          "    - {p5: 0.1, mode: 0.01, p95: 0.2, function: A, date: \"2026-11-01\", basis: b}\n"),
      HasSubstr(":5:7: DR-07 3 p5, mode and p95 must ascend"));
}

}  // namespace
