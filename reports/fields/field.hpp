#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "reports/fields/shape.hpp"
#include "reports/words/language.hpp"

/// What is known of a number that is shown, said once. JSON, CSV, the grids of text and Markdown,
/// the filter for the board, the manual and the types of the pages follow from such rows.
namespace reports {

/// In which grid of a document a field has a column.
enum class Part {
  none,
  lost,
  classes,
  recovery,
  takeovers,
  years,
  no_frequency,
  basis,
  sources,
  harm
};

inline constexpr std::string_view no_column = "-";

template <class Record>
struct Facts {
  std::string_view meaning = "";  ///< for the manual
  std::string_view column = "";   ///< of a CSV; empty: the last word of the key
  std::string_view after = "";    ///< the column before it, when not that of the row above
  Part part = Part::none;
  std::string_view heading = "";                        ///< a key of the table words
  Cell (*cell)(const Record&, const Cells&) = nullptr;  ///< when its type does not say how
  std::string_view type = "";    ///< in TypeScript, when it is narrower than that of its C++ type
  JsonKeys (*keys)() = nullptr;  ///< inside it, when the board may see fewer than those of its type
  std::string_view page = "";    ///< how the pages read a column that has no key, in TypeScript
};

/// A type that says how its values are written in a cell.
template <class T>
concept InCells = requires(const T& value, const Cells& cells) {
  Shape<T>::cell(value, cells);
};

/// One row of a table of fields.
template <class Record>
class Field {
public:
  using Json = nlohmann::ordered_json;

  /// `key`: the path in JSON; empty: only in CSV or in a grid. `read` takes the record, and the
  /// language when it wants one.
  template <class Read>
  constexpr Field(Reader reader, std::string_view key, Read, Facts<Record> facts)
      : key_(key), reader_(reader), facts_(facts) {
    using T = std::decay_t<decltype(value<Read>(std::declval<const Record&>(), Language::dutch))>;
    json_ = [](const Record& record, Language language) {
      return Json(Shape<T>::json(value<Read>(record, language), language));
    };
    is_group_ = std::is_same_v<T, Group> || std::is_same_v<T, GroupIf>;
    type_ = &Shape<T>::type;
    keys_ = facts.keys == nullptr ? &Shape<T>::keys : facts.keys;
    has_column_ = Shape<T>::has_column;
    if constexpr (Shape<T>::has_column)
      csv_ = [](CsvLine& line, const std::string& name, const Record* record, Language language) {
        if (record == nullptr)
          return Shape<T>::csv(line, name, nullptr);
        const T read = value<Read>(*record, language);
        Shape<T>::csv(line, name, &read);
      };
    if constexpr (InCells<T>)
      cell_ = [](const Record& record, const Cells& cells) {
        return Shape<T>::cell(value<Read>(record, cells.language()), cells);
      };
  }

  /// A column of a grid that is nowhere else.
  constexpr Field(Part part, std::string_view heading, Cell (*show)(const Record&, const Cells&))
      : reader_(Reader::board), cell_(show) {
    facts_ = {.column = no_column, .part = part, .heading = heading};
  }

  constexpr std::string_view key() const { return key_; }
  /// "level" of "year.level".
  constexpr std::string_view name() const { return key_.substr(key_.rfind('.') + 1); }
  /// "year" of "year.level"; empty for most.
  constexpr std::string_view group() const {
    const std::size_t dot = key_.rfind('.');
    return dot == std::string_view::npos ? "" : key_.substr(0, dot);
  }
  constexpr bool is_group() const { return is_group_; }
  constexpr Reader reader() const { return reader_; }
  constexpr bool for_board() const { return reader_ != Reader::analyst; }
  constexpr bool always_for_board() const { return reader_ == Reader::board; }
  /// Of a CSV; empty when it has none.
  constexpr std::string_view column() const {
    if (!has_column_ || facts_.column == no_column)
      return "";
    return facts_.column.empty() ? name() : facts_.column;
  }
  constexpr std::string_view page() const { return facts_.page; }
  constexpr std::string_view after() const { return facts_.after; }
  constexpr std::string_view meaning() const { return facts_.meaning; }
  constexpr Part part() const { return facts_.part; }
  constexpr std::string_view heading() const { return facts_.heading; }
  /// In TypeScript; of a group what stands before its members.
  std::string type() const { return facts_.type.empty() ? type_() : std::string(facts_.type); }
  /// Inside its value; none of a group, whose members are fields.
  JsonKeys keys() const { return keys_(); }

  Json json(const Record& record, Language language) const { return json_(record, language); }
  /// Empty cells without a record.
  void csv(CsvLine& line, const Record* record, Language language) const {
    csv_(line, std::string(column()), record, language);
  }
  Cell cell(const Record& record, const Cells& cells) const {
    return (facts_.cell == nullptr ? cell_ : facts_.cell)(record, cells);
  }

private:
  template <class Read>
  static auto value(const Record& record, Language language) {
    if constexpr (std::is_invocable_v<Read, const Record&, Language>)
      return Read{}(record, language);
    else
      return Read{}(record);
  }

  std::string_view key_ = "";
  Reader reader_ = Reader::analyst;
  Facts<Record> facts_ = {};
  bool is_group_ = false;
  bool has_column_ = false;  ///< and not `csv_ == nullptr`: no constant to g++ 12 with UBSan
  Json (*json_)(const Record&, Language) = nullptr;
  void (*csv_)(CsvLine&, const std::string&, const Record*, Language) = nullptr;
  Cell (*cell_)(const Record&, const Cells&) = nullptr;
  std::string (*type_)() = nullptr;
  JsonKeys (*keys_)() = nullptr;
};

template <class Record>
using Fields = std::span<const Field<Record>>;

/// Whether no key and no column stands there twice, every member comes after its group, and every
/// column that is moved follows one that is there.
template <class Record>
constexpr bool are_sound(Fields<Record> fields) {
  const auto before = [&](std::size_t end, auto is) {
    for (std::size_t i = 0; i < end; ++i)
      if (is(fields[i]))
        return true;
    return false;
  };
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Field<Record>& field = fields[i];
    const auto same_key = [&](const auto& one) { return one.key() == field.key(); };
    const auto same_column = [&](const auto& one) { return one.column() == field.column(); };
    const auto its_group = [&](const auto& one) {
      return one.is_group() && one.key() == field.group();
    };
    const auto its_neighbour = [&](const auto& one) { return one.column() == field.after(); };
    if (!field.key().empty() && before(i, same_key))
      return false;
    if (!field.column().empty() && before(i, same_column))
      return false;
    if (!field.group().empty() && !before(i, its_group))
      return false;
    if (!field.after().empty() && !before(fields.size(), its_neighbour))
      return false;
  }
  return true;
}

/// The value at the group of a field, in an object that has those before it; none when the group
/// is null.
inline nlohmann::ordered_json* group_in(nlohmann::ordered_json& object, std::string_view group) {
  nlohmann::ordered_json* at = &object;
  while (!group.empty() && at->is_object()) {
    const std::size_t dot = std::min(group.find('.'), group.size());
    at = &at->at(std::string(group.substr(0, dot)));
    group.remove_prefix(std::min(dot + 1, group.size()));
  }
  return at->is_object() ? at : nullptr;
}

/// In the order of the fields.
template <class Record>
nlohmann::ordered_json json_of(std::type_identity_t<Fields<Record>> fields, const Record& record,
                               Language language) {
  nlohmann::ordered_json out = nlohmann::ordered_json::object();
  for (const Field<Record>& field : fields)
    if (!field.key().empty())
      if (nlohmann::ordered_json* const group = group_in(out, field.group()))
        (*group)[std::string(field.name())] = field.json(record, language);
  return out;
}

/// Those with a column of a CSV, in the order of the columns.
template <class Record>
std::vector<const Field<Record>*> columns_of(Fields<Record> fields) {
  std::vector<const Field<Record>*> out;
  for (const Field<Record>& field : fields)
    if (!field.column().empty() && field.after().empty())
      out.push_back(&field);
  for (const Field<Record>& field : fields)
    if (!field.column().empty() && !field.after().empty())
      out.insert(std::find_if(out.begin(), out.end(),
                              [&](const auto* one) { return one->column() == field.after(); }) +
                     1,
                 &field);
  return out;
}

/// Whether the groups that the field is in are there.
template <class Record>
bool is_there(Fields<Record> fields, std::string_view group, const Record& record,
              Language language) {
  for (const Field<Record>& one : fields)
    if (!group.empty() && one.key() == group)
      return !one.json(record, language).is_null() &&
             is_there(fields, one.group(), record, language);
  return true;
}

/// The columns of the fields, after those that the line has.
template <class Record>
void add_columns(CsvLine& line, std::type_identity_t<Fields<Record>> fields, const Record& record,
                 Language language) {
  for (const Field<Record>* const field : columns_of<Record>(fields)) {
    const bool there = is_there<Record>(fields, field->group(), record, language);
    field->csv(line, there ? &record : nullptr, language);
  }
}

}  // namespace reports
