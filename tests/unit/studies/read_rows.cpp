#include "studies/read_rows.hpp"

#include <gmock/gmock.h>

#include "models/text/problems.hpp"
#include "results/campaign_file.hpp"
#include "results/result_file.hpp"
#include "tests/unit/results/example.hpp"

/// Rows out of result files, campaigns and folders of them.
namespace {

namespace fs = std::filesystem;
using namespace studies;
using results_example::Folder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

results::Study study_of(const std::string& threat, std::uint64_t replications = 5) {
  results_example::Size size;
  size.replications = replications;
  auto out = results_example::study(size);
  out.provenance.row.threat = threat;
  return out;
}

void write_campaign(const fs::path& file, std::uint64_t asked) {
  results::CampaignWriter writer(file, {"All", "Openbaar", "{}", "ab"});
  writer.add("C-1", asked, study_of("C-1"));
  results::Study nothing = study_of("C-2");
  nothing.replications.clear();
  nothing.failures.clear();
  writer.add("C-2", asked, nothing);
  writer.add("C-3", asked, study_of("C-3", 2));
  writer.commit();
}

std::vector<std::string> threats_of(const ReadRows& read) {
  std::vector<std::string> out;
  for (const analysis::Row& row : read.rows)
    out.push_back(row.labels.threat);
  return out;
}

TEST(ReadRows, OfNoFilesAreNone) {
  const ReadRows read = read_rows({});
  EXPECT_THAT(read.rows, IsEmpty());
  EXPECT_EQ(read.extent.asked, 0u);
  EXPECT_FALSE(read.extent.partial());
}

TEST(ReadRows, OfFilesComeInTheOrderAsked) {
  const Folder folder;
  results::write_study(study_of("B"), folder / "1.h5");
  results::write_study(study_of("A"), folder / "2.h5");
  EXPECT_THAT(threats_of(read_rows({folder / "1.h5", folder / "2.h5"})), ElementsAre("B", "A"));
  EXPECT_THAT(threats_of(read_rows({folder / "2.h5", folder / "1.h5"})), ElementsAre("A", "B"));
  EXPECT_THAT(threats_of(read_rows({folder / "1.h5", folder / "1.h5"})), ElementsAre("B", "B"));
}

TEST(ReadRows, OfAFolderComeByName) {
  const Folder folder;
  fs::create_directories(folder / "runs/deeper");
  results::write_study(study_of("B"), folder / "runs/b.h5");
  results::write_study(study_of("A"), folder / "runs/a.h5");
  results::write_study(study_of("deep"), folder / "runs/deeper/c.h5");
  results_example::put(folder / "runs/notes.txt", "none of ours");
  results::write_study(study_of("Z"), folder / "z.h5");
  EXPECT_THAT(threats_of(read_rows({folder / "z.h5", folder / "runs"})),
              ElementsAre("Z", "A", "B"));
}

TEST(ReadRows, OfAFolderAreAllWhoseNameSaysSo) {
  const Folder folder;
  results::write_study(study_of("A"), folder / "a.h5");
  results::write_study(study_of("B"), folder / "B.H5");
  EXPECT_THAT(threats_of(read_rows({folder.path()})), ElementsAre("B", "A"));
}

TEST(ReadRows, AFolderWithoutResultsIsRefused) {
  const Folder folder;
  try {
    read_rows({folder.path()});
    FAIL() << "was read";
  } catch (const models::InvalidInput& error) {
    EXPECT_THAT(error.what(), HasSubstr("the folder has no result files (*.h5)"));
  }
}

TEST(ReadRows, AFileThatIsMissingOrDamagedIsRefusedByName) {
  const Folder folder;
  results_example::put(folder / "bad.h5", "nothing of ours");
  results::write_study(study_of("A"), folder / "a.h5");
  for (const char* const name : {"none.h5", "bad.h5"})
    try {
      read_rows({folder / "a.h5", folder / name});
      FAIL() << name;
    } catch (const models::InvalidInput& error) {
      ASSERT_EQ(error.problems().size(), 1u);
      EXPECT_EQ(error.problems()[0].mark.file, (folder / name).string());
      EXPECT_THAT(error.problems()[0].message, testing::Not(HasSubstr(name))) << "once";
    }
}

/// Six were asked for and five are there: one failed.
TEST(ReadRows, AFailedReplicationIsMissing) {
  const Folder folder;
  results::write_study(study_of("A"), folder / "a.h5");
  const ReadRows read = read_rows({folder / "a.h5"});
  EXPECT_EQ(read.extent.asked, 6u);
  EXPECT_EQ(read.extent.finished, 5u);
  EXPECT_EQ(read.extent.rows, 1u);
  EXPECT_EQ(read.extent.empty_rows, 0u);
  EXPECT_TRUE(read.extent.partial());
  EXPECT_EQ(code_of(read.extent), exit_code::partial);
}

TEST(ReadRows, AWholeResultIsNotPartial) {
  const Folder folder;
  auto study = study_of("A");
  study.failures.clear();
  study.provenance.replications_asked = 5;
  results::write_study(study, folder / "a.h5");
  const auto extent = read_rows({folder / "a.h5"}).extent;
  EXPECT_FALSE(extent.partial());
  EXPECT_EQ(code_of(extent), exit_code::done);
  EXPECT_EQ(code_of(extent, exit_code::criterion_exceeded), exit_code::criterion_exceeded);
}

TEST(ReadRows, PartialGoesBeforeAnotherCode) {
  analysis::Extent partial;
  partial.asked = 2;
  partial.finished = 1;
  EXPECT_EQ(code_of(partial), exit_code::partial);
}

/// The second row has nothing, the third two of its five.
TEST(ReadRows, OfACampaignPassOverRowsWithNothingAndCountThem) {
  const Folder folder;
  write_campaign(folder / "all.h5", 6);
  const ReadRows read = read_rows({folder / "all.h5"});
  EXPECT_THAT(threats_of(read), ElementsAre("C-1", "C-3"));
  EXPECT_EQ(read.extent.rows, 3u);
  EXPECT_EQ(read.extent.empty_rows, 1u);
  EXPECT_EQ(read.extent.asked, 18u);
  EXPECT_EQ(read.extent.finished, 7u);
}

TEST(ReadRows, CampaignsAndStudiesMayBeMixed) {
  const Folder folder;
  write_campaign(folder / "all.h5", 6);
  results::write_study(study_of("A"), folder / "a.h5");
  const ReadRows read = read_rows({folder / "a.h5", folder / "all.h5", folder / "a.h5"});
  EXPECT_THAT(threats_of(read), ElementsAre("A", "C-1", "C-3", "A"));
  EXPECT_EQ(read.extent.rows, 5u);
}

TEST(EachStudy, IsVisitedOnceAndOneAtATime) {
  const Folder folder;
  for (int i = 0; i < 7; ++i)
    results::write_study(study_of(std::to_string(i)), folder / (std::to_string(i) + ".h5"));
  std::string order;
  bool inside = false;
  each_study({folder.path()}, [&](const results::Study& study) {
    EXPECT_FALSE(inside);
    inside = true;
    order += study.provenance.row.threat;
    inside = false;
  });
  EXPECT_EQ(order, "0123456");
}

TEST(EachStudy, WhatTheVisitorThrowsComesOut) {
  const Folder folder;
  results::write_study(study_of("A"), folder / "a.h5");
  results::write_study(study_of("B"), folder / "b.h5");
  int visits = 0;
  EXPECT_THROW(each_study({folder.path()},
                          [&](const results::Study&) {
                            ++visits;
                            throw std::runtime_error("enough");
                          }),
               std::runtime_error);
  EXPECT_EQ(visits, 1);
}

TEST(RowOf, OfOneMeldkamerCountsItsCallersOnly) {
  const auto study = study_of("A");
  const analysis::Row all = row_of(study, ""), one = row_of(study, "centre_1");
  EXPECT_EQ(all.meldkamer, "");
  EXPECT_EQ(one.meldkamer, "centre_1");
  EXPECT_LT(one.share_of_callers, 1);
  EXPECT_EQ(one.replications.size(), all.replications.size());
}

/// Three regions of three different centres: their rows add up to the nation's.
TEST(RowOf, TheMeldkamersTogetherAreTheNation) {
  const auto study = study_of("A");
  const analysis::Row all = row_of(study, "");
  std::vector<double> callers(all.replications.size(), 0);
  double share = 0;
  for (const std::uint32_t centre : study.dimensions.region_centre) {
    const analysis::Row one = row_of(study, study.dimensions.centres[centre]);
    share += one.share_of_callers;
    for (std::size_t i = 0; i < callers.size(); ++i)
      callers[i] += one.replications[i].callers;
  }
  EXPECT_NEAR(share, 1, 1e-12);
  for (std::size_t i = 0; i < callers.size(); ++i)
    EXPECT_DOUBLE_EQ(callers[i], all.replications[i].callers) << i;
}

/// It once had the losses of the nation as its own.
TEST(RowOf, AMeldkamerWithoutRegionsHasNoCallersOfItsOwn) {
  try {
    row_of(study_of("A"), "centre_3");
    FAIL() << "nothing was refused";
  } catch (const models::InvalidInput& error) {
    EXPECT_THAT(error.what(), HasSubstr("centre_3, which has no callers of its own"));
  }
}

TEST(RowOf, AMeldkamerThatIsNotThereGetsASuggestion) {
  try {
    row_of(study_of("A"), "center_1");
    FAIL() << "was taken";
  } catch (const models::InvalidInput& invalid) {
    EXPECT_THAT(invalid.what(), HasSubstr("must name a meldkamer of the result, found center_1"));
    EXPECT_THAT(invalid.what(), HasSubstr("did you mean centre_1?"));
  }
}

TEST(RowOf, OfAllFilesTheMeldkamerMustBeThere) {
  const Folder folder;
  results::write_study(study_of("A"), folder / "a.h5");
  EXPECT_THROW(read_rows({folder / "a.h5"}, "nowhere"), models::InvalidInput);
  EXPECT_EQ(read_rows({folder / "a.h5"}, "centre_2").rows.at(0).meldkamer, "centre_2");
}

}  // namespace
