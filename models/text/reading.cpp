#include "models/text/reading.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/text/read_values.hpp"
#include "models/text/shape.hpp"

namespace models {

Place::Place(const Node& node, std::string address, Reading& reading)
    : node_(&node),
      address_(std::move(address)),
      reading_(&reading),
      range_(&node.range),
      shape_(reading.shapes != nullptr ? reading.shapes->at(address_) : nullptr) {}

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
  below.shape_ = shape_ != nullptr ? shape_->below(step) : nullptr;
  return below;
}

Place Place::without_range() const {
  static const std::vector<Node> none;
  Place same = *this;
  same.range_ = &none;
  return same;
}

Place Place::as(const char* definition) const {
  Place same = *this;
  if (shape_ == nullptr)
    return same;
  shape_->note_definition(definition);
  same.shape_ = &reading_->shapes->definitions[definition];
  return same;
}

void Place::may_be(const TextForm& form) const {
  if (shape_ != nullptr)
    shape_->note(form);
}

void Place::may_be(const Dimension& dimension, const Limits& limits) const {
  if (shape_ != nullptr)
    shape_->note(Shape::Number{&dimension, limits.lowest, limits.highest, limits.above});
}

void Place::may_be_text() const {
  if (shape_ != nullptr)
    shape_->text = true;
}

void Place::may_be_word(const char* word) const {
  if (shape_ != nullptr)
    shape_->note_words({word});
}

void Place::may_be_null() const {
  if (shape_ != nullptr)
    shape_->null = true;
}

void Place::may_have(std::string_view key) const {
  if (shape_ == nullptr)
    return;
  shape_->map = true;
  shape_->key(key);
}

void Place::may_have_entries() const {
  if (shape_ != nullptr)
    shape_->any_entry();
}

void Place::has_one_key() const {
  if (shape_ != nullptr)
    shape_->one_key = true;
}

std::vector<Place> items(const Place& place) {
  if (place.shape() != nullptr)
    place.shape()->any_item();
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
  place.may_have_entries();
  if (place.shape() != nullptr)
    place.shape()->ids = true;
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
  if (place.shape() != nullptr)
    place.shape()->map = true;
  if (!is_map())
    place_.fail(fmt::format("must be a map, found {}", describe(place_.node())));
}

Fields::~Fields() {
  if (place_.shape() != nullptr && is_map())
    place_.shape()->note_required(std::move(required_));
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
  place_.may_have(key);
  if (!is_map())
    return {};
  if (const Node* node = place_.node().find(key))
    return place_.child(*node, std::string(key));
  return {};
}

std::optional<Place> Fields::require(std::string_view key) {
  auto at = find(key);
  if (place_.shape() != nullptr && key != any_name)
    required_.emplace_back(key);
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
