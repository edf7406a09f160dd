#include "models/text/reading.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace models {

Place::Place(const Node& node, std::string address, Reading& reading)
    : node_(&node), address_(std::move(address)), reading_(&reading), range_(&node.range) {}

std::string Place::name() const {
  if (node_->from_setting || address_.empty())
    return address_.empty() ? "the file" : address_;
  const auto dot = address_.rfind('.');
  if (dot == std::string::npos)
    return address_;
  const std::string last = address_.substr(dot + 1);
  if (last.empty() || last[0] < '0' || last[0] > '9')
    return last;
  const auto before = dot == 0 ? std::string::npos : address_.rfind('.', dot - 1);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  return fmt::format("{} {}", address_.substr(begin, dot - begin), last);
}

void Place::fail(const std::string& message) const {
  fail_at(mark(), message);
}

void Place::fail_at(const Mark& mark, const std::string& message) const {
  reading_->problems.add(mark, name() + " " + message);
}

Place Place::child(const Node& node, const std::string& step) const {
  Place below(node, address_.empty() ? step : address_ + "." + step, *reading_);
  if (node.range.empty())
    below.range_ = range_;
  return below;
}

Place Place::without_range() const {
  static const std::vector<Node> none;
  Place same = *this;
  same.range_ = &none;
  return same;
}

std::vector<Place> items(const Place& place) {
  if (place.node().type != Node::Type::sequence) {
    place.fail(fmt::format("must be a list, found {}", describe(place.node())));
    return {};
  }
  std::vector<Place> out;
  for (std::size_t i = 0; i < place.node().items.size(); ++i)
    out.push_back(place.child(place.node().items[i], std::to_string(i + 1)));
  return out;
}

std::vector<Named> named(const Place& place) {
  if (place.node().type != Node::Type::map) {
    place.fail(fmt::format("must be a map of names, found {}", describe(place.node())));
    return {};
  }
  std::vector<Named> out;
  for (const Node::Entry& entry : place.node().entries) {
    if (!is_id(entry.key))
      place.reading().problems.add(
          entry.mark, fmt::format("\"{}\" is not an id: a small letter, then small letters, digits "
                                  "and _",
                                  entry.key));
    out.push_back({entry.key, entry.mark, place.child(entry.value, entry.key)});
  }
  return out;
}

Fields::Fields(const Place& place) : place_(place) {
  if (!is_map())
    place_.fail(fmt::format("must be a map, found {}", describe(place_.node())));
}

Fields::~Fields() {
  for (const Node::Entry& entry : place_.node().entries) {
    if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end())
      continue;
    std::string hint = did_you_mean(entry.key, asked_);
    if (hint.empty() && !asked_.empty())
      hint = fmt::format("; known here: {}", fmt::join(asked_, ", "));
    const std::string where = place_.address().empty() ? "" : " in " + place_.address();
    place_.reading().problems.add(entry.mark,
                                  fmt::format("unknown key {}{}{}", entry.key, where, hint));
  }
}

std::optional<Place> Fields::find(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end())
    asked_.emplace_back(key);
  if (!is_map())
    return {};
  if (const Node* node = place_.node().find(key))
    return place_.child(*node, std::string(key));
  return {};
}

std::optional<Place> Fields::require(std::string_view key) {
  auto at = find(key);
  if (!at && is_map())
    place_.reading().problems.add(place_.mark(),
                                  place_.address().empty()
                                      ? fmt::format("section {} is missing", key)
                                      : fmt::format("{} is missing in {}", key, place_.address()));
  return at;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates) {
  const std::string near = nearest(word, candidates);
  return near.empty() ? "" : ", did you mean " + near + "?";
}

bool is_id(std::string_view text) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && small(text[0]) && std::all_of(text.begin(), text.end(), [&](char c) {
    return small(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace models
