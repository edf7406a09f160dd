#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "analysis/impact/replayed.hpp"
#include "models/text/problems.hpp"
#include "tests/unit/results/example.hpp"

namespace {

using analysis::HistoricalCount;
using analysis::Replayed;
using results::CallerCount;

class ReplayedFile : public testing::Test {
protected:
  ReplayedFile()
      : path_(std::filesystem::temp_directory_path() /
              ("replayed_" + std::to_string(getpid()) + ".csv")) {}
  ~ReplayedFile() override { std::filesystem::remove(path_); }
  const std::filesystem::path& holding(const std::string& text) {
    std::ofstream(path_) << text;
    return path_;
  }

private:
  std::filesystem::path path_;
};

/// As many replications, the i-th with i callers hit.
results::Study study_of(std::size_t replications) {
  results_example::Size size;
  size.replications = 1;
  results::Study out = results_example::study(size);
  results::Facts& facts = out.replications.front().world;
  const auto hit = static_cast<std::size_t>(CallerCount::hit);
  for (std::size_t at = hit; at < facts.callers.size(); at += results::size_of<CallerCount>)
    facts.callers[at] = 0;
  out.replications.resize(replications, out.replications.front());
  for (std::size_t i = 0; i < replications; ++i)
    out.replications[i].world.callers[hit] = static_cast<std::uint32_t>(i + 1);
  return out;
}

TEST(Replayed, IsTheMeanAndWhere95PercentOfTheReplicationsLie) {
  HistoricalCount count;
  count.id = "storm";
  count.count = 195;
  count.measure = "hit_callers";
  Replayed one = analysis::replayed(count, study_of(200));
  EXPECT_DOUBLE_EQ(one.mean, 100.5);
  EXPECT_EQ(one.low, 5);
  EXPECT_EQ(one.high, 195);
  EXPECT_TRUE(one.holds_count());
  one.count = 196;
  EXPECT_FALSE(one.holds_count());
}

TEST(Replayed, WhatNobodyCountsIsRefused) {
  HistoricalCount count;
  count.measure = "hit_caller";
  EXPECT_THROW(analysis::replayed(count, study_of(2)), std::out_of_range);
  count.measure = "offered_calls";
  count.stage = "no such stage";
  EXPECT_THROW(analysis::replayed(count, study_of(2)), std::out_of_range);
}

TEST_F(ReplayedFile, IsReadAsItWasWritten) {
  const Replayed one{"storm", "offered_calls", "first", 12, "a/b.yaml", 200, 10.25, 3, 19.5};
  const std::string text = analysis::csv_of({one, one});
  const auto read = analysis::read_replayed(holding(text));
  EXPECT_EQ(read.size(), 2U);
  EXPECT_EQ(analysis::csv_of(read), text);
}

TEST_F(ReplayedFile, SaysWhatIsWrongAndWhere) {
  const auto& file = holding("a,b\nstorm,x,,twelve,s,-200,1,2,3\nstorm,x\n");
  try {
    analysis::read_replayed(file);
    FAIL() << "it was read";
  } catch (const models::InvalidInput& invalid) {
    ASSERT_EQ(invalid.problems().size(), 3U);
    EXPECT_THAT(models::to_string(invalid.problems()[0]),
                testing::HasSubstr(":2:10: must be a number, found 'twelve'"));
    EXPECT_THAT(models::to_string(invalid.problems()[1]),
                testing::HasSubstr(":2:19: must be a whole number, found '-200'"));
    EXPECT_THAT(models::to_string(invalid.problems()[2]),
                testing::HasSubstr(":3:1: must have 9 cells, found 2"));
  }
}

}  // namespace
