/// The program where `cmake --install` puts it, away from the tree, and the library that it loads.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

const std::string run_two = " run -q --json -n 2 " + tiny_outage;

class Installed : public testing::Test {
protected:
  Installed() {
    EXPECT_EQ(shell(CMAKE " --install '" BUILD_DIR "' --prefix '" + scratch_.file("") + "' >" +
                    scratch_.file("log"))
                  .exit_code,
              0);
    for (const auto& entry : fs::recursive_directory_iterator(scratch_.file("lib")))
      if (entry.path().filename() == SIMULATOR)
        library_ = entry.path();
  }

  /// What is installed, started in the scratch folder, where no file of the tree is.
  Ended uitwijk(const std::string& arguments, const std::string& before = "") const {
    return shell("cd '" + scratch_.file("") + "' && " + before + scratch_.file("bin/uitwijk") +
                 arguments);
  }

  std::string file(const std::string& name) const { return scratch_.file(name); }

  fs::path library_;

private:
  Ended shell(const std::string& command) const {
    const std::string out = scratch_.file("out"), err = scratch_.file("err");
    const int status = std::system((command + " >" + out + " 2>" + err).c_str());
    return {WEXITSTATUS(status), text_of(out), text_of(err)};
  }

  Scratch scratch_;
};

TEST_F(Installed, SimulatesAndFindsWhatIsShippedFromAnywhere) {
  const Ended ran = uitwijk(run_two);
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(nlohmann::json::parse(ran.out).at("replications"), 2);
  for (const char* shipped :
       {" check share/uitwijk/scenarios/kpn-2019.yaml", " check share/uitwijk/models/netherlands",
        " run -q -n 1 --threat DR-24 -o one.h5", " describe takeover",
        " table --today 2026-01-01 one.h5", " report --today 2026-01-01 one.h5 -o one.html",
        " doctor ."}) {
    const Ended found = uitwijk(shipped);
    EXPECT_EQ(found.exit_code, 0) << shipped << found.err;
  }
}

/// What the program says of itself, and what is shipped for others.
TEST_F(Installed, HasPagesCompletionsAndTheReaderForPython) {
  const auto doctor = nlohmann::json::parse(uitwijk(" doctor --json").out);
  EXPECT_TRUE(fs::exists(doctor.at("python").get<std::string>() + "/uitwijk.py"));
  EXPECT_THAT(doctor.at("python"), HasSubstr("/share/uitwijk/python"));
  EXPECT_EQ(text_of(file("share/man/man1/uitwijk-campaign-plan.1")),
            uitwijk(" man campaign plan").out);
  EXPECT_EQ(text_of(file("share/bash-completion/completions/uitwijk")),
            uitwijk(" completion bash").out);
  for (const char* const other :
       {"share/zsh/site-functions/_uitwijk", "share/doc/uitwijk/README.md",
        "share/fish/vendor_completions.d/uitwijk.fish"})
    EXPECT_GT(fs::file_size(file(other)), 1000u) << other;
}

TEST_F(Installed, SaysWhereItLookedForTheSimulator) {
  ASSERT_FALSE(library_.empty());
  fs::remove(library_);
  const Ended ran = uitwijk(run_two);
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err,
              AllOf(HasSubstr("the simulator cannot be loaded: " SIMULATOR " is in none of"),
                    HasSubstr(library_.parent_path().string())));
  EXPECT_EQ(uitwijk(" --version").exit_code, 0) << "what simulates nothing needs none";
  const Ended doctor = uitwijk(" doctor");
  EXPECT_EQ(doctor.exit_code, 1);
  EXPECT_THAT(doctor.out, HasSubstr("!! attention  simulator: the simulator cannot be loaded"));
}

/// The loader would die of a page that is not there.
TEST_F(Installed, SaysThatTheSimulatorIsCutOff) {
  fs::resize_file(library_, fs::file_size(library_) / 2);
  const Ended ran = uitwijk(run_two);
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.err, HasSubstr("is cut off"));
}

TEST_F(Installed, RefusesTheSimulatorOfAnotherCommit) {
  ASSERT_FALSE(library_.empty());
  fs::copy_file(OTHER_SIMULATOR, library_, fs::copy_options::overwrite_existing);
  const Ended ran = uitwijk(run_two);
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, AllOf(HasSubstr(library_.string() + " is of another, this program of "),
                             HasSubstr("install them together")));
}

TEST_F(Installed, RefusesWhatIsNoLibrary) {
  ASSERT_FALSE(library_.empty());
  std::ofstream(library_) << "nothing";
  const Ended ran = uitwijk(run_two);
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.err,
              AllOf(HasSubstr("the simulator cannot be loaded: "), HasSubstr(library_.string())));
}

/// A setting of the environment brings no other one.
TEST_F(Installed, TakesItsOwnSimulator) {
  ASSERT_FALSE(library_.empty());
  const fs::path elsewhere = library_.parent_path() / "elsewhere";
  fs::create_directory(elsewhere);
  fs::copy_file(OTHER_SIMULATOR, elsewhere / SIMULATOR);
  const Ended ran = uitwijk(run_two, "LD_LIBRARY_PATH='" + elsewhere.string() + "' ");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
}

}  // namespace
}  // namespace simulation
