#include "results/register_file.hpp"

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "results/brief_folder.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"
#include "results/task_claim.hpp"
#include "tests/unit/results/example.hpp"
#include "tests/unit/results/refusal.hpp"

/// Files that several people write, and the parts that they are written in.
namespace {

namespace fs = std::filesystem;
using results::replace_register;
using results_example::bytes_of;
using results_example::Folder;
using results_example::put;
using results_test::refusal;
using testing::HasSubstr;

mode_t mode_of_register(const fs::path& file) {
  struct stat there {};
  EXPECT_EQ(stat(file.c_str(), &there), 0);
  return there.st_mode & 0777;
}

TEST(RegisterFile, IsMadeForItsOwner) {
  const Folder folder;
  replace_register(folder / "r.yaml", "", "register: {}\n");
  EXPECT_EQ(bytes_of(folder / "r.yaml"), "register: {}\n");
  EXPECT_EQ(mode_of_register(folder / "r.yaml"), 0600u);
  EXPECT_EQ(folder.entries(), 1u) << "no part and no claim stays";
}

TEST(RegisterFile, IsReplacedAsAWhole) {
  const Folder folder;
  put(folder / "r.yaml", "before, and longer than what comes");
  replace_register(folder / "r.yaml", "before, and longer than what comes", "after");
  EXPECT_EQ(bytes_of(folder / "r.yaml"), "after");
}

TEST(RegisterFile, ANewOneDoesNotTakeThePlaceOfAnother) {
  const Folder folder;
  put(folder / "r.yaml", "kept by people");
  EXPECT_THAT(refusal([&] { replace_register(folder / "r.yaml", "", "new"); }),
              HasSubstr("r.yaml: is there already; --register FILE --update adds to it"));
  EXPECT_EQ(bytes_of(folder / "r.yaml"), "kept by people");
}

TEST(RegisterFile, WhatSomebodyChangedMeanwhileIsKept) {
  const Folder folder;
  put(folder / "r.yaml", "changed by a colleague");
  for (const char* const read : {"before", "changed by a colleagu", "changed by a colleague "})
    EXPECT_THAT(refusal([&] { replace_register(folder / "r.yaml", read, "after"); }),
                HasSubstr("was changed while it was read; nothing was written"));
  EXPECT_EQ(bytes_of(folder / "r.yaml"), "changed by a colleague");
  fs::remove(folder / "r.yaml");
  EXPECT_THAT(refusal([&] { replace_register(folder / "r.yaml", "before", "after"); }),
              HasSubstr("was changed"));
  EXPECT_FALSE(fs::exists(folder / "r.yaml"));
}

TEST(RegisterFile, OneProcessWritesAtATime) {
  const Folder folder;
  put(folder / "r.yaml", "before");
  {
    const auto claim = results::TaskClaim::take(folder / ".r.yaml.writer");
    ASSERT_TRUE(claim);
    EXPECT_THAT(refusal([&] { replace_register(folder / "r.yaml", "before", "after"); }),
                HasSubstr("is being written by another process"));
    EXPECT_EQ(bytes_of(folder / "r.yaml"), "before");
    EXPECT_EQ(refusal([&] { replace_register(folder / "other.yaml", "", "x"); }), "");
  }
  replace_register(folder / "r.yaml", "before", "after");
  EXPECT_EQ(bytes_of(folder / "r.yaml"), "after");
}

TEST(RegisterFile, ALinkStaysALink) {
  const Folder folder, shared;
  put(shared / "r.yaml", "before");
  fs::create_symlink(shared / "r.yaml", folder / "mine.yaml");
  replace_register(folder / "mine.yaml", "before", "after");
  EXPECT_TRUE(fs::is_symlink(folder / "mine.yaml"));
  EXPECT_EQ(bytes_of(shared / "r.yaml"), "after");
  EXPECT_EQ(folder.entries(), 1u);
  EXPECT_EQ(shared.entries(), 1u);
}

TEST(RegisterFile, WhatAWriterThatWasKilledLeftIsSweptUp) {
  const Folder folder;
  put(folder / "r.yaml", "before");
  put(folder / "r.yaml.part.123", "half");
  put(folder / "r.yaml.part.123.1", "half");
  replace_register(folder / "r.yaml", "before", "after");
  EXPECT_EQ(folder.entries(), 1u);
}

TEST(RegisterFile, TheClaimOfAWriterThatWasKilledIsSweptUp) {
  const Folder folder;
  put(folder / "r.yaml", "before");
  const pid_t child = fork();
  if (child == 0) {
    const auto claim = results::TaskClaim::take(folder / ".r.yaml.writer");
    kill(getpid(), SIGKILL);
  }
  waitpid(child, nullptr, 0);
  EXPECT_EQ(folder.entries(), 2u) << "its claim stays";
  replace_register(folder / "r.yaml", "before", "after");
  EXPECT_EQ(bytes_of(folder / "r.yaml"), "after");
  EXPECT_EQ(folder.entries(), 1u);
}

/// The name of the claim, and of the part that it is written in, is shortened.
TEST(RegisterFile, ANameMayBeAsLongAsTheSystemHasThem) {
  const Folder folder;
  const fs::path file = folder / (std::string(250, 'n') + ".yaml");
  replace_register(file, "", "register: {}\n");
  EXPECT_EQ(bytes_of(file), "register: {}\n");
  EXPECT_EQ(folder.entries(), 1u);
}

TEST(RegisterFile, AFolderIsNone) {
  const Folder folder;
  fs::create_directory(folder / "r.yaml");
  EXPECT_NE(refusal([&] { replace_register(folder / "r.yaml", "", "x"); }), "");
  EXPECT_TRUE(fs::is_directory(folder / "r.yaml"));
}

TEST(PartFile, IsGoneWithoutCommit) {
  const Folder folder;
  {
    results::PartFile part(folder / "a");
    part.append("half");
    EXPECT_EQ(bytes_of(part.path()), "half");
    EXPECT_EQ(mode_of_register(part.path()), 0600u);
    EXPECT_FALSE(fs::exists(folder / "a"));
  }
  EXPECT_EQ(folder.entries(), 0u);
}

TEST(PartFile, TwoOfOneProcessHaveNamesOfTheirOwn) {
  const Folder folder;
  results::PartFile first(folder / "a"), second(folder / "a");
  EXPECT_NE(first.path(), second.path());
  first.append("first");
  second.append("second");
  second.commit();
  EXPECT_EQ(bytes_of(folder / "a"), "second");
  first.commit();
  EXPECT_EQ(bytes_of(folder / "a"), "first");
  EXPECT_EQ(folder.entries(), 1u);
}

TEST(PartFile, AppendsBehindWhatIsThere) {
  const Folder folder;
  results::PartFile part(folder / "a");
  part.append("one");
  lseek(part.descriptor(), 0, SEEK_SET);
  part.append(" two");
  part.append("");
  part.commit();
  EXPECT_EQ(bytes_of(folder / "a"), "one two");
}

TEST(PartFile, ANewOneTakesNoNameThatThereIs) {
  const Folder folder;
  put(folder / "a", "theirs");
  {
    results::PartFile part(folder / "a");
    part.append("ours");
    EXPECT_FALSE(part.commit_new());
  }
  EXPECT_EQ(bytes_of(folder / "a"), "theirs");
  EXPECT_EQ(folder.entries(), 1u);
  fs::remove(folder / "a");
  results::PartFile part(folder / "a");
  part.append("ours");
  EXPECT_TRUE(part.commit_new());
  EXPECT_EQ(bytes_of(folder / "a"), "ours");
}

TEST(PartFile, SaysWhichFileCannotBeWritten) {
  const Folder folder;
  EXPECT_THAT(refusal([&] { results::PartFile(folder / "none/a"); }),
              HasSubstr("none/a: cannot be written: No such file"));
}

TEST(WriteNew, WritesOverNothing) {
  const Folder folder;
  results::write_new(folder / "a", "text");
  EXPECT_EQ(bytes_of(folder / "a"), "text");
  EXPECT_EQ(mode_of_register(folder / "a"), 0600u);
  EXPECT_NE(refusal([&] { results::write_new(folder / "a", "other"); }), "");
  fs::create_symlink(folder / "nowhere", folder / "link");
  EXPECT_NE(refusal([&] { results::write_new(folder / "link", "x"); }), "") << "not a link either";
  EXPECT_EQ(bytes_of(folder / "a"), "text");
  EXPECT_FALSE(fs::exists(folder / "nowhere"));
}

TEST(CheckNew, RefusesWhatWriteNewWould) {
  const Folder folder;
  put(folder / "a", "theirs");
  fs::create_symlink(folder / "nowhere", folder / "link");
  for (const char* const name : {"a", "link", "none/a"})
    EXPECT_NE(refusal([&] { results::check_new(folder / name); }), "") << name;
  EXPECT_EQ(refusal([&] { results::check_new(folder / "b"); }), "");
  EXPECT_EQ(folder.entries(), 2u);
}

TEST(CheckReplaceable, TakesWhatIsNotThereEmptyOrOfItsKind) {
  const Folder folder;
  put(folder / "empty", "");
  put(folder / "ours", "uitwijk 1\nmore");
  put(folder / "short", "uit");
  put(folder / "theirs", "a letter to the minister");
  const auto check = [&](const char* name) {
    return refusal([&] { results::check_replaceable(folder / name, "uitwijk"); });
  };
  EXPECT_EQ(check("none"), "");
  EXPECT_EQ(check("empty"), "");
  EXPECT_EQ(check("ours"), "");
  EXPECT_THAT(check("theirs"), HasSubstr("theirs"));
  EXPECT_THAT(check("short"), HasSubstr("short"));
  EXPECT_EQ(refusal([&] { results::check_replaceable(folder / "theirs"); }), "");
}

TEST(CheckReplaceable, RefusesWhatIsNoFile) {
  const Folder folder;
  ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
  for (const fs::path& path : {folder.path(), folder / "pipe", fs::path("/dev/null")})
    EXPECT_NE(refusal([&] { results::check_replaceable(path); }), "") << path;
}

TEST(BriefFolder, IsOursAndGoneAfterwards) {
  fs::path path;
  {
    const results::BriefFolder brief;
    path = brief.path();
    EXPECT_EQ(mode_of_register(path), 0700u);
    fs::create_directories(path / "a/b");
    put(path / "a/b/c", "x");
    const results::BriefFolder other;
    EXPECT_NE(other.path(), path);
  }
  EXPECT_FALSE(fs::exists(path));
}

}  // namespace
