#include "studies/campaign/tasks.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

/// How the work of a campaign is cut up.
namespace {

using namespace studies;
using testing::ElementsAre;

RowCost cost(double replication_s, double block_s = 0) {
  RowCost out;
  out.replication_s = replication_s;
  out.block_s = block_s;
  return out;
}

std::vector<Block> blocks_of(const std::vector<Task>& tasks) {
  std::vector<Block> out;
  for (const Task& task : tasks)
    out.insert(out.end(), task.blocks.begin(), task.blocks.end());
  return out;
}

std::vector<double> costs_of(const std::vector<Task>& tasks) {
  std::vector<double> out;
  for (const Task& task : tasks)
    out.push_back(task.cost_s);
  return out;
}

TEST(Cut, ARowIsOneTaskWhenItIsShort) {
  const auto tasks = cut({cost(1)}, {10}, 30);
  ASSERT_EQ(tasks.size(), 1u);
  EXPECT_THAT(tasks[0].blocks, ElementsAre(Block{0, 0, 10}));
  EXPECT_DOUBLE_EQ(tasks[0].cost_s, 10);
}

TEST(Cut, ALongRowIsCutIntoTasksOfThatLength) {
  const auto tasks = cut({cost(1)}, {30}, 10);
  EXPECT_THAT(blocks_of(tasks), ElementsAre(Block{0, 0, 10}, Block{0, 10, 10}, Block{0, 20, 10}));
  EXPECT_THAT(costs_of(tasks), ElementsAre(10, 10, 10));
}

TEST(Cut, ShortRowsShareATask) {
  const auto tasks = cut({cost(1), cost(1), cost(1)}, {4}, 8);
  ASSERT_EQ(tasks.size(), 2u);
  EXPECT_THAT(tasks[0].blocks, ElementsAre(Block{0, 0, 4}, Block{1, 0, 4}));
  EXPECT_THAT(tasks[1].blocks, ElementsAre(Block{2, 0, 4}));
}

TEST(Cut, AReadRowAndAWrittenShardCostTimeToo) {
  const auto tasks = cut({cost(1, 4)}, {12}, 10);
  EXPECT_THAT(blocks_of(tasks), ElementsAre(Block{0, 0, 6}, Block{0, 6, 6}));
  EXPECT_THAT(costs_of(tasks), ElementsAre(10, 10));
}

/// Two of twelve would be a fifth of a task: they go with the ten.
TEST(Cut, ACrumbIsNotWorthABlock) {
  EXPECT_THAT(blocks_of(cut({cost(1)}, {12}, 10)), ElementsAre(Block{0, 0, 12}));
  EXPECT_THAT(blocks_of(cut({cost(1)}, {13}, 10)), ElementsAre(Block{0, 0, 10}, Block{0, 10, 3}))
      << "three are more than a quarter";
}

TEST(Cut, AReplicationThatIsLongerThanATaskIsOneByItself) {
  const auto tasks = cut({cost(50)}, {3}, 10);
  EXPECT_THAT(blocks_of(tasks), ElementsAre(Block{0, 0, 1}, Block{0, 1, 1}, Block{0, 2, 1}));
  EXPECT_THAT(costs_of(tasks), ElementsAre(50, 50, 50));
}

TEST(Cut, ARowThatCostsNothingIsOneBlock) {
  EXPECT_THAT(blocks_of(cut({cost(0)}, {1000}, 1)), ElementsAre(Block{0, 0, 1000}));
}

TEST(Cut, NoBlockGoesAcrossAnEndOfAPrefix) {
  const auto tasks = cut({cost(1)}, {50, 100, 120}, 1000);
  EXPECT_THAT(blocks_of(tasks), ElementsAre(Block{0, 0, 50}, Block{0, 50, 50}, Block{0, 100, 20}));
  EXPECT_EQ(tasks.size(), 3u) << "each prefix has tasks of its own";
}

TEST(Cut, TheFirstPrefixOfAllRowsComesBeforeTheNext) {
  const auto blocks = blocks_of(cut({cost(1), cost(1)}, {50, 60}, 1000));
  EXPECT_THAT(blocks,
              ElementsAre(Block{0, 0, 50}, Block{1, 0, 50}, Block{0, 50, 10}, Block{1, 50, 10}));
}

/// Everything once, in order within a row, and no task much longer than asked for.
TEST(Cut, HasEveryReplicationOnce) {
  std::mt19937_64 random(5);
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<RowCost> rows;
    for (std::uint64_t row = 0; row < 1 + random() % 6; ++row)
      rows.push_back(cost(static_cast<double>(random() % 2000) / 1000,
                          static_cast<double>(random() % 500) / 1000));
    std::vector<std::uint64_t> ends = {1 + random() % 60};
    for (std::uint64_t more = random() % 3; more > 0; --more)
      ends.push_back(ends.back() + 1 + random() % 80);
    const double task_s = 1 + static_cast<double>(random() % 20);
    const auto tasks = cut(rows, ends, task_s);
    auto blocks = blocks_of(tasks);
    std::sort(blocks.begin(), blocks.end());
    std::vector<std::uint64_t> next(rows.size(), 0);
    for (const Block& block : blocks) {
      ASSERT_EQ(block.first, next[block.row]);
      ASSERT_GT(block.count, 0u);
      next[block.row] += block.count;
      for (const std::uint64_t end : ends)
        ASSERT_FALSE(block.first < end && end < block.first + block.count);
    }
    for (const std::uint64_t reached : next)
      ASSERT_EQ(reached, ends.back());
    for (const Task& task : tasks) {
      ASSERT_FALSE(task.blocks.empty());
      ASSERT_LE(task.cost_s, 1.25 * task_s + 2 + 0.5 + 1e-6);
    }
  }
}

TEST(Cut, CostsWhatItsBlocksCost) {
  const std::vector<RowCost> rows = {cost(0.5, 0.25), cost(2, 1)};
  for (const Task& task : cut(rows, {7, 40}, 5)) {
    double sum = 0;
    for (const Block& block : task.blocks)
      sum += rows[block.row].block_s +
             static_cast<double>(block.count) * rows[block.row].replication_s;
    EXPECT_NEAR(task.cost_s, sum, 1e-9);
  }
}

TEST(UsualTask, IsATwentyFourthOfTheWhole) {
  EXPECT_DOUBLE_EQ(usual_task_s({cost(1)}, 240), 10);
  EXPECT_DOUBLE_EQ(usual_task_s({cost(1), cost(0.5)}, 160), 10);
  EXPECT_DOUBLE_EQ(usual_task_s({cost(1, 24)}, 216), 10) << "with what a block costs";
}

TEST(UsualTask, IsASecondAtLeastAndHalfAMinuteAtMost) {
  EXPECT_EQ(usual_task_s({cost(0.001)}, 10), 1);
  EXPECT_EQ(usual_task_s({}, 200), 1);
  EXPECT_EQ(usual_task_s({cost(10)}, 100'000), 30);
}

}  // namespace
