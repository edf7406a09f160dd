#include "studies/check_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "models/text/file_reader.hpp"
#include "tests/scratch.hpp"

/// What `check` finds wrong, and what is nobody's fault.
namespace {

/// Root may read everything, so a child gives that up. All may enter the folder, nobody list it.
TEST(CheckFile, AFolderThatMayNotBeListedIsNoProblemOfTheWorld) {
  const tests::Scratch scratch;
  const std::string world = scratch.file("world");
  ASSERT_EQ(mkdir(world.c_str(), 0), 0);
  ASSERT_EQ(chmod(world.c_str(), 0111), 0);
  ASSERT_EQ(chmod(scratch.folder().c_str(), 0711), 0);
  const pid_t child = fork();
  if (child == 0) {
    if (geteuid() == 0 && setuid(65534) != 0)
      _exit(3);
    try {
      studies::Findings found;
      studies::check_file(world, {}, found);
      _exit(2);
    } catch (const models::SystemFault& fault) {
      _exit(fault.what() == world + ": cannot be read: Permission denied" ? 0 : 1);
    }
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  chmod(world.c_str(), 0700);
  chmod(scratch.folder().c_str(), 0700);
}

}  // namespace
