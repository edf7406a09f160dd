#include "studies/process/standard_output.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <iostream>

#include "studies/exit_code.hpp"
#include "tests/unit/results/example.hpp"

/// Standard output that is closed, full or not read. Each test is a process of its own.
namespace {

using results_example::bytes_of;
using results_example::Folder;
using studies::StandardOutput;
using testing::HasSubstr;

struct Printed {
  int code = 0;
  std::string err;
};

/// `act` in a child whose standard output is opened by `open_out`; what it returned and said.
Printed in_a_child(const std::function<void()>& open_out, const std::function<int()>& act) {
  const Folder folder;
  const std::string err = folder / "err";
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGPIPE, SIG_IGN);
    std::cout.flush();
    dup2(open(err.c_str(), O_CREAT | O_WRONLY, 0600), STDERR_FILENO);
    open_out();
    const int code = act();
    std::fflush(stderr);
    _exit(code);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(err)};
}

/// Writes so many bytes and ends with that code.
std::function<int()> writes(std::size_t bytes, int code) {
  return [=] {
    StandardOutput out;
    std::cout << std::string(bytes, 'x');
    return out.ended(code);
  };
}

void to(const std::string& file) {
  const int opened = open(file.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
  dup2(opened, STDOUT_FILENO);
}

TEST(StandardOutput, WritesEverythingAndKeepsTheCode) {
  const Folder folder;
  const std::string file = folder / "out";
  for (const std::size_t bytes : {0u, 1u, 65535u, 65536u, 65537u, 1'000'000u})
    for (const int code : {0, 5}) {
      const Printed ended = in_a_child([&] { to(file); }, writes(bytes, code));
      EXPECT_EQ(ended.code, code);
      EXPECT_EQ(ended.err, "");
      EXPECT_EQ(bytes_of(file).size(), bytes);
    }
}

TEST(StandardOutput, KeepsTheOrderOfWhatIsWritten) {
  const Folder folder;
  const std::string file = folder / "out";
  const Printed ended = in_a_child([&] { to(file); },
                                   [] {
                                     StandardOutput out;
                                     for (int i = 0; i < 20'000; ++i)
                                       if ((std::cout << i << '\n') && i % 997 == 0)
                                         std::cout.flush();
                                     return out.ended(0);
                                   });
  EXPECT_EQ(ended.code, 0);
  std::string expected;
  for (int i = 0; i < 20'000; ++i)
    expected += std::to_string(i) + '\n';
  EXPECT_EQ(bytes_of(file), expected);
}

TEST(StandardOutput, AFullDiskIsOurFault) {
  const Printed ended = in_a_child([] { to("/dev/full"); }, writes(10, 0));
  EXPECT_EQ(ended.code, studies::exit_code::our_fault);
  EXPECT_EQ(ended.err, "uitwijk: standard output cannot be written: No space left on device\n");
  EXPECT_EQ(in_a_child([] { to("/dev/full"); }, writes(1'000'000, 0)).code,
            studies::exit_code::our_fault);
}

TEST(StandardOutput, NothingToSayNeedsNoRoom) {
  EXPECT_EQ(in_a_child([] { to("/dev/full"); }, writes(0, 0)).code, 0);
}

TEST(StandardOutput, AClosedOneIsOurFault) {
  const Printed ended = in_a_child([] { close(STDOUT_FILENO); }, writes(10, 0));
  EXPECT_EQ(ended.code, studies::exit_code::our_fault);
  EXPECT_THAT(ended.err, HasSubstr("Bad file descriptor"));
}

TEST(StandardOutput, WhoeverStoppedReadingIsToldNothing) {
  const Printed ended = in_a_child(
      [] {
        int ends[2];
        if (pipe(ends) != 0)
          _exit(99);
        close(ends[0]);
        dup2(ends[1], STDOUT_FILENO);
        close(ends[1]);
      },
      writes(10, 0));
  EXPECT_EQ(ended.code, 128 + SIGPIPE);
  EXPECT_EQ(ended.err, "");
}

TEST(StandardOutput, AfterItsEndTheStreamIsAsBefore) {
  std::streambuf* const before = std::cout.rdbuf();
  {
    StandardOutput out;
    EXPECT_NE(std::cout.rdbuf(), before);
  }
  EXPECT_EQ(std::cout.rdbuf(), before);
}

/// A file must not get the number of a standard stream that was closed.
TEST(StandardStreams, AreTakenWhenTheyAreClosed) {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    EXPECT_EQ(in_a_child([] {},
                         [&] {
                           close(stream);
                           studies::hold_standard_streams();
                           return open("/dev/null", O_RDONLY) > STDERR_FILENO ? 0 : 1;
                         })
                  .code,
              0)
        << stream;
}

TEST(StandardStreams, ThoseThatAreTakenCannotBeUsed) {
  EXPECT_EQ(in_a_child([] {},
                       [] {
                         close(STDOUT_FILENO);
                         studies::hold_standard_streams();
                         return write(STDOUT_FILENO, "x", 1) < 0 ? 0 : 1;
                       })
                .code,
            0)
      << "writing fails as on a closed one";
}

TEST(StandardStreams, ThoseThatAreOpenStay) {
  const Folder folder;
  const std::string file = folder / "out";
  in_a_child([&] { to(file); },
             [] {
               studies::hold_standard_streams();
               return write(STDOUT_FILENO, "x", 1) == 1 ? 0 : 1;
             });
  EXPECT_EQ(bytes_of(file), "x");
}

}  // namespace
