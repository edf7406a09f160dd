#include "scenarios/threats/threat_parts.hpp"

#include <gmock/gmock.h>

/// Several threats at once, as `--threat` and campaigns name them.
namespace {

using scenarios::ThreatPart;
using testing::ElementsAre;
using testing::HasSubstr;

const scenarios::Catalogue& parts_catalogue() {
  static const scenarios::Catalogue read =
      scenarios::read_catalogue(SOURCE_DIR "/scenarios/threat_catalogue.yaml");
  return read;
}

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> out;
  for (const ThreatPart& part : scenarios::read_parts(text, {}))
    out.push_back(part.threat + "|" + part.target + "|" + part.after);
  return out;
}

std::string problem_of(const std::string& text) {
  try {
    scenarios::read_parts(text, {"--threat", 0, 0});
  } catch (const models::InvalidInput& invalid) {
    return models::to_string(invalid.problems().front());
  }
  return "no problem";
}

TEST(ThreatParts, HaveATargetAndAnOffsetWhereTheySaySo) {
  EXPECT_THAT(parts_of("DR-09"), ElementsAre("DR-09||"));
  EXPECT_THAT(parts_of("DR-09@amsterdam,DR-12+30min"),
              ElementsAre("DR-09|amsterdam|", "DR-12||30min"));
  EXPECT_THAT(parts_of("dr_09 + 2 h , DR-12@kpn_routing"),
              ElementsAre("dr_09||2 h", "DR-12|kpn_routing|"));
}

TEST(ThreatParts, TakeTheTargetsThatTargetTakes) {
  EXPECT_THAT(parts_of("DR-20@amsterdam,rotterdam,DR-09@acd@limburg+1 h"),
              ElementsAre("DR-20|amsterdam,rotterdam|", "DR-09|acd@limburg|1 h"));
  EXPECT_THAT(parts_of("DR-20@random:2+partner,DR-01@supplier:kpn"),
              ElementsAre("DR-20|random:2+partner|", "DR-01|supplier:kpn|"));
  EXPECT_THAT(parts_of("DR-01,DR-20@random:1+partner+90 s"),
              ElementsAre("DR-01||", "DR-20|random:1+partner|90 s"));
}

TEST(ThreatParts, AreRefusedWhenTheyCannotBeRead) {
  EXPECT_THAT(problem_of("DR-09@"), HasSubstr("must be threats such as DR-20@amsterdam,DR-09"));
  EXPECT_THAT(problem_of("@amsterdam"), HasSubstr("found \"@amsterdam\""));
  EXPECT_THAT(problem_of("DR-09,DR-12+30 calls"), HasSubstr("no time such as +30min"));
  EXPECT_THAT(problem_of("DR-09+1 h,DR-12+2 h"), HasSubstr("offsets are from the first onset"));
}

TEST(ThreatParts, ReadAgainAreTheSame) {
  for (const char* const text :
       {"DR-09", "DR-09@amsterdam,DR-12@random:1+30min", "DR-20@a,b,DR-09@acd@limburg+1 h"})
    EXPECT_EQ(scenarios::to_text(scenarios::read_parts(text, {})), text);
}

TEST(ThreatParts, TogetherAreACompositeWithoutALikelihood) {
  const auto both = scenarios::together(parts_catalogue(),
                                        {{"DR-09", "gms", ""}, {"DR-20", "rotterdam", "30min"}});
  EXPECT_EQ(both.id, "DR-09@gms,DR-20@rotterdam+30min");
  EXPECT_EQ(both.role, scenarios::Role::composite);
  EXPECT_EQ(both.target, "gms,rotterdam") << "both are aimed at a part of the nation";
  EXPECT_FALSE(both.likelihood.frequency_class);
  EXPECT_FALSE(both.likelihood.rate_per_s);
  for (const std::string& one : parts_catalogue().threat("DR-20").voorzieningen)
    EXPECT_THAT(both.voorzieningen, testing::Contains(one));
  const auto national =
      scenarios::together(parts_catalogue(), {{"DR-01", "", ""}, {"DR-20", "a", ""}});
  EXPECT_EQ(national.target, "") << "one of them hits the nation";
}

TEST(ThreatParts, OfThreatsThatTheCatalogueLacksAreRefused) {
  EXPECT_THROW(scenarios::together(parts_catalogue(), {{"DR-09", "", ""}, {"DR-99", "", ""}}),
               models::InvalidInput);
}

std::string one_form(const std::string& text) {
  return scenarios::to_text(scenarios::in_one_form(scenarios::parts_of_label(text)));
}

TEST(ThreatParts, ThatAskTheSameAreTheSameInOneForm) {
  EXPECT_EQ(one_form("DR-20@gms,dr_09+1800 s"), one_form("DR-09+30min,DR-20@gms"));
  EXPECT_EQ(one_form("DR-20,DR-09+0 min"), one_form("DR-09,DR-20"));
  EXPECT_NE(one_form("DR-20,DR-09+31 min"), one_form("DR-20,DR-09+30 min"));
  EXPECT_EQ(one_form("+,nothing@"), "+,NOTHING@") << "a label of a file may be anything";
}

TEST(ThreatParts, HaveTheTargetOfTheCatalogueWhereTheySayNone) {
  const auto text = [](const std::string& threats) {
    return scenarios::to_text(
        scenarios::with_targets(scenarios::parts_of_label(threats), parts_catalogue()));
  };
  EXPECT_EQ(text("DR-09"), "DR-09@" + parts_catalogue().threat("DR-09").target);
  EXPECT_EQ(text("DR-20@amsterdam,XX-99"), "DR-20@amsterdam,XX-99") << "gone from the catalogue";
}

}  // namespace
