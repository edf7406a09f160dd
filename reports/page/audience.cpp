#include "reports/page/audience.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <vector>

#include "reports/page/document.hpp"

namespace reports {
namespace {

using nlohmann::ordered_json;

constexpr auto lists_of_rows = {"annual", "conditional"};
constexpr auto lists_of_risks = {"risks", "not_registered"};

/// Whatever has a threat and a target: rows of the table, and risks when there is a register.
void each_aimed(ordered_json& report, const std::function<void(ordered_json&)>& act) {
  for (const char* const list : lists_of_rows)
    for (ordered_json& row : report.at("table").at(list))
      act(row);
  if (report.contains("register"))
    for (const char* const list : lists_of_risks)
      for (ordered_json& risk : report.at("register").at(list))
        act(risk);
}

std::string text_in(const ordered_json& of, const char* key) {
  return of.at(key).is_string() ? of.at(key).get<std::string>() : "";
}

using NewNames = std::map<std::string, std::string>;

/// Full names of rows and risks with the ones that the board reads: "DR-01@a", "DR-01@b" become
/// "DR-01 (1)", "DR-01 (2)".
NewNames board_names(ordered_json& report, const PublicNames& names) {
  std::map<std::string, std::vector<std::string>> hidden;  // by threat
  each_aimed(report, [&](const ordered_json& one) {
    const std::string threat = text_in(one, "threat"), target = text_in(one, "target");
    const std::string name = threat + "@" + target;
    std::vector<std::string>& known = hidden[threat];
    if (!target.empty() && !is_public(target, names) &&
        std::find(known.begin(), known.end(), name) == known.end())
      known.push_back(name);
  });
  NewNames out;
  for (const auto& [threat, full] : hidden)
    for (std::size_t i = 0; i < full.size(); ++i)
      out[full[i]] = full.size() == 1 ? threat : fmt::format("{} ({})", threat, i + 1);
  return out;
}

/// The longest name first where one begins with another.
std::string renamed(std::string text, const NewNames& names) {
  for (auto name = names.rbegin(); name != names.rend(); ++name)
    for (std::size_t at = 0; (at = text.find(name->first, at)) != std::string::npos;
         at += name->second.size())
      text.replace(at, name->first.size(), name->second);
  return text;
}

void rename_everywhere(ordered_json& value, const NewNames& names) {
  if (value.is_string())
    value = renamed(value.get<std::string>(), names);
  if (value.is_structured())
    for (ordered_json& inside : value)
      rename_everywhere(inside, names);
}

/// Those that `--set` varied are of the tornado, and carry addresses.
void leave_out_varied(ordered_json& list) {
  ordered_json out = ordered_json::array();
  std::copy_if(list.begin(), list.end(), std::back_inserter(out),
               [](const ordered_json& one) { return one.at("varied") == ""; });
  list = std::move(out);
}

void hide_targets(ordered_json& report, const PublicNames& names) {
  each_aimed(report, [&](ordered_json& one) {
    if (!is_public(text_in(one, "target"), names))
      one.erase("target");
  });
}

/// What is out of order in a possible course, when it is no voorziening: "".
void hide_suppliers(ordered_json& report, const PublicNames& names) {
  for (ordered_json& story : report.at("outages").at("stories"))
    for (ordered_json& course : story.at("outage").at("courses"))
      for (ordered_json& outage : course.at("outages"))
        if (names.voorzieningen.count(outage.at(0)) == 0)
          outage.at(0) = "";
}

}  // namespace

bool is_public(const std::string& target, const PublicNames& names) {
  std::size_t from = 0;
  while (from < target.size()) {
    const std::size_t to = std::min(target.find_first_of("+,", from), target.size());
    const std::string one = target.substr(from, to - from);
    if (!one.starts_with("random:") && one != "all" && one != "partner" &&
        names.targets.count(one) == 0)
      return false;
    from = to + 1;
  }
  return true;
}

ordered_json for_the_board(const ordered_json& report, const PublicNames& names) {
  ordered_json out = report;
  const NewNames board = board_names(out, names);
  for (ordered_json* const list :
       {&out.at("table").at("annual"), &out.at("table").at("conditional"), &out.at("loss_curves"),
        &out.at("studies")})
    leave_out_varied(*list);
  out = board_part(out, report_keys(names.disciplines));
  hide_targets(out, names);
  hide_suppliers(out, names);
  rename_everywhere(out, board);
  return out;
}

}  // namespace reports
