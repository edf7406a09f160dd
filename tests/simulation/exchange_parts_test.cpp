// The parts of the call exchange that need no SimGrid, one at a time.
#include <gtest/gtest.h>

#include <boost/math/distributions/poisson.hpp>
#include <queue>
#include <random>
#include <tuple>
#include <vector>

#include "sim/calls/agent_pool.hpp"
#include "sim/calls/demand_stream.hpp"
#include "sim/calls/event_heap.hpp"

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

}  // namespace
