#include <gmock/gmock.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>

#include "results/part_file.hpp"
#include "results/result_file.hpp"
#include "tests/unit/results/example.hpp"
#include "tests/unit/results/refusal.hpp"

/// Folders that cannot be written, disks that are full, writers that meet.
namespace {

using namespace results;
using results_example::bytes_of;
using results_example::Folder;
using results_test::refusal;
using testing::AllOf;
using testing::HasSubstr;

TEST(CheckWritable, LeavesNothingBehind) {
  const Folder folder;
  check_writable(folder / "study.h5");
  EXPECT_EQ(folder.entries(), 0u);
  results_example::put(folder / "study.h5", "\x89HDF\r\n\x1a\n, old");
  check_writable(folder / "study.h5");
  EXPECT_EQ(bytes_of(folder / "study.h5"), "\x89HDF\r\n\x1a\n, old");
  EXPECT_EQ(folder.entries(), 1u);
}

TEST(CheckWritable, KnowsWhatItMayReplaceByItsBegin) {
  const Folder folder;
  results_example::put(folder / "ours.yaml", "takeover_plans:\n");
  results_example::put(folder / "theirs.yaml", "\x89HDF\r\n\x1a\n, misnamed");
  const auto check = [&](const char* name) {
    return refusal([&] { check_writable(folder / name, "takeover_plans:"); });
  };
  EXPECT_EQ(check("ours.yaml"), "");
  EXPECT_EQ(check("none.yaml"), "");
  EXPECT_THAT(check("theirs.yaml"), HasSubstr("another kind of file"));
}

TEST(CheckWritable, SaysWhatIsWrong) {
  const Folder folder;
  results_example::put(folder / "file", "");
  EXPECT_THAT(refusal([&] { check_writable(folder / "none/study.h5"); }),
              AllOf(HasSubstr("none/study.h5"), HasSubstr("No such file or directory")));
  EXPECT_THAT(refusal([&] { check_writable(folder / "file/study.h5"); }),
              HasSubstr("Not a directory"));
  EXPECT_THAT(refusal([&] { check_writable(folder.path()); }), HasSubstr("not a regular file"));
  EXPECT_THAT(refusal([&] { check_writable("/dev/null"); }), HasSubstr("not a regular file"));
  EXPECT_THAT(refusal([&] { check_writable(folder / std::string(300, 'x')); }),
              HasSubstr("File name too long"));
}

/// Root may write everywhere, so a child gives that up.
TEST(CheckWritable, RefusesAFolderWithoutPermission) {
  const Folder folder;
  chmod(folder.path().c_str(), 0500);
  const pid_t child = fork();
  if (child == 0) {
    if (geteuid() == 0 && setuid(65534) != 0)
      _exit(2);
    const auto why = refusal([&] { check_writable(folder / "study.h5"); });
    _exit(why.find("study.h5: cannot be written: Permission denied") == std::string::npos);
  }
  int status = 0;
  waitpid(child, &status, 0);
  chmod(folder.path().c_str(), 0700);
  EXPECT_EQ(status, 0);
}

TEST(CheckWritable, RefusesAFileOfAnotherKind) {
  const Folder folder;
  results_example::put(folder / "world.yaml", "world: {}\n");
  EXPECT_THAT(refusal([&] { check_writable(folder / "world.yaml"); }),
              HasSubstr("world.yaml: is there and is another kind of file"));
  EXPECT_THAT(refusal([&] { write_study(results_example::study(), folder / "world.yaml"); }),
              HasSubstr("another kind of file"));
  EXPECT_THAT(refusal([&] { write_private(folder / "world.yaml", "# A draaiboek\n"); }),
              HasSubstr("another kind of file"));
  EXPECT_THAT(refusal([&] { write_new(folder / "world.yaml", "world: {}\n"); }),
              HasSubstr("File exists"));
  EXPECT_EQ(bytes_of(folder / "world.yaml"), "world: {}\n");
  EXPECT_EQ(folder.entries(), 1u);
}

TEST(WriteStudy, ReplacesAnOlderFile) {
  const Folder folder;
  results_example::put(folder / "study.h5", "\x89HDF\r\n\x1a\n, old");
  write_study(results_example::study(), folder / "study.h5");
  EXPECT_EQ(read_study(folder / "study.h5").replications.size(), 5u);
  EXPECT_EQ(folder.entries(), 1u);
}

TEST(WriteStudy, DoesNotTouchThePartOfAnotherWriter) {
  const Folder folder;
  PartFile other(folder / "study.h5");
  other.append("being written");
  write_study(results_example::study(), folder / "study.h5");
  EXPECT_EQ(bytes_of(other.path()), "being written");
  EXPECT_EQ(folder.entries(), 2u);
}

TEST(WriteStudy, TwoWritersLeaveOneWholeFile) {
  const Folder folder;
  const auto study = results_example::study();
  std::vector<pid_t> writers;
  for (int i = 0; i < 4; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      const auto why = refusal([&] {
        for (int times = 0; times < 5; ++times)
          write_study(study, folder / "study.h5");
      });
      _exit(why.empty() ? 0 : 1);
    }
    writers.push_back(child);
  }
  for (const auto writer : writers) {
    int status = 0;
    waitpid(writer, &status, 0);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(read_study(folder / "study.h5").replications.size(), 5u);
  EXPECT_EQ(folder.entries(), 1u);
}

/// A file that a result may replace.
const std::string older_result = "\x89HDF\r\n\x1a\n, once";

TEST(WriteStudy, LeavesTheOldFileWhenTheDiskIsFull) {
  const Folder folder;
  if (mount("none", folder.path().c_str(), "tmpfs", 0, "size=64k") != 0)
    GTEST_SKIP() << "mount: " << std::strerror(errno);
  results_example::put(folder / "study.h5", older_result);
  const auto why = refusal([&] { write_study(results_example::study(), folder / "study.h5"); });
  const auto kept = bytes_of(folder / "study.h5");
  const auto entries = folder.entries();
  umount(folder.path().c_str());
  EXPECT_THAT(why, AllOf(HasSubstr("study.h5"), HasSubstr("No space left on device")));
  EXPECT_EQ(kept, older_result);
  EXPECT_EQ(entries, 1u);
}

TEST(WriteStudy, LeavesTheOldFileWhenTheFileMayNotGrow) {
  const Folder folder;
  results_example::put(folder / "study.h5", older_result);
  const pid_t child = fork();
  if (child == 0) {
    const rlimit limit = {20000, 20000};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto why = refusal([&] { write_study(results_example::study(), folder / "study.h5"); });
    _exit(why.find("File too large") == std::string::npos ? 1 : 0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(bytes_of(folder / "study.h5"), older_result);
  EXPECT_EQ(folder.entries(), 1u);
}

}  // namespace
