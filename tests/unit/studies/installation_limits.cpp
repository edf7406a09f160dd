#include <gtest/gtest.h>

#include <filesystem>

#include "studies/installation/examine.hpp"
#include "studies/installation/limits.hpp"
#include "tests/scratch.hpp"
#include "tests/text.hpp"

namespace {

/// A tree of control groups as Linux makes it up.
class Groups : public testing::Test {
protected:
  void group(const std::string& path, const std::string& file, const std::string& text) {
    std::filesystem::create_directories(scratch_.file(path));
    tests::write(scratch_.file(path + "/" + file), text);
  }
  std::optional<double> limit(const std::string& file) const {
    return studies::group_limit(scratch_.file("top"), "1:name=x:/else\n0::/slice/job\n", file);
  }

  tests::Scratch scratch_;
};

TEST_F(Groups, WithoutAnyThereIsNoLimit) {
  EXPECT_EQ(limit("cpu.max"), std::nullopt);
  group("top/slice/job", "cpu.max", "max 100000\n");
  EXPECT_EQ(limit("cpu.max"), std::nullopt);
}

TEST_F(Groups, TheNarrowestOfThoseAboveHolds) {
  group("top/slice/job", "cpu.max", "400000 100000\n");
  group("top/slice", "cpu.max", "150000 100000\n");
  group("top", "cpu.max", "max 100000\n");
  EXPECT_EQ(limit("cpu.max"), 1.5);
}

TEST_F(Groups, BytesAreBytes) {
  group("top/slice/job", "memory.max", "1073741824\n");
  EXPECT_EQ(limit("memory.max"), 1073741824.0);
}

TEST(Examined, SaysWhatIsHere) {
  const tests::Scratch scratch;
  const auto machine = studies::examine({scratch.file(""), scratch.file("nowhere")});
  EXPECT_FALSE(machine.version.empty());
  EXPECT_GE(machine.cores, machine.cores_allowed);
  EXPECT_GE(machine.cores_allowed, 1);
  EXPECT_EQ(machine.outputs.at(0).fault, "");
  EXPECT_EQ(machine.outputs.at(1).fault, "No such file or directory");
  EXPECT_FALSE(std::filesystem::exists(scratch.file("nowhere"))) << "nothing is made";
}

}  // namespace
