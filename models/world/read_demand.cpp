#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/world/draft.hpp"

namespace models {

namespace {

constexpr Limits any_factor = {0, 1000};
constexpr double bin_s = 900;  // demand is drawn in bins of this length

std::array<double, 24> read_hours(const Place& place) {
  std::array<double, 24> out{};
  const auto hours = items(place);
  if (place.node().type == Node::Type::sequence && hours.size() != out.size())
    place.fail(fmt::format("must have 24 factors, found {}", hours.size()));
  for (std::size_t i = 0; i < hours.size(); ++i) {
    const double factor = factor_in(any_factor)(hours[i]);
    if (i < out.size())
      out[i] = factor;
  }
  return out;
}

std::array<double, 7> read_days(const Place& place) {
  Fields fields(place);
  std::array<double, 7> out{};
  for (std::size_t day = 0; day < out.size(); ++day)
    out[day] = fields.required(weekday_names()[day], factor_in(any_factor));
  return out;
}

int read_whole_hour(const Place& place) {
  const int second = read_time_of_day(place);
  if (second % 3600 != 0)
    place.fail(fmt::format("must be on the hour, found {}", describe(place.node())));
  return second / 3600;
}

/// Multiplies the hours of nights that begin on the given days.
void read_weekend_night(const Place& place, std::array<double, 168>& hour_of_week) {
  Fields fields(place);
  const int from = fields.required("from", read_whole_hour);
  const int until = fields.required("until", read_whole_hour);
  const double factor = fields.required("factor", factor_in(any_factor));
  const int hours = until > from ? until - from : until + 24 - from;
  const auto nights = fields.require("nights");
  std::vector<std::string> seen;
  for (const Place& night : nights ? items(*nights) : std::vector<Place>{}) {
    const std::size_t day = read_word(night, weekday_names());
    if (std::find(seen.begin(), seen.end(), night.node().text) != seen.end())
      night.fail(fmt::format("is named twice, found {}", describe(night.node())));
    seen.push_back(night.node().text);
    for (int hour = 0; hour < hours; ++hour)
      hour_of_week[(day * 24 + from + hour) % 168] *= factor;
  }
}

void read_hour_of_week(Fields& fields, std::array<double, 168>& out) {
  std::array<double, 24> hours{};
  std::array<double, 7> days{};
  hours.fill(1);
  days.fill(1);
  hours = fields.get("hour_of_day", read_hours, hours);
  days = fields.get("day_of_week", read_days, days);
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = hours[i % 24] * days[i / 24];
  if (const auto night = fields.find("weekend_night"))
    read_weekend_night(*night, out);
  const double mean = std::accumulate(out.begin(), out.end(), 0.0) / double(out.size());
  if (!(mean > 0))
    return fields.place().fail("must have callers in some hour of the week");
  for (double& factor : out)
    factor /= mean;
}

Demand::Busyness read_factor(const Place& place, const std::string& id) {
  Fields fields(place);
  Demand::Busyness out{id};
  out.cv = fields.required("cv", factor_in({0, 10}));
  if (const auto block = fields.find("block")) {
    out.block_s = time_in({bin_s, 7 * day_s})(*block);
    if (std::abs(std::remainder(out.block_s, bin_s)) > 1e-6) {
      block->fail(fmt::format("must be a multiple of 15 min, found {}", describe(block->node())));
      out.block_s = bin_s;
    }
  }
  out.correlation = fields.get("correlation", read_share, 0);
  return out;
}

/// One factor, or several by name, from the shortest block to the longest.
std::vector<Demand::Busyness> read_busyness(const Place& place) {
  place.may_have("cv");
  place.may_have("block");
  if (place.node().type != Node::Type::map || place.node().find("cv") || place.node().find("block"))
    return {read_factor(place, "")};
  std::vector<Demand::Busyness> out;
  for (const Named& entry : named(place)) {
    const auto factor = read_factor(entry.place, entry.id);
    if (!out.empty() && (factor.block_s <= out.back().block_s ||
                         std::abs(std::remainder(factor.block_s, out.back().block_s)) > 1e-6))
      entry.place.fail(fmt::format("must have a block that is some blocks of {}, found {:g} min",
                                   out.back().id, factor.block_s / minute_s));
    out.push_back(factor);
  }
  if (out.empty())
    place.fail("must have cv, or factors by name");
  return out;
}

Demand::Bursts read_bursts(const Place& place, const Draft& draft) {
  Fields fields(place);
  Demand::Bursts out;
  out.delay_s = fields.required("delay", time_in({0, day_s, true}));
  out.within_s = fields.required("within", time_in({minute_s, day_s}));
  double first = 0, later = 0;
  bool there_are = false;
  for (const Kind& kind : draft.world.kinds) {
    there_are |= kind.duplicate;
    (kind.duplicate ? later : first) += kind.genuine ? kind.share : 0;
  }
  if (!place.reading().incomplete && (!there_are || (later > 0 && first <= 0)))
    place.fail("needs a kind that is a duplicate, and a genuine one that is not");
  return out;
}

OtherWork read_other_work(const Named& entry, const Draft& draft) {
  Fields fields(entry.place);
  OtherWork out;
  out.id = entry.id;
  out.name = fields.get("name", read_text, entry.id);
  if (const auto at = fields.require("discipline")) {
    out.discipline = draft.disciplines.read(*at);
    if (out.discipline && !draft.world.disciplines[out.discipline].modelled)
      at->fail(fmt::format("must be a discipline that is modelled, found {}", at->node().text));
  }
  out.stage = fields.required("stage", draft.stages.reader());
  out.per_forwarded_call = fields.required("per_forwarded_call", factor_in({0, 1000}));
  out.dispatched = fields.get("dispatched", read_share, 0);
  if (const auto needs = fields.find("needs"))
    out.needs = resolve_needs(read_needs(*needs), {}, draft);
  return out;
}

/// "12-31 20:00"; month 0 when it cannot be read.
Profile::Step read_profile_time(const Place& place) {
  static constexpr TextForm written_as = {"month, day and time such as \"12-31 20:00\"",
                                          "12-31 20:00",
                                          "[01][0-9]-[0-3][0-9] ([01][0-9]|2[0-3]):[0-5][0-9]"};
  place.may_be(written_as);
  constexpr std::array<int, 12> days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const std::string& text = place.node().text;
  const auto two_digits = [&](std::size_t at) {
    const bool both =
        text[at] >= '0' && text[at] <= '9' && text[at + 1] >= '0' && text[at + 1] <= '9';
    return both ? (text[at] - '0') * 10 + (text[at + 1] - '0') : -1;
  };
  const bool form = text.size() == 11 && text[2] == '-' && text[5] == ' ';
  const auto time = form ? parse_time_of_day(std::string_view(text).substr(6)) : std::nullopt;
  const int month = form ? two_digits(0) : 0, day = form ? two_digits(3) : 0;
  if (!time || month < 1 || month > 12 || day < 1 || day > days[std::size_t(month - 1)]) {
    place.fail(fmt::format("must be month, day and time such as \"12-31 20:00\", found {}",
                           describe(place.node())));
    return {0, 0, 0, 1};
  }
  return {month, day, *time, 1};
}

long order_in_year(const Profile::Step& step) {
  return (step.month * 31L + step.day) * 86400 + step.second_of_day;
}

Profile read_profile(const Named& entry) {
  Fields fields(entry.place);
  Profile profile{entry.id, {}};
  fields.get("name", read_text, "");
  const auto steps = fields.require("steps");
  int new_years = 0;
  for (const Place& item : steps ? items(*steps) : std::vector<Place>{}) {
    Fields step(item);
    auto row = step.required("at", read_profile_time);
    row.factor = step.required("factor", factor_in(any_factor));
    if (row.month == 0)
      continue;
    if (!profile.steps.empty() && order_in_year(row) <= order_in_year(profile.steps.back()) &&
        ++new_years > 1)
      item.fail("must come later than the step before it; New Year passes once");
    profile.steps.push_back(row);
  }
  const bool wraps = new_years > 0 && profile.steps.size() > 1;
  if (wraps && order_in_year(profile.steps.back()) >= order_in_year(profile.steps.front()))
    entry.place.fail("must be over within a year");
  if (steps && steps->node().items.empty() && steps->node().type == Node::Type::sequence)
    steps->fail("must have at least one step");
  return profile;
}

}  // namespace

void read_demand(const Place& section, Draft& draft) {
  Fields fields(section);
  Demand& demand = draft.world.demand;
  demand.calls_per_s = fields.required("calls", rate_in({0, 1e6, true}));
  demand.hour_of_week.fill(1);
  read_hour_of_week(fields, demand.hour_of_week);
  demand.urgent_share = fields.get("urgent_share", read_share, 0);
  if (const auto busyness = fields.find("busyness"))
    demand.busyness = read_busyness(*busyness);
  if (const auto bursts = fields.find("bursts"))
    demand.bursts = read_bursts(*bursts, draft);
  const auto other_work = fields.find("other_work");
  for (const Named& entry : other_work ? named(*other_work) : std::vector<Named>{})
    demand.other_work.push_back(read_other_work(entry, draft));
  const auto profiles = fields.find("profiles");
  for (const Named& entry : profiles ? named(*profiles) : std::vector<Named>{})
    demand.profiles[entry.id] = read_profile(entry);
}

}  // namespace models
