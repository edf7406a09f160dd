#include "scenarios/attack/read_attack.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "models/text/read_values.hpp"
#include "scenarios/effects/read_effects.hpp"
#include "scenarios/threats/lots.hpp"
#include "scenarios/threats/placeholders.hpp"

namespace scenarios {

using models::Fields;
using models::Named;
using models::Node;
using models::Place;

namespace {

class Reader {
public:
  explicit Reader(const models::Draft& draft) : draft_(draft) {}

  AttackInWorld read(const Place& place) && {
    Fields fields(place);
    Attack& attack = out_.attack;
    if (const auto assets = fields.require("assets"))
      read_assets(*assets);
    if (const auto begins = fields.require("begins"))
      attack.begins = read_assets_named(*begins);
    if (const auto steps = fields.require("steps"))
      read_steps(*steps);
    if (const auto strike = fields.require("strike"))
      read_strike(*strike);
    if (const auto watch = fields.find("watch"))
      read_watch(*watch);
    attack.notice_s = fields.required("notice", models::read_distribution);
    if (const auto response = fields.require("response"))
      read_response(*response);
    if (const auto recovery = fields.require("recovery"))
      read_recovery(*recovery);
    attack.window_s = fields.get("window", models::time_in(attack_window), usual_window_s);
    if (place.reading().problems.empty())
      refuse_out_of_reach(place);
    return std::move(out_);
  }

private:
  using Assets = std::vector<std::size_t>;

  void read_assets(const Place& place) {
    for (const Named& asset : named(place)) {
      Fields fields(asset.place);
      const bool per = fields.find("per") && fields.required("per", [](const Place& at) {
        return models::read_word(at, {"meldkamer"});
      }) == 0;
      const auto effects = fields.find("effects");
      for (const std::string& centre : per ? rooms() : std::vector<std::string>{""}) {
        kinds_[asset.id].push_back(out_.attack.assets.size());
        out_.attack.assets.push_back({centre.empty() ? asset.id : asset.id + "@" + centre, asset.id,
                                      centre, effects.has_value()});
        if (effects)
          add_effects(*effects, {false, out_.attack.assets.size() - 1, {}},
                      centre.empty() ? std::vector<std::string>{} : std::vector{centre});
      }
    }
  }

  /// Meldkamers that answer for a region.
  std::vector<std::string> rooms() const {
    std::vector<std::string> out;
    for (const auto& id : centres_with_regions(draft_.world))
      out.push_back(draft_.world.centres[id].id);
    return out;
  }

  void add_effects(const Place& list, const AttackEffect& of,
                   const std::vector<std::string>& centres) {
    Binding binding;
    binding.target.centres = centres;
    for (const Place& item : named_effects(list)) {
      for (const char* const key : {"from", "until", "for", "after", "chance"})
        if (const Node* at = item.node().find(key))
          item.child(*at, key).fail("is said by the race: leave it out");
      for (Node& filled : fill_in(item.node(), binding, item.reading().problems)) {
        AttackEffect effect = of;
        effect.node = std::move(filled);
        std::erase_if(effect.node.entries, [](const auto& entry) { return entry.key == "id"; });
        out_.effects.push_back(std::move(effect));
      }
    }
  }

  /// `gms`, of all meldkamers when it is per meldkamer, or `gms@rotterdam`.
  Assets read_asset(const Place& place) {
    const std::string text = models::read_text(place);
    if (const auto kind = kinds_.find(text); kind != kinds_.end())
      return kind->second;
    const auto& assets = out_.attack.assets;
    const auto at = std::ranges::find(assets, text, &Asset::id);
    if (at != assets.end())
      return {static_cast<std::size_t>(at - assets.begin())};
    std::vector<std::string> known;
    for (const auto& [kind, of] : kinds_)
      known.push_back(kind);
    for (const Asset& asset : assets)
      known.push_back(asset.id);
    if (!text.empty())
      place.fail(fmt::format("must name an asset of this attack, found {}{}",
                             describe(place.node()), models::did_you_mean(text, known)));
    return {};
  }

  Assets read_assets_named(const Place& place) {
    if (place.node().type == Node::Type::scalar)
      return read_asset(place);
    Assets out;
    const std::vector<Place> named = items(place);
    for (const Place& item : named)
      for (const std::size_t asset : read_asset(item))
        if (std::ranges::count(out, asset) == 0)
          out.push_back(asset);
    if (place.node().type == Node::Type::sequence && named.empty())
      place.fail("must name at least one asset, found none");
    return out;
  }

  void read_steps(const Place& place) {
    for (const Named& step : named(place)) {
      Fields fields(step.place);
      const auto from = fields.require("from"), to = fields.require("to");
      const Assets froms = from ? read_asset(*from) : Assets{},
                   tos = to ? read_asset(*to) : Assets{};
      fields.get("technique", models::read_text, "");
      AttackStep one;
      one.takes_s = fields.required("takes", models::read_distribution);
      one.chance = fields.get("chance", models::read_share, 1.0);
      one.seen = fields.get("seen", models::read_share, 0.0);
      const std::size_t before = out_.attack.steps.size();
      for (const std::size_t a : froms)
        for (const std::size_t b : tos)
          if (leads(a, b))
            add_step(one, step.id, a, b);
      if (out_.attack.steps.size() == before && from && to && !froms.empty() && !tos.empty())
        step.place.fail("leads nowhere: from and to are the same asset, or at two meldkamers");
    }
  }

  /// Two kinds of asset at one meldkamer, or the same kind from one meldkamer to another.
  bool leads(std::size_t from, std::size_t to) const {
    const Asset &a = out_.attack.assets[from], &b = out_.attack.assets[to];
    if (a.centre.empty() || b.centre.empty())
      return from != to;
    return a.kind == b.kind ? from != to : a.centre == b.centre;
  }

  void add_step(AttackStep step, const std::string& id, std::size_t from, std::size_t to) {
    const auto& assets = out_.attack.assets;
    step.name = id;
    step.id = fmt::format("{} {}>{}", id, assets[from].id, assets[to].id);
    step.from = from;
    step.to = to;
    out_.attack.steps.push_back(std::move(step));
  }

  void read_strike(const Place& place) {
    Fields fields(place);
    out_.attack.strike_s = fields.required("after", models::read_distribution);
    out_.attack.out_of_hours = fields.required("out_of_hours", models::read_share);
  }

  void read_watch(const Place& place) {
    Fields fields(place);
    Watch watch;
    watch.alarm_s = fields.required("alarm", models::read_distribution);
    watch.always =
        fields.required("hours", models::one_of<bool>({{"always", true}, {"office", false}}));
    out_.attack.watch = watch;
  }

  static DecisionClock read_decision(Fields& fields) {
    return {fields.required("after", models::read_distribution),
            fields.optional("after_at_night", models::read_distribution)};
  }

  void read_response(const Place& place) {
    Fields fields(place);
    if (const auto evict = fields.require("evict")) {
      Fields decision(*evict);
      decision.get("by", models::read_prose, "");
      out_.attack.evict = read_decision(decision);
    }
    if (const auto isolations = fields.find("isolations"))
      for (const Named& isolation : named(*isolations))
        read_isolation(isolation);
  }

  void read_isolation(const Named& named_one) {
    Fields fields(named_one.place);
    fields.get("by", models::read_prose, "");
    Isolation one;
    one.id = named_one.id;
    if (const auto of = fields.require("of"))
      one.of = read_assets_named(*of);
    one.chance = fields.required("chance", models::read_share);
    one.after = read_decision(fields);
    one.lasts_s = fields.required("for", models::read_lasting);
    const auto effects = fields.find("effects");
    one.has_effects = effects.has_value();
    std::vector<std::string> centres;
    for (const std::size_t asset : one.of)
      if (const std::string& centre = out_.attack.assets[asset].centre;
          !centre.empty() && std::ranges::count(centres, centre) == 0)
        centres.push_back(centre);
    out_.attack.isolations.push_back(std::move(one));
    if (effects)
      add_effects(*effects, {true, out_.attack.isolations.size() - 1, {}}, centres);
  }

  void read_recovery(const Place& place) {
    Fields fields(place);
    Recovery& recovery = out_.attack.recovery;
    recovery.crews = fields.required("crews", models::count_in(1, 1000));
    recovery.triage_s = fields.required("triage", models::read_distribution);
    recovery.clean_backup = fields.required("clean_backup", models::read_share);
    recovery.restore_s = fields.required("restore", models::read_distribution);
    recovery.rebuild_s = fields.required("rebuild", models::read_distribution);
    recovery.verify_s = fields.get("verify", models::read_distribution, models::Distribution{});
  }

  /// What has effects must be within reach of where the intruder begins.
  void refuse_out_of_reach(const Place& place) {
    const Attack& attack = out_.attack;
    std::vector<bool> within(attack.assets.size());
    for (const std::size_t asset : attack.begins)
      within[asset] = true;
    for (bool more = true; more;) {
      more = false;
      for (const AttackStep& step : attack.steps)
        if (within[step.from] && !within[step.to] && step.chance > 0)
          more = within[step.to] = true;
    }
    for (std::size_t i = 0; i < within.size(); ++i)
      if (!within[i] && attack.assets[i].has_effects)
        return place.fail(
            fmt::format("has no way to {}: its effects never happen", attack.assets[i].id));
  }

  const models::Draft& draft_;
  std::map<std::string, Assets> kinds_;
  AttackInWorld out_;
};

}  // namespace

AttackInWorld read_attack(const Place& place, const models::Draft& draft) {
  return Reader(draft).read(place);
}

}  // namespace scenarios
