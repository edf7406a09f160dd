#pragma once

#include "reports/fields/field.hpp"

/// What tables of fields are written with, and tables that stand inside others.
namespace reports {

template <class Call>
struct RecordRead;
template <class Lambda, class T, class Record, class... Language>
struct RecordRead<T (Lambda::*)(const Record&, Language...) const> {
  using Type = Record;
};
/// What a field is read from, by what reads it.
template <class Read>
using RecordOf = typename RecordRead<decltype(&Read::operator())>::Type;

/// Reads a member.
template <auto member>
struct Member;
template <class Record, class T, T Record::*member>
struct Member<member> {
  const T& operator()(const Record& record) const { return record.*member; }
};

template <class Read>
constexpr Field<RecordOf<Read>> board(std::string_view key, Read read,
                                      Facts<RecordOf<Read>> facts = {}) {
  return {Reader::board, key, read, facts};
}
template <auto member, class Record = RecordOf<Member<member>>>
constexpr Field<Record> board(std::string_view key, Facts<Record> facts = {}) {
  return {Reader::board, key, Member<member>{}, facts};
}

template <class Read>
constexpr Field<RecordOf<Read>> analyst(std::string_view key, Read read,
                                        Facts<RecordOf<Read>> facts = {}) {
  return {Reader::analyst, key, read, facts};
}
template <auto member, class Record = RecordOf<Member<member>>>
constexpr Field<Record> analyst(std::string_view key, Facts<Record> facts = {}) {
  return {Reader::analyst, key, Member<member>{}, facts};
}

/// A text that may be empty: then null.
inline std::optional<std::string> said(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

/// The keys of a table, who may see them, and what stands inside.
template <class Record>
JsonKeys keys_of(Fields<Record> fields) {
  JsonKeys out;
  for (const Field<Record>& field : fields)
    if (!field.key().empty())
      inside_of(out, field.group())
          .push_back({std::string(field.name()), field.reader(), field.keys()});
  return out;
}

/// Of a record that stands inside others: its `fields`, and the `name` of its type in the pages.
template <class Record>
struct Table;
template <class Record>
concept InTable = requires {
  Table<Record>::fields();
};

template <InTable Record>
struct Shape<Record> {
  static constexpr bool has_column = false;
  static nlohmann::ordered_json json(const Record& record, Language language) {
    return json_of(Table<Record>::fields(), record, language);
  }
  static JsonKeys keys() { return keys_of(Table<Record>::fields()); }
  static std::string type() { return std::string(Table<Record>::name); }
};

template <class Record>
JsonKeys keys_of() {
  return Shape<Record>::keys();
}

/// A record with a table, or a list of these.
template <class T>
nlohmann::ordered_json json_of(const T& value, Language language) {
  return Shape<T>::json(value, language);
}

/// Of records whose fields are the same in each.
inline constexpr Language any_language = Language::dutch;

}  // namespace reports
