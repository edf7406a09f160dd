#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/world/draft.hpp"

namespace models {

namespace {

LossEffect read_stops(const Place& place) {
  Fields fields(place);
  const auto cut_or_stay = one_of<bool>({{"cut", true}, {"stay", false}});
  Stops out;
  out.cut_connected = fields.get("connected", cut_or_stay, out.cut_connected);
  out.cut_waiting = fields.get("waiting", cut_or_stay, out.cut_waiting);
  out.block_arriving =
      fields.get("arriving", one_of<bool>({{"block", true}, {"stay", false}}), out.block_arriving);
  return out;
}

LossEffect read_slows(const Place& place) {
  return Slows{factor_in({0, 1000, true})(place)};
}

LossEffect read_delays_transfer(const Place& place) {
  return DelaysTransfer{time_in({0, day_s})(place)};
}

LossEffect read_sends_astray(const Place& place) {
  return SendsAstray{read_share(place)};
}

void must_be_true(const Place& place) {
  if (!read_boolean(place) && place.node().text == "false")
    place.fail("must be true, or left out");
}

LossEffect read_hides_picture(const Place& place) {
  must_be_true(place);
  return HidesPicture{};
}

LossEffect read_keeps_dispatch_home(const Place& place) {
  must_be_true(place);
  return KeepsDispatchHome{};
}

struct Word {
  const char* word;
  LossEffect (*read)(const Place&);
};
constexpr std::array<Word, 6> loss_effects = {{{"stops", read_stops},
                                               {"slows", read_slows},
                                               {"delays_transfer", read_delays_transfer},
                                               {"sends_astray", read_sends_astray},
                                               {"hides_picture", read_hides_picture},
                                               {"keeps_dispatch_home", read_keeps_dispatch_home}}};

std::vector<LossEffect> read_when_lost(const Place& place) {
  Fields fields(place);
  std::vector<LossEffect> out;
  for (const Word& effect : loss_effects)
    if (const auto at = fields.find(effect.word))
      out.push_back(effect.read(*at));
  if (fields.is_map() && place.node().entries.empty())
    place.fail("must have at least one effect");
  return out;
}

bool works_at(const World& world, Id<Centre> centre, Id<Stage> stage) {
  return std::any_of(world.groups.begin(), world.groups.end(), [&](const AgentGroup& group) {
    return group.centre == centre && group.stage == stage;
  });
}

/// The centres that have the function: those that work at its stage, or some of them.
std::vector<Id<Centre>> read_where(Fields& fields, Id<Stage> stage, const Draft& draft) {
  const World& world = draft.world;
  std::vector<Id<Centre>> out;
  const auto at = fields.find("at");
  if (!at) {
    for (const auto centre : world.centres.ids())
      if (works_at(world, centre, stage))
        out.push_back(centre);
    return out;
  }
  for (const auto centre : read_names(*at, draft.centres)) {
    if (stage && !works_at(world, centre, stage))
      at->fail(fmt::format("names {}, which has no role for stage {}", world.centres[centre].id,
                           world.stages[stage].id));
    out.push_back(centre);
  }
  return out;
}

}  // namespace

void read_functions(const Place& section, Draft& draft) {
  World& world = draft.world;
  for (const Named& entry : named(section)) {
    Fields fields(entry.place);
    Function row;
    row.id = entry.id;
    row.name = fields.get("name", read_text, entry.id);
    row.stage = fields.required("stage", draft.stages.reader());
    row.takeover = fields.get("takeover", read_boolean, false);
    row.when_lost = fields.required("when_lost", read_when_lost);
    const auto needs_at = fields.require("needs");
    const NeedsText needs = needs_at ? read_needs(*needs_at) : NeedsText{};
    const auto where = read_where(fields, row.stage, draft);
    const auto function = world.functions.add(std::move(row));
    for (const auto centre : where)
      world.functions_at.push_back({function, centre, resolve_needs(needs, centre, draft)});
  }
}

}  // namespace models
