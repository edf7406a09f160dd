#include "models/text/problems.hpp"

#include <gtest/gtest.h>

namespace {

using namespace models;

TEST(Problems, AreWrittenWithTheirPlace) {
  EXPECT_EQ(to_string(models::Problem{{"a.yaml", 41, 17}, "desks must be in [1, 200], found 0"}),
            "a.yaml:41:17: desks must be in [1, 200], found 0");
  EXPECT_EQ(to_string(models::Problem{{"--set", 0, 0}, "is wrong"}), "--set: is wrong");
  EXPECT_EQ(to_string(models::Problem{{"a\nb: is well.yaml", 0, 0}, "is wrong"}),
            "a\\u000ab: is well.yaml: is wrong");
}

TEST(Problems, AreThrownTogetherSortedAndOnce) {
  Problems problems;
  problems.throw_if_any();
  problems.add({"b.yaml", 1, 1}, "third");
  problems.add({"a.yaml", 9, 2}, "second");
  problems.add({"a.yaml", 9, 1}, "first");
  problems.add({"a.yaml", 9, 2}, "second");
  try {
    problems.throw_if_any();
    FAIL() << "nothing was thrown";
  } catch (const InvalidInput& e) {
    ASSERT_EQ(e.problems().size(), 3u);
    EXPECT_STREQ(e.what(), "a.yaml:9:1: first\na.yaml:9:2: second\nb.yaml:1:1: third");
  }
}

TEST(Problems, OneAloneIsRefusedAtOnce) {
  try {
    refuse({"a.yaml", 9, 1}, "is wrong");
    FAIL() << "nothing was thrown";
  } catch (const InvalidInput& e) {
    EXPECT_STREQ(e.what(), "a.yaml:9:1: is wrong");
    EXPECT_EQ(e.problems().size(), 1u);
  }
}

TEST(Nearest, FindsTypos) {
  const std::vector<std::string> words = {"rotterdam", "den_haag", "name", "desks", "n"};
  EXPECT_EQ(nearest("roterdam", words), "rotterdam");
  EXPECT_EQ(nearest("rottredam", words), "rotterdam");
  EXPECT_EQ(nearest("den-haag", words), "den_haag");
  EXPECT_EQ(nearest("nmae", words), "name") << "a swap is one edit";
  EXPECT_EQ(nearest("desk", words), "desks");
}

TEST(Nearest, DoesNotGuessWildly) {
  const std::vector<std::string> words = {"rotterdam", "name", "n"};
  EXPECT_EQ(nearest("limburg", words), "");
  EXPECT_EQ(nearest("k", words), "");
  EXPECT_EQ(nearest("", words), "");
  EXPECT_EQ(nearest(std::string(1000, 'r'), words), "");
  EXPECT_EQ(nearest("name", {}), "");
}

}  // namespace
