#include "studies/process/progress_bar.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

namespace {

using studies::Progress;
using studies::ProgressBar;
using testing::HasSubstr;
using testing::StartsWith;

/// What it says of `done` of `total`, one after the other.
std::string progress(Progress form, const std::vector<std::uint64_t>& done, std::uint64_t total) {
  testing::internal::CaptureStderr();
  {
    ProgressBar bar("left", form);
    for (const std::uint64_t so_far : done)
      EXPECT_TRUE(bar.follow()(so_far, total)) << "it never stops a run";
  }
  return testing::internal::GetCapturedStderr();
}

std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(ProgressBar, SaysNothingWhenNobodyListens) {
  EXPECT_EQ(progress(Progress::none, {1, 2, 3}, 3), "");
}

TEST(ProgressBar, SaysNothingBeforeAnythingIsDone) {
  EXPECT_EQ(progress(Progress::people, {0, 0}, 3), "");
  EXPECT_EQ(progress(Progress::json, {0}, 3), "");
  EXPECT_EQ(progress(Progress::people, {0, 1}, 0), "") << "and of nothing";
}

TEST(ProgressBar, IsALineForEachTenPercentOutsideOfATerminal) {
  std::vector<std::uint64_t> all;
  for (std::uint64_t i = 1; i <= 200; ++i)
    all.push_back(i);
  const std::string said = progress(Progress::people, all, 200);
  EXPECT_EQ(lines_in(said), 10u) << said;
  EXPECT_THAT(said, StartsWith("10 % (20/200), 0:0"));
  EXPECT_THAT(said, HasSubstr(" left\n"));
  EXPECT_THAT(said, HasSubstr("100 % (200/200), 0:00"));
}

/// What was done before took another time: 50 of 100 are no half of the time that has passed.
TEST(ProgressBar, DoesNotCountWhatWasDoneBefore) {
  testing::internal::CaptureStderr();
  {
    ProgressBar bar("left", Progress::json);
    bar.show(50, 100);
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    bar.show(60, 100);
  }
  const auto said = nlohmann::json::parse(testing::internal::GetCapturedStderr());
  EXPECT_GE(said.at("progress").at("left_s"), 0.6) << "40 more, at 10 in 0.15 s";
}

/// One long step: a quarter of it took 0.15 s.
TEST(ProgressBar, CountsWhatIsUnderWay) {
  testing::internal::CaptureStderr();
  {
    ProgressBar bar("left", Progress::json);
    bar.show(0, 1);
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    bar.show({0, 0.25}, 1);
  }
  const auto said = nlohmann::json::parse(testing::internal::GetCapturedStderr()).at("progress");
  EXPECT_EQ(said.at("done"), 0);
  EXPECT_EQ(said.at("share"), 0.25);
  EXPECT_GE(said.at("left_s"), 0.4);
  testing::internal::CaptureStderr();
  {
    ProgressBar bar("left", Progress::people);
    for (const double so_far : {0.0, 0.15, 0.1, 0.3})
      bar.show({0, so_far}, 1);
  }
  const std::string lines = testing::internal::GetCapturedStderr();
  EXPECT_THAT(lines, StartsWith("10 % (0/1), 0:0"));
  EXPECT_EQ(lines_in(lines), 2u) << "what was tried again says nothing twice";
}

TEST(ProgressBar, StepsOverWhatCameAtOnce) {
  const std::string said = progress(Progress::people, {0, 7, 8, 9}, 9);
  EXPECT_THAT(said, StartsWith("70 % (7/9)"));
  EXPECT_EQ(lines_in(said), 3u);
}

TEST(ProgressBar, AsJsonIsNotSaidTooOften) {
  std::vector<std::uint64_t> all;
  for (std::uint64_t i = 1; i <= 1000; ++i)
    all.push_back(i);
  const std::string said = progress(Progress::json, all, 1000);
  EXPECT_LE(lines_in(said), 30u);
  EXPECT_GE(lines_in(said), 2u) << "the first and the last";
  const std::size_t last = said.rfind("{\"progress\"");
  const auto json = nlohmann::json::parse(said.substr(last));
  EXPECT_EQ(json.at("progress").at("done"), 1000);
  EXPECT_EQ(json.at("progress").at("total"), 1000);
  EXPECT_EQ(json.at("progress").at("left_s"), 0);
}

}  // namespace
