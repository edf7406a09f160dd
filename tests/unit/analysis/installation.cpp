#include <gmock/gmock.h>

#include <algorithm>

#include "analysis/installation/checks.hpp"

namespace {

using analysis::Check;
using analysis::Checked;
using analysis::Machine;

/// A machine that lacks nothing.
Machine sound_machine() {
  Machine out;
  out.simulator = "/lib/sim.so";
  out.data = "/share/models";
  out.python = "/share/python";
  out.locale = "nl_NL.UTF-8";
  out.cores = out.cores_allowed = 4;
  return out;
}

std::vector<Checked> to_look_at(const Machine& machine) {
  std::vector<Checked> out;
  for (const Check& check : checks_of(machine))
    if (!check.is_fine)
      out.push_back(check.part);
  return out;
}

bool is_usable_machine(const Machine& machine) {
  return is_usable(checks_of(machine));
}

TEST(InstallationChecks, FindNothingOnASoundMachine) {
  EXPECT_THAT(to_look_at(sound_machine()), testing::IsEmpty());
  EXPECT_TRUE(is_usable_machine(sound_machine()));
  EXPECT_EQ(checks_of(sound_machine()).size(), 17u) << "one of each, and no folder asked about";
}

TEST(InstallationChecks, WithoutASimulatorNothingRuns) {
  Machine machine = sound_machine();
  machine.simulator_fault = "it is cut off";
  EXPECT_THAT(to_look_at(machine), testing::ElementsAre(Checked::simulator));
  EXPECT_FALSE(is_usable_machine(machine));
}

TEST(InstallationChecks, WhatCanBeDoneWithoutIsNoObstacle) {
  Machine machine = sound_machine();
  machine.data = machine.python = machine.locale = "";
  machine.here.fault = machine.temporary.fault = "Permission denied";
  machine.columns = 79;
  machine.is_zone_known = false;
  EXPECT_THAT(
      to_look_at(machine),
      testing::ElementsAre(Checked::data, Checked::python, Checked::here, Checked::temporary,
                           Checked::locale, Checked::terminal, Checked::time_zone));
  EXPECT_TRUE(is_usable_machine(machine));
}

TEST(InstallationChecks, AFolderThatWasAskedAboutMustBeWritten) {
  Machine machine = sound_machine();
  machine.outputs = {{"/a", ""}, {"/b", "Read-only file system"}};
  EXPECT_FALSE(is_usable_machine(machine));
  const auto checks = checks_of(machine);
  const auto second = std::ranges::find_if(checks, [](const Check& one) { return !one.is_fine; });
  EXPECT_EQ(second->part, Checked::output);
  EXPECT_EQ(second->row, 1u);
}

/// Two at a time take 0.2 GB of address space, each further one 40 MB (campaign.md).
TEST(InstallationChecks, NeedsAreThoseOfTheManual) {
  EXPECT_EQ(analysis::address_need(2), 200'000'000u);
  EXPECT_EQ(analysis::address_need(5), 320'000'000u);
  Machine machine = sound_machine();
  machine.address_space = 280'000'000;
  EXPECT_THAT(to_look_at(machine), testing::IsEmpty()) << "four at a time need exactly that";
  machine.address_space = 279'999'999;
  EXPECT_THAT(to_look_at(machine), testing::ElementsAre(Checked::address_space));
  EXPECT_TRUE(is_usable_machine(machine)) << "with a smaller -j";
  machine.address_space = 100'000'000;
  EXPECT_FALSE(is_usable_machine(machine));
}

TEST(InstallationChecks, LimitsAreHeldAgainstWhatIsNeeded) {
  Machine machine = sound_machine();
  machine.cores_quota = 3.5;
  machine.memory = 200'000'000;
  machine.file_size = 1'000'000;
  machine.processes = 10;
  machine.open_files = 20;
  EXPECT_THAT(to_look_at(machine),
              testing::ElementsAre(Checked::cores, Checked::memory, Checked::file_size,
                                   Checked::processes, Checked::open_files));
  EXPECT_TRUE(is_usable_machine(machine));
}

TEST(InstallationChecks, KnowUtf8HoweverItIsWritten) {
  for (const char* const locale : {"C.UTF-8", "nl_NL.utf8", "en_US.UTF-8@euro"}) {
    Machine machine;
    machine.locale = locale;
    EXPECT_TRUE(machine.has_utf8()) << locale;
  }
  for (const char* const locale : {"", "C", "nl_NL.ISO-8859-1", "POSIX"}) {
    Machine machine;
    machine.locale = locale;
    EXPECT_FALSE(machine.has_utf8()) << locale;
  }
}

}  // namespace
