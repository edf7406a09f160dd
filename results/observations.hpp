#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "results/count_list.hpp"
#include "results/histogram.hpp"

/// What one replication has seen: facts, no measures. Arrays are flat, the last index runs
/// fastest; docs/formats/result-file.md has a row for every name.
namespace results {

/// Persons and attempts by region x discipline (the discipline a caller meant, also when the call
/// never got that far). Only callers whose first attempt lies in the window.
enum class CallerCount : std::uint8_t {
  callers,
  genuine,
  reached,
  gave_up,
  other_channel,
  deterred,
  pending,
  unreached,  ///< of any kind: never answered on any channel
  unreached_genuine,
  lost,     ///< genuine, not with the right discipline within T_lost
  delayed,  ///< genuine, answer delay above the world's bound, or never
  hit,      ///< callers with at least one blocked or cut attempt
  hit_genuine,
  redials,
  attempts,
  completed,
  blocked,
  blocked_genuine,
  abandoned,
  cut,
  in_progress,
  incidents,
  lost_incidents,
  first_answered,  ///< attempts answered at the first stage
  first_in_norm,   ///< of these within the norm
  dispatched,
  wrong_address,
  picture_late,
  first_blocked,  ///< attempts blocked at the first stage
  stood_down,     ///< stopped because somebody else of the incident had got through
  count
};

/// Persons by what they want, over all regions and disciplines.
enum class KindCount : std::uint8_t { callers, unreached, lost, count };

/// Jobs of a flow that is no 112 call (automatic alarms, requests by GPs), arriving in the window.
enum class WorkCount : std::uint8_t {
  arrived,
  undelivered,  ///< what carries them did not work: nobody ever saw them
  count
};

/// Calls at an agent group. Conservation, for each class of calls:
/// offered + moved_in + handed_out = answered + handed_in + abandoned + blocked + ... + waiting
/// answered + handed_in = completed + cut_talking + handed_out + talking
enum class GroupCount : std::uint8_t {
  offered,
  moved_in,
  answered,
  abandoned,
  blocked,
  cut_waiting,
  moved_out,
  waiting,
  handed_in,
  completed,
  cut_talking,
  handed_out,
  talking,
  forwarded,
  taken_over,  ///< answered for a region of another centre
  count
};

/// Measured: first attempt in the window. Around: warm-up and drain. Other work: no 112 call.
enum class CallClass : std::uint8_t { measured, around, other_work, count };

/// Seconds, measured over the window [warm-up, end).
enum class GroupTime : std::uint8_t {
  wait_sum_s,  ///< over measured calls that were not blocked
  wait_max_s,
  busy_s,     ///< agent-seconds in conversation
  on_duty_s,  ///< agent-seconds of capacity
  short_s,    ///< seconds with somebody waiting while nobody was free
  count
};

/// State of a centre in a timeline bin. Flows are counts over the bin, levels are at its end.
enum class TimelineCount : std::uint8_t {
  first_attempts,  ///< callers of the centre's regions; 0 at a centre without regions
  offered,
  answered,
  answered_for_others,
  answered_of_regions,  ///< by the right discipline, callers of the centre's regions, by whomever
  failed,               ///< blocked, abandoned and cut
  waiting,              ///< level
  talking,              ///< level
  on_duty,              ///< level
  count
};

template <class Count>
constexpr std::size_t size_of = static_cast<std::size_t>(Count::count);

/// The moment of what did not happen: NaN, in memory as in the file, in no order with other
/// moments. A *duration* until something that never happens is infinite instead, more than every
/// bound; a duration that is NaN was not asked for. `endless_if_never` is the one way from the
/// first to the second.
inline constexpr double never = std::numeric_limits<double>::quiet_NaN();

inline double endless_if_never(double s) {
  return std::isnan(s) ? std::numeric_limits<double>::infinity() : s;
}

/// A centre that lost its function and who answered for it. Times since start, NaN when it did
/// not come to that.
struct Episode {
  std::uint32_t centre = 0;
  std::uint32_t partner = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t failed_switches = 0;
  std::uint32_t answered = 0;  ///< calls answered by others meanwhile
  double onset_s = never, detected_s = never, decided_s = never, switched_s = never,
         relocated_s = never, repaired_s = never, verified_s = never, returned_s = never;
};

/// What a centre does at one stage for one discipline, while its own people cannot do it. Times
/// since start, NaN when it did not come to that.
struct Loss {
  std::uint32_t centre = 0, stage = 0, discipline = 0;
  /// Callers (jobs, in dispatch) whom a takeover sent to others, once each.
  std::uint32_t sent = 0;
  std::uint32_t answered = 0;  ///< of these, those whom somebody there answered
  double onset_s = never;
  double elsewhere_s = never;  ///< a takeover sends its calls to somebody on duty elsewhere
  double repaired_s = never;   ///< its own people can work again
};

struct ComponentInterval {
  std::uint32_t component = 0;
  double from_s = 0, to_s = 0;  ///< not working
  bool operator==(const ComponentInterval&) const = default;
};

/// What happened, for the story that `trace` tells; `subject` and `object` index the dimension
/// that the kind implies.
enum class CourseKind : std::uint8_t {
  effect_begins,
  effect_ends,
  component_stops,
  component_works,
  standby_starts,
  standby_fails,
  function_lost,
  function_back,
  heartbeat_missed,
  alarm,
  detected,
  decided,
  switch_fails,
  switched,
  no_partner,
  relocated,
  repaired,
  verified,
  returned,
  call_in,
  stand_down,
  shift_change,
  channel_opens,
  overloaded,
  scaled_up,
  threat_strikes,
  partner_able,     ///< a partner can take over, after a time in which none could
  takeover_barred,  ///< nobody may start a takeover
  count
};

struct CourseEvent {
  double t_s = 0;
  CourseKind kind{};
  std::uint32_t subject = 0, object = 0;
  double number = 0;
  std::uint32_t waiting = 0, answered = 0, failed = 0;  ///< running counts over all stages
};

/// One measured caller of one world, for a look at single stories. A synthetic person: drawn, not
/// observed. Times since start.
struct CallRow {
  double first_attempt_s = 0;  ///< when they would have dialled, for the deterred
  double answered_s = never;   ///< by anybody on 112
  double contact_s = never;    ///< right discipline, on any channel
  double answer_delay_s = std::numeric_limits<double>::infinity();
  std::uint32_t region = 0, discipline = 0, kind = 0;
  std::uint32_t centre = std::numeric_limits<std::uint32_t>::max();  ///< where contact was made
  std::uint32_t attempts = 0;
  CallerCount final_state{};  ///< reached, gave_up, other_channel, deterred or pending
  std::uint8_t urgent = 0, genuine = 0, lost = 0, unreached = 0;  ///< 1: yes
};

struct Digest {
  std::uint64_t high = 0, low = 0;
  bool operator==(const Digest&) const = default;
};
std::string to_hex(const Digest& digest);

/// One world of one replication.
struct Facts {
  CountList callers;                ///< [region][discipline][CallerCount]
  CountList kinds;                  ///< [kind][KindCount]
  CountList other_work;             ///< [other work][WorkCount]
  CountList contacts;               ///< [centre][region][discipline] disciplines reached
  CountList contact_time;           ///< [region][discipline][contact_bins], genuine
  CountList groups;                 ///< [group][CallClass][GroupCount]
  std::vector<double> group_times;  ///< [group][GroupTime]
  CountList waits;                  ///< [place][time_bins], measured calls, not blocked
  CountList answer_delay;           ///< [discipline][time_bins + never], genuine
  CountList dispatch_delay;         ///< [discipline][time_bins]
  CountList timeline;               ///< [bin][centre][TimelineCount]
  // [region][discipline] seconds of the window; empty in a file that is older than the counts.
  std::vector<double> unreachable_112_s;      ///< nobody to whom a 112 call can go takes it
  std::vector<double> dispatch_impossible_s;  ///< nobody can alert a unit
  std::vector<double> degraded_s;             ///< a part of the way works, but as a fallback
  std::vector<ComponentInterval> outages;
  std::vector<Episode> episodes;
  std::vector<Loss> losses;
  std::vector<CourseEvent> course;
  std::vector<CallRow> calls;  ///< first measured callers by first attempt, when asked
  /// The end of the replication: what had not come by then may come later. NaN in a file that is
  /// older than the losses.
  double seen_until_s = never;
  std::uint64_t conservation_error = 0;  ///< sum of all misses of the three audits
  Digest digest;                         ///< over times and places of all events, and the facts
};

/// Twin and disturbed world compared caller by caller.
struct Paired {
  CountList newly_lost;   ///< [region][discipline] lost here, not in the twin
  CountList newly_saved;  ///< [region][discipline] lost in the twin, not here
  /// [region][discipline] genuine, answered later than in the twin by more than the world's bound,
  /// or only there; empty in a file that is older than the count.
  CountList late;
  // Empty in a file that is older than definitions 2, as all that follows up to the recovery.
  CountList late_help;  ///< [region][discipline] first unit alerted later, or never
  CountList touched;    ///< [region][discipline] 1: an effect touches the way
  /// [discipline][time_bins + never] background callers of the time of the effects and an hour
  /// more, in the disturbed world and in the twin.
  CountList answer_delay, answer_delay_twin, help_delay, help_delay_twin;
  std::vector<double> recover_centre_s;  ///< [centre] of the callers of its regions
  std::uint32_t newly_unreached = 0;
  /// Onset to the recovery of the service (criteria section 2), of the touched part and of the
  /// nation; 0: never down; NaN: still down at the end. By definitions 1 the first is T_herstel90.
  double recover_s = never, recover_nation_s = never;
  double onset_s = never;   ///< begin of the first effect; NaN: none began
  double window_s = never;  ///< from then to the end of the window
};

struct Observations {
  std::uint64_t replication = 0;
  /// A window that was drawn longer than one may be, and so ends this long after the onset: all
  /// that is counted is a lower bound. NaN: it is as long as it was drawn.
  double window_capped_s = never;
  Facts world;
  std::optional<Facts> twin;  ///< none when the scenario has no threats
  std::optional<Paired> paired;
};

}  // namespace results
