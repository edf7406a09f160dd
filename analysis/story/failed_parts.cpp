#include "analysis/story/failed_parts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "analysis/story/needs_expression.hpp"

namespace analysis {
namespace {

using results::ComponentInterval;
using results::Dimensions;

/// "acd@rotterdam" is "acd" at "rotterdam".
std::string_view base_of(std::string_view id) {
  return id.substr(0, id.rfind('@'));
}
std::string_view centre_of(std::string_view id) {
  const auto at = id.rfind('@');
  return at == std::string_view::npos ? std::string_view{} : id.substr(at + 1);
}

class Collector {
public:
  Collector(const Dimensions& dimensions, const std::vector<ComponentInterval>& outages)
      : dimensions_(dimensions), outages_(outages) {}

  FailedParts collect() {
    for (const ComponentInterval& outage : outages_)
      add_component(outage);
    for (std::size_t function = 0; function < dimensions_.functions.size(); ++function)
      if (const auto from_s = lost_from_s(function))
        add_function(function, *from_s);
    for (const auto& [id, place] : component_at_)
      link(dimensions_.component_needs[row_of(id)], place);
    for (const auto& [function, place] : functions_)
      link(dimensions_.function_needs[function], place);
    out_.links.assign(links_.begin(), links_.end());
    return std::move(out_);
  }

private:
  /// "Switch (Meldkamer Rotterdam)" is a "Switch" there.
  std::string name_of(std::uint32_t component) const {
    const std::string& name = dimensions_.component_names[component];
    for (const std::string& centre : dimensions_.centre_names)
      if (const std::string there = " (" + centre + ")"; name.ends_with(there))
        return name.substr(0, name.size() - there.size());
    return name;
  }

  void add_component(const ComponentInterval& outage) {
    const std::string& id = dimensions_.components[outage.component];
    if (component_at_.contains(id))
      return;
    const std::size_t place = place_of("component " + std::string(base_of(id)), outage.from_s,
                                       {name_of(outage.component),
                                        dimensions_.component_voorzieningen[outage.component],
                                        false,
                                        {},
                                        outage.from_s});
    component_at_[id] = place;
    add_centre(place, id);
  }

  void add_function(std::size_t function, double from_s) {
    const std::string& id = dimensions_.functions[function];
    const std::size_t place =
        place_of("function " + std::string(base_of(id)), from_s,
                 {dimensions_.function_names[function], "", true, {}, from_s});
    functions_.emplace_back(function, place);
    add_centre(place, id);
  }

  std::size_t place_of(const std::string& key, double from_s, FailedPart part) {
    const auto [found, is_new] = places_.try_emplace(key, out_.parts.size());
    if (is_new)
      out_.parts.push_back(std::move(part));
    double& first_s = out_.parts[found->second].from_s;
    first_s = std::min(first_s, from_s);
    return found->second;
  }

  void add_centre(std::size_t place, std::string_view id) {
    const auto centre = std::ranges::find(dimensions_.centres, centre_of(id));
    if (centre != dimensions_.centres.end())
      out_.parts[place].centres.push_back(
          dimensions_.centre_names[static_cast<std::size_t>(centre - dimensions_.centres.begin())]);
  }

  bool works_at(std::string_view component, double time_s) const {
    return std::ranges::none_of(outages_, [&](const ComponentInterval& outage) {
      return dimensions_.components[outage.component] == component && outage.from_s <= time_s &&
             time_s < outage.to_s;
    });
  }

  /// The first moment at which something stopped and what the function needs was not met.
  std::optional<double> lost_from_s(std::size_t function) const {
    std::optional<double> first_s;
    for (const ComponentInterval& outage : outages_) {
      const bool works = met(dimensions_.function_needs[function], [&](std::string_view component) {
        return works_at(component, outage.from_s);
      });
      if (!works && outage.from_s < first_s.value_or(outage.to_s))
        first_s = outage.from_s;
    }
    return first_s;
  }

  std::size_t row_of(const std::string& component) const {
    return static_cast<std::size_t>(std::ranges::find(dimensions_.components, component) -
                                    dimensions_.components.begin());
  }

  void link(std::string_view needs, std::size_t to) {
    for (const std::string_view component : named_in(needs))
      if (const auto from = component_at_.find(component); from != component_at_.end())
        links_.insert({from->second, to});
  }

  const Dimensions& dimensions_;
  const std::vector<ComponentInterval>& outages_;
  FailedParts out_;
  std::map<std::string, std::size_t> places_;                     ///< of parts
  std::map<std::string, std::size_t, std::less<>> component_at_;  ///< of failed ones
  std::vector<std::pair<std::size_t, std::size_t>> functions_;    ///< lost ones, their part
  std::set<std::pair<std::size_t, std::size_t>> links_;
};

}  // namespace

FailedParts failed_parts(const Dimensions& dimensions,
                         const std::vector<ComponentInterval>& outages) {
  if (dimensions.component_needs.empty())
    return {};
  return Collector(dimensions, outages).collect();
}

}  // namespace analysis
