#include "studies/optimise/plan_search.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace studies {
namespace {

std::uint64_t cost_of(const RoomSearch& room) {
  const WantedTrials wanted = room.wanted();
  return wanted.lists.size() * wanted.count;
}

}  // namespace

PlanSearch::PlanSearch(std::vector<RoomSearch> rooms, analysis::Objective objective,
                       std::uint64_t budget)
    : rooms_(std::move(rooms)), objective_(objective), budget_(budget) {
  ask();
}

std::uint64_t PlanSearch::cost() const {
  std::uint64_t out = 0;
  for (const std::size_t room : asked_)
    out += cost_of(rooms_[room]);
  return out;
}

void PlanSearch::take(RoundValues values) {
  check(values);
  spent_ += cost();
  ++rounds_;
  for (std::size_t i = 0; i < asked_.size(); ++i)
    rooms_[asked_[i]].take(std::move(values[i]));
  ask();
}

/// A round is whole or is not begun, so that a search with a larger budget has the same ones.
void PlanSearch::ask() {
  asked_ = active();
  budget_ended_ = cost() > budget_ - spent_;
  if (budget_ended_)
    asked_.clear();
  if (asked_.empty())
    for (RoomSearch& room : rooms_)
      room.close();
}

std::vector<std::size_t> PlanSearch::active() const {
  std::vector<std::size_t> out;
  std::size_t worst = 0;
  bool all_are_seen = true;
  for (std::size_t i = 0; i < rooms_.size(); ++i) {
    all_are_seen = all_are_seen && (rooms_[i].is_done() || !std::isnan(rooms_[i].mean()));
    worst = rooms_[i].mean() > rooms_[worst].mean() ? i : worst;
    if (!rooms_[i].is_done())
      out.push_back(i);
  }
  if (objective_ == analysis::Objective::expected || !all_are_seen)
    return out;
  if (rooms_[worst].is_done())
    return {};
  return {worst};
}

void PlanSearch::check(const RoundValues& values) const {
  bool fits = values.size() == asked_.size();
  for (std::size_t i = 0; fits && i < asked_.size(); ++i) {
    const WantedTrials wanted = rooms_[asked_[i]].wanted();
    fits = values[i].size() == wanted.lists.size() &&
           std::ranges::all_of(values[i],
                               [&](const auto& of_list) { return of_list.size() == wanted.count; });
  }
  if (!fits)
    throw std::invalid_argument("not the values of this round");
}

}  // namespace studies
