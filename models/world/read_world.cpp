#include "models/world/read_world.hpp"

#include <array>

#include <fmt/format.h>

#include "models/world/assumptions.hpp"
#include "models/world/draft.hpp"
#include "models/world/read_again.hpp"
#include "models/world/world_tree.hpp"

namespace models {

namespace {

/// A section of a world and who reads it, in the order in which they need each other.
struct Section {
  const char* word;
  bool required;
  void (*read)(const Place&, Draft&);
  void (*without)(Draft&);  ///< what stands in its place when it is not written
};

constexpr std::array<Section, 7> chain_sections = {
    {{"world", true, read_general, nullptr},
     {"disciplines", true, read_disciplines, nullptr},
     {"kinds", false, read_kinds, add_single_kind},
     {"stages", true, read_stages, nullptr},
     {"roles", true, read_roles, nullptr},
     {"meldkamers", true, read_meldkamers, nullptr},
     {"regions", true, read_regions, nullptr}}};

/// Says what is wrong with them; who draws numbers reads them again (assumption_groups).
void check_assumptions(const Place& section, Draft&) {
  read_assumptions(section);
}

constexpr std::array<Section, 11> other_sections = {
    {{"voorzieningen", false, read_voorzieningen, nullptr},
     {"suppliers", false, read_suppliers, nullptr},
     {"components", false, read_components, nullptr},
     {"demand", true, read_demand, nullptr},
     {"callers", false, read_callers, nullptr},
     {"functions", false, read_functions, nullptr},
     {"takeover_plans", false, read_takeover_plans, nullptr},
     {"takeover", false, read_takeover, without_takeover},
     {"network", false, read_network, without_network},
     {"scale_up", false, read_scale_up, nullptr},
     {"assumptions", false, check_assumptions, nullptr}}};

void read_section(const Section& section, Fields& world, Draft& draft) {
  const bool excused = world.place().reading().incomplete;
  const auto place =
      section.required && !excused ? world.require(section.word) : world.find(section.word);
  if (place)
    section.read(*place, draft);
  else if (section.without)
    section.without(draft);
}

/// What is written in the sections of a world.
void read_sections(const Node& root, Draft& draft, Reading& reading) {
  Fields world(Place(root, "", reading));
  const std::size_t before = reading.problems.all().size();
  for (const Section& section : chain_sections)
    read_section(section, world, draft);
  if (reading.problems.all().size() == before && !reading.incomplete)
    route(draft, reading);
  for (const Section& section : other_sections)
    read_section(section, world, draft);
}

WorldModel finished(WorldDraft read, Reading reading) {
  reading.problems.throw_if_any();
  for (IdlePattern& idle : idle_patterns(assumption_groups(read.inputs), reading.parameters))
    reading.warnings.push_back(std::move(idle.warning));
  return {std::move(read.draft.world), std::move(reading.parameters), std::move(read.inputs),
          std::move(reading.warnings)};
}

}  // namespace

std::vector<std::string> world_sections() {
  std::vector<std::string> out;
  for (const Section& section : chain_sections)
    out.emplace_back(section.word);
  for (const Section& section : other_sections)
    out.emplace_back(section.word);
  return out;
}

WorldDraft draft_world(const std::filesystem::path& folder, const std::vector<Setting>& settings,
                       const std::vector<std::filesystem::path>& overlays, Reading& reading) {
  WorldDraft out;
  const Node root = read_world_tree(folder, settings, overlays, reading, out.inputs);
  read_sections(root, out.draft, reading);
  return out;
}

Draft draft_world(const Node& sections, Reading& reading) {
  Draft out;
  read_sections(sections, out, reading);
  return out;
}

WorldModel read_world(const std::filesystem::path& folder, const std::vector<Setting>& settings,
                      const std::vector<std::filesystem::path>& overlays) {
  Reading reading;
  WorldDraft read = draft_world(folder, settings, overlays, reading);
  return finished(std::move(read), std::move(reading));
}

WorldModel read_again(std::vector<InputFile> files) {
  Reading reading;
  WorldDraft read;
  const Node root = world_tree_of(files, reading);
  read_sections(root, read.draft, reading);
  read.inputs = std::move(files);
  return finished(std::move(read), std::move(reading));
}

}  // namespace models
