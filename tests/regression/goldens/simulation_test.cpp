// The studies of simulations.txt, simulated again: the digest of every replication, over times and
// places of all events, is the kept one. A change is explained in CHANGES.md under "Changed
// numbers"; then UITWIJK_RENEW=simulation (make renew-simulation) writes digests and result files.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "results/campaign_file.hpp"
#include "results/result_file.hpp"
#include "tests/regression/goldens/command_table.hpp"
#include "tests/regression/goldens/golden_text.hpp"

namespace goldens {
namespace {

namespace fs = std::filesystem;
const fs::path golden_folder = SOURCE_DIR "/tests/regression/goldens";
const fs::path kept_results = golden_folder / "results";
const fs::path kept_digests = golden_folder / "digests.txt";

std::string digests_of(const results::Study& study, const std::string& name) {
  std::string out;
  for (const auto& seen : study.replications)
    out += name + " " + std::to_string(seen.replication) + " " + to_hex(seen.world.digest) +
           (seen.twin ? " " + to_hex(seen.twin->digest) : "") + "\n";
  return out;
}

std::string digests_of(const fs::path& file) {
  const std::string name = file.filename().string();
  if (results::kind_of(file) != "uitwijk/campaign")
    return digests_of(results::read_study(file), name);
  const results::Campaign campaign = results::read_campaign(file);
  std::string out;
  for (std::size_t i = 0; i < campaign.rows().size(); ++i)
    out += digests_of(campaign.row(i), name + " " + campaign.rows()[i].id);
  return out;
}

/// Of all result files in a folder, by name.
std::string digests_in(const fs::path& place) {
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(place))
    if (entry.path().extension() == ".h5")
      files.insert(entry.path());
  std::string out;
  for (const fs::path& file : files)
    out += digests_of(file);
  return out;
}

void simulate_in(const Scratch& scratch) {
  const CommandTable table = read_command_table(golden_folder / "simulations.txt");
  for (const Line& line : table.lines) {
    const Ended ended = run(table, line, "", scratch);
    ASSERT_EQ(ended.exit_code, 0) << line.shell << ": " << ended.err;
  }
}

void keep(const Scratch& scratch) {
  fs::remove_all(kept_results);
  fs::create_directory(kept_results);
  for (const auto& entry : fs::directory_iterator(scratch.folder()))
    if (entry.path().extension() == ".h5")
      fs::copy_file(entry.path(), kept_results / entry.path().filename());
  std::ofstream(kept_digests) << digests_in(kept_results);
}

TEST(SimulationGoldens, AgainTheyHaveTheKeptDigests) {
  const Scratch scratch;
  simulate_in(scratch);
  if (HasFatalFailure())
    return;
  if (renews("simulation"))
    keep(scratch);
  const std::string difference =
      first_difference(text_of(kept_digests), digests_in(scratch.folder()));
  EXPECT_TRUE(difference.empty())
      << "digests.txt: " << difference
      << "\n  explain it in CHANGES.md, then: make renew-simulation renew-documents";
}

TEST(KeptGoldens, ResultsHaveTheKeptDigests) {
  EXPECT_EQ(first_difference(text_of(kept_digests), digests_in(kept_results)), "");
}

}  // namespace
}  // namespace goldens
