#include "studies/installation/shipped_files.hpp"

#include <gmock/gmock.h>

#include "models/text/problems.hpp"
#include "results/result_file.hpp"
#include "studies/exit_code.hpp"
#include "studies/guarded.hpp"
#include "tests/unit/results/example.hpp"

/// Files that come with the program, and what becomes of what is thrown.
namespace {

namespace fs = std::filesystem;
using namespace studies;
using results_example::Folder;
using testing::HasSubstr;

/// For as long as it lives the program runs in that folder.
class Within {
public:
  explicit Within(const fs::path& folder) : before_(fs::current_path()) {
    fs::current_path(folder);
  }
  ~Within() { fs::current_path(before_); }
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;

private:
  fs::path before_;
};

TEST(Shipped, IsWhatLiesHereFirst) {
  const Folder folder;
  fs::create_directories(folder / "scenarios");
  results_example::put(folder / "scenarios/measures.yaml", "mine");
  const Within here(folder.path());
  EXPECT_EQ(shipped("scenarios/measures.yaml"), "scenarios/measures.yaml");
}

TEST(Shipped, MayBeAFolder) {
  const Within here(SOURCE_DIR);
  EXPECT_EQ(shipped("models/netherlands"), "models/netherlands");
}

TEST(Shipped, WhatIsNowhereKeepsItsName) {
  EXPECT_EQ(shipped("scenarios/no-such-file.yaml"), "scenarios/no-such-file.yaml");
}

TEST(GivenOrShipped, WhatIsGivenGoesFirst) {
  const Folder folder;
  results_example::put(folder / "mine.yaml", "");
  EXPECT_EQ(given_or_shipped(folder / "mine.yaml", "scenarios/measures.yaml"),
            folder / "mine.yaml");
  const Within here(SOURCE_DIR);
  EXPECT_EQ(given_or_shipped({}, "scenarios/measures.yaml"), "scenarios/measures.yaml");
}

TEST(GivenOrShipped, WhatIsNotThereIsRefusedByName) {
  for (const auto& [given, ours] : {std::pair{"/none/mine.yaml", "scenarios/measures.yaml"},
                                    std::pair{"", "scenarios/none.yaml"}})
    try {
      given_or_shipped(given, ours);
      FAIL() << given;
    } catch (const models::InvalidInput& invalid) {
      EXPECT_THAT(invalid.what(), HasSubstr("no such file or folder"));
      EXPECT_THAT(invalid.what(), HasSubstr(*given == '\0' ? ours : given));
    }
}

TEST(RequireThere, TakesFilesAndFolders) {
  const Folder folder;
  results_example::put(folder / "a", "");
  EXPECT_NO_THROW(require_there(folder.path()));
  EXPECT_NO_THROW(require_there(folder / "a"));
  EXPECT_THROW(require_there(folder / "b"), models::InvalidInput);
}

/// The exit code of `act`, and what it said on standard error.
std::pair<int, std::string> said(const std::function<int()>& act) {
  testing::internal::CaptureStderr();
  const int code = guarded(act);
  return {code, testing::internal::GetCapturedStderr()};
}

TEST(Guarded, GivesBackTheCode) {
  EXPECT_EQ(said([] { return 0; }), (std::pair{0, std::string()}));
  EXPECT_EQ(said([] { return 6; }), (std::pair{6, std::string()}));
}

TEST(Guarded, ProblemsOfTheUserAreALineEach) {
  const auto [code, text] = said([]() -> int {
    models::Problems problems;
    problems.add({"b.yaml", 3, 4}, "must be a time");
    problems.add({"a.yaml", 1, 2}, "unknown key");
    problems.throw_if_any();
    return 0;
  });
  EXPECT_EQ(code, exit_code::invalid_input);
  EXPECT_EQ(text, "a.yaml:1:2: unknown key\nb.yaml:3:4: must be a time\n");
}

TEST(Guarded, AFileThatCannotBeWrittenIsNoFaultOfTheInput) {
  const auto [code, text] =
      said([]() -> int { throw results::ResultError("x.h5: No space left on device"); });
  EXPECT_EQ(code, exit_code::our_fault);
  EXPECT_EQ(text, "uitwijk: x.h5: No space left on device\n");
}

TEST(Guarded, AFolderThatCannotBeReadIsNamed) {
  const auto [code, text] = said([]() -> int {
    return static_cast<int>(
        std::distance(fs::directory_iterator("/none/at/all"), fs::directory_iterator()));
  });
  EXPECT_EQ(code, exit_code::our_fault);
  EXPECT_THAT(text, HasSubstr("uitwijk: /none/at/all: cannot be read: No such file"));
}

TEST(Guarded, EverythingElseIsOurFault) {
  const auto [code, text] = said([]() -> int { throw std::logic_error("no words for 'x'"); });
  EXPECT_EQ(code, exit_code::our_fault);
  EXPECT_EQ(text, "uitwijk: our fault, not yours: no words for 'x'\n");
}

TEST(ExitCode, OfASignalIsTheShells) {
  EXPECT_EQ(exit_code::interrupted(2), 130);
  EXPECT_EQ(exit_code::interrupted(15), 143);
}

}  // namespace
