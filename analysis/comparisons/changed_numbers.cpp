#include "analysis/comparisons/changed_numbers.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

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

Addresses addresses_of(const std::string& name, const std::string& text) {
  if (name == common_settings)
    return settings_of(text);
  models::Problems problems;
  auto root = models::parse_yaml(text, name, problems);
  if (!root || !problems.empty())
    return {};
  models::resolve_annotations(*root, problems);
  Addresses out;
  add_all(out, *root, "");
  return out;
}

/// What the texts say at each address, each thing once.
std::map<std::string, std::set<Said>> all_said(const std::string& name,
                                               const std::set<std::string>& texts) {
  std::map<std::string, std::set<Said>> out;
  for (const std::string& text : texts)
    for (const auto& [address, said] : addresses_of(name, text))
      out[address].insert(said);
  return out;
}

std::optional<Said> joined(const std::set<Said>& all) {
  if (all.empty())
    return std::nullopt;
  const auto each = [&](std::string Said::*part) {
    std::vector<std::string> words;
    for (const Said& said : all)
      if (std::ranges::find(words, said.*part) == words.end())
        words.push_back(said.*part);
    return fmt::format("{}", fmt::join(words, " | "));
  };
  return Said{each(&Said::value), each(&Said::source), each(&Said::kind)};
}

std::string file_name(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

/// By their file names, those names that only `here` has.
std::map<std::string, std::vector<std::string>> only_in(const std::set<std::string>& here,
                                                        const std::set<std::string>& there) {
  std::map<std::string, std::vector<std::string>> out;
  for (const std::string& name : here)
    if (!there.contains(name))
      out[file_name(name)].push_back(name);
  return out;
}

void add_changes(std::vector<NumberChange>& out, const std::string& input,
                 const std::set<std::string>& before, const std::set<std::string>& after) {
  if (before == after)
    return;
  auto old_ones = all_said(input, before), new_ones = all_said(input, after);
  std::set<std::string> addresses;
  for (const auto* all : {&old_ones, &new_ones})
    for (const auto& [address, said] : *all)
      addresses.insert(address);
  for (const std::string& address : addresses)
    if (old_ones[address] != new_ones[address])
      out.push_back({input, address, joined(old_ones[address]), joined(new_ones[address])});
}

std::set<std::string> names_of(const InputTexts& inputs) {
  std::set<std::string> out;
  for (const auto& [name, texts] : inputs)
    out.insert(name);
  return out;
}

}  // namespace

std::map<std::string, std::string> same_inputs(const std::set<std::string>& before,
                                               const std::set<std::string>& after) {
  std::map<std::string, std::string> out;
  for (const std::string& name : before)
    if (after.contains(name))
      out[name] = name;
  const auto moved_to = only_in(after, before);
  for (const auto& [file, names] : only_in(before, after))
    if (const auto found = moved_to.find(file);
        found != moved_to.end() && names.size() == 1 && found->second.size() == 1)
      out[names.front()] = found->second.front();
  return out;
}

std::vector<NumberChange> changed_numbers(const InputTexts& before, const InputTexts& after) {
  auto old_inputs = before, new_inputs = after;
  // A campaign that sets nothing is one whose settings are empty.
  for (InputTexts* inputs : {&old_inputs, &new_inputs})
    (*inputs)[common_settings];
  std::map<std::string, std::string> by_new_name;
  for (const auto& [old_name, name] : same_inputs(names_of(old_inputs), names_of(new_inputs)))
    by_new_name[name] = old_name;
  std::vector<NumberChange> out;
  for (const auto& [name, old_name] : by_new_name)
    add_changes(out, name, old_inputs.at(old_name), new_inputs.at(name));
  return out;
}

}  // namespace analysis
