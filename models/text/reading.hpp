#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "models/text/problems.hpp"
#include "models/text/yaml_document.hpp"
#include "models/world/parameter.hpp"

namespace models {

struct Dimension;
struct Limits;
struct Shape;
struct Shapes;
struct TextForm;

/// What is collected while reading.
struct Reading {
  Problems problems;
  std::vector<Warning> warnings;
  std::vector<Parameter> parameters;
  /// A file could not be parsed: what is missing may have stood there, so do not complain of it.
  bool incomplete = false;
  /// Readers note here what they ask for; null: nobody wants to know.
  Shapes* shapes = nullptr;
};

/// A node and its address. Cheap; lives only while the tree does.
class Place {
public:
  Place(const Node& node, std::string address, Reading& reading);

  const Node& node() const { return *node_; }
  const Mark& mark() const { return node_->mark; }
  const std::string& address() const { return address_; }
  Reading& reading() const { return *reading_; }
  /// The declared range that holds here: the node's own or the nearest above; may be empty.
  const std::vector<Node>& range() const { return *range_; }

  /// The last step of the address, for messages: `desks`; of a list item `steps 3`.
  std::string name() const;
  /// Adds the problem `NAME MESSAGE` at the node.
  void fail(const std::string& message) const;
  /// Adds a problem at another place of the same thing.
  void fail_at(const Mark& mark, const std::string& message) const;

  Place child(const Node& node, const std::string& step) const;
  /// The same place with a declared range that holds no longer: it was about the whole.
  Place without_range() const;

  /// What is noted of this place; null: nobody wants to know. A reader that looks at the node
  /// itself, and not through the functions below and those of read_values.hpp, says what it takes.
  Shape* shape() const { return shape_; }
  /// The same place, read as all others of that name are: as a distribution.
  Place as(const char* definition) const;
  void may_be(const TextForm& form) const;
  void may_be(const Dimension& dimension, const Limits& limits) const;
  void may_be_text() const;
  void may_be_null() const;
  void may_be_word(const char* word) const;
  void may_have(std::string_view key) const;
  /// A map whose keys are names that people choose.
  void may_have_entries() const;
  /// A map with one key and no other.
  void has_one_key() const;

private:
  const Node* node_;
  std::string address_;
  Reading* reading_;
  const std::vector<Node>* range_;
  Shape* shape_;
};

/// The items of a list; a problem when it is none.
std::vector<Place> items(const Place& place);

/// The entries of a map from ids to something, in order; problems for keys that are no ids.
struct Named {
  std::string id;
  Mark mark;  ///< of the id
  Place place;
};
std::vector<Named> named(const Place& place);

/// A map with known keys. Its readers are functions from Place to a value; when it goes out of
/// scope, every key that nobody asked for is a problem.
class Fields {
public:
  explicit Fields(const Place& place);
  ~Fields();
  Fields(const Fields&) = delete;
  Fields& operator=(const Fields&) = delete;

  const Place& place() const { return place_; }
  bool is_map() const { return place_.node().type == Node::Type::map; }
  std::optional<Place> find(std::string_view key);
  /// A missing key is a problem.
  std::optional<Place> require(std::string_view key);

  template <class Read>
  auto required(std::string_view key, Read read) -> std::invoke_result_t<Read, const Place&> {
    if (const auto at = require(key))
      return read(*at);
    return {};
  }
  template <class Read>
  auto optional(std::string_view key, Read read)
      -> std::optional<std::invoke_result_t<Read, const Place&>> {
    if (const auto at = find(key))
      return read(*at);
    return {};
  }
  template <class Read>
  auto get(std::string_view key, Read read, std::invoke_result_t<Read, const Place&> otherwise)
      -> std::invoke_result_t<Read, const Place&> {
    if (const auto at = find(key))
      return read(*at);
    return otherwise;
  }

private:
  Place place_;
  std::vector<std::string> asked_, required_;
};

/// `, did you mean X?`, or nothing when no candidate is near.
std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates);

/// `[a-z][a-z0-9_]*`.
bool is_id(std::string_view text);

}  // namespace models
