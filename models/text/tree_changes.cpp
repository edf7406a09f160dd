#include "models/text/tree_changes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "models/text/annotations.hpp"
#include "models/text/read_values.hpp"

namespace models {

namespace {

/// Beside those of distributions.
constexpr std::array<std::string_view, 8> choice_words = {
    "all", "any", "at_least", "of", "steps", "by_kind", "disciplines", "by_discipline"};

bool is_choice_word(const std::string& word) {
  static const std::vector<std::string> distributions = distribution_words();
  return std::ranges::count(choice_words, word) + std::ranges::count(distributions, word) > 0;
}

/// A map with nothing but words of a closed choice.
bool is_choice(const Node& node) {
  return !node.entries.empty() &&
         std::all_of(node.entries.begin(), node.entries.end(),
                     [](const Node::Entry& entry) { return is_choice_word(entry.key); });
}

bool share_a_key(const Node& a, const Node& b) {
  return std::any_of(a.entries.begin(), a.entries.end(),
                     [&](const Node::Entry& entry) { return b.find(entry.key) != nullptr; });
}

bool replaces(const Node& overlay, const Node& base) {
  if (overlay.type != Node::Type::map || base.type != Node::Type::map)
    return true;
  return (is_choice(overlay) || is_choice(base)) && !share_a_key(overlay, base);
}

}  // namespace

void lay_over(Node& base, Node overlay) {
  if (replaces(overlay, base)) {
    base = std::move(overlay);
    return;
  }
  for (Node::Entry& entry : overlay.entries) {
    if (Node* below = base.find(entry.key))
      lay_over(*below, std::move(entry.value));
    else
      base.entries.push_back(std::move(entry));
  }
}

namespace {

std::vector<std::string> split(const std::string& address) {
  std::vector<std::string> steps;
  std::size_t begin = 0;
  for (std::size_t dot = 0; dot != std::string::npos; begin = dot + 1) {
    dot = address.find('.', begin);
    steps.push_back(address.substr(begin, dot - begin));
  }
  return steps;
}

/// What the item of a list says that it is called; empty when nothing.
std::string id_of(const Node& item) {
  const Node* const id = item.find("id");
  return id != nullptr && id->type == Node::Type::scalar ? id->text : "";
}

/// The item of a sequence that has this `id`, or that the step counts from 1; or nothing.
const Node* item(const Node& sequence, const std::string& step) {
  for (const Node& each : sequence.items)
    if (!step.empty() && id_of(each) == step)
      return &each;
  std::size_t number = 0;
  const char* end = step.data() + step.size();
  const auto [stop, error] = std::from_chars(step.data(), end, number);
  const bool whole = error == std::errc{} && stop == end;
  return whole && number >= 1 && number <= sequence.items.size() ? &sequence.items[number - 1]
                                                                 : nullptr;
}

Node* child(Node& node, const std::string& step) {
  return const_cast<Node*>(child_of(node, step));
}

std::vector<std::string> children(const Node& node) {
  std::vector<std::string> names;
  for (const Node::Entry& entry : node.entries)
    names.push_back(entry.key);
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const std::string id = id_of(node.items[i]);
    names.push_back(id.empty() ? std::to_string(i + 1) : id);
  }
  return names;
}

/// Gives every node of a setting's value the place where the user wrote the setting.
void stamp(Node& node, const Setting& setting) {
  node.mark = setting.mark;
  node.from_setting = true;
  if (node.origin.kind.empty())
    node.origin.kind = setting.kind.empty() ? "assumed" : setting.kind;
  if (node.origin.source.empty())
    node.origin.source = fmt::format("set in {}", setting.mark.file);
  for (Node& each : node.items)
    stamp(each, setting);
  for (Node::Entry& entry : node.entries) {
    entry.mark = setting.mark;
    stamp(entry.value, setting);
  }
}

std::optional<Node> value_of(const Setting& setting, Problems& problems) {
  Problems inside;
  auto node = parse_yaml(setting.value, setting.mark.file, inside);
  if (node && inside.empty())
    resolve_annotations(*node, inside);
  if (!node || !inside.empty()) {
    problems.add(setting.mark, fmt::format("the value of {} cannot be read: {}", setting.address,
                                           inside.all().front().message));
    return {};
  }
  stamp(*node, setting);
  return node;
}

void refuse(const Setting& setting, const std::string& parent, const std::string& step,
            const Node& where, Problems& problems) {
  const std::string near = nearest(step, children(where));
  const std::string prefix = parent.empty() ? "" : parent + ".";
  problems.add(setting.mark,
               fmt::format("unknown address {}: there is no {}{}{}", setting.address, prefix, step,
                           near.empty() ? "" : ", did you mean " + prefix + near + "?"));
}

/// The address without `.value`, which may stand after any annotated node.
std::vector<std::string> steps_of(const Setting& setting) {
  auto steps = split(setting.address);
  std::erase(steps, "value");
  return steps;
}

void apply(Node& root, const Setting& setting, Problems& problems) {
  auto value = value_of(setting, problems);
  const auto steps = steps_of(setting);
  Node* node = &root;
  std::string parent;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    Node* next = child(*node, steps[i]);
    const bool may_add = value && i + 1 == steps.size() && i > 0 && node->type == Node::Type::map;
    if (!next && may_add) {
      node->entries.push_back({steps[i], setting.mark, {}});
      next = &node->entries.back().value;
    }
    if (!next)
      return refuse(setting, parent, steps[i], *node, problems);
    parent += (parent.empty() ? "" : ".") + steps[i];
    node = next;
  }
  if (node == &root)
    return problems.add(setting.mark, "the address of a setting is empty");
  if (value)
    *node = std::move(*value);  // its range with it: what was decided is no longer uncertain
}

}  // namespace

const Node* child_of(const Node& node, const std::string& step) {
  return node.type == Node::Type::sequence ? item(node, step) : node.find(step);
}

void apply_settings(Node& root, const std::vector<Setting>& settings, Problems& problems) {
  for (const Setting& setting : settings)
    apply(root, setting, problems);
}

}  // namespace models
