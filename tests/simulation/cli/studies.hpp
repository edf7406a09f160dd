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
  std::string all() const { return room + " " + deliberate + " " + gms + " "; }

private:
  static void run(const std::string& what, const std::string& file) {
    succeeds("run " + what + " -q -o " + file);
  }
};

/// A suite that reads result files which are made once for it. Program, catalogue, world and
/// criteria are found from the root of the tree.
template <class Files>
class OfFiles : public testing::Test {
protected:
  static void SetUpTestSuite() {
    std::filesystem::current_path(SOURCE_DIR);
    files_ = std::make_unique<Files>();
  }
  static void TearDownTestSuite() { files_.reset(); }
  static const Files& studies() { return *files_; }
  static std::string all() { return studies().all(); }

private:
  static inline std::unique_ptr<Files> files_;
};
using OfStudies = OfFiles<Studies>;

}  // namespace simulation
