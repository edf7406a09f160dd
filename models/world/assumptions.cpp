#include "models/world/assumptions.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "models/chance/whole.hpp"
#include "models/text/read_values.hpp"
#include "models/text/units.hpp"
#include "models/text/yaml_document.hpp"

namespace models {

namespace {

/// How a number in an SI unit is read and written.
struct WrittenNumber {
  const Dimension* dimension;
  double factor;  ///< from SI to what is written
  const char* unit;
};

const std::map<std::string, WrittenNumber>& written() {
  static const std::map<std::string, WrittenNumber> units = {
      {"s", {&time_dimension, 1, " s"}},
      {"1/s", {&rate_dimension, 1, " calls/s"}},
      {"byte/s", {&bandwidth_dimension, 8, " bit/s"}},
      {"byte", {&size_dimension, 1, " B"}},
      {"share", {&share_dimension, 1, ""}},
      {"factor", {&factor_dimension, 1, ""}},
      {"count", {&count_dimension, 1, ""}}};
  return units;
}

bool is_whole(const Parameter& number) {
  return number.unit == "count";
}

/// T_lost is part of the question, and what nobody can write is moved by nobody.
bool can_move(const Parameter& number) {
  return written().contains(number.unit) && number.address != "world.lost_after";
}

struct Ends {
  double low, high;
};

/// Of "[5 s, 5 min]" in SI; nothing when they cannot be read.
std::optional<Ends> ends_of(const Parameter& number) {
  if (number.range.empty())
    return std::nullopt;
  const Dimension& dimension = *written().at(number.unit).dimension;
  Problems problems;
  const auto node = parse_yaml(number.range, "range", problems);
  if (!node || node->items.size() != 2)
    return std::nullopt;
  const Quantity low = read_quantity(node->items[0], dimension);
  const Quantity high = read_quantity(node->items[1], dimension);
  if (!low.error.empty() || !high.error.empty())
    return std::nullopt;
  return Ends{low.value, high.value};
}

bool matches(const std::string& address, const std::vector<std::string>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    return fnmatch(pattern.c_str(), address.c_str(), 0) == 0;
  });
}

/// A group must not move what somebody counted; only a range of its own does.
bool stands_by_itself(const Parameter& number) {
  return number.kind == "measured" || number.kind == "reported" || number.kind == "bevestigd";
}

/// Puts each number into the first group that names it, or alone.
class Sorting {
public:
  explicit Sorting(const std::vector<Parameter>& parameters) : parameters_(parameters) {
    for (const Parameter& number : parameters) {
      const auto ends = can_move(number) ? ends_of(number) : std::nullopt;
      const std::string around = distribution_of(number.address);
      if (ends && around.empty())
        leads_[number.address] = number.address;  // a distribution as a whole, or no distribution
      else if (ends)
        leads_.try_emplace(around, number.address);
    }
  }

  Assumption group(const AssumptionGroup& group) {
    Assumption out{group.id, group.name, group.note, {}};
    for (const Parameter& number : parameters_)
      if (matches(number.address, group.of))
        add(out, number, group);
    for (const Parameter& number : parameters_)
      if (can_move(number) && matches(number.address, group.balance) &&
          taken_.insert(number.address).second)
        out.numbers.push_back({number, MovedNumber::How::balance});
    return out;
  }

  std::optional<Assumption> alone(const Parameter& number) {
    Assumption out{number.address, number.address, number.note, {}};
    add(out, number, {});
    return out.numbers.empty() ? std::nullopt : std::optional(std::move(out));
  }

private:
  void add(Assumption& out, const Parameter& number, const AssumptionGroup& group) {
    if (!can_move(number) || taken_.contains(number.address) || follows(number))
      return;
    if (const auto ends = ends_of(number)) {
      taken_.insert(number.address);
      out.numbers.push_back({number, MovedNumber::How::range, ends->low, ends->high});
      add_followers(out, number);
    } else if (group.spread != Spread::own_ranges && !stands_by_itself(number)) {
      taken_.insert(number.address);
      const bool factor = group.spread == Spread::factor;
      out.numbers.push_back({number, factor ? MovedNumber::How::factor : MovedNumber::How::power,
                             group.low, group.high});
    }
  }

  /// A time of a distribution whose range stands at another of its numbers, or at the whole.
  bool follows(const Parameter& number) const {
    const std::string around = distribution_of(number.address);
    if (around.empty() || number.unit != "s" || !number.range.empty())
      return false;
    const auto leader = leads_.find(around);
    return leader != leads_.end() && leader->second != number.address;
  }

  void add_followers(Assumption& out, const Parameter& leader) {
    const std::size_t at = out.numbers.size() - 1;
    const std::string around = distribution_of(leader.address);
    const std::string whole = around.empty() ? leader.address : around;
    for (const Parameter& number : parameters_)
      if (distribution_of(number.address) == whole && follows(number) &&
          leads_.at(whole) == leader.address && taken_.insert(number.address).second)
        out.numbers.push_back({number, MovedNumber::How::with_leader, 0, 0, at});
  }

  const std::vector<Parameter>& parameters_;
  std::map<std::string, std::string> leads_;  ///< by distribution: where its range stands
  std::set<std::string> taken_;
};

double over_range(const MovedNumber& moved, double u) {
  if (is_whole(moved.number))
    return std::min(std::floor(moved.low + u * (moved.high - moved.low + 1)), moved.high);
  return moved.low + u * (moved.high - moved.low);
}

double by_factor(const Parameter& number, double factor) {
  const double value = number.value_si;
  if (number.unit == "share")
    return factor * value / (1 - value + factor * value);
  if (!is_whole(number))
    return std::clamp(value * factor, number.lowest, number.highest);
  const double least = std::max(value >= 1 ? 1.0 : 0.0, number.lowest);
  return std::clamp(double(nearest<long long>(value * factor)), least, number.highest);
}

/// What it is by itself.
double value_at(const MovedNumber& moved, double u) {
  const double base = moved.number.value_si;
  const auto drawn = [&] { return moved.low * std::pow(moved.high / moved.low, u); };
  switch (moved.how) {
    case MovedNumber::How::range:
      return over_range(moved, u);
    case MovedNumber::How::factor:
      return by_factor(moved.number, drawn());
    case MovedNumber::How::power:
      return std::pow(base, drawn());
    case MovedNumber::How::with_leader:
    case MovedNumber::How::balance:
      return base;
  }
  return base;
}

/// Of what a number is a share: of its section, or of its threat.
std::string budget_of(const std::string& address) {
  const auto dot = address.find('.');
  return address.substr(0, address.starts_with("threats.") ? address.find('.', dot + 1) : dot);
}

/// Where each number is at u; those that balance come last.
std::vector<double> values_at(const Assumption& assumption, double u) {
  std::vector<double> out;
  std::map<std::string, double> taken, given;
  for (const MovedNumber& moved : assumption.numbers) {
    const double base = moved.number.value_si;
    if (moved.how == MovedNumber::How::balance)
      given[budget_of(moved.number.address)] += base;
    out.push_back(value_at(moved, u));
    if (moved.how == MovedNumber::How::with_leader)
      out.back() *= out[moved.leader] / assumption.numbers[moved.leader].number.value_si;
    taken[budget_of(moved.number.address)] += out.back() - base;
  }
  for (std::size_t i = 0; i < out.size(); ++i)
    if (assumption.numbers[i].how == MovedNumber::How::balance) {
      const std::string of = budget_of(assumption.numbers[i].number.address);
      out[i] *= given[of] > 0 ? std::max(0.0, 1 - taken[of] / given[of]) : 1;
    }
  return out;
}

/// A distribution with a range of its own is moved by its times, not replaced by a constant.
bool is_distribution(const Parameter& number) {
  return number.value.starts_with('{');
}

std::string text_of(const Parameter& number, double value) {
  const WrittenNumber& how = written().at(number.unit);
  const bool whole = is_whole(number) || number.unit.starts_with("byte");
  return fmt::format("{:.{}f}{}", value * how.factor, whole ? 0 : 6, how.unit);
}

}  // namespace

bool Assumption::confirmed() const {
  return !numbers.empty() && std::ranges::all_of(numbers, [](const MovedNumber& moved) {
    return moved.number.kind == "bevestigd";
  });
}

std::vector<Assumption> assumptions_of(const std::vector<AssumptionGroup>& groups,
                                       const std::vector<Parameter>& parameters) {
  Sorting sorting(parameters);
  std::vector<Assumption> out;
  for (const AssumptionGroup& group : groups)
    if (Assumption one = sorting.group(group); !one.numbers.empty())
      out.push_back(std::move(one));
  for (const Parameter& number : parameters)
    if (auto one = sorting.alone(number))
      out.push_back(std::move(*one));
  return out;
}

std::vector<Setting> moved(const Assumption& assumption, double u) {
  const std::vector<double> values = values_at(assumption, u);
  std::vector<Setting> out;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (const Parameter& number = assumption.numbers[i].number; !is_distribution(number))
      out.push_back(
          {number.address, text_of(number, values[i]), {assumption.id, 0, 0}, number.kind});
  return out;
}

namespace {

/// "2019-06-24T15:34": what the scenario is about, and not what somebody thinks.
bool is_date(const std::string& value) {
  const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
  return value.size() > 4 && value[4] == '-' &&
         std::all_of(value.begin(), value.begin() + 4, is_digit);
}

}  // namespace

bool is_assumed(const Parameter& parameter) {
  return parameter.kind == "assumed" || (parameter.kind.empty() && !is_date(parameter.value));
}

namespace {

/// True, none, never and always are choices, and a choice has no range.
bool is_choice(const Parameter& number) {
  return number.unit == "true/false" || number.value_si == 0 ||
         (number.unit == "share" && number.value_si == 1);
}

}  // namespace

std::vector<Parameter> without_range(const std::vector<AssumptionGroup>& groups,
                                     const std::vector<Parameter>& parameters) {
  std::set<std::string> moving;
  for (const Assumption& one : assumptions_of(groups, parameters)) {
    const auto low = moved(one, 0), high = moved(one, 1);
    for (std::size_t i = 0; i < low.size(); ++i)
      if (low[i].value != high[i].value)
        moving.insert(low[i].address);
  }
  std::vector<Parameter> out;
  for (const Parameter& number : parameters) {
    const bool covered = moving.contains(number.address) || is_distribution(number) ||
                         std::ranges::any_of(groups, [&](const AssumptionGroup& group) {
                           return matches(number.address, group.covers);
                         });
    if (is_assumed(number) && !is_choice(number) && !covered)
      out.push_back(number);
  }
  return out;
}

std::vector<IdlePattern> idle_patterns(const std::vector<AssumptionGroup>& groups,
                                       const std::vector<Parameter>& parameters) {
  std::vector<IdlePattern> out;
  for (const AssumptionGroup& group : groups)
    for (const auto* patterns : {&group.of, &group.balance, &group.covers})
      for (const std::string& pattern : *patterns)
        if (std::ranges::none_of(parameters, [&](const Parameter& number) {
              return matches(number.address, {pattern});
            }))
          out.push_back({pattern,
                         {group.mark, "idle-pattern",
                          fmt::format("{} names no number by {}", group.id, pattern)}});
  return out;
}

}  // namespace models
