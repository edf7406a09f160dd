#include "scenarios/read_scenario.hpp"

#include <fmt/format.h>

#include "models/chance/whole.hpp"
#include "models/text/read_values.hpp"
#include "models/world/world_tree.hpp"
#include "scenarios/effects/read_effects.hpp"
#include "scenarios/moments.hpp"
#include "scenarios/read_settings.hpp"
#include "scenarios/threats/lots.hpp"

namespace scenarios {

using models::Fields;
using models::Node;
using models::Place;
using models::Reading;
using models::Setting;

namespace fs = std::filesystem;

namespace {

constexpr double longest_run_s = 400 * models::day_s;
constexpr double most_bins = 20'000;

void read_start(Fields& fields, Clock& clock, Window& window) {
  if (const auto at = fields.require("start"))
    clock.start = read_local_time(*at, clock);
  window.start = clock.start.value_or(0);
}

void read_end(Fields& fields, Clock& clock, Window& window) {
  const auto at = fields.require("end");
  const auto end = at ? read_moment(*at, clock) : std::nullopt;
  if (!end)
    return;
  if (*end <= 0)
    return at->fail(fmt::format("must come after start, found {}", describe(at->node())));
  if (*end > longest_run_s)
    return at->fail(
        fmt::format("must come within 400 d of the start, found {}", describe(at->node())));
  if (*end <= window.warm_up_s)
    return at->fail(fmt::format("must come after the warm-up of {:g} s, found {}", window.warm_up_s,
                                describe(at->node())));
  clock.end_s = end;
  window.end_s = *end;
}

Window read_window(Fields& fields, Clock& clock) {
  Window window;
  read_start(fields, clock, window);
  window.warm_up_s = fields.get("warm_up", models::time_in({0, longest_run_s}), window.warm_up_s);
  read_end(fields, clock, window);
  window.drain_s = fields.get("drain", models::time_in({0, 2 * models::hour_s}), window.drain_s);
  return window;
}

std::string read_profile(const Place& place, const models::Draft& draft) {
  const std::string profile = models::read_text(place);
  std::vector<std::string> names;
  for (const auto& [name, value] : draft.world.demand.profiles)
    names.push_back(name);
  if (!draft.world.demand.profiles.contains(profile) && !place.reading().incomplete)
    place.fail(fmt::format("must name a profile of the world's demand, found {}{}",
                           describe(place.node()), models::did_you_mean(profile, names)));
  return profile;
}

/// `onset: any_hour`, or a local time.
std::optional<Onset> read_onset(Fields& fields, const Clock& clock) {
  const auto at = fields.find("onset");
  if (!at)
    return {};
  if (at->node().text == "any_hour")
    return Onset{};
  if (const auto quantity = models::read_quantity(at->node(), models::time_dimension);
      quantity.error.empty() || at->node().text.size() < 5 || at->node().text[4] != '-') {
    at->fail(fmt::format("must be any_hour or a local time such as \"2026-12-01T14:00\", found {}",
                         describe(at->node())));
    return Onset{};
  }
  return Onset{read_local_time(*at, clock)};
}

/// A window that is drawn with the threats has no start and no end of its own.
Window read_drawn_window(Fields& fields) {
  Window window;
  window.warm_up_s = fields.get("warm_up", models::time_in({0, longest_run_s}), window.warm_up_s);
  window.drain_s = fields.get("drain", models::time_in({0, 2 * models::hour_s}), window.drain_s);
  return window;
}

/// So wide that the file does not burst.
std::optional<double> read_timeline_bin(Fields& fields, const Window& window) {
  const auto at = fields.find("timeline_bin");
  if (!at)
    return {};
  const double bin_s = models::time_in({60, models::day_s})(*at);
  if ((window.end_s + window.drain_s) / bin_s > most_bins)
    at->fail(fmt::format("makes more than {} bins of this run, found {}", most_bins,
                         describe(at->node())));
  return bin_s;
}

std::optional<Onset> read_head(Fields& fields, const models::Draft& draft, Clock& clock,
                               Scenario& scenario) {
  scenario.name = fields.required("name", models::read_text);
  scenario.description = fields.required("description", models::read_text);
  scenario.rubricering = fields.get("rubricering", models::read_text, "");
  scenario.history = fields.get("history", models::read_boolean, false);
  const std::optional<Onset> onset = read_onset(fields, clock);
  scenario.window = onset ? read_drawn_window(fields) : read_window(fields, clock);
  scenario.window.timeline_bin_s = read_timeline_bin(fields, scenario.window);
  if (const auto profile = fields.find("profile"))
    scenario.profile = read_profile(*profile, draft);
  scenario.replications =
      static_cast<std::size_t>(fields.get("replications", models::count_in(1, 1'000'000), 200));
  return onset;
}

/// The world that the scenario names, with its settings and then `settings` applied.
models::WorldDraft read_world_of(Fields& head, const fs::path& base,
                                 const std::vector<Setting>& settings,
                                 const std::vector<fs::path>& overlays) {
  Reading& reading = head.place().reading();
  std::vector<Setting> all;
  if (const auto set = head.find("set"))
    all = read_settings(*set);
  all.insert(all.end(), settings.begin(), settings.end());
  const auto world = head.require("world");
  if (!world || world->node().text.empty()) {
    reading.incomplete = true;
    if (world)
      models::read_text(*world);
    return {};
  }
  const fs::path folder = (base / world->node().text).lexically_normal();
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    world->fail(fmt::format("must be the folder of a world, found {}", describe(world->node())));
    reading.incomplete = true;
    return {};
  }
  return models::draft_world(folder, all, overlays, reading);
}

/// Scenarios of which something is drawn: those of one replication are read to find what is wrong.
void read_drawn(ScenarioInWorld& study, const Node& threats, const std::optional<Onset>& onset,
                models::Draft draft, Reading& reading) {
  if (!draft.calendar || reading.incomplete)
    return;
  study.drawn = std::make_shared<DrawnCourse>(study.scenario, threats, onset, std::move(draft));
  const Scenario example = study.drawn->read_at({}, reading);
  study.scenario.threats = example.threats;
  study.scenario.window.end_s = study.drawn->longest_s();
}

/// Where the window of all replications begins: for drawn onsets, the week they are drawn from.
void set_start(Window& window, const Onset& onset, const models::Calendar& calendar) {
  const auto before_s = models::nearest<models::UtcSeconds>(window.warm_up_s + counted_before_s);
  window.start = onset.fixed ? *onset.fixed - before_s : reference_week(calendar);
}

void read_sections(const ScenarioTree& tree, const std::vector<Setting>& settings,
                   const std::vector<fs::path>& overlays, Reading& reading,
                   ScenarioInWorld& study) {
  Fields sections(Place(tree.root, "", reading));
  const auto head_at = sections.require("scenario");
  const auto threats = sections.find("threats");
  if (!head_at)
    return;
  Fields head(*head_at);
  study.package = head.get("measures_in_set", models::read_text, study.package);
  auto world = read_world_of(head, tree.folder, settings, overlays);
  study.model.parameters = std::exchange(reading.parameters, {});
  study.model.inputs = std::move(world.inputs);
  Clock clock{world.draft.calendar.get(), {}, {}};
  const auto onset = read_head(head, world.draft, clock, study.scenario);
  study.model.world = world.draft.world;
  if (onset && !threats)
    head_at->fail("has an onset, so threats must say of what");
  else if (onset) {
    if (world.draft.calendar)
      set_start(study.scenario.window, *onset, *world.draft.calendar);
    read_drawn(study, threats->node(), *onset, std::move(world.draft), reading);
  } else if (threats && draws_places(threats->node()))
    read_drawn(study, threats->node(), {}, std::move(world.draft), reading);
  else if (threats)
    study.scenario.threats = read_threats(*threats, world.draft, clock);
}

ScenarioInWorld finish(ScenarioInWorld study, const Reading& reading) {
  reading.problems.throw_if_any();
  study.model.warnings = reading.warnings;
  auto& inputs = study.scenario.inputs;
  inputs.insert(inputs.end(), study.model.inputs.begin(), study.model.inputs.end());
  return study;
}

}  // namespace

ScenarioInWorld read_scenario(const ScenarioTree& tree, const std::vector<Setting>& settings,
                              const std::vector<fs::path>& overlays) {
  Reading reading;
  ScenarioInWorld study;
  study.scenario.id = tree.id;
  study.scenario.inputs = tree.inputs;
  study.aimed = tree.aimed;
  read_sections(tree, settings, overlays, reading, study);
  return finish(std::move(study), reading);
}

ScenarioInWorld read_scenario(const fs::path& file, const std::vector<Setting>& settings,
                              const std::vector<fs::path>& overlays) {
  Reading reading;
  ScenarioInWorld study;
  ScenarioTree tree{file.stem().string(), {}, file.parent_path(), {}, {}};
  study.scenario.id = tree.id;
  auto root = models::read_tree(file, reading, study.scenario.inputs);
  if (!root)
    reading.problems.throw_if_any();
  tree.root = std::move(*root);
  read_sections(tree, settings, overlays, reading, study);
  return finish(std::move(study), reading);
}

}  // namespace scenarios
