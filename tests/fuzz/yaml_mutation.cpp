#include "tests/fuzz/yaml_mutation.hpp"

#include <array>
#include <string_view>
#include <vector>

#include "models/text/yaml_document.hpp"

namespace fuzz {
namespace {

using models::Node;

/// A value inside a map or a list.
struct Spot {
  Node* within;
  std::size_t index;

  bool is_entry() const { return within->type == Node::Type::map; }
  Node& value() const { return is_entry() ? within->entries[index].value : within->items[index]; }
};

void add_spots(Node& node, std::vector<Spot>& spots) {
  for (std::size_t i = 0; i < node.entries.size() + node.items.size(); ++i) {
    spots.push_back({&node, i});
    add_spots(spots.back().value(), spots);
  }
}

template <class List>
auto place(List& list, std::size_t index) {
  return list.begin() + static_cast<std::ptrdiff_t>(index);
}

template <class Choices>
const auto& any_of(const Choices& choices, std::mt19937_64& random) {
  return choices[random() % std::size(choices)];
}

void take_away(const Spot& spot) {
  if (spot.is_entry())
    spot.within->entries.erase(place(spot.within->entries, spot.index));
  else
    spot.within->items.erase(place(spot.within->items, spot.index));
}

void put_twice(const Spot& spot) {
  if (spot.is_entry()) {
    const auto entry = spot.within->entries[spot.index];
    spot.within->entries.push_back(entry);
  } else {
    const auto item = spot.value();
    spot.within->items.insert(place(spot.within->items, spot.index), item);
  }
}

/// With another value of the same map or list; keys stay.
void exchange(const Spot& spot, std::mt19937_64& random) {
  const Spot other = {spot.within,
                      random() % (spot.within->entries.size() + spot.within->items.size())};
  std::swap(spot.value(), other.value());
}

void rename(const Spot& spot, const Spot& like) {
  if (spot.is_entry() && like.is_entry())
    spot.within->entries[spot.index].key = like.within->entries[like.index].key;
}

/// The first word of "15 min" becomes an extreme number, its unit stays.
void make_extreme(Node& node, std::mt19937_64& random) {
  static constexpr std::array<std::string_view, 25> numbers = {
      "0",     "-0",         "1",          "-1",         "2",
      "0.5",   "1e-9",       "1e-3",       "1e3",        "1e9",
      "1e18",  "1e308",      "-1e308",     "5e-324",     "1e999",
      "0.999", "2147483647", "2147483648", "4294967296", "18446744073709551616",
      "nan",   "inf",        "1e4",        "0.1",        "007"};
  if (node.type != Node::Type::scalar)
    node = models::plain_node("");
  const auto unit = node.text.find_first_of(" T");
  node.text.replace(0, unit, any_of(numbers, random));
}

void make_other_type(Node& node, std::mt19937_64& random) {
  static constexpr std::array<std::string_view, 10> words = {
      "all", "true", "yes", "24:00", "2026-02-30T25:00", "a b", "", "$target", "x@y", "0 s"};
  switch (random() % 5) {
    case 0:
      node = models::list_node({node});
      break;
    case 1:
      node = models::map_node({{"value", node}});
      break;
    case 2:
      node = Node();
      break;
    case 3:
      node = models::text_node(std::string(any_of(words, random)));
      break;
    default:
      node = random() % 2 == 0 ? models::list_node({}) : models::map_node();
  }
}

void mutate(Node& root, std::mt19937_64& random) {
  std::vector<Spot> spots;
  add_spots(root, spots);
  if (spots.empty())
    return;
  const Spot spot = any_of(spots, random), other = any_of(spots, random);
  switch (random() % 8) {
    case 0:
      return take_away(spot);
    case 1:
      return put_twice(spot);
    case 2:
      return exchange(spot, random);
    case 3:
      return rename(spot, other);
    case 4:
      spot.value() = Node(other.value());
      return;
    case 5:
      return make_other_type(spot.value(), random);
    default:
      return make_extreme(spot.value(), random);
  }
}

}  // namespace

std::optional<std::string> mutated_yaml(const std::string& text, std::mt19937_64& random) {
  models::Problems problems;
  auto root = models::parse_yaml(text, "mutant", problems);
  if (!root || !problems.empty() || root->type != Node::Type::map)
    return std::nullopt;
  for (auto times = 1 + random() % 3; times > 0; --times)
    mutate(*root, random);
  return models::to_yaml_block(*root, static_cast<int>(random() % 5));
}

}  // namespace fuzz
