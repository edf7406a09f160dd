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
        " table --today 2026-01-01 one.h5", " report --today 2026-01-01 one.h5 -o one.html"}) {
    const Ended found = uitwijk(shipped);
    EXPECT_EQ(found.exit_code, 0) << shipped << found.err;
  }
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
