#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <string_view>

#include "analysis/impact/criteria.hpp"
#include "analysis/impact/replayed.hpp"
#include "analysis/measures/measure.hpp"
#include "models/world/read_world.hpp"
#include "reading.hpp"
#include "scenarios/campaigns/campaign.hpp"
#include "scenarios/exercise.hpp"
#include "scenarios/measures/try_measures.hpp"
#include "scenarios/read_scenario.hpp"
#include "scenarios/threats/aimed_threat.hpp"
#include "tests/input_errors/small_world.hpp"

/// Which reader this harness is for: its CMakeLists has it.
extern const char* const reader_of_harness;

/// The bytes are a file of the kind that it names: a harness for each, with one body.
namespace {

namespace fs = std::filesystem;

/// `world`, which uses every word of the format; `tiny`, which has threats and campaigns; `alone`,
/// for a world in one file.
const fs::path& folder() {
  static const small_world::Folder made;
  static const bool filled = [] {
    made.write(small_world::texts());
    fs::create_directory(made.path() / "alone");
    fs::copy(SOURCE_DIR "/tests/worlds/cli_tiny", made.path() / "tiny",
             fs::copy_options::recursive);
    return true;
  }();
  fuzz::must(filled, "the worlds are there");
  return made.path();
}

void read_over_world(const fs::path& file) {
  models::read_world(folder() / "world", {}, {file});
}

/// As `check` does: each threat is aimed at its own target.
void read_catalogue(const fs::path& file) {
  const auto catalogue = scenarios::read_catalogue(file);
  for (const auto& threat : catalogue.threats)
    fuzz::read_or_refuse([&] {
      scenarios::read_scenario(
          scenarios::aim(catalogue, threat, {}, {folder() / "tiny/world", {}}));
    });
}

void read_measures(const fs::path& file) {
  const auto list = scenarios::read_measures(file, analysis::outcomes());
  scenarios::try_out(list, folder() / "tiny/threats.yaml", folder() / "tiny/world");
}

void read_criteria(const fs::path& file) {
  const auto read = analysis::read_criteria(file);
  fuzz::must(std::isfinite(read.lost_after_s) && read.lost_after_s > 0, "T_lost is a time");
  fuzz::must(!read.input.sha256.empty(), "its digest is known");
}

void read_exercise(const fs::path& file) {
  static const auto model = models::read_world(folder() / "world");
  for (const auto& seen : scenarios::read_exercise(file, model.world).takeovers)
    fuzz::must(seen.lost_for_s >= 0 && seen.failed_switches >= 0, "what was seen can be");
}

struct Reader {
  std::string_view name, file;
  void (*read)(const fs::path& file);
};

constexpr std::array readers = {
    Reader{"world", "alone/world.yaml",
           [](const fs::path& file) { models::read_world(file.parent_path()); }},
    Reader{"scenario", "storm.yaml", [](const fs::path& file) { scenarios::read_scenario(file); }},
    Reader{"overlay", "overlay.yaml", read_over_world},
    Reader{"roster", "roster.csv", read_over_world},
    Reader{"catalogue", "tiny/some.yaml", read_catalogue},
    Reader{"measures", "tiny/some.yaml", read_measures},
    Reader{"campaign", "tiny/some.campaign.yaml",
           [](const fs::path& file) { scenarios::read_campaign(file); }},
    Reader{"criteria", "criteria.yaml", read_criteria},
    Reader{"exercise", "exercise.yaml", read_exercise},
    Reader{"replayed", "replayed.csv", [](const fs::path& file) { analysis::read_replayed(file); }},
};

const Reader& chosen =
    *std::ranges::find(readers, std::string_view(reader_of_harness), &Reader::name);

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fs::path file = folder() / chosen.file;
  std::ofstream(file, std::ios::binary) << fuzz::text_of(data, size);
  fuzz::read_or_refuse([&] { chosen.read(file); });
  return 0;
}
