#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <list>

#include "results/campaign_file.hpp"
#include "results/result_file.hpp"
#include "tests/simulation/campaign_folder.hpp"

/// Plan, run, status, merge and submit over the tiny world.
namespace {

namespace fs = std::filesystem;
using namespace simulation;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

/// Whoever runs it, in whatever order, however it is cut.
TEST(Campaign, GivesTheSameBytesForAnyJobsOrderAndSplit) {
  const Scratch scratch;
  const std::string a = scratch.file("a"), b = scratch.file("b"), c = scratch.file("c"),
                    d = scratch.file("d");
  ASSERT_EQ(plan_tiny(a).exit_code, 0);
  ASSERT_GT(tasks_of(a), 3u);
  copy_plan(a, b);
  copy_plan(a, c);
  ASSERT_EQ(plan_tiny(d, "1000").exit_code, 0);
  ASSERT_EQ(tasks_of(d), 1u);
  const std::string one = merged(a, "-j 1");
  EXPECT_GT(one.size(), 100'000u);
  EXPECT_TRUE(one == merged(b, "-j 3"));
  for (std::size_t task = tasks_of(c); task-- > 0;)
    ASSERT_EQ(uitwijk("campaign run " + c + " --task " + std::to_string(task)).exit_code, 0);
  EXPECT_TRUE(one == merged(c, ""));
  EXPECT_TRUE(one == merged(d, "-j 2"));
  EXPECT_EQ(claims_of(a) + claims_of(b) + claims_of(c) + claims_of(d), 0u);
}

/// Byte by byte what its command gives on its own.
TEST(Campaign, EveryRowIsTheStudyOfItsCommand) {
  const Scratch scratch;
  const std::string folder = scratch.file("all");
  ASSERT_EQ(plan_tiny(folder).exit_code, 0);
  merged(folder, "-j 2");
  const results::Campaign campaign = results::read_campaign(folder + ".h5");
  ASSERT_EQ(campaign.rows().size(), 5u);
  EXPECT_EQ(campaign.rows()[0].id, "TT-01@noord");
  EXPECT_EQ(campaign.rows()[0].labels.target, "noord");
  EXPECT_EQ(campaign.rows()[2].labels.threat, "TT-02");
  EXPECT_EQ(campaign.rows()[4].id, "outage");
  for (std::size_t row = 0; row < campaign.rows().size(); ++row) {
    const results::Study study = campaign.row(row);
    const std::string command = study.provenance.command.substr(sizeof "uitwijk");
    const std::string alone = scratch.file("alone.h5"), from = scratch.file("row.h5");
    ASSERT_EQ(uitwijk(command + " -q -o " + alone).exit_code, 0) << command;
    results::write_study(study, from);
    EXPECT_TRUE(text_of(alone) == text_of(from)) << command;
  }
}

TEST(Campaign, PlanSaysWhatItCosts) {
  const auto plan = json_of("campaign plan " + tiny_campaign + " --json -q");
  EXPECT_EQ(plan.at("schema"), "uitwijk/campaign-plan/1");
  EXPECT_EQ(plan.at("replications"), 30);
  EXPECT_EQ(plan.at("rows").size(), 5u);
  EXPECT_TRUE(plan.at("folder").is_null());
  double sum = 0;
  for (const auto& row : plan.at("rows"))
    sum += row.at("cost_s").get<double>();
  EXPECT_GT(sum, 0);
  EXPECT_GT(plan.at("cost_s").get<double>(), 0.9 * sum);
}

TEST(Campaign, PlanRefusesAFolderThatHasOne) {
  const Scratch scratch;
  ASSERT_EQ(plan_tiny(scratch.file("a")).exit_code, 0);
  const std::string before = text_of(scratch.file("a") + "/manifest.json");
  const Ended again = plan_tiny(scratch.file("a"));
  EXPECT_EQ(again.exit_code, 3);
  EXPECT_THAT(again.err, HasSubstr("manifest.json: is there already"));
  EXPECT_EQ(text_of(scratch.file("a") + "/manifest.json"), before);
  struct stat there {};
  stat((scratch.file("a") + "/manifest.json").c_str(), &there);
  EXPECT_EQ(there.st_mode & 07777, 0600u);
}

TEST(Campaign, PlanNamesEveryProblemWithItsPlace) {
  const Scratch scratch;
  fs::create_directory(scratch.file("w"));
  fs::copy(world_file("cli_tiny"), scratch.file("w"), fs::copy_options::recursive);
  write(scratch.file("w/bad.campaign.yaml"),
        "campaign:\n"
        "  name: Bad\n"
        "  description: All wrong\n"
        "  world: world\n"
        "  catalogue: threats.yaml\n"
        "  replication: 5\n"
        "threats: [TT-01, TT-09]\n"
        "targets: [noord, noordd]\n"
        "scenarios: [none.yaml]\n");
  const Ended plan = uitwijk("campaign plan " + scratch.file("w/bad.campaign.yaml"));
  EXPECT_EQ(plan.exit_code, 3);
  EXPECT_THAT(plan.err, AllOf(HasSubstr("bad.campaign.yaml:6:3: "), HasSubstr("replications"),
                              HasSubstr("bad.campaign.yaml:7:18: "), HasSubstr("TT-09"),
                              HasSubstr("bad.campaign.yaml:9:13: "), HasSubstr("none.yaml")));
  write(scratch.file("w/aim.campaign.yaml"),
        "campaign: {name: Aim, description: At nobody, world: world, catalogue: threats.yaml}\n"
        "threats: all\n"
        "targets: [noord, noordd]\n");
  const Ended aim = uitwijk("campaign plan -q " + scratch.file("w/aim.campaign.yaml"));
  EXPECT_EQ(aim.exit_code, 3);
  EXPECT_THAT(aim.err, AllOf(HasSubstr("aim.campaign.yaml:3:18: row TT-01@noordd: "),
                             HasSubstr("row TT-02@noordd: "), HasSubstr("did you mean noord?")));
}

class Planned : public testing::Test {
protected:
  void SetUp() override { ASSERT_EQ(plan_tiny(folder).exit_code, 0); }
  Ended merge(const std::string& options = "") const {
    return uitwijk("campaign merge " + folder + " -o " + file + " " + options);
  }
  std::string a_shard() const { return folder + "/shards/" + shards_of(folder).begin()->first; }

  Scratch scratch;
  std::string folder = scratch.file("tiny"), file = scratch.file("tiny.h5");
};

TEST_F(Planned, MergeRefusesWhatIsIncompleteUnlessItIsAskedTo) {
  ASSERT_EQ(uitwijk("campaign run " + folder + " --task 0").exit_code, 0);
  const Ended refused = merge();
  EXPECT_EQ(refused.exit_code, 5);
  EXPECT_THAT(refused.err, HasSubstr("replications are missing; nothing was written"));
  EXPECT_FALSE(fs::exists(file));
  const Ended partial = merge("--partial");
  EXPECT_EQ(partial.exit_code, 5);
  EXPECT_THAT(partial.err, HasSubstr("PARTIAL"));
  const results::Campaign campaign = results::read_campaign(file);
  EXPECT_FALSE(campaign.complete());
  EXPECT_LT(campaign.rows()[4].finished, 6u);
}

TEST_F(Planned, WhoeverReadsWhatIsIncompleteSaysSo) {
  ASSERT_EQ(uitwijk("campaign run " + folder + " --task 0").exit_code, 0);
  ASSERT_EQ(merge("-q --partial").exit_code, 5);
  std::uint64_t asked = 0, finished = 0, empty = 0;
  const results::Campaign campaign = results::read_campaign(file);
  for (const results::CampaignRow& row : campaign.rows()) {
    asked += row.asked;
    finished += row.finished;
    empty += row.finished == 0 ? 1 : 0;
  }
  ASSERT_GT(empty, 0u);
  const std::string said = fmt::format(
      "PARTIAL: {} of {} replications asked for {} there; {} of {} rows {} none", finished, asked,
      finished == 1 ? "is" : "are", empty, campaign.rows().size(), empty == 1 ? "has" : "have");
  const std::string standard = " --criteria " SOURCE_DIR "/analysis/criteria/standard.yaml ";
  for (const std::string command :
       {"table --format text ", "table --format csv ", "table --format md ", "table --format json ",
        "table --durations ", "table --tornado ", "compare --measures "}) {
    const Ended shown = uitwijk(command + standard + file + " --lang en");
    EXPECT_EQ(shown.exit_code, 5) << command << shown.err;
    EXPECT_THAT(shown.out, HasSubstr(said)) << command;
  }
  const json extent = json::parse(uitwijk("table --json" + standard + file).out).at("extent");
  EXPECT_EQ(extent.at("replications_asked"), asked);
  EXPECT_EQ(extent.at("rows_without"), empty);
}

TEST_F(Planned, StatusFollowsIt) {
  EXPECT_EQ(uitwijk("campaign status " + folder).exit_code, 5);
  ASSERT_EQ(uitwijk("campaign run " + folder + " --task 0").exit_code, 0);
  const auto status = json_of("campaign status " + folder + " --json");
  EXPECT_EQ(status.at("done"), 1);
  EXPECT_EQ(status.at("missing").size(), tasks_of(folder) - 1);
  ASSERT_EQ(uitwijk("campaign run " + folder).exit_code, 0);
  const Ended done = uitwijk("campaign status " + folder);
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_THAT(done.out, HasSubstr("30 of 30 replications"));
}

TEST_F(Planned, MergeRefusesDamageAndShardsOfOthers) {
  ASSERT_EQ(uitwijk("campaign run " + folder).exit_code, 0);
  const std::string shard = a_shard(), good = text_of(shard);
  write(shard, good.substr(0, good.size() / 2));
  const Ended cut_off = merge();
  EXPECT_EQ(cut_off.exit_code, 5);
  EXPECT_THAT(cut_off.err, HasSubstr("missing; nothing was written"));
  results::Study other = [&] {
    write(shard, good);
    return results::read_study(shard);
  }();
  other.provenance.command += " --set callers.redial.probability=0";
  results::write_study(other, shard, results::Timelines::each);
  EXPECT_THAT(merge().err, AllOf(HasSubstr(shard), HasSubstr("belongs to another campaign")));
  for (const auto member : {&results::Provenance::version, &results::Provenance::commit}) {
    write(shard, good);
    other = results::read_study(shard);
    other.provenance.*member = "another";
    results::write_study(other, shard, results::Timelines::each);
    EXPECT_THAT(merge().err, AllOf(HasSubstr(shard), HasSubstr("it comes from 'another'")));
  }
  write(shard, good);
  other = results::read_study(shard);
  other.replications.pop_back();
  results::write_study(other, shard, results::Timelines::each);
  EXPECT_THAT(merge().err, HasSubstr("does not have the replications"));
  EXPECT_FALSE(fs::exists(file));
  fs::remove(shard);
  ASSERT_EQ(uitwijk("campaign run " + folder).exit_code, 0);
  EXPECT_EQ(text_of(shard), good);
  EXPECT_EQ(merge().exit_code, 0);
}

TEST_F(Planned, RunRefusesAManifestOrInputsThatHaveChanged) {
  const std::string manifest = folder + "/manifest.json", text = text_of(manifest);
  std::string changed = text;
  changed.replace(changed.find("\"seed\": 7"), 9, "\"seed\": 8");
  write(manifest, changed);
  const Ended seed = uitwijk("campaign run " + folder);
  EXPECT_EQ(seed.exit_code, 3);
  EXPECT_THAT(seed.err, HasSubstr("does not match its digest"));
  write(manifest, "{");
  EXPECT_THAT(uitwijk("campaign run " + folder).err, HasSubstr("is no manifest"));
  EXPECT_EQ(uitwijk("campaign run " + scratch.file("none")).exit_code, 3);
}

TEST(Campaign, RunRefusesInputsThatHaveChanged) {
  const Scratch scratch;
  fs::copy(world_file("cli_tiny"), scratch.file("w"), fs::copy_options::recursive);
  const std::string plan = "campaign plan -q " + scratch.file("w/tiny.campaign.yaml") + " -o ";
  ASSERT_EQ(uitwijk(plan + scratch.file("c")).exit_code, 0);
  std::ofstream(scratch.file("w/calm.yaml"), std::ios::app) << "# a remark\n";
  const Ended run = uitwijk("campaign run -q -j 2 " + scratch.file("c"));
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("calm.yaml: has changed since the campaign was planned"));
}

/// RLIMIT_FSIZE stands for a full disk: the message names the shard, nothing half written stays.
TEST_F(Planned, RunSaysThatTheDiskIsFull) {
  const Ended run = uitwijk("campaign run -q -j 1 " + folder, "trap '' XFSZ; ulimit -f 20; ");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, AllOf(HasSubstr(".h5: cannot be written: "), HasSubstr("File too large")));
  EXPECT_TRUE(shards_of(folder).empty());
  EXPECT_EQ(claims_of(folder), 0u);
  EXPECT_EQ(uitwijk("campaign run -q -j 1 " + folder).exit_code, 0);
}

TEST_F(Planned, SubmitWritesAnArrayOfWhatIsNotDone) {
  ASSERT_EQ(uitwijk("campaign run " + folder + " --task 1").exit_code, 0);
  const Ended submit = uitwijk("campaign submit " + folder + " -o " + file +
                               " --time 00:10:00 --at-once 3 --dry-run");
  ASSERT_EQ(submit.exit_code, 0) << submit.err;
  const std::string script = text_of(folder + "/campaign.sbatch");
  EXPECT_THAT(
      script,
      AllOf(HasSubstr("#SBATCH --array=0,2-" + std::to_string(tasks_of(folder) - 1) + "%3\n"),
            HasSubstr("#SBATCH --time=00:10:00\n"), HasSubstr("#SBATCH --signal=B:TERM@60\n"),
            HasSubstr("#SBATCH --requeue\n"), HasSubstr("--task \"$SLURM_ARRAY_TASK_ID\"")));
  EXPECT_THAT(text_of(folder + "/merge.sbatch"), HasSubstr("campaign merge " + folder));
  const Ended without =
      uitwijk("campaign submit " + folder + " -o " + file + " --time 10", "export PATH=/nowhere; ");
  EXPECT_EQ(without.exit_code, 1);
  EXPECT_THAT(without.err, HasSubstr("sbatch is not here"));
}

TEST_F(Planned, SubmitWritesNamesAsSlurmReadsThem) {
  const std::string odd = scratch.file("it's 5% \"of\" #1");
  copy_plan(folder, odd);
  const std::string shell = "\"" + scratch.file("it's 5% \\\"of\\\" #1") + "\"";
  const std::string submit = "campaign submit " + shell + " -q --time 5 --dry-run -o " + file;
  ASSERT_EQ(uitwijk(submit + " --partition 'a b;rm'").exit_code, 0);
  EXPECT_THAT(text_of(odd + "/campaign.sbatch"),
              AllOf(HasSubstr("#SBATCH --job-name=\"uitwijk-it's 5% \\\"of\\\" #1\"\n"),
                    HasSubstr("#SBATCH --partition=\"a b;rm\"\n"), HasSubstr("#SBATCH --time=5\n"),
                    HasSubstr("/it's 5%% \\\"of\\\" #1/logs/task-%a.log\"\n")));
  for (const char* more : {"--partition 'a\n#SBATCH --array=0-9999'", "--account 'a\tb'"}) {
    const Ended refused = uitwijk(submit + " " + more);
    EXPECT_EQ(refused.exit_code, 3);
    EXPECT_THAT(refused.err, HasSubstr("no job script can hold"));
  }
  EXPECT_EQ(uitwijk(submit + " --at-once -1").exit_code, 2);
}

TEST_F(Planned, NothingIsWrittenAmongTheShards) {
  const std::string among = " -q -o " + folder + "/shards/0000-000000-1.h5";
  const Ended merge = uitwijk("campaign merge --partial " + folder + among);
  EXPECT_EQ(merge.exit_code, 1);
  EXPECT_THAT(merge.err, HasSubstr("is where the campaign has its shards"));
  EXPECT_EQ(uitwijk("campaign submit --dry-run --time 5 " + folder + among).exit_code, 1);
}

TEST(Campaign, OfManyPlannersOneMakesIt) {
  const Scratch scratch;
  std::list<Program> planners;
  for (int i = 0; i < 4; ++i)
    planners.emplace_back("campaign plan " + tiny_campaign + " -q -j 1 -n 1 -o " +
                          scratch.file("one"));
  int made = 0;
  for (Program& planner : planners)
    made += planner.wait().exit_code == 0 ? 1 : 0;
  EXPECT_EQ(made, 1);
}

TEST(Campaign, SuggestsWhatWasMeant) {
  EXPECT_THAT(uitwijk("campaign merg x -o y").err, HasSubstr("did you mean 'merge'?"));
  EXPECT_THAT(uitwijk("campaign plan x --task-second 3").err,
              AllOf(HasSubstr("did you mean '--task-seconds'?"),
                    HasSubstr("Try 'uitwijk campaign plan --help'")));
  EXPECT_EQ(uitwijk("campaign").exit_code, 2);
}

}  // namespace
