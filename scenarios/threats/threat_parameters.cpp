#include "scenarios/threats/threat_parameters.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace scenarios {
namespace {

using models::Mark;
using models::Node;
using models::Parameter;

/// A value as it is written, and where.
struct Written {
  std::string address, text;
};

using Places = std::multimap<Mark, Written>;

/// Items of lists count from 1, or are called by the `id` that they have.
void collect(const Node& node, const std::string& address, Places& out) {
  if (node.type == Node::Type::scalar)
    out.insert({node.mark, {address, node.text}});
  for (const Node::Entry& entry : node.entries)
    collect(entry.value, address + "." + entry.key, out);
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Node* const id = node.items[i].find("id");
    const std::string step = id != nullptr ? id->text : std::to_string(i + 1);
    collect(node.items[i], address + "." + step, out);
  }
}

}  // namespace

void keep_threat_parameters(std::vector<Parameter>& own, const Node& root,
                            models::Reading& reading) {
  Places places;
  if (const Node* const threats = root.find("threats"))
    collect(*threats, "threats", places);
  for (const Parameter& read : std::exchange(reading.parameters, {})) {
    const auto [begin, end] = places.equal_range(read.mark);
    for (auto at = begin; at != end; ++at) {
      const auto& [address, text] = at->second;
      if (text != read.value || std::ranges::find(own, address, &Parameter::address) != own.end())
        continue;
      own.push_back(read);
      own.back().address = address;
    }
  }
}

}  // namespace scenarios
