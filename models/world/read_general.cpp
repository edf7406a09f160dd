#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/text/shape.hpp"
#include "models/world/day.hpp"
#include "models/world/draft.hpp"

namespace models {

namespace {

void read_zone(const Place& place, Draft& draft) {
  static constexpr TextForm form = {"a POSIX time zone such as \"UTC+0\"", "UTC+0", ""};
  place.may_be(form);
  draft.world.zone = read_text(place);
  try {
    draft.calendar = std::make_unique<Calendar>(draft.world.zone);
  } catch (const std::invalid_argument& e) {
    place.fail(fmt::format("is {}, found {}", e.what(), describe(place.node())));
  }
}

void read_norm(const Place& place, World& world) {
  Fields fields(place);
  world.norm_s = fields.get("within", time_in({0, hour_s}), world.norm_s);
  world.norm_share = fields.get("share", read_share, world.norm_share);
}

World::Understaffing read_understaffing(const Place& place) {
  Fields fields(place);
  World::Understaffing out;
  out.probability = fields.required("probability", read_share);
  out.cut = fields.required("cut", read_share);
  return out;
}

void read_shifts(const Place& place, Draft& draft) {
  for (const Named& shift : named(place)) {
    const int start = read_time_of_day(shift.place);
    for (const auto& [other, other_start] : draft.shifts)
      if (start == other_start)
        shift.place.fail(fmt::format("starts when {} starts", other));
    draft.shifts[shift.id] = start;
  }
}

}  // namespace

void read_general(const Place& section, Draft& draft) {
  Fields fields(section);
  World& world = draft.world;
  world.name = fields.required("name", read_text);
  if (const auto zone = fields.require("zone"))
    read_zone(*zone, draft);
  world.rubricering = fields.get("rubricering", read_text, "");
  if (const auto as_of = fields.find("as_of"))
    world.as_of = written(read_day(*as_of));
  world.lost_after_s = fields.get("lost_after", time_in({0, day_s, true}), world.lost_after_s);
  world.delayed_after_s = fields.get("delayed_after", time_in({0, day_s}), world.delayed_after_s);
  if (const auto norm = fields.find("answer_norm"))
    read_norm(*norm, world);
  if (const auto shifts = fields.find("shifts"))
    read_shifts(*shifts, draft);
  if (const auto understaffing = fields.find("understaffing"))
    world.understaffing = read_understaffing(*understaffing);
}

void read_scale_up(const Place& section, Draft& draft) {
  double before_s = -1;
  for (const Named& entry : named(section)) {
    Fields fields(entry.place);
    ScaleUp level;
    level.id = entry.id;
    level.name = fields.get("name", read_text, entry.id);
    level.after_s = fields.required("after", time_in({0, 7 * day_s}));
    if (level.after_s <= before_s)
      entry.place.fail("must come after a longer time than the level before it");
    before_s = level.after_s;
    draft.world.scale_up.push_back(level);
  }
}

}  // namespace models
