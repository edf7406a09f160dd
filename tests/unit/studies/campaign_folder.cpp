#include "studies/campaign/folder.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "models/text/problems.hpp"
#include "results/result_file.hpp"
#include "results/seal.hpp"
#include "tests/unit/studies/manifest_example.hpp"

/// A planned campaign on disk.
namespace {

namespace fs = std::filesystem;
using namespace studies;
using manifest_example::small;
using results_example::Folder;
using testing::ElementsAre;
using testing::HasSubstr;

mode_t mode_of(const fs::path& path) {
  struct stat there {};
  EXPECT_EQ(stat(path.c_str(), &there), 0) << path;
  return there.st_mode & 0777;
}

TEST(CampaignFolder, IsMadeForItsOwnerOnly) {
  const Folder folder;
  CampaignFolder::create(folder / "c", small());
  for (const char* const part : {"c", "c/shards", "c/claims"})
    EXPECT_EQ(mode_of(folder / part), 0700u) << part;
  EXPECT_EQ(mode_of(folder / "c/manifest.json"), 0600u);
}

TEST(CampaignFolder, IsReadAsItWasMade) {
  const Folder folder;
  const auto made = CampaignFolder::create(folder / "c", small());
  const CampaignFolder read(folder / "c");
  EXPECT_EQ(read.digest(), made.digest());
  EXPECT_EQ(read.digest(), digest_of(small()));
  EXPECT_EQ(to_json(read.manifest()), to_json(small()));
  EXPECT_EQ(read.path(), folder / "c");
}

TEST(CampaignFolder, AFolderWithoutAManifestIsNone) {
  const Folder folder;
  for (const fs::path& path : {folder.path(), folder / "none"})
    try {
      const CampaignFolder read(path);
      FAIL() << path;
    } catch (const models::InvalidInput& invalid) {
      EXPECT_THAT(invalid.what(), HasSubstr("is no planned campaign"));
      EXPECT_THAT(invalid.what(), HasSubstr("uitwijk campaign plan FILE -o FOLDER"));
    }
}

TEST(CampaignFolder, IsNotPlannedTwice) {
  const Folder folder;
  CampaignFolder::create(folder / "c", small());
  const std::string before = results_example::bytes_of(folder / "c/manifest.json");
  auto other = small();
  other.seed = 2;
  EXPECT_THROW(CampaignFolder::create(folder / "c", other), models::InvalidInput);
  EXPECT_EQ(results_example::bytes_of(folder / "c/manifest.json"), before);
}

TEST(CampaignFolder, MayBeAFolderThatIsThere) {
  const Folder folder;
  fs::create_directory(folder / "c");
  results_example::put(folder / "c/notes.txt", "mine");
  CampaignFolder::create(folder / "c", small());
  EXPECT_EQ(results_example::bytes_of(folder / "c/notes.txt"), "mine");
}

TEST(CampaignFolder, SaysWhyItCannotBeMade) {
  const Folder folder;
  results_example::put(folder / "file", "");
  EXPECT_THROW(CampaignFolder::create(folder / "file/c", small()), results::ResultError);
}

TEST(CampaignFolder, NamesShardsAndClaimsInTheirOrder) {
  const Folder folder;
  const auto campaign = CampaignFolder::create(folder / "c", small());
  EXPECT_EQ(campaign.shard({3, 50, 25}), folder / "c/shards/0003-000050-25.h5");
  EXPECT_EQ(campaign.claim(12), folder / "c/claims/task-00012");
  EXPECT_LT(campaign.shard({1, 950, 50}), campaign.shard({1, 1000, 50})) << "by name as by number";
}

TEST(CampaignFolder, ABlockIsDoneWhenItHasASealedShard) {
  const Folder folder;
  const auto campaign = CampaignFolder::create(folder / "c", small());
  EXPECT_FALSE(campaign.is_done({0, 0, 3}));
  results_example::put(campaign.shard({0, 0, 3}), "");
  EXPECT_FALSE(campaign.is_done({0, 0, 3})) << "a full disk left it";
  results_example::put(campaign.shard({0, 0, 3}), results::seal_of(""));
  EXPECT_TRUE(campaign.is_done({0, 0, 3}));
  EXPECT_FALSE(campaign.is_done({0, 0, 2})) << "another block";
}

TEST(CampaignFolder, KnowsTheBlocksOfEachRowInOrder) {
  const Folder folder;
  Manifest manifest = small();
  std::swap(manifest.tasks.front(), manifest.tasks.back());
  const auto campaign = CampaignFolder::create(folder / "c", manifest);
  const auto blocks = campaign.blocks_by_row();
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_THAT(blocks[0], ElementsAre(Block{0, 0, 3}, Block{0, 3, 2}));
  EXPECT_THAT(blocks[1], ElementsAre(Block{1, 0, 2}, Block{1, 2, 3}));
}

TEST(CampaignFolder, AResultDoesNotGoAmongTheShards) {
  const Folder folder;
  const auto campaign = CampaignFolder::create(folder / "c", small());
  fs::create_directory_symlink(folder / "c", folder / "link");
  for (const char* const name : {"c/shards/all.h5", "c/claims/../shards/x.h5", "link/shards/x.h5"})
    EXPECT_THROW(campaign.refuse_own(folder / name), results::ResultError) << name;
  for (const char* const name : {"c/all.h5", "all.h5", "c/shards/deeper/all.h5"})
    EXPECT_NO_THROW(campaign.refuse_own(folder / name)) << name;
}

}  // namespace
