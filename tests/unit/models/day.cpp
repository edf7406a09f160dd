#include "models/world/day.hpp"

#include <gmock/gmock.h>

#include "models/text/sha256.hpp"

/// Days of the calendar, and fingerprints of texts.
namespace {

using models::days_between;
using models::parse_day;
using models::written;

TEST(Day, IsWrittenAsItWasRead) {
  for (const char* const text :
       {"2026-12-01", "2024-02-29", "1970-01-01", "0001-01-01", "9999-12-31", "2000-02-29"})
    EXPECT_EQ(written(parse_day(text).value()), text);
}

TEST(Day, ThatDoesNotExistIsNone) {
  for (const char* const text : {"2026-02-29", "1900-02-29", "2026-02-30", "2026-04-31",
                                 "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32"})
    EXPECT_FALSE(parse_day(text)) << text;
}

TEST(Day, HasOneForm) {
  for (const char* const text :
       {"", "2026", "2026-12", "2026-12-1", "2026-1-01", "26-12-01", "2026/12/01", "01-12-2026",
        "2026-12-01 ", " 2026-12-1", "2026-12-01T00:00", "+026-12-01", "-026-12-01", "2026-+1-01",
        "2026-12- 1", "abcd-ef-gh", "2026-12-0x"})
    EXPECT_FALSE(parse_day(text)) << text;
}

TEST(DaysBetween, CountsDaysAndNotMonths) {
  const auto days = [](const char* from, const char* until) {
    return days_between(*parse_day(from), *parse_day(until));
  };
  EXPECT_EQ(days("2026-12-01", "2026-12-01"), 0);
  EXPECT_EQ(days("2026-12-31", "2027-01-01"), 1);
  EXPECT_EQ(days("2024-02-28", "2024-03-01"), 2) << "a leap year";
  EXPECT_EQ(days("2026-02-28", "2026-03-01"), 1);
  EXPECT_EQ(days("2026-01-01", "2027-01-01"), 365);
  EXPECT_EQ(days("2027-01-01", "2026-01-01"), -365);
  EXPECT_EQ(days("1970-01-01", "2026-03-29"), 20541) << "no hour of summer time is lost";
}

TEST(Day, OfAFileIsAProblemWhenItIsNone) {
  models::Reading reading;
  models::Node node;
  node.type = models::Node::Type::scalar;
  node.text = "2026-12-01";
  EXPECT_EQ(models::read_day({node, "world.as_of", reading}), *parse_day("2026-12-01"));
  EXPECT_TRUE(reading.problems.empty());
  node.text = "soon";
  EXPECT_EQ(models::read_day({node, "world.as_of", reading}), *parse_day("1970-01-01"));
  ASSERT_FALSE(reading.problems.empty());
  EXPECT_THAT(reading.problems.all()[0].message,
              testing::HasSubstr("as_of must be a date such as 2026-12-01"));
}

/// FIPS 180-2, appendix B.
TEST(Sha256, IsThatOfTheStandard) {
  EXPECT_EQ(models::sha256_hex(""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(models::sha256_hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(models::sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(models::sha256_hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

}  // namespace
