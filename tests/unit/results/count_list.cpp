#include "results/count_list.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace results {
namespace {

using Values = std::vector<std::uint32_t>;

/// One in `every` is not 0, and at most `most`.
Values made_up(std::size_t size, std::uint32_t every, std::uint32_t most) {
  std::mt19937 random(size + every + most);
  Values out(size);
  for (auto& value : out)
    if (random() % every == 0)
      value = static_cast<std::uint32_t>(1 + random() % most);
  return out;
}

CountList packed(const Values& values) {
  CountList out(values);
  out.pack();
  return out;
}

TEST(CountList, GivesBackWhatWasPacked) {
  for (const std::size_t size : {0, 1, 31, 32, 33, 64, 353, 5000})
    for (const std::uint32_t every : {1, 2, 7, 100, 100'000})
      for (const std::uint32_t most : {1U, 255U, 256U, 65'535U, 65'536U, 4'294'967'295U}) {
        const Values values = made_up(size, every, most);
        const CountList list = packed(values);
        ASSERT_EQ(list.values(), values) << size << ' ' << every << ' ' << most;
        ASSERT_EQ(list.size(), size);
        for (std::size_t i = 0; i < size; ++i)
          ASSERT_EQ(list[i], values[i]) << size << ' ' << every << ' ' << most << ' ' << i;
        ASSERT_TRUE(list == CountList(values));
      }
}

/// The largest value of a width, at the last place: one byte too few would lose it.
TEST(CountList, KeepsTheLargestValueOfEachWidth) {
  for (const std::uint32_t most : {255U, 256U, 65'535U, 65'536U, 4'294'967'295U}) {
    Values values(200);
    values.front() = 1;
    values.back() = most;
    EXPECT_EQ(packed(values).back(), most);
  }
}

TEST(CountList, IsUnpackedByWhatMayChangeIt) {
  CountList list = packed(Values(100));
  ++list[7];
  list.pack();
  list[99] = 300;
  Values expected(100);
  expected[7] = 1;
  expected[99] = 300;
  EXPECT_TRUE(list == CountList(expected));
  list.resize(101);
  EXPECT_EQ(list.size(), 101u);
  EXPECT_FALSE(list == CountList(expected));
  list.clear();
  EXPECT_TRUE(list.empty());
}

TEST(CountList, RefusesAPlaceBehindItsEnd) {
  const CountList list = packed(Values(100)), open(Values(3));
  EXPECT_EQ(list.at(99), 0u);
  EXPECT_THROW(static_cast<void>(list.at(100)), std::out_of_range);
  EXPECT_THROW(static_cast<void>(open.at(3)), std::out_of_range);
}

TEST(CountList, TakesAFewBitsForEachZero) {
  EXPECT_LE(packed(Values(3200)).bytes(), 3200u / 4);
  Values one_in_eight(3200);
  for (std::size_t i = 0; i < one_in_eight.size(); i += 8)
    one_in_eight[i] = 200;
  EXPECT_LE(packed(one_in_eight).bytes(), 3200u / 4 + 3200u / 8);
  EXPECT_EQ(packed(made_up(3200, 1, 4'294'967'295U)).bytes(), 3200u * 4) << "larger than before";
}

}  // namespace
}  // namespace results
