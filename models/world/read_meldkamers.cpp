#include <algorithm>

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/world/draft.hpp"

namespace models {

namespace {

constexpr int no_limit = 1'000'000;
const auto read_places = count_in(1, no_limit);

CallIn read_call_in(const Place& place) {
  Fields fields(place);
  CallIn out;
  out.waiting = fields.required("waiting", count_in(1, no_limit));
  const auto steps = fields.require("steps");
  for (const Place& item : steps ? items(*steps) : std::vector<Place>{}) {
    Fields step(item);
    const double after_s = step.required("after", time_in({0, day_s}));
    if (!out.steps.empty() && after_s <= out.steps.back().after_s)
      item.fail("must come later than the step before it");
    out.steps.push_back({after_s, step.required("staff", count_in(1, no_limit))});
  }
  out.stand_down_s = fields.get("stand_down", time_in({0, 7 * day_s}), out.stand_down_s);
  return out;
}

/// What a centre's roles share, and what some of them have for themselves.
struct Positions {
  int desks = no_limit;
  std::map<std::string, int> role_desks;
  std::map<std::string, CallIn> call_in;
  ShiftEnd shift_end = ShiftEnd::finish_call;
  double free_factor = 1;
};

/// Reads a map by role; each must be on the roster.
template <class Read>
auto read_by_role(const Place& place, const std::vector<Named>& roster, Read read) {
  std::map<std::string, std::invoke_result_t<Read, const Place&>> out;
  std::vector<std::string> on_roster;
  for (const Named& role : roster)
    on_roster.push_back(role.id);
  for (const Named& entry : named(place)) {
    if (std::find(on_roster.begin(), on_roster.end(), entry.id) == on_roster.end())
      entry.place.fail_at(entry.mark, fmt::format("is not on the roster of this meldkamer{}",
                                                  did_you_mean(entry.id, on_roster)));
    out.emplace(entry.id, read(entry.place));
  }
  return out;
}

/// The desks of a centre are those of the roles that have none of their own.
void warn_of_idle_desks(Fields& fields, const std::vector<Named>& roster, const Positions& read) {
  const auto desks = fields.find("desks");
  if (!desks || read.role_desks.size() < roster.size())
    return;
  int sum = 0;
  for (const auto& [role, count] : read.role_desks)
    sum += count;
  if (sum != read.desks)
    desks->reading().warnings.push_back(
        {desks->mark(), "idle-desks",
         fmt::format("{} desks change nothing: role_desks gives every role its own, {} in all",
                     read.desks, sum)});
}

Positions read_positions(Fields& fields, const std::vector<Named>& roster) {
  Positions out;
  out.desks = fields.get("desks", read_places, no_limit);
  if (const auto at = fields.find("role_desks"))
    out.role_desks = read_by_role(*at, roster, read_places);
  warn_of_idle_desks(fields, roster, out);
  out.shift_end = fields.get("shift_end",
                             one_of<ShiftEnd>({{"finish_call", ShiftEnd::finish_call},
                                               {"hand_over", ShiftEnd::hand_over}}),
                             ShiftEnd::finish_call);
  if (const auto at = fields.find("call_in"))
    out.call_in = read_by_role(*at, roster, read_call_in);
  out.free_factor = fields.get("free_factor", factor_in({0, 100}), 1);
  return out;
}

/// Two roles of a centre that would both answer the same calls.
void refuse_overlap(const Named& entry, const AgentGroup& group, const Draft& draft) {
  const World& world = draft.world;
  for (const AgentGroup& other : world.groups) {
    if (other.centre != group.centre || other.stage != group.stage || other.role == group.role)
      continue;
    const auto& theirs = world.roles[other.role].disciplines;
    for (const auto discipline : world.roles[group.role].disciplines)
      if (std::find(theirs.begin(), theirs.end(), discipline) != theirs.end())
        return entry.place.fail_at(
            entry.mark, fmt::format("serves stage {} and discipline {} that {} serves here too",
                                    world.stages[group.stage].id, world.disciplines[discipline].id,
                                    world.roles[other.role].id));
  }
}

/// Nobody at any hour: whoever comes there waits for a takeover.
void warn_of_nobody(const Named& entry, const Roster& roster) {
  const auto nobody = [](const Roster::Step& step) { return step.staff == 0; };
  if (!roster.steps.empty() && std::ranges::all_of(roster.steps, nobody))
    entry.place.reading().warnings.push_back(
        {entry.mark, "nobody-rostered", entry.place.address() + " has nobody at any hour"});
}

void add_group(const Named& entry, Id<Centre> centre, const Positions& positions, Draft& draft) {
  const Id<Role> role = draft.roles.find(entry.id);
  AgentGroup group;
  const std::size_t before = entry.place.reading().problems.all().size();
  group.roster = read_roster(entry.place, draft);
  if (entry.place.reading().problems.all().size() == before)
    warn_of_nobody(entry, group.roster);
  if (!role) {
    if (!draft.roles.all().empty() || !entry.place.reading().incomplete)
      entry.place.fail_at(
          entry.mark, fmt::format("is not a role{}", did_you_mean(entry.id, draft.roles.all())));
    return;
  }
  group.id = draft.world.centres[centre].id + "." + entry.id;
  group.centre = centre;
  group.role = role;
  group.stage = draft.world.roles[role].stage;
  const auto desks = positions.role_desks.find(entry.id);
  group.desks = desks == positions.role_desks.end() ? positions.desks : desks->second;
  group.shift_end = positions.shift_end;
  group.people = draft.world.roles[role].people;
  group.free_for_112 = std::min(1.0, draft.world.roles[role].free_for_112 * positions.free_factor);
  if (const auto at = positions.call_in.find(entry.id); at != positions.call_in.end())
    group.call_in = at->second;
  if (!group.stage)
    return;  // said where the role is read
  refuse_overlap(entry, group, draft);
  draft.world.groups.add(std::move(group));
}

Overflow read_overflow(const Place& place, Id<Centre> centre, const Draft& draft) {
  Fields fields(place);
  Overflow out;
  out.after_s = fields.required("after", time_in({0, day_s}));
  if (const auto to = fields.require("to"))
    out.to = read_names(*to, draft.centres);
  if (std::find(out.to.begin(), out.to.end(), centre) != out.to.end())
    place.fail("leads back to the same meldkamer");
  return out;
}

/// Those that Dutch rooms work with.
const std::vector<std::string> triage_systems = {"nts", "proqa"};

/// {ambulance: [nts, proqa]}
std::map<Id<Discipline>, std::vector<std::string>> read_triage(const Place& place,
                                                               const Draft& draft) {
  std::map<Id<Discipline>, std::vector<std::string>> out;
  for (const Named& entry : named(place)) {
    const Id<Discipline> discipline = draft.disciplines.find(entry.id);
    if (!discipline && (!draft.disciplines.all().empty() || !place.reading().incomplete))
      entry.place.fail_at(entry.mark, fmt::format("is not a discipline{}",
                                                  did_you_mean(entry.id, draft.disciplines.all())));
    std::vector<std::string> systems;
    for (const Place& item : items(entry.place))
      systems.push_back(triage_systems[read_word(item, triage_systems)]);
    if (systems.empty())
      entry.place.fail("needs at least one system");
    if (discipline)
      out.emplace(discipline, std::move(systems));
  }
  return out;
}

void read_centre(const Named& entry, Id<Centre> id, Draft& draft) {
  Fields fields(entry.place);
  Centre centre;
  centre.id = entry.id;
  centre.name = fields.required("name", read_text);
  centre.city = fields.get("city", read_text, entry.id);
  centre.site = fields.get("site", read_text, centre.city);
  const auto degrees = [](double limit) {
    return [limit](const Place& at) { return read_number(at, degree_dimension, {-limit, limit}); };
  };
  centre.latitude = fields.get("latitude", degrees(90), 0);
  centre.longitude = fields.get("longitude", degrees(180), 0);
  centre.lines = fields.optional("lines", read_places);
  if (const auto overflow = fields.find("overflow"))
    centre.overflow = read_overflow(*overflow, id, draft);
  if (const auto triage = fields.find("triage"))
    centre.triage = read_triage(*triage, draft);
  draft.world.centres[id] = std::move(centre);

  const auto roster_at = fields.require("roster");
  const auto roster = roster_at ? named(*roster_at) : std::vector<Named>{};
  const Positions positions = read_positions(fields, roster);
  for (const Named& role : roster)
    add_group(role, id, positions, draft);
}

}  // namespace

void read_meldkamers(const Place& section, Draft& draft) {
  const auto entries = named(section);
  for (const Named& entry : entries) {
    draft.centres.add(entry.id, draft.world.centres.add({}));
    draft.centre_marks.add(entry.mark);
  }
  if (entries.empty())
    section.fail("needs at least one meldkamer");
  const auto ids = draft.world.centres.ids();
  for (std::size_t i = 0; i < entries.size(); ++i)
    read_centre(entries[i], ids[i], draft);
}

}  // namespace models
