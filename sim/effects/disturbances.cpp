#include "sim/effects/disturbances.hpp"

namespace sim {
namespace {

template <class Effect>
const scenarios::NetworkFlood* flood_in(const Effect&) {
  return nullptr;
}
const scenarios::NetworkFlood* flood_in(const scenarios::NetworkFlood& flood) {
  return &flood;
}

}  // namespace

std::vector<Source> sources_of(const models::World& world, const models::ReplicationKey& key,
                               const std::vector<DrawnEffect>& effects) {
  std::vector<Source> out;
  for (const DrawnEffect& drawn : effects)
    std::visit(
        [&]<class Effect>(const Effect& effect) {
          for (Source source : AtWork<Effect>::sources({world, key, drawn}, effect)) {
            source.paired = drawn.background;
            out.push_back(std::move(source));
          }
        },
        drawn.effect->what);
  return out;
}

std::vector<const scenarios::NetworkFlood*> floods_of(const std::vector<DrawnEffect>& effects) {
  std::vector<const scenarios::NetworkFlood*> out;
  for (const DrawnEffect& drawn : effects)
    if (const auto* flood =
            std::visit([](const auto& effect) { return flood_in(effect); }, drawn.effect->what))
      out.push_back(flood);
  return out;
}

}  // namespace sim
