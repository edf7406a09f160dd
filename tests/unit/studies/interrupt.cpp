#include "studies/interrupt.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <memory>

#include "sim/replications/child_process.hpp"

/// Signals while a study runs. Each test is a process of its own.
namespace {

using studies::Interrupt;

/// How a process ended that did `act`: its exit code, or minus the signal that ended it.
int end_of(const std::function<int()>& act) {
  const pid_t child = fork();
  if (child == 0) {
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGXCPU, SIGUSR1})
      signal(number, SIG_DFL);
    _exit(act());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

TEST(Interrupt, IsNothingWhileNoSignalComes) {
  EXPECT_EQ(end_of([] { return Interrupt().signal(); }), 0);
}

TEST(Interrupt, NotesTheFirstSignal) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGXCPU, SIGUSR1})
    EXPECT_EQ(end_of([&] {
                const Interrupt interrupt;
                raise(number);
                return interrupt.signal();
              }),
              number);
}

TEST(Interrupt, ASecondOneEndsTheProgram) {
  for (const int number : {SIGINT, SIGTERM})
    EXPECT_EQ(end_of([&] {
                const Interrupt interrupt;
                raise(number);
                raise(number);
                return 0;
              }),
              -number);
}

/// A limit of processor time is told each second, and saving may take more than one.
TEST(Interrupt, WhatNobodyHereAskedForMayComeAgain) {
  for (const int number : {SIGHUP, SIGXCPU, SIGUSR1})
    EXPECT_EQ(end_of([&] {
                const Interrupt interrupt;
                raise(number);
                raise(number);
                return interrupt.signal();
              }),
              number);
}

TEST(Interrupt, WhatNohupIgnoresStaysIgnored) {
  for (const int number : {SIGHUP, SIGXCPU, SIGUSR1})
    EXPECT_EQ(end_of([&] {
                signal(number, SIG_IGN);
                const Interrupt interrupt;
                raise(number);
                return interrupt.signal();
              }),
              0);
}

TEST(EndingSignals, AreThoseOfAnInterruption) {
  const auto are_all = [](int ignored) {
    signal(ignored, SIG_IGN);
    const sigset_t ends = studies::ending_signals();
    int out = 0;
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGXCPU, SIGUSR1})
      out += sigismember(&ends, number);
    return out;
  };
  EXPECT_EQ(end_of([&] { return are_all(SIGWINCH); }), 5);
  EXPECT_EQ(end_of([&] { return are_all(SIGINT); }), 5) << "as in the background of a shell";
  EXPECT_EQ(end_of([&] { return are_all(SIGHUP); }), 4) << "as under nohup";
}

TEST(Interrupt, ChildrenLeaveSignalsToTheirParent) {
  EXPECT_EQ(end_of([] {
              const Interrupt interrupt;
              if (!sim::belong_to(getppid()))
                return 1;
              for (const int number : {SIGINT, SIGHUP, SIGUSR1})
                raise(number);
              return interrupt.signal();
            }),
            0);
  EXPECT_EQ(end_of([] {
              const Interrupt interrupt;
              sim::belong_to(getppid());
              raise(SIGTERM);
              return 0;
            }),
            -SIGTERM);
}

TEST(Interrupt, NotesEitherOfTheTwo) {
  EXPECT_EQ(end_of([] {
              const Interrupt interrupt;
              raise(SIGINT);
              raise(SIGTERM);  // the first of its kind
              return interrupt.signal();
            }),
            SIGTERM);
}

TEST(Interrupt, AfterItsEndSignalsDoWhatTheyDid) {
  EXPECT_EQ(end_of([] {
              { const Interrupt interrupt; }
              raise(SIGTERM);
              return 0;
            }),
            -SIGTERM);
  EXPECT_EQ(end_of([] {
              signal(SIGINT, SIG_IGN);
              { const Interrupt interrupt; }
              raise(SIGINT);
              return 7;
            }),
            7);
}

TEST(Interrupt, OneWithinAnotherHearsOfTheSameSignal) {
  EXPECT_EQ(end_of([] {
              const Interrupt outer;
              raise(SIGTERM);
              const Interrupt inner;
              return inner.signal();
            }),
            SIGTERM);
  EXPECT_EQ(end_of([] {
              const Interrupt outer;
              {
                const Interrupt inner;
                raise(SIGINT);
              }
              return outer.signal();
            }),
            SIGINT);
}

TEST(Interrupt, ANewOneHasForgottenTheLast) {
  EXPECT_EQ(end_of([] {
              {
                const Interrupt first;
                raise(SIGTERM);
              }
              return Interrupt().signal();
            }),
            0);
}

/// Not caught again within another one, which would take a Ctrl-C for each.
TEST(Interrupt, ASecondOneEndsTheProgramWithinAnInnerOneToo) {
  EXPECT_EQ(end_of([] {
              const Interrupt outer;
              raise(SIGINT);
              const Interrupt inner;
              raise(SIGINT);
              return 0;
            }),
            -SIGINT);
  EXPECT_EQ(end_of([] {
              const Interrupt outer;
              {
                const Interrupt inner;
                raise(SIGTERM);
              }
              const Interrupt next;
              raise(SIGTERM);
              return 0;
            }),
            -SIGTERM);
}

TEST(Interrupt, TheOuterOneCatchesOnAfterAnInnerOneHasEnded) {
  EXPECT_EQ(end_of([] {
              const Interrupt outer;
              { const Interrupt inner; }
              raise(SIGINT);
              return outer.signal();
            }),
            SIGINT);
}

}  // namespace
