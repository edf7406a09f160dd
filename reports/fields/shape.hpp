#pragma once

#include <array>
#include <concepts>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/impact/criteria.hpp"
#include "reports/fields/cells.hpp"
#include "reports/fields/json_keys.hpp"
#include "reports/formats/csv_line.hpp"
#include "reports/formats/json_shapes.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// An object whose members are fields of their own: "tail" of "tail.level".
struct Group {};
/// One that may be null: then its members are not there either.
struct GroupIf {
  bool there;
};

/// Numbers by a word, in order.
template <class Word, class T>
using ByWord = std::vector<std::pair<Word, T>>;

/// How values of a type are written: `json`, with the `keys` that stand in it; `csv`, into one
/// column or three, which stay empty without a value; `cell` of a grid; `type`, its name in
/// TypeScript.
template <class T>
struct Shape;

template <>
struct Shape<std::string> {
  static constexpr bool has_column = true;
  static nlohmann::ordered_json json(const std::string& value, Language) { return value; }
  static JsonKeys keys() { return {}; }
  static void csv(CsvLine& line, const std::string& name, const std::string* value) {
    line.text(name, value == nullptr ? "" : *value);
  }
  static Cell cell(const std::string& value, const Cells&) { return value.empty() ? dash : value; }
  static std::string type() { return "string"; }
};

template <>
struct Shape<bool> {
  static constexpr bool has_column = true;
  static nlohmann::ordered_json json(bool value, Language) { return value; }
  static JsonKeys keys() { return {}; }
  static void csv(CsvLine& line, const std::string& name, const bool* value) {
    line.text(name, value == nullptr ? "" : *value ? "yes" : "no");
  }
  static std::string type() { return "boolean"; }
};

template <class T>
concept Number = (std::integral<T> || std::floating_point<T>)&&!std::same_as<T, bool>;

template <Number T>
struct Shape<T> {
  static constexpr bool has_column = true;
  static JsonKeys keys() { return {}; }
  static nlohmann::ordered_json json(T value, Language) {
    if constexpr (std::floating_point<T>)
      return number_or_null(value);
    else
      return value;
  }
  static void csv(CsvLine& line, const std::string& name, const T* value) {
    line.number(name, value == nullptr ? analysis::undefined : static_cast<double>(*value));
  }
  static Cell cell(T value, const Cells& cells) {
    if constexpr (std::floating_point<T>)
      return cells.count(value);
    else
      return {std::to_string(value), {static_cast<double>(value)}, analysis::Unit::count};
  }
  static std::string type() { return "number"; }
};

template <>
struct Shape<analysis::Interval> {
  static constexpr bool has_column = true;
  static nlohmann::ordered_json json(const analysis::Interval& value, Language) {
    return interval_json(value);
  }
  static JsonKeys keys() { return {board("value"), board("ci95"), board("method")}; }
  static void csv(CsvLine& line, const std::string& name, const analysis::Interval* value) {
    line.interval(name, value == nullptr ? analysis::Interval{} : *value);
  }
  static Cell cell(const analysis::Interval& value, const Cells& cells) {
    return cells.percentile(value);
  }
  static std::string type() { return "Interval"; }
};

template <>
struct Shape<analysis::Proportion> {
  static constexpr bool has_column = true;
  static nlohmann::ordered_json json(const analysis::Proportion& value, Language) {
    return share_json(value);
  }
  static JsonKeys keys() { return {board("share"), board("ci95"), board("hits"), board("of")}; }
  static void csv(CsvLine& line, const std::string& name, const analysis::Proportion* value) {
    line.share(name, value == nullptr ? analysis::Proportion{} : *value);
  }
  static Cell cell(const analysis::Proportion& value, const Cells& cells) {
    return cells.share(value);
  }
  static std::string type() { return "Share"; }
};

template <>
struct Shape<analysis::Incidence> {
  static constexpr bool has_column = false;
  static nlohmann::ordered_json json(const analysis::Incidence& value, Language) {
    return incidence_json(value);
  }
  static JsonKeys keys() {
    const JsonKeys share = Shape<analysis::Interval>::keys();
    return {board("after_s"), board("answered_elsewhere", share), board("repaired_first", share),
            board("nobody_yet", share)};
  }
  static std::string type() { return "Incidence"; }
};

template <>
struct Shape<analysis::Level> {
  static constexpr bool has_column = true;
  static constexpr auto& words = analysis::level_words;
  static std::string word(analysis::Level value) {
    return std::string(analysis::level_words.at(static_cast<std::size_t>(value)));
  }
  static nlohmann::ordered_json json(analysis::Level value, Language) { return word(value); }
  static JsonKeys keys() { return {}; }
  static void csv(CsvLine& line, const std::string& name, const analysis::Level* value) {
    line.text(name, value == nullptr ? "" : word(*value));
  }
  static std::string type() { return "Level"; }
};

/// Only as the key of a number by criterion.
template <>
struct Shape<analysis::Criterion> {
  static std::string word(analysis::Criterion value) { return std::string(word_of(value)); }
  static inline const auto words = [] {
    std::array<std::string, analysis::n_criteria> out;
    for (std::size_t i = 0; i < out.size(); ++i)
      out.at(i) = word(static_cast<analysis::Criterion>(i));
    return out;
  }();
  static std::string type() { return "string"; }
};

/// What may not be there: null.
template <class T>
struct Shape<std::optional<T>> {
  static constexpr bool has_column = Shape<T>::has_column;
  static nlohmann::ordered_json json(const std::optional<T>& value, Language language) {
    return value ? Shape<T>::json(*value, language) : nlohmann::ordered_json();
  }
  static JsonKeys keys() { return Shape<T>::keys(); }
  static void csv(CsvLine& line, const std::string& name, const std::optional<T>* value) {
    Shape<T>::csv(line, name, value == nullptr || !*value ? nullptr : &**value);
  }
  static std::string type() { return Shape<T>::type() + " | null"; }
};
template <class T>
struct Shape<const T*> {
  static constexpr bool has_column = false;
  static nlohmann::ordered_json json(const T* value, Language language) {
    return value != nullptr ? Shape<T>::json(*value, language) : nlohmann::ordered_json();
  }
  static JsonKeys keys() { return Shape<T>::keys(); }
  static std::string type() { return Shape<std::optional<T>>::type(); }
};

/// A list, which a CSV has no column for.
template <class T>
struct Shape<std::vector<T>> {
  static constexpr bool has_column = false;
  template <class List>
  static nlohmann::ordered_json list(const List& values, Language language) {
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    for (const T& value : values)
      out.push_back(Shape<T>::json(value, language));
    return out;
  }
  static nlohmann::ordered_json json(const std::vector<T>& values, Language language) {
    return list(values, language);
  }
  static JsonKeys keys() { return Shape<T>::keys(); }
  static std::string type() { return Shape<T>::type() + "[]"; }
};

template <class T, std::size_t n>
struct Shape<std::array<T, n>> {
  static constexpr bool has_column = false;
  static nlohmann::ordered_json json(const std::array<T, n>& values, Language language) {
    return Shape<std::vector<T>>::list(values, language);
  }
  static JsonKeys keys() { return Shape<T>::keys(); }
  static std::string type() { return Shape<std::vector<T>>::type(); }
};

template <class T>
struct Shape<std::pair<T, T>> {
  static constexpr bool has_column = false;
  static nlohmann::ordered_json json(const std::pair<T, T>& value, Language language) {
    return nlohmann::ordered_json::array(
        {Shape<T>::json(value.first, language), Shape<T>::json(value.second, language)});
  }
  static JsonKeys keys() { return Shape<T>::keys(); }
  static std::string type() { return "[" + Shape<T>::type() + ", " + Shape<T>::type() + "]"; }
};

template <class Word, class T>
struct Shape<std::vector<std::pair<Word, T>>> {
  static constexpr bool has_column = false;
  static nlohmann::ordered_json json(const ByWord<Word, T>& values, Language language) {
    nlohmann::ordered_json out = nlohmann::ordered_json::object();
    for (const auto& [word, value] : values)
      out[Shape<Word>::word(word)] = Shape<T>::json(value, language);
    return out;
  }
  static JsonKeys keys() { return each(Shape<Word>::words, Shape<T>::keys()); }
  static std::string type() {
    return "Record<" + Shape<Word>::type() + ", " + Shape<T>::type() + ">";
  }
};

template <>
struct Shape<Group> {
  static constexpr bool has_column = false;
  static nlohmann::ordered_json json(Group, Language) { return nlohmann::ordered_json::object(); }
  static JsonKeys keys() { return {}; }
  static std::string type() { return ""; }
};

template <>
struct Shape<GroupIf> {
  static constexpr bool has_column = false;
  static nlohmann::ordered_json json(GroupIf value, Language) {
    return value.there ? nlohmann::ordered_json::object() : nlohmann::ordered_json();
  }
  static JsonKeys keys() { return {}; }
  static std::string type() { return "null | "; }
};

}  // namespace reports
