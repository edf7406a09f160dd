#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/chance/distribution.hpp"
#include "models/world/calendar.hpp"
#include "models/world/table.hpp"

/// The world on a normal day, as checked values. Times are seconds, rates per second, shares in
/// [0, 1]. Nothing here is checked again after reading; nothing here knows a Dutch name.
namespace models {

struct Discipline {
  std::string id, name;
  bool modelled = true;  ///< false: demand unknown, results say "not modelled", never 0
  double share = 0;      ///< of forwarded callers; adds up to 1 over the modelled ones
  std::vector<std::string> medegebruikers = {};  ///< who use the systems under its responsibility
};

/// What a caller wants. Shares add up to 1 over all kinds.
struct Kind {
  std::string id, name;
  double share = 0;
  bool genuine = false;    ///< an incident that needs help (genuine or duplicate)
  bool duplicate = false;  ///< reports an incident that somebody reported before
  bool redials = true;     ///< silent calls never do
  double forwarded = 1;    ///< probability of going on past the first stage
  double dispatched = 1;   ///< probability of a dispatch job after intake
};

enum class QueueOrder { first_come, priority, random };

/// One stage of the chain, in order of passage.
struct Stage {
  std::string id, name;
  bool caller_on_line = true;  ///< false: a job without a caller (dispatch); nobody abandons it
  QueueOrder order = QueueOrder::first_come;
  /// Handling time by kind x discipline: index kind * disciplines + discipline.
  std::vector<Distribution> handling_s;
  std::optional<Distribution> patience_s;  ///< none: waits for ever
  Distribution transfer_s = Constant{0};   ///< delay on the way into this stage
};

/// Who works: a skill that a centre has a roster for. One role serves one stage.
struct Role {
  std::string id, name;
  Id<Stage> stage;
  std::vector<Id<Discipline>> disciplines;
  double free_for_112 = 1;  ///< share of those on duty who are at no other task
  double people = 1;        ///< factor on all rosters of the role
};

enum class ShiftEnd { finish_call, hand_over };

/// Persons on duty as a weekly step function of local time, `steps` ascending, never empty; before
/// the first step the last one of the week holds.
struct Roster {
  struct Step {
    int second_of_week;
    int staff;
  };
  std::vector<Step> steps;
  int at(int second_of_week) const;
};

struct CallIn {
  int waiting = 0;  ///< calls waiting at the minute look that start the call-in
  struct Step {
    double after_s;
    int staff;  ///< persons added by this step
  };
  std::vector<Step> steps;
  double stand_down_s = 3600;  ///< after this long without the trigger all go home
};

struct Centre;

/// The people of one role at one centre: the server pool of queueing theory.
struct AgentGroup {
  std::string id;  ///< "rotterdam.politie"
  Id<Centre> centre;
  Id<Role> role;
  Id<Stage> stage;
  int desks = 0;  ///< capacity = min(desks, roster)
  Roster roster;
  ShiftEnd shift_end = ShiftEnd::finish_call;
  std::optional<CallIn> call_in;
  double people = 1;        ///< factor on the roster
  double free_for_112 = 1;  ///< share of those on duty who are at no other task, in [0, 1]

  bool is_all_free() const { return people == 1 && free_for_112 == 1; }
  /// On average, of so many on duty: their share that is free, but somebody always stays at the
  /// desk.
  double free_of(double on_duty) const;
  /// On average, as rostered.
  double free_at(int second_of_week) const;
};

/// Automatic overflow (overloop): a call that finds nobody free, and still waits after `after_s`,
/// goes to the first partner of its centre's list with somebody free.
struct Overflow {
  double after_s = 0;
  std::vector<Id<Centre>> to;
};

struct Centre {
  std::string id, name, city, site;
  double latitude = 0, longitude = 0;
  std::optional<int> lines;  ///< calls present (waiting or talking) that fit; none: no limit
  std::optional<Overflow> overflow;
  /// By discipline the systems (protocols) that intake works with; not named: any will do.
  std::map<Id<Discipline>, std::vector<std::string>> triage;
};

struct Region {
  std::string id, name;
  double population = 0;
  Id<Centre> centre;  ///< whose it is at regional stages
  double weight = 0;  ///< share of demand, adds up to 1
};

/// Where the calls of (stage, region, discipline) go on a normal day. Index:
/// (stage * regions + region) * disciplines + discipline; none when nobody serves it.
using Routing = std::vector<Id<AgentGroup>>;

struct Profile {
  std::string id;
  struct Step {
    int month, day, second_of_day;
    double factor;  ///< of the annual mean rate; 0 means "normal again"
  };
  std::vector<Step> steps;  ///< in calendar order; may run over New Year
};

struct Component;

/// An expression over components: at least `k` of `of`, or one component.
struct Needs {
  Id<Component> component;  ///< set for a leaf
  int k = 0;
  std::vector<Needs> of;  ///< empty and k = 0: needs nothing, always met
};

/// Work at a stage that is no 112 call (requests by GPs, automatic alarms): occupies staff and is
/// in no 112 measure. While `needs` is not met the jobs never arrive (alarms that nobody receives).
struct OtherWork {
  std::string id, name;
  Id<Discipline> discipline;
  Id<Stage> stage;
  double per_forwarded_call = 0;  ///< jobs for each forwarded 112 call of the discipline
  double dispatched = 0;
  Needs needs;
};

struct Demand {
  double calls_per_s = 0;                ///< first attempts, annual mean
  std::array<double, 168> hour_of_week;  ///< local, mean 1
  double urgent_share = 0;               ///< of genuine callers: immediate threat to life
  /// A random factor on the number of callers.
  struct Busyness {
    std::string id;          ///< empty: the only one
    double cv = 0;           ///< of the gamma factor with mean 1; 0 is Poisson
    double block_s = 3600;   ///< how long one factor holds; a multiple of 900 s
    double correlation = 0;  ///< share of the variance that all regions have in common
  };
  std::vector<Busyness> busyness;  ///< they multiply; each block is a multiple of the one before
  /// Callers about one incident dial one after another.
  struct Bursts {
    double delay_s = 0;   ///< after the first caller: mean of an exponential, which is cut off
    double within_s = 0;  ///< here; an older incident has no further callers
  };
  std::optional<Bursts> bursts;  ///< none: each duplicate dials at a time of its own
  std::vector<OtherWork> other_work;
  std::map<std::string, Profile> profiles;
};

/// Another way to reach help: for whoever gives up; an announced one at each failed attempt.
struct Channel {
  std::string id, name;
  double share = 0;        ///< of those who fail and do not redial, once fully known
  bool published = true;   ///< false: nobody knows it until a scenario opens it
  bool by_phone = true;    ///< false: nobody needs a signal for it
  double known_tau_s = 0;  ///< after opening the share grows as 1 - exp(-t / tau); 0 at once
  Distribution delay_s = Constant{0};  ///< from failing to speaking to somebody who helps
  Needs needs;
};

struct CallerBehaviour {
  struct Redial {
    double after_blocked = 0, after_abandoned = 0, after_cut = 0;
    Distribution delay_s = Constant{0};
    int maximum = 0;  ///< redials by one person
  } redial;
  std::vector<Channel> channels;  ///< tried in this order
  /// Of callers who gave up while the first stage was unreachable: the share (non-urgent) that
  /// calls again once it is back, and over how long.
  double deferred_share = 0;
  double deferred_spread_s = 3600;
};

/// A thing that works or does not. A component `per: meldkamer` stands here once for each centre,
/// id "acd@rotterdam".
struct Component {
  std::string id, name;
  std::string voorziening;  ///< empty for a supplier's
  std::string supplier;     ///< empty for one of a voorziening
  Id<Centre> centre;        ///< none: national
  std::string site;
  int n = 1, k = 1;  ///< works while k of n units do
  std::string common_cause;
  double beta = 0;  ///< share of a unit's failures that take all units of the component at once
  Needs needs;
  std::optional<double> mtbf_s;
  std::optional<Distribution> repair_s;
  /// Cold standby: starts `start_s` after the component it stands by for stopped working, with
  /// probability 1 - start_fails; stops when that one works again.
  struct Standby {
    Id<Component> primary;
    Distribution start_s = Constant{0};
    double start_fails = 0;
  };
  std::optional<Standby> standby;
};

/// What losing a function does, at each centre where it is lost.
struct Stops {
  bool cut_connected = false;  ///< else conversations go on
  bool cut_waiting = false;    ///< else they keep waiting, and their patience runs
  bool block_arriving = true;  ///< else they queue
};
struct Slows {
  double factor = 1;  ///< on the work that is left or begun while lost
};
struct DelaysTransfer {
  double delay_s = 0;
};
struct SendsAstray {
  double probability = 0;  ///< of a wrong address per dispatched incident
};
struct HidesPicture {};       ///< the region gets no picture of what is dispatched meanwhile
struct KeepsDispatchHome {};  ///< cannot dispatch for another centre's regions
using LossEffect =
    std::variant<Stops, Slows, DelaysTransfer, SendsAstray, HidesPicture, KeepsDispatchHome>;

/// What people do with components, at one stage of each centre that works at it.
struct Function {
  std::string id, name;
  Id<Stage> stage;
  bool takeover = false;  ///< losing it starts the takeover of the centre
  std::vector<LossEffect> when_lost;
};

struct FunctionAt {
  Id<Function> function;
  Id<Centre> centre;
  Needs needs;
};

struct Partner {
  Id<Centre> centre;
  double share = 1;                              ///< of what is left after the partners before it
  bool trained = false;                          ///< a rehearsed pair
  std::vector<Id<Discipline>> disciplines = {};  ///< that it is authorised for; empty: all
  bool operator==(const Partner&) const = default;
};

/// By the centre that is lost: who answers for it, in order.
using PartnersOfAll = Table<Centre, std::vector<Partner>>;

struct TakeoverPlan {
  std::string id, name, description;
  PartnersOfAll partners;
};

/// What a room does with intake of a room whose triage system it does not have.
enum class OtherTriage { refused, own_protocol };

struct Takeover {
  Id<TakeoverPlan> plan;  ///< in force; none when the world has no plans side by side
  struct Heartbeat {
    double period_s = 30, timeout_s = 10;
    int misses = 2;  ///< in a row, before the monitor raises the alarm
  } heartbeat;
  Distribution detect_s = Constant{0};  ///< alarm to a person who can act knowing
  Distribution decide_s = Constant{0};  ///< knowing to ordering
  Distribution switch_trained_s = Constant{0}, switch_untrained_s = Constant{0};
  double fails_trained = 0, fails_untrained = 0;  ///< of each attempt to switch
  Distribution retry_s = Constant{0};             ///< lost by a failed attempt
  Distribution relocate_s = Constant{0};          ///< own staff to the first partner
  double relocated_share = 0;                     ///< of the lost positions
  Distribution verify_s = Constant{0};            ///< repaired to sure of it
  Distribution return_s = Constant{0};            ///< sure of it to back home
  double foreign_handling = 1;                    ///< factor on another region's calls
  double relay_s = 0;  ///< added to a dispatch that the host cannot do itself
  OtherTriage other_triage = OtherTriage::refused;
  PartnersOfAll partners;  ///< those of the plan
};

struct Network {
  double bandwidth_bytes_per_s = 125e6;
  double latency_s = 0.005;
  double voice_channel_bytes_per_s = 12'500;  ///< of one call
  std::optional<int> channels;  ///< of the trunk group to a centre without `lines`; none: no limit
  std::optional<double>
      picture_bytes;  ///< what a region gets of an incident; none: nothing is sent
  std::string hub;    ///< name of the place in the middle of the star
  Table<Centre, Id<Component>> access;  ///< component whose loss cuts the centre's link, or none
};

/// Regions scale up (GRIP) when nobody has answered their callers for so long; a marker only.
struct ScaleUp {
  std::string id, name;
  double after_s = 0;
};

struct World {
  std::string name, rubricering, zone;
  std::string as_of;  ///< the day whose state of affairs it describes, 2026-12-01; empty: not said
  double lost_after_s = 600;  ///< T_lost
  double delayed_after_s = 60;
  double norm_s = 10, norm_share = 0.9;
  struct Understaffing {
    double probability = 0, cut = 0;  ///< of a shift; share of its people missing
  } understaffing;
  Table<Discipline> disciplines;
  Table<Kind> kinds;
  Table<Stage> stages;
  Table<Role> roles;
  Table<Centre> centres;
  Table<AgentGroup> groups;
  Table<Region> regions;
  Routing routing;
  Demand demand;
  CallerBehaviour callers;
  std::map<std::string, std::string> voorzieningen, suppliers;  ///< id -> name
  Table<Component> components;
  Table<Function> functions;
  std::vector<FunctionAt> functions_at;
  Table<TakeoverPlan> takeover_plans;
  Takeover takeover;
  Network network;
  std::vector<ScaleUp> scale_up;  ///< ascending by after_s

  Id<AgentGroup> route(Id<Stage> stage, Id<Region> region, Id<Discipline> discipline) const {
    return routing[(stage.index * regions.size() + region.index) * disciplines.size() +
                   discipline.index];
  }
  /// Intake of a discipline may go from a region's own centre to another one when both have a
  /// triage system of it in common, or the other uses its own; dispatch always may.
  bool triage_allows(Id<Stage> stage, Id<Centre> home, Id<Centre> other,
                     Id<Discipline> discipline) const;
  /// The partner is authorised for the discipline, and its triage system allows it.
  bool may_take(Id<Stage> stage, Id<Centre> home, const Partner& partner,
                Id<Discipline> discipline) const;
  const Distribution& handling_s(Id<Stage> stage, Id<Kind> kind, Id<Discipline> d) const {
    return stages[stage].handling_s[kind.index * disciplines.size() + d.index];
  }
};

}  // namespace models
