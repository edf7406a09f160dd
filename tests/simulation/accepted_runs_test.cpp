// Whatever a hand may do to the files that are shipped: what is read is carried out, and its books
// are right.
#include <gmock/gmock.h>

#include <chrono>

#include "models/text/yaml_document.hpp"
#include "scenarios/threats/aimed_threat.hpp"
#include "sim/replications/run_study.hpp"
#include "tests/fuzz/yaml_mutation.hpp"
#include "tests/sample.hpp"
#include "tests/text.hpp"

namespace {

namespace fs = std::filesystem;
using tests::text_of;
using tests::write;

/// A mutant may ask for a month of calls; no promise is broken by that.
constexpr std::chrono::seconds patience{10};

models::Node tree_of(const fs::path& file) {
  models::Problems problems;
  auto root = models::parse_yaml(text_of(file), file.string(), problems);
  problems.throw_if_any();
  return *root;
}

std::vector<fs::path> yaml_files(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".yaml")
      out.push_back(entry.path());
  std::ranges::sort(out);
  return out;
}

/// The shipped worlds and scenarios and those of the tests, to be changed.
class Copies {
public:
  Copies() {
    std::string pattern = (fs::temp_directory_path() / "uitwijk-mutants-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
      throw std::runtime_error("no folder for temporary files");
    root_ = pattern;
    for (const char* const folder : {"scenarios", "models/netherlands", "tests/worlds"}) {
      fs::create_directories(root_ / folder);
      fs::copy(fs::path(SOURCE_DIR) / folder, root_ / folder, fs::copy_options::recursive);
    }
  }
  ~Copies() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  Copies(const Copies&) = delete;
  Copies& operator=(const Copies&) = delete;

  const fs::path& root() const { return root_; }

  /// Every file of one scenario.
  std::vector<fs::path> scenarios() const {
    std::vector<fs::path> folders = {root_ / "scenarios"}, out;
    for (const auto& entry : fs::directory_iterator(root_ / "tests/worlds"))
      if (entry.is_directory())
        folders.push_back(entry.path());
    std::ranges::sort(folders);
    for (const fs::path& folder : folders)
      for (const fs::path& file : yaml_files(folder))
        if (tree_of(file).find("scenario") != nullptr)
          out.push_back(file);
    return out;
  }

private:
  fs::path root_;
};

/// What became of the mutants.
struct Tally {
  int accepted = 0, refused = 0, cut_short = 0;

  void expect_enough_of(int all) const {
    EXPECT_GT(accepted, all / 20);
    EXPECT_GT(refused, all / 5);
    EXPECT_LE(cut_short, all / 10);
  }
};

/// One replication, which must end well within our patience, or be still at it.
void expect_carried_out(const scenarios::ScenarioInWorld& study, std::uint64_t seed, Tally& tally) {
  const auto end = std::chrono::steady_clock::now() + patience;
  const auto outcome = sim::run_replications(
      study.model.world,
      [&](std::uint64_t k) {
        return study.scenario_of({seed, k});
      },
      {seed, 0, 1, 1},
      [&](const sim::Progress&) { return std::chrono::steady_clock::now() < end; });
  for (const auto& failure : outcome.failures)
    ADD_FAILURE() << failure.reason;
  tally.cut_short += outcome.interrupted ? 1 : 0;
  for (const auto& seen : outcome.replications)
    EXPECT_EQ(seen.world.conservation_error + (seen.twin ? seen.twin->conservation_error : 0), 0U);
}

/// `read` as `check` reads; then as `run` does.
template <class Read>
void expect_refused_or_carried_out(Read read, std::uint64_t seed, Tally& tally) {
  try {
    const scenarios::ScenarioInWorld study = read();
    ++tally.accepted;
    expect_carried_out(study, seed, tally);
  } catch (const models::InvalidInput& refused) {
    EXPECT_THAT(refused.problems(), testing::Not(testing::IsEmpty()));
    ++tally.refused;
  }
}

/// The scenario itself as often as one of the files of its world.
fs::path victim_of(const fs::path& scenario, std::mt19937_64& random) {
  if (random() % 2 == 0)
    return scenario;
  const fs::path world = tree_of(scenario).find("scenario")->find("world")->text;
  const auto files = yaml_files(scenario.parent_path() / world);
  return files.at(random() % files.size());
}

/// A mutant is known by its number alone.
TEST(AcceptedRuns, OfMutatedScenariosAndWorlds) {
  const Copies copies;
  const auto scenarios = copies.scenarios();
  const int mutants = sample(100, 5000);
  Tally tally;
  for (int number = 0; number < mutants && !HasFailure(); ++number) {
    std::mt19937_64 random(static_cast<std::uint64_t>(number));
    const fs::path scenario = scenarios.at(random() % scenarios.size());
    const fs::path victim = victim_of(scenario, random);
    const std::string whole = text_of(victim), mutant = fuzz::mutated_yaml(whole, random).value();
    SCOPED_TRACE(fmt::format("mutant {}: {} with this {}:\n{}", number,
                             scenario.lexically_relative(copies.root()).string(),
                             victim.filename().string(), mutant));
    write(victim, mutant);
    expect_refused_or_carried_out([&] { return scenarios::read_scenario(scenario); }, 1, tally);
    write(victim, whole);
  }
  tally.expect_enough_of(mutants);
}

/// One threat of a catalogue, with all that is no threat.
models::Node alone(models::Node catalogue, std::mt19937_64& random) {
  auto& threats = catalogue.find("threats")->entries;
  threats = {threats.at(random() % threats.size())};
  return catalogue;
}

TEST(AcceptedRuns, OfMutatedThreats) {
  const Copies copies;
  const fs::path tiny = copies.root() / "tests/worlds/cli_tiny";
  const std::vector<std::pair<fs::path, fs::path>> catalogues = {
      {copies.root() / "scenarios/threat_catalogue.yaml", copies.root() / "models/netherlands"},
      {tiny / "threats.yaml", tiny / "world"}};
  const int mutants = sample(50, 2000);
  Tally tally;
  for (int number = 0; number < mutants && !HasFailure(); ++number) {
    std::mt19937_64 random(static_cast<std::uint64_t>(number));
    const auto& [catalogue, world] = catalogues.at(random() % catalogues.size());
    const auto one = models::to_yaml_block(alone(tree_of(catalogue), random), 3);
    const std::string mutant = fuzz::mutated_yaml(one, random).value();
    SCOPED_TRACE(fmt::format("mutant {} of a threat:\n{}", number, mutant));
    const fs::path file = copies.root() / "one.yaml";
    write(file, mutant);
    const auto read = [&, &in = world] {
      const auto threats = scenarios::read_catalogue(file);
      if (threats.threats.empty())
        models::refuse({file, 0, 0}, "has no threat to be aimed");
      return scenarios::read_scenario(scenarios::aim(threats, threats.threats.at(0), {}, {in, {}}));
    };
    expect_refused_or_carried_out(read, 1, tally);
  }
  tally.expect_enough_of(mutants);
}

}  // namespace
