#include "models/text/read_values.hpp"
#include "models/world/draft.hpp"

namespace models {

namespace {

void read_redial_probability(const Place& place, CallerBehaviour::Redial& redial) {
  if (place.node().type != Node::Type::map) {
    redial.after_blocked = redial.after_abandoned = redial.after_cut = read_share(place);
    return;
  }
  Fields fields(place);
  redial.after_blocked = fields.required("blocked", read_share);
  redial.after_abandoned = fields.required("abandoned", read_share);
  redial.after_cut = fields.required("cut", read_share);
}

CallerBehaviour::Redial read_redial(const Place& place) {
  Fields fields(place);
  CallerBehaviour::Redial out;
  if (const auto probability = fields.require("probability"))
    read_redial_probability(*probability, out);
  out.delay_s = fields.required("delay", read_distribution);
  out.maximum = fields.required("maximum", count_in(0, 200));
  return out;
}

void read_deferred(const Place& place, CallerBehaviour& callers) {
  Fields fields(place);
  callers.deferred_share = fields.required("share", read_share);
  callers.deferred_spread_s =
      fields.get("spread", time_in({0, 7 * day_s}), callers.deferred_spread_s);
}

Channel read_channel(const Named& entry, const Draft& draft) {
  Fields fields(entry.place);
  Channel out;
  out.id = entry.id;
  out.name = fields.get("name", read_text, entry.id);
  out.share = fields.required("share", read_share);
  out.published = fields.get("published", read_boolean, true);
  out.by_phone = fields.get("by_phone", read_boolean, true);
  out.known_tau_s = fields.get("known_after", time_in({0, 30 * day_s}), 0);
  out.delay_s = fields.get("delay", read_distribution, Constant{0});
  if (const auto needs = fields.find("needs"))
    out.needs = resolve_needs(read_needs(*needs), {}, draft);
  return out;
}

}  // namespace

void read_callers(const Place& section, Draft& draft) {
  Fields fields(section);
  CallerBehaviour& callers = draft.world.callers;
  if (const auto redial = fields.find("redial"))
    callers.redial = read_redial(*redial);
  if (const auto deferred = fields.find("deferred"))
    read_deferred(*deferred, callers);
  const auto channels = fields.find("channels");
  for (const Named& entry : channels ? named(*channels) : std::vector<Named>{})
    callers.channels.push_back(read_channel(entry, draft));
}

}  // namespace models
