#include "models/world/takeover_rights.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/world/draft.hpp"

namespace models {

bool World::triage_allows(Id<Stage> stage, Id<Centre> home, Id<Centre> other,
                          Id<Discipline> discipline) const {
  if (home == other || takeover.other_triage == OtherTriage::own_protocol ||
      !stages[stage].caller_on_line)
    return true;
  const auto here = centres[home].triage.find(discipline);
  const auto there = centres[other].triage.find(discipline);
  if (here == centres[home].triage.end() || there == centres[other].triage.end())
    return true;
  return std::ranges::any_of(here->second, [&](const std::string& system) {
    return std::ranges::find(there->second, system) != there->second.end();
  });
}

bool World::may_take(Id<Stage> stage, Id<Centre> home, const Partner& partner,
                     Id<Discipline> discipline) const {
  const auto& authorised = partner.disciplines;
  return (authorised.empty() || std::ranges::find(authorised, discipline) != authorised.end()) &&
         triage_allows(stage, home, partner.centre, discipline);
}

std::vector<Work> work_of(const World& world, Id<Centre> room) {
  std::vector<Work> out;
  for (const AgentGroup& group : world.groups)
    if (group.centre == room)
      for (const auto discipline : world.roles[group.role].disciplines)
        out.push_back({group.stage, discipline});
  std::ranges::sort(out);
  return out;
}

namespace {

std::string words_of(const World& world, const Work& work) {
  return fmt::format("{} of {}", world.stages[work.first].id, world.disciplines[work.second].id);
}

/// "intake of ambulance, ...": what of the room's work this partner may not take.
std::vector<std::string> not_taken(const World& world, Id<Centre> home, const Partner& partner,
                                   const std::vector<Work>& all) {
  std::vector<std::string> out;
  for (const Work& work : all)
    if (!world.may_take(work.first, home, partner, work.second))
      out.push_back(words_of(world, work));
  return out;
}

/// What none of the room's partners may take.
std::vector<std::string> taken_by_nobody(const World& world, Id<Centre> home,
                                         const std::vector<Work>& all) {
  std::vector<std::string> out;
  for (const Work& work : all)
    if (std::ranges::none_of(world.takeover.partners[home], [&](const Partner& partner) {
          return world.may_take(work.first, home, partner, work.second);
        }))
      out.push_back(words_of(world, work));
  return out;
}

}  // namespace

void warn_of_partners_without_right(const Place& takeover, const World& world) {
  const auto warn = [&](const std::string& text) {
    takeover.reading().warnings.push_back({takeover.mark(), "partner-without-right", text});
  };
  for (const auto home : world.centres.ids()) {
    const auto& partners = world.takeover.partners[home];
    if (!std::ranges::all_of(partners, [](const Partner& p) { return bool(p.centre); }))
      continue;  // said where they are read
    const auto all = work_of(world, home);
    for (const Partner& partner : partners)
      if (const auto refused = not_taken(world, home, partner, all); !refused.empty())
        warn(fmt::format("{} may not take over from {}: {}", world.centres[partner.centre].id,
                         world.centres[home].id, fmt::join(refused, ", ")));
    if (const auto left = taken_by_nobody(world, home, all); !partners.empty() && !left.empty())
      warn(fmt::format("no partner of {} may take over its {}: callers wait there",
                       world.centres[home].id, fmt::join(left, ", ")));
  }
}

}  // namespace models
