#include "studies/process/child.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "tests/unit/cli/played.hpp"

/// Processes that the server starts.
namespace {

using played::play;
using studies::Child;
using studies::ChildEnd;
using studies::Descriptor;

/// Until the end is closed. The ends do not wait by themselves.
std::string all_of(int end) {
  std::string out;
  char buffer[4096];
  for (;;) {
    const ssize_t got = read(end, buffer, sizeof buffer);
    if (got > 0)
      out.append(buffer, static_cast<std::size_t>(got));
    else if (got == 0)
      return out;
    else if (errno == EAGAIN) {
      pollfd look{end, POLLIN, 0};
      poll(&look, 1, 10'000);
    } else if (errno != EINTR)
      return out + " (failed)";
  }
}

bool ends_within_ten_seconds(const Child& child) {
  pollfd look{child.end(), POLLIN, 0};
  return poll(&look, 1, 10'000) == 1;
}

TEST(Child, SaysWhatItWritesAndHowItEnds) {
  Child child(play({"out:one", "err:two", "out:three", "exit:3"}));
  EXPECT_EQ(all_of(child.out()), "onethree");
  EXPECT_EQ(all_of(child.err()), "two");
  ASSERT_TRUE(ends_within_ten_seconds(child));
  const ChildEnd end = child.bury();
  EXPECT_EQ(end.exit_code, 3);
  EXPECT_EQ(end.signal, 0);
}

TEST(Child, TellsTheSignalThatEndedIt) {
  Child child(play({"signal:" + std::to_string(SIGTERM)}));
  ASSERT_TRUE(ends_within_ten_seconds(child));
  const ChildEnd end = child.bury();
  EXPECT_EQ(end.signal, SIGTERM);
  EXPECT_EQ(end.exit_code, 0);
}

TEST(Child, ReadsWhatItIsGiven) {
  studies::ChildOrder order = play({"cat"});
  order.given = std::string(200'000, 'y') + "\nend";
  Child child(order);
  EXPECT_EQ(all_of(child.out()), order.given) << "more than a pipe holds";
  ASSERT_TRUE(ends_within_ten_seconds(child));
  EXPECT_EQ(child.bury().exit_code, 0);
}

TEST(Child, WithoutAnythingGivenReadsNothing) {
  Child child(play({"cat", "out:end"}));
  EXPECT_EQ(all_of(child.out()), "end");
}

TEST(Child, YieldsWhenAskedTo) {
  studies::ChildOrder order = play({"nice"});
  order.yields = true;
  Child child(order);
  EXPECT_EQ(all_of(child.out()), "low");
}

TEST(Child, LeadsAGroupOfItsOwn) {
  Child child(play({"sleep"}));
  EXPECT_EQ(getpgid(child.group()), child.group());
  EXPECT_NE(child.group(), getpgrp());
  child.kill_group();
  ASSERT_TRUE(ends_within_ten_seconds(child));
  EXPECT_EQ(child.bury().signal, SIGKILL);
}

/// A signal each tenth of a millisecond while it lives; what is interrupted is not taken up again.
class Interruptions {
public:
  Interruptions() {
    struct sigaction ignores {};
    ignores.sa_handler = [](int) {};
    sigaction(SIGALRM, &ignores, &before_);
    every(100);
  }
  ~Interruptions() {
    every(0);
    sigaction(SIGALRM, &before_, nullptr);
  }
  Interruptions(const Interruptions&) = delete;
  Interruptions& operator=(const Interruptions&) = delete;

private:
  static void every(suseconds_t microseconds) {
    const itimerval time{{0, microseconds}, {0, microseconds}};
    setitimer(ITIMER_REAL, &time, nullptr);
  }

  struct sigaction before_ {};
};

TEST(Child, TellsHowItEndedWhateverInterruptsTheWaiting) {
  for (int i = 0; i < 20; ++i) {
    Child child(play({"out:ready", "sleep"}));
    pollfd look{child.out(), POLLIN, 0};
    ASSERT_EQ(poll(&look, 1, 10'000), 1);
    const Interruptions interruptions;
    ASSERT_EQ(child.bury().signal, SIGKILL) << i;
  }
}

/// As in the server: whatever is left of the group goes with the child.
TEST(Child, TakesItsOwnChildrenWithIt) {
  studies::adopt_orphans();
  pid_t group = 0;
  {
    Child child(play({"fork", "exit:0"}));
    group = child.group();
    ASSERT_TRUE(ends_within_ten_seconds(child));
    EXPECT_EQ(child.bury().exit_code, 0);
  }
  EXPECT_EQ(kill(-group, 0), -1) << "nobody of the group is left";
  EXPECT_EQ(errno, ESRCH);
}

TEST(Child, GoesWithItsOwner) {
  pid_t group = 0;
  {
    const Child child(play({"fork", "sleep"}));
    group = child.group();
  }
  EXPECT_EQ(kill(-group, 0), -1);
}

TEST(Child, GetsNoneOfOurFiles) {
  const int open_here = open("/dev/null", O_RDONLY);  // not closed on exec
  ASSERT_GT(open_here, 2);
  Child child(play({"out:" + std::to_string(open_here)}));
  EXPECT_EQ(all_of(child.out()), std::to_string(open_here));
  close(open_here);
  Child sleeper(play({"out:ready", "sleep"}));
  pollfd look{sleeper.out(), POLLIN, 0};
  ASSERT_EQ(poll(&look, 1, 10'000), 1);
  const std::string files = "/proc/" + std::to_string(sleeper.group()) + "/fd/";
  for (int number = 3; number < 20; ++number)
    EXPECT_NE(access((files + std::to_string(number)).c_str(), F_OK), 0) << number;
}

/// Of the six that it takes each may be one too many.
TEST(Child, WithoutADescriptorIsNoneAndLeavesNobody) {
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const int next = dup(STDIN_FILENO);
  close(next);
  for (int more = 0; more < 8; ++more) {
    const rlimit tight = {static_cast<rlim_t>(next + more), before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &tight);
    bool made = true;
    try {
      const Child child(play({"sleep"}));
      EXPECT_GE(child.end(), 0) << more;
    } catch (const std::runtime_error&) {
      made = false;
    }
    setrlimit(RLIMIT_NOFILE, &before);
    EXPECT_EQ(made, more >= 6) << more;
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << more;
  }
}

TEST(Descriptor, ClosesWhatItHolds) {
  int number = -1;
  {
    const Descriptor one(open("/dev/null", O_RDONLY | O_CLOEXEC));
    number = one.number();
    ASSERT_GE(number, 0);
    EXPECT_NE(fcntl(number, F_GETFD), -1);
  }
  EXPECT_EQ(fcntl(number, F_GETFD), -1);
}

TEST(Descriptor, MovesAndClosesOnce) {
  Descriptor first(open("/dev/null", O_RDONLY | O_CLOEXEC));
  const int number = first.number();
  Descriptor second(std::move(first));
  EXPECT_EQ(second.number(), number);
  Descriptor third;
  third = std::move(second);
  EXPECT_EQ(third.number(), number);
  EXPECT_NE(fcntl(number, F_GETFD), -1);
}

}  // namespace
