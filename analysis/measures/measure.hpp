#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/measures/values.hpp"

namespace analysis {

enum class Unit { count, seconds, minutes, share };

/// The headings under which measures stand in a table of the whole world; desks and jobs have
/// tables of their own.
enum class Group { people, attempts, answering, help, desks, jobs };

/// The parts of the world that a measure is taken of; several may be joined with `|`.
namespace of {
inline constexpr unsigned world = 1;
inline constexpr unsigned discipline = 2;  ///< its callers, wherever they live
inline constexpr unsigned region = 4;      ///< its callers
inline constexpr unsigned centre = 8;      ///< its regions' callers, the calls at its own desks
inline constexpr unsigned stage = 16;      ///< the calls at all its desks
inline constexpr unsigned kind = 32;       ///< callers by what they want
inline constexpr unsigned other_work = 64;
inline constexpr unsigned people = world | discipline | region | centre;
inline constexpr unsigned desks = centre | stage;
}  // namespace of

/// Where a measure of the whole world is shown, besides `run --json`, which has them all.
namespace shown {
inline constexpr unsigned table = 1;    ///< of what `run` prints
inline constexpr unsigned page = 2;     ///< of what `serve` shows of a run
inline constexpr unsigned chart = 4;    ///< of that page: counts of callers or calls
inline constexpr unsigned outcome = 8;  ///< what something that is done may be said to lower
}  // namespace shown

/// A number that each replication has for a part of its world. NaN: it does not exist (a share of
/// nothing); infinite: it never came to that.
struct Measure {
  std::string_view name;
  Unit unit;
  double (*value)(const View&);
  unsigned of;  ///< of which parts
  Group group;
  unsigned shown = 0;
};

/// The measures by their groups, in the order in which they are shown.
namespace rows {
using results::CallerCount, results::Facts, results::GroupCount, results::KindCount,
    results::Paired, results::WorkCount;
using namespace values;
using namespace shown;

inline constexpr auto people = std::to_array<Measure>({
    {"unique_callers", Unit::count, callers<CallerCount::callers>, of::people, Group::people,
     table},
    {"genuine_callers", Unit::count, callers<CallerCount::genuine>, of::people, Group::people,
     table},
    {"reached_callers", Unit::count, callers<CallerCount::reached>, of::people, Group::people},
    {"unreached_callers", Unit::count, callers<CallerCount::unreached>, of::people, Group::people,
     table | page | chart | outcome},
    {"unreached_genuine_callers", Unit::count, callers<CallerCount::unreached_genuine>, of::people,
     Group::people},
    {"lost_callers", Unit::count, callers<CallerCount::lost>, of::people, Group::people,
     table | page | chart | outcome},
    {"newly_lost_callers", Unit::count, paired<&Paired::newly_lost>, of::people, Group::people,
     table},
    {"newly_saved_callers", Unit::count, paired<&Paired::newly_saved>, of::people, Group::people},
    {"late_callers", Unit::count, paired<&Paired::late>, of::people, Group::people,
     table | page | chart | outcome},
    {"late_help", Unit::count, paired<&Paired::late_help>, of::people, Group::people,
     table | page | chart | outcome},
    {"newly_unreached_callers", Unit::count, newly_unreached, of::world, Group::people},
    {"incidents", Unit::count, callers<CallerCount::incidents>, of::people, Group::people},
    {"lost_incidents", Unit::count, callers<CallerCount::lost_incidents>, of::people, Group::people,
     table | page | chart | outcome},
    {"delayed_callers", Unit::count, callers<CallerCount::delayed>, of::people, Group::people,
     table | page | chart | outcome},
    {"hit_callers", Unit::count, callers<CallerCount::hit>, of::people, Group::people},
    {"hit_genuine_callers", Unit::count, callers<CallerCount::hit_genuine>, of::people,
     Group::people},
    {"gave_up_callers", Unit::count, callers<CallerCount::gave_up>, of::people, Group::people},
    {"other_channel_callers", Unit::count, callers<CallerCount::other_channel>, of::people,
     Group::people, table | page},
    {"deterred_callers", Unit::count, callers<CallerCount::deterred>, of::people, Group::people,
     table},
    {"stood_down_callers", Unit::count, callers<CallerCount::stood_down>, of::people,
     Group::people},
    {"pending_callers", Unit::count, callers<CallerCount::pending>, of::people, Group::people},
    {"unique_callers", Unit::count, of_kind<KindCount::callers>, of::kind, Group::people},
    {"unreached_callers", Unit::count, of_kind<KindCount::unreached>, of::kind, Group::people},
    {"lost_callers", Unit::count, of_kind<KindCount::lost>, of::kind, Group::people},
});

inline constexpr auto attempts = std::to_array<Measure>({
    {"attempts", Unit::count, callers<CallerCount::attempts>, of::people, Group::attempts,
     table | page},
    {"redials", Unit::count, callers<CallerCount::redials>, of::people, Group::attempts},
    {"completed_attempts", Unit::count, callers<CallerCount::completed>, of::people,
     Group::attempts},
    {"answered_calls", Unit::count, callers<CallerCount::first_answered>,
     of::world | of::discipline | of::region, Group::attempts, table},
    {"blocked_attempts", Unit::count, callers<CallerCount::blocked>, of::people, Group::attempts,
     table | page | chart | outcome},
    {"blocked_genuine_attempts", Unit::count, callers<CallerCount::blocked_genuine>, of::people,
     Group::attempts},
    {"abandoned_attempts", Unit::count, callers<CallerCount::abandoned>, of::people,
     Group::attempts, table | page | outcome},
    {"cut_attempts", Unit::count, callers<CallerCount::cut>, of::people, Group::attempts,
     table | page | outcome},
    {"taken_over_calls", Unit::count, taken_over_calls, of::world | of::centre, Group::attempts,
     table | page | chart},
});

inline constexpr auto answering = std::to_array<Measure>({
    {"first_answer_wait_mean_s", Unit::seconds, wait_mean_s, of::world, Group::answering,
     table | outcome},
    {"first_answer_wait_p90_s", Unit::seconds, wait_p90_s, of::world, Group::answering,
     table | page | outcome},
    {"first_answer_wait_max_s", Unit::seconds, wait_max_s, of::world, Group::answering, table},
    {"answered_within_norm_share", Unit::share, answered_within_norm,
     of::world | of::discipline | of::region, Group::answering, table | page},
    {"answer_delay_p90_s", Unit::seconds, answer_delay_p90_s, of::world | of::discipline,
     Group::answering, table | page | outcome},
});

inline constexpr auto help = std::to_array<Measure>({
    {"time_to_dispatch_p90_s", Unit::seconds, time_to_dispatch_p90_s, of::world | of::discipline,
     Group::help, table | page | outcome},
    {"unreachable_112_min", Unit::minutes, national_min<&Facts::unreachable_112_s>, of::people,
     Group::help, table | page | outcome},
    {"dispatch_impossible_min", Unit::minutes, national_min<&Facts::dispatch_impossible_s>,
     of::people, Group::help, table | page | outcome},
    {"degraded_min", Unit::minutes, national_min<&Facts::degraded_s>, of::people, Group::help,
     table | outcome},
    {"wrong_dispatch_share", Unit::share,
     share<CallerCount::wrong_address, CallerCount::dispatched>, of::people, Group::help,
     table | outcome},
    {"pictures_late_share", Unit::share, share<CallerCount::picture_late, CallerCount::dispatched>,
     of::people, Group::help, table | outcome},
    {"recover_s", Unit::seconds, recover_s, of::world | of::centre, Group::help,
     table | page | outcome},
    {"recover_nation_s", Unit::seconds, recover_nation_s, of::world, Group::help, table},
});

inline constexpr auto desks = std::to_array<Measure>({
    {"offered_calls", Unit::count, calls<GroupCount::offered>, of::desks, Group::desks},
    {"answered_calls", Unit::count, calls<GroupCount::answered>, of::desks, Group::desks},
    {"abandoned_calls", Unit::count, calls<GroupCount::abandoned>, of::desks, Group::desks},
    {"blocked_calls", Unit::count, calls<GroupCount::blocked>, of::desks, Group::desks},
    {"cut_calls", Unit::count, cut_calls, of::desks, Group::desks},
    {"moved_in_calls", Unit::count, calls<GroupCount::moved_in>, of::desks, Group::desks},
    {"moved_out_calls", Unit::count, calls<GroupCount::moved_out>, of::desks, Group::desks},
    {"wait_mean_s", Unit::seconds, wait_mean_s, of::desks, Group::desks},
    {"wait_p90_s", Unit::seconds, wait_p90_s, of::desks, Group::desks},
    {"wait_max_s", Unit::seconds, wait_max_s, of::desks, Group::desks},
    {"occupancy_share", Unit::share, occupancy, of::desks, Group::desks},
    {"short_min", Unit::minutes, short_min, of::desks, Group::desks},
});

inline constexpr auto jobs = std::to_array<Measure>({
    {"arrived_jobs", Unit::count, of_work<WorkCount::arrived>, of::other_work, Group::jobs},
    {"undelivered_jobs", Unit::count, of_work<WorkCount::undelivered>, of::other_work, Group::jobs},
});

template <std::size_t... sizes>
consteval auto joined(const std::array<Measure, sizes>&... groups) {
  std::array<Measure, (sizes + ...)> out{};
  auto end = out.begin();
  ((end = std::ranges::copy(groups, end).out), ...);
  return out;
}
}  // namespace rows

/// The one table of measures. What they mean stands in docs/formats/json.md; labels in
/// reports/words/measure_labels.hpp, for all that are shown.
inline constexpr auto measures = rows::joined(rows::people, rows::attempts, rows::answering,
                                              rows::help, rows::desks, rows::jobs);

std::vector<Measure> measures_of(unsigned part);
/// Those of the whole world.
std::vector<Measure> measures_shown(unsigned where);
/// Names of what something that is done may be said to lower.
std::vector<std::string> outcomes();

/// Nothing when the part has no measure of that name.
constexpr const Measure* find_measure(unsigned part, std::string_view name) {
  for (const Measure& measure : measures)
    if ((measure.of & part) != 0 && measure.name == name)
      return &measure;
  return nullptr;
}

/// How a measure of callers is taken: a name that is none does not compile.
consteval auto value_of(std::string_view name) {
  return find_measure(of::world, name)->value;
}

}  // namespace analysis
