#include "scenarios/read_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/chance/whole.hpp"
#include "models/text/file_reader.hpp"
#include "models/text/folder_files.hpp"
#include "models/text/read_values.hpp"
#include "models/text/tree_changes.hpp"
#include "models/world/assumptions.hpp"
#include "models/world/file_kinds.hpp"
#include "models/world/world_tree.hpp"
#include "scenarios/branches/read_branches.hpp"
#include "scenarios/effects/read_effects.hpp"
#include "scenarios/formats.hpp"
#include "scenarios/moments.hpp"
#include "scenarios/read_settings.hpp"
#include "scenarios/threats/drawn_threat.hpp"
#include "scenarios/threats/lots.hpp"
#include "scenarios/threats/threat_parameters.hpp"

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
    return at->fail(fmt::format("must come after the warm-up of {}, found {}",
                                models::time_text(window.warm_up_s), describe(at->node())));
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
  at->may_be_word("any_hour");
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
  scenario.description = fields.required("description", models::read_prose);
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

/// Settings of the command line: of the world, and of the threats of the background.
struct ScenarioSettings {
  std::vector<Setting> world, threats;
  const std::vector<fs::path>& overlays;
  const Node* world_tree = nullptr;  ///< sections of a world that no folder has
};

/// Why it is none, or the one beside it that may have been meant.
std::string why_no_world(const fs::path& folder) {
  const fs::path parent = folder.has_parent_path() ? folder.parent_path() : fs::path(".");
  if (models::is_folder(folder))
    return ", where no file has a section world";
  if (!models::is_folder(parent))
    return "";
  std::vector<std::string> beside;
  for (const fs::path& other : models::visible_files(parent))
    if (models::is_folder(other))
      beside.push_back(other.filename().string());
  return models::did_you_mean(folder.filename().string(), beside);
}

/// The world that the scenario names, with its settings and then `settings` applied.
models::WorldDraft read_world_of(Fields& head, const fs::path& base,
                                 const ScenarioSettings& settings) {
  Reading& reading = head.place().reading();
  std::vector<Setting> all;
  if (const auto set = head.find("set"))
    all = read_settings(*set);
  all.insert(all.end(), settings.world.begin(), settings.world.end());
  const auto world = head.require("world");
  if (settings.world_tree != nullptr) {
    if (world)
      models::read_text(*world);
    Reading apart;
    return {models::draft_world(*settings.world_tree, apart), {}};
  }
  if (!world || world->node().text.empty()) {
    reading.incomplete = true;
    if (world)
      models::read_text(*world);
    return {};
  }
  const fs::path folder = (base / world->node().text).lexically_normal();
  if (!models::is_folder(folder) || !models::is_world(folder)) {
    world->fail(fmt::format("must be the folder of a world, found {}{}", describe(world->node()),
                            why_no_world(folder)));
    reading.incomplete = true;
    return {};
  }
  return models::draft_world(folder, all, settings.overlays, reading);
}

/// Says what is wrong with what the file has to say of its uncertain numbers.
void check_assumptions(Fields& sections) {
  if (const auto at = sections.find("assumptions"))
    models::read_assumptions(*at);
}

/// Where the window of all replications begins: for drawn onsets, the week they are drawn from.
void set_start(Window& window, const Onset& onset, const models::Calendar& calendar) {
  const auto before_s = models::nearest<models::UtcSeconds>(window.warm_up_s + counted_before_s);
  window.start = onset.fixed ? *onset.fixed - before_s : reference_week(calendar);
}

/// What a file says besides its threats.
struct Setup {
  std::shared_ptr<const models::Draft> draft;
  Clock clock;
  std::optional<Onset> onset;
};

Setup read_setup(Fields& head, const fs::path& folder, const ScenarioSettings& settings,
                 Reading& reading, ScenarioInWorld& study) {
  study.package = head.get("measures_in_set", models::read_text, study.package);
  auto world = read_world_of(head, folder, settings);
  study.model.parameters = std::exchange(reading.parameters, {});
  study.model.inputs = std::move(world.inputs);
  Setup out{std::make_shared<const models::Draft>(std::move(world.draft)), {}, {}};
  out.clock.calendar = out.draft->calendar.get();
  out.onset = read_head(head, *out.draft, out.clock, study.scenario);
  study.model.world = out.draft->world;
  if (out.onset && out.draft->calendar)
    set_start(study.scenario.window, *out.onset, *out.draft->calendar);
  return out;
}

/// Threats of which something is drawn: those of one replication are read to find what is wrong.
void read_drawn(ScenarioInWorld& study, const Node& threats, const Setup& setup, Reading& reading) {
  if (!setup.draft->calendar || reading.incomplete)
    return;
  study.drawn = std::make_shared<DrawnCourse>(study.scenario, threats, setup.onset, setup.draft);
  if (setup.onset)
    refuse_too_late(Place(threats, "threats", reading), study.drawn->longest_left_s());
  const Scenario example = study.drawn->read_at({}, reading);
  study.scenario.threats = example.threats;
  study.scenario.window.end_s = study.drawn->longest_s();
}

void read_own_threats(const Place& threats, const Setup& setup, ScenarioInWorld& study) {
  if (setup.onset || draws_places(threats.node()))
    read_drawn(study, threats.node(), setup, threats.reading());
  else
    study.scenario.threats = read_threats(threats, *setup.draft, setup.clock);
}

/// Options of a file: after its threats, for they count from the onset of those.
void read_options(Fields& sections, const Setup& setup, ScenarioInWorld& study) {
  const auto at = sections.find("branches");
  if (!at || !setup.draft)
    return;
  Clock clock = setup.clock;
  clock.drawn = setup.onset.has_value();
  read_branches(*at, *setup.draft, clock, study.branches);
}

/// Keys of the head that stand beside it.
void point_into_head(Fields& sections) {
  for (const char* const key : {"name", "description", "world", "set", "start", "end", "onset",
                                "warm_up", "drain", "profile", "replications", "background"})
    if (sections.is_map() && sections.place().node().find(key))
      sections.find(key)->fail("belongs under scenario:");
}

/// A scenario with everything of its own.
Setup read_alone(const Node& root, const fs::path& folder, const ScenarioSettings& settings,
                 Reading& reading, ScenarioInWorld& study) {
  Fields sections(Place(root, "", reading));
  const auto head_at = sections.require("scenario");
  const auto threats = sections.find("threats");
  check_assumptions(sections);
  point_into_head(sections);
  if (!head_at)
    return {};
  Fields head(*head_at);
  Setup setup = read_setup(head, folder, settings, reading, study);
  if (setup.onset && !threats)
    head_at->fail("has an onset, so threats must say of what");
  else if (threats)
    read_own_threats(*threats, setup, study);
  keep_threat_parameters(study.own_parameters, root, reading);
  read_options(sections, setup, study);
  return setup;
}

/// The background that the head names, with its own settings and then those of the head.
std::optional<Setup> read_background(Fields& head, const fs::path& folder,
                                     const ScenarioSettings& settings, Reading& reading,
                                     ScenarioInWorld& study) {
  const auto at = head.require("background");
  const fs::path file = (folder / models::read_text(*at)).lexically_normal();
  if (!models::is_regular(file)) {
    at->fail(fmt::format("must be the file of a scenario, found {}", describe(at->node())));
    return {};
  }
  auto root = models::read_tree(file, reading, study.scenario.inputs);
  if (!root)
    return {};
  if (const Node* other = root->find("scenario"); other != nullptr && other->find("background")) {
    at->fail("must have a window of its own, and " + file.string() + " has a background too");
    return {};
  }
  ScenarioSettings all = settings;
  if (const auto set = head.find("set")) {
    std::vector<Setting> of_world, of_threats;
    for (Setting& setting : read_settings(*set))
      (is_of_threat(setting.address) ? of_threats : of_world).push_back(std::move(setting));
    all.world.insert(all.world.begin(), of_world.begin(), of_world.end());
    all.threats.insert(all.threats.begin(), of_threats.begin(), of_threats.end());
  }
  models::apply_settings(*root, all.threats, reading.problems);
  Setup setup = read_alone(*root, file.parent_path(), all, reading, study);
  if (setup.onset)
    at->fail("must have start and end, and " + file.string() +
             " has an onset, so that its window is drawn");
  if (!setup.draft || setup.onset || reading.incomplete)
    return {};
  return setup;
}

/// After the start of the run, in the part of the window that is counted.
std::optional<double> read_laid_onset(Fields& head, const Clock& clock, const Window& window) {
  const auto at = head.find("onset");
  if (!at)
    return {};
  const auto moment = read_moment(*at, clock);
  if (moment && (*moment < window.warm_up_s || *moment >= window.end_s))
    at->fail(fmt::format(
        "must lie in the window of the background, {} to {}, found {}",
        clock.calendar->to_local(window.start +
                                 models::nearest<models::UtcSeconds>(window.warm_up_s)),
        clock.calendar->to_local(window.start + models::nearest<models::UtcSeconds>(window.end_s)),
        describe(at->node())));
  return moment;
}

/// Settings and results call a threat by its name: one of each.
void refuse_same_names(const Place& threats, const Scenario& background) {
  for (const Node::Entry& entry : threats.node().entries)
    if (std::ranges::count(background.threats, entry.key, &Threat::id) > 0)
      threats.fail_at(entry.mark,
                      fmt::format("is called {}, as a threat of the background is: give "
                                  "one of them another name",
                                  entry.key));
}

/// Threats that are drawn within another scenario.
void read_laid(const Node& root, const fs::path& folder, const ScenarioSettings& settings,
               Reading& reading, ScenarioInWorld& study) {
  Fields sections(Place(root, "", reading));
  Fields head(*sections.require("scenario"));
  const auto threats = sections.require("threats");
  const auto setup = read_background(head, folder, settings, reading, study);
  check_assumptions(sections);
  point_into_head(sections);
  read_options(sections, setup.value_or(Setup{}), study);
  LaidCourse::Background background{study.scenario, std::exchange(study.drawn, nullptr)};
  if (const Node* at = root.find("scenario")->find("background")) {
    study.background = fs::path(at->text).stem().string();
    study.background_name = fmt::format("{} ({})", study.background, study.scenario.name);
  }
  study.scenario.name = head.required("name", models::read_text);
  study.scenario.description = head.required("description", models::read_prose);
  study.scenario.history = false;
  study.package = head.get("measures_in_set", models::read_text, study.package);
  study.scenario.replications =
      static_cast<std::size_t>(head.get("replications", models::count_in(1, 1'000'000),
                                        static_cast<int>(study.scenario.replications)));
  if (!setup || !setup->draft->calendar) {
    for (const char* key : {"onset", "set"})
      head.find(key);
    return;
  }
  const auto at_s = read_laid_onset(head, setup->clock, study.scenario.window);
  head.find("set");
  if (!threats)
    return;
  Scenario frame = study.scenario;
  frame.threats = background.scenario.threats;
  background.scenario = std::move(frame);
  study.laid =
      std::make_shared<LaidCourse>(std::move(background), threats->node(), at_s, setup->draft);
  refuse_same_names(*threats, study.laid->background());
  refuse_too_late(*threats, study.laid->longest_left_s());
  study.scenario.threats = study.laid->read_at({}, reading).threats;
  keep_threat_parameters(study.own_parameters, root, reading);
}

bool has_background(const Node& root) {
  const Node* const head = root.find("scenario");
  return head != nullptr && head->find("background") != nullptr;
}

void read_sections(const ScenarioTree& tree, const std::vector<Setting>& settings,
                   const std::vector<fs::path>& overlays, Reading& reading,
                   ScenarioInWorld& study) {
  Node root = tree.root;
  const bool laid = has_background(root);
  ScenarioSettings all{{}, {}, overlays, tree.world ? &*tree.world : nullptr};
  std::vector<Setting> own;
  for (const Setting& setting : settings)
    (is_of_option(setting.address)             ? own
     : !is_of_threat(setting.address)          ? all.world
     : laid && !names_threat_of(setting, root) ? all.threats
                                               : own)
        .push_back(setting);
  if (std::ranges::any_of(own, is_of_option, &Setting::address) && !root.find("branches"))
    root.entries.push_back({"branches", {}, models::map_node()});
  models::apply_settings(root, own, reading.problems);
  if (laid)
    read_laid(root, tree.folder, all, reading, study);
  else
    read_alone(root, tree.folder, all, reading, study);
}

/// Of the world, its overlays and the scenario. Those of the catalogue are of all its threats.
void warn_of_idle_patterns(ScenarioInWorld& study) {
  std::vector<models::Parameter> all = study.model.parameters;
  all.insert(all.end(), study.own_parameters.begin(), study.own_parameters.end());
  for (auto& idle : models::idle_patterns(models::assumption_groups(study.scenario.inputs), all))
    if (!study.aimed || !is_of_threat(idle.pattern))
      study.model.warnings.push_back(std::move(idle.warning));
}

ScenarioInWorld finish(ScenarioInWorld study, const Reading& reading) {
  reading.problems.throw_if_any();
  study.model.warnings = reading.warnings;
  auto& inputs = study.scenario.inputs;
  inputs.insert(inputs.end(), study.model.inputs.begin(), study.model.inputs.end());
  warn_of_idle_patterns(study);
  return study;
}

}  // namespace

void ask_scenario(const Node& root, const Node& world, Reading& reading) {
  ScenarioTree tree{"", root, "", {}, {}};
  tree.world = world;
  ScenarioInWorld study;
  read_sections(tree, {}, {}, reading, study);
}

ScenarioInWorld read_scenario(const ScenarioTree& tree, const std::vector<Setting>& settings,
                              const std::vector<fs::path>& overlays) {
  Reading reading;
  ScenarioInWorld study;
  study.scenario.id = tree.id;
  study.scenario.inputs = tree.inputs;
  study.aimed = tree.aimed;
  study.of_catalogue = tree.of_catalogue;
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
