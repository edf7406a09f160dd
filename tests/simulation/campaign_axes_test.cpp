#include <gmock/gmock.h>

#include <fstream>

#include "results/campaign_file.hpp"
#include "results/result_file.hpp"
#include "tests/simulation/campaign_folder.hpp"

/// Rows that differ in how long it lasts, or in one number.
namespace {

namespace fs = std::filesystem;
using namespace simulation;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class Axes : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_EQ(uitwijk("campaign plan -q " + world_file("cli_tiny/axes.campaign.yaml") + " -o " +
                      scratch.file("axes"))
                  .exit_code,
              0);
    merged(scratch.file("axes"), "-j 2");
  }
  Scratch scratch;
  std::string file = scratch.file("axes") + ".h5";
  std::string criteria = "--criteria " SOURCE_DIR "/analysis/criteria/standard.yaml ";
};

TEST_F(Axes, MakeARowOfEachDurationAndOfEachValue) {
  const results::Campaign campaign = results::read_campaign(file);
  std::vector<std::string> ids;
  for (const results::CampaignRow& row : campaign.rows())
    ids.push_back(row.id);
  EXPECT_THAT(
      ids, ElementsAre(
               "TT-01@noord (30 min)", "TT-01@noord (30 min) [callers.redial.probability=0]",
               "TT-01@noord (30 min) [callers.redial.probability=0.9]",
               "TT-01@noord (30 min) [demand.calls=30 calls/h]",
               "TT-01@noord (30 min) [demand.calls=90 calls/h]", "TT-01@noord (3 h)",
               "TT-01@noord (3 h) [callers.redial.probability=0]",
               "TT-01@noord (3 h) [callers.redial.probability=0.9]",
               "TT-01@noord (3 h) [demand.calls=30 calls/h]",
               "TT-01@noord (3 h) [demand.calls=90 calls/h]", "outage",
               "outage [callers.redial.probability=0]", "outage [callers.redial.probability=0.9]",
               "outage [demand.calls=30 calls/h]", "outage [demand.calls=90 calls/h]"));
  EXPECT_EQ(campaign.rows()[5].labels.duration, "3 h");
  EXPECT_EQ(campaign.rows()[5].labels.varied, "");
  EXPECT_EQ(campaign.rows()[6].labels.varied, "callers.redial.probability=0");
  EXPECT_EQ(campaign.rows()[10].labels.duration, "");
  for (const std::size_t row : {std::size_t{4}, std::size_t{7}}) {
    const results::Study study = campaign.row(row);
    const std::string alone = scratch.file("alone.h5"), from = scratch.file("row.h5");
    ASSERT_EQ(
        uitwijk(study.provenance.command.substr(sizeof "uitwijk") + " -q -o " + alone).exit_code,
        0);
    results::write_study(study, from);
    EXPECT_TRUE(text_of(alone) == text_of(from)) << study.provenance.command;
  }
}

TEST_F(Axes, AreWhatDurationsAndTornadoRead) {
  const auto curves = json_of("table --durations --json " + criteria + file).at("curves");
  ASSERT_EQ(curves.size(), 1u);
  const auto points = curves[0].at("points");
  ASSERT_EQ(points.size(), 2u);
  EXPECT_EQ(points[0].at("duration_s"), 1800);
  EXPECT_EQ(points[1].at("duration_s"), 10800);
  EXPECT_EQ(points[1].at("n"), 4);
  const auto tornados = json_of("table --tornado --json " + criteria + file).at("tornados");
  ASSERT_EQ(tornados.size(), 3u);
  for (const auto& tornado : tornados) {
    ASSERT_EQ(tornado.at("bars").size(), 2u);
    for (const auto& bar : tornado.at("bars"))
      for (const auto& end : bar.at("ends"))
        EXPECT_TRUE(end.at("paired"));
  }
}

TEST(AxesOfACampaign, EveryProblemIsSaidAtItsPlace) {
  const Scratch scratch;
  fs::create_directory(scratch.file("w"));
  fs::copy(world_file("cli_tiny"), scratch.file("w"), fs::copy_options::recursive);
  const std::string file = scratch.file("w/bad.campaign.yaml");
  std::ofstream(file) << "campaign: {name: Bad, description: Bad, world: world, catalogue: "
                         "threats.yaml, duration: 2 h}\n"
                         "threats: TT-01\n"
                         "durations: [\"4 h\", \"4 houses\"]\n"
                         "vary:\n"
                         "  demand.call: declared\n"
                         "  callers.redial.maximum: declared\n"
                         "  callers.redial.probability: 0.5\n";
  const Ended plan = uitwijk("campaign plan -q " + file);
  EXPECT_EQ(plan.exit_code, 3);
  EXPECT_THAT(plan.err,
              AllOf(HasSubstr("bad.campaign.yaml:3:12: durations cannot stand beside"),
                    HasSubstr("bad.campaign.yaml:3:20: "), HasSubstr("4 houses"),
                    HasSubstr("bad.campaign.yaml:5:16: "), HasSubstr("did you mean demand.calls?"),
                    HasSubstr("bad.campaign.yaml:6:27: "), HasSubstr("has no declared range"),
                    HasSubstr("bad.campaign.yaml:7:31: "), HasSubstr("must be a list of values")));
  std::ofstream(file) << "campaign: {name: Bad, description: Bad, world: world, catalogue: "
                         "threats.yaml}\n"
                         "threats: TT-01\n"
                         "vary: {callers.redial.probability: [0.1, 7]}\n";
  const Ended value = uitwijk("campaign plan -q " + file);
  EXPECT_EQ(value.exit_code, 3);
  EXPECT_THAT(value.err, AllOf(HasSubstr("bad.campaign.yaml:3:42: row TT-01 "),
                               HasSubstr("--set callers.redial.probability=7")));
}

}  // namespace
