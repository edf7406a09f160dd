/// `uitwijk explain`: one word, and everything about it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string explained(const std::string& word) {
  const Ended ended = uitwijk("explain " + word + " --lang en");
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  return ended.out;
}

TEST(CliExplain, TellsWhatSetTakesThoughItIsNoSingleNumber) {
  const auto found = json_of("explain --json takeover.switch").at("found").at(0);
  EXPECT_EQ(found.at("is"), "group");
  EXPECT_THAT(found.at("meaning").get<std::string>(), HasSubstr("until the partner answers"));
  EXPECT_THAT(found.at("takes").get<std::string>(), HasSubstr("fails_untrained"));
  EXPECT_FALSE(found.at("used").empty()) << "a measure sets a part of it";
}

TEST(CliExplain, FindsAnAddressOfAnotherWorld) {
  const auto found = json_of("explain --json demand.calls " + std::string("'") +
                             world_file("cli_tiny/world") + "'")
                         .at("found")
                         .at(0);
  EXPECT_EQ(found.at("is"), "address");
  EXPECT_EQ(found.at("detail").at("value"), "60 calls/h");
  EXPECT_EQ(found.at("detail").at("kind"), "measured");
  EXPECT_EQ(found.at("page"), "docs/formats/world.md");
  EXPECT_THAT(found.at("meaning").get<std::string>(), HasSubstr("annual mean"));
}

TEST(CliExplain, TellsAnEffectWithItsKeysAndWhoHasIt) {
  const auto found = json_of("explain --json surge").at("found").at(0);
  EXPECT_EQ(found.at("is"), "effect");
  EXPECT_THAT(found.at("takes").get<std::string>(),
              AllOf(HasSubstr("extra_rate"), HasSubstr("decay")));
  EXPECT_FALSE(found.at("used").empty());
}

TEST(CliExplain, TellsAThreatAndAMeasureAsDescribeDoes) {
  const auto threat = json_of("explain --json dr-07").at("found").at(0);
  EXPECT_EQ(threat.at("word"), "DR-07");
  EXPECT_EQ(threat.at("detail"), json_of("describe --json --threats DR-07").at("threats").at(0));
  EXPECT_FALSE(threat.at("used").empty()) << "measures lower it";
  const auto measure = json_of("explain --json national_pooling").at("found").at(0);
  EXPECT_EQ(measure.at("detail"),
            json_of("describe --json --measures national_pooling").at("measures").at(0));
}

TEST(CliExplain, TellsAClassAsTheCriteriaBoundIt) {
  const auto bounds = json_of("explain --json I3").at("found").at(0).at("detail").at("bounds");
  EXPECT_EQ(bounds.at(0).at("of"), "lost_callers, callers");
  EXPECT_EQ(bounds.at(0).at("above"), 10);
  EXPECT_EQ(bounds.at(0).at("up_to"), 100);
  EXPECT_TRUE(json_of("explain --json K1")
                  .at("found")
                  .at(0)
                  .at("detail")
                  .at("bounds")
                  .at(0)
                  .at("above")
                  .is_null());
}

TEST(CliExplain, TellsExitCodesOutcomesAndWordsOfTheGlossary) {
  EXPECT_THAT(explained("4"), HasSubstr("the precision that was asked for was not reached"));
  EXPECT_THAT(explained("lost_callers"), HasSubstr("a measure of a result"));
  EXPECT_THAT(explained("mandaat"), HasSubstr("up to which level"));
  EXPECT_THAT(explained("patience"), AllOf(HasSubstr("before hanging up"), HasSubstr("lognormal")));
  EXPECT_THAT(explained("rotterdam"), HasSubstr("a part of the world"));
}

TEST(CliExplain, SaysItInDutch) {
  const Ended ended = uitwijk("explain surge --lang nl");
  EXPECT_THAT(ended.out, AllOf(HasSubstr("wat een effect doet"), HasSubstr("gebruikt door")));
}

TEST(CliExplain, SuggestsWhatWasMeant) {
  const Ended ended = uitwijk("explain patiense");
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr("did you mean patience?"));
}

}  // namespace
}  // namespace simulation
