#include <algorithm>

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/world/draft.hpp"
#include "models/world/roster_times.hpp"

namespace models {

namespace {

const auto read_staff = count_in(0, 1'000'000);

void add_daily(Roster& roster, int second_of_day, int staff) {
  for (int day = 0; day < 7; ++day)
    roster.steps.push_back({day * day_seconds + second_of_day, staff});
}

void read_shift_roster(const Place& place, const Draft& draft, Roster& roster) {
  Fields fields(place);
  for (const auto& [shift, start] : draft.shifts)
    add_daily(roster, start, fields.required(shift, read_staff));
}

/// "07:00" is every day, "mon 07:00" once a week.
void add_step(const Place& at, int staff, Roster& roster) {
  static constexpr TextForm form = {
      "a time of day such as \"07:00\", or of the week such as \"mon 07:00\"", "07:00",
      "((mon|tue|wed|thu|fri|sat|sun) )?([01][0-9]|2[0-3]):[0-5][0-9]"};
  at.may_be(form);
  const std::string& text = at.node().text;
  if (const auto daily = parse_time_of_day(text))
    return add_daily(roster, *daily, staff);
  const auto weekday = parse_weekday(text.substr(0, 3));
  const auto time = text.size() == 9 && text[3] == ' '
                        ? parse_time_of_day(std::string_view(text).substr(4))
                        : std::nullopt;
  if (!weekday || !time)
    return at.fail(
        fmt::format("must be \"07:00\" or \"mon 07:00\", found {}", describe(at.node())));
  roster.steps.push_back({*weekday * day_seconds + *time, staff});
}

void read_steps(const Place& place, Roster& roster) {
  for (const Place& item : items(place)) {
    Fields fields(item);
    const auto at = fields.require("at");
    const int staff = fields.required("staff", read_staff);
    if (at)
      add_step(*at, staff, roster);
  }
  if (place.node().type == Node::Type::sequence && place.node().items.empty())
    place.fail("needs at least one step");
}

void sort_steps(Roster& roster) {
  const auto earlier = [](const Roster::Step& a, const Roster::Step& b) {
    return a.second_of_week < b.second_of_week;
  };
  std::stable_sort(roster.steps.begin(), roster.steps.end(), earlier);
}

void refuse_equal_times(const Place& place, Roster& roster) {
  sort_steps(roster);
  const auto same = [](const Roster::Step& a, const Roster::Step& b) {
    return a.second_of_week == b.second_of_week;
  };
  if (std::adjacent_find(roster.steps.begin(), roster.steps.end(), same) != roster.steps.end())
    place.fail("has two steps at the same time");
}

}  // namespace

int Roster::at(int second_of_week) const {
  const auto after =
      std::upper_bound(steps.begin(), steps.end(), second_of_week,
                       [](int second, const Step& step) { return second < step.second_of_week; });
  return after == steps.begin() ? steps.back().staff : std::prev(after)->staff;
}

double AgentGroup::free_of(double on_duty) const {
  return std::max(on_duty * free_for_112, std::min(on_duty, 1.0));
}

double AgentGroup::free_at(int second_of_week) const {
  return free_of(roster.at(second_of_week) * people);
}

Roster read_roster(const Place& place, const Draft& draft) {
  Roster roster;
  place.may_have("steps");
  const Node& node = place.node();
  if (node.type == Node::Type::map && node.find("steps")) {
    Fields fields(place);
    read_steps(*fields.find("steps"), roster);
    refuse_equal_times(place, roster);
  } else if (node.type == Node::Type::map && !draft.shifts.empty()) {
    read_shift_roster(place, draft, roster);
  } else if (node.type == Node::Type::map && !place.reading().incomplete) {
    place.fail("names shifts, but world.shifts is not written");
  } else if (node.type != Node::Type::map) {
    roster.steps.push_back({0, read_staff(place)});
  }
  sort_steps(roster);
  if (roster.steps.empty())
    roster.steps.push_back({0, 0});
  return roster;
}

}  // namespace models
