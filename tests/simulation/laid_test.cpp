#include <gmock/gmock.h>

#include <fstream>
#include <numeric>

#include "analysis/measures/summary.hpp"
#include "results/campaign_file.hpp"
#include "results/result_file.hpp"
#include "tests/simulation/campaign_folder.hpp"

/// Threats over a background, and several at once: the twin is the background, whole.
namespace {

using namespace simulation;
using results::Observations;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string tiny = world_file("cli_tiny/");
const std::string catalogue = " --catalogue " + tiny + "threats.yaml";

std::vector<Observations> run(const std::string& arguments) {
  const Scratch scratch;
  const std::string file = scratch.file("out.h5");
  succeeds("run -q " + arguments + " -o " + file);
  return results::read_study(file).replications;
}

double lost(const results::Facts& facts) {
  constexpr auto counts = results::size_of<results::CallerCount>;
  double sum = 0;
  for (std::size_t i = static_cast<std::size_t>(results::CallerCount::lost);
       i < facts.callers.size(); i += counts)
    sum += facts.callers[i];
  return sum;
}

TEST(Laid, TheTwinIsTheBackgroundToTheLastCall) {
  const auto alone = run(tiny + "outage.yaml -n 6");
  const auto laid = run(tiny + "outage.yaml --threat TT-01@zuid -n 6" + catalogue);
  ASSERT_EQ(laid.size(), 6u);
  double more = 0;
  for (std::size_t i = 0; i < laid.size(); ++i) {
    ASSERT_TRUE(laid[i].twin);
    EXPECT_EQ(laid[i].twin->digest, alone[i].world.digest) << i;
    more += lost(laid[i].world) - lost(*laid[i].twin);
  }
  EXPECT_GT(more, 0) << "a second room goes dark, so that nobody can take over";
}

/// Of a background without threats too, whose twin it is then the plain run.
TEST(Laid, OverACalmDayTheTwinIsThatDay) {
  const auto alone = run(tiny + "calm.yaml -n 4");
  const auto laid = run(tiny + "calm.yaml --threat TT-02 -n 4" + catalogue);
  for (std::size_t i = 0; i < laid.size(); ++i)
    EXPECT_EQ(laid[i].twin->digest, alone[i].world.digest) << i;
}

/// The callers of its surge are in both worlds, and each is laid beside the twin's.
TEST(Laid, CallersOfTheBackgroundsSurgeArePaired) {
  const Scratch scratch;
  const std::string file = scratch.file("busy.yaml");
  std::ofstream(file)
      << "scenario:\n  name: Busy\n  description: Busy and dark\n  world: " << tiny
      << "world\n  start: \"2026-01-05T08:00\"\n  warm_up: 1 h\n  end: 5 h\n"
      << "threats:\n  dark:\n    effects:\n"
      << "      - {from: 2 h, for: 2 h, down: {components: [acd@noord, acd@zuid]}}\n"
      << "      - {from: 2 h, for: 1 h, surge: {regions: all, callers: 100}}\n";
  const auto laid =
      run(file + " --threat TT-01@zuid --at '298 min' --duration '2 s' -n 6" + catalogue);
  for (const Observations& one : laid) {
    ASSERT_TRUE(one.paired);
    const auto newly = std::accumulate(one.paired->newly_lost.begin(), one.paired->newly_lost.end(),
                                       std::uint64_t{0});
    EXPECT_GT(lost(*one.twin), 50) << "most of those who call while both rooms are dark";
    EXPECT_LE(newly, 3u) << "two seconds cut a few conversations";
    EXPECT_NEAR(one.paired->onset_s, 298 * 60, 1e-2) << "not that of the background";
  }
}

TEST(Laid, WhatIsSaidOfItNamesTheBackground) {
  const Ended ended =
      uitwijk("run -q " + tiny + "outage.yaml --threat TT-01@zuid -n 2" + catalogue);
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("Over the background outage (Noord loses its ACD)"));
  EXPECT_THAT(ended.out, HasSubstr("any time of the window of the background"));
  const auto json =
      json_of("run -q --json " + tiny + "outage.yaml --threat TT-01@zuid -n 2" + catalogue);
  EXPECT_EQ(json.at("onset").at("rule"), "within_background");
  EXPECT_EQ(json.at("scenario"), "TT-01@zuid over outage");
}

TEST(Laid, RowsAreInNoAnnualFigureAndSayWhy) {
  const Scratch scratch;
  const std::string over = scratch.file("over.h5"), both = scratch.file("both.h5");
  succeeds("run -q " + tiny + "outage.yaml --threat TT-01@zuid -n 4 -o " + over + catalogue);
  succeeds("run -q --threat TT-01@zuid,TT-02+30min --duration '1 h' -n 4 -o " + both + catalogue +
           " --world " + tiny + "world");
  const auto rows = json_of("table --json " + over + " " + both + catalogue).at("conditional");
  ASSERT_EQ(rows.size(), 2u);
  std::vector<std::string> names;
  for (const auto& row : rows)
    names.push_back(row.at("row").get<std::string>() + " / " +
                    row.at("onset_rule").get<std::string>());
  EXPECT_THAT(names, testing::UnorderedElementsAre("TT-01@zuid / over outage",
                                                   "TT-01@zuid,TT-02@all+30min / any_hour"));
  const Ended table = uitwijk("table " + over + " " + both + catalogue);
  EXPECT_THAT(table.out, HasSubstr("over a background"));
  EXPECT_THAT(table.out, HasSubstr("several at once"));
  EXPECT_THAT(table.out, HasSubstr("the twin is that background without the threat"));
}

TEST(Laid, MayNotNameAnotherWorld) {
  const Ended ended =
      uitwijk("run " + tiny + "outage.yaml --threat TT-01 --world " + tiny + "world" + catalogue);
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr("names its own world"));
}

TEST(Laid, ACampaignHasBackgroundsAndThreatsAtOnce) {
  const Scratch scratch;
  const std::string folder = scratch.file("over");
  const Ended plan = uitwijk("campaign plan -q " + tiny + "over.campaign.yaml -o " + folder);
  ASSERT_EQ(plan.exit_code, 0) << plan.err;
  EXPECT_THAT(plan.out, HasSubstr("TT-01@zuid over outage"));
  merged(folder, "-j 2");
  const results::Campaign campaign = results::read_campaign(folder + ".h5");
  std::vector<std::string> ids;
  for (const results::CampaignRow& row : campaign.rows())
    ids.push_back(row.id);
  EXPECT_THAT(ids, ElementsAre("TT-01@zuid", "TT-01@zuid over calm", "TT-01@zuid over outage",
                               "TT-01@noord,TT-02+30min", "TT-01@noord,TT-02+30min over calm",
                               "TT-01@noord,TT-02+30min over outage"));
  for (std::size_t row = 0; row < ids.size(); ++row) {
    const results::Study study = campaign.row(row);
    const std::string alone = scratch.file("alone.h5"), from = scratch.file("row.h5");
    succeeds(study.provenance.command.substr(sizeof "uitwijk") + " -q -o " + alone);
    results::write_study(study, from);
    EXPECT_TRUE(text_of(alone) == text_of(from)) << study.provenance.command;
  }
}

TEST(OwnEffects, AreSweptByTheirAddress) {
  const auto swept = json_of("sweep -q --json " + tiny +
                             "outage.yaml --vary 'threats.failure.effects.1.for=10 min..70 min/3' "
                             "-n 10 --show difference.lost_callers");
  const auto points = swept.at("points");
  ASSERT_EQ(points.size(), 3u);
  std::vector<double> lost_callers;
  for (const auto& point : points)
    lost_callers.push_back(point.at("measures").at("difference.lost_callers").at("mean"));
  EXPECT_LE(lost_callers[0], lost_callers[1]);
  EXPECT_LT(lost_callers[0], lost_callers[2]) << "a longer outage costs more";
  const Ended typo =
      uitwijk("run " + tiny + "outage.yaml --set 'threats.failure.efects.1.for=1 h'");
  EXPECT_EQ(typo.exit_code, 3);
  EXPECT_THAT(typo.err, HasSubstr("did you mean threats.failure.effects?"));
}

TEST(OwnEffects, AreDescribed) {
  EXPECT_THAT(uitwijk("describe " + tiny + "outage.yaml threats").out,
              HasSubstr("threats.failure.effects.1.for"));
}

}  // namespace
