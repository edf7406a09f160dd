#include <gmock/gmock.h>

#include <cmath>

#include "analysis/impact/row.hpp"
#include "analysis/measures/summary.hpp"
#include "results/result_file.hpp"
#include "tests/unit/results/example.hpp"

/// Files that earlier programs wrote, and what those programs said of them.
namespace {

const std::string study_2_1 = SOURCE_DIR "/tests/unit/results/old/study-2.1.h5";

TEST(OldFile, SaysWhatItSaidToTheProgramThatWroteIt) {
  ASSERT_THAT(results_example::bytes_of(study_2_1),
              testing::HasSubstr("uitwijk/study 2.1 fnv1a-64 "));
  const results::Study study = results::read_study(study_2_1);
  EXPECT_EQ(study.provenance.command,
            "uitwijk run tests/worlds/cli_tiny/outage.yaml -n 2 --seed 1");
  ASSERT_EQ(study.replications.size(), 2u);
  const auto mean = [&](const char* name) {
    return analysis::estimate(analysis::values_of(study, name)).mean;
  };
  EXPECT_EQ(mean("attempts"), 246.5);
  EXPECT_EQ(mean("lost_callers"), 2);
  EXPECT_EQ(mean("newly_lost_callers"), 1.5);
  EXPECT_EQ(mean("delayed_callers"), 9.5);
  EXPECT_EQ(mean("recover_s"), 900);
}

TEST(OldFile, DoesNotSayWhatWasNotCountedThen) {
  const results::Study study = results::read_study(study_2_1);
  EXPECT_TRUE(study.replications.front().paired->late.empty());
  for (const char* name : {"late_callers", "late_help", "unreachable_112_min",
                           "dispatch_impossible_min", "degraded_min"})
    EXPECT_THAT(analysis::values_of(study, name), testing::Each(testing::IsNan())) << name;
  EXPECT_EQ(study.provenance.definitions, 1u);
  EXPECT_TRUE(study.dimensions.region_share.empty());
  EXPECT_TRUE(study.replications.front().world.losses.empty());
  EXPECT_TRUE(std::isnan(study.replications.front().world.seen_until_s));
  for (const auto& takeover : analysis::summarise(study).takeovers)
    EXPECT_TRUE(takeover.stages.empty());
  const auto consequence = analysis::reduce(study).replications.at(0);
  EXPECT_TRUE(std::isnan(consequence.late_help));
  EXPECT_FALSE(consequence.touched);
}

}  // namespace
