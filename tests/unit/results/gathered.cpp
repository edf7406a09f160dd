#include "results/gathered.hpp"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <algorithm>

#include "results/fact_bytes.hpp"
#include "results/study_image.hpp"
#include "tests/unit/results/example.hpp"

namespace {

using results::Gathered;
using results::Observations;
using results::Study;

constexpr std::size_t plenty = 1U << 30;

/// The replications of a study, last first.
Gathered gathered(const Study& study, std::size_t memory) {
  Gathered out(memory);
  for (std::size_t i = study.replications.size(); i-- > 0;)
    out.add(study.replications[i]);
  return out;
}

/// All that a file of them would hold.
std::string image(Study study, std::vector<Observations> replications) {
  study.replications = std::move(replications);
  return results::image_of(study, results::Timelines::each);
}

std::vector<Observations> looked_at(const Gathered& all) {
  std::vector<Observations> out;
  all.each([&](const Observations& seen) { out.push_back(seen); });
  return out;
}

class AllInAFile : public testing::Test {
protected:
  Study study = results_example::study();
};

TEST_F(AllInAFile, ComesBackByNumberAndTheSame) {
  Gathered all = gathered(study, 0);
  EXPECT_EQ(all.size(), study.replications.size());
  EXPECT_EQ(all.in_memory(), 0u);
  const std::string before = image(study, study.replications);
  EXPECT_EQ(image(study, looked_at(all)), before);
  EXPECT_EQ(image(study, looked_at(all)), before) << "and again";
  EXPECT_EQ(image(study, all.take()), before);
  EXPECT_EQ(all.size(), 0u);
}

TEST_F(AllInAFile, OnlyWhatMemoryHasNoRoomForGoesThere) {
  const Gathered near = gathered(study, plenty);
  EXPECT_EQ(near.in_memory(), study.replications.size());
  const std::size_t one = sizeof(Observations) + results::bytes_of(study.replications.back());
  const Gathered half = gathered(study, 2 * one);
  EXPECT_GE(half.in_memory(), 1u);
  EXPECT_LT(half.in_memory(), study.replications.size());
  EXPECT_EQ(image(study, looked_at(half)), image(study, looked_at(near)));
}

TEST_F(AllInAFile, PackedCountsStayPacked) {
  for (Observations& seen : study.replications)
    seen.world.waits.pack();
  const auto back = looked_at(gathered(study, 0));
  for (std::size_t i = 0; i < back.size(); ++i) {
    EXPECT_EQ(back[i].world.waits, study.replications[i].world.waits);
    EXPECT_LE(back[i].world.waits.bytes(), study.replications[i].world.waits.bytes());
  }
}

TEST_F(AllInAFile, WhatHasNoTwinComesBackWithoutOne) {
  for (Observations& seen : study.replications) {
    seen.twin.reset();
    seen.paired.reset();
  }
  for (const Observations& seen : looked_at(gathered(study, 0)))
    EXPECT_FALSE(seen.twin || seen.paired);
}

/// Each test is a process of its own.
TEST_F(AllInAFile, WithoutAFolderMemoryHasToDo) {
  setenv("TMPDIR", "/nowhere/at/all", 1);
  const Gathered all = gathered(study, 0);
  EXPECT_EQ(all.in_memory(), study.replications.size());
  EXPECT_EQ(image(study, looked_at(all)), image(study, study.replications));
}

TEST_F(AllInAFile, MovesWithItsFile) {
  Gathered first = gathered(study, 0);
  const Gathered second = std::move(first);
  EXPECT_EQ(image(study, looked_at(second)), image(study, study.replications));
}

}  // namespace
