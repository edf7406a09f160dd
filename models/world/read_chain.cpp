#include <cmath>

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/world/draft.hpp"

namespace models {

namespace {

constexpr double share_tolerance = 0.001;

std::size_t problems_in(const Place& section) {
  return section.reading().problems.all().size();
}

/// Checks the sum unless a share could not be read: there were `before` problems then.
void check_sum(const Place& section, double sum, std::size_t before, const std::string& of_what) {
  if (problems_in(section) == before && std::abs(sum - 1) > share_tolerance)
    section.fail(fmt::format("shares{} must add up to 1, found {:.6g}", of_what, sum));
}

}  // namespace

void read_disciplines(const Place& section, Draft& draft) {
  auto& disciplines = draft.world.disciplines;
  const std::size_t before = problems_in(section);
  std::vector<Place> without_share;
  double sum = 0;
  for (const Named& entry : named(section)) {
    Fields fields(entry.place);
    Discipline row{entry.id, fields.required("name", read_text)};
    row.modelled = fields.get("modelled", read_boolean, true);
    const auto share = fields.find("share");
    if (share && !row.modelled)
      share->fail("is given for a discipline that is not modelled");
    else if (share)
      sum += row.share = read_share(*share);
    else if (row.modelled)
      without_share.push_back(entry.place);
    if (const auto at = fields.find("medegebruikers"))
      for (const Place& item : items(*at))
        row.medegebruikers.push_back(read_text(item));
    draft.disciplines.add(entry.id, disciplines.add(row));
  }
  std::size_t modelled = 0;
  for (const Discipline& row : disciplines)
    modelled += row.modelled ? 1 : 0;
  if (modelled == 0)
    return section.fail("needs at least one discipline that is modelled");
  const bool single = modelled == 1 && without_share.size() == 1;
  for (const Place& place : without_share)
    if (!single)
      place.fail_at(place.mark(), "needs a share: it is one of several disciplines");
  if (!single && without_share.empty())
    check_sum(section, sum, before, " of the modelled ones");
  for (Discipline& row : disciplines)
    row.share = !row.modelled ? 0 : single ? 1 : row.share / sum;
}

void read_kinds(const Place& section, Draft& draft) {
  const std::size_t before = problems_in(section);
  double sum = 0;
  for (const Named& entry : named(section)) {
    Fields fields(entry.place);
    Kind row{entry.id, fields.get("name", read_text, entry.id)};
    row.share = fields.required("share", read_share);
    row.genuine = fields.get("genuine", read_boolean, false);
    row.duplicate = fields.get("duplicate", read_boolean, false);
    row.redials = fields.get("redials", read_boolean, true);
    row.forwarded = fields.get("forwarded", read_share, 1);
    row.dispatched = fields.get("dispatched", read_share, row.genuine && !row.duplicate ? 1 : 0);
    if (row.duplicate && !row.genuine)
      entry.place.fail("is a duplicate, so it must be genuine too");
    sum += row.share;
    draft.kinds.add(entry.id, draft.world.kinds.add(row));
  }
  check_sum(section, sum, before, "");
  for (Kind& row : draft.world.kinds)
    row.share = sum > 0 ? row.share / sum : 0;
}

void add_single_kind(Draft& draft) {
  Kind genuine{"genuine", "genuine"};
  genuine.share = 1;
  genuine.genuine = true;
  draft.kinds.add(genuine.id, draft.world.kinds.add(genuine));
}

namespace {

/// Handling times by name, one for each row that `reaches` the stage.
template <class Of>
Table<Of, Distribution> read_handling_by(const Place& place, const Table<Of>& rows,
                                         bool (*reaches)(const Of&, const Stage&, bool first),
                                         const Stage& stage, bool first) {
  Fields fields(place);
  Table<Of, Distribution> out(rows.size(), Constant{0});
  for (const auto id : rows.ids()) {
    const auto at =
        reaches(rows[id], stage, first) ? fields.require(rows[id].id) : fields.find(rows[id].id);
    if (at)
      out[id] = read_distribution(*at);
  }
  return out;
}

bool kind_reaches(const Kind& kind, const Stage& stage, bool first) {
  return first || (stage.caller_on_line ? kind.forwarded : kind.dispatched) > 0;
}

bool discipline_reaches(const Discipline& discipline, const Stage&, bool) {
  return discipline.modelled;
}

void read_handling(const Place& place, const World& world, Stage& stage) {
  const bool first = world.stages.empty();
  const std::size_t kinds = world.kinds.size(), disciplines = world.disciplines.size();
  stage.handling_s.assign(kinds * disciplines, Constant{0});
  place.may_have("by_kind");
  place.may_have("by_discipline");
  const Node& node = place.node();
  const Node* by_kind = node.find("by_kind");
  const Node* by_discipline = node.find("by_discipline");
  if (!by_kind && !by_discipline) {
    stage.handling_s.assign(kinds * disciplines, read_distribution(place));
    return;
  }
  Fields fields(place);
  if (by_kind && by_discipline)
    return place.fail("must be by_kind or by_discipline, found both");
  Table<Kind, Distribution> of_kind(kinds);
  Table<Discipline, Distribution> of_discipline(disciplines);
  if (const auto at = fields.find("by_kind"))
    of_kind = read_handling_by(*at, world.kinds, kind_reaches, stage, first);
  if (const auto at = fields.find("by_discipline"))
    of_discipline = read_handling_by(*at, world.disciplines, discipline_reaches, stage, first);
  for (const auto kind : world.kinds.ids())
    for (const auto discipline : world.disciplines.ids())
      stage.handling_s[kind.index * disciplines + discipline.index] =
          by_kind ? of_kind[kind] : of_discipline[discipline];
}

Stage read_stage(const Named& entry, const World& world) {
  Fields fields(entry.place);
  Stage stage;
  stage.id = entry.id;
  stage.name = fields.get("name", read_text, entry.id);
  stage.caller_on_line = fields.get("caller_on_line", read_boolean, true);
  stage.order = fields.get("order",
                           one_of<QueueOrder>({{"first_come", QueueOrder::first_come},
                                               {"priority", QueueOrder::priority},
                                               {"random", QueueOrder::random}}),
                           QueueOrder::first_come);
  if (const auto handling = fields.require("handling"))
    read_handling(*handling, world, stage);
  stage.patience_s = fields.optional("patience", read_distribution);
  if (stage.patience_s && !stage.caller_on_line)
    entry.place.fail("has patience, but no caller is on the line");
  stage.transfer_s = fields.get("transfer", read_distribution, Constant{0});
  return stage;
}

}  // namespace

/// A call has a bit for each.
constexpr std::size_t most_stages = 16;

void read_stages(const Place& section, Draft& draft) {
  World& world = draft.world;
  bool callers_left = false;
  for (const Named& entry : named(section)) {
    Stage stage = read_stage(entry, world);
    if (stage.caller_on_line && callers_left)
      entry.place.fail("has the caller on the line after a stage without: such stages come last");
    callers_left = !stage.caller_on_line;
    if (callers_left && world.stages.empty())
      entry.place.fail("is the first stage, so the caller must be on the line");
    draft.stages.add(entry.id, world.stages.add(std::move(stage)));
    draft.stage_marks.add(entry.mark);
  }
  if (world.stages.empty())
    section.fail("needs at least one stage");
  if (world.stages.size() > most_stages)
    section.fail(
        fmt::format("has {} stages, and at most {} are counted", world.stages.size(), most_stages));
}

void read_roles(const Place& section, Draft& draft) {
  std::vector<Id<Discipline>> modelled;
  for (const auto id : draft.world.disciplines.ids())
    if (draft.world.disciplines[id].modelled)
      modelled.push_back(id);
  for (const Named& entry : named(section)) {
    Fields fields(entry.place);
    Role role{entry.id, fields.get("name", read_text, entry.id), {}, modelled};
    role.stage = fields.required("stage", draft.stages.reader());
    if (const auto at = fields.find("disciplines"))
      role.disciplines = read_all_or_names(*at, draft.disciplines, modelled);
    role.free_for_112 = fields.get("free_for_112", read_share, 1);
    role.people = fields.get("people", factor_in({0, 100}), 1);
    draft.roles.add(entry.id, draft.world.roles.add(std::move(role)));
  }
}

namespace {

/// Several centres serve some stage. One that nobody serves, because of what is wrong elsewhere,
/// says nothing of regions.
bool has_regional_stage(const World& world) {
  const auto served = [&](Id<Stage> stage) {
    return std::ranges::any_of(world.groups,
                               [&](const AgentGroup& group) { return group.stage == stage; });
  };
  const auto stages = world.stages.ids();
  return std::any_of(stages.begin(), stages.end(), [&](Id<Stage> stage) {
    return served(stage) && !national_centre(world, stage);
  });
}

}  // namespace

void read_regions(const Place& section, Draft& draft) {
  World& world = draft.world;
  const bool regional = has_regional_stage(world);
  const std::size_t before = problems_in(section);
  double sum = 0;
  for (const Named& entry : named(section)) {
    Fields fields(entry.place);
    Region row;
    row.id = entry.id;
    row.name = fields.get("name", read_text, entry.id);
    row.population = fields.get("population", factor_in({0, 1e10}), 1);
    row.weight = row.population * fields.get("demand_factor", factor_in({0, 1e6}), 1);
    const auto meldkamer = regional ? fields.require("meldkamer") : fields.find("meldkamer");
    if (meldkamer)
      row.centre = draft.centres.read(*meldkamer);
    sum += row.weight;
    draft.regions.add(entry.id, world.regions.add(row));
  }
  if (sum <= 0 && problems_in(section) == before)
    section.fail("needs at least one region with callers");
  for (Region& row : world.regions)
    row.weight = sum > 0 ? row.weight / sum : 0;
}

}  // namespace models
