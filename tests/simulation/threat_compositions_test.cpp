// Three threats of the catalogue at once, chosen at random, each at its own target: whatever they
// do to each other, calls and persons add up.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "models/chance/random_stream.hpp"
#include "scenarios/threats/aimed_threat.hpp"
#include "sim/replications/run_study.hpp"
#include "tests/sample.hpp"

namespace {

constexpr std::uint64_t each_composition = 2;

/// Three different threats of composition `number`; a fixed choice, so that a failure comes back.
std::array<std::size_t, 3> choice(std::uint64_t number, std::size_t threats) {
  const auto u = models::uniforms({number, 0}, models::Purpose::effect,
                                  {models::name_of("composition"), 0, 0});
  std::vector<std::size_t> left(threats);
  for (std::size_t i = 0; i < threats; ++i)
    left[i] = i;
  std::array<std::size_t, 3> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto at = static_cast<std::ptrdiff_t>(u[i] * static_cast<double>(left.size()));
    out[i] = left[static_cast<std::size_t>(at)];
    left.erase(left.begin() + at);
  }
  return out;
}

/// One scenario with the threats of all three, an hour and a half each.
scenarios::ScenarioTree composed(const scenarios::Catalogue& catalogue, std::uint64_t number) {
  scenarios::ScenarioTree out;
  for (const auto index : choice(number, catalogue.threats.size())) {
    auto one = scenarios::aim(catalogue, catalogue.threats[index], {"", "", "90 min"},
                              {SOURCE_DIR "/models/netherlands", {}});
    // What comes back over two weeks would make a window of a week.
    for (auto& threat : one.root.find("threats")->entries)
      std::erase_if(threat.value.entries, [](const auto& entry) { return entry.key == "repeats"; });
    if (out.id.empty()) {
      out = std::move(one);
      continue;
    }
    out.id += " + " + one.id;
    auto& threats = out.root.find("threats")->entries;
    std::ranges::move(one.root.find("threats")->entries, std::back_inserter(threats));
  }
  return out;
}

class Compositions : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Compositions, AddUp) {
  const auto catalogue = scenarios::read_catalogue(SOURCE_DIR "/scenarios/threat_catalogue.yaml");
  const auto tree = composed(catalogue, GetParam());
  const auto study = scenarios::read_scenario(tree);
  ASSERT_EQ(study.scenario.threats.size(), 3U);
  const auto outcome = sim::run_replications(
      study.model.world,
      [&](std::uint64_t k) {
        return study.scenario_of({GetParam(), k});
      },
      {GetParam(), 0, each_composition, 2}, [](const sim::Progress&) { return true; });
  for (const auto& failure : outcome.failures)
    ADD_FAILURE() << tree.id << ", replication " << failure.replication << ": " << failure.reason;
  ASSERT_EQ(outcome.replications.size(), each_composition) << tree.id;
  for (const auto& seen : outcome.replications) {
    EXPECT_EQ(seen.world.conservation_error + seen.twin->conservation_error, 0U) << tree.id;
    const auto effects = std::ranges::count(seen.world.course, results::CourseKind::effect_begins,
                                            &results::CourseEvent::kind);
    EXPECT_GE(effects, 1) << tree.id;
  }
}

INSTANTIATE_TEST_SUITE_P(OfThree, Compositions,
                         testing::Range<std::uint64_t>(1, sample<std::uint64_t>(6, 20) + 1));

}  // namespace
