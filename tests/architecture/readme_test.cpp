#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

// README.md followed literally: its files are written out, its commands run, its numbers computed.
namespace architecture {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

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

struct Finished {
  std::string output;
  int status;
};

Finished run(const std::string& command) {
  FILE* const pipe = popen(command.c_str(), "r");
  std::string output;
  std::array<char, 4096> piece;
  while (const std::size_t n = std::fread(piece.data(), 1, piece.size(), pipe))
    output.append(piece.data(), n);
  const int status = pclose(pipe);
  return {output, WIFEXITED(status) ? WEXITSTATUS(status) : -1};
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

TEST_F(TenMinutes, ItsShortageIsBlamedOnTheThreat) {
  const nlohmann::json result = measures("my/short.yaml", 20);
  // The queue grows by 20 calls an hour for two hours while 40 an hour are served: towards noon
  // people wait an hour. Alone, 5 people lose 1440 x P(wait > 10 min) = 0.4 a day.
  EXPECT_GT(result.at("difference").at("lost_callers").at("ci95")[0], 20);
  EXPECT_LT(result.at("twin").at("lost_callers").at("mean"), 5);
}

TEST(Readme, StatesErlangsNumbers) {
  const ErlangC room{5, 3, 180};
  std::array<char, 64> wait, share;
  std::snprintf(wait.data(), wait.size(), "%.2f s", room.mean_wait_s());
  std::snprintf(share.data(), share.size(), "%.1f %%", 100 * room.answered_within(10));
  EXPECT_THAT(readme(), HasSubstr(wait.data()));
  EXPECT_THAT(readme(), HasSubstr(share.data()));
}

TEST(Readme, NamesTheTestCommandThatTheRobotRuns) {
  EXPECT_THAT(readme(), HasSubstr("\nmake test"));
  EXPECT_THAT(text_of(fs::path(SOURCE_DIR) / ".ci/run"), HasSubstr("\nmake test\n"));
}

TEST(Readme, NamesEveryRoom) {
  for (const char* const room :
       {"models", "scenarios", "sim", "results", "analysis", "cli", "tests"})
    EXPECT_THAT(readme(), HasSubstr("`" + std::string(room) + "/`"));
}

}  // namespace
}  // namespace architecture
