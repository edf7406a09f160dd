#include "models/text/units.hpp"

#include <gtest/gtest.h>

namespace {

using namespace models;

Node scalar(const std::string& text, bool quoted) {
  Node node;
  node.type = Node::Type::scalar;
  node.text = text;
  node.quoted = quoted;
  return node;
}

double value(const std::string& text, const Dimension& dimension, bool quoted = true) {
  const Quantity quantity = read_quantity(scalar(text, quoted), dimension);
  EXPECT_EQ(quantity.error, "") << text;
  return quantity.value;
}

bool refused(const std::string& text, const Dimension& dimension, bool quoted = false) {
  return !read_quantity(scalar(text, quoted), dimension).error.empty();
}

TEST(Units, TimesAreSeconds) {
  EXPECT_DOUBLE_EQ(value("15 min", time_dimension), 900);
  EXPECT_DOUBLE_EQ(value("3.5 h", time_dimension), 12600);
  EXPECT_DOUBLE_EQ(value("250 ms", time_dimension), 0.25);
  EXPECT_DOUBLE_EQ(value("2 d", time_dimension), 172800);
  EXPECT_DOUBLE_EQ(value("1 week", time_dimension), 604800);
  EXPECT_DOUBLE_EQ(value("1 year", time_dimension), 365 * 86400.0);
  EXPECT_DOUBLE_EQ(value("90s", time_dimension), 90);
  EXPECT_DOUBLE_EQ(value("15 min", time_dimension, false), 900) << "quotes do not matter";
}

TEST(Units, RatesArePerSecond) {
  EXPECT_DOUBLE_EQ(value("86400 calls/day", rate_dimension), 1);
  EXPECT_DOUBLE_EQ(value("3.7e6 calls/year", rate_dimension), 3.7e6 / (365 * 86400.0));
  EXPECT_DOUBLE_EQ(value("60 jobs/min", rate_dimension), 1);
  EXPECT_DOUBLE_EQ(value("7 calls/week", rate_dimension), 1.0 / 86400);
}

TEST(Units, BandwidthsAreBytesPerSecond) {
  EXPECT_DOUBLE_EQ(value("1 Gbit/s", bandwidth_dimension), 125e6);
  EXPECT_DOUBLE_EQ(value("8 bit/s", bandwidth_dimension), 1);
  EXPECT_DOUBLE_EQ(value("64 kbit/s", bandwidth_dimension), 8000);
}

TEST(Units, SharesAreNumbersOrPercent) {
  EXPECT_DOUBLE_EQ(value("0.4", share_dimension, false), 0.4);
  EXPECT_DOUBLE_EQ(value(".97", share_dimension, false), 0.97);
  EXPECT_DOUBLE_EQ(value("40 %", share_dimension), 0.4);
  EXPECT_DOUBLE_EQ(value("40%", share_dimension), 0.4);
}

TEST(Units, WhatHasAUnitNeedsIt) {
  for (const char* text : {"15", "15 mins", "15 Min", "15  min", "min", "", " 15 min", "15 min ",
                           "15 calls/day", "1,5 h", "15 % min"})
    EXPECT_TRUE(refused(text, time_dimension)) << text;
  EXPECT_TRUE(refused("10 calls", rate_dimension));
  EXPECT_TRUE(refused("1 GBit/s", bandwidth_dimension));
}

TEST(Units, NumbersAreDecimalOnly) {
  for (const char* text :
       {"010", "0x10", "0o10", "1_000", ".inf", "inf",   "nan", ".nan", "+1",  "1.", ".",
        "-",   "1e",   "1e+",  "--1",   "1 ",   "1e999", "1d0", "0b1",  "1,5", "٣"})
    EXPECT_TRUE(refused(text, factor_dimension)) << text;
  EXPECT_EQ(decimal("0"), 0);
  EXPECT_EQ(decimal("-0.5"), -0.5);
  EXPECT_EQ(decimal("1e-3"), 1e-3);
  EXPECT_EQ(decimal("2E+3"), 2000);
}

TEST(Units, APlainNumberInQuotesIsText) {
  EXPECT_TRUE(refused("5", count_dimension, true));
  EXPECT_TRUE(refused("0.4", share_dimension, true));
}

TEST(Units, CountsAreWhole) {
  EXPECT_EQ(value("12", count_dimension, false), 12);
  for (const char* text : {"12.0", "1e2", "1.5", "00", "12 %"})
    EXPECT_TRUE(refused(text, count_dimension)) << text;
}

TEST(Units, AUnitNearlyRightIsSuggested) {
  const Quantity quantity = read_quantity(scalar("5 mni", true), time_dimension);
  EXPECT_NE(quantity.error.find("did you mean min?"), std::string::npos) << quantity.error;
}

}  // namespace
