// The digest of replication 0 of every shipped scenario and of some tiny worlds, over times and
// places of all events. A change must be explained in CHANGES.md under "Changed numbers"; then
// UITWIJK_UPDATE_FINGERPRINTS=1 ctest --preset release -R Fingerprints writes the new ones.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "replay.hpp"

namespace {

namespace fs = std::filesystem;
const fs::path root = SOURCE_DIR;
const fs::path kept = root / "tests/regression/fingerprints.txt";

std::vector<std::string> files() {
  std::vector<std::string> out = {"tests/worlds/erlang_a/scenario.yaml",
                                  "tests/worlds/retrial/scenario.yaml",
                                  "tests/worlds/staffing_hand_over/scenario.yaml"};
  for (const auto& entry : fs::directory_iterator(root / "scenarios")) {
    std::ifstream text(entry.path());
    std::string line;
    const bool yaml = entry.path().extension() == ".yaml";
    while (yaml && std::getline(text, line))
      if (line.rfind("scenario:", 0) == 0)
        out.push_back("scenarios/" + entry.path().filename().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::map<std::string, std::string> read_kept() {
  std::map<std::string, std::string> out;
  std::ifstream text(kept);
  std::string file, digests;
  while (text >> file && std::getline(text >> std::ws, digests))
    out[file] = digests;
  return out;
}

TEST(Fingerprints, AreTheKeptOnes) {
  std::map<std::string, std::string> now;
  for (const auto& file : files()) {
    const auto seen = replay::run(file, 1).seen.front();
    now[file] = to_hex(seen.world.digest) + (seen.twin ? " " + to_hex(seen.twin->digest) : "");
  }
  if (std::getenv("UITWIJK_UPDATE_FINGERPRINTS") != nullptr) {
    std::ofstream text(kept);
    for (const auto& [file, digests] : now)
      text << file << ' ' << digests << '\n';
  }
  EXPECT_EQ(now, read_kept()) << "a change of numbers: explain it in CHANGES.md, then see the top "
                                 "of this file";
}

}  // namespace
