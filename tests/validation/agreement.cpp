#include "tests/validation/agreement.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <boost/math/distributions/students_t.hpp>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "models/chance/random_stream.hpp"
#include "tests/text.hpp"
#include "tests/validation/run_cli.hpp"

namespace validation {
namespace {

namespace fs = std::filesystem;

fs::path worlds() {
  return fs::path(SOURCE_DIR) / "tests/worlds";
}

struct Interval {
  double mean, half_width;
  bool holds(double value) const { return std::abs(value - mean) <= half_width; }
};

/// The program gives 95 % Student intervals over its replications; the same data at 99.7 %.
Interval interval_of(const nlohmann::json& measure) {
  const double low = measure.at("ci95").at(0), high = measure.at("ci95").at(1);
  const boost::math::students_t t(measure.at("n_defined").get<double>() - 1);
  const double wider = boost::math::quantile(t, 0.9985) / boost::math::quantile(t, 0.975);
  return {measure.at("mean"), (high - low) / 2 * wider};
}

/// A copy of the scenario and its world in `folder`, with the replacements made.
fs::path edited_copy(const Comparison& comparison, const fs::path& folder) {
  const fs::path original = worlds() / comparison.scenario;
  fs::copy(original.parent_path(), folder, fs::copy_options::recursive);
  std::string text = tests::text_of(original);
  for (const auto& [from, to] : comparison.edits) {
    EXPECT_NE(text.find(from), std::string::npos) << from;
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
      text.replace(at, from.size(), to);
  }
  std::ofstream(folder / original.filename()) << text;
  return folder / original.filename();
}

/// Every scenario has its own seed, so that they are independent witnesses.
std::string seed_of(const Comparison& comparison) {
  return std::to_string(models::name_of(comparison.scenario) % 100000);
}

nlohmann::json timed_run(const fs::path& scenario, const std::string& seed,
                         const std::vector<std::string>& settings) {
  std::vector<std::string> options = {"--seed", seed};
  for (const std::string& setting : settings)
    options.insert(options.end(), {"--set", setting});
  const auto start = std::chrono::steady_clock::now();
  nlohmann::json run = run_scenario(scenario.string(), options);
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  fmt::print("  {:.1f} s\n", time.count());
  EXPECT_EQ(run.at("conservation_error"), 0);
  EXPECT_EQ(run.at("failed_replications"), 0);
  return run;
}

nlohmann::json run_when_off(const Comparison& comparison) {
  if (comparison.edits.empty())
    return timed_run(worlds() / comparison.scenario, seed_of(comparison), comparison.set);
  std::string folder = (fs::temp_directory_path() / "uitwijk_validation_XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr)
    throw std::runtime_error("no temporary folder");
  nlohmann::json run =
      timed_run(edited_copy(comparison, folder), seed_of(comparison), comparison.set);
  fs::remove_all(folder);
  return run;
}

void print(const std::string& where, double theory, const Interval& seen) {
  fmt::print("  {:<44} theory {:<12.6g} run {:<12.6g} +- {:<10.3g} ({:.2f} %)\n", where, theory,
             seen.mean, seen.half_width, 100 * seen.half_width / theory);
}

}  // namespace

void expect_agreement(const Comparison& comparison) {
  fmt::print("{} --seed {}\n", comparison.scenario, seed_of(comparison));
  const nlohmann::json run = timed_run(worlds() / comparison.scenario, seed_of(comparison), {});
  const nlohmann::json off = run_when_off(comparison);
  for (const Quantity& q : comparison.quantities) {
    SCOPED_TRACE(comparison.scenario + " " + q.where);
    const nlohmann::json::json_pointer where(q.where);
    const Interval seen = interval_of(run.at(where));
    const Interval seen_when_off = interval_of(off.at(where));
    print(q.where, q.theory, seen);
    print("", q.theory_when_off, seen_when_off);

    EXPECT_TRUE(seen.holds(q.theory));
    EXPECT_LE(seen.half_width, q.bound * q.theory);
    EXPECT_LE(2 * q.bound * q.theory, std::abs(q.theory_when_off - q.theory))
        << "the bound is too wide to tell 5 %";
    EXPECT_FALSE(seen_when_off.holds(q.theory)) << "a world that is 5 % off passes for right";
    EXPECT_TRUE(seen_when_off.holds(q.theory_when_off));
  }
}

}  // namespace validation
