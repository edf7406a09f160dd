#include <gmock/gmock.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>

#include "models/text/sha256.hpp"
#include "results/campaign_file.hpp"
#include "results/kind.hpp"
#include "results/result_file.hpp"
#include "results/seal.hpp"
#include "tests/unit/results/example.hpp"
#include "tests/unit/results/refusal.hpp"

/// One file of many studies.
namespace {

using namespace results;
using results_example::bytes_of;
using results_example::Folder;
using results_test::refusal;
using testing::AllOf;
using testing::HasSubstr;

const CampaignHead head = {"Two rows", "Openbaar", "{\n  \"name\": \"Two rows\"\n}\n", "ab12"};

Study campaign_study(const std::string& threat, std::uint64_t replications) {
  results_example::Size size;
  size.replications = replications;
  auto study = results_example::study(size);
  study.provenance.row.threat = threat;
  return study;
}

void write_campaign(const std::filesystem::path& file, std::uint64_t asked = 6) {
  CampaignWriter writer(file, head);
  writer.add("DR-01", asked, campaign_study("DR-01", 5));
  writer.add("DR-02@rotterdam", asked, campaign_study("DR-02", 5));
  writer.commit();
}

TEST(CampaignFile, GivesBackItsHeadItsTableAndItsStudies) {
  const Folder folder;
  write_campaign(folder / "all.h5");
  const Campaign read = read_campaign(folder / "all.h5");
  EXPECT_EQ(read.head().name, head.name);
  EXPECT_EQ(read.head().rubricering, head.rubricering);
  EXPECT_EQ(read.head().manifest, head.manifest);
  EXPECT_EQ(read.head().digest, head.digest);
  ASSERT_EQ(read.rows().size(), 2u);
  const CampaignRow& row = read.rows()[1];
  EXPECT_EQ(row.id, "DR-02@rotterdam");
  EXPECT_EQ(row.asked, 6u);
  EXPECT_EQ(row.finished, 5u);
  EXPECT_EQ(row.failed, 1u);
  EXPECT_EQ(row.labels, campaign_study("DR-02", 5).provenance.row);
  EXPECT_TRUE(read.complete());
  EXPECT_EQ(kind_of(folder / "all.h5"), "uitwijk/campaign");
}

/// Group by group the same as a file of its own.
TEST(CampaignFile, ARowIsTheStudyThatWasAdded) {
  const Folder folder;
  write_campaign(folder / "all.h5");
  write_study(campaign_study("DR-02", 5), folder / "alone.h5");
  write_study(read_campaign(folder / "all.h5").row(1), folder / "row.h5");
  EXPECT_EQ(bytes_of(folder / "alone.h5"), bytes_of(folder / "row.h5"));
}

TEST(CampaignFile, SameRowsSameBytesForItsOwnerOnly) {
  const Folder folder;
  const auto mask = umask(0);
  write_campaign(folder / "a.h5");
  write_campaign(folder / "b.h5");
  umask(mask);
  EXPECT_EQ(bytes_of(folder / "a.h5"), bytes_of(folder / "b.h5"));
  EXPECT_EQ(folder.entries(), 2u);
  struct stat there {};
  ASSERT_EQ(stat((folder / "a.h5").c_str(), &there), 0);
  EXPECT_EQ(there.st_mode & 07777, 0600u);
}

TEST(CampaignFile, SaysWhatIsMissing) {
  const Folder folder;
  {
    CampaignWriter writer(folder / "part.h5", head);
    writer.add("DR-01", 9, campaign_study("DR-01", 5));
    writer.add("DR-02", 9, {});
    writer.commit();
  }
  const Campaign read = read_campaign(folder / "part.h5");
  EXPECT_FALSE(read.complete());
  EXPECT_FALSE(read.rows()[0].complete());
  EXPECT_EQ(read.row(0).replications.size(), 5u);
  EXPECT_THAT(refusal([&] { read.row(1); }),
              AllOf(HasSubstr("part.h5"), HasSubstr("no replications of row 'DR-02'")));
}

TEST(CampaignFile, LeavesNothingWithoutCommit) {
  const Folder folder;
  results_example::put(folder / "all.h5", "\x89HDF\r\n\x1a\n, old");
  {
    CampaignWriter writer(folder / "all.h5", head);
    writer.add("DR-01", 6, campaign_study("DR-01", 5));
  }
  EXPECT_EQ(bytes_of(folder / "all.h5"), "\x89HDF\r\n\x1a\n, old");
  EXPECT_EQ(folder.entries(), 1u);
}

/// Found by fuzzing: an address of 2^64 - 1, in a file whose seal fits. Read or refused, that is no
/// fault of a disk.
TEST(CampaignFile, AnAddressThatNoFileHasIsDamage) {
  const Folder folder;
  results_example::Size small;
  small.replications = 2;
  CampaignWriter writer(folder / "all.h5", {"Two rows", "Openbaar", "{}", "ab12"});
  writer.add("DR-01", 6, results_example::study(small));
  writer.add("DR-02@rotterdam", 6, Study());
  writer.commit();
  const std::string bytes = bytes_of(folder / "all.h5");
  std::string image(unsealed(bytes, campaign_kind));
  image.replace(image.size() - 9294, 8, std::string(8, '\xff'));
  results_example::put(folder / "all.h5",
                       image + seal_of(campaign_kind, models::sha256_hex(image)));
  EXPECT_NO_THROW(refusal([&] { read_campaign(folder / "all.h5").row(0); }));
}

TEST(CampaignFile, RefusesOtherKindsAndDamage) {
  const Folder folder;
  write_study(campaign_study("DR-01", 2), folder / "study.h5");
  EXPECT_THAT(refusal([&] { read_campaign(folder / "study.h5"); }),
              HasSubstr("is a 'uitwijk/study', expected a 'uitwijk/campaign'"));
  EXPECT_THAT(refusal([&] { read_campaign(folder / "none.h5"); }), HasSubstr("No such file"));
  write_campaign(folder / "all.h5");
  EXPECT_THAT(refusal([&] { read_study(folder / "all.h5"); }),
              HasSubstr("is a 'uitwijk/campaign', expected a 'uitwijk/study'"));
  const std::string whole = bytes_of(folder / "all.h5");
  for (const std::size_t at : {std::size_t{2000}, whole.size() / 2, whole.size() - 200}) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    results_example::put(folder / "all.h5", bytes);
    EXPECT_THAT(refusal([&] { read_campaign(folder / "all.h5"); }), HasSubstr("checksum")) << at;
  }
  results_example::put(folder / "all.h5", whole.substr(0, whole.size() / 2));
  EXPECT_THAT(refusal([&] { read_campaign(folder / "all.h5"); }), HasSubstr("has no seal"));
}

TEST(CampaignFile, IsReadUnderTheSealOfOld) {
  const Folder folder;
  write_campaign(folder / "all.h5");
  const std::string whole = bytes_of(folder / "all.h5");
  const std::string image = whole.substr(0, whole.rfind("uitwijk/campaign"));
  std::string bytes = image + results_example::old_seal_of(image, "campaign");
  results_example::put(folder / "all.h5", bytes);
  EXPECT_EQ(refusal([&] { read_campaign(folder / "all.h5"); }), "");
  bytes[image.size() / 2] = static_cast<char>(bytes[image.size() / 2] ^ 1);
  results_example::put(folder / "all.h5", bytes);
  EXPECT_THAT(refusal([&] { read_campaign(folder / "all.h5"); }), HasSubstr("checksum"));
}

/// A file that a result may replace.
const std::string older = "\x89HDF\r\n\x1a\n, once";

/// Most memory of a process that writes so many rows, in KiB.
long memory_of(int rows) {
  const Folder folder;
  const pid_t child = fork();
  if (child == 0) {
    results_example::Size size = results_example::dutch;
    size.replications = 10;
    const auto study = results_example::study(size);
    CampaignWriter writer(folder / "all.h5", head);
    for (int row = 0; row < rows; ++row)
      writer.add(fmt::format("row {}", row), 10, study);
    writer.commit();
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    results_example::put(folder / "memory", fmt::format("{}", used.ru_maxrss));
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  return std::stol(bytes_of(folder / "memory"));
}

/// A row takes 5 MB here while it is written.
TEST(CampaignFile, MemoryDoesNotGrowWithTheNumberOfRows) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "AddressSanitizer keeps what is freed";
#endif
  EXPECT_LT(memory_of(40), memory_of(4) + 8 * 1024);
}

TEST(CampaignFile, LeavesTheOldFileWhenTheDiskIsFull) {
  const Folder folder;
  if (mount("none", folder.path().c_str(), "tmpfs", 0, "size=200k") != 0)
    GTEST_SKIP() << "mount: " << std::strerror(errno);
  results_example::put(folder / "all.h5", older);
  const auto why = refusal([&] {
    CampaignWriter writer(folder / "all.h5", head);
    for (int row = 0; row < 20; ++row)
      writer.add(fmt::format("row {}", row), 6, campaign_study("DR-01", 5));
    writer.commit();
  });
  const auto kept = bytes_of(folder / "all.h5");
  const auto entries = folder.entries();
  umount(folder.path().c_str());
  EXPECT_THAT(why, AllOf(HasSubstr("all.h5: "), HasSubstr("No space left on device")));
  EXPECT_EQ(kept, older);
  EXPECT_EQ(entries, 1u);
}

TEST(CampaignFile, LeavesTheOldFileWhenTheFileMayNotGrow) {
  const Folder folder;
  results_example::put(folder / "all.h5", older);
  const pid_t child = fork();
  if (child == 0) {
    const rlimit limit = {200'000, 200'000};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto why = refusal([&] {
      CampaignWriter writer(folder / "all.h5", head);
      for (int row = 0; row < 20; ++row)
        writer.add(fmt::format("row {}", row), 6, campaign_study("DR-01", 5));
      writer.commit();
    });
    _exit(why.find("File too large") == std::string::npos ? 1 : 0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(bytes_of(folder / "all.h5"), older);
  EXPECT_EQ(folder.entries(), 1u);
}

/// Drawn windows end at different times.
Study drawn_study() {
  auto study = results_example::study();
  const auto width = study.dimensions.centres.size() * size_of<TimelineCount>;
  for (std::size_t i = 0; i < study.replications.size(); ++i)
    for (Facts* world : {&study.replications[i].world, &*study.replications[i].twin})
      world->timeline.resize((i == 1 ? 0 : 2 + i) * width);
  study.dimensions.timeline_bins = 2 + study.replications.size() - 1;
  return study;
}

TEST(Shards, OfDrawnWindowsKeepEachTimeline) {
  const Folder folder;
  const auto written = drawn_study();
  write_study(written, folder / "shard.h5", Timelines::each);
  const auto read = read_study(folder / "shard.h5");
  ASSERT_EQ(read.replications.size(), written.replications.size());
  for (std::size_t i = 0; i < read.replications.size(); ++i) {
    EXPECT_EQ(read.replications[i].world.timeline, written.replications[i].world.timeline) << i;
    EXPECT_EQ(read.replications[i].twin->timeline, written.replications[i].twin->timeline) << i;
  }
  EXPECT_EQ(read.timeline,
            summarise_timeline(written.replications, written.dimensions.centres.size()));
}

TEST(Shards, OfDrawnWindowsAreOneStudyAgain) {
  const Folder folder;
  const auto whole = drawn_study();
  auto first = whole, second = whole;
  first.replications.resize(3);
  first.dimensions.timeline_bins = 4;
  second.replications.erase(second.replications.begin(), second.replications.begin() + 3);
  write_study(first, folder / "first.h5", Timelines::each);
  write_study(second, folder / "second.h5", Timelines::each);
  auto merged = read_study(folder / "first.h5");
  auto rest = read_study(folder / "second.h5");
  merged.dimensions.timeline_bins = rest.dimensions.timeline_bins;
  for (auto& seen : rest.replications)
    merged.replications.push_back(std::move(seen));
  write_study(whole, folder / "whole.h5");
  write_study(merged, folder / "merged.h5");
  EXPECT_EQ(bytes_of(folder / "whole.h5"), bytes_of(folder / "merged.h5"));
}

TEST(Shards, RefuseATimelineThatIsNotWhole) {
  const Folder folder;
  auto study = drawn_study();
  study.replications[0].world.timeline.open().pop_back();
  EXPECT_THROW(write_study(study, folder / "shard.h5", Timelines::each), std::logic_error);
}

}  // namespace
