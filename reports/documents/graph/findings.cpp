#include "reports/documents/graph/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace reports {
namespace {

using models::Centre;
using models::Id;
using models::Receiving;
using models::World;

constexpr int hours_of_week = 168;
/// Pairs grow with the square of the meldkamers, and what is asked of each with their number: 60
/// meldkamers have 1770 and take a second, 200 have 19,900 and took minutes.
constexpr std::size_t most_pairs = 2000;
constexpr std::array days = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

bool wanted(const World& world, const models::FunctionAt& at, const GraphFilter& filter) {
  return (filter.function.empty() || world.functions[at.function].id == filter.function) &&
         (filter.meldkamer.empty() || world.centres[at.centre].id == filter.meldkamer);
}

/// Leaves of every single point what was asked for.
void narrow(const World& world, const GraphFilter& filter, GraphFindings& out) {
  const auto keep = [&](std::vector<std::size_t>& places) {
    std::erase_if(places, [&](std::size_t place) {
      return !wanted(world, world.functions_at[place], filter);
    });
  };
  for (models::SinglePoint& point : out.single_points) {
    keep(point.functions);
    keep(point.interrupted);
    if (!filter.function.empty() || !filter.meldkamer.empty())
      point.channels.clear();
  }
  std::erase_if(out.single_points, [](const models::SinglePoint& point) {
    return point.functions.empty() && point.interrupted.empty() && point.channels.empty();
  });
}

void find_worst_hour(const World& world, const models::OfferedLoad& load, double most_busy,
                     LostCentres& out) {
  for (int hour = 0; hour < hours_of_week; ++hour) {
    const auto capacity =
        models::takeover_capacity(world, load, out.lost, {hour, Receiving::plan, false, most_busy});
    out.holds_all_week = out.holds_all_week && capacity.holds();
    if (!capacity.holds() && capacity.share() < out.worst_share) {
      out.worst_share = capacity.share();
      out.worst_hour = hour;
    }
  }
}

bool names(const World& world, const std::vector<Id<Centre>>& lost, const std::string& centre) {
  return std::any_of(lost.begin(), lost.end(),
                     [&](Id<Centre> id) { return world.centres[id].id == centre; });
}

void find_takeovers(const World& world, const GraphFilter& filter, GraphFindings& out) {
  const models::OfferedLoad load(world);
  auto sets = models::singles_and_pairs(world);
  std::erase_if(sets, [&](const auto& lost) {
    return !filter.meldkamer.empty() && !names(world, lost, filter.meldkamer);
  });
  const auto is_pair = [](const auto& lost) { return lost.size() == 2; };
  if (const auto pairs = static_cast<std::size_t>(std::ranges::count_if(sets, is_pair));
      pairs > most_pairs) {
    std::erase_if(sets, is_pair);
    out.pairs_left_out = pairs;
  }
  for (const auto& lost : sets) {
    const auto ask = [&](Receiving receiving, bool relocated) {
      return models::takeover_capacity(world, load, lost,
                                       {out.hour_of_week, receiving, relocated, filter.most_busy});
    };
    LostCentres row{lost,
                    ask(Receiving::plan, false),
                    ask(Receiving::plan, true),
                    ask(Receiving::partners, false),
                    ask(Receiving::anyone, false),
                    out.hour_of_week,
                    1,
                    true};
    if (lost.size() == 1)
      find_worst_hour(world, load, filter.most_busy, row);
    out.takeovers.push_back(std::move(row));
  }
}

}  // namespace

GraphFindings find_in_graph(const World& world, const GraphFilter& filter) {
  GraphFindings out;
  out.events = models::basic_events(world);
  out.cut_sets = models::minimal_cut_sets(world, out.events);
  out.single_points = models::single_points(world, out.events);
  for (std::size_t i = 0; i < world.functions_at.size(); ++i)
    if (wanted(world, world.functions_at[i], filter))
      out.functions.push_back(i);
  narrow(world, filter, out);
  out.network = models::network_graph(world);
  out.hour_of_week =
      filter.hour_of_week < 0 ? models::busiest_hour(world.demand) : filter.hour_of_week;
  find_takeovers(world, filter, out);
  return out;
}

std::string starred(const std::string& text, const std::string& centre) {
  const std::string own = "@" + centre;
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find(own); at != std::string::npos; at = text.find(own, from)) {
    const std::size_t end = at + own.size();
    const bool whole =
        end == text.size() || std::string_view(",) +]").find(text[end]) != std::string_view::npos;
    out += text.substr(from, at - from) + (whole ? "@*" : own);
    from = end;
  }
  return out + text.substr(from);
}

std::string hour_text(int hour_of_week) {
  return fmt::format("{} {:02}:00", days[static_cast<std::size_t>(hour_of_week) / 24],
                     hour_of_week % 24);
}

int hour_of(const std::string& text) {
  for (int hour = 0; hour < hours_of_week; ++hour)
    if (hour_text(hour) == text)
      return hour;
  return -1;
}

}  // namespace reports
