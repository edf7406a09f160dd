#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/simulation/cli/program.hpp"

/// Faults of the system are told as what they are, and nothing that was simulated is lost by them.
namespace simulation {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;
using testing::Not;

const std::string failing = world_file("cli_tiny/outage.yaml");

TEST(ToldFaults, ASweepOfWhichNothingIsFinishedSaysWhy) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "AddressSanitizer reserves more than a limit would leave";
#endif
  const Ended ended =
      uitwijk("sweep -q -n 2 --lang en --vary takeover.decide='1 min..3 min/2' " + failing,
              "ulimit -v 120000; ");
  EXPECT_EQ(ended.exit_code, 1) << ended.err;
  EXPECT_THAT(ended.err, Not(HasSubstr("without them there is no twin")));
}

/// A folder in the place of a later file: found before the first replication.
TEST(ToldFaults, EveryDrawMustBeWritable) {
  const Scratch scratch;
  fs::create_directories(scratch.file("u-draw-02.h5"));
  const Ended ended =
      uitwijk("run -q -n 2 --uncertain 2 " + failing + " -o " + scratch.file("u.h5"));
  EXPECT_NE(ended.exit_code, 0);
  EXPECT_FALSE(fs::exists(scratch.file("u-draw-01.h5")));
}

TEST(ToldFaults, EveryFutureMustBeWritable) {
  const Scratch scratch;
  fs::create_directories(scratch.file("b-more-onset.h5"));
  const Ended ended =
      uitwijk("branch -q -n 2 --at onset --option 'more=set:takeover.decide=2 min' " + failing +
              " -o " + scratch.file("b.h5"));
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, HasSubstr("b-more-onset.h5"));
  EXPECT_EQ(ended.out, "") << "nothing was run";
}

/// A year takes more than the second of processor time that each process may have.
TEST(ToldFaults, WhatALimitEndsIsInNoShard) {
  const Scratch scratch;
  const std::string file = scratch.file("year.campaign.yaml"), folder = scratch.file("c");
  const std::string tiny = world_file("cli_tiny/");
  write(file, "campaign: {name: A year, description: Long replications., world: " + tiny +
                  "world, catalogue: " + tiny + "threats.yaml, replications: 1, seed: 7}\n" +
                  "scenarios: [" + tiny + "year.yaml]\n");
  succeeds("campaign plan -q -j 1 --task-seconds 1000 " + file + " -o " + folder);
  const Ended ended = uitwijk("campaign run --task 0 " + folder, "ulimit -t 1; ");
  EXPECT_EQ(ended.exit_code, 1) << ended.err;
  EXPECT_THAT(ended.err, HasSubstr("cannot be simulated: a child process was ended by signal"));
  EXPECT_TRUE(fs::is_empty(folder + "/shards"));
}

/// Files that others may read keep their mode when they are replaced.
TEST(ToldFaults, AFileThatAllCanReadIsTold) {
  const Scratch scratch;
  const std::string folder = scratch.file("c"), merged = scratch.file("m.h5");
  succeeds("campaign plan -q -n 1 " + world_file("cli_tiny/tiny.campaign.yaml") + " -o " + folder);
  succeeds("campaign run -q " + folder);
  const std::string merge = "campaign merge --lang en " + folder + " -o " + merged;
  const std::string draws =
      "run -n 2 --lang en --uncertain 2 " + failing + " -o " + scratch.file("u.h5");
  for (const auto& [command, written] :
       {std::pair{merge, merged}, {draws, scratch.file("u-draw-02.h5")}}) {
    EXPECT_THAT(uitwijk(command).err, Not(HasSubstr("everybody on this machine"))) << command;
    fs::permissions(written, fs::perms(0644));
    EXPECT_THAT(uitwijk(command).err, HasSubstr(written + ": everybody on this machine"))
        << command;
  }
}

/// The disk is full at the second file: the figures are there all the same.
TEST(ToldFaults, FiguresAreShownThoughAFileCannotBeWritten) {
  const Scratch scratch;
  const std::string branch =
      "branch -q -n 2 --lang en --at onset --option 'more=set:takeover.decide=2 min' " + failing +
      " -o " + scratch.file("b.h5");
  const std::string draws =
      "run -q -n 2 --lang en --uncertain 2 " + failing + " -o " + scratch.file("u.h5");
  for (const std::string& command : {branch, draws}) {
    const Ended ended = uitwijk(command, "ulimit -f 8; ");
    EXPECT_EQ(ended.exit_code, 1) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("95 %")) << command;
  }
}

TEST(ToldFaults, ALimitOfTimeIsOneThatCanBeCounted) {
  for (const char* limit : {"400000000000 h", "1e300 h", "0 s"})
    EXPECT_EQ(
        uitwijk(std::string("serve --limit '") + limit + "' " SOURCE_DIR "/tests/worlds/cli_tiny")
            .exit_code,
        2)
        << limit;
}

}  // namespace
}  // namespace simulation
