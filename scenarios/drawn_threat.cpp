#include "scenarios/drawn_threat.hpp"

#include <fmt/format.h>

#include "models/read_values.hpp"
#include "scenarios/number_draw.hpp"
#include "scenarios/placeholders.hpp"

namespace scenarios {

using models::Fields;
using models::Named;
using models::Node;
using models::Place;

namespace {

Node text_node(const std::string& text, const models::Mark& mark) {
  Node out;
  out.type = Node::Type::scalar;
  out.text = text;
  out.quoted = true;
  out.mark = mark;
  return out;
}

std::string seconds(double s) {
  return fmt::format("{:.3f} s", s);
}

/// Draws the parts of one threat in one replication.
class Drawing {
public:
  Drawing(const std::string& id, const models::Draft& draft, const models::ReplicationKey& key,
          double onset_s)
      : id_(id), draft_(draft), key_(key), onset_s_(onset_s) {}

  DrawnThreat read(const Place& place) {
    Fields fields(place);
    const auto problems = [&] { return place.reading().problems.all().size(); };
    const std::size_t before = problems();
    out_.threat.type = Node::Type::map;
    out_.threat.mark = place.mark();
    if (const auto name = fields.find("name"))
      out_.threat.entries.push_back({"name", name->mark(), name->node()});
    if (const auto at = fields.require("duration"))
      out_.duration_s = value("duration", models::read_distribution(*at));
    binding_.words["duration"] = seconds(out_.duration_s);
    if (const auto at = fields.find("detection"))
      binding_.words["detection"] = seconds(value("detection", models::read_distribution(*at)));
    if (const auto at = fields.find("draws"))
      read_draws(*at);
    if (const auto at = fields.find("target"))
      binding_.target = read_target(*at, draft_, key_, id_);
    const auto effects = fields.require("effects");
    if (effects && problems() == before)  // what is wrong above would be said of each effect
      read_effects(*effects);
    return std::move(out_);
  }

private:
  double uniform(const std::string& name) const {
    return models::uniform(key_, models::Purpose::effect,
                           {models::name_of(id_ + "/" + name), 0, 0});
  }

  double value(const std::string& name, const models::Distribution& distribution) const {
    return models::quantile(distribution, uniform(name));
  }

  void read_draws(const Place& place) {
    for (const Named& draw : named(place))
      binding_.words[draw.id] = fmt::format("{:.6g}", value(draw.id, read_number_draw(draw.place)));
  }

  void read_effects(const Place& place) {
    Node effects;
    effects.type = Node::Type::sequence;
    effects.mark = place.mark();
    std::size_t number = 0;
    for (const Place& item : items(place)) {
      ++number;
      for (const Node& filled : fill_in(item.node(), binding_, place.reading().problems))
        effects.items.push_back(timed(item, filled, number));
    }
    out_.threat.entries.push_back({"effects", place.mark(), std::move(effects)});
  }

  /// `after`, `for` and `chance` are read here; what is left is an effect of a scenario.
  Node timed(const Place& place, const Node& filled, std::size_t number) {
    const std::string name = fmt::format("effect {}", number);
    Node out = filled;
    std::erase_if(out.entries, [](const Node::Entry& entry) {
      return entry.key == "after" || entry.key == "for" || entry.key == "chance";
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
    const double for_s = time("for", std::max(0.0, out_.duration_s - after_s));
    if (for_s <= 0)
      out_.happens.back() = false;
    add(out, "from", onset_s_ + after_s);
    add(out, "for", for_s);
    return out;
  }

  static void add(Node& map, const char* key, double s) {
    map.entries.push_back({key, map.mark, text_node(seconds(s), map.mark)});
  }

  const std::string& id_;
  const models::Draft& draft_;
  const models::ReplicationKey& key_;
  double onset_s_;
  Binding binding_;
  DrawnThreat out_;
};

}  // namespace

DrawnThreat draw_threat(const std::string& id, const Place& place, const models::Draft& draft,
                        const models::ReplicationKey& key, double onset_s) {
  return Drawing(id, draft, key, onset_s).read(place);
}

}  // namespace scenarios
