#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "analysis/measures/measure.hpp"
#include "scenarios/measures/measure_package.hpp"
#include "scenarios/measures/try_measures.hpp"
#include "tests/unit/scenarios/shipped.hpp"

namespace {

using scenarios::MeasureList;
using scenarios::Package;
using scenarios_test::dutch_world;
using scenarios_test::shipped_measures;
using scenarios_test::shipped_threats;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::SizeIs;

/// A list of three whose text can be changed.
class ThreeMeasures {
public:
  ThreeMeasures(const std::string& from = "", const std::string& to = "") {
    std::string text = R"(list: {version: "1", status: concept}
measures:
  pump:
    name: {nl: "Pomp", en: "Pump"}
    owner: "LMS"
    status: existing
    cost: low
    works_at: site
    source: "made up"
    kind: assumed
    touches: [{threat: DR-20, lowers: lost_callers}]
    without: {components.emergency_power.standby.start_fails: 1}
  drill:
    name: {nl: "Oefening", en: "Drill"}
    owner: "LMS"
    status: planned
    cost: low
    works_at: chain
    source: "made up"
    kind: assumed
    touches: [{threat: DR-20, target: rotterdam, lowers: lost_callers}]
    set: {takeover.switch.fails_trained: 0.05, threats.DR-20.duration: "1 h"}
  robot:
    name: {nl: "Robot", en: "Robot"}
    owner: "LMS"
    status: possible
    cost: high
    works_at: chain
    source: "made up"
    kind: estimated
    references: {iso27002: "5.30"}
    touches: [{threat: DR-01, lowers: lost_callers}]
    set: {takeover.decide: "10 s"}
)";
    if (!from.empty())
      text.replace(text.find(from), from.size(), to);
    std::ofstream(file_) << text;
  }
  ~ThreeMeasures() { std::filesystem::remove(file_); }

  MeasureList read() const {
    return scenarios::read_measures(file_, {"lost_callers", "recover_s"});
  }

private:
  std::filesystem::path file_ =
      std::filesystem::temp_directory_path() / ("measures_" + std::to_string(getpid()) + ".yaml");
};

/// "line:column: message" of each problem, without the file.
template <class Read>
std::vector<std::string> problems_of(Read read) {
  std::vector<std::string> out;
  try {
    read();
  } catch (const models::InvalidInput& invalid) {
    for (const auto& problem : invalid.problems())
      out.push_back(std::to_string(problem.mark.line) + ":" + std::to_string(problem.mark.column) +
                    ": " + problem.message);
  }
  return out;
}

std::vector<std::string> wrong_measures(const std::string& from, const std::string& to) {
  return problems_of([&] { ThreeMeasures(from, to).read(); });
}

std::vector<std::string> wrong_in_the_world(const std::string& from, const std::string& to) {
  return problems_of(
      [&] { scenarios::try_out(ThreeMeasures(from, to).read(), shipped_threats, dutch_world); });
}

std::vector<std::string> wrong_words(const std::string& words) {
  const MeasureList list = ThreeMeasures().read();
  return problems_of([&] { scenarios::resolve(list, words); });
}

Package package(const std::string& words) {
  return scenarios::resolve(ThreeMeasures().read(), words);
}

std::vector<std::string> addresses(const std::vector<models::Setting>& settings) {
  std::vector<std::string> out;
  for (const auto& setting : settings)
    out.push_back(setting.address);
  return out;
}

TEST(Measures, CurrentChangesNothing) {
  const Package current = package("current");
  EXPECT_THAT(current.world, IsEmpty());
  EXPECT_THAT(current.threats, IsEmpty());
  EXPECT_THAT(current.in_place, ElementsAre("pump"));
  EXPECT_EQ(scenarios::to_string(current), "current: pump");
}

TEST(Measures, PlannedAddsWhatIsPlannedOnly) {
  const Package planned = package("planned");
  EXPECT_THAT(planned.in_place, ElementsAre("pump", "drill"));
  EXPECT_THAT(addresses(planned.world), ElementsAre("takeover.switch.fails_trained"));
  EXPECT_THAT(addresses(planned.threats), ElementsAre("threats.DR-20.duration"));
  EXPECT_THAT(planned.taken_away, IsEmpty());
}

TEST(Measures, InherentTakesTheExistingOnesAwayAndSaysSo) {
  const Package inherent = package("inherent");
  EXPECT_THAT(inherent.taken_away, ElementsAre("pump"));
  EXPECT_THAT(addresses(inherent.world),
              ElementsAre("components.emergency_power.standby.start_fails"));
  EXPECT_EQ(scenarios::to_string(inherent), "inherent; hypothetical, without pump");
  EXPECT_EQ(package("inherent,pump").taken_away, std::vector<std::string>{});
}

TEST(Measures, OnePackageHasOneNameHoweverItIsAskedFor) {
  EXPECT_EQ(package("robot,drill").name, "drill,robot");
  EXPECT_EQ(package("drill, robot,current").name, "drill,robot");
  EXPECT_EQ(package("planned,without:drill").name, "planned,without:drill");
  EXPECT_EQ(package("without:pump").name, "without:pump");
  EXPECT_EQ(package("planned,drill").name, "planned");
}

TEST(Measures, ValuesKeepTheirSourceAndPlace) {
  const Package robot = package("robot");
  ASSERT_THAT(robot.world, SizeIs(1));
  EXPECT_THAT(robot.world[0].value, testing::AllOf(HasSubstr("made up"), HasSubstr("estimated")));
  EXPECT_EQ(robot.world[0].mark.line, 33);
  const auto model = models::read_world(dutch_world, robot.world);
  const auto decide =
      std::find_if(model.parameters.begin(), model.parameters.end(),
                   [](const auto& parameter) { return parameter.address == "takeover.decide"; });
  ASSERT_NE(decide, model.parameters.end());
  EXPECT_EQ(decide->value, "10 s");
  EXPECT_EQ(decide->kind, "estimated");
}

TEST(Measures, WordsThatNobodyKnowsAreProblems) {
  EXPECT_THAT(wrong_words("dril"), ElementsAre(HasSubstr("no measure or package dril, did you "
                                                         "mean drill?")));
  EXPECT_THAT(wrong_words("drill,,pumb"), SizeIs(2));
  EXPECT_THAT(wrong_words("planned,inherent"), ElementsAre(HasSubstr("two packages")));
  EXPECT_THAT(wrong_words("without:robot"), ElementsAre(HasSubstr("which is not in it")));
  EXPECT_THAT(wrong_words("planned,drill,without:drill"),
              ElementsAre(HasSubstr("which it takes too")));
}

TEST(Measures, TwoThatSetTheSameParameterAreNoPackage) {
  const ThreeMeasures same("takeover.decide: \"10 s\"", "takeover.switch: {trained: \"1 min\"}");
  const MeasureList list = same.read();
  EXPECT_THAT(problems_of([&] { scenarios::resolve(list, "drill,robot"); }),
              ElementsAre(HasSubstr("robot sets takeover.switch, and drill in line 22 sets "
                                    "takeover.switch.fails_trained: take one of the two")));
  EXPECT_THAT(problems_of([&] { scenarios::resolve(list, "robot"); }), IsEmpty());
}

TEST(Measures, MistakesAreSaidWithTheirPlace) {
  EXPECT_THAT(
      wrong_measures("lowers: lost_callers", "lowers: lost_caller"),
      ElementsAre(testing::AllOf(HasSubstr("11:"), HasSubstr("did you mean lost_callers"))));
  EXPECT_THAT(wrong_measures("status: existing", "status: there"),
              Contains(HasSubstr("6:13: status")));
  EXPECT_THAT(wrong_measures("cost: low", "cost: 12"), ElementsAre(HasSubstr("7:11: cost")));
  EXPECT_THAT(wrong_measures("owner: \"LMS\"", "owners: \"LMS\""), SizeIs(2));
  EXPECT_THAT(wrong_measures("    source: \"made up\"\n", ""),
              ElementsAre(HasSubstr("needs a source")));
  EXPECT_THAT(wrong_measures("    kind: assumed\n", ""), ElementsAre(HasSubstr("needs a kind")));
  EXPECT_THAT(wrong_measures("  pump:", "  planned:"), ElementsAre(HasSubstr("that is a package")));
  EXPECT_THAT(
      wrong_measures("status: planned", "status: existing"),
      IsSupersetOf({HasSubstr("14:5: without is missing"), HasSubstr("in the world already")}));
  EXPECT_THAT(wrong_measures("set: {takeover.decide: \"10 s\"}", "set: {}"),
              ElementsAre(HasSubstr("changes nothing")));
}

TEST(Measures, TheWorldAndTheCatalogueJudgeTheSettings) {
  EXPECT_THAT(wrong_in_the_world("", ""), IsEmpty());
  EXPECT_THAT(wrong_in_the_world("takeover.decide", "takeover.decides"),
              ElementsAre(HasSubstr("33:")));
  EXPECT_THAT(wrong_in_the_world("fails_trained: 0.05", "fails_trained: 5"),
              ElementsAre(HasSubstr("22:")));
  EXPECT_THAT(wrong_in_the_world("threats.DR-20.duration", "threats.DR-99.duration"),
              ElementsAre(HasSubstr("there is no threats.DR-99")));
  EXPECT_THAT(wrong_in_the_world("threat: DR-01", "threat: DR-1"),
              ElementsAre(HasSubstr("touches DR-1")));
  EXPECT_THAT(wrong_in_the_world("target: rotterdam", "target: roterdam"),
              ElementsAre(HasSubstr("did you mean rotterdam?")));
}

TEST(Measures, ASiteMeasureOnANationalThreatIsANamedWarning) {
  const ThreeMeasures national("threat: DR-20, lowers", "threat: DR-09, lowers");
  const auto warnings = scenarios::try_out(national.read(), shipped_threats, dutch_world);
  ASSERT_THAT(warnings, SizeIs(1));
  EXPECT_EQ(warnings[0].name, "site-measure-on-national-threat");
  EXPECT_EQ(warnings[0].mark.line, 11);
}

TEST(Measures, TheShippedOnesFitTheWorldAndTheCatalogue) {
  const MeasureList list = scenarios::read_measures(shipped_measures, analysis::outcomes());
  EXPECT_GE(list.measures.size(), 13U);
  EXPECT_THAT(scenarios::try_out(list, shipped_threats, dutch_world), IsEmpty());
  EXPECT_FALSE(scenarios::resolve(list, "planned").world.empty());
  EXPECT_FALSE(scenarios::resolve(list, "inherent").taken_away.empty());
  // All at once: no two of them set the same parameter.
  std::string all;
  for (const std::string& id : list.ids())
    all += (all.empty() ? "" : ",") + id;
  const Package everything = scenarios::resolve(list, all);
  EXPECT_NO_THROW(models::read_world(dutch_world, everything.world));
}

TEST(Measures, ASettingOfTheCatalogueIsJudgedByItsReader) {
  const models::Setting half{"threats.DR-20.duration.lognormal.median", "\"1 h\"", {"--set", 0, 0}};
  const auto read = scenarios::read_catalogue(shipped_threats, {half});
  EXPECT_NEAR(quantile(*read.threat("DR-20").duration_s, 0.5), 3600, 1);
  const models::Setting wrong_measures{
      "threats.DR-20.duration.lognormal.median", "\"1 calls/h\"", {"--set", 0, 0}};
  EXPECT_THAT(problems_of([&] { scenarios::read_catalogue(shipped_threats, {wrong_measures}); }),
              SizeIs(1));
}

TEST(Measures, OneThatIsAboutOtherThreatsOnlyIsIdle) {
  const std::string world = "takeover.switch.fails_trained: 0.05, ";
  const auto idle = [](const MeasureList& list, const std::vector<std::string>& threats) {
    std::vector<std::string> out;
    for (const models::Warning& warning :
         scenarios::idle_measures(list, scenarios::resolve(list, "drill"), threats))
      out.push_back(warning.message);
    return out;
  };
  const MeasureList threats_only = ThreeMeasures(world, "").read();
  EXPECT_THAT(idle(threats_only, {"DR-20"}), IsEmpty());
  EXPECT_THAT(idle(threats_only, {"DR-2"}),
              ElementsAre(HasSubstr("drill changes nothing of DR-2:")));
  EXPECT_THAT(idle(threats_only, {"DR-2", "DR-20"}), IsEmpty()) << "one of several at once";
  EXPECT_THAT(idle(threats_only, {}), ElementsAre(HasSubstr("nothing of a scenario file")));
  EXPECT_THAT(idle(ThreeMeasures().read(), {"DR-01"}), IsEmpty()) << "it changes the world too";
}

}  // namespace
