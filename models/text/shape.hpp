#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/text/yaml_document.hpp"

namespace models {

struct Dimension;
struct Reading;

/// How a text is written that is no number, no word of a table and no name.
struct TextForm {
  std::string_view what;     ///< "a time of day such as \"07:00\""
  std::string_view example;  ///< that the reader takes
  std::string_view pattern;  ///< regular expression (ECMA 262) of the whole text; "": any
};

/// What readers ask of a place in a file, or of all places that are read alike, noted by the
/// readers themselves while they read. From it follow the schema of a file, the choices in a
/// skeleton and what `explain` says of a key, so that nothing of a format is said twice.
struct Shape {
  struct Number {
    const Dimension* dimension;
    double lowest, highest;  ///< in SI units
    bool above;              ///< must be more than the lowest
  };
  struct Key {
    std::string name;
    std::unique_ptr<Shape> shape;
  };

  std::vector<Number> numbers;  ///< one for each dimension
  std::vector<std::string> words;
  std::vector<TextForm> forms;
  std::vector<std::string> names_of;    ///< "meldkamer": it names one
  std::vector<std::string> defined_as;  ///< read as these definitions of `Shapes`
  bool text = false, boolean = false, null = false, list = false, map = false;
  bool one_key = false;  ///< of the map: one of its keys and no other
  bool ids = false;      ///< names of the entries are ids
  std::vector<Key> keys;
  /// Sets of keys, one of which a map must have, as far as was seen; the least of them.
  std::vector<std::vector<std::string>> required;
  std::unique_ptr<Shape> entry;  ///< of a map whose keys are names that people choose
  std::unique_ptr<Shape> item;
  std::size_t samples = 0, maps = 0, lists = 0, scalars = 0;  ///< that were made to be read

  bool asked() const;
  Shape& key(std::string_view name);
  Shape& any_entry();
  Shape& any_item();
  /// What was noted of a step of an address; null: nothing.
  Shape* below(std::string_view step);
  const Shape* below(std::string_view step) const;

  void note(const Number& number);
  void note_words(const std::vector<std::string>& more);
  void note(const TextForm& form);
  void note_names(const std::string& what);
  void note_definition(const std::string& name);
  void note_required(std::vector<std::string> keys_required);
};

/// Of a kind of file.
struct Shapes {
  Shape root;
  std::map<std::string, Shape, std::less<>> definitions;

  /// At an address of a sample; null: nothing was noted there.
  Shape* at(std::string_view address);
};

/// The name of everything in a sample, so that names that one place gives are known at another.
inline constexpr std::string_view any_name = "any_name";

/// Gives `read` samples until it asks nothing new of them, and notes what it asks. What it finds
/// wrong with them is of no interest.
void note_shapes(Shapes& shapes, const std::function<void(const Node&, Reading&)>& read);

}  // namespace models
