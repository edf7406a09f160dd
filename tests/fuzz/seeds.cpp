#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "results/study_image.hpp"
#include "tests/input_errors/small_world.hpp"
#include "tests/unit/results/example.hpp"

/// Writes what the fuzzers start from: FOLDER/HARNESS/NAME, from the worlds and examples that the
/// other tests use.
namespace {

namespace fs = std::filesystem;

const fs::path root = SOURCE_DIR;

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  if (!(std::ofstream(file, std::ios::binary) << text))
    throw std::runtime_error("cannot write " + file.string());
}

/// A world's files hold different sections, so that one after the other they are one file.
std::string world_in(const fs::path& folder) {
  std::string text;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".yaml")
      text += text_of(entry.path());
  return text;
}

std::string small_world_text() {
  std::string text;
  for (const auto& [name, part] : small_world::texts())
    text += name == "storm.yaml" ? "" : part;
  return text;
}

void put_worlds(const fs::path& out) {
  put(out / "world/small", small_world_text());
  put(out / "world/netherlands", world_in(root / "models/netherlands"));
  put(out / "scenario/small", small_world::texts().at("storm.yaml"));
  for (const auto& entry : fs::directory_iterator(root / "tests/worlds")) {
    if (!entry.is_directory())
      continue;
    const auto name = entry.path().filename();
    put(out / "world" / name, world_in(entry.path() / "world"));
    for (const auto& file : fs::directory_iterator(entry.path()))
      if (file.path().extension() == ".yaml")
        put(out / "scenario" / (name.string() + "-" + file.path().stem().string()),
            text_of(file.path()));
  }
  for (const auto& entry : fs::directory_iterator(root / "scenarios"))
    if (entry.path().extension() == ".yaml")
      put(out / "scenario" / entry.path().stem(), text_of(entry.path()));
}

/// A value or a setting for each line of a text.
void put_lines(const fs::path& folder, const std::string& lines) {
  std::istringstream in(lines);
  int number = 0;
  for (std::string line; std::getline(in, line);)
    put(folder / std::to_string(++number), line);
}

constexpr const char* values = R"("15 min"
"3.5 h"
"10137 calls/day"
"1 Gbit/s"
"40 %"
1.25e-3
{exponential: {mean: "27 s"}}
{lognormal: {median: "15 min", p95: "60 min"}}
{lognormal: {mean: "15 min", cv: 1.2}}
{gamma: {mean: "2 min", cv: 0.8}}
{triangular: {min: "2 s", mode: "5 s", max: "9 s"}}
{uniform: {min: "1 min", max: "3 min"}}
{beta: {mean: 0.3, sd: 0.1, max: "2 h"}}
{empirical: {values: ["1 s", "5 s", "9 s"], weights: [1, 2, 0.5]}}
{value: {uniform: {min: 1 s, max: 9 s}}, range: [1 s, 6 s], kind: assumed, source: "x", note: y}
)";

constexpr const char* settings = R"(demand.calls=90 calls/h
demand.hour_of_day.9=4
meldkamers.hub.roster.centralist.night=3
meldkamers.north.roster.fire_desk.steps.2.staff=7
takeover.decide.value.triangular.mode="7 min"
takeover.partners.north.1.share=0.5
stages.first_answer.patience={exponential: {mean: "2 min"}}
components.routing.k={value: 2, kind: measured, source: "a visit"}
disciplines.politie={name: "Politie", share: 0.6}
)";

void put_studies(const fs::path& out) {
  using results::Timelines;
  results_example::Size small;
  small.replications = 2;
  results_example::Size bare = small;
  bare.twin = bare.timeline = false;
  put(out / "study/each", results::image_of(results_example::study(small), Timelines::each));
  put(out / "study/summary", results::image_of(results_example::study(small), Timelines::summary));
  put(out / "study/bare", results::image_of(results_example::study(bare), Timelines::summary));
}

/// What people keep: criteria and registers.
void put_kept(const fs::path& out) {
  for (const char* const harness : {"criteria", "register"})
    for (const auto& entry : fs::directory_iterator(root / "analysis" / harness))
      if (entry.path().extension() == ".yaml")
        put(out / harness / entry.path().stem(), text_of(entry.path()));
  put(out / "register/empty", "register: {name: x, version: 1, status: concept}\n");
}

}  // namespace

int main(int, char** argv) {
  const fs::path out = argv[1];
  put_worlds(out);
  put_lines(out / "values", values);
  put_lines(out / "setting", settings);
  put_studies(out);
  put_kept(out);
}
