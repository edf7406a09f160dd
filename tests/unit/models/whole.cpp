#include "models/chance/whole.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

/// Of every number from 1 to 200, every share in whole per cent that makes a whole number.
template <class Check>
void for_whole_products(Check check) {
  for (int of = 1; of <= 200; ++of)
    for (int per_cent = 0; per_cent <= 100; ++per_cent)
      if (of * per_cent % 100 == 0)
        check(of * (per_cent / 100.0), of * per_cent / 100);
}

TEST(Whole, ProductsThatAreMeantToBeWholeAre) {
  int cut_short = 0;
  for_whole_products([&](double product, int whole) {
    EXPECT_EQ(models::nearest(product), whole);
    EXPECT_EQ(models::whole_below<int>(product), whole);
    EXPECT_EQ(models::whole_above<int>(product), whole);
    cut_short += static_cast<int>(product) != whole ? 1 : 0;
  });
  EXPECT_GT(cut_short, 0) << "a cast would do, and this test says nothing";
}

TEST(Whole, LiesOnTheRightSideOfWhatIsNot) {
  EXPECT_EQ(models::nearest(2.4), 2);
  EXPECT_EQ(models::nearest(2.5), 3);
  EXPECT_EQ(models::whole_below(2.9), 2u);
  EXPECT_EQ(models::whole_above(2.1), 3u);
}

}  // namespace
