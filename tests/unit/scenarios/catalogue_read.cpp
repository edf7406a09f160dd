#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "scenarios/threats/aimed_threat.hpp"
#include "tests/unit/scenarios/shipped.hpp"

namespace {

using scenarios::Catalogue;
using scenarios_test::dutch_world;
using scenarios_test::shipped_threats;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A catalogue with one threat whose lines can be replaced.
class OneThreat {
public:
  OneThreat(const std::string& from, const std::string& to) {
    std::string text = R"(catalogue: {version: "1", status: concept}
threats:
  XX-01:
    name: {nl: "Proef", en: "Trial"}
    origin: [accidental]
    cia: [A]
    voorzieningen: [gms]
    scope: site
    onset: instant
    measures: {possible: [{what: "a pump", works_at: site}]}
    detection: "5 min"
    duration: {lognormal: {median: "2 h", p95: "8 h"}}
    likelihood: {class: 4, basis: expert}
    target: rotterdam
    effects:
      - {down: {components: ["gms_workplace@$target"]}}
)";
    const auto at = text.find(from);
    text.replace(at, from.size(), to);
    std::ofstream(file_) << text;
  }
  ~OneThreat() { std::filesystem::remove(file_); }

  Catalogue read() const { return scenarios::read_catalogue(file_); }
  scenarios::ScenarioInWorld aimed() const {
    const Catalogue catalogue = read();
    return scenarios::read_scenario(
        scenarios::aim(catalogue, catalogue.threats.at(0), {}, dutch_world));
  }

private:
  std::filesystem::path file_ =
      std::filesystem::temp_directory_path() / ("catalogue_" + std::to_string(getpid()) + ".yaml");
};

/// "line:column: message" of the only problem.
template <class Read>
std::string problem_of(Read read) {
  try {
    read();
  } catch (const models::InvalidInput& invalid) {
    EXPECT_THAT(invalid.problems(), SizeIs(1));
    const auto& first = invalid.problems().front();
    return std::to_string(first.mark.line) + ":" + std::to_string(first.mark.column) + ": " +
           first.message;
  }
  return "no problem";
}

std::string wrong(const std::string& from, const std::string& to) {
  const OneThreat threat(from, to);
  return problem_of([&] { threat.aimed(); });
}

std::vector<std::string> warnings(const std::string& from, const std::string& to) {
  std::vector<std::string> out;
  for (const auto& warning : OneThreat(from, to).read().warnings)
    out.push_back(std::to_string(warning.mark.line) + " " + warning.name);
  return out;
}

TEST(Catalogue, ShipsFortyTwoThreatsWithBothNamesAndReferences) {
  const Catalogue catalogue = scenarios::read_catalogue(shipped_threats);
  EXPECT_GE(catalogue.threats.size(), 42U);
  for (const auto& threat : catalogue.threats) {
    EXPECT_FALSE(threat.name_nl.empty() || threat.name_en.empty()) << threat.id;
    for (const char* standard : {"iso", "bsi", "monarc", "enisa", "mapgood"})
      EXPECT_TRUE(threat.references.contains(standard)) << threat.id << ' ' << standard;
    const bool deliberate = std::count(threat.origin.begin(), threat.origin.end(), "deliberate");
    EXPECT_EQ(deliberate, !threat.actors.empty()) << threat.id;
    EXPECT_EQ(threat.likelihood.basis == "analyst", !threat.likelihood.frequency_class)
        << threat.id << ": only the analyst's class may be open";
  }
}

TEST(Catalogue, CountsWhatNobodyKnows) {
  const Catalogue catalogue = scenarios::read_catalogue(shipped_threats);
  const auto unknown = catalogue.threat("dr-34").unknown();
  EXPECT_THAT(unknown, ElementsAre("measures.existing", "duration.basis", "recovery_tail",
                                   "likelihood.class", "incidents"));
}

TEST(Catalogue, TheTrialThreatIsRight) {
  const OneThreat threat("", "");
  EXPECT_THAT(threat.read().warnings, IsEmpty());
  EXPECT_EQ(problem_of([&] { threat.aimed(); }), "no problem");
}

TEST(Catalogue, BadEntriesAreErrorsAtTheirPlace) {
  EXPECT_THAT(wrong("p95: \"8 h\"", "p95: \"1 h\""), HasSubstr("12:27: lognormal needs a median"));
  EXPECT_THAT(wrong("down: {components: [\"gms_workplace@$target\"]}",
                    "staffing: {at: $target, factor: 1.2}"),
              HasSubstr("must leave a capacity of at most 1, found 1.2"));
  EXPECT_THAT(wrong("gms_workplace@", "gms_workplaats@"),
              HasSubstr("16:30: components 1 must name a component"));
  EXPECT_THAT(wrong("rotterdam", "roterdam"), HasSubstr("did you mean rotterdam?"));
  EXPECT_THAT(wrong("class: 4, basis: expert", "class: 4, rate: 3, basis: expert"),
              HasSubstr("13:34: rate must lie in class 4, 0.1 to 1 a year, found 3 a year"));
  EXPECT_THAT(wrong("class: 4, basis: expert", "class: 5, rate: 1, basis: expert"),
              HasSubstr("13:34: rate must lie in class 5, more than 1 a year, found 1 a year"));
  EXPECT_THAT(wrong("$target", "$tarqet"), HasSubstr("16:30: $tarqet is not known"));
  EXPECT_THAT(wrong("origin: [accidental]", "origin: [accidental]\n    actors: [state]"),
              HasSubstr("6:13: actors belong to a deliberate threat only"));
}

TEST(Catalogue, OddEntriesAreNamedWarnings) {
  EXPECT_THAT(warnings("detection: \"5 min\"", "detection: \"5 h\""),
              ElementsAre("3 repair-before-detection"));
  EXPECT_THAT(warnings("scope: site", "scope: national"),
              ElementsAre("10 site-measure-on-national-threat"));
  EXPECT_THAT(warnings("class: 4", "class: 5"), ElementsAre("3 class-without-rate"));
}

TEST(Catalogue, EveryShippedThreatCanBeAimedAtItsTarget) {
  const Catalogue catalogue = scenarios::read_catalogue(shipped_threats);
  for (const auto& threat : catalogue.threats)
    EXPECT_NO_THROW({
      const auto study =
          scenarios::read_scenario(scenarios::aim(catalogue, threat, {}, dutch_world));
      for (std::uint64_t replication = 0; replication < 20; ++replication)
        EXPECT_FALSE(study.scenario_of({3, replication}).threats.at(0).effects.empty());
    }) << threat.id;
}

}  // namespace
