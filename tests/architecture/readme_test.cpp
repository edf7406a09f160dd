#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <queue>
#include <random>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "finished.hpp"
#include "tree_text.hpp"

// README.md followed literally: its files are written out, its commands run, its numbers computed.
namespace architecture {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const std::string& readme() {
  static const std::string text = text_of(fs::path(SOURCE_DIR) / "README.md");
  return text;
}

/// The fenced block behind `<!-- file: NAME -->`.
std::string block_of(const std::string& name) {
  const std::regex block("<!-- file: " + name + " -->\\s*```yaml\\n([^`]*)```");
  std::smatch match;
  return std::regex_search(readme(), match, block) ? match[1].str() : "";
}

/// Erlang's formulas for `servers` people and `load` erlang, service exponential with `mean_s`.
struct ErlangC {
  int servers;
  double load, mean_s;

  double waits() const {
    double blocked = 1;
    for (int k = 1; k <= servers; ++k)
      blocked = load * blocked / (k + load * blocked);
    return servers * blocked / (servers - load * (1 - blocked));
  }
  double mean_wait_s() const { return waits() * mean_s / (servers - load); }
  double answered_within(double seconds) const {
    return 1 - waits() * std::exp(-(servers - load) * seconds / mean_s);
  }
};

/// `my/short.yaml` without uitwijk: one queue and one heap of events. Callers of the counted 24
/// hours who wait longer than ten minutes, mean over `days`.
double lost_in_a_plain_queue_short_of_people(int days) {
  enum Event { end_of_call, people_back, arrival };
  std::mt19937_64 chance(1);
  std::exponential_distribution<double> gap_s(1.0 / 60), talk_s(1.0 / 180);
  long lost = 0;
  for (int day = 0; day < days; ++day) {
    std::priority_queue<std::pair<double, Event>, std::vector<std::pair<double, Event>>,
                        std::greater<>>
        events;
    std::queue<double> waiting;
    int busy = 0;
    for (double t = gap_s(chance); t < 28 * 3600; t += gap_s(chance))
      events.push({t, arrival});
    events.push({12 * 3600, people_back});
    for (; !events.empty(); events.pop()) {
      const auto [t, event] = events.top();
      if (event == arrival)
        waiting.push(t);
      if (event == end_of_call)
        --busy;
      const int people = t >= 10 * 3600 && t < 12 * 3600 ? 2 : 5;
      for (; busy < people && !waiting.empty(); waiting.pop(), ++busy) {
        const double since = waiting.front();
        lost += since >= 2 * 3600 && since < 26 * 3600 && t - since > 600;
        events.push({t + talk_s(chance), end_of_call});
      }
    }
  }
  return static_cast<double>(lost) / days;
}

/// The reader's own folder with the files of the README in it.
class TenMinutes : public testing::Test {
protected:
  TenMinutes() {
    std::string pattern = (fs::temp_directory_path() / "readme-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    fs::create_directories(folder_ / "my/room");
    for (const char* const name : {"my/room/world.yaml", "my/day.yaml", "my/short.yaml"})
      std::ofstream(folder_ / name) << block_of(name);
  }
  ~TenMinutes() override { fs::remove_all(folder_); }

  Finished uitwijk(const std::string& arguments) const {
    return run("cd " + folder_.string() + " && " UITWIJK " " + arguments + " 2>&1");
  }
  nlohmann::json measures(const std::string& scenario, int replications) const {
    const std::string file = (folder_ / "run.json").string();
    const auto done = uitwijk("run " + scenario + " -q --json -n " + std::to_string(replications) +
                              " -o run.h5 > " + file);
    EXPECT_EQ(done.status, 0) << text_of(file);
    return nlohmann::json::parse(text_of(file));
  }

  fs::path folder_;
};

void expect_near_theory(const nlohmann::json& measure, double theory, double tightest) {
  const double mean = measure.at("mean");
  const double half_width =
      (measure.at("ci95")[1].get<double>() - measure.at("ci95")[0].get<double>()) / 2;
  // The seed is fixed, so this always gives the same: a miss of three standard errors is a fault.
  EXPECT_NEAR(mean, theory, 3 * half_width / 1.96);
  EXPECT_LT(half_width, tightest * theory) << "too wide an interval proves nothing";
}

TEST_F(TenMinutes, ItsFilesAreValid) {
  const Finished check = uitwijk("check my/day.yaml my/short.yaml");
  EXPECT_EQ(check.status, 0) << check.output;
}

TEST_F(TenMinutes, AMistakeInItsWorldGetsTheExitCodeAndThePlaceOfThePage) {
  std::string world = block_of("my/room/world.yaml");
  world.replace(world.find("3 min"), 5, "3");
  std::ofstream(folder_ / "my/room/world.yaml") << world;
  const Finished check = uitwijk("check my/day.yaml");
  EXPECT_EQ(check.status, 3);
  EXPECT_THAT(check.output, HasSubstr("world.yaml:5:"));
}

TEST_F(TenMinutes, ItsRoomWaitsAsErlangSays) {
  const ErlangC room{5, 3, 180};
  const nlohmann::json all = measures("my/day.yaml", 400).at("measures");
  expect_near_theory(all.at("first_answer_wait_mean_s"), room.mean_wait_s(), 0.05);
  expect_near_theory(all.at("answered_within_norm_share"), room.answered_within(10), 0.01);
}

TEST_F(TenMinutes, ItsShortageLosesAsManyAsAPlainQueue) {
  const nlohmann::json result = measures("my/short.yaml", 200);
  const double plain = lost_in_a_plain_queue_short_of_people(4000);
  expect_near_theory(result.at("measures").at("lost_callers"), plain, 0.06);
  EXPECT_THAT(readme(), HasSubstr("about " + std::to_string(std::lround(plain)) + " a day"));
  // Five people lose 1440 x P(wait > 10 min) = 0.4 a day.
  EXPECT_LT(result.at("twin").at("lost_callers").at("mean"), 2);
}

TEST(Readme, StatesErlangsNumbers) {
  const ErlangC room{5, 3, 180};
  std::array<char, 64> wait, share;
  std::snprintf(wait.data(), wait.size(), "%.2f s", room.mean_wait_s());
  std::snprintf(share.data(), share.size(), "%.1f %%", 100 * room.answered_within(10));
  EXPECT_THAT(readme(), HasSubstr(wait.data()));
  EXPECT_THAT(readme(), HasSubstr(share.data()));
}

/// The cells of a line of text: what two spaces or more keep apart.
std::vector<std::string> cells_of(const std::string& text, const std::string& label) {
  const std::regex line("\\n  " + label + " {2,}(.*)\\n"), gap(" {2,}");
  std::smatch match;
  if (!std::regex_search(text, match, line))
    return {};
  const std::string cells = match[1];
  return {std::sregex_token_iterator(cells.begin(), cells.end(), gap, -1),
          std::sregex_token_iterator()};
}

TEST(Readme, ShowsWhatTheDemoFinds) {
  const Finished demo =
      run("cd " SOURCE_DIR " && " UITWIJK " run scenarios/kpn-2019.yaml -n 200 -q --lang en");
  ASSERT_EQ(demo.status, 0) << demo.output;
  for (const char* const label : {"genuine callers", "lost callers", "helped by another channel",
                                  "recovery of the service"}) {
    std::string row;
    for (const std::string& cell : cells_of(demo.output, label))
      row += " " + cell + " |";
    ASSERT_FALSE(row.empty()) << label;
    EXPECT_THAT(readme(), HasSubstr(row + "\n")) << label;
  }
}

TEST(Readme, NamesTheTestCommandThatTheRobotRuns) {
  EXPECT_THAT(readme(), HasSubstr("\nmake test"));
  EXPECT_THAT(text_of(fs::path(SOURCE_DIR) / ".ci/run"), HasSubstr("\nmake test\n"));
}

TEST(Readme, LeadsToTheManualInOneStep) {
  for (const char* const page : {"docs/README.md", "docs/architecture.md", "docs/glossary.md"})
    EXPECT_THAT(readme(), HasSubstr("](" + std::string(page) + ")"));
}

TEST(Readme, ShowsTheTwoCommandsAndAPictureOnItsFirstScreen) {
  const std::size_t screen = 1800;
  EXPECT_LT(readme().find("\nmake demo"), screen);
  EXPECT_LT(readme().find("\nmake test"), screen);
  EXPECT_LT(readme().find("\n!["), screen);
  EXPECT_LE(std::count(readme().begin(), readme().end(), '\n'), 150);
}

TEST(Architecture, NamesEveryRoom) {
  const std::string page = text_of(fs::path(SOURCE_DIR) / "docs/architecture.md");
  for (const auto& entry : fs::directory_iterator(SOURCE_DIR)) {
    const std::string room = entry.path().filename().string();
    if (fs::exists(entry.path() / "README.md")) {
      EXPECT_THAT(page, HasSubstr("\n| `" + room + "/` |"));
    }
  }
}

}  // namespace
}  // namespace architecture
