#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "results/observations.hpp"

/// What every row of a counting array is called: in the file, in JSON, in
/// docs/formats/result-file.md.
namespace results {

template <class Count>
using NameTable = std::array<std::string_view, size_of<Count>>;

template <class Count>
inline constexpr NameTable<Count> names{};

template <>
inline constexpr NameTable<CallerCount> names<CallerCount> = {
    "callers",     "genuine",       "reached",         "gave_up",           "other_channel",
    "deterred",    "pending",       "unreached",       "unreached_genuine", "lost",
    "delayed",     "hit",           "hit_genuine",     "redials",           "attempts",
    "completed",   "blocked",       "blocked_genuine", "abandoned",         "cut",
    "in_progress", "incidents",     "lost_incidents",  "first_answered",    "first_in_norm",
    "dispatched",  "wrong_address", "picture_late",    "first_blocked",     "stood_down"};

template <>
inline constexpr NameTable<KindCount> names<KindCount> = {"callers", "unreached", "lost"};

template <>
inline constexpr NameTable<WorkCount> names<WorkCount> = {"arrived", "undelivered"};

template <>
inline constexpr NameTable<GroupCount> names<GroupCount> = {
    "offered",     "moved_in",   "answered", "abandoned", "blocked",
    "cut_waiting", "moved_out",  "waiting",  "handed_in", "completed",
    "cut_talking", "handed_out", "talking",  "forwarded", "taken_over"};

template <>
inline constexpr NameTable<CallClass> names<CallClass> = {"measured", "around", "other_work"};

template <>
inline constexpr NameTable<GroupTime> names<GroupTime> = {"wait_sum_s", "wait_max_s", "busy_s",
                                                          "on_duty_s", "short_s"};

template <>
inline constexpr NameTable<TimelineCount> names<TimelineCount> = {
    "first_attempts", "offered", "answered", "answered_for_others", "answered_of_regions", "failed",
    "waiting",        "talking", "on_duty"};

template <>
inline constexpr NameTable<CourseKind> names<CourseKind> = {
    "effect_begins",  "effect_ends",   "component_stops", "component_works",  "standby_starts",
    "standby_fails",  "function_lost", "function_back",   "heartbeat_missed", "alarm",
    "detected",       "decided",       "switch_fails",    "switched",         "no_partner",
    "relocated",      "repaired",      "verified",        "returned",         "call_in",
    "stand_down",     "shift_change",  "channel_opens",   "overloaded",       "scaled_up",
    "threat_strikes", "partner_able",  "takeover_barred"};

/// "lost" for CallerCount::lost. Undefined for `count` itself.
template <class Count>
constexpr std::string_view name(Count count) {
  return names<Count>[static_cast<std::size_t>(count)];
}

template <class Count>
inline constexpr bool all_named = std::ranges::none_of(names<Count>, [](std::string_view word) {
  return word.empty();
});

static_assert(all_named<CallerCount> && all_named<KindCount> && all_named<WorkCount> &&
              all_named<GroupCount> && all_named<CallClass> && all_named<GroupTime> &&
              all_named<TimelineCount> && all_named<CourseKind>);
// The ends of the tables, so that a row that is added in the middle cannot shift them unseen.
static_assert(name(CallerCount::hit_genuine) == "hit_genuine");
static_assert(name(CallerCount::in_progress) == "in_progress");
static_assert(name(CallerCount::stood_down) == "stood_down");
static_assert(name(GroupCount::talking) == "talking");
static_assert(name(GroupCount::taken_over) == "taken_over");
static_assert(name(GroupTime::short_s) == "short_s");
static_assert(name(TimelineCount::on_duty) == "on_duty");
static_assert(name(CourseKind::no_partner) == "no_partner");
static_assert(name(CourseKind::overloaded) == "overloaded");
static_assert(name(CourseKind::scaled_up) == "scaled_up");
static_assert(name(CourseKind::threat_strikes) == "threat_strikes");
static_assert(name(CourseKind::takeover_barred) == "takeover_barred");

}  // namespace results
