#include <gtest/gtest.h>

#include <limits>

#include "reports/formats/json_shapes.hpp"

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

TEST(JsonShapes, ANumberThatDoesNotExistIsNull) {
  EXPECT_TRUE(reports::number_or_null(analysis::undefined).is_null());
  EXPECT_TRUE(reports::number_or_null(infinite).is_null());
  EXPECT_EQ(reports::number_or_null(0), 0);
}

TEST(JsonShapes, AnIntervalThatDoesNotExistIsNullInEachOfThem) {
  EXPECT_TRUE(reports::ends_json(analysis::undefined, analysis::undefined).is_null());
  EXPECT_TRUE(reports::interval_json({}).at("ci95").is_null());
  EXPECT_TRUE(reports::share_json(analysis::proportion(0, 0)).at("ci95").is_null());
  EXPECT_TRUE(reports::estimate_json(analysis::estimate(std::vector{3.0})).at("ci95").is_null());
}

TEST(JsonShapes, AnEndThatIsInfiniteIsNull) {
  EXPECT_EQ(reports::ends_json(3, infinite).dump(), "[3.0,null]");
  EXPECT_EQ(reports::interval_json({4, 3, infinite, analysis::Method::order_statistics}).dump(),
            R"({"value":4.0,"ci95":[3.0,null],"method":"order_statistics"})");
}

TEST(JsonShapes, AShareSaysOfHowMany) {
  const auto half = reports::share_json(analysis::proportion(5, 10));
  EXPECT_EQ(half.at("share"), 0.5);
  EXPECT_EQ(half.at("ci95").size(), 2u);
  EXPECT_EQ(half.at("hits"), 5);
  EXPECT_EQ(half.at("of"), 10);
  EXPECT_TRUE(reports::share_json(analysis::proportion(0, 0)).at("share").is_null());
}

TEST(JsonShapes, ATimeBeyondTheDataSaysHowFarTheyReach) {
  using analysis::Bound;
  const Bound at{Bound::Is::at, 60}, later{Bound::Is::later_than, 600},
      never{Bound::Is::never, infinite}, none;
  EXPECT_EQ(reports::time_json({at, at, later}).dump(),
            R"({"s":60.0,"later_than_s":null,"never":false,"ci95":[60.0,null]})");
  EXPECT_EQ(reports::time_json({later, none, none}).dump(),
            R"({"s":null,"later_than_s":600.0,"never":false,"ci95":null})");
  EXPECT_EQ(reports::time_json({never, none, none}).at("never"), true);
}

}  // namespace
