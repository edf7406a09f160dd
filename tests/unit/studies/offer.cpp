#include "studies/installation/offer.hpp"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <unistd.h>

#include <set>
#include <thread>

#include "tests/unit/results/example.hpp"

/// Files that the page may choose.
namespace {

namespace fs = std::filesystem;
using results_example::Folder;
using results_example::put;
using studies::Offer;
using studies::Offered;
using studies::OfferKind;
using testing::ElementsAre;
using testing::IsEmpty;

/// "scenario a.yaml (A)", seen from `folder`.
std::vector<std::string> shown(const Offer& offer, const fs::path& folder) {
  std::vector<std::string> out;
  for (const Offered& one : offer.list())
    out.push_back(studies::name_of(one.kind) + " " + one.path.lexically_relative(folder).string() +
                  (one.name.empty() ? "" : " (" + one.name + ")"));
  return out;
}

void make(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  put(file, text);
}

TEST(Offer, KnowsFilesByWhatIsInThem) {
  const Folder folder;
  make(folder / "a.yaml", "scenario: {name: \"A day\"}\n");
  make(folder / "b.yaml", "exercise: {name: Test}\n");
  make(folder / "c.h5", "any bytes");
  make(folder / "net/world.yaml", "world: {name: \"Nederland\"}\n");
  make(folder / "d.yaml", "criteria: {name: D}\n");
  make(folder / "e.txt", "scenario: {name: E}\n");
  EXPECT_THAT(shown(Offer({{folder.path(), 3}}), folder.path()),
              ElementsAre("scenario a.yaml (A day)", "exercise b.yaml (Test)", "result c.h5",
                          "world net (Nederland)"));
}

TEST(Offer, WhatCannotBeReadIsNotOffered) {
  const Folder folder;
  make(folder / "broken.yaml", "scenario: {name: [\n");
  make(folder / "empty.yaml", "");
  make(folder / "list.yaml", "- scenario\n");
  make(folder / "nameless.yaml", "scenario: {description: x}\n");
  make(folder / "odd.yaml", "scenario: {name: {nl: x}}\n");
  make(folder / "long.yaml", "scenario: {name: L}\n#" + std::string(1U << 20, 'x') + "\n");
  EXPECT_THAT(shown(Offer({{folder.path(), 3}}), folder.path()),
              ElementsAre("scenario nameless.yaml", "scenario odd.yaml"));
}

TEST(Offer, LooksSoManyLevelsDeep) {
  const Folder folder;
  for (const char* const name : {"0.h5", "a/1.h5", "a/b/2.h5", "a/b/c/3.h5"})
    make(folder / name, "");
  EXPECT_THAT(shown(Offer({{folder.path(), 0}}), folder.path()), ElementsAre("result 0.h5"));
  EXPECT_THAT(shown(Offer({{folder.path(), 2}}), folder.path()),
              ElementsAre("result 0.h5", "result a/1.h5", "result a/b/2.h5"));
  EXPECT_EQ(shown(Offer({{folder.path(), 9}}), folder.path()).size(), 4u);
}

/// Nothing outside of the places is ever named.
TEST(Offer, FollowsNoLinkAndNothingHidden) {
  const Folder folder, outside;
  make(outside / "secret.h5", "");
  fs::create_directory(folder / "in");
  fs::create_symlink(outside / "secret.h5", folder / "in/link.h5");
  fs::create_directory_symlink(outside.path(), folder / "in/folder");
  make(folder / "in/.hidden.h5", "");
  make(folder / "in/.git/a.h5", "");
  make(folder / "in/a.h5", "");
  EXPECT_THAT(shown(Offer({{folder / "in", 3}}), folder.path()), ElementsAre("result in/a.h5"));
}

TEST(Offer, APlaceMayBeAFileOrNothingAtAll) {
  const Folder folder;
  make(folder / "a.h5", "");
  EXPECT_THAT(shown(Offer({{folder / "a.h5", 3}}), folder.path()), ElementsAre("result a.h5"));
  EXPECT_THAT(shown(Offer({{folder / "none", 3}}), folder.path()), IsEmpty());
  EXPECT_THAT(Offer({}).list(), IsEmpty());
}

TEST(Offer, WhatTwoPlacesHaveIsOfferedOnce) {
  const Folder folder;
  make(folder / "runs/a.h5", "");
  const Offer offer({{folder.path(), 3}, {folder / "runs", 3}, {folder / "runs/../runs/a.h5", 3}});
  EXPECT_THAT(shown(offer, folder.path()), ElementsAre("result runs/a.h5"));
}

TEST(Offer, AnIdIsThatOfThePath) {
  const Folder folder;
  make(folder / "a.h5", "");
  make(folder / "b.h5", "");
  const auto first = Offer({{folder.path(), 3}}).list(), again = Offer({{folder.path(), 3}}).list();
  ASSERT_EQ(first.size(), 2u);
  EXPECT_EQ(first[0].id, again[0].id) << "the same tomorrow";
  EXPECT_NE(first[0].id, first[1].id);
  EXPECT_EQ(first[0].id.size(), 16u);
}

TEST(Offer, FindsByKindAndId) {
  const Folder folder;
  make(folder / "a.h5", "");
  const Offer offer({{folder.path(), 3}});
  const std::string id = offer.list().at(0).id;
  ASSERT_TRUE(offer.find(OfferKind::result, id));
  EXPECT_EQ(offer.find(OfferKind::result, id)->path, folder / "a.h5");
  EXPECT_FALSE(offer.find(OfferKind::scenario, id)) << "of another kind";
  for (const std::string& other : {std::string(), id.substr(1), (folder / "a.h5").string()})
    EXPECT_FALSE(offer.find(OfferKind::result, other)) << other;
}

TEST(Offer, IsNotLookedAtMoreThanOnceASecond) {
  const Folder folder;
  make(folder / "a.h5", "");
  const Offer offer({{folder.path(), 3}});
  EXPECT_EQ(offer.list().size(), 1u);
  make(folder / "b.h5", "");
  EXPECT_EQ(offer.list().size(), 1u);
}

/// So many files are open that none can be looked at: what was there is not gone.
TEST(Offer, WhatCannotBeLookedAtForAWhileStays) {
  const Folder folder;
  make(folder / "a.yaml", "scenario: {name: A}\n");
  make(folder / "b.h5", "");
  const Offer offer({{folder.path(), 3}});
  ASSERT_EQ(offer.list().size(), 2u);
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const int next = dup(STDIN_FILENO);
  close(next);
  for (const int more : {0, 1}) {
    const rlimit tight = {static_cast<rlim_t>(next + more), before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &tight);
    const std::size_t seen = offer.list().size();
    setrlimit(RLIMIT_NOFILE, &before);
    EXPECT_EQ(seen, 2u) << more;
  }
}

TEST(OfferKind, EachHasAName) {
  EXPECT_EQ(studies::name_of(OfferKind::world), "world");
  EXPECT_EQ(studies::name_of(OfferKind::scenario), "scenario");
  EXPECT_EQ(studies::name_of(OfferKind::exercise), "exercise");
  EXPECT_EQ(studies::name_of(OfferKind::result), "result");
}

}  // namespace
