#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/world/draft.hpp"

namespace models {

namespace {

Takeover::Heartbeat read_heartbeat(const Place& place) {
  Fields fields(place);
  Takeover::Heartbeat out;
  out.period_s = fields.get("period", time_in({0, day_s, true}), out.period_s);
  out.timeout_s = fields.get("timeout", time_in({0, day_s, true}), out.timeout_s);
  out.misses = fields.get("misses", count_in(1, 1000), out.misses);
  return out;
}

void read_switch(const Place& place, Takeover& takeover) {
  Fields fields(place);
  takeover.switch_trained_s = fields.required("trained", read_distribution);
  takeover.switch_untrained_s =
      fields.get("untrained", read_distribution, takeover.switch_trained_s);
  takeover.fails_trained = fields.get("fails_trained", read_share, 0);
  takeover.fails_untrained = fields.get("fails_untrained", read_share, takeover.fails_trained);
  takeover.retry_s = fields.get("retry", read_distribution, Constant{0});
}

void read_relocate(const Place& place, Takeover& takeover) {
  Fields fields(place);
  takeover.relocate_s = fields.required("after", read_distribution);
  takeover.relocated_share = fields.required("share", read_share);
}

}  // namespace

void without_takeover(Draft& draft) {
  draft.world.takeover.partners = PartnersOfAll(draft.world.centres.size());
}

void read_takeover(const Place& section, Draft& draft) {
  without_takeover(draft);
  Fields fields(section);
  Takeover& takeover = draft.world.takeover;
  takeover.heartbeat = fields.get("heartbeat", read_heartbeat, takeover.heartbeat);
  takeover.detect_s = fields.required("detect", read_distribution);
  takeover.decide_s = fields.required("decide", read_distribution);
  if (const auto at = fields.require("switch"))
    read_switch(*at, takeover);
  if (const auto at = fields.find("relocate"))
    read_relocate(*at, takeover);
  takeover.verify_s = fields.get("verify", read_distribution, Constant{0});
  takeover.return_s = fields.get("return", read_distribution, Constant{0});
  takeover.foreign_handling = fields.get("foreign_handling", factor_in({0, 100, true}), 1);
  takeover.relay_s = fields.get("relay", time_in({0, day_s}), 0);
  takeover.other_triage =
      fields.get("other_triage",
                 one_of<OtherTriage>({{"refused", OtherTriage::refused},
                                      {"own_protocol", OtherTriage::own_protocol}}),
                 OtherTriage::refused);
  choose_takeover_plan(fields, draft);
  warn_of_partners_without_right(section, draft.world);
}

void without_network(Draft& draft) {
  draft.world.network.hub = "hub";
  draft.world.network.access = Table<Centre, Id<Component>>(draft.world.centres.size());
}

namespace {

/// The access component of each centre; a centre where it does not stand has none.
void read_access(const Place& place, Draft& draft) {
  const std::string name = read_text(place);
  const auto at = draft.per_centre.find(name);
  if (at == draft.per_centre.end()) {
    std::vector<std::string> names;
    for (const auto& [id, centres] : draft.per_centre)
      names.push_back(id);
    if (!names.empty() || !place.reading().incomplete)
      place.fail(fmt::format("must name a component `per: meldkamer`, found {}{}",
                             describe(place.node()), did_you_mean(name, names)));
    return;
  }
  for (const auto centre : at->second)
    draft.world.network.access[centre] =
        draft.components.find(name + "@" + draft.world.centres[centre].id);
}

}  // namespace

void read_network(const Place& section, Draft& draft) {
  without_network(draft);
  Fields fields(section);
  Network& network = draft.world.network;
  network.hub = fields.get("hub", read_text, network.hub);
  const auto bandwidth = [](const Place& at) {
    return read_number(at, bandwidth_dimension, {0, 1e12, true});
  };
  network.bandwidth_bytes_per_s = fields.get("bandwidth", bandwidth, network.bandwidth_bytes_per_s);
  network.voice_channel_bytes_per_s =
      fields.get("voice_channel", bandwidth, network.voice_channel_bytes_per_s);
  network.channels = fields.optional("channels", count_in(1, 1'000'000));
  network.picture_bytes = fields.optional("picture", [](const Place& at) {
    return read_number(at, size_dimension, {0, 1e12, true});
  });
  network.latency_s = fields.get("latency", time_in({0, 60}), network.latency_s);
  if (const auto access = fields.find("access"))
    read_access(*access, draft);
}

}  // namespace models
