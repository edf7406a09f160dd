// The published counts of past outages beside what the model makes of them: the figures that the
// report shows. A change must be explained in CHANGES.md under "Changed numbers"; then
// UITWIJK_UPDATE_FINGERPRINTS=1 ctest --preset release -R Replayed writes the new ones.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "analysis/impact/replayed.hpp"
#include "replay.hpp"

namespace {

const std::string kept_counts = SOURCE_DIR "/results/reference/history.csv";
constexpr std::uint64_t replications = 200;

std::vector<analysis::Replayed> replay_all() {
  std::map<std::string, results::Study> studies;
  std::vector<analysis::Replayed> out;
  for (const auto& count : analysis::read_history(SOURCE_DIR "/analysis/history.yaml").counts) {
    auto [study, is_new] = studies.try_emplace(count.scenario);
    if (is_new) {
      replay::Replay run = replay::run(count.scenario, replications);
      study->second.dimensions = sim::dimensions_of(run.study.model.world, run.study.scenario);
      study->second.replications = std::move(run.seen);
    }
    out.push_back(analysis::replayed(count, study->second));
  }
  return out;
}

TEST(Replayed, CountsAreTheKeptOnes) {
  const std::string now = analysis::csv_of(replay_all());
  if (std::getenv("UITWIJK_UPDATE_FINGERPRINTS") != nullptr)
    std::ofstream(kept_counts) << now;
  std::ostringstream before;
  before << std::ifstream(kept_counts).rdbuf();
  EXPECT_EQ(now, before.str()) << "a change of numbers: see the top of this file";
}

/// One night happened: it must lie where 95 % of the replayed nights lie. That says something only
/// as long as these are not all over the place.
TEST(Replayed, PublishedCountsLieWithinTheModelsInterval) {
  const auto all = analysis::read_replayed(kept_counts);
  EXPECT_EQ(all.size(), 5U);
  for (const analysis::Replayed& one : all) {
    EXPECT_TRUE(one.holds_count()) << one.outage << ' ' << one.measure << ": " << one.count
                                   << " published, [" << one.low << ", " << one.high << "]";
    EXPECT_LT(one.high, 2 * one.low) << one.outage << ' ' << one.measure;
  }
}

}  // namespace
