#include "models/world/roster_table.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "models/text/annotations.hpp"
#include "models/text/csv_document.hpp"

namespace models {
namespace {

constexpr std::array known_columns = {"meldkamer", "role", "shift",  "at",
                                      "staff",     "kind", "source", "note"};
constexpr const char* expected =
    "columns are meldkamer, role, staff and shift or at; source, kind and note may be added";

using Columns = std::map<std::string, std::size_t>;

Columns read_heading(const CellRow& heading, Problems& problems) {
  Columns out;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    const Cell& cell = heading[i];
    if (std::find(known_columns.begin(), known_columns.end(), cell.text) == known_columns.end())
      problems.add(
          cell.mark,
          fmt::format("unknown column \"{}\"{}; {}", cell.text,
                      did_you_mean(cell.text, {known_columns.begin(), known_columns.end()}),
                      expected));
    else if (!out.emplace(cell.text, i).second)
      problems.add(cell.mark, fmt::format("column {} stands here twice", cell.text));
  }
  for (const char* const needed : {"meldkamer", "role", "staff"})
    if (problems.empty() && !out.contains(needed))
      problems.add(heading.front().mark, fmt::format("has no column {}; {}", needed, expected));
  if (problems.empty() && !out.contains("shift") && !out.contains("at"))
    problems.add(heading.front().mark, fmt::format("has no column shift or at; {}", expected));
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

/// The rows of one table, put into a tree one by one.
class RosterRows {
public:
  RosterRows(const Columns& columns, const std::string& file, const Node& world, Reading& reading)
      : columns_(columns), file_(file), world_(world), reading_(reading) {}

  void add(const CellRow& row, Node& root) {
    row_ = &row;
    if (!is_complete() || !is_known("meldkamer", "meldkamers") || !is_known("role", "roles"))
      return;
    Node& roster = map_below(
        map_below(map_below(root, {"meldkamers", cell("meldkamer").mark}), cell("meldkamer")),
        {"roster", cell("role").mark});
    Node& times = map_below(roster, cell("role"));
    if (cell("shift").text.empty())
      add_step(times);
    else
      add_shift(times);
  }

private:
  const Cell& cell(const std::string& column) const {
    static const Cell none;
    const auto at = columns_.find(column);
    return at == columns_.end() || at->second >= row_->size() ? none : (*row_)[at->second];
  }
  void fail(const Cell& at, const std::string& message) {
    reading_.problems.add(at.mark.line > 0 ? at.mark : row_->front().mark, message);
  }

  bool is_complete() {
    if (row_->size() > columns_.size()) {
      fail((*row_)[columns_.size()],
           fmt::format("is one cell too many: the first line names {} columns", columns_.size()));
      return false;
    }
    for (const char* const needed : {"meldkamer", "role", "staff"})
      if (cell(needed).text.empty()) {
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

  /// What the column names stands in that section of the world.
  bool is_known(const char* column, const char* section) {
    const Node* const things = world_.find(section);
    if (things == nullptr || things->find(cell(column).text) != nullptr)
      return true;
    std::vector<std::string> known;
    for (const Node::Entry& entry : things->entries)
      known.push_back(entry.key);
    fail(cell(column), fmt::format("{} is not a {} of this world{}", cell(column).text, column,
                                   did_you_mean(cell(column).text, known)));
    return false;
  }

  /// {value: 9, source: ..., kind: ...}
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
    put("source", cell("source"), std::filesystem::path(file_).filename().string());
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

  void add_step(Node& times) {
    const Cell& at = cell("at");
    if (!times.entries.empty() && times.find("steps") == nullptr)
      return fail(at, "is a time, but rows above give shifts for this role");
    Node& steps = map_below(times, {"steps", at.mark});
    steps.type = Node::Type::sequence;
    Node step = map_of(at.mark);
    step.entries.push_back({"at", at.mark, scalar(at, true)});
    step.entries.push_back({"staff", cell("staff").mark, staff()});
    steps.items.push_back(std::move(step));
  }

  const Columns& columns_;
  const std::string& file_;
  const Node& world_;
  Reading& reading_;
  const CellRow* row_ = nullptr;
};

}  // namespace

Node roster_tree(const std::string& text, const std::string& file, const Node& root,
                 Reading& reading) {
  Node out = map_of({file, 1, 1});
  Problems problems;
  const auto rows = parse_csv(text, file, problems);
  Columns heading;
  if (rows && rows->empty())
    problems.add({file, 0, 0}, fmt::format("is empty; {}", expected));
  else if (rows)
    heading = read_heading(rows->front(), problems);
  for (const Problem& problem : problems.all())
    reading.problems.add(problem.mark, problem.message);
  if (!problems.empty()) {
    reading.incomplete = true;
    return out;
  }
  RosterRows table(heading, file, root, reading);
  for (std::size_t i = 1; i < rows->size(); ++i)
    table.add((*rows)[i], out);
  if (rows->size() == 1)
    reading.problems.add({file, 0, 0}, "has column names and no rows");
  resolve_annotations(out, reading.problems);
  return out;
}

}  // namespace models
