#include "models/chance/random_stream.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

using namespace models;

/// Known answer of Philox4x64-10 for key and counter 0, from Random123's `kat_vectors`.
TEST(RandomStream, IsPhilox4x64With10Rounds) {
  const auto block = r123::Philox4x64{}({{0, 0, 0, 0}}, {{0, 0}});
  EXPECT_EQ(block[0], 0x16554d9eca36314cULL);
  EXPECT_EQ(block[1], 0xdb20fe9d672d0fdcULL);
  EXPECT_EQ(block[2], 0xd7e772cee186176bULL);
  EXPECT_EQ(block[3], 0x7e68b68aec7ba23bULL);
}

TEST(RandomStream, SameNameSameNumbersInAnyOrder) {
  const ReplicationKey key{7, 3};
  const Subject caller{name_of("rotterdam"), 12, 4};
  const auto first = uniforms(key, Purpose::handling, caller);
  uniforms(key, Purpose::patience, caller);
  EXPECT_EQ(uniforms(key, Purpose::handling, caller), first);
  EXPECT_EQ(uniform(key, Purpose::handling, caller), first[0]);
}

TEST(RandomStream, EveryPartOfTheNameMatters) {
  const Subject s{name_of("a"), 1, 2};
  const std::set<double> all = {
      uniform({1, 1}, Purpose::caller, s),
      uniform({2, 1}, Purpose::caller, s),
      uniform({1, 2}, Purpose::caller, s),
      uniform({1, 1}, Purpose::handling, s),
      uniform({1, 1}, Purpose::caller, {name_of("b"), 1, 2}),
      uniform({1, 1}, Purpose::caller, {name_of("a"), 2, 2}),
      uniform({1, 1}, Purpose::caller, {name_of("a"), 1, 3}),
  };
  EXPECT_EQ(all.size(), 7u);
}

TEST(RandomStream, UniformsNeverReachTheEnds) {
  EXPECT_GT(to_unit(0), 0);
  EXPECT_LT(to_unit(~0ULL), 1);
}

/// Chi-square of 100,000 numbers in 100 bins: 99 degrees of freedom, mean 99, sd 14.
TEST(RandomStream, UniformsAreSpreadEvenly) {
  std::array<int, 100> bins{};
  for (std::uint64_t i = 0; i < 25'000; ++i)
    for (const double u : uniforms({1, 0}, Purpose::caller, {name_of("x"), i, 0}))
      ++bins[static_cast<std::size_t>(u * 100)];
  double chi_square = 0;
  for (const int count : bins)
    chi_square += (count - 1000.0) * (count - 1000.0) / 1000.0;
  EXPECT_GT(chi_square, 99 - 4 * 14);
  EXPECT_LT(chi_square, 99 + 4 * 14);
}

}  // namespace
