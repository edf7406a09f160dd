/// What survives when a run is interrupted, a child dies, or the disk says no.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "results/result_file.hpp"
#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using testing::HasSubstr;

const std::string year = world_file("cli_tiny/year.yaml");

void expect_saved_after(int signal, const std::string& options = "") {
  const Scratch scratch;
  const std::string file = scratch.file("study.h5");
  Program run("run --json -n 2000 -j 2 --lang en " + tiny_outage + options + " -o " + file);
  ASSERT_TRUE(run.says("10 % ("));
  run.signal(signal);
  const Ended ended = run.wait();
  EXPECT_EQ(ended.exit_code, 128 + signal);
  EXPECT_THAT(ended.err, HasSubstr("interrupted"));
  const auto result = nlohmann::json::parse(ended.out);
  EXPECT_EQ(result.at("interrupted"), true);
  EXPECT_GE(result.at("replications"), 195) << "10 % has those too that are under way";
  EXPECT_LT(result.at("replications"), 2000);
  const results::Study study = results::read_study(file);
  EXPECT_EQ(study.replications.size(), result.at("replications"));
  EXPECT_EQ(study.ending, (results::Ending{1, 0}));
  for (const char* command : {"table ", "compare --measures "})
    EXPECT_EQ(uitwijk(command + file).exit_code, 5) << command;
  const Ended table = uitwijk("table --json " + file);
  EXPECT_EQ(table.exit_code, 5);
  EXPECT_EQ(nlohmann::json::parse(table.out).at("extent").at("partial"), true);
}

TEST(CliTrouble, CtrlCSavesWhatWasFinished) {
  expect_saved_after(SIGINT);
}

TEST(CliTrouble, SoDoesSigterm) {
  expect_saved_after(SIGTERM);
}

/// The terminal is gone, or a cluster says that time is nearly up.
TEST(CliTrouble, SoDoWhatNobodyHereAskedFor) {
  for (const int signal : {SIGHUP, SIGUSR1, SIGXCPU})
    expect_saved_after(signal);
}

/// As a full log does, or a job that nobody listens to.
TEST(CliTrouble, StandardErrorThatCannotBeWrittenLosesNothing) {
  const Scratch scratch;
  for (const std::string to : {"2>/dev/full", "2>&-", "2>&1 >/dev/null | true"}) {
    const std::string file = scratch.file("study.h5");
    const std::string command = "'" UITWIJK "' run -n 2 " + tiny_outage + " -o " + file + " ";
    EXPECT_EQ(std::system(("(" + command + to + ") >/dev/null").c_str()), 0) << to;
    EXPECT_EQ(results::read_study(file).replications.size(), 2u) << to;
    std::filesystem::remove(file);
  }
}

/// Neither an empty folder for temporary files nor one that is not there matters to a report.
TEST(CliTrouble, AReportNeedsNoTemporaryFolder) {
  const Scratch scratch;
  const std::string file = scratch.file("study.h5");
  succeeds("run -q -n 2 " + tiny_outage + " -o " + file);
  const std::string report = "report --audience analist --today 2026-01-01 " + file + " -o ";
  const Ended here = uitwijk(report + scratch.file("here.html"));
  const Ended nowhere = uitwijk(report + scratch.file("nowhere.html"), "TMPDIR=/none ");
  EXPECT_EQ(here.exit_code, 0);
  EXPECT_EQ(nowhere.exit_code, 0) << nowhere.err;
  EXPECT_EQ(text_of(scratch.file("here.html")), text_of(scratch.file("nowhere.html")));
  const Ended plan =
      uitwijk("campaign plan " + world_file("cli_tiny/tiny.campaign.yaml"), "TMPDIR=/none ");
  EXPECT_EQ(plan.exit_code, 1);
  EXPECT_THAT(plan.err, HasSubstr("uitwijk: /none: no temporary folder can be made there"));
}

TEST(CliTrouble, AnEmptyNameIsNoFile) {
  for (const char* const option : {"-o", "--save", "--document", "--threat"})
    EXPECT_EQ(uitwijk("run -n 2 " + tiny_outage + " " + option + " ''").exit_code, 2) << option;
  EXPECT_EQ(uitwijk("run -n 2 " + tiny_outage + " --output=").exit_code, 2);
}

TEST(CliTrouble, APaddedNumberIsDecimal) {
  const auto run = json_of("run -q --json -n 010 --seed 010 " + tiny_outage);
  EXPECT_EQ(run.at("replications"), 10);
  EXPECT_EQ(run.at("seed"), 10);
}

/// It has fewer replications than it could have, as one that was precise in time; not so this one.
TEST(CliTrouble, InterruptedBeforeItsPrecisionItIsPartialToo) {
  expect_saved_after(SIGINT, " --precision 0.0001@unique_callers");
}

TEST(CliTrouble, AStudyThatIsPreciseInTimeIsWhole) {
  const Scratch scratch;
  const std::string file = scratch.file("study.h5");
  succeeds("run -q -n 2000 --precision 50%@unique_callers " + tiny_outage + " -o " + file);
  const results::Study study = results::read_study(file);
  EXPECT_EQ(study.ending, (results::Ending{0, 1}));
  EXPECT_EQ(study.provenance.precision, "50%@unique_callers");
  EXPECT_EQ(study.provenance.replications_asked, 2000u);
  EXPECT_EQ(study.replications.size(), 50u);
  EXPECT_EQ(uitwijk("table " + file).exit_code, 0);
}

TEST(CliTrouble, NothingFinishedLeavesNoFile) {
  const Scratch scratch;
  const std::string file = scratch.file("study.h5");
  Program run("run -q -n 2 -j 1 " + year + " -o " + file);
  ASSERT_NE(run.child(), 0);
  run.signal(SIGINT);
  EXPECT_EQ(run.wait().exit_code, 130);
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(CliTrouble, ADeadChildCostsNothingAndIsTold) {
  Program run("run --json -n 2 -j 1 --lang en --seed 5 " + year +
              " --set demand.calls='60 calls/h'");
  const pid_t child = run.child();
  ASSERT_NE(child, 0);
  kill(child, SIGKILL);
  const Ended ended = run.wait();
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.err, HasSubstr("tried again"));
  const auto result = nlohmann::json::parse(ended.out);
  EXPECT_EQ(result.at("failed_replications"), 0);
  EXPECT_EQ(result.at("replications"), 2);
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename());
  return names;
}

void expect_refused(const Ended& ended, const std::string& reason) {
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, testing::StartsWith("uitwijk: "));
  EXPECT_THAT(ended.err, HasSubstr("study.h5"));
  EXPECT_THAT(ended.err, HasSubstr(reason));
  EXPECT_THAT(ended.err, testing::Not(HasSubstr("HDF5"))) << "no error stack of a library";
}

TEST(CliTrouble, AFullDiskLeavesNoFileAndNoPart) {
  const Scratch scratch;
  const std::filesystem::path disk = scratch.file("disk");
  std::filesystem::create_directory(disk);
  if (mount("none", disk.c_str(), "tmpfs", 0, "size=16k") != 0)
    GTEST_SKIP() << "mount: " << std::strerror(errno);
  const Ended ended = uitwijk("run -q -n 2 " + tiny_outage + " -o " + (disk / "study.h5").string());
  const auto left = names_in(disk);
  umount(disk.c_str());
  expect_refused(ended, "No space left on device");
  EXPECT_THAT(left, testing::IsEmpty());
}

/// A file that a result may replace.
const std::string older = "\x89HDF\r\n\x1a\n, once";

/// Needs no rights: the limit and the ignored signal pass from here to the program.
TEST(CliTrouble, AFileThatMayNotGrowLeavesTheOldOne) {
  const Scratch scratch;
  std::filesystem::create_directory(scratch.file("disk"));
  const std::string file = scratch.file("disk/study.h5");
  std::ofstream(file) << older;
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit tight{20000, before.rlim_max};
  const auto handler = signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &tight);
  const Ended ended = uitwijk("run -q -n 2 " + tiny_outage + " -o " + file);
  setrlimit(RLIMIT_FSIZE, &before);
  signal(SIGXFSZ, handler);
  expect_refused(ended, "File too large");
  EXPECT_EQ(text_of(file), older);
  EXPECT_THAT(names_in(scratch.file("disk")), testing::ElementsAre("study.h5"));
}

TEST(CliTrouble, AFolderThatIsNotThereIsSaidBeforeTheRun) {
  const Scratch scratch;
  const Ended ended =
      uitwijk("run -n 100000 " + tiny_outage + " -o " + scratch.file("no/where.h5"));
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, HasSubstr("where.h5"));
  EXPECT_EQ(ended.err.find('%'), std::string::npos) << "not one replication was run";
}

/// The program lies in a build folder of the tree.
TEST(CliTrouble, WhatIsShippedIsFoundFromAnyFolder) {
  const Scratch scratch;
  std::filesystem::create_directory(scratch.file("elsewhere"));
  const std::string there = "cd " + scratch.file("elsewhere") + " && ";
  const std::string file = scratch.file("study.h5");
  EXPECT_EQ(uitwijk("run -q --threat DR-07 -n 2 -o " + file, there).exit_code, 0);
  EXPECT_EQ(uitwijk("table --format csv " + file, there).exit_code, 0);
}

}  // namespace
}  // namespace simulation
