#include "studies/optimise/room_search.hpp"

#include <algorithm>

namespace studies {
namespace {

using models::MovedList;
using models::PartnerList;

/// Replications between two looks at a contest, after the first.
constexpr std::uint64_t looks_every = 10;

}  // namespace

RoomSearch::RoomSearch(models::Id<models::Centre> room, models::PartnerLimits limits,
                       std::vector<PartnerList> starts, const analysis::SelectionRule& rule,
                       double price)
    : room_(room),
      limits_(std::move(limits)),
      rule_(rule),
      price_(price),
      start_(starts.front()),
      best_(start_) {
  std::vector<MovedList> others;
  for (std::size_t i = 1; i < starts.size(); ++i)
    if (starts[i] != best_ && std::ranges::none_of(others, [&](const MovedList& known) {
          return known.list == starts[i];
        }))
      others.push_back({{}, std::move(starts[i])});
  if (others.empty())
    look_around();
  else
    hold(std::move(others));
}

WantedTrials RoomSearch::wanted() const {
  WantedTrials out;
  for (const std::size_t i : contest_->left())
    out.lists.push_back(alternatives_[i].list);
  out.first = next_replication_;
  out.count = contest_->replications() == 0 ? rule_.first : looks_every;
  return out;
}

void RoomSearch::take(std::vector<std::vector<double>> lost) {
  next_replication_ += lost.front().size();
  for (std::size_t i = 0; i < lost.size(); ++i)
    for (double& value : lost[i])
      value += price_ * static_cast<double>(rehearsals(alternatives_[contest_->left()[i]].list));
  contest_->add(lost);
  mean_ = analysis::estimate(contest_->values(contest_->best())).mean;
  if (contest_->is_decided())
    end_contest();
}

void RoomSearch::close() {
  if (!contest_)
    return;
  if (contest_->replications() > 0)
    take_the_better_one();
  contest_.reset();
}

std::size_t RoomSearch::rehearsals(const PartnerList& list) const {
  return static_cast<std::size_t>(std::ranges::count_if(list, [&](const models::Partner& partner) {
    const auto known =
        std::ranges::find(limits_.possible, partner.centre, &models::Partner::centre);
    return partner.trained && (known == limits_.possible.end() || !known->trained);
  }));
}

void RoomSearch::hold(std::vector<MovedList> others) {
  alternatives_ = {{{}, best_}};
  std::ranges::move(others, std::back_inserter(alternatives_));
  contest_.emplace(alternatives_.size(), rule_);
}

/// Holds the best so far against all that is one move away.
void RoomSearch::look_around() {
  among_starts_ = false;
  std::vector<MovedList> others = models::moved_lists(best_, limits_);
  std::erase_if(others, [&](const MovedList& other) { return is_ruled_out(other.list); });
  searched_out_ = others.empty();
  if (searched_out_)
    contest_.reset();
  else
    hold(std::move(others));
}

bool RoomSearch::is_ruled_out(const PartnerList& list) const {
  return std::ranges::find(ruled_out_, list) != ruled_out_.end();
}

/// Whether there was one. Remembers who is not surely worse than the best.
bool RoomSearch::take_the_better_one() {
  std::size_t best = contest_->best();
  const analysis::Estimate saved = contest_->difference(0, best);
  const bool is_better = best != 0 && saved.low > 0 && contest_->is_surely_better(best, 0);
  if (!is_better)
    best = 0;
  not_told_.clear();
  for (std::size_t i = 0; i < alternatives_.size(); ++i) {
    if (i == best)
      continue;
    const bool is_left = std::ranges::count(contest_->left(), i) > 0;
    if (!is_left)
      ruled_out_.push_back(alternatives_[i].list);
    if (is_left || !contest_->is_surely_better(best, i))  // within the indifference, or equal
      not_told_.push_back(alternatives_[i].list);
  }
  if (is_better) {
    const MovedList& taken = alternatives_[best];
    best_ = taken.list;
    steps_.push_back(
        {room_, taken.move, taken.list, saved, contest_->alternatives(), contest_->replications()});
  }
  return is_better;
}

void RoomSearch::end_contest() {
  if (take_the_better_one() || among_starts_) {
    look_around();
  } else {
    contest_.reset();
    searched_out_ = true;
  }
}

}  // namespace studies
