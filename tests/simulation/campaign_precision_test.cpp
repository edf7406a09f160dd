#include <gmock/gmock.h>

#include <set>

#include "results/campaign_file.hpp"
#include "results/result_file.hpp"
#include "tests/simulation/campaign_folder.hpp"

/// Rows that stop when they are known well enough: one of two after 50 replications, the other
/// never, of 120 at most.
namespace {

namespace fs = std::filesystem;
using namespace simulation;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string precise_campaign = world_file("cli_tiny/precise.campaign.yaml");
constexpr int not_reached = 4;

Ended plan_precise(const std::string& folder, const std::string& options = "--task-seconds 0.1") {
  return uitwijk("campaign plan " + precise_campaign + " -q -j 2 -o " + folder + " " + options);
}

nlohmann::json manifest_of(const std::string& folder) {
  return nlohmann::json::parse(text_of(folder + "/manifest.json"));
}

/// [row, first, count] of all tasks, in their order.
std::vector<std::vector<int>> blocks_of(const std::string& folder) {
  std::vector<std::vector<int>> out;
  const auto manifest = manifest_of(folder);
  for (const auto& task : manifest.at("tasks"))
    for (const auto& block : task.at("blocks"))
      out.push_back(block.get<std::vector<int>>());
  return out;
}

void run_each_task_backwards(const std::string& folder) {
  for (std::size_t task = tasks_of(folder); task-- > 0;)
    ASSERT_EQ(uitwijk("campaign run -q " + folder + " --task " + std::to_string(task)).exit_code,
              0);
}

void remove_values(const std::string& folder) {
  for (const auto& entry : fs::directory_iterator(folder + "/shards"))
    if (entry.path().extension() == ".json")
      fs::remove(entry.path());
}

class Precise : public testing::Test {
protected:
  void SetUp() override { ASSERT_EQ(plan_precise(folder).exit_code, 0); }
  Ended merge(const std::string& options = "") const {
    return uitwijk("campaign merge " + folder + " -o " + file + " " + options);
  }
  std::string copy(const std::string& name) const {
    copy_plan(folder, scratch.file(name));
    return scratch.file(name);
  }
  /// Of rows and blocks by their numbers in names: "0001-000050-".
  std::string shard(const std::string& begin) const {
    for (const auto& [name, bytes] : shards_of(folder))
      if (name.starts_with(begin))
        return folder + "/shards/" + name;
    return "";
  }

  Scratch scratch;
  std::string folder = scratch.file("precise"), file = scratch.file("precise.h5");
};

/// As many replications as `run --precision` takes, and byte by byte what it gives.
TEST_F(Precise, RowsAreTheStudiesOfTheirCommandsAndStopWhereThoseDo) {
  merged(folder, "-j 2", not_reached);
  const results::Campaign campaign = results::read_campaign(file);
  ASSERT_EQ(campaign.rows().size(), 2u);
  EXPECT_EQ(campaign.rows()[0].finished, 120u);
  EXPECT_EQ(campaign.rows()[1].finished, 50u);
  EXPECT_TRUE(campaign.complete());
  const int codes[] = {not_reached, 0};
  for (std::size_t row = 0; row < 2; ++row) {
    const results::Study study = campaign.row(row);
    const std::string& command = study.provenance.command;
    EXPECT_THAT(command, HasSubstr(" -n 120 --seed 7 --precision 20%@lost_callers"));
    const std::string alone = scratch.file("alone.h5"), from = scratch.file("row.h5");
    EXPECT_EQ(uitwijk(command.substr(sizeof "uitwijk") + " -q -o " + alone).exit_code, codes[row]);
    results::write_study(study, from);
    EXPECT_TRUE(text_of(alone) == text_of(from)) << command;
  }
}

TEST_F(Precise, GivesTheSameBytesForAnyJobsOrderAndSplit) {
  const std::string one = merged(copy("one"), "-j 1", not_reached);
  EXPECT_GT(one.size(), 50'000u);
  EXPECT_TRUE(one == merged(copy("three"), "-j 3", not_reached));
  const std::string split = scratch.file("split");
  ASSERT_EQ(plan_precise(split, "--task-seconds 1000").exit_code, 0);
  EXPECT_EQ(tasks_of(split), 3u) << "one for each round";
  EXPECT_TRUE(one == merged(split, "-j 2", not_reached));
  const std::string backwards = copy("backwards");
  run_each_task_backwards(backwards);
  EXPECT_EQ(shards_of(backwards).size(), blocks_of(backwards).size())
      << "the first rounds came last: nobody could tell, so all was run";
  EXPECT_LT(shards_of(scratch.file("one")).size(), blocks_of(folder).size());
  EXPECT_TRUE(one == merged(backwards, "", not_reached)) << "what is too much is passed over";
}

TEST_F(Precise, NoBlockGoesAcrossAnEndAndRoundsFollowEachOther) {
  for (const std::string seconds : {"0.02", "0.1", "1000"}) {
    const std::string cut = scratch.file("cut-" + seconds);
    ASSERT_EQ(plan_precise(cut, "--task-seconds " + seconds).exit_code, 0);
    int done = 0, round = 0;
    for (const auto& block : blocks_of(cut)) {
      const int first = block[1], last = first + block[2] - 1;
      const auto round_of = [](int replication) {
        return replication < 50 ? 0 : replication < 100 ? 1 : 2;
      };
      EXPECT_EQ(round_of(first), round_of(last)) << seconds;
      EXPECT_GE(round_of(first), round) << seconds;
      round = round_of(first);
      done += block[2];
    }
    EXPECT_EQ(done, 240);
  }
}

TEST_F(Precise, AManifestWithABlockAcrossAnEndIsRefused) {
  ASSERT_EQ(plan_precise(scratch.file("whole"), "--task-seconds 1000").exit_code, 0);
  auto manifest = manifest_of(scratch.file("whole"));
  manifest["tasks"] = {{{"cost_s", 1}, {"blocks", {{0, 0, 120}, {1, 0, 120}}}}};
  write(folder + "/manifest.json", manifest.dump());
  const Ended run = uitwijk("campaign run " + folder);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("has a block of row 0 across replication 50"));
}

TEST_F(Precise, StatusTellsWhoStoppedEarlyAndWhoNeverGotThere) {
  const auto before = json_of("campaign status --json " + folder);
  EXPECT_EQ(before.at("replications"), 240);
  EXPECT_EQ(before.at("rows_decided"), 0);
  const Ended begun = uitwijk("campaign status " + folder);
  EXPECT_THAT(begun.out, AllOf(HasSubstr("0 of at most 240 replications"),
                               HasSubstr("at most about "), HasSubstr(" of one processor left")));
  const Ended run = uitwijk("campaign run " + folder);
  ASSERT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.err, HasSubstr("precision not reached with 120 replications: calm"));
  const auto after = json_of("campaign status --json " + folder);
  EXPECT_EQ(after.at("complete"), true);
  EXPECT_EQ(after.at("precision"), "20%@lost_callers");
  EXPECT_EQ(after.at("replications"), 170);
  EXPECT_EQ(after.at("replications_done"), 170);
  EXPECT_EQ(after.at("rows_decided"), 2);
  EXPECT_EQ(after.at("rows_early"), 1);
  EXPECT_EQ(after.at("not_precise"), nlohmann::json({"calm"}));
  EXPECT_EQ(after.at("processor_s_left"), 0);
  const Ended text = uitwijk("campaign status --lang nl " + folder);
  EXPECT_EQ(text.exit_code, not_reached);
  EXPECT_THAT(text.out, AllOf(HasSubstr("170 van 170 replicaties"), HasSubstr("2 van 2 rijen"),
                              HasSubstr("nauwkeurigheid niet gehaald met 120 replicaties: calm")));
  const Ended merged = merge();
  EXPECT_THAT(merged.err, AllOf(HasSubstr("2 rows, 170 of 170 replications, 0 failed"),
                                HasSubstr("precision not reached with 120 replications: calm")));
  EXPECT_EQ(json_of("campaign merge -q --json " + folder + " -o " + file).at("not_precise"),
            nlohmann::json({"calm"}));
}

TEST_F(Precise, MergeNeedsTheWholePrefixAndNothingElse) {
  run_each_task_backwards(folder);
  ASSERT_EQ(merge("-q").exit_code, not_reached);
  const std::string good = text_of(file), outage_behind = shard("0001-000050-"),
                    outage = shard("0001-000000-");
  write(outage_behind, "no shard at all");
  EXPECT_EQ(merge("-q").exit_code, not_reached) << "nobody reads what is behind the end";
  EXPECT_TRUE(text_of(file) == good);
  fs::remove(outage_behind);
  EXPECT_EQ(uitwijk("campaign run -q " + folder).exit_code, 0);
  EXPECT_FALSE(fs::exists(outage_behind)) << "it is not needed";
  fs::remove(outage);
  fs::remove(file);
  const Ended missing = merge();
  EXPECT_EQ(missing.exit_code, 5);
  EXPECT_THAT(missing.err, HasSubstr(" or more replications are missing; nothing was written"));
  EXPECT_FALSE(fs::exists(file));
  EXPECT_EQ(merge("-q --partial").exit_code, 5);
  const results::Campaign partial = results::read_campaign(file);
  EXPECT_FALSE(partial.complete());
  EXPECT_EQ(partial.rows()[1].asked, 50u);
  EXPECT_LT(partial.rows()[1].finished, 50u) << "nor what is behind the prefix that is not there";
  EXPECT_EQ(uitwijk("campaign run -q " + folder).exit_code, 0);
  EXPECT_EQ(merge("-q").exit_code, not_reached);
  EXPECT_TRUE(text_of(file) == good);
}

TEST_F(Precise, TheKeptValuesAreAConvenienceOnly) {
  const std::string good = merged(folder, "-j 2", not_reached);
  const auto shards = shards_of(folder);
  const std::string values = shard("0001-000000-") + ".values.json", kept = text_of(values);
  ASSERT_FALSE(kept.empty());
  write(values, kept.substr(0, kept.size() / 2));
  EXPECT_TRUE(merged(folder, "", not_reached) == good);
  auto other = nlohmann::json::parse(kept);
  other["digest"] = std::string(64, '0');
  other["values"] = {{1, 1}};
  write(values, other.dump());
  EXPECT_TRUE(merged(folder, "", not_reached) == good) << "of another campaign";
  remove_values(folder);
  EXPECT_TRUE(merged(folder, "", not_reached) == good);
  EXPECT_EQ(shards_of(folder), shards);
}

TEST_F(Precise, MergeRefusesAnEndThatTheShardsDoNotBearOut) {
  ASSERT_EQ(uitwijk("campaign run -q " + folder).exit_code, 0);
  for (const auto& [name, bytes] : shards_of(folder)) {
    if (!name.starts_with("0000-"))
      continue;
    auto changed = nlohmann::json::parse(text_of(folder + "/shards/" + name + ".values.json"));
    changed["values"] = {{1, 1, 1}};
    write(folder + "/shards/" + name + ".values.json", changed.dump());
  }
  const Ended refused = merge();
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_THAT(refused.err,
              AllOf(HasSubstr("row calm are not theirs"), HasSubstr("remove 0000-*.values.json")));
  EXPECT_FALSE(fs::exists(file));
  remove_values(folder);
  EXPECT_EQ(merge("-q").exit_code, not_reached);
}

TEST_F(Precise, SubmitLeavesOutWhatIsNotNeeded) {
  ASSERT_EQ(uitwijk("campaign run -q " + folder).exit_code, 0);
  ASSERT_LT(shards_of(folder).size(), blocks_of(folder).size());
  EXPECT_EQ(
      uitwijk("campaign submit -q " + folder + " -o " + file + " --time 5 --dry-run").exit_code, 0);
  EXPECT_FALSE(fs::exists(folder + "/campaign.sbatch")) << "nothing to do but to merge";
  EXPECT_TRUE(fs::exists(folder + "/merge.sbatch"));
}

TEST(PreciseCampaign, PlanSaysWhatItCostsAtMost) {
  const auto plan = json_of("campaign plan -q --json " + precise_campaign);
  EXPECT_EQ(plan.at("precision"), "20%@lost_callers");
  EXPECT_EQ(plan.at("replications"), 240);
  const Ended text =
      uitwijk("campaign plan -q -n 300 --precision 5%@lost_callers,1@attempts " + precise_campaign);
  EXPECT_THAT(text.out, AllOf(HasSubstr("≤ 300"), HasSubstr("at most about "),
                              HasSubstr("the first of 50, 100, 200, 300 replications"),
                              HasSubstr("5%@lost_callers,1@attempts")));
}

TEST(PreciseCampaign, WithoutAPrecisionTheManifestSaysNothingOfIt) {
  const Scratch scratch;
  ASSERT_EQ(plan_tiny(scratch.file("tiny"), "1000").exit_code, 0);
  const auto manifest = manifest_of(scratch.file("tiny"));
  EXPECT_EQ(manifest.at("schema"), "uitwijk/manifest/2");
  EXPECT_FALSE(manifest.at("campaign").contains("precision"));
  EXPECT_THAT(blocks_of(scratch.file("tiny")),
              ElementsAre(ElementsAre(0, 0, 6), ElementsAre(1, 0, 6), ElementsAre(2, 0, 6),
                          ElementsAre(3, 0, 6), ElementsAre(4, 0, 6)));
  ASSERT_EQ(uitwijk("campaign run -q " + scratch.file("tiny")).exit_code, 0);
  for (const auto& entry : fs::directory_iterator(scratch.file("tiny") + "/shards"))
    EXPECT_EQ(entry.path().extension(), ".h5");
}

TEST(PreciseCampaign, EveryProblemIsSaidAtItsPlace) {
  const Scratch scratch;
  fs::copy(world_file("cli_tiny"), scratch.file("w"), fs::copy_options::recursive);
  const std::string file = scratch.file("w/bad.campaign.yaml");
  const auto campaign = [&](const std::string& precision) {
    write(file,
          "campaign:\n"
          "  name: Bad\n"
          "  description: Bad\n"
          "  world: world\n"
          "  catalogue: threats.yaml\n"
          "  precision: " +
              precision +
              "\n"
              "scenarios: [calm.yaml]\n");
  };
  campaign("[5%@lost_calers, lost_callers, 0@attempts]");
  for (const std::string command : {"campaign plan -q ", "check -q "}) {
    const Ended bad = uitwijk(command + file);
    EXPECT_EQ(bad.exit_code, 3);
    EXPECT_THAT(
        bad.out + bad.err,
        AllOf(HasSubstr("bad.campaign.yaml:6:15: campaign.precision: unknown measure "
                        "'lost_calers'; did you mean 'lost_callers'?"),
              HasSubstr("bad.campaign.yaml:6:31: campaign.precision: 'lost_callers' is not R@C"),
              HasSubstr("bad.campaign.yaml:6:45: campaign.precision: '0' is no relative")));
  }
  campaign("{lost_callers: 5%}");
  EXPECT_THAT(uitwijk("check -q " + file).out, HasSubstr("bad.campaign.yaml:6:14: "));
  campaign("[]");
  EXPECT_THAT(uitwijk("check -q " + file).out,
              HasSubstr("bad.campaign.yaml:6:14: precision must name at least one"));
  campaign("[5%@lost_callers, 10%@attempts]");
  EXPECT_EQ(json_of("campaign plan -q --json " + file).at("precision"),
            "5%@lost_callers,10%@attempts");
  const Ended option = uitwijk("campaign plan -q --precision 5%@atempts " + file);
  EXPECT_EQ(option.exit_code, 2);
  EXPECT_THAT(option.err, HasSubstr("did you mean 'attempts'?"));
  EXPECT_EQ(
      uitwijk("campaign plan -q --precision '5%@attempts, 5%@lost_callers' " + file).exit_code, 2)
      << "the command of a row would be two words";
}

}  // namespace
