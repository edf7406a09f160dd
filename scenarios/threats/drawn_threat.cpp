#include "scenarios/threats/drawn_threat.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/text/read_values.hpp"
#include "scenarios/attack/read_attack.hpp"
#include "scenarios/effects/read_effects.hpp"
#include "scenarios/threats/lots.hpp"
#include "scenarios/threats/number_draw.hpp"
#include "scenarios/threats/placeholders.hpp"

namespace scenarios {

using models::Fields;
using models::Named;
using models::Node;
using models::Place;

namespace {

// Of an effect of an attack: times are written to the millisecond, and read up to a thousand years.
constexpr double least_s = 0.001, most_s = 100 * models::year_s;

std::string seconds(double s) {
  return fmt::format("{:.3f} s", s);
}

/// Draws the parts of one threat in one replication.
class Drawing {
public:
  Drawing(const std::string& id, const models::Draft& draft, const models::ReplicationKey& key,
          const Beginning& from)
      : id_(id), draft_(draft), key_(key), from_(from) {}

  DrawnThreat read(const Place& place) {
    Fields fields(place);
    const auto problems = [&] { return place.reading().problems.all().size(); };
    const std::size_t before = problems();
    out_.threat.type = Node::Type::map;
    out_.threat.mark = place.mark();
    if (const auto name = fields.find("name"))
      out_.threat.entries.push_back({"name", name->mark(), name->node()});
    const auto attack = fields.find("attack");
    // Schemas know that there may be one beside the rest, and not yet what stands in it.
    if (attack && place.reading().shapes == nullptr) {
      race(*attack);
      return std::move(out_);
    }
    const auto needed = [&](const char* key) {
      return attack ? fields.find(key) : fields.require(key);
    };
    double after_s = 0;
    if (const auto after = fields.find("after"))
      after_s = value("after", models::read_distribution(*after));
    const auto duration = needed("duration"), detection = fields.find("detection"),
               draws = fields.find("draws"), effects = needed("effects");
    if (const auto at = fields.find("target"))
      binding_.target = read_target(*at, draft_, key_, id_);
    const std::vector<double> turns =
        fields.find("repeats") ? repeats(*fields.find("repeats")) : std::vector<double>{0};
    effects_.type = Node::Type::sequence;
    for (std::size_t turn = 0; turn < turns.size() && problems() == before; ++turn) {
      turn_ = turn == 0 ? "" : fmt::format("#{}", turn);
      turn_s_ = from_.onset_s + after_s + turns[turn];
      if (duration)
        duration_s_ = value("duration", models::read_lasting(*duration));
      binding_.words["duration"] = seconds(duration_s_);
      out_.duration_s = std::max(out_.duration_s, after_s + turns[turn] + duration_s_);
      if (detection)
        binding_.words["detection"] =
            seconds(value("detection", models::read_distribution(*detection)));
      if (draws)
        read_draws(*draws);
      if (effects && problems() == before)  // what is wrong above would be said of each effect
        read_effects(*effects);
    }
    if (effects)
      out_.threat.entries.push_back({"effects", effects->mark(), std::move(effects_)});
    return std::move(out_);
  }

private:
  double uniform(const std::string& name, const std::string& centre = "") const {
    return models::uniform(key_, models::Purpose::effect,
                           {models::name_of(id_ + turn_ + "/" + name),
                            centre.empty() ? 0 : models::name_of(centre), 0});
  }

  double value(const std::string& name, const models::Distribution& distribution) const {
    return models::quantile(distribution, uniform(name));
  }

  /// Begin of the first turn and of each repeat, after the onset.
  std::vector<double> repeats(const Place& place) const {
    Fields fields(place);
    const int times = fields.required("times", models::count_in(1, 100));
    const double within_s = fields.required("within", models::time_in(models::positive_time));
    std::vector<double> out = {0};
    for (int turn = 1; turn <= times; ++turn)
      out.push_back(within_s * uniform(fmt::format("repeat {}", turn)));
    return out;
  }

  void read_draws(const Place& place) {
    for (const Named& draw : named(place)) {
      draw.place.may_have("per");
      draw.place.may_have("correlation");
      const Node* per = draw.place.node().find("per");
      if (per == nullptr)
        binding_.words[draw.id] =
            fmt::format("{:.6g}", value(draw.id, read_number_draw(draw.place)));
      else
        read_draw_per_centre(draw, draw.place.child(*per, "per"));
    }
  }

  /// One number for each meldkamer, with one factor in common.
  void read_draw_per_centre(const Named& draw, const Place& per) {
    models::read_word(per, {"meldkamer"});
    Node distribution = draw.place.node();
    double correlation = 0;
    if (const Node* node = distribution.find("correlation"))
      correlation = models::read_share(draw.place.child(*node, "correlation"));
    std::erase_if(distribution.entries, [](const Node::Entry& entry) {
      return entry.key == "per" || entry.key == "correlation";
    });
    const auto drawn =
        read_number_draw(Place(distribution, draw.place.address(), draw.place.reading()));
    const double common = uniform(draw.id);
    auto& values = binding_.words_at[draw.id];
    for (const std::string& centre : draft_.centres.all())
      values[centre] = fmt::format(
          "{:.6g}", models::quantile(
                        drawn, correlated_uniform(common, uniform(draw.id, centre), correlation)));
  }

  void read_effects(const Place& place) {
    effects_.mark = place.mark();
    std::size_t number = 0;
    for (const Place& item : named_effects(place)) {
      ++number;
      for (const char* const key : {"after", "for", "chance"})
        item.may_have(key);
      for (const Node& filled : fill_in(item.node(), binding_, place.reading().problems))
        effects_.items.push_back(timed(item, filled, number));
    }
  }

  /// `after`, `for` and `chance` are read here; what is left is an effect of a scenario. Its `id`
  /// is that of all effects that are made of it.
  Node timed(const Place& place, const Node& filled, std::size_t number) {
    const std::string name = fmt::format("effect {}", number);
    Node out =
        with_places_drawn(Place(filled, place.address(), place.reading()), {draft_, key_, id_});
    std::erase_if(out.entries, [](const Node::Entry& entry) {
      return entry.key == "id" || entry.key == "after" || entry.key == "for" ||
             entry.key == "chance";
    });
    const auto part = [&](const char* key) { return filled.find(key); };
    const auto time = [&](const char* key, double otherwise) {
      const Node* node = part(key);
      if (node == nullptr)
        return otherwise;
      const Place at = place.child(*node, key);
      return value(name + key, models::read_distribution(at));
    };
    const Node* chance = part("chance");
    out_.happens.push_back(chance == nullptr ||
                           uniform(name) < models::read_share(place.child(*chance, "chance")));
    const double after_s = time("after", 0);
    const double for_s = time("for", std::max(0.0, duration_s_ - after_s));
    if (for_s <= 0)
      out_.happens.back() = false;
    add(out, "from", turn_s_ + after_s);
    add(out, "for", for_s);
    return out;
  }

  /// The effects of an attack, with the times at which its race puts them.
  void race(const Place& place) {
    if (!from_.access)
      return place.fail(attack_needs_onset);
    const std::size_t problems = place.reading().problems.all().size();
    const AttackInWorld in_world = read_attack(place, draft_);
    effects_.type = Node::Type::sequence;
    effects_.mark = place.mark();
    if (place.reading().problems.all().size() == problems && draft_.calendar)
      play(in_world);
    out_.threat.entries.push_back({"effects", place.mark(), std::move(effects_)});
  }

  void play(const AttackInWorld& in_world) {
    const Attack& attack = in_world.attack;
    const Race race = scenarios::play(attack, id_, key_, *from_.access, *draft_.calendar);
    const double onset_s = std::isfinite(race.touch_s) ? race.touch_s : 0;
    out_.race = {onset_s, attack.window_s, moments_of(attack, race)};
    for (const AttackEffect& effect : in_world.effects) {
      const double begin_s =
          effect.of_isolation ? race.cuts[effect.of].from_s : race.holds[effect.of].struck_s;
      const double end_s =
          effect.of_isolation ? race.cuts[effect.of].to_s : race.holds[effect.of].back_s;
      const double lasts_s = std::isfinite(begin_s) ? std::min(end_s - begin_s, most_s) : 0;
      const bool happens = lasts_s > least_s;
      Node node = effect.node;
      add(node, "from", from_.onset_s + (happens ? begin_s - onset_s : 0));
      add(node, "for", happens ? lasts_s : 1);
      if (happens)
        out_.duration_s = std::max(out_.duration_s, begin_s + lasts_s - onset_s);
      out_.happens.push_back(happens);
      effects_.items.push_back(std::move(node));
    }
  }

  static void add(Node& map, const char* key, double s) {
    map.entries.push_back({key, map.mark, text_node(seconds(s), map.mark)});
  }

  const std::string& id_;
  const models::Draft& draft_;
  const models::ReplicationKey& key_;
  const Beginning& from_;
  double turn_s_ = 0, duration_s_ = 0;
  std::string turn_;  ///< part of the names of all draws; empty the first time
  Binding binding_;
  Node effects_;
  DrawnThreat out_;
};

}  // namespace

DrawnThreat draw_threat(const std::string& id, const Place& place, const models::Draft& draft,
                        const models::ReplicationKey& key, const Beginning& from) {
  return Drawing(id, draft, key, from).read(place);
}

DrawnSection draw_section(const Place& section, const models::Draft& draft,
                          const models::ReplicationKey& key, const Beginning& from) {
  DrawnSection out{section.node(), {}, 0, {}};
  out.threats.entries.clear();
  for (const Named& threat : named(section)) {
    DrawnThreat drawn = draw_threat(threat.id, threat.place, draft, key, from);
    if (drawn.race && out.race)
      threat.place.child(*threat.place.node().find("attack"), "attack")
          .fail("is the second attack of this scenario: its window can follow one only");
    if (drawn.race)
      out.race = std::move(drawn.race);
    out.longest_s = std::max(out.longest_s, drawn.duration_s);
    out.happens.insert(out.happens.end(), drawn.happens.begin(), drawn.happens.end());
    out.threats.entries.push_back({threat.id, threat.mark, std::move(drawn.threat)});
  }
  return out;
}

std::optional<double> attack_window_s(const Node& threats) {
  for (const Node::Entry& threat : threats.entries)
    if (const Node* const attack = threat.value.find("attack")) {
      models::Reading reading;  // draw_threat tells what is wrong with it
      const Node* const window = attack->find("window");
      return window == nullptr ? usual_window_s
                               : models::time_in(attack_window)(Place(*window, "window", reading));
    }
  return {};
}

void refuse_too_late(const Place& section, double left_s) {
  constexpr double earliest = 1e-9;  // a quantile that every distribution has
  for (const Named& threat : named(section)) {
    const Node* const after = threat.place.node().find("after");
    if (after == nullptr)
      continue;
    models::Reading reading;  // draw_threat tells what else is wrong with it
    const double first_s =
        models::quantile(models::read_distribution(Place(*after, "after", reading)), earliest);
    if (reading.problems.empty() && first_s >= left_s)
      threat.place.child(*after, "after")
          .fail(fmt::format("must begin within the window, less than {:g} h after the onset, found "
                            "{}",
                            left_s / models::hour_s, describe(*after)));
  }
}

std::vector<Threat> threats_of(const DrawnSection& drawn, const models::Draft& draft,
                               const Clock& clock, double never_s, models::Reading& reading) {
  Clock by_chance = clock;
  by_chance.drawn = true;
  std::vector<Threat> out =
      read_threats(Place(drawn.threats, "threats", reading), draft, by_chance);
  auto happening = drawn.happens.begin();
  for (Threat& threat : out)
    for (Effect& effect : threat.effects)
      if (happening != drawn.happens.end() && !*happening++)
        effect.from_s = never_s;
  return out;
}

}  // namespace scenarios
