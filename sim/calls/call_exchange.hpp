#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/world.hpp"
#include "results/observations.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calls/agent_pool.hpp"
#include "sim/calls/call.hpp"
#include "sim/calls/caller_ledger.hpp"
#include "sim/calls/demand_stream.hpp"
#include "sim/calls/detour.hpp"
#include "sim/calls/event_heap.hpp"
#include "sim/calls/exchange_books.hpp"
#include "sim/calls/loss_books.hpp"

namespace sim {

/// What the functions of one centre at one stage can do at the moment, all losses put together.
struct FunctionState {
  bool stopped = false, cuts_connected = false, cuts_waiting = false, blocks_arriving = false;
  bool picture_hidden = false, keeps_dispatch_home = false;
  double slow = 1, transfer_extra_s = 0, astray = 0, blocking = 0, blocked_callers = 0;
  bool operator==(const FunctionState&) const = default;
};

/// The calls: plain values, one event heap, no actor and no allocation per call. Time moves by
/// `advance_to` only; everything below it is a change of state at `now_s()` by a living actor.
/// At equal times: the minute, ends of service, patience, transfers and redials by slot, arrivals.
class CallExchange {
public:
  CallExchange(const models::World& world, const scenarios::Scenario& scenario,
               const models::ReplicationKey& key, DemandStream& demand, results::Facts& facts,
               PairedFates fates);

  /// Rows for the first callers of the window, so many; asked before time moves.
  void record_calls(std::size_t calls) { ledger_.record(calls); }
  /// Handles every call event in [now, t).
  void advance_to(double t_s);
  double now_s() const { return now_s_; }
  /// Calls this at each full minute from now on, before the calls of that instant: a clock for the
  /// wallboard, which as an actor would cost as much as all others together. It may do what actors
  /// may. Asked again, it keeps its beat.
  void tell_minutes(std::function<void()> on_minute);
  /// Called at the end of each bin of the timeline; it must change nothing.
  void tell_time(std::function<void(double now_s)> on_time) { on_time_ = std::move(on_time); }

  void set_on_duty(models::Id<models::AgentGroup> group, int people);
  void set_function_state(models::Id<models::Centre> centre, models::Id<models::Stage> stage,
                          const FunctionState& state);
  /// Factor of effects on handling, beside that of lost functions.
  void set_slower(models::Id<models::AgentGroup> group, double factor);
  /// Calls for a centre go to these partners, those that wait now included; empty: home again.
  void redirect(models::Id<models::Centre> centre, std::vector<models::Partner> partners);
  /// Announces a channel: whoever fails and has heard of it goes there, at any attempt. Without a
  /// share it has the world's.
  void open_channel(std::size_t channel, std::optional<double> share);
  /// An announcement is over but an earlier one still holds.
  void keep_channel_open(std::size_t channel, std::optional<double> share);
  /// Back to what the world says of it.
  void close_channel(std::size_t channel);
  void set_channel_works(std::size_t channel, bool works);
  /// Whether jobs of this flow of other work reach anybody.
  void set_work_arrives(std::size_t work, bool arrives) { work_arrives_[work] = arrives; }
  /// Share of a centre's lines that is left.
  void set_lines_share(models::Id<models::Centre> centre, double share);
  /// Voice channels that the wires to a centre carry at the moment; none: more than it needs.
  void set_channels(models::Id<models::Centre> centre, std::optional<int> channels);
  /// Pictures from this centre do not arrive for now (the function that shares them may work).
  void hold_pictures(models::Id<models::Centre> centre, bool held);
  /// What single calls may meet on their way; asked from the next call on.
  Detours& detours() { return detours_; }

  bool answers(models::Id<models::Centre> centre, models::Id<models::Stage> stage) const;
  std::uint32_t waiting(models::Id<models::AgentGroup> group) const;
  int on_duty(models::Id<models::AgentGroup> group) const { return pools_[group.index].on_duty; }
  /// Calls answered by others for the regions of this centre so far.
  std::uint32_t taken_over_from(models::Id<models::Centre> centre) const {
    return taken_from_[centre.index];
  }
  /// Running counts for the story: waiting, answered, failed over all stages.
  std::array<std::uint32_t, 3> running() const;
  std::uint64_t open_measured() const { return ledger_.open_measured() + measured_jobs_; }

  /// Closes all books at `now_s()`: who is still waiting is pending. Fills conservation_error and
  /// the digest of the facts.
  void finish();

private:
  using Group = std::uint16_t;

  void find_stages();
  void open_pools();

  // what happens
  void close_bin();
  void end_minute();
  void handle(const Event& event);
  void first_attempt(const Arrival& arrival);
  void begin_work(std::uint32_t slot, const models::OtherWork& work);
  void attempt(std::uint32_t slot);
  void offer(std::uint32_t slot);
  void overflow(const Event& event);
  void look_for_partner(std::uint32_t slot);
  void move_waiting(std::size_t centre);
  bool try_overflow(std::uint32_t slot, Group group);
  void move(std::uint32_t slot, Group from, Group to);
  void wait(std::uint32_t slot, Group group);
  void answer(std::uint32_t slot, Group group);
  void note_answer(Call& call, const AgentPool& pool);
  void look_at_losses();
  void look_at_loss(std::size_t centre, const Call& probe);
  void note_sent(Call& call, Group to);
  /// Of a call at its stage, in the books of losses.
  std::size_t place_of(const Call& call) const {
    return static_cast<std::size_t>(&call - calls_.data()) * world_.stages.size() + call.stage;
  }
  void note_answered_elsewhere(Call& call, const AgentPool& pool);
  void end_service(std::uint32_t slot);
  void go_on(std::uint32_t slot);
  void hang_up(std::uint32_t slot);
  bool needs_unit(const Call& call) const;
  void pass_on(std::uint32_t slot, double delay_s);
  double set_up_s(const Call& call) const;
  double transfer_s(const Call& call) const;
  void start_job(std::uint32_t slot);
  bool job_comes_back(std::uint32_t slot);
  Group misrouted_to(Call& call, Group right) const;
  void end_job(std::uint32_t slot);
  void abandon(std::uint32_t slot);
  void block(std::uint32_t slot, Group group);
  bool blocked_on_the_way(const Call& call, const AgentPool& pool) const;
  void fail(std::uint32_t slot, results::CallerCount cause);
  bool redials(std::uint32_t slot, results::CallerCount cause);
  bool tries_channel(std::uint32_t slot);
  void contact_by_channel(std::uint32_t slot);
  bool follows_announcement(std::uint32_t slot, double until_s);
  void help_elsewhere(std::uint32_t slot, double at_s);
  bool is_stranded(std::uint32_t slot);
  void give_up(std::uint32_t slot);
  void serve(Group group);
  void talk_on(std::uint32_t slot);
  void set_pace(Group group, double slow, bool keeps_dispatch_home);
  void hand_over(Group group);
  void cut_talking(Group group);
  void cut_waiting(Group group);
  void release_stranded();

  // small parts
  std::uint32_t take_slot();
  void free_slot(std::uint32_t slot);
  void look_up_triage();
  Group destination(const Call& call) const;
  Group group_of(std::size_t centre, const Call& call) const;
  bool may_take(const models::Partner& partner, const Call& call) const;
  /// Of what a centre does at a stage for a discipline.
  std::size_t cell_of(std::size_t centre, std::size_t stage, std::size_t discipline) const {
    return (centre * world_.stages.size() + stage) * disciplines_ + discipline;
  }
  Group home_group(const Call& call) const;
  std::vector<Group> partner_groups(std::size_t centre, const Call& probe) const;
  bool received_elsewhere(std::size_t centre, const Call& probe) const;
  void leave_line(std::uint32_t slot);
  double handling_s(const Call& call, const AgentPool& pool) const;
  void look_at_ways();
  WayState way_of(std::size_t region, std::size_t discipline) const;
  std::vector<Group> destinations(const Call& probe) const;
  bool takes(Group group, double arrives) const;
  bool takes_or_passes_on(Group group, const Call& probe, double arrives) const;
  bool is_fallback(Group group, const Call& probe) const;
  double left_of(const Call& call) const;
  std::optional<double> patience_s(const Call& call) const;
  /// Of an announced channel, as it reaches one person.
  struct News {
    double heard_s, help_s;  ///< when, and how long the help takes from then
  };
  std::optional<News> news(const Call& call, std::size_t channel) const;
  bool can_reach(const Call& call, std::size_t channel) const;
  void show_pictures(Group group);
  void fit_lines(models::Id<models::Centre> centre);
  void clock_duty(AgentPool& pool, Group group);
  double draw(models::Purpose purpose, const Call& call, std::uint32_t b) const {
    return models::uniform(key_, purpose, subject_of(call, b));
  }
  std::size_t state_at(std::size_t centre, std::size_t stage) const {
    return centre * world_.stages.size() + stage;
  }

  const models::World& world_;
  models::ReplicationKey key_;
  DemandStream& demand_;
  CallerLedger ledger_;
  ExchangeBooks books_;
  LossBooks losses_;
  bool losses_changed_ = false;  // or may have, since somebody looked
  double now_s_ = 0, next_minute_s_ = std::numeric_limits<double>::infinity();
  std::function<void()> on_minute_;
  std::function<void(double)> on_time_;
  std::size_t disciplines_, centres_, last_on_line_ = 0;
  std::uint8_t work_kind_ = 0;

  std::vector<Call> calls_;
  std::vector<std::uint32_t> free_;
  EventHeap events_;
  std::vector<AgentPool> pools_;
  std::vector<FunctionState> states_;                    // [centre][stage]
  std::vector<double> effect_slow_;                      // [group]
  std::vector<Group> groups_at_;                         // [centre][stage][discipline]
  std::vector<bool> triage_allows_;                      // [home][stage][discipline][centre]
  std::vector<bool> national_;                           // [stage]
  std::vector<int> lines_left_, lines_;                  // [centre] free, and in all
  std::vector<double> lines_share_;                      // [centre]
  std::vector<std::optional<int>> channels_left_;        // [centre]
  std::vector<bool> pictures_held_;                      // [centre]
  std::vector<std::vector<models::Partner>> redirects_;  // [centre]
  bool any_redirect_ = false;
  std::vector<std::uint32_t> taken_from_;  // [centre]

  struct Announcement {
    double at_s, share;
  };
  struct ChannelState {
    double share;  ///< who would use it
    bool works = true;
    std::vector<Announcement> announced = {};  ///< since the first that still holds
  };
  std::vector<ChannelState> channels_;
  std::vector<bool> work_arrives_;  // [other work]
  Detours detours_;
  std::vector<std::uint32_t> stranded_;
  struct Way {
    WayState state;
    double since_s = 0;
  };
  std::vector<Way> ways_;      // [region][discipline]
  bool ways_changed_ = false;  // since they were looked at
  std::uint64_t measured_jobs_ = 0;
  std::uint32_t answered_total_ = 0, failed_total_ = 0;
};

}  // namespace sim
