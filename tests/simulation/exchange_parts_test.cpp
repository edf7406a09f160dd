// The parts of the call exchange that need no SimGrid, one at a time.
#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <queue>
#include <random>
#include <tuple>
#include <vector>

#include "sim/calls/agent_pool.hpp"
#include "sim/calls/demand_stream.hpp"
#include "sim/calls/event_heap.hpp"
#include "sim/calls/head_count.hpp"

namespace {

using Moment = std::tuple<double, std::uint32_t, std::uint32_t>;

Moment of(const sim::Event& event) {
  return {event.t_s(), event.slot(), event.token()};
}

/// Pushes and pops at random against the standard library's queue; few distinct times, so that
/// slot and token decide often.
TEST(EventHeap, KeepsTheOrderOfTimeSlotAndToken) {
  std::mt19937 random(1);
  sim::EventHeap heap;
  std::priority_queue<Moment, std::vector<Moment>, std::greater<>> queue;
  std::uint32_t token = 0;
  for (int step = 0; step < 200000; ++step) {
    if (queue.empty() || random() % 100 < (step < 100000 ? 55u : 45u)) {
      const double t_s = static_cast<double>(random() % 500) / 4;
      const auto slot = static_cast<std::uint32_t>(random() % 20);
      heap.push(t_s, slot, ++token, static_cast<sim::EventKind>(random() % 6));
      queue.push({t_s, slot, token});
      continue;
    }
    ASSERT_EQ(of(heap.top()), queue.top()) << "step " << step;
    ASSERT_EQ(of(heap.pop()), queue.top()) << "step " << step;
    queue.pop();
    ASSERT_EQ(heap.size(), queue.size());
  }
}

TEST(EventHeap, KeepsTokenAndKindApart) {
  sim::EventHeap heap;
  heap.push(1, 7, sim::token_mask, sim::EventKind::channel_contact);
  EXPECT_EQ(heap.top().token(), sim::token_mask);
  EXPECT_EQ(heap.top().kind(), sim::EventKind::channel_contact);
  EXPECT_EQ(heap.top().slot(), 7u);
}

/// The smallest n whose distribution function reaches u, below and above the change of method
/// at 50.
TEST(PoissonQuantile, AgreesWithTheDistributionFunction) {
  std::mt19937_64 random(2);
  for (const double mean : {1e-6, 0.3, 1.0, 7.5, 49.9, 50.1, 137.0, 2500.0, 1e5}) {
    const boost::math::poisson_distribution<> poisson(mean);
    for (int i = 0; i < 500; ++i) {
      const double u = models::to_unit(random());
      const auto n = sim::poisson_quantile(mean, u);
      // A few units of rounding in u is all that the two ways of adding up may differ.
      EXPECT_GE(boost::math::cdf(poisson, n), u - 1e-12) << mean << " " << u;
      if (n > 0) {
        EXPECT_LT(boost::math::cdf(poisson, n - 1), u + 1e-12) << mean << " " << u;
      }
    }
  }
}

/// More demand only adds callers: the quantile never falls as the mean grows.
TEST(PoissonQuantile, GrowsWithTheMean) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 200; ++i) {
    const double u = models::to_unit(random());
    std::uint32_t before = 0;
    for (double mean = 40; mean < 60; mean += 0.25) {
      const auto n = sim::poisson_quantile(mean, u);
      ASSERT_GE(n, before) << mean << " " << u;
      before = n;
    }
  }
}

std::vector<sim::Call> calls_with(const std::vector<std::uint8_t>& priorities) {
  std::vector<sim::Call> calls(priorities.size());
  for (std::size_t i = 0; i < calls.size(); ++i)
    calls[i].priority = priorities[i];
  return calls;
}

/// Slots in the order in which they are served.
std::vector<std::uint32_t> served(sim::WaitingLine& line, std::vector<sim::Call>& calls, double u) {
  std::vector<std::uint32_t> order;
  while (!line.empty()) {
    order.push_back(line.pick(u));
    line.leave(calls, order.back());
  }
  return order;
}

TEST(WaitingLine, FirstComeForgetsPriority) {
  auto calls = calls_with({2, 0, 1, 0});
  sim::WaitingLine line(models::QueueOrder::first_come);
  for (const std::uint32_t slot : {3u, 0u, 2u, 1u})
    line.enter(calls, slot);
  line.leave(calls, 0);  // hangs up in the middle
  EXPECT_EQ(line.size(), 2u + 1u);
  EXPECT_EQ(served(line, calls, 0), (std::vector<std::uint32_t>{3, 2, 1}));
}

TEST(WaitingLine, PriorityFirstThenFirstCome) {
  auto calls = calls_with({2, 0, 1, 0, 1, 2});
  sim::WaitingLine line(models::QueueOrder::priority);
  for (std::uint32_t slot = 0; slot < 6; ++slot)
    line.enter(calls, slot);
  line.leave(calls, 1);
  line.enter(calls, 1);  // back at the end of its own level
  EXPECT_EQ(served(line, calls, 0.99), (std::vector<std::uint32_t>{3, 1, 2, 4, 0, 5}));
}

TEST(WaitingLine, RandomPicksEachPlaceAlike) {
  for (std::uint32_t place = 0; place < 4; ++place) {
    auto calls = calls_with({0, 0, 0, 0});
    sim::WaitingLine line(models::QueueOrder::random);
    for (std::uint32_t slot = 0; slot < 4; ++slot)
      line.enter(calls, slot);
    EXPECT_EQ(line.pick((place + 0.5) / 4), place);
  }
  auto calls = calls_with({0, 0, 0, 0});
  sim::WaitingLine line(models::QueueOrder::random);
  for (std::uint32_t slot = 0; slot < 4; ++slot)
    line.enter(calls, slot);
  line.leave(calls, 1);
  auto order = served(line, calls, 0.999999);
  std::ranges::sort(order);
  EXPECT_EQ(order, (std::vector<std::uint32_t>{0, 2, 3}));
}

/// One call of each state, with a queue and a desk that know of theirs.
struct Heads {
  std::vector<sim::Call> calls;
  std::vector<sim::AgentPool> pools{sim::AgentPool(models::QueueOrder::first_come)};

  Heads() {
    for (const auto state : {sim::CallState::free, sim::CallState::waiting, sim::CallState::talking,
                             sim::CallState::in_transfer, sim::CallState::between_attempts,
                             sim::CallState::in_contact, sim::CallState::stranded}) {
      calls.emplace_back().state = state;
    }
    pools[0].line.enter(calls, 1);
    pools[0].busy = 1;
  }
};

TEST(HeadCount, FindsEverybodyOnce) {
  Heads heads;
  EXPECT_EQ(sim::missing_heads(heads.calls, heads.pools, 6), 0u);
  heads.calls[2].job = true;
  EXPECT_EQ(sim::missing_heads(heads.calls, heads.pools, 5), 0u) << "a job is no person";
}

/// As whoever was handed over with no colleague free: in no queue, with nobody, and yet there.
TEST(HeadCount, MissesWhoIsNowhere) {
  Heads heads;
  heads.pools[0].busy = 0;
  EXPECT_EQ(sim::missing_heads(heads.calls, heads.pools, 6), 1u);
  heads.pools[0].line.leave(heads.calls, 1);
  EXPECT_EQ(sim::missing_heads(heads.calls, heads.pools, 6), 2u);
}

TEST(HeadCount, MissesWhoWasLostOrCameFromNowhere) {
  const Heads heads;
  EXPECT_EQ(sim::missing_heads(heads.calls, heads.pools, 7), 1u);
  EXPECT_EQ(sim::missing_heads(heads.calls, heads.pools, 5), 1u);
}

/// Whoever was handed over comes first, whatever the order of the others.
TEST(WaitingLine, WhoWasHandedOverComesFirst) {
  using enum models::QueueOrder;
  for (const auto order : {first_come, random, priority}) {
    std::vector<sim::Call> calls(4);
    calls[3].handed_over = 1;
    sim::WaitingLine line(order);
    for (std::uint32_t slot = 0; slot < 4; ++slot)
      line.enter(calls, slot);
    EXPECT_EQ(line.pick(0.5), 3u);
    line.leave(calls, 3);
    EXPECT_NE(line.pick(0.5), 3u);
    EXPECT_EQ(line.size(), 3u);
    line.leave(calls, 1);
    line.leave(calls, 0);
    EXPECT_EQ(line.pick(0.99), 2u);
  }
}

TEST(BinomialQuantile, IsTheSmallestThatReachesU) {
  for (const std::uint32_t n : {1u, 7u, 60u, 5000u})
    for (const double p : {1e-4, 0.1, 0.5, 0.97}) {
      const boost::math::binomial_distribution<> binomial(n, p);
      for (const double u : {1e-9, 0.03, 0.5, 0.9, 0.999999}) {
        const auto k = sim::binomial_quantile(n, p, u);
        EXPECT_GE(cdf(binomial, k), u - 1e-12) << n << " " << p << " " << u;
        if (k > 0) {
          EXPECT_LT(cdf(binomial, k - 1.0), u + 1e-12) << n << " " << p << " " << u;
        }
      }
    }
  EXPECT_EQ(sim::binomial_quantile(60, 1, 0.2), 60u);
  EXPECT_EQ(sim::binomial_quantile(0, 0.5, 0.2), 0u);
}

}  // namespace
