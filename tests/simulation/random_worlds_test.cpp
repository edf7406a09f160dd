// Whatever the world and whatever goes wrong in it, the books are right.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "fact_sums.hpp"
#include "random_study.hpp"
#include "tests/sample.hpp"

namespace {

using written::Texts;

/// A fixed seed, so that CI sees the same worlds each time; RC_PARAMS of the caller comes first.
bool holds(const char* what, int seed, std::uint64_t worlds,
           const std::function<void(const Texts&)>& property) {
  setenv("RC_PARAMS", fmt::format("seed={} max_success={}", seed, worlds).c_str(), 0);
  return rc::check(what, [&] { property(*random_study::any()); });
}

void expect_none(const char* what, const fact_sums::Misses& misses) {
  if (!misses.empty())
    RC_FAIL(fmt::format("{}:\n  {}", what, fmt::join(misses, "\n  ")));
}

void check_facts(const fact_sums::Study& study, const results::Facts& facts) {
  expect_none("audits", fact_sums::audits(study, facts));
  expect_none("tables", fact_sums::tables(study, facts));
  expect_none("bounds", fact_sums::bounds(study, facts));
}

TEST(RandomWorlds, BooksAreRight) {
  const auto worlds = sample<std::uint64_t>(60, 400);
  std::uint64_t callers = 0, with_twin = 0, takeovers = 0;
  const auto right = [&](const Texts& texts) {
    const auto study = written::read(texts);
    const auto outcome = written::run(study, 2);
    for (const auto& failure : outcome.failures)
      RC_FAIL(fmt::format("replication {}: {}", failure.replication, failure.reason));
    RC_ASSERT(outcome.replications.size() == 2u);
    const fact_sums::Study sums{study.model.world, study.scenario,
                                sim::dimensions_of(study.model.world, study.scenario)};
    for (const auto& seen : outcome.replications) {
      check_facts(sums, seen.world);
      if (seen.twin)
        check_facts(sums, *seen.twin);
      expect_none("pairs", fact_sums::pairs(sums, seen));
      for (std::size_t i = 0; i < seen.world.callers.size();
           i += results::size_of<results::CallerCount>)
        callers += seen.world.callers[i];
      with_twin += seen.twin.has_value();
      takeovers += seen.world.episodes.size();
    }
  };
  const bool all_right = holds("the books of any world are right", 112, worlds, right);
  EXPECT_TRUE(all_right);
  // The worlds must not be empty ones.
  EXPECT_GT(callers, worlds * 50);
  EXPECT_GT(with_twin, worlds / 4);
  EXPECT_GT(takeovers, worlds / 20);
}

TEST(RandomWorlds, JobsAndBlocksDoNotMatter) {
  const auto same_facts = [](const results::Observations& a, const results::Observations& b) {
    RC_ASSERT(a.replication == b.replication);
    RC_ASSERT(a.world.digest == b.world.digest);
    RC_ASSERT(a.world.callers == b.world.callers);
    RC_ASSERT(a.world.group_times == b.world.group_times);
    RC_ASSERT(a.twin.has_value() == b.twin.has_value());
    RC_ASSERT((!a.twin || a.twin->digest == b.twin->digest));  // else both sides are asked
  };
  const auto same = [&](const Texts& texts) {
    const auto study = written::read(texts);
    const auto one = written::run(study, 3, 0, 1), three = written::run(study, 3, 0, 3),
               last = written::run(study, 1, 2, 2);
    RC_ASSERT(one.replications.size() == 3u);
    for (std::size_t i = 0; i < 3; ++i)
      same_facts(one.replications[i], three.replications[i]);
    same_facts(one.replications[2], last.replications[0]);
  };
  const bool all_same =
      holds("one job or three, all or one", 113, sample<std::uint64_t>(30, 2000), same);
  EXPECT_TRUE(all_same);
}

}  // namespace
