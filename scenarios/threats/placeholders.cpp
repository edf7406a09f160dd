#include "scenarios/threats/placeholders.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace scenarios {

using models::Node;

namespace {

constexpr const char *centre_word = "target", *component_word = "component";

Node scalar(const Node& like, std::string text) {
  Node out = like;
  out.text = std::move(text);
  return out;
}

const std::vector<std::string>* list_of(const std::string& text, const Target& target) {
  if (text == "$target")
    return &target.centres;
  if (text == "$components")
    return &target.components;
  return text == "$regions" ? &target.regions : nullptr;
}

/// The words after each `$` in a text.
std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> out;
  for (auto at = text.find('$'); at != std::string::npos; at = text.find('$', at + 1)) {
    auto end = at + 1;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_'))
      ++end;
    out.push_back(text.substr(at + 1, end - at - 1));
  }
  return out;
}

bool has_word(const std::string& text, const std::string& word) {
  const auto words = words_in(text);
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string replaced(std::string text, const std::string& word, const std::string& by) {
  const auto at = text.find("$" + word);
  return at == std::string::npos ? text : text.replace(at, word.size() + 1, by);
}

/// Fills in; inside a list an item may become several.
class Filler {
public:
  Filler(const Binding& binding, models::Problems& problems)
      : binding_(binding), problems_(problems) {}

  Node fill(const Node& node) const {
    Node out = node;
    if (node.type == Node::Type::scalar)
      return fill_scalar(node);
    out.items.clear();
    for (const Node& item : node.items)
      add_item(out.items, item);
    for (Node::Entry& entry : out.entries)
      entry.value = fill(entry.value);
    return out;
  }

private:
  Node fill_scalar(const Node& node) const {
    if (const auto* names = list_of(node.text, binding_.target)) {
      Node out = node;
      out.type = Node::Type::sequence;
      out.text.clear();
      add_all(out.items, node, *names);
      return out;
    }
    std::string text = node.text;
    for (const std::string& word : words_in(node.text)) {
      const auto known = binding_.words.find(word);
      if (known == binding_.words.end())
        problems_.add(node.mark, fmt::format("${} is not known here: it must be $target, $regions, "
                                             "$components, $component, $duration, $detection or "
                                             "one of draws",
                                             word));
      else
        text = replaced(text, word, known->second);
    }
    return scalar(node, text);
  }

  void add_item(std::vector<Node>& items, const Node& item) const {
    const bool plain = item.type == Node::Type::scalar;
    if (plain && list_of(item.text, binding_.target))
      add_all(items, item, *list_of(item.text, binding_.target));
    else if (plain && has_word(item.text, centre_word))
      for (const std::string& centre : checked(item, binding_.target.centres))
        items.push_back(scalar(item, replaced(item.text, centre_word, centre)));
    else
      items.push_back(fill(item));
  }

  void add_all(std::vector<Node>& items, const Node& like,
               const std::vector<std::string>& names) const {
    for (const std::string& name : checked(like, names))
      items.push_back(scalar(like, name));
  }

  const std::vector<std::string>& checked(const Node& node,
                                          const std::vector<std::string>& names) const {
    if (names.empty())
      problems_.add(node.mark, fmt::format("{} hits nothing: the target has none", node.text));
    return names;
  }

  const Binding& binding_;
  models::Problems& problems_;
};

/// Somewhere in the effect there is one of these words.
bool uses_any(const Node& node,
              const std::map<std::string, std::map<std::string, std::string>>& words) {
  const auto found = words_in(node.text);
  return std::any_of(found.begin(), found.end(),
                     [&](const std::string& word) { return words.contains(word); }) ||
         std::any_of(node.items.begin(), node.items.end(),
                     [&](const Node& item) { return uses_any(item, words); }) ||
         std::any_of(node.entries.begin(), node.entries.end(),
                     [&](const Node::Entry& entry) { return uses_any(entry.value, words); });
}

/// A text outside a list in which the word must mean one thing.
bool needs_one(const Node& node, const std::string& word) {
  const bool whole = word == centre_word && node.text == "$target";
  if (node.type == Node::Type::scalar)
    return !whole && has_word(node.text, word);
  return std::any_of(node.entries.begin(), node.entries.end(),
                     [&](const Node::Entry& entry) { return needs_one(entry.value, word); });
}

}  // namespace

std::vector<Node> fill_in(const Node& effect, const Binding& binding, models::Problems& problems) {
  const bool by_centre = needs_one(effect, centre_word) || uses_any(effect, binding.words_at);
  const char* word = by_centre                           ? centre_word
                     : needs_one(effect, component_word) ? component_word
                                                         : nullptr;
  if (word == nullptr)
    return {Filler(binding, problems).fill(effect)};
  const auto& names = word == centre_word ? binding.target.centres : binding.target.components;
  if (names.empty())
    problems.add(effect.mark, fmt::format("${} hits nothing: the target has none", word));
  std::vector<Node> out;
  for (const std::string& name : names) {
    Binding one = binding;
    one.words[word] = name;
    if (word == centre_word) {
      one.target.centres = {name};
      for (const auto& [drawn, values] : binding.words_at)
        one.words[drawn] = values.at(name);
    }
    out.push_back(Filler(one, problems).fill(effect));
  }
  return out;
}

}  // namespace scenarios
