#include "studies/optimise/optimise_trials.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "models/takeover/proposed_plan.hpp"
#include "models/text/problems.hpp"
#include "results/version.hpp"
#include "studies/loss_trials.hpp"
#include "studies/optimise/loss_values.hpp"
#include "studies/optimise/plan_search.hpp"
#include "studies/optimise/rehearsed_pairs.hpp"
#include "studies/optimise/round_file.hpp"
#include "studies/provenance.hpp"
#include "studies/uncertain.hpp"

namespace studies {
namespace {

using analysis::OptimiseQuestion;
using analysis::OptimiseTrials;
using analysis::RoomAnswer;
using models::Centre;
using models::Id;
using models::PartnerList;
using Losses = std::vector<scenarios::ScenarioInWorld>;

/// Numbers of the first replications of each part. The search begins at 0 and never comes so far:
/// its budget is at most 10^6, and so is what each of the others runs.
constexpr std::uint64_t valued_from = std::uint64_t{1} << 20, draws_from = std::uint64_t{1} << 21;

/// Shares that differ in digits that are not written are the same.
bool is_same_but_for_rounding(const PartnerList& one, const PartnerList& other) {
  return std::ranges::equal(one, other, [](const models::Partner& a, const models::Partner& b) {
    return a.centre == b.centre && a.trained == b.trained && a.disciplines == b.disciplines &&
           std::abs(a.share - b.share) < 1e-3;
  });
}

std::size_t failures_of(const RoundValues& round) {
  std::size_t out = 0;
  for (const auto& room : round)
    for (const auto& list : room)
      out += static_cast<std::size_t>(
          std::ranges::count_if(list, [](double value) { return std::isnan(value); }));
  return out;
}

/// "optimised", or with a number behind it when the world has a plan of that name.
std::string free_id(const models::World& world) {
  std::string out = "optimised";
  const auto is_taken = [&] {
    return std::ranges::any_of(world.takeover_plans,
                               [&](const models::TakeoverPlan& plan) { return plan.id == out; });
  };
  for (int i = 2; is_taken(); ++i)
    out = fmt::format("optimised_{}", i);
  return out;
}

class OptimisePlay {
public:
  OptimisePlay(const Optimisation& asked, const OnProgress& on_progress)
      : asked_(asked),
        question_(asked.question),
        model_(models::read_world(asked.folder, asked.world.settings(), asked.world.overlays())),
        plans_(plans_of(model_.world, question_.loss)),
        rooms_(rooms_of(model_.world, question_.loss)),
        losses_(losses_in(asked.world)),
        rehearsed_(rehearsed_pairs(asked.folder, asked.world, model_.world)),
        pace_(steps(), on_progress) {
    out_.objective = question_.objective;
    out_.rehearsal_price = question_.rehearsal_price.value_or(0);
    out_.valued.world = model_.world;
    out_.valued.rubricering = rubricering_of(losses_.front());
    for (const models::TakeoverPlan& plan : plans_)
      out_.valued.plans.push_back(plan.id);
  }

  OptimiseTrials run() {
    const auto since = std::chrono::steady_clock::now();
    search();
    if (pace_.signal() == 0)
      hold_against_draws();
    out_.found = found_plan();
    if (pace_.signal() == 0)
      value();
    out_.signal = pace_.signal();
    out_.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
    return std::move(out_);
  }

private:
  static std::vector<models::TakeoverPlan> plans_of(const models::World& world,
                                                    const analysis::LossQuestion& question) {
    require_centre(world, question.meldkamer);
    std::vector<models::TakeoverPlan> out;
    for (const std::string& id : chosen_plans(world, question))
      out.push_back(*std::ranges::find(world.takeover_plans, id, &models::TakeoverPlan::id));
    return out;
  }

  static std::vector<Id<Centre>> rooms_of(const models::World& world,
                                          const analysis::LossQuestion& question) {
    std::vector<Id<Centre>> out;
    for (const auto& lost : losses_of(world, question))
      out.push_back(lost.front());
    if (out.empty())
      models::refuse({world.name, 0, 0}, "has no meldkamer whose work another could take over");
    return out;
  }

  Losses losses_in(const WorldReader& world) const {
    Losses out;
    for (const auto room : rooms_)
      out.push_back(
          scenarios::read_scenario(loss_of(model_.world, {room}, question_.loss, asked_.folder),
                                   world.settings(), world.overlays()));
    return out;
  }

  std::uint64_t in_draws() const {
    return question_.draws * rooms_.size() * 2 * question_.rule.first;
  }
  std::uint64_t in_valuation() const {
    return question_.loss.replications * (1 + (plans_.size() + 1) * rooms_.size());
  }
  std::uint64_t steps() const { return question_.budget + in_draws() + in_valuation(); }

  bool has_rehearsed(Id<Centre> room, Id<Centre> partner) const {
    return std::ranges::any_of(rehearsed_[room], [&](const models::Partner& known) {
      return known.centre == partner && known.trained;
    });
  }

  models::PartnerLimits limits_of(Id<Centre> room) const {
    const models::World& world = model_.world;
    models::PartnerLimits out;
    out.possible = models::possible_partners(world, room, question_.within_km);
    for (models::Partner& partner : out.possible)
      partner.trained = partner.trained || has_rehearsed(room, partner.centre);
    out.may_rehearse = question_.rehearsal_price.has_value();
    out.reserves_matter = !models::can_all_do_all(world, room, out.possible);
    const bool by_discipline = std::ranges::any_of(plans_, [&](const auto& plan) {
      return std::ranges::any_of(plan.partners.rows(), [](const PartnerList& list) {
        return std::ranges::any_of(list, [](const auto& one) { return !one.disciplines.empty(); });
      });
    });
    for (const auto discipline : world.disciplines.ids())
      if (by_discipline && world.disciplines[discipline].modelled)
        out.narrowed.push_back(discipline);
    out.reserves_matter = out.reserves_matter || by_discipline;
    return out;
  }

  /// The plans' lists within the limits, the one in force first, then that of the maximum flow.
  RoomSearch search_of(Id<Centre> room, const models::PartnersOfAll& by_flow) const {
    models::PartnerLimits limits = limits_of(room);
    if (limits.possible.empty())
      models::refuse({model_.world.centres[room].id, 0, 0},
                     "has nobody who may and can take over its work within these limits");
    std::vector<PartnerList> starts;
    const auto add = [&](const PartnerList& list) {
      PartnerList start = models::within(list, limits);
      if (!start.empty())
        starts.push_back(is_same_but_for_rounding(list, start) ? list : std::move(start));
    };
    for (const models::TakeoverPlan& plan : plans_)
      add(plan.partners[room]);
    add(by_flow[room]);
    if (starts.empty())
      starts.push_back(models::with_parts({limits.possible.front()}, {1}));
    return {room, std::move(limits), std::move(starts), question_.rule, out_.rehearsal_price};
  }

  PlanSearch made_search() const {
    const auto by_flow =
        models::plan_by_maximum_flow(model_.world, models::OfferedLoad(model_.world));
    std::vector<RoomSearch> rooms;
    for (const auto room : rooms_)
      rooms.push_back(search_of(room, by_flow));
    return {std::move(rooms), question_.objective, question_.budget};
  }

  /// All that the values of a round depend on; not the budget, so that a longer search may go on
  /// from a shorter one.
  std::string asked_in_words() const {
    const analysis::LossQuestion& loss = question_.loss;
    std::string out = fmt::format(
        "{} {} at={} for={} room={} plans={} seed={} objective={} confidence={} indifference={} "
        "first={} within={} price={}",
        results::version(), results::commit(), loss.at, loss.duration, loss.meldkamer,
        fmt::join(loss.plans, ","), loss.seed, static_cast<int>(question_.objective),
        question_.rule.confidence, question_.rule.indifference, question_.rule.first,
        question_.within_km.value_or(-1), question_.rehearsal_price.value_or(-1));
    for (const models::InputFile& input : model_.inputs)
      out += "\n" + input.sha256;
    for (const models::Setting& setting : asked_.world.settings())
      out += "\n" + setting.address + "=" + setting.value;
    return out;
  }

  void search() {
    RoundFile kept(asked_.rounds, asked_in_words());
    PlanSearch search = made_search();
    LossValues values(model_.world, losses_, {question_.loss.seed, question_.loss.jobs}, pace_);
    while (!search.asked().empty() && pace_.signal() == 0) {
      const std::uint64_t cost = search.cost();
      if (search.rounds() < kept.rounds().size()) {
        take_kept(search, kept);
        pace_.add(cost);
        continue;
      }
      RoundValues round = simulated(search, values);
      if (pace_.signal() != 0)
        break;
      kept.add(round);
      search.take(std::move(round));
    }
    for (std::size_t i = 0; i < search.rounds(); ++i)
      out_.failed += failures_of(kept.rounds()[i]);
    pace_.go_to(question_.budget);
    keep(search);
  }

  void take_kept(PlanSearch& search, const RoundFile& kept) const {
    try {
      search.take(kept.rounds()[search.rounds()]);
    } catch (const std::invalid_argument&) {
      models::refuse({asked_.rounds, 0, 0}, "has rounds that this search does not ask for");
    }
  }

  RoundValues simulated(const PlanSearch& search, LossValues& values) const {
    RoundValues out;
    for (const std::size_t room : search.asked()) {
      const WantedTrials wanted = search.rooms()[room].wanted();
      auto& lists = out.emplace_back();
      for (const PartnerList& list : wanted.lists) {
        if (pace_.signal() != 0)
          return out;
        lists.push_back(values.of(room, rooms_[room], list, {wanted.first, wanted.count}));
      }
    }
    return out;
  }

  void keep(const PlanSearch& search) {
    out_.rounds = search.rounds();
    out_.replications = search.replications();
    out_.budget_ended = search.budget_ended();
    for (const RoomSearch& room : search.rooms()) {
      RoomAnswer answer;
      starts_.push_back(room.start());
      answer.room = room.room();
      answer.before = plans_.front().partners[room.room()];
      answer.after = room.best();
      answer.not_told = room.not_told();
      answer.searched_out = room.is_searched_out();
      answer.rehearsals = room.rehearsals(room.best());
      out_.rooms.push_back(std::move(answer));
      out_.steps.insert(out_.steps.end(), room.steps().begin(), room.steps().end());
    }
  }

  /// Worlds with drawn parameters; every change is tried in each of them.
  void hold_against_draws() {
    if (question_.draws == 0 || !out_.is_other_plan())
      return;
    const auto assumptions = assumptions_of(losses_.front());
    for (std::uint64_t draw = 1; draw <= question_.draws && pace_.signal() == 0; ++draw)
      hold_against(drawn_settings(assumptions, question_.loss.seed, draw), draw);
    if (pace_.signal() != 0)
      return;
    for (std::size_t i = 0; i < out_.rooms.size(); ++i)
      drop_if_doubtful(out_.rooms[i], starts_[i]);
    pace_.go_to(question_.budget + in_draws());
  }

  void hold_against(std::vector<models::Setting> settings, std::uint64_t draw) {
    WorldReader drawn = asked_.world;
    drawn.more.insert(drawn.more.end(), std::make_move_iterator(settings.begin()),
                      std::make_move_iterator(settings.end()));
    const Losses losses = losses_in(drawn);
    LossValues values(losses.front().model.world, losses,
                      {question_.loss.seed, question_.loss.jobs}, pace_);
    const std::uint64_t count = question_.rule.first;
    const LossValues::Replications some{draws_from + (draw - 1) * count, count};
    for (std::size_t i = 0; i < out_.rooms.size(); ++i) {
      RoomAnswer& answer = out_.rooms[i];
      if (!answer.changes() || pace_.signal() != 0)
        continue;
      const auto saved =
          analysis::paired_differences(values.of(i, answer.room, answer.before, some),
                                       values.of(i, answer.room, answer.after, some));
      const double price = out_.rehearsal_price * static_cast<double>(answer.rehearsals);
      answer.better_draws += analysis::estimate(saved).mean > price;
      ++answer.draws;
    }
  }

  void drop_if_doubtful(RoomAnswer& answer, const PartnerList& start) const {
    const double needed = analysis::kept_from_share * static_cast<double>(answer.draws);
    if (!answer.changes() || static_cast<double>(answer.better_draws) >= needed)
      return;
    answer.dropped = true;
    answer.not_told.push_back(answer.after);
    answer.after = start;
    answer.rehearsals = 0;
  }

  models::TakeoverPlan found_plan() const {
    models::TakeoverPlan out = plans_.front();
    out.id = free_id(model_.world);
    out.name = "Door zoeken";
    out.description = fmt::format(
        "Found by search (uitwijk optimise, seed {}) from the plans of the world: least {} when "
        "each room is lost for {}.",
        question_.loss.seed,
        question_.objective == analysis::Objective::expected ? "extra lost callers on average"
                                                             : "extra lost callers of the worst",
        question_.loss.duration);
    for (const RoomAnswer& answer : out_.rooms)
      out.partners[answer.room] = answer.after;
    return out;
  }

  /// The shipped plans and the found one, on replications that nobody has seen.
  void value() {
    analysis::LossTrials& trials = out_.valued;
    std::vector<models::TakeoverPlan> plans = plans_;
    if (out_.is_other_plan()) {
      plans.push_back(out_.found);
      trials.plans.push_back(out_.found.id);
    }
    std::vector<models::World> worlds(plans.size(), model_.world);
    for (std::size_t i = 0; i < plans.size(); ++i)
      worlds[i].takeover.partners = plans[i].partners;
    for (const auto room : rooms_)
      trials.losses.push_back({{room}, {}});
    analysis::LossQuestion question = question_.loss;
    question.first = valued_from;
    run_trials(trials, worlds, losses_, question, pace_.follow_study());
    if (trials.signal != 0)
      trials.losses.clear();
  }

  const Optimisation& asked_;
  const OptimiseQuestion& question_;
  models::WorldModel model_;
  std::vector<models::TakeoverPlan> plans_;  ///< the one in force first
  std::vector<Id<Centre>> rooms_;
  Losses losses_;  ///< of `rooms_`
  models::PartnersOfAll rehearsed_;
  Pace pace_;
  std::vector<PartnerList> starts_;  ///< of `rooms_`: as in force, within the limits
  OptimiseTrials out_;
};

}  // namespace

analysis::OptimiseTrials optimise(const Optimisation& asked, const OnProgress& on_progress) {
  return OptimisePlay(asked, on_progress).run();
}

}  // namespace studies
