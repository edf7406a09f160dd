/// Facts that a child hands to its parent.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/replications/shared_block.hpp"

namespace simulation {
namespace {

results::Facts facts_of(std::uint32_t number, std::size_t callers) {
  results::Facts facts;
  facts.callers = std::vector<std::uint32_t>(callers, number);
  facts.group_times = {0.5 * number, 1.5};
  facts.episodes.resize(number % 3);
  facts.course.push_back({.t_s = 7.0 * number, .kind = results::CourseKind::alarm});
  facts.conservation_error = number;
  facts.digest = {number, ~std::uint64_t{number}};
  return facts;
}

void expect_equal(const results::Facts& found, const results::Facts& expected) {
  EXPECT_EQ(found.callers, expected.callers);
  EXPECT_EQ(found.group_times, expected.group_times);
  EXPECT_EQ(found.episodes.size(), expected.episodes.size());
  ASSERT_EQ(found.course.size(), 1u);
  EXPECT_EQ(found.course[0].t_s, expected.course[0].t_s);
  EXPECT_EQ(found.conservation_error, expected.conservation_error);
  EXPECT_EQ(found.digest, expected.digest);
}

/// From a child, with room for them and without.
TEST(SharedBlock, HandsOverFactsOfAnySize) {
  for (const std::size_t callers : {std::size_t{3}, std::size_t{20'000'000}}) {
    sim::SharedBlock block(10);
    const pid_t child = fork();
    if (child == 0) {
      block.put(facts_of(4, callers), 7);
      _exit(0);
    }
    waitpid(child, nullptr, 0);
    EXPECT_EQ(block.background_callers(), 7u);
    expect_equal(block.take(), facts_of(4, callers));
  }
}

}  // namespace
}  // namespace simulation
