#include "models/world/roster_table.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "models/text/annotations.hpp"
#include "models/text/csv_document.hpp"
#include "models/text/encoding.hpp"
#include "models/text/whole_number.hpp"
#include "models/text/yaml_document.hpp"
#include "models/world/roster_counts.hpp"
#include "models/world/roster_times.hpp"

namespace models {
namespace {

constexpr std::uint64_t most_staff = 1'000'000;

struct ColumnName {
  const char *name, *also;  ///< `also`: what spreadsheets call it
};
constexpr std::array column_names = {ColumnName{"meldkamer", "room kamer"},
                                     ColumnName{"role", "rol functie"},
                                     ColumnName{"shift", "dienst"},
                                     ColumnName{"at", "tijd van begin from"},
                                     ColumnName{"to", "tot eind einde end until"},
                                     ColumnName{"day", "dag weekdag weekday"},
                                     ColumnName{"date", "datum"},
                                     ColumnName{"person", "persoon naam name medewerker employee"},
                                     ColumnName{"staff", "aantal bezetting personen"},
                                     ColumnName{"kind", "soort"},
                                     ColumnName{"source", "bron"},
                                     ColumnName{"note", "opmerking toelichting remark"}};
constexpr const char* expected =
    "columns are meldkamer, role, staff and shift or at; to, day, date, person, source, kind and "
    "note may be added";

struct Columns {
  std::map<std::string, std::size_t> places;
  std::size_t count = 0;  ///< in the first line, empty ones too

  bool has(const char* column) const { return places.contains(column); }
};

/// What we call the column; "" for one that nobody knows.
std::string column_of(const std::string& text) {
  const std::string asked = lower_case(text);
  for (const ColumnName& column : column_names)
    if (asked == column.name ||
        (" " + std::string(column.also) + " ").find(" " + asked + " ") != std::string::npos)
      return column.name;
  return "";
}

std::vector<std::string> known_columns() {
  std::vector<std::string> out;
  for (const ColumnName& column : column_names)
    out.emplace_back(column.name);
  return out;
}

void check_needed(const Columns& columns, const Mark& mark, Problems& problems) {
  const bool a_person_a_row = columns.has("person") || columns.has("date");
  for (const char* const needed : {"meldkamer", "role", "staff"})
    if (problems.empty() && !columns.has(needed) &&
        !(a_person_a_row && needed == std::string_view("staff")))
      problems.add(mark, fmt::format("has no column {}; {}", needed, expected));
  if (problems.empty() && !columns.has("shift") && !columns.has("at"))
    problems.add(mark, fmt::format("has no column shift or at; {}", expected));
}

Columns read_heading(const CellRow& heading, Problems& problems) {
  Columns out;
  out.count = heading.size();
  for (std::size_t i = 0; i < heading.size(); ++i) {
    const Cell& cell = heading[i];
    const std::string column = column_of(cell.text);
    if (cell.text.empty())
      continue;
    if (column.empty())
      problems.add(cell.mark, fmt::format("unknown column \"{}\"{}; {}", cell.text,
                                          did_you_mean(cell.text, known_columns()), expected));
    else if (!out.places.emplace(column, i).second)
      problems.add(cell.mark, fmt::format("column {} stands here twice", column));
  }
  check_needed(out, heading.front().mark, problems);
  return out;
}

Node scalar(const Cell& cell, bool quoted = false) {
  Node out;
  out.type = Node::Type::scalar;
  out.text = cell.text;
  out.quoted = quoted;
  out.mark = cell.mark;
  return out;
}

/// The map below `key`, made when it is not there yet.
Node& map_below(Node& parent, const Cell& key) {
  if (Node* known = parent.find(key.text))
    return *known;
  Node child;
  child.type = Node::Type::map;
  child.mark = key.mark;
  parent.entries.push_back({key.text, key.mark, std::move(child)});
  return parent.entries.back().value;
}

Node map_of(const Mark& mark) {
  Node out;
  out.type = Node::Type::map;
  out.mark = mark;
  return out;
}

/// "roster.csv", and how it was read when that was not as UTF-8.
std::string source_of(const std::string& file, const std::string& encoding) {
  const std::string name = std::filesystem::path(file).filename().string();
  return encoding == "UTF-8" ? name : name + ", read as " + encoding;
}

/// What a meldkamer, a role and the rows of people give in the end.
struct Counted {
  std::string room, role;
  Mark mark;  ///< of the first row
  std::vector<Presence> presences;
};

/// The rows of one table, put into a tree one by one.
class RosterRows {
public:
  RosterRows(const Columns& columns, std::string source, const Node& world, Reading& reading)
      : columns_(columns), source_(std::move(source)), world_(world), reading_(reading) {}

  void add(const CellRow& row, Node& root) {
    row_ = &row;
    if (!is_complete())
      return;
    const auto room = known("meldkamer", "meldkamers"), role = known("role", "roles");
    if (!room || !role)
      return;
    Node& roster = map_below(map_below(map_below(root, {"meldkamers", room->mark}), *room),
                             {"roster", role->mark});
    Node& times = map_below(roster, *role);
    if (!cell("shift").text.empty())
      add_shift(times);
    else if (const auto time = time_of_row()) {
      if (time->to_s)
        add_presence(room->text, role->text, *time);
      else
        add_step(times, *time);
    }
  }

  /// When all rows are there: the people of each meldkamer and role, counted over the week.
  void count(Node& root) {
    std::vector<Presence> all;
    for (const Counted& one : counted_)
      all.insert(all.end(), one.presences.begin(), one.presences.end());
    const auto told = told_time(all);
    for (const Counted& one : counted_)
      put_counted(one, told, root);
  }

private:
  const Cell& cell(const std::string& column) const {
    static const Cell none;
    const auto at = columns_.places.find(column);
    return at == columns_.places.end() || at->second >= row_->size() ? none : (*row_)[at->second];
  }
  void fail(const Cell& at, const std::string& message) {
    reading_.problems.add(at.mark.line > 0 ? at.mark : row_->front().mark, message);
  }

  bool is_complete() {
    if (row_->size() > columns_.count) {
      fail((*row_)[columns_.count],
           fmt::format("is one cell too many: the first line names {} columns", columns_.count));
      return false;
    }
    for (const char* const needed : {"meldkamer", "role", "staff"})
      if (columns_.has(needed) && cell(needed).text.empty()) {
        fail(cell(needed), fmt::format("{} is empty", needed));
        return false;
      }
    if (cell("shift").text.empty() == cell("at").text.empty()) {
      fail(cell("shift").mark.line > 0 ? cell("shift") : cell("at"),
           "needs a shift or a time in column at, one of them");
      return false;
    }
    return true;
  }

  /// The id of what the column names, by id or name, in that section of the world.
  std::optional<Cell> known(const char* column, const char* section) {
    const Node* const things = world_.find(section);
    const Cell& asked = cell(column);
    if (things == nullptr || things->find(asked.text) != nullptr)
      return asked;
    std::vector<std::string> ids;
    for (const Node::Entry& entry : things->entries) {
      ids.push_back(entry.key);
      const Node* const name = entry.value.find("name");
      const std::string called = name == nullptr ? "" : lower_case(name->text);
      const std::string wanted = lower_case(asked.text);
      if (wanted == lower_case(entry.key) || wanted == called || "meldkamer " + wanted == called)
        return Cell{entry.key, asked.mark};
    }
    fail(asked, fmt::format("{} is not a {} of this world{}", asked.text, column,
                            did_you_mean(asked.text, ids)));
    return {};
  }

  /// Of columns at, to and day together.
  std::optional<RosterTime> time_of_row() {
    const Cell &at = cell("at"), &to = cell("to"), &day = cell("day");
    auto out = roster_time_of(at.text);
    if (!out) {
      fail(at, fmt::format("must be a time such as \"07:00\", \"sat 23:00\" or \"07:00-15:00\", "
                           "found \"{}\"",
                           at.text));
      return {};
    }
    if (!day.text.empty() && !(out->weekday = weekday_of(day.text))) {
      fail(day, fmt::format("must be a day of the week such as sat or zaterdag, found \"{}\"",
                            day.text));
      return {};
    }
    if (!to.text.empty() && !(out->to_s = clock_of(to.text))) {
      fail(to, fmt::format("must be a time such as \"15:00\", found \"{}\"", to.text));
      return {};
    }
    if (!out->to_s && (columns_.has("date") || columns_.has("person"))) {
      fail(at, "needs an end too: 07:00-15:00, or a column to");
      return {};
    }
    return out;
  }

  void add_presence(const std::string& room, const std::string& role, const RosterTime& time) {
    Presence one{{}, time.weekday, time.from_s, *time.to_s, 1};
    const Cell &date = cell("date"), &staff = cell("staff");
    if (columns_.has("date") && !(one.date = date_of(date.text)))
      return fail(date, fmt::format("must be a date such as \"2026-12-01\" or \"1-12-2026\", "
                                    "found \"{}\"",
                                    date.text));
    if (!staff.text.empty()) {
      const auto people = whole_number(staff.text);
      if (!people || *people > most_staff)
        return fail(staff, fmt::format("must be a whole number from 0 to {}, found \"{}\"",
                                       most_staff, staff.text));
      one.staff = static_cast<int>(*people);
    }
    const auto at = std::ranges::find_if(
        counted_, [&](const Counted& known) { return known.room == room && known.role == role; });
    Counted& counted = at != counted_.end()
                           ? *at
                           : counted_.emplace_back(Counted{room, role, cell("role").mark, {}});
    counted.presences.push_back(one);
  }

  void put_counted(const Counted& one, const std::optional<ToldTime>& told, Node& root) {
    Node& times = *root.find("meldkamers")->find(one.room)->find("roster")->find(one.role);
    if (!times.entries.empty()) {
      reading_.problems.add(one.mark, "has rows with an end and rows without one for this role");
      return;
    }
    const auto steps = counted(one.presences, told);
    if (!steps) {
      reading_.problems.add(one.mark, "the dates do not cover a whole week");
      return;
    }
    Node& list = map_below(times, {"steps", one.mark});
    list.type = Node::Type::sequence;
    for (const CountedStep& step : *steps) {
      const Cell at{
          written_time(step.second_of_week / day_seconds, step.second_of_week % day_seconds),
          one.mark};
      Node range;
      if (step.least < step.most) {
        range = map_of(one.mark);
        range.type = Node::Type::sequence;
        for (const int end : {step.least, step.most})
          range.items.push_back(scalar({std::to_string(end), one.mark}));
      }
      add_to(list, at, staff_of({std::to_string(step.staff), one.mark}, range));
    }
  }

  static void add_to(Node& steps, const Cell& at, Node staff) {
    Node step = map_of(at.mark);
    step.entries.push_back({"at", at.mark, scalar(at, true)});
    step.entries.push_back({"staff", at.mark, std::move(staff)});
    steps.items.push_back(std::move(step));
  }

  /// {value: 9, source: ..., kind: ...}
  Node staff_of(const Cell& number, const Node& range) const {
    Node out = map_of(number.mark);
    out.entries.push_back({"value", number.mark, scalar(number)});
    if (range.type == Node::Type::sequence)
      out.entries.push_back({"range", number.mark, range});
    out.entries.push_back({"source", number.mark, scalar({source_, number.mark}, true)});
    out.entries.push_back({"kind", number.mark, scalar({"measured", number.mark}, true)});
    return out;
  }

  Node staff() const {
    Node out = map_of(cell("staff").mark);
    const auto put = [&](const char* key, const Cell& value, const std::string& otherwise) {
      Cell written = value;
      if (written.text.empty())
        written = {otherwise, cell("staff").mark};
      if (!written.text.empty())
        out.entries.push_back({key, written.mark, scalar(written, true)});
    };
    out.entries.push_back({"value", cell("staff").mark, scalar(cell("staff"))});
    put("source", cell("source"), source_);
    put("kind", cell("kind"), "measured");
    put("note", cell("note"), "");
    return out;
  }

  void add_shift(Node& times) {
    const Cell& shift = cell("shift");
    if (times.find("steps") != nullptr)
      return fail(shift, "is a shift, but rows above give times for this role");
    if (const Node* const first = times.find(shift.text))
      return fail(shift, fmt::format("{} is given twice for this role, first in line {}",
                                     shift.text, first->mark.line));
    times.entries.push_back({shift.text, shift.mark, staff()});
  }

  void add_step(Node& times, const RosterTime& time) {
    const Cell& at = cell("at");
    if (!times.entries.empty() && times.find("steps") == nullptr)
      return fail(at, "is a time, but rows above give shifts for this role");
    Node& steps = map_below(times, {"steps", at.mark});
    steps.type = Node::Type::sequence;
    add_to(steps, {written_time(time.weekday, time.from_s), at.mark}, staff());
  }

  const Columns& columns_;
  std::string source_;
  const Node& world_;
  Reading& reading_;
  const CellRow* row_ = nullptr;
  std::vector<Counted> counted_;  ///< in the order of their first rows
};

}  // namespace

Node roster_tree(InputFile& input, const Node& root, Reading& reading) {
  Node out = map_of({input.path, 1, 1});
  Problems problems;
  Columns heading;
  std::optional<std::vector<CellRow>> rows;
  const auto text = decoded(input.text, input.path, problems);
  if (text)
    rows = parse_csv(text->text, input.path, problems);
  if (rows && rows->empty())
    problems.add({input.path, 0, 0}, fmt::format("is empty; {}", expected));
  else if (rows)
    heading = read_heading(rows->front(), problems);
  for (const Problem& problem : problems.all())
    reading.problems.add(problem.mark, problem.message);
  if (!problems.empty()) {
    reading.incomplete = true;
    return out;
  }
  RosterRows table(heading, source_of(input.path, text->encoding), root, reading);
  for (std::size_t i = 1; i < rows->size(); ++i)
    table.add((*rows)[i], out);
  if (rows->size() == 1)
    reading.problems.add({input.path, 0, 0}, "has column names and no rows");
  table.count(out);
  input.text = heading.has("person") || heading.has("date") ? to_yaml(out) : text->text;
  resolve_annotations(out, reading.problems);
  return out;
}

}  // namespace models
