#include "studies/campaign/slurm_script.hpp"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/scratch.hpp"
#include "tests/unit/studies/refusal.hpp"

/// Job scripts: what Slurm is asked for, and what cannot be said in one.
namespace {

using studies::array_indices;
using studies::array_script;
using studies::merge_script;
using studies::SlurmJobs;
using studies_test::refusal;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

SlurmJobs jobs() {
  SlurmJobs out;
  out.program = "/opt/uitwijk/bin/uitwijk";
  out.folder = "/srv/ann/national";
  out.directory = "/srv/ann";
  out.output = "/srv/ann/national.h5";
  out.tasks = {0, 1, 2, 5};
  out.name = "national";
  out.time = "00:30:00";
  out.merge_time = "02:00:00";
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    out.push_back(line);
  return out;
}

/// A program in a folder of its own that `submit` finds as sbatch.
class PlayedSbatch {
public:
  explicit PlayedSbatch(const std::string& script) {
    std::ofstream(folder_.file("sbatch")) << "#!/bin/sh\n" << script << '\n';
    std::filesystem::permissions(folder_.file("sbatch"), std::filesystem::perms::owner_all);
    setenv("PATH", (folder_.folder() + ":" + before_).c_str(), 1);
  }
  ~PlayedSbatch() { setenv("PATH", before_.c_str(), 1); }
  PlayedSbatch(const PlayedSbatch&) = delete;
  PlayedSbatch& operator=(const PlayedSbatch&) = delete;

private:
  const std::string before_ = getenv("PATH");
  const tests::Scratch folder_;
};

std::string why_not_submitted() {
  try {
    studies::submit("", "a.sbatch");
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

TEST(Submit, GivesTheNumberOfTheJobOrWhyThereIsNone) {
  {
    const PlayedSbatch slurm("test \"$*\" = '--parsable --hold a.sbatch' && echo '12;here'");
    EXPECT_EQ(studies::submit("--hold ", "a.sbatch"), "12");
  }
  {
    const PlayedSbatch slurm("exit 1");
    EXPECT_THAT(why_not_submitted(), StartsWith("refused by Slurm"));
  }
  {
    const PlayedSbatch slurm("exit 127");
    EXPECT_THAT(why_not_submitted(), HasSubstr("sbatch is not here"));
  }
}

/// No process, no pipe: Slurm was not even asked.
TEST(Submit, ThatCannotAskBlamesNobody) {
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const rlimit tight = {3, before.rlim_max};
  setrlimit(RLIMIT_NOFILE, &tight);
  const std::string why = why_not_submitted();
  setrlimit(RLIMIT_NOFILE, &before);
  EXPECT_THAT(why, HasSubstr("sbatch: cannot be started: Too many open files"));
}

TEST(ArrayIndices, AreRangesWhereTheyFollow) {
  EXPECT_EQ(array_indices({}), "");
  EXPECT_EQ(array_indices({7}), "7");
  EXPECT_EQ(array_indices({0, 1}), "0-1");
  EXPECT_EQ(array_indices({0, 1, 2, 3, 7}), "0-3,7");
  EXPECT_EQ(array_indices({1, 3, 5}), "1,3,5");
  EXPECT_EQ(array_indices({4, 5, 9, 10, 11, 20}), "4-5,9-11,20");
}

TEST(ArrayScript, AsksForOneProcessorForEachTask) {
  const auto lines = lines_of(array_script(jobs()));
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines.front(), "#!/bin/bash");
  for (const char* const line :
       {"#SBATCH --job-name=national", "#SBATCH --time=00:30:00", "#SBATCH --ntasks=1",
        "#SBATCH --cpus-per-task=1", "#SBATCH --chdir=/srv/ann",
        "#SBATCH --output=/srv/ann/national/logs/task-%a.log", "#SBATCH --open-mode=append",
        "#SBATCH --array=0-2,5", "#SBATCH --signal=B:TERM@60", "#SBATCH --requeue", "umask 077"})
    EXPECT_THAT(lines, Contains(line));
  EXPECT_EQ(lines.back(),
            "exec /opt/uitwijk/bin/uitwijk campaign run /srv/ann/national --task "
            "\"$SLURM_ARRAY_TASK_ID\"");
}

TEST(ArrayScript, WhatIsNotAskedForIsNotSaid) {
  const std::string text = array_script(jobs());
  for (const char* const option : {"--mem", "--partition", "--account", "%4"})
    EXPECT_THAT(text, Not(HasSubstr(option)));
  SlurmJobs full = jobs();
  full.memory = "2G";
  full.partition = "long";
  full.account = "safety";
  const auto lines = lines_of(array_script(full));
  for (const char* const line :
       {"#SBATCH --mem=2G", "#SBATCH --partition=long", "#SBATCH --account=safety"})
    EXPECT_THAT(lines, Contains(line));
}

TEST(ArrayScript, SaysHowManyMayRunAtOnce) {
  SlurmJobs some = jobs();
  some.at_once = 4;
  EXPECT_THAT(lines_of(array_script(some)), Contains("#SBATCH --array=0-2,5%4"));
}

/// Slurm reads the options up to the first line that is a command.
TEST(ArrayScript, OptionsComeBeforeTheCommands) {
  for (const std::string& script : {array_script(jobs()), merge_script(jobs())}) {
    bool commands = false;
    const auto lines = lines_of(script);
    for (const std::string& line : lines) {
      const bool is_command = !line.starts_with("#");
      EXPECT_FALSE(commands && !is_command) << line;
      commands = commands || is_command;
    }
    EXPECT_TRUE(commands);
  }
}

TEST(MergeScript, HasATimeAndALogOfItsOwn) {
  const auto lines = lines_of(merge_script(jobs()));
  EXPECT_THAT(lines, Contains("#SBATCH --job-name=national-merge"));
  EXPECT_THAT(lines, Contains("#SBATCH --time=02:00:00"));
  EXPECT_THAT(lines, Contains("#SBATCH --output=/srv/ann/national/logs/merge.log"));
  EXPECT_THAT(merge_script(jobs()), Not(HasSubstr("--array")));
  EXPECT_EQ(lines.back(),
            "exec /opt/uitwijk/bin/uitwijk campaign merge /srv/ann/national -o "
            "/srv/ann/national.h5");
}

TEST(Scripts, QuoteWhatTheShellOrSlurmWouldSplit) {
  SlurmJobs odd = jobs();
  odd.name = "two words";
  odd.account = "a\"b\\c";
  odd.directory = "/srv/ann lee";
  odd.folder = "/srv/ann lee/it's";
  const std::string text = array_script(odd);
  EXPECT_THAT(lines_of(text), Contains("#SBATCH --job-name=\"two words\""));
  EXPECT_THAT(lines_of(text), Contains("#SBATCH --account=\"a\\\"b\\\\c\""));
  EXPECT_THAT(lines_of(text), Contains("#SBATCH --chdir=\"/srv/ann lee\""));
  EXPECT_THAT(text, HasSubstr("campaign run '/srv/ann lee/it'\\''s' --task"));
}

TEST(Scripts, APercentSignOfAFolderIsNoPattern) {
  SlurmJobs odd = jobs();
  odd.folder = "/data/50%done";
  EXPECT_THAT(lines_of(array_script(odd)),
              Contains("#SBATCH --output=/data/50%%done/logs/task-%a.log"));
}

TEST(Scripts, RefuseWhatALineCannotHold) {
  for (const char* const value : {"a\nb", "a\rb", "a\tb", "a\x7f"}) {
    for (std::string SlurmJobs::*const field :
         {&SlurmJobs::name, &SlurmJobs::time, &SlurmJobs::memory, &SlurmJobs::partition,
          &SlurmJobs::account}) {
      SlurmJobs odd = jobs();
      odd.*field = value;
      EXPECT_THAT(refusal([&] { array_script(odd); }), HasSubstr("control character"));
    }
    SlurmJobs odd = jobs();
    odd.directory = value;
    EXPECT_THAT(refusal([&] { merge_script(odd); }), HasSubstr("control character"));
  }
}

TEST(Scripts, RefuseABackslashInTheFolderOfTheLogs) {
  SlurmJobs odd = jobs();
  odd.folder = "/data/a\\b";
  EXPECT_THAT(refusal([&] { array_script(odd); }), HasSubstr("has a backslash"));
  EXPECT_THAT(refusal([&] { merge_script(odd); }), StartsWith("--output of Slurm: '/data/a\\b"));
}

}  // namespace
