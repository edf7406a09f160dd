#include "cli/report_audience.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <map>
#include <vector>

#include "cli/report_stories.hpp"

namespace cli {
namespace {

using nlohmann::ordered_json;
using Keys = std::initializer_list<const char*>;

constexpr Keys whole = {"schema",  "language", "audience", "title",     "rubricering",
                        "concept", "bounds",   "coverage", "durations", "measures"};
constexpr Keys of_program = {"version", "commit"};
constexpr Keys of_world = {"world", "counts"};
constexpr Keys of_study = {
    "row",        "package",           "plan", "draw", "seed", "replications", "replications_asked",
    "parameters", "parameters_assumed"};
/// What a row of the table has of the inside of the world.
constexpr Keys not_of_row = {"command", "target", "varied"};

ordered_json only(const ordered_json& from, Keys keys) {
  ordered_json out = ordered_json::object();
  for (const char* const key : keys)
    if (from.contains(key))
      out[key] = from.at(key);
  return out;
}

/// "rotterdam", "rotterdam+utrecht", "random:2", "all".
bool is_public(const std::string& target, const std::set<std::string>& names) {
  std::size_t from = 0;
  while (from <= target.size()) {
    const std::size_t to = std::min(target.find_first_of("+,", from), target.size());
    const std::string one = target.substr(from, to - from);
    if (!one.starts_with("random:") && one != "all" && one != "partner" && names.count(one) == 0)
      return false;
    from = to + 1;
  }
  return true;
}

using Names = std::map<std::string, std::string>;

/// Full names of rows with the ones that the board reads: "DR-01@a", "DR-01@b" become "DR-01 (1)",
/// "DR-01 (2)".
Names board_names(const ordered_json& table, const std::set<std::string>& public_targets) {
  std::map<std::string, std::vector<std::string>> hidden;  // by threat
  for (const char* const list : {"annual", "conditional"})
    for (const ordered_json& row : table.at(list)) {
      const std::string name = row.at("row"), threat = row.at("threat"), target = row.at("target");
      std::vector<std::string>& known = hidden[threat];
      if (!target.empty() && !is_public(target, public_targets) &&
          std::find(known.begin(), known.end(), name) == known.end())
        known.push_back(name);
    }
  Names out;
  for (const auto& [threat, names] : hidden)
    for (std::size_t i = 0; i < names.size(); ++i)
      out[names[i]] = names.size() == 1 ? threat : fmt::format("{} ({})", threat, i + 1);
  return out;
}

/// The longest name first where one begins with another.
std::string renamed(std::string text, const Names& names) {
  for (auto name = names.rbegin(); name != names.rend(); ++name)
    for (std::size_t at = 0; (at = text.find(name->first, at)) != std::string::npos;
         at += name->second.size())
      text.replace(at, name->first.size(), name->second);
  return text;
}

void rename_everywhere(ordered_json& value, const Names& names) {
  if (value.is_string())
    value = renamed(value.get<std::string>(), names);
  if (value.is_structured())
    for (ordered_json& inside : value)
      rename_everywhere(inside, names);
}

/// Those that `--set` varied are of the tornado, and carry addresses.
ordered_json without_varied(const ordered_json& list) {
  ordered_json out = ordered_json::array();
  std::copy_if(list.begin(), list.end(), std::back_inserter(out),
               [](const ordered_json& one) { return one.at("varied") == ""; });
  return out;
}

ordered_json table_for_the_board(ordered_json table, const std::set<std::string>& public_targets) {
  for (const char* const list : {"annual", "conditional"}) {
    table[list] = without_varied(table.at(list));
    for (ordered_json& row : table.at(list)) {
      const bool may = is_public(row.at("target"), public_targets);
      for (const char* const key : not_of_row)
        if (key != std::string("target") || !may)
          row.erase(key);
    }
  }
  return table;
}

}  // namespace

ordered_json for_the_board(const ordered_json& report,
                           const std::set<std::string>& public_targets) {
  ordered_json out = only(report, whole);
  out["program"] = only(report.at("program"), of_program);
  out["table"] = table_for_the_board(report.at("table"), public_targets);
  out["assumptions"]["worlds"] = ordered_json::array();
  for (const ordered_json& world : report.at("assumptions").at("worlds"))
    out["assumptions"]["worlds"].push_back(only(world, of_world));
  out["loss_curves"] = without_varied(report.at("loss_curves"));
  out["outages"] = stories_for_the_board(report.at("outages"));
  out["studies"] = ordered_json::array();
  for (const ordered_json& study : without_varied(report.at("studies")))
    out["studies"].push_back(only(study, of_study));
  rename_everywhere(out, board_names(report.at("table"), public_targets));
  return out;
}

}  // namespace cli
