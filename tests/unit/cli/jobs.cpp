#include "cli/serve/jobs.hpp"

#include <gmock/gmock.h>
#include <signal.h>

#include <atomic>
#include <set>
#include <thread>

#include "tests/unit/cli/played.hpp"

/// Runs of the server: how many at a time, how they end, and what is said of them.
namespace {

using cli::JobLimits;
using cli::JobOrder;
using cli::Jobs;
using cli::JobState;
using cli::JobView;
using played::play;
using testing::HasSubstr;

JobOrder order(std::vector<std::string> acts, bool quick = false) {
  JobOrder out;
  out.child = play(std::move(acts));
  out.quick = quick;
  return out;
}

JobOrder sleeper(bool quick = false) {
  return order({"sleep"}, quick);
}

/// As soon as `holds` of it, or after a while as it is then.
template <class Holds>
JobView wait_for(const Jobs& jobs, const std::string& id, Holds holds) {
  JobView view = jobs.view(id).value();
  for (int i = 0; i < 4000 && !holds(view); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    view = jobs.view(id).value();
  }
  return view;
}

JobView ended(const Jobs& jobs, const std::string& id) {
  return wait_for(jobs, id, [](const JobView& view) { return cli::is_over(view.state); });
}

JobView running(const Jobs& jobs, const std::string& id) {
  return wait_for(jobs, id, [](const JobView& view) { return view.state != JobState::queued; });
}

JobView view_of(std::vector<std::string> acts, const JobLimits& limits = {}) {
  Jobs jobs(limits);
  return ended(jobs, jobs.add(order(std::move(acts))).value());
}

TEST(Jobs, WhatIsDoneHasADocument) {
  const JobView view = view_of({"out:{}", "exit:0"});
  EXPECT_EQ(view.state, JobState::done);
  ASSERT_TRUE(view.output);
  EXPECT_EQ(*view.output, "{}");
  EXPECT_EQ(view.talk, "");
  EXPECT_GE(view.took_s, 0);
}

TEST(Jobs, AnExitCodeSaysHowItEnded) {
  EXPECT_EQ(view_of({"out:x", "exit:4"}).state, JobState::done) << "precision not reached";
  EXPECT_EQ(view_of({"out:x", "exit:5"}).state, JobState::done) << "partial";
  EXPECT_EQ(view_of({"out:x", "exit:2"}).state, JobState::refused);
  EXPECT_EQ(view_of({"out:x", "exit:3"}).state, JobState::refused);
  EXPECT_EQ(view_of({"out:x", "exit:1"}).state, JobState::failed);
  EXPECT_EQ(view_of({"out:x", "exit:127"}).state, JobState::failed);
  EXPECT_EQ(view_of({"exit:0"}).state, JobState::failed) << "no document";
  EXPECT_EQ(view_of({"exit:5"}).state, JobState::failed);
}

TEST(Jobs, ASignalOfSomebodyElseKills) {
  const JobView view = view_of({"out:x", "signal:" + std::to_string(SIGILL)});
  EXPECT_EQ(view.state, JobState::killed);
  EXPECT_EQ(view.end.signal, SIGILL);
}

TEST(Jobs, TalkIsStandardErrorWithoutProgress) {
  const JobView view = view_of({"err:one\n",
                                "err:{\"progress\": {\"done\": 3, \"total\": 8, "
                                "\"left_s\": 1.5}}\n",
                                "err:two\n", "err:three", "exit:3"});
  EXPECT_EQ(view.talk, "one\ntwo\nthree\n");
  EXPECT_EQ(view.done, 3u);
  EXPECT_EQ(view.total, 8u);
  EXPECT_EQ(view.left_s, 1.5);
}

TEST(Jobs, ProgressIsToldWhileItRuns) {
  Jobs jobs({});
  const auto id = jobs.add(
      order({"err:{\"progress\": {\"done\": 1, \"total\": 2, \"left_s\": 1}}\n", "sleep"}));
  const JobView view = wait_for(jobs, *id, [](const JobView& now) { return now.done == 1; });
  EXPECT_EQ(view.state, JobState::running);
  EXPECT_EQ(view.done, 1u);
  EXPECT_EQ(view.total, 2u);
}

/// Such as the message of a file of that name: everything is told.
TEST(Jobs, WhatOnlyLooksLikeProgressIsTalk) {
  for (const std::string line :
       {R"({"progress" and then nonsense)", R"({"progress":{"done":"x.yaml:11:78: unknown zqzq"}})",
        R"({"progress":{"done":1,"total":2,"left_s":1,"x":"y.yaml:1:1: unknown"}})",
        R"({"progress":7})", R"({"progress":{"done":1e300,"total":2,"left_s":1}})",
        R"({"progress":{"done":-1,"total":2,"left_s":1}})"}) {
    const JobView view = view_of({"err:" + line + "\n", "exit:3"});
    EXPECT_EQ(view.talk, line + "\n");
    EXPECT_EQ(view.total, 0u);
    EXPECT_EQ(view.state, JobState::refused);
  }
}

TEST(Jobs, ACancelledOneIsGone) {
  Jobs jobs({});
  const auto id = jobs.add(sleeper());
  EXPECT_EQ(running(jobs, *id).state, JobState::running);
  EXPECT_TRUE(jobs.cancel(*id));
  const JobView view = ended(jobs, *id);
  EXPECT_EQ(view.state, JobState::cancelled);
  EXPECT_FALSE(view.output);
  EXPECT_TRUE(jobs.cancel(*id)) << "it is still known";
  EXPECT_EQ(jobs.view(*id)->state, JobState::cancelled);
}

TEST(Jobs, AWaitingOneIsCancelledWithoutEverRunning) {
  JobLimits limits;
  limits.long_at_once = 1;
  Jobs jobs(limits);
  const auto first = jobs.add(sleeper()), second = jobs.add(sleeper());
  running(jobs, *first);
  EXPECT_EQ(jobs.view(*second)->state, JobState::queued);
  EXPECT_TRUE(jobs.cancel(*second));
  EXPECT_EQ(jobs.view(*second)->state, JobState::cancelled);
  EXPECT_EQ(jobs.view(*first)->state, JobState::running);
}

TEST(Jobs, CancellingWhatIsDoneChangesNothing) {
  Jobs jobs({});
  const auto id = jobs.add(order({"out:x"}));
  ended(jobs, *id);
  EXPECT_TRUE(jobs.cancel(*id));
  EXPECT_EQ(jobs.view(*id)->state, JobState::done);
}

TEST(Jobs, TheyAreKnownByTheirNumberOnly) {
  Jobs jobs({});
  const auto id = jobs.add(order({"out:x"}));
  ASSERT_EQ(*id, "1");
  for (const char* const other : {"", "0", "2", "01", "1.0", "1e0", "+1", "-1", " 1", "1 ", "x",
                                  "99999999999999999999999", "nan"}) {
    EXPECT_FALSE(jobs.view(other)) << other;
    EXPECT_FALSE(jobs.cancel(other)) << other;
  }
}

TEST(Jobs, AsManyRunAtATimeAsTheLimitSays) {
  JobLimits limits;
  limits.long_at_once = 2;
  Jobs jobs(limits);
  const auto a = jobs.add(sleeper()), b = jobs.add(sleeper()), c = jobs.add(sleeper());
  running(jobs, *a);
  running(jobs, *b);
  EXPECT_EQ(jobs.view(*c)->state, JobState::queued);
  jobs.cancel(*a);
  EXPECT_EQ(running(jobs, *c).state, JobState::running) << "the next in line";
}

TEST(Jobs, QuickOnesHaveALaneOfTheirOwn) {
  JobLimits limits;
  limits.long_at_once = 1;
  limits.quick_at_once = 1;
  Jobs jobs(limits);
  const auto slow = jobs.add(sleeper()), waiting = jobs.add(sleeper());
  const auto quick = jobs.add(order({"out:x"}, true));
  EXPECT_EQ(ended(jobs, *quick).state, JobState::done);
  EXPECT_EQ(jobs.view(*slow)->state, JobState::running);
  EXPECT_EQ(jobs.view(*waiting)->state, JobState::queued);
}

TEST(Jobs, TooManyThatWaitAreTurnedAway) {
  JobLimits limits;
  limits.long_at_once = 1;
  limits.queued = 2;
  Jobs jobs(limits);
  const auto first = jobs.add(sleeper());
  running(jobs, *first);
  const auto second = jobs.add(sleeper()), third = jobs.add(sleeper());
  EXPECT_TRUE(second);
  EXPECT_TRUE(third);
  EXPECT_FALSE(jobs.add(sleeper()));
  EXPECT_FALSE(jobs.add(sleeper(true))) << "both lanes are one queue";
  jobs.cancel(*second);
  EXPECT_TRUE(jobs.add(sleeper()));
}

TEST(Jobs, OneThatTakesTooLongIsEnded) {
  JobLimits limits;
  limits.longest = std::chrono::milliseconds(50);
  EXPECT_EQ(view_of({"out:x", "sleep"}, limits).state, JobState::too_long);
  Jobs jobs(limits);
  const auto quick = jobs.add(sleeper(true));
  EXPECT_EQ(running(jobs, *quick).state, JobState::running) << "whose limit is another";
}

TEST(Jobs, OneThatSaysTooMuchIsEnded) {
  JobLimits limits;
  limits.output = 100 * 1024;
  EXPECT_EQ(view_of({"many:99"}, limits).state, JobState::done);
  const JobView view = view_of({"many:200", "sleep"}, limits);
  EXPECT_EQ(view.state, JobState::too_much);
  EXPECT_FALSE(view.output);
}

TEST(Jobs, TalkThatIsTooMuchIsCut) {
  JobLimits limits;
  limits.talk = 20;
  const JobView lines =
      view_of({"err:0123456789\n", "err:0123456789\n", "err:x\n", "exit:3"}, limits);
  EXPECT_EQ(lines.talk, "0123456789\nx\n");
  EXPECT_EQ(lines.state, JobState::refused);
  EXPECT_EQ(view_of({"err:" + std::string(50, 'x'), "sleep"}, limits).state, JobState::too_much)
      << "a line without an end";
}

TEST(Jobs, OldOnesAreForgotten) {
  JobLimits limits;
  limits.kept = 2;
  Jobs jobs(limits);
  std::vector<std::string> ids;
  for (int i = 0; i < 4; ++i) {
    ids.push_back(jobs.add(order({"out:x"})).value());
    ended(jobs, ids.back());
  }
  const auto last = jobs.add(order({"out:x"}));
  ASSERT_TRUE(last);
  EXPECT_FALSE(jobs.view(ids[0]));
  EXPECT_FALSE(jobs.view(ids[1]));
  EXPECT_TRUE(jobs.view(ids[2]));
  EXPECT_TRUE(jobs.view(ids[3]));
}

TEST(Jobs, EveryChangeIsToldOnceAndInOrder) {
  Jobs jobs({});
  std::atomic<int> told = 0;
  jobs.on_change([&] { ++told; });
  const auto one = jobs.add(
      order({"err:{\"progress\": {\"done\": 1, \"total\": 2, \"left_s\": 1}}\n", "out:x"}));
  EXPECT_EQ(jobs.next_change(0)->id, *one) << "that it was taken in is a change";
  const JobView last = ended(jobs, *one);
  EXPECT_EQ(last.version, 4u) << "taken in, ran, said how far it is, and ended";
  EXPECT_EQ(told, 4);
  EXPECT_FALSE(jobs.next_change(last.version));

  const auto other = jobs.add(sleeper());
  EXPECT_EQ(jobs.next_change(0)->id, *one) << "what changed first";
  EXPECT_EQ(jobs.next_change(last.version)->id, *other);
  jobs.on_change({});
  jobs.cancel(*other);
  ended(jobs, *other);
  EXPECT_LE(told, 6) << "it was taken in, and ran perhaps";
}

TEST(Jobs, TheListHasThoseThatRunWaitAndAreOver) {
  JobLimits limits;
  limits.long_at_once = 1;
  Jobs jobs(limits);
  ended(jobs, *jobs.add(order({"out:x"}, true)));
  running(jobs, *jobs.add(sleeper()));
  jobs.add(sleeper());
  std::vector<std::string> told;
  for (const JobView& view : jobs.views())
    told.push_back(view.id + (view.order->quick ? " quick " : " ") + cli::name_of(view.state));
  EXPECT_EQ(told, (std::vector<std::string>{"1 quick done", "2 running", "3 queued"}));
}

TEST(Jobs, NothingIsTakenInAfterTheEnd) {
  Jobs jobs({});
  jobs.stop();
  EXPECT_FALSE(jobs.add(sleeper()));
}

TEST(JobState, EachHasAName) {
  std::set<std::string> names;
  for (const JobState state :
       {JobState::queued, JobState::running, JobState::done, JobState::refused, JobState::failed,
        JobState::killed, JobState::cancelled, JobState::too_long, JobState::too_much}) {
    names.insert(cli::name_of(state));
    EXPECT_EQ(cli::is_over(state), state != JobState::queued && state != JobState::running);
  }
  EXPECT_EQ(names.size(), 9u);
  EXPECT_EQ(cli::name_of(JobState::too_much), "too_much");
}

}  // namespace
