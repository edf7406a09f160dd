#include "studies/campaign/progress.hpp"

#include <gmock/gmock.h>

#include "results/result_file.hpp"
#include "results/seal.hpp"
#include "studies/campaign/values.hpp"
#include "tests/unit/studies/manifest_example.hpp"

/// How far a campaign is, by the shards that are there.
namespace {

using namespace studies;
using manifest_example::precise;
using manifest_example::small;
using results_example::Folder;
using testing::ElementsAre;
using testing::IsEmpty;

class Progress : public testing::Test {
protected:
  CampaignFolder plan(const Manifest& manifest) {
    return CampaignFolder::create(temporary_ / "c", manifest);
  }

  /// The block has a shard. Of what is in it no more than the seal is looked at without a
  /// precision.
  static void finish(const CampaignFolder& folder, const Block& block) {
    results_example::put(folder.shard(block), "a shard" + results::seal_of("a shard"));
  }

  /// With a precision only these values are looked at.
  static void finish(const CampaignFolder& folder, const Block& block,
                     const std::vector<double>& values) {
    finish(folder, block);
    const nlohmann::json kept = {{"schema", "uitwijk/shard-values/1"},
                                 {"digest", folder.digest()},
                                 {"block", {block.row, block.first, block.count}},
                                 {"values", {values}}};
    results_example::put(folder.shard(block).string() + ".values.json", kept.dump());
  }

  Folder temporary_;
};

/// So many values about 100, of which the mean is known to some 1 % with `spread` 3.
std::vector<double> values_about_100(std::size_t count, double spread) {
  std::vector<double> out;
  for (std::size_t i = 0; i < count; ++i)
    out.push_back(100 + (i % 2 == 0 ? spread : -spread));
  return out;
}

TEST_F(Progress, AShardWithoutItsEndIsNotDone) {
  const auto folder = plan(small());
  const Block block = folder.manifest().tasks.at(0).blocks.at(0);
  const std::string whole = "a shard" + results::seal_of("a shard");
  for (const std::string& cut : {std::string(), whole.substr(0, whole.size() - 1)}) {
    results_example::put(folder.shard(block), cut);
    EXPECT_FALSE(folder.is_done(block)) << cut.size() << " bytes";
    EXPECT_EQ(CampaignProgress(folder).state().replications_done, 0u);
  }
  finish(folder, block);
  EXPECT_TRUE(folder.is_done(block));
}

TEST_F(Progress, NothingIsDoneAtFirst) {
  const auto folder = plan(small());
  CampaignProgress progress(folder);
  const CampaignState state = progress.state();
  EXPECT_EQ(state.tasks, 3u);
  EXPECT_EQ(state.done, 0u);
  EXPECT_EQ(state.running, 0u);
  EXPECT_EQ(state.replications, 10u);
  EXPECT_EQ(state.replications_done, 0u);
  EXPECT_EQ(state.missing_for_sure, 10u);
  EXPECT_DOUBLE_EQ(state.left_s, 3.85);
  EXPECT_THAT(state.missing, ElementsAre(0, 1, 2));
  EXPECT_EQ(state.rows, 2u);
  EXPECT_EQ(state.rows_decided, 0u);
  EXPECT_FALSE(state.complete());
  EXPECT_FALSE(progress.is_complete());
}

TEST_F(Progress, CountsWhatIsThere) {
  const auto folder = plan(small());
  finish(folder, {0, 0, 3});
  finish(folder, {0, 3, 2});
  CampaignProgress progress(folder);
  const CampaignState state = progress.state();
  EXPECT_EQ(state.done, 1u) << "of the second task half is missing";
  EXPECT_EQ(state.replications_done, 5u);
  EXPECT_EQ(state.missing_for_sure, 5u);
  EXPECT_DOUBLE_EQ(state.left_s, 2.25 / 2 + 0.1) << "two of its four replications";
  EXPECT_EQ(state.rows_decided, 1u);
  EXPECT_EQ(state.rows_early, 0u);
  EXPECT_THAT(state.missing, ElementsAre(1, 2));
}

TEST_F(Progress, IsCompleteWithTheLastShard) {
  const auto folder = plan(small());
  CampaignProgress progress(folder);
  for (const auto& row : folder.blocks_by_row())
    for (const Block& block : row) {
      EXPECT_FALSE(progress.is_complete());
      finish(folder, block);
    }
  EXPECT_TRUE(progress.is_complete());
  EXPECT_TRUE(progress.state().complete());
  EXPECT_EQ(progress.state().left_s, 0);
}

TEST_F(Progress, FindsWhatIsThereInOrder) {
  const auto folder = plan(small());
  finish(folder, {1, 2, 3});
  CampaignProgress progress(folder);
  EXPECT_THAT(progress.find(0).blocks, IsEmpty());
  EXPECT_THAT(progress.find(1).blocks, ElementsAre(Block{1, 2, 3}));
  EXPECT_FALSE(progress.find(1).end.decided);
  finish(folder, {1, 0, 2});
  EXPECT_THAT(progress.find(1).blocks, ElementsAre(Block{1, 0, 2}, Block{1, 2, 3}));
  EXPECT_TRUE(progress.find(1).end.decided);
  EXPECT_EQ(progress.find(1).end.end, 5u);
}

TEST_F(Progress, ATaskHasWorkWhileAShardIsMissing) {
  const auto folder = plan(small());
  CampaignProgress progress(folder);
  const Task& second = folder.manifest().tasks[1];
  finish(folder, {0, 3, 2});
  EXPECT_TRUE(progress.has_work(second));
  EXPECT_FALSE(progress.is_done(second));
  finish(folder, {1, 0, 2});
  EXPECT_FALSE(progress.has_work(second));
  EXPECT_TRUE(progress.is_done(second));
}

TEST_F(Progress, TellsWhoWorksOnATask) {
  const auto folder = plan(small());
  CampaignProgress progress(folder);
  {
    const auto claim = results::TaskClaim::take(folder.claim(2));
    ASSERT_TRUE(claim);
    const CampaignState state = progress.state();
    EXPECT_EQ(state.running, 1u);
    ASSERT_EQ(state.workers.size(), 1u);
    EXPECT_EQ(state.workers[0], results::this_process());
    EXPECT_THAT(state.missing, ElementsAre(0, 1));
  }
  EXPECT_EQ(progress.state().running, 0u);
}

TEST_F(Progress, WithAPrecisionLaterPrefixesAreUnknownAtFirst) {
  const auto folder = plan(precise());
  CampaignProgress progress(folder);
  EXPECT_EQ(progress.need_of({0, 0, 50}), Need::yes);
  EXPECT_EQ(progress.need_of({0, 50, 50}), Need::unknown);
  EXPECT_EQ(progress.need_of({0, 100, 20}), Need::unknown);
  const CampaignState state = progress.state();
  EXPECT_EQ(state.replications, 120u) << "at most";
  EXPECT_EQ(state.missing_for_sure, 50u);
  EXPECT_TRUE(progress.has_work(folder.manifest().tasks[0]));
  EXPECT_FALSE(progress.has_work(folder.manifest().tasks[1])) << "nobody knows yet";
}

TEST_F(Progress, ARowThatIsPreciseStopsEarly) {
  const auto folder = plan(precise());
  finish(folder, {0, 0, 50}, values_about_100(50, 3));
  CampaignProgress progress(folder);
  const RowEnd end = progress.end_of(0);
  EXPECT_TRUE(end.decided);
  EXPECT_TRUE(end.precise);
  EXPECT_EQ(end.end, 50u);
  EXPECT_EQ(progress.need_of({0, 50, 50}), Need::no);
  const CampaignState state = progress.state();
  EXPECT_TRUE(state.complete());
  EXPECT_EQ(state.replications, 50u);
  EXPECT_EQ(state.rows_early, 1u);
  EXPECT_THAT(state.not_precise, IsEmpty());
  EXPECT_EQ(state.left_s, 0);
}

TEST_F(Progress, ARowThatIsNotGoesOnToTheNextPrefix) {
  const auto folder = plan(precise());
  finish(folder, {0, 0, 50}, values_about_100(50, 90));  // half-width 25.8 % of the mean
  CampaignProgress progress(folder);
  EXPECT_FALSE(progress.end_of(0).decided);
  EXPECT_EQ(progress.end_of(0).end, 100u);
  EXPECT_EQ(progress.need_of({0, 50, 50}), Need::yes);
  EXPECT_EQ(progress.need_of({0, 100, 20}), Need::unknown);
  finish(folder, {0, 50, 50}, values_about_100(50, 1));  // together 12.7 %
  EXPECT_EQ(progress.end_of(0).end, 120u);
  EXPECT_EQ(progress.need_of({0, 100, 20}), Need::yes);
}

TEST_F(Progress, ARowThatNeverIsPreciseEndsWithTheMost) {
  const auto folder = plan(precise());
  finish(folder, {0, 0, 50}, values_about_100(50, 90));
  finish(folder, {0, 50, 50}, values_about_100(50, 90));
  finish(folder, {0, 100, 20}, values_about_100(20, 90));
  CampaignProgress progress(folder);
  const RowEnd end = progress.end_of(0);
  EXPECT_TRUE(end.decided);
  EXPECT_FALSE(end.precise);
  EXPECT_EQ(end.end, 120u);
  EXPECT_THAT(progress.state().not_precise, ElementsAre("DR-07@rotterdam+planned"));
  EXPECT_EQ(progress.state().rows_early, 0u);
}

/// Whoever ran ahead changes nothing: a prefix is judged when all before it is there.
TEST_F(Progress, LaterShardsDoNotDecideForEarlierOnes) {
  const auto folder = plan(precise());
  finish(folder, {0, 50, 50}, values_about_100(50, 0.1));
  CampaignProgress progress(folder);
  EXPECT_FALSE(progress.end_of(0).decided);
  EXPECT_EQ(progress.need_of({0, 0, 50}), Need::yes);
  EXPECT_EQ(progress.need_of({0, 100, 20}), Need::unknown);
  finish(folder, {0, 0, 50}, values_about_100(50, 3));
  EXPECT_EQ(progress.end_of(0).end, 50u);
  EXPECT_THAT(progress.find(0).blocks, ElementsAre(Block{0, 0, 50}))
      << "what somebody ran for nothing is no part of the row";
}

TEST_F(Progress, OfARowWithoutAnyLossNothingIsPrecise) {
  const auto folder = plan(precise());
  finish(folder, {0, 0, 50}, std::vector<double>(50, 0.0));
  CampaignProgress progress(folder);
  EXPECT_FALSE(progress.end_of(0).decided) << "no relative precision of a mean of zero";
}

}  // namespace
