#include "analysis/comparisons/changed_numbers.hpp"

#include <algorithm>
#include <filesystem>
#include <regex>

#include "models/text/annotations.hpp"

namespace analysis {
namespace {

using models::Node;
using Addresses = std::map<std::string, Said>;

/// How the settings of a whole campaign are called among its inputs.
constexpr const char* common_settings = "set";

/// Every text of the tree below, in lists by `id` or by number from 1, as settings address it.
void add_all(Addresses& out, const Node& node, const std::string& address) {
  const auto below = [&](const std::string& step) {
    return address.empty() ? step : address + "." + step;
  };
  for (const Node::Entry& entry : node.entries)
    add_all(out, entry.value, below(entry.key));
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Node* const id = node.items[i].find("id");
    add_all(out, node.items[i], below(id != nullptr ? id->text : std::to_string(i + 1)));
  }
  if (node.type == Node::Type::scalar)
    out[address] = {node.text, node.origin.source, node.origin.kind};
}

/// "demand.calls=9000 calls/day, takeover.decide=5 min": a comma and an address begin another.
Addresses settings_of(const std::string& text) {
  static const std::regex begin(R"((?:^|, )([A-Za-z][\w-]*(?:\.[\w@-]+)+)=)");
  Addresses out;
  std::string address;
  std::ptrdiff_t from = 0;
  const auto keep = [&](std::ptrdiff_t until) {
    if (!address.empty())
      out[address] = {
          text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(until - from)), "",
          "assumed"};
  };
  for (std::sregex_iterator found(text.begin(), text.end(), begin), end; found != end; ++found) {
    keep(found->position());
    address = (*found)[1];
    from = found->position() + found->length();
  }
  keep(static_cast<std::ptrdiff_t>(text.size()));
  return out;
}

Addresses addresses_of(const std::string& name, const std::string* text) {
  if (text == nullptr)
    return {};
  if (name == common_settings)
    return settings_of(*text);
  models::Problems problems;
  auto root = models::parse_yaml(*text, name, problems);
  if (!root || !problems.empty())
    return {};
  models::resolve_annotations(*root, problems);
  Addresses out;
  add_all(out, *root, "");
  return out;
}

std::string file_name(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

/// The name under which the other set has this input; empty: it does not.
std::string same_input(const std::string& name, const InputTexts& here, const InputTexts& there) {
  if (there.contains(name))
    return name;
  std::string found;
  for (const auto& [other, text] : there)
    if (file_name(other) == file_name(name) && !here.contains(other)) {
      if (!found.empty())
        return "";
      found = other;
    }
  return found;
}

void add_changes(std::vector<NumberChange>& out, const std::string& input,
                 const std::string* before, const std::string* after) {
  if (before != nullptr && after != nullptr && *before == *after)
    return;
  const Addresses old_ones = addresses_of(input, before), new_ones = addresses_of(input, after);
  const auto said = [](const Addresses& all, const std::string& address) {
    const auto found = all.find(address);
    return found == all.end() ? std::nullopt : std::optional(found->second);
  };
  Addresses both = old_ones;
  both.insert(new_ones.begin(), new_ones.end());
  for (const auto& [address, any] : both) {
    NumberChange change{input, address, said(old_ones, address), said(new_ones, address)};
    if (change.before != change.after)
      out.push_back(std::move(change));
  }
}

}  // namespace

std::vector<NumberChange> changed_numbers(const InputTexts& before, const InputTexts& after) {
  std::vector<NumberChange> out;
  for (const auto& [name, text] : after) {
    const std::string old_name = same_input(name, after, before);
    if (!old_name.empty())
      add_changes(out, name, &before.at(old_name), &text);
    else if (name == common_settings)
      add_changes(out, name, nullptr, &text);
  }
  if (const auto set = before.find(common_settings);
      set != before.end() && !after.contains(common_settings))
    add_changes(out, set->first, &set->second, nullptr);
  return out;
}

}  // namespace analysis
