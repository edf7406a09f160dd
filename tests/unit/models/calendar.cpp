#include <gtest/gtest.h>

#include <stdexcept>

#include "models/world/calendar.hpp"

namespace {

using models::Calendar;
using models::UtcSeconds;

const char* const dutch = "CET+1CEST+1,M3.5.0/2,M10.5.0/3";
constexpr UtcSeconds hour = 3600, day = 24 * hour;

TEST(Calendar, LocalTimesAreUtcPlusTheOffsetOfTheSeason) {
  const Calendar calendar(dutch);
  EXPECT_EQ(calendar.to_utc("2019-06-24T15:34"), 1561383240);  // 13:34 UTC
  EXPECT_EQ(calendar.to_utc("2019-01-01T00:00:30"), 1546297230);
  EXPECT_EQ(calendar.to_local(1561383240), "2019-06-24T15:34:00");
  EXPECT_EQ(calendar.to_local(1546297230), "2019-01-01T00:00:30");
}

TEST(Calendar, TheDayOfTheSpringChangeHas23HoursAndOneHourIsSkipped) {
  const Calendar calendar(dutch);
  const auto midnight = calendar.to_utc("2023-03-26T00:00"),
             next = calendar.to_utc("2023-03-27T00:00");
  ASSERT_TRUE(midnight && next);
  EXPECT_EQ(*next - *midnight, 23 * hour);
  EXPECT_FALSE(calendar.to_utc("2023-03-26T02:00"));
  EXPECT_FALSE(calendar.to_utc("2023-03-26T02:59:59"));
  EXPECT_EQ(calendar.to_utc("2023-03-26T01:59:59"), *midnight + 2 * hour - 1);
  EXPECT_EQ(calendar.to_utc("2023-03-26T03:00"), *midnight + 2 * hour);
  EXPECT_EQ(calendar.to_local(*midnight + 2 * hour), "2023-03-26T03:00:00");
}

TEST(Calendar, TheDayOfTheAutumnChangeHas25HoursAndOneHourComesTwice) {
  const Calendar calendar(dutch);
  const auto midnight = calendar.to_utc("2023-10-29T00:00"),
             next = calendar.to_utc("2023-10-30T00:00");
  ASSERT_TRUE(midnight && next);
  EXPECT_EQ(*next - *midnight, 25 * hour);
  EXPECT_EQ(calendar.to_utc("2023-10-29T02:30"), *midnight + 2 * hour + 1800) << "the summer one";
  EXPECT_EQ(calendar.to_local(*midnight + 2 * hour + 1800), "2023-10-29T02:30:00");
  EXPECT_EQ(calendar.to_local(*midnight + 3 * hour + 1800), "2023-10-29T02:30:00");
  EXPECT_EQ(calendar.to_utc("2023-10-29T03:00"), *midnight + 4 * hour);
}

TEST(Calendar, RoundTripsEveryHourOfTwoYears) {
  const Calendar calendar(dutch);
  const UtcSeconds begin = *calendar.to_utc("2023-01-01T00:00");
  int twice = 0;
  for (UtcSeconds t = begin; t < begin + 731 * day; t += hour) {
    const auto back = calendar.to_utc(calendar.to_local(t));
    ASSERT_TRUE(back) << calendar.to_local(t);
    if (*back != t) {
      EXPECT_EQ(*back, t - hour) << "the second of a doubled hour gives the first";
      ++twice;
    }
  }
  EXPECT_EQ(twice, 2) << "one doubled hour a year";
}

TEST(Calendar, SecondOfWeekFollowsTheWallClock) {
  const Calendar calendar(dutch);
  const auto at = [&](const char* local) {
    return calendar.second_of_week(*calendar.to_utc(local));
  };
  EXPECT_EQ(at("2023-11-13T00:00"), 0) << "a Monday";
  EXPECT_EQ(at("2023-11-12T23:59:59"), 7 * day - 1);
  EXPECT_EQ(at("2023-03-26T03:00"), 6 * day + 3 * hour) << "the wall clock, not hours gone by";
  EXPECT_EQ(at("1971-01-04T00:00"), 0);
}

TEST(Calendar, CivilHasDateAndWeekday) {
  const Calendar calendar(dutch);
  const auto civil = calendar.civil(*calendar.to_utc("2024-02-29T23:59:58"));
  EXPECT_EQ(civil.year, 2024);
  EXPECT_EQ(civil.month, 2);
  EXPECT_EQ(civil.day, 29);
  EXPECT_EQ(civil.second_of_day, 86398);
  EXPECT_EQ(civil.weekday, 3) << "a Thursday";
}

TEST(Calendar, OtherZonesWork) {
  EXPECT_EQ(Calendar("UTC+0").to_utc("1971-01-01T00:00"), 365 * day);
  EXPECT_EQ(Calendar("EST-5EDT+1,M3.2.0/2,M11.1.0/2").to_utc("2023-07-04T12:00"), 1688486400);
  const Calendar sydney("AEST+10AEDT+1,M10.1.0/2,M4.1.0/3");  // summer over New Year
  EXPECT_EQ(sydney.to_local(1672531200), "2023-01-01T11:00:00");
  EXPECT_EQ(sydney.to_local(1688169600), "2023-07-01T10:00:00");
}

TEST(Calendar, MalformedTimesAndZonesAreRefused) {
  const Calendar calendar(dutch);
  for (const char* text : {"", "2023", "2023-02-29T00:00", "2023-13-01T00:00", "2023-01-01 00:00",
                           "2023-01-01T24:00", "2023-01-01T00:60", "2023-01-01T00:00:60",
                           "2023-01-01T00:00Z", "0000-01-01T00:00", "9999-01-01T00:00"})
    EXPECT_FALSE(calendar.to_utc(text)) << text;
  for (const char* zone : {"", "CET", "Europe/Amsterdam", "CET+1CEST", "CET+1CEST,M3.5.0",
                           "CET+1CEST+1,M13.5.0/2,M10.5.0/3", "CET+1CEST+1,M3.6.0/2,M10.5.0/3"})
    EXPECT_THROW(Calendar{zone}, std::invalid_argument) << zone;
}

TEST(Calendar, CopiesAreTheSame) {
  const Calendar calendar(dutch);
  Calendar copy("UTC+0");
  copy = calendar;
  EXPECT_EQ(copy.to_utc("2019-06-24T15:34"), calendar.to_utc("2019-06-24T15:34"));
}

}  // namespace
