#include "studies/provenance.hpp"

#include <gmock/gmock.h>

#include "analysis/impact/pooled_rows.hpp"
#include "analysis/impact/rubricering.hpp"
#include "models/text/sha256.hpp"
#include "results/version.hpp"

/// Where a study's numbers come from.
namespace {

using namespace studies;
using scenarios::CatalogueThreat;
using testing::HasSubstr;

CatalogueThreat threat() {
  CatalogueThreat out;
  out.id = "DR-07";
  out.name_nl = "Uitval";
  out.name_en = "Failure";
  out.origin = {"accidental", "environmental"};
  out.actors = {"nobody"};
  out.cia = {"A", "I"};
  out.voorzieningen = {"spoedvraag"};
  out.likelihood.basis = "incident";
  out.likelihood.frequency_class = 4;
  out.likelihood.rate_per_s = 2.0 / (365 * 86400.0);
  out.duration_basis = "expert";
  out.duration_cases = 9;
  out.incidents.resize(3);
  out.incidents[1].checked = true;
  return out;
}

scenarios::ScenarioInWorld study() {
  scenarios::ScenarioInWorld out;
  out.model.world.name = "Nederland";
  out.model.world.as_of = "2026-12-01";
  out.model.world.zone = "CET+1CEST+1,M3.5.0/2,M10.5.0/3";
  out.model.world.lost_after_s = 601;
  out.model.world.delayed_after_s = 61;
  out.model.world.norm_s = 11;
  out.scenario.id = "scenarios/a.yaml";
  out.scenario.name = "A";
  out.scenario.window.warm_up_s = 3600;
  out.scenario.window.end_s = 7200;
  out.scenario.window.drain_s = 600;
  out.scenario.inputs = {{"a.yaml", "text of a", "aa"}, {"b.yaml", "text of b", "bb"}};
  for (const char* const kind : {"assumed", "measured", "assumed", ""}) {
    models::Parameter parameter;
    parameter.kind = kind;
    out.model.parameters.push_back(parameter);
  }
  return out;
}

TEST(Labels, AreWhatTheCatalogueKnows) {
  const results::RowLabels labels = labels_of(threat());
  EXPECT_EQ(labels.threat, "DR-07");
  EXPECT_EQ(labels.threat_nl, "Uitval");
  EXPECT_EQ(labels.threat_en, "Failure");
  EXPECT_EQ(labels.role, "event");
  EXPECT_EQ(labels.origin, "accidental, environmental");
  EXPECT_EQ(labels.actors, "nobody");
  EXPECT_EQ(labels.cia, "A, I");
  EXPECT_EQ(labels.voorzieningen, "spoedvraag");
  EXPECT_EQ(labels.likelihood_class, 4u);
  EXPECT_DOUBLE_EQ(labels.likelihood_rate_per_y, 2) << "a year of 365 days";
  EXPECT_EQ(labels.likelihood_basis, "incident");
  EXPECT_EQ(labels.duration_basis, "expert");
  EXPECT_EQ(labels.duration_cases, 9u);
  EXPECT_EQ(labels.incidents, 3u);
  EXPECT_EQ(labels.incidents_checked, 1u);
}

TEST(Labels, SayNothingOfHowTheThreatIsAimed) {
  const results::RowLabels labels = labels_of(threat());
  for (const std::string& text : {labels.target, labels.package, labels.plan, labels.onset_rule,
                                  labels.duration, labels.varied})
    EXPECT_EQ(text, "");
  EXPECT_EQ(labels.draw, 0u);
  EXPECT_EQ(labels.target_share, 0);
}

TEST(Labels, WhatNobodyHasSaidIsZero) {
  CatalogueThreat silent = threat();
  silent.likelihood.frequency_class.reset();
  silent.likelihood.rate_per_s.reset();
  silent.incidents.clear();
  const results::RowLabels labels = labels_of(silent);
  EXPECT_EQ(labels.likelihood_class, 0u);
  EXPECT_EQ(labels.likelihood_rate_per_y, 0);
  EXPECT_EQ(labels.incidents, 0u);
}

TEST(Rubricering, OfAStudyIsTheHighestOfScenarioAndWorld) {
  scenarios::ScenarioInWorld input = study();
  EXPECT_EQ(rubricering_of(input), analysis::no_rubricering);
  input.model.world.rubricering = "Openbare bronnen";
  EXPECT_EQ(rubricering_of(input), "Openbare bronnen") << "a scenario of its own adds nothing";
  input.scenario.rubricering = "Vertrouwelijk";
  EXPECT_THAT(rubricering_of(input), HasSubstr("Vertrouwelijk"));
  input.model.world.rubricering = "";
  EXPECT_EQ(rubricering_of(input), "Vertrouwelijk");
}

Asked three_of_a() {
  Asked out;
  out.scenario = "a.yaml";
  out.replications = 3;
  out.seed = 7;
  return out;
}

TEST(Provenance, NamesProgramCommandAndSeed) {
  const auto out = provenance_of(study(), three_of_a());
  EXPECT_EQ(out.command, "uitwijk run a.yaml -n 3 --seed 7");
  EXPECT_EQ(out.seed, 7u);
  EXPECT_EQ(out.replications_asked, 3u);
  EXPECT_EQ(out.version, results::version());
  EXPECT_EQ(out.commit, results::commit());
  EXPECT_EQ(out.library_versions, results::library_versions());
  EXPECT_TRUE(out.library_versions.contains("simgrid"));
}

TEST(Provenance, NamesScenarioAndWorld) {
  const auto out = provenance_of(study(), Asked{});
  EXPECT_EQ(out.scenario, "scenarios/a.yaml");
  EXPECT_EQ(out.scenario_name, "A");
  EXPECT_EQ(out.world_name, "Nederland");
  EXPECT_EQ(out.world_as_of, "2026-12-01");
  EXPECT_EQ(out.zone, "CET+1CEST+1,M3.5.0/2,M10.5.0/3");
  EXPECT_EQ(out.lost_after_s, 601);
  EXPECT_EQ(out.delayed_after_s, 61);
  EXPECT_EQ(out.norm_s, 11);
}

TEST(Provenance, KeepsTheWindow) {
  scenarios::ScenarioInWorld input = study();
  input.scenario.window.start =
      models::Calendar(input.model.world.zone).to_utc("2026-07-01T14:00:00").value();
  const auto out = provenance_of(input, Asked{});
  EXPECT_EQ(out.start_local, "2026-07-01T14:00:00") << "local time, in summer too";
  EXPECT_EQ(out.warm_up_s, 3600);
  EXPECT_EQ(out.end_s, 7200);
  EXPECT_EQ(out.drain_s, 600);
}

/// A number of an effect is one too, and one of which nobody says where it comes from is assumed.
TEST(Provenance, CountsParametersAndThoseAssumed) {
  scenarios::ScenarioInWorld input = study();
  EXPECT_EQ(provenance_of(input, Asked{}).parameters, 4u);
  EXPECT_EQ(provenance_of(input, Asked{}).parameters_assumed, 3u);
  input.own_parameters.resize(2);
  input.own_parameters.back().kind = "reported";
  EXPECT_EQ(provenance_of(input, Asked{}).parameters, 6u);
  EXPECT_EQ(provenance_of(input, Asked{}).parameters_assumed, 4u);
}

TEST(Provenance, KeepsTheFilesThatWereRead) {
  const auto out = provenance_of(study(), Asked{});
  ASSERT_EQ(out.inputs.size(), 2u);
  EXPECT_EQ(out.inputs[1].path, "b.yaml");
  EXPECT_EQ(out.inputs[1].text, "text of b");
  EXPECT_EQ(out.inputs[1].sha256, "bb");
}

TEST(Provenance, OfAScenarioHasNoThreatInItsRow) {
  const auto out = provenance_of(study(), Asked{});
  EXPECT_EQ(out.row.threat, "");
  EXPECT_EQ(out.row.onset_rule, "");
  EXPECT_EQ(out.row.package, "current");
}

TEST(Provenance, OfAThreatSaysHowItWasAimed) {
  scenarios::ScenarioInWorld input = study();
  input.aimed = scenarios::AimedThreat{threat(), "rotterdam", "", "4 h"};
  input.package = "planned";
  auto out = provenance_of(input, Asked{});
  EXPECT_EQ(out.row.threat, "DR-07");
  EXPECT_EQ(out.row.target, "rotterdam");
  EXPECT_EQ(out.row.duration, "4 h");
  EXPECT_EQ(out.row.onset_rule, "any_hour") << "nobody said when";
  EXPECT_EQ(out.row.package, "planned");
  EXPECT_EQ(out.row.target_share, 0) << "nobody can say which part of the nation's falls there";
  input.aimed->onset = "2026-12-01T14:00";
  out = provenance_of(input, Asked{});
  EXPECT_EQ(out.row.onset_rule, "2026-12-01T14:00");
}

/// Also of a saved file, in which nothing was aimed.
TEST(Provenance, OverABackgroundNamesItAndWhenItStrikes) {
  scenarios::ScenarioInWorld input = study();
  input.background = "new-year";
  const auto laid_at = [&](std::optional<double> at_s) {
    input.laid = std::make_shared<scenarios::LaidCourse>(scenarios::LaidCourse::Background{},
                                                         models::Node{}, at_s, nullptr);
    return provenance_of(input, Asked{}).row;
  };
  EXPECT_EQ(laid_at({}).onset_rule, "over new-year");
  EXPECT_EQ(laid_at({}).background, "new-year");
  const std::string at =
      models::Calendar(input.model.world.zone).to_local(input.scenario.window.start + 7200);
  EXPECT_EQ(laid_at(7200).onset_rule + ":00", "over new-year at " + at);
}

TEST(Provenance, OnTheCataloguesOwnTargetFallsAllOfTheFrequency) {
  scenarios::ScenarioInWorld input = study();
  input.aimed = scenarios::AimedThreat{threat(), "supplier:kpn", "", ""};
  input.aimed->threat.target = "supplier:kpn";
  EXPECT_EQ(provenance_of(input, Asked{}).row.target_share, 1);
}

analysis::Row row_of_a_campaign(const std::vector<std::string>& set, std::size_t common) {
  Asked asked = three_of_a();
  asked.world.set = set;
  asked.common_settings = common;
  results::Study out;
  out.provenance = provenance_of(study(), asked);
  return analysis::reduce(out);
}

/// They are no label, so that all rows of the campaign are as they stand; of another campaign they
/// are other rows.
TEST(Provenance, RowsOfCampaignsThatSetSomethingElseAreNotOneRow) {
  const analysis::Row plain = row_of_a_campaign({}, 0),
                      slow = row_of_a_campaign({"takeover.decide=90 min"}, 1),
                      fast = row_of_a_campaign({"takeover.decide=1 min"}, 1);
  EXPECT_EQ(slow.labels.varied, "");
  EXPECT_NE(analysis::key_of(slow), analysis::key_of(plain));
  EXPECT_NE(analysis::key_of(slow), analysis::key_of(fast));
  EXPECT_EQ(analysis::key_of(slow),
            analysis::key_of(row_of_a_campaign({"takeover.decide=90 min"}, 1)));
  const auto lines = analysis::pool({plain, slow, fast});
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[1].other_inputs.has, std::vector<std::string>{"set"});
  EXPECT_EQ(lines[2].other_inputs.has, std::vector<std::string>{"set"});
}

TEST(Provenance, WhatARowSetsByItselfIsALabelAndNoInput) {
  const analysis::Row row =
      row_of_a_campaign({"callers.redial.probability=0", "takeover.decide=90 min"}, 1);
  EXPECT_EQ(row.labels.varied, "takeover.decide=90 min");
  ASSERT_EQ(row.inputs.size(), 3u);
  EXPECT_EQ(row.inputs.back().first, "set");
  EXPECT_EQ(row.inputs.back().second, models::sha256_hex("callers.redial.probability=0"));
}

}  // namespace
