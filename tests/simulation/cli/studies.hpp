#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "tests/simulation/cli/program.hpp"

namespace simulation {

/// Result files of small studies, made once.
class Studies {
  Scratch scratch_;  // first: the names below lie in it

public:
  std::string room = scratch_.file("room.h5"), deliberate = scratch_.file("deliberate.h5"),
              gms = scratch_.file("gms.h5"), normal = scratch_.file("normal.h5");

  Studies() {
    run("--threat DR-20 --target rotterdam --duration '1 h' -n 12", room);
    run("--threat DR-07 --duration '2 h' -n 12 --at 2026-12-01T14:00", deliberate);
    run("--threat DR-09 --duration '2 h' -n 12", gms);
    run(SOURCE_DIR "/scenarios/normal-day.yaml -n 6", normal);
  }

private:
  static void run(const std::string& what, const std::string& file) {
    succeeds("run " + what + " -q -o " + file);
  }
};

/// A suite that reads them. Program, catalogue, world and criteria are found from the root of the
/// tree.
class OfStudies : public testing::Test {
protected:
  static void SetUpTestSuite() {
    std::filesystem::current_path(SOURCE_DIR);
    studies_ = std::make_unique<Studies>();
  }
  static void TearDownTestSuite() { studies_.reset(); }
  static const Studies& studies() { return *studies_; }
  static std::string all() {
    return studies().room + " " + studies().deliberate + " " + studies().gms + " ";
  }

private:
  static inline std::unique_ptr<Studies> studies_;
};

}  // namespace simulation
