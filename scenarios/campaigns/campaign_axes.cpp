#include "scenarios/campaigns/campaign_axes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "models/text/file_reader.hpp"
#include "models/text/read_values.hpp"
#include "models/world/read_world.hpp"
#include "models/world/world_tree.hpp"

namespace scenarios {

using models::Fields;
using models::Node;
using models::Place;

namespace fs = std::filesystem;

namespace {

std::vector<Word> words_under(Fields& fields, const char* key, const char* otherwise) {
  const auto at = fields.find(key);
  return at ? scenarios::read_words(*at) : std::vector<Word>{{otherwise, fields.place().mark()}};
}

/// Lengths of an outage that can be laid beside each other: times, no distributions.
std::vector<Word> read_durations(Fields& fields) {
  const auto at = fields.find("durations");
  if (!at)
    return {{"", fields.place().mark()}};
  std::vector<Word> out = scenarios::read_words(*at);
  for (const Word& word : out) {
    Node node;
    node.type = Node::Type::scalar;
    node.text = word.text;
    const models::Quantity time = models::read_quantity(node, models::time_dimension);
    if (!time.error.empty() || time.value <= 0)
      at->fail_at(word.mark, fmt::format("must be times such as \"4 h\", found {}", word.text));
  }
  return out;
}

/// Files of scenarios; `default` is a day without one.
std::vector<Word> read_backgrounds(Fields& sections, const fs::path& base) {
  const auto at = sections.find("backgrounds");
  if (!at)
    return {{"", sections.place().mark()}};
  std::vector<Word> out = scenarios::read_words(*at);
  for (Word& word : out) {
    const fs::path file = (base / word.text).lexically_normal();
    if (word.text != "default" && !models::is_regular(file))
      at->fail_at(word.mark, fmt::format("must be default or the file of a scenario, and there is "
                                         "no {}",
                                         file.string()));
    word.text = word.text == "default" ? "" : file.string();
  }
  return out;
}

/// Parameters of the world by address, read when a range is first asked for.
class DeclaredRanges {
public:
  DeclaredRanges(fs::path world, models::Problems& problems)
      : world_(std::move(world)), problems_(problems) {}

  /// Both ends of the range that the model declares for the address, as written.
  std::vector<std::string> ends(const Place& at, const std::string& address) {
    if (!read())
      return {};
    const auto found =
        std::find_if(parameters_->begin(), parameters_->end(),
                     [&](const models::Parameter& known) { return known.address == address; });
    if (found == parameters_->end()) {
      at.fail("must be the address of a parameter of " + world_.string() +
              models::did_you_mean(address, addresses()));
      return {};
    }
    models::Problems none;
    const auto range = models::parse_yaml(found->range, "range", none);
    if (range && range->items.size() == 2)
      return {range->items[0].text, range->items[1].text};
    at.fail("has no declared range in " + world_.string() + ": give a list of values");
    return {};
  }

private:
  bool read() {
    if (parameters_ || !models::is_there(world_))
      return parameters_.has_value();
    try {
      parameters_ = models::read_world(world_).parameters;
    } catch (const models::InvalidInput& invalid) {
      for (const models::Problem& problem : invalid.problems())
        problems_.add(problem.mark, problem.message);
      parameters_.emplace();
    }
    return true;
  }

  std::vector<std::string> addresses() const {
    std::vector<std::string> out;
    for (const models::Parameter& parameter : *parameters_)
      if (!parameter.range.empty())
        out.push_back(parameter.address);
    return out;
  }

  fs::path world_;
  models::Problems& problems_;
  std::optional<std::vector<models::Parameter>> parameters_;
};

/// `vary: {takeover.decide: ["2 min", "10 min"], callers.redial.probability: declared}`.
std::vector<Word> read_variations(Fields& sections, const fs::path& world) {
  const auto at = sections.find("vary");
  if (!at)
    return {};
  at->may_have_entries();
  if (at->node().type != Node::Type::map || at->node().entries.empty()) {
    at->fail(fmt::format("must be a map of addresses, found {}", describe(at->node())));
    return {};
  }
  DeclaredRanges declared(world, at->reading().problems);
  std::vector<Word> out;
  for (const Node::Entry& entry : at->node().entries) {
    const Place values = at->child(entry.value, entry.key);
    const auto add = [&](const std::string& value, const models::Mark& mark) {
      out.push_back({entry.key + "=" + value, mark});
    };
    if (entry.value.type == Node::Type::sequence)
      for (const Node& item : entry.value.items)
        add(item.type == Node::Type::scalar ? item.text : models::to_yaml(item), item.mark);
    else if (entry.value.text == "declared")
      for (const std::string& end : declared.ends(values, entry.key))
        add(end, entry.mark);
    else
      values.fail(
          fmt::format("must be a list of values, or declared for both ends of the range of "
                      "the model, found {}",
                      describe(entry.value)));
  }
  return out;
}

}  // namespace

std::vector<Word> read_words(const Place& place) {
  std::vector<Word> out;
  if (place.node().type == Node::Type::scalar)
    return {{models::read_text(place), place.mark()}};
  for (const Place& item : items(place))
    out.push_back({models::read_text(item), item.mark()});
  if (out.empty())
    place.fail("must name at least one");
  return out;
}

CampaignAxes read_axes(Fields& sections, const fs::path& base, const fs::path& world) {
  return {words_under(sections, "packages", "current"), words_under(sections, "plans", "default"),
          read_durations(sections), read_backgrounds(sections, base),
          read_variations(sections, world)};
}

CampaignRows::CampaignRows(const Place& place, CampaignAxes axes)
    : place_(place), axes_(std::move(axes)) {}

void CampaignRows::add(const PlannedRow& row) {
  PlannedRow one = row;
  for (const Word& package : axes_.packages)
    for (const Word& plan : axes_.plans) {
      one.package = package.text;
      one.plan = plan.text == "default" ? "" : plan.text;
      if (one.threat.empty())
        add_varied(one);
      else
        add_threat(one);
    }
}

void CampaignRows::add_threat(const PlannedRow& row) {
  PlannedRow one = row;
  for (const Word& background : axes_.backgrounds)
    for (const Word& duration : axes_.durations) {
      one.background = background.text;
      one.duration = duration.text;
      one.mark = !duration.text.empty()     ? duration.mark
                 : !background.text.empty() ? background.mark
                                            : row.mark;
      add_varied(one);
    }
}

void CampaignRows::add_varied(const PlannedRow& row) {
  add_once(row);
  PlannedRow varied = row;
  for (const Word& setting : axes_.variations) {
    varied.varied = setting.text;
    varied.mark = setting.mark;
    add_once(varied);
  }
}

void CampaignRows::add_once(const PlannedRow& row) {
  if (!ids_.insert(row.id()).second)
    place_.fail_at(row.mark, fmt::format("gives the row {} a second time", row.id()));
  rows_.push_back(row);
}

}  // namespace scenarios
