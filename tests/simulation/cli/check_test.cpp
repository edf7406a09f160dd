/// What `check` and its neighbours say of input that cannot be meant.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "tests/simulation/campaign_folder.hpp"
#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A copy of the tiny world with its threats, and `campaign.yaml` with these lines at its end.
class CampaignFile {
public:
  explicit CampaignFile(const std::string& lines) {
    std::filesystem::copy(world_file("cli_tiny"), scratch_.file("tiny"),
                          std::filesystem::copy_options::recursive);
    std::ofstream(path()) << "campaign:\n"
                             "  name: Tiny\n"
                             "  description: Tiny.\n"
                             "  world: world\n"
                             "  catalogue: threats.yaml\n"
                             "  replications: 2\n"
                          << lines;
  }
  std::string path() const { return scratch_.file("tiny/campaign.yaml"); }

private:
  Scratch scratch_;
};

/// `check` is as strict as `campaign plan`: the same problems at the same places.
TEST(CliCheck, ReadsEveryRowOfACampaign) {
  for (const char* lines :
       {"threats: all\ntargets: [nowhere]\n", "threats: all\npackages: [planed]\n",
        "threats: all\nplans: [pair]\n", "threats: all\nvary: {callers.redial.probabilty: [0.1]}\n",
        "threats: all\nvary: {callers.redial.probability: [7]}\n",
        "scenarios: [tiny.campaign.yaml]\n"}) {
    const CampaignFile campaign(lines);
    const Ended check = uitwijk("check " + campaign.path());
    const Ended plan = uitwijk("campaign plan -q " + campaign.path());
    EXPECT_EQ(plan.exit_code, 3) << lines;
    EXPECT_EQ(check.exit_code, 3) << lines;
    EXPECT_EQ(check.out, plan.err) << lines;
  }
  EXPECT_EQ(uitwijk("check " + tiny_campaign).exit_code, 0);
}

TEST(CliCheck, ReadsNothingWithoutAnEnd) {
  const Scratch scratch;
  const std::string pipe = scratch.file("pipe"), loop = scratch.file("loop");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::filesystem::create_symlink("loop", loop);
  std::filesystem::resize_file((std::ofstream(scratch.file("large")), scratch.file("large")),
                               std::uintmax_t{1} << 33);
  for (const auto& [file, why] :
       {std::pair<std::string, std::string>("/dev/zero", "is not a regular file"),
        {pipe, "is not a regular file"},
        {loop, "is a link that leads nowhere"},
        {scratch.file("large"), "is larger than 8 MiB"}}) {
    const Ended ended = uitwijk("check " + file, "ulimit -t 20; ");
    EXPECT_EQ(ended.exit_code, 3) << file << ended.err;
    EXPECT_THAT(ended.out, HasSubstr(why)) << file;
  }
}

TEST(CliCheck, TellsNamesThatAreNoUtf8InJson) {
  const Scratch scratch;
  const std::string name = scratch.file("g\xe9heim.yaml");
  const Ended ended = uitwijk("check --json '" + name + "'");
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_EQ(nlohmann::json::parse(ended.out).at("problems").size(), 1u) << ended.err;
}

TEST(CliTypos, AreNotAnEmptyAnswer) {
  const std::string world = world_file("cli_tiny/world");
  for (const auto& [arguments, why] :
       {std::pair<std::string, std::string>("plan " + world + " -n 2 --meldkamer nort",
                                            "is not a meldkamer of this world"),
        {"describe --threats --voorziening gsm", "is in no threat"},
        {"describe --threats DR-2O", "is in no threat, did you mean DR-20?"},
        {"describe --measures national_poling", "is in no measure, did you mean national_pooling?"},
        {"describe modls/netherlands", "no such file or folder"}}) {
    const Ended ended = uitwijk(arguments);
    EXPECT_EQ(ended.exit_code, 3) << arguments;
    EXPECT_THAT(ended.err, HasSubstr(why)) << arguments;
  }
}

TEST(CliTypos, NameEachKnownKeyOnce) {
  const CampaignFile beside("threats: all\n");
  const std::string scenario =
      (std::filesystem::path(beside.path()).parent_path() / "surge.yaml").string();
  std::string text = text_of(tiny_outage);
  std::ofstream(scenario) << text.substr(0, text.find("threats:"))
                          << "threats:\n"
                             "  surge:\n"
                             "    name: Surge\n"
                             "    effects:\n"
                             "      - {from: 2 h, for: 1 h, surge: {zzzzzz: 1}}\n";
  const Ended ended = uitwijk("check " + scenario);
  EXPECT_THAT(ended.out, AllOf(HasSubstr("extra_rate"), HasSubstr("zzzzzz"),
                               Not(HasSubstr("extra_rate, extra_rate"))));
}

}  // namespace
}  // namespace simulation
