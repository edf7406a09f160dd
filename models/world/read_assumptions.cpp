#include <fmt/format.h>

#include "models/text/annotations.hpp"
#include "models/text/read_values.hpp"
#include "models/text/yaml_document.hpp"
#include "models/world/assumptions.hpp"

namespace models {

namespace {

std::vector<std::string> read_patterns(const Place& place) {
  std::vector<std::string> out;
  for (const Place& item : items(place))
    out.push_back(read_text(item));
  return out;
}

/// `[0.5, 2]`: what it says is no number of the world, so it becomes no parameter.
void read_ends(const Place& place, AssumptionGroup& group) {
  std::vector<double> ends;
  for (const Place& item : items(place)) {
    item.may_be(factor_dimension, {0, 1e9, true});
    const Quantity end = read_quantity(item.node(), factor_dimension);
    if (!end.error.empty())
      return item.fail(end.error);
    ends.push_back(end.value);
  }
  if (ends.size() != 2 || !(ends[0] > 0) || ends[0] > 1 || ends[1] < 1)
    return place.fail(fmt::format("must be [lowest, highest] with 1 between them, found {}",
                                  describe(place.node())));
  group.low = ends[0];
  group.high = ends[1];
}

AssumptionGroup read_group(const Named& entry) {
  Fields fields(entry.place);
  AssumptionGroup out;
  out.id = entry.id;
  out.mark = entry.mark;
  out.name = fields.get("name", read_text, entry.id);
  out.source = entry.place.node().origin.source;
  out.note = entry.place.node().origin.note;
  if (out.note.empty())
    entry.place.fail("needs a note that says why");
  out.of = fields.required("of", read_patterns);
  out.balance = fields.get("balance", read_patterns, {});
  out.covers = fields.get("covers", read_patterns, {});
  const auto factor = fields.find("factor"), power = fields.find("power");
  if (factor && power)
    power->fail("stands beside factor, and only one of them can be");
  if (factor || power)
    read_ends(factor ? *factor : *power, out);
  out.spread = factor ? Spread::factor : power ? Spread::power : Spread::own_ranges;
  return out;
}

}  // namespace

std::vector<AssumptionGroup> assumption_groups(const std::vector<InputFile>& inputs) {
  std::vector<AssumptionGroup> out;
  for (const InputFile& input : inputs) {
    Reading reading;
    auto root = parse_yaml(input.text, input.path, reading.problems);
    const bool has_section = root && root->type == Node::Type::map && root->find("assumptions");
    if (!has_section)
      continue;
    resolve_annotations(*root, reading.problems);
    for (AssumptionGroup& group :
         read_assumptions(Place(*root->find("assumptions"), "assumptions", reading))) {
      std::erase_if(out, [&](const AssumptionGroup& old) { return old.id == group.id; });
      out.push_back(std::move(group));
    }
  }
  return out;
}

std::vector<AssumptionGroup> read_assumptions(const Place& section) {
  std::vector<AssumptionGroup> out;
  for (const Named& entry : named(section))
    out.push_back(read_group(entry));
  return out;
}

}  // namespace models
