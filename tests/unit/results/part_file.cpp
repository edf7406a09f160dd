#include "results/part_file.hpp"

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

#include "results/result_file.hpp"
#include "tests/unit/results/example.hpp"
#include "tests/unit/results/refusal.hpp"

/// A file that takes the place of another: whose it is, what it is called, what it leaves.
namespace {

namespace fs = std::filesystem;
using results::PartFile;
using results_example::bytes_of;
using results_example::Folder;
using results_example::put;
using results_test::refusal;

struct stat status_of(const fs::path& file) {
  struct stat out {};
  EXPECT_EQ(stat(file.c_str(), &out), 0) << file;
  return out;
}

mode_t mode_of(const fs::path& file) {
  return status_of(file).st_mode & 0777U;
}

void write_whole(const fs::path& file, const std::string& text) {
  PartFile part(file);
  part.append(text);
  part.commit();
}

TEST(PartFile, ANewFileIsForItsOwnerWhateverTheUmask) {
  const Folder folder;
  for (const mode_t mask : {0777, 0, 022}) {
    const mode_t before = umask(mask);
    fs::remove(folder / "a");
    write_whole(folder / "a", "text");
    umask(before);
    EXPECT_EQ(mode_of(folder / "a"), 0600u) << mask;
  }
}

TEST(PartFile, WhatIsReplacedKeepsItsModeOwnerAndGroup) {
  const Folder folder;
  put(folder / "team.yaml", "old");
  if (geteuid() == 0) {
    ASSERT_EQ(chown((folder / "team.yaml").c_str(), 12345, 23456), 0);
  }
  ASSERT_EQ(chmod((folder / "team.yaml").c_str(), 0664), 0);
  const struct stat before = status_of(folder / "team.yaml");
  write_whole(folder / "team.yaml", "new");
  const struct stat after = status_of(folder / "team.yaml");
  EXPECT_EQ(after.st_mode, before.st_mode);
  EXPECT_EQ(after.st_uid, before.st_uid);
  EXPECT_EQ(after.st_gid, before.st_gid);
  EXPECT_EQ(bytes_of(folder / "team.yaml"), "new");
}

TEST(PartFile, ASymbolicLinkIsWrittenThrough) {
  const Folder folder;
  fs::create_directory(folder / "shared");
  put(folder / "shared/target", "old");
  fs::create_symlink("shared/target", folder / "link");
  fs::create_symlink("link", folder / "link to it");
  write_whole(folder / "link to it", "new");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_TRUE(fs::is_symlink(folder / "link to it"));
  EXPECT_EQ(bytes_of(folder / "shared/target"), "new");
  fs::create_symlink("shared/not yet", folder / "dangling");
  write_whole(folder / "dangling", "new");
  EXPECT_EQ(bytes_of(folder / "shared/not yet"), "new");
}

/// The links lead to each other: nothing is written, and both stay.
TEST(PartFile, LinksThatLeadToThemselvesStay) {
  const Folder folder;
  fs::create_symlink("b", folder / "a");
  fs::create_symlink("a", folder / "b");
  for (const auto& write : std::vector<std::function<void(const fs::path&)>>{
           [](const fs::path& file) { write_whole(file, "new"); },
           [](const fs::path& file) { results::check_writable(file); },
           [](const fs::path& file) { results::write_private(file, "new"); }}) {
    EXPECT_THAT(refusal([&] { write(folder / "a"); }),
                testing::HasSubstr("cannot be written: Too many levels of symbolic links"));
    EXPECT_TRUE(fs::is_symlink(folder / "a"));
    EXPECT_TRUE(fs::is_symlink(folder / "b"));
  }
}

TEST(PartFile, FilesOfPeopleStayWhateverTheyAreCalled) {
  const Folder folder;
  const std::string longest(255, 'n');
  for (const std::string name : {"a.part.mine", "a.part.", "a.part.00", "a.part.7.", "a.part.7.bak",
                                 "a.part.7x", "a.part.7.1.1", "a.part.-7", "a.part.0"})
    put(folder / name, "theirs");
  put(folder / (longest.substr(0, 223) + ".part.mine"), "theirs");
  const std::size_t before = folder.entries();
  write_whole(folder / "a", "whole");
  write_whole(folder / longest, "whole");
  EXPECT_EQ(folder.entries(), before + 2);
}

TEST(PartFile, ANameMayBeAsLongAsTheSystemHasThem) {
  const Folder folder;
  const fs::path file = folder / std::string(255, 'n');
  write_whole(file, "text");
  EXPECT_EQ(bytes_of(file), "text");
}

/// A process that writes a part of the file until it is told to go or is killed.
class Writer {
public:
  explicit Writer(const fs::path& file) {
    int ready[2];
    if (pipe(ready) != 0)
      throw std::runtime_error("no pipe");
    pid_ = fork();
    if (pid_ == 0) {
      PartFile part(file);
      part.append("half");
      [[maybe_unused]] const auto said = ::write(ready[1], "!", 1);
      for (;;)
        pause();
    }
    char byte = 0;
    [[maybe_unused]] const auto heard = read(ready[0], &byte, 1);
    close(ready[0]);
    close(ready[1]);
  }
  ~Writer() { kill(); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void kill() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      waitpid(pid_, nullptr, 0);
    }
    pid_ = 0;
  }

private:
  pid_t pid_ = 0;
};

/// A claim of this number is made by nobody again.
TEST(PartFile, OfKilledWritersCanBeRemovedInAWholeFolder) {
  const Folder folder;
  put(folder / "a.part.mine", "theirs");
  Writer one(folder / "a"), other(folder / "b"), at_work(folder / "c");
  one.kill();
  other.kill();
  results::remove_left_parts(folder.path());
  EXPECT_EQ(folder.entries(), 2u) << "theirs, and the one that is being written";
}

TEST(PartFile, OfAKilledWriterIsRemovedByTheNext) {
  const Folder folder;
  put(folder / "a.yaml.part.1", "of another file");
  Writer writer(folder / "a");
  EXPECT_EQ(folder.entries(), 2u);
  writer.kill();
  EXPECT_EQ(folder.entries(), 2u) << "the part stays";
  write_whole(folder / "a", "whole");
  EXPECT_EQ(folder.entries(), 2u) << "the file, and what is another's";
  EXPECT_EQ(bytes_of(folder / "a"), "whole");
}

TEST(PartFile, OfAWriterThatIsAtWorkIsLeftAlone) {
  const Folder folder;
  const Writer writer(folder / "a");
  write_whole(folder / "a", "whole");
  EXPECT_EQ(folder.entries(), 2u);
}

}  // namespace
