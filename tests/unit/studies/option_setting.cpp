#include "studies/option_setting.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

#include "models/text/problems.hpp"

namespace {

using studies::option_setting;

std::string value_of(const std::string& text, const std::vector<std::string>& moments = {"onset"}) {
  return option_setting(text, moments).value;
}

TEST(OptionSetting, IsWhatTheFileWouldSay) {
  EXPECT_EQ(option_setting("wait=", {"onset"}).address, "branches.wait");
  EXPECT_EQ(value_of("wait="), "{}");
  EXPECT_EQ(value_of("plan=pairs"), R"({"set": {"takeover.plan": "pairs"}, "at": ["onset"]})");
  EXPECT_EQ(value_of("both=set:a.b=3;c.d={e: 2 h}", {"onset", "detect + 1 min"}),
            R"({"set": {"a.b": 3, "c.d": {"e": 2 h}}, "at": ["onset", "detect + 1 min"]})");
  EXPECT_EQ(value_of("publish=effects:{open_channel: {channel: x}}"),
            R"({"effects": [{"open_channel": {"channel": x}}], "at": ["onset"]})");
  EXPECT_EQ(value_of("two=effects:[{a: 1}, {b: 2}]"),
            R"({"effects": [{"a": 1}, {"b": 2}], "at": ["onset"]})");
}

TEST(OptionSetting, OfNoFormIsRefused) {
  for (const char* const text : {"wait", "=pairs", "A b=pairs", "x=set:", "x=set:a.b", "x=set:=3"})
    EXPECT_THROW(option_setting(text, {}), std::invalid_argument) << text;
  EXPECT_THROW(option_setting("x=effects:[{", {}), models::InvalidInput);
}

std::string refusal_of(const std::vector<std::string>& options) {
  studies::AskedBranch asked;
  asked.options = options;
  try {
    studies::option_settings(asked);
  } catch (const models::InvalidInput& refused) {
    return refused.what();
  }
  return "";
}

TEST(OptionSetting, TwoOfOneNameAndMoreThanAnybodyComparesAreRefused) {
  EXPECT_EQ(refusal_of({"a=pairs", "b=pairs"}), "");
  EXPECT_THAT(refusal_of({"a=pairs", "b=pairs", "a=ring"}),
              testing::HasSubstr("a name of its own"));
  std::vector<std::string> many;
  for (std::size_t i = 0; i <= studies::most_options; ++i)
    many.push_back("o" + std::to_string(i) + "=pairs");
  EXPECT_THAT(refusal_of(many), testing::HasSubstr("at most 100 times, found 101"));
}

}  // namespace
