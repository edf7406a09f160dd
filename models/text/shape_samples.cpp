#include <algorithm>
#include <cmath>
#include <cstdint>
#include <exception>

#include <fmt/format.h>

#include "models/text/reading.hpp"
#include "models/text/shape.hpp"
#include "models/text/units.hpp"

namespace models {

namespace {

/// A few more rounds than the deepest_sample value lies deep, times the ways to write one.
constexpr std::size_t most_rounds = 600, quiet_rounds = 48;

/// Ways to write a value, each tried on every place before anything is known of it.
enum class Way { named_map, scalar, list, null, map, count };
constexpr auto n_ways = static_cast<std::size_t>(Way::count);

/// A value between the bounds, small and round where it can be.
double value_in(const Shape::Number& number) {
  const double usual = number.dimension == &time_dimension    ? 60
                       : number.dimension == &share_dimension ? 0.5
                                                              : 1;
  if (usual >= number.lowest && usual <= number.highest &&
      !(number.above && usual == number.lowest))
    return usual;
  return number.lowest + (number.highest - number.lowest) / 2;
}

Node number_node(const Shape::Number& number) {
  const double value = value_in(number);
  const Dimension& dimension = *number.dimension;
  if (dimension.whole)
    return plain_node(fmt::format("{:.0f}", std::ceil(value)));
  if (dimension.plain)
    return plain_node(fmt::format("{}", value));
  const Unit& unit = dimension.units.front();
  return text_node(fmt::format("{} {}", value / unit.factor, unit.name));
}

/// The `n`th of what may stand there as one text.
Node scalar_node(const Shape& shape, std::size_t n) {
  std::vector<Node> all;
  for (const Shape::Number& number : shape.numbers)
    all.push_back(number_node(number));
  for (const std::string& word : shape.words)
    all.push_back(plain_node(word));
  for (const TextForm& form : shape.forms)
    all.push_back(text_node(std::string(form.example)));
  if (shape.boolean)
    all.insert(all.end(), {plain_node("true"), plain_node("false")});
  all.push_back(plain_node(std::string(any_name)));  // a name may do beside the words
  return all[n % all.size()];
}

/// Nothing but definitions.
bool is_bare(const Shape& shape) {
  return !shape.map && !shape.list && !shape.text && shape.numbers.empty() && shape.words.empty() &&
         shape.forms.empty();
}

/// A definition may have itself among its parts: then it ends after three of them.
constexpr int deepest_sample = 30, definition_depth = 8;

class Sampler {
public:
  explicit Sampler(Shapes& shapes) : shapes_(shapes) {}

  Node sample(Shape& shape, int depth = 0) {
    if (depth > deepest_sample)
      return scalar_node(shape, 0);
    if (!shape.defined_as.empty() && shape.samples >= n_ways &&
        (shape.samples % 2 == 0 || is_bare(shape))) {
      const std::string& name = shape.defined_as[shape.samples++ / 2 % shape.defined_as.size()];
      return sample(shapes_.definitions[name], depth + definition_depth);
    }
    const Way way = next_way(shape);
    switch (way) {
      case Way::named_map:
      case Way::map:
        return map_of(shape, way == Way::named_map, depth);
      case Way::list:
        return list_of(shape, depth);
      case Way::null:
        return {};
      default:
        return scalar_node(shape, shape.scalars++);
    }
  }

private:
  /// All of them at first, then mostly those that something was asked of, in turn: a sample may
  /// not be read when another place of the file stops its reader.
  static Way next_way(Shape& shape) {
    const std::size_t n = shape.samples++;
    constexpr std::size_t often = 3;
    if (n < n_ways || n % often == 0)
      return static_cast<Way>((n < n_ways ? n : n / often) % n_ways);
    std::vector<Way> known;
    if (shape.map)
      known.insert(known.end(), {Way::map, Way::map});
    if (shape.list)
      known.push_back(Way::list);
    if (!shape.map && !shape.list)
      known.push_back(Way::scalar);
    else if (!shape.numbers.empty() || !shape.words.empty() || !shape.forms.empty() || shape.text)
      known.push_back(Way::scalar);
    return known[n % known.size()];
  }

  /// Some readers look at a list only when it has as many items as there are classes.
  Node list_of(Shape& shape, int depth) {
    Node out = list_node({});
    const std::size_t size = shape.lists++ % 3 == 2 ? 5 : 1;
    for (std::size_t i = 0; i < size; ++i)
      out.items.push_back(sample(shape.item ? *shape.item : unknown_, depth + 1));
    return out;
  }

  /// With all keys that are known, with none, or with some.
  Node map_of(Shape& shape, bool with_name, int depth) {
    Node out = map_node();
    const std::size_t n = shape.maps++;
    const bool all = n != 1 && n % 2 == 1, none = n == 1;
    for (std::size_t i = 0; i < shape.keys.size() && !none; ++i)
      if (all || (shape.one_key ? i == n / 2 % shape.keys.size() : chosen(n, i)))
        out.entries.push_back({shape.keys[i].name, {}, sample(*shape.keys[i].shape, depth + 1)});
    if ((shape.entry || with_name) && !none)
      out.entries.push_back(
          {std::string(any_name), {}, sample(shape.entry ? *shape.entry : unknown_, depth + 1)});
    return out;
  }

  /// Two in three, mixed by both numbers.
  static bool chosen(std::size_t n, std::size_t i) {
    std::uint64_t mixed = (n + 1) * 0x9e3779b97f4a7c15U + (i + 1) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 29)) * 0x94d049bb133111ebU;
    return (mixed >> 33) % 3 != 0;
  }

  Shapes& shapes_;
  Shape unknown_;
};

std::size_t notes_in(const Shape& shape) {
  std::size_t out = shape.numbers.size() + shape.words.size() + shape.forms.size() +
                    shape.names_of.size() + shape.defined_as.size() + shape.required.size() +
                    shape.keys.size() + shape.text + shape.boolean + shape.null + shape.list +
                    shape.map + shape.ids + shape.one_key;
  for (const auto& keys : shape.required)
    out += keys.size();
  for (const Shape::Key& key : shape.keys)
    out += notes_in(*key.shape);
  return out + (shape.entry ? notes_in(*shape.entry) : 0) +
         (shape.item ? notes_in(*shape.item) : 0);
}

std::size_t notes_in(const Shapes& shapes) {
  std::size_t out = notes_in(shapes.root);
  for (const auto& [name, shape] : shapes.definitions)
    out += notes_in(shape);
  return out;
}

}  // namespace

void note_shapes(Shapes& shapes, const std::function<void(const Node&, Reading&)>& read) {
  Sampler sampler(shapes);
  std::size_t quiet = 0, known = 0;
  for (std::size_t round = 0; round < most_rounds && quiet < quiet_rounds; ++round) {
    const Node sample = sampler.sample(shapes.root);
    Reading reading;
    reading.shapes = &shapes;
    try {
      read(sample, reading);
    } catch (const std::exception&) {
      // A reader that stops at the first mistake: what it asked for until then is noted.
    }
    const std::size_t now = notes_in(shapes);
    quiet = now == known ? quiet + 1 : 0;
    known = now;
  }
}

}  // namespace models
