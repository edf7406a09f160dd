#include "reports/documents/story_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"

namespace reports {
namespace {

using namespace fmt::literals;
using results::CourseEvent;
using results::CourseKind;
using results::Episode;

constexpr std::size_t longest_place = 18, counts_width = 32, indent = 2;

/// Order within a second; the rest keep the order in which they happened, after these.
constexpr std::array ranks = {
    "effect_begins", "effect_ends",    "component_stops", "component_works", "function_lost",
    "standby_fails", "standby_starts", "standby_works",   "standby_off",     "function_back"};

std::size_t rank_of(const std::string& key) {
  return static_cast<std::size_t>(std::ranges::find(ranks, key) - ranks.begin());
}

/// Kinds whose events may share a line.
bool is_listed(const std::string& key) {
  return rank_of(key) < ranks.size() || key == "channel_opens";
}

using TimeArg = decltype("time"_a = std::string());

/// A moment of a takeover, and since when people count it.
struct ClockRow {
  CourseKind kind;
  double Episode::*at;
  double Episode::*since;
  Form<word_phrases, TimeArg> words;
};

constexpr std::array clock_rows = {
    ClockRow{CourseKind::detected, &Episode::detected_s, &Episode::onset_s, "clock.after_loss"},
    ClockRow{CourseKind::decided, &Episode::decided_s, &Episode::detected_s, "clock.after_knowing"},
    ClockRow{CourseKind::switched, &Episode::switched_s, &Episode::decided_s, "clock.after_order"},
    ClockRow{CourseKind::switched, &Episode::switched_s, &Episode::onset_s, "clock.after_loss"},
    ClockRow{CourseKind::relocated, &Episode::relocated_s, &Episode::decided_s,
             "clock.after_order"},
    ClockRow{CourseKind::repaired, &Episode::repaired_s, &Episode::onset_s, "clock.after_loss"},
    ClockRow{CourseKind::verified, &Episode::verified_s, &Episode::repaired_s,
             "clock.after_repair"},
    ClockRow{CourseKind::returned, &Episode::returned_s, &Episode::verified_s, "clock.after_check"},
};

}  // namespace

StoryLines::StoryLines(const Story& story, const results::Facts& facts, Language language)
    : story_(story), facts_(facts), language_(language), place_width_(0) {
  for (const CourseEvent& event : facts.course)
    place_width_ = std::max(place_width_, width_of(story.names(event).place));
  place_width_ = std::min(place_width_, longest_place);
}

std::string StoryLines::columns() const {
  return fmt::format(
      "{}\n\n{}", word("course.columns", language_),
      emphasised(fmt::format("{:8} {:>6} {:>8} {:>7}", "", word("course.waiting", language_),
                             word("course.answered", language_), word("course.failed", language_)),
                 bold_wanted()));
}

std::vector<std::string> StoryLines::lines() const {
  std::vector<std::string> out;
  std::string day = story_.day(0);
  for (const Second& second : seconds()) {
    if (const std::string now = story_.day(second.front().event->t_s); now != day)
      out.push_back(day = now);
    for (const Group& group : second)
      append(out, group);
  }
  return out;
}

std::vector<StoryLines::Second> StoryLines::seconds() const {
  std::vector<Second> out;
  std::string now;
  for (const CourseEvent& event : facts_.course) {
    if (const std::string clock = story_.clock(event.t_s); out.empty() || clock != now) {
      out.emplace_back();
      now = clock;
    }
    add(out.back(), event);
    for (Group& group : out.back())
      group.counts = &event;
  }
  for (Second& second : out)
    std::ranges::stable_sort(second, {}, [](const Group& group) { return rank_of(group.key); });
  return out;
}

void StoryLines::add(Second& second, const CourseEvent& event) const {
  const std::string key = key_of(event);
  const Story::Names names = story_.names(event);
  const auto group_of = [&](const std::string& of) {
    return std::ranges::find_if(
        second, [&](const Group& group) { return group.key == of && group.place == names.place; });
  };
  // That a standby works in the second of its start says nothing new.
  if (const auto starts = group_of("standby_starts"); key == "standby_works" &&
                                                      starts != second.end() &&
                                                      std::ranges::count(starts->what, names.what))
    return;
  const auto group = group_of(key);
  if (group == second.end() || !is_listed(key)) {
    second.push_back({&event, key, names.place, {names.what}, &event});
    return;
  }
  group->event = &event;
  group->what.push_back(names.what);
}

/// A standby that runs or rests is no repair and no failure.
std::string StoryLines::key_of(const CourseEvent& event) const {
  const std::string key = story_.key(event);
  if (!story_.is_standby(event))
    return key;
  return event.kind == CourseKind::component_works   ? "standby_works"
         : event.kind == CourseKind::component_stops ? "standby_off"
                                                     : key;
}

std::string StoryLines::sentence(const Group& group) const {
  return filled_at(word_phrases, "course." + group.key, language_,
                   "what"_a = listed(group.what, page_width - text_from() - indent),
                   "n"_a = Count(static_cast<long>(group.event->number))) +
         clocks(*group.event);
}

std::string StoryLines::clocks(const CourseEvent& event) const {
  std::string out;
  for (const Episode& episode : facts_.episodes)
    for (const ClockRow& row : clock_rows)
      if (episode.centre == event.subject && row.kind == event.kind &&
          episode.*row.at == event.t_s && !std::isnan(episode.*row.since))
        out += row.words.filled(
            language_, "time"_a = listed({duration(event.t_s - episode.*row.since)}, page_width));
  return out;
}

void StoryLines::append(std::vector<std::string>& out, const Group& group) const {
  const auto text = wrapped(sentence(group), page_width - text_from(), indent);
  for (std::size_t i = 0; i < text.size(); ++i)
    out.push_back((i == 0 ? left_side(group) : std::string(text_from(), ' ')) + text[i]);
}

std::string StoryLines::left_side(const Group& group) const {
  const CourseEvent& counts = *group.counts;
  const std::string place = shortened(group.place, place_width_);
  return fmt::format("{} {:>6} {:>8} {:>7}  {}{}  ", story_.clock(group.event->t_s), counts.waiting,
                     counts.answered, counts.failed, place,
                     std::string(place_width_ - width_of(place), ' '));
}

std::size_t StoryLines::text_from() const {
  return counts_width + 2 + place_width_ + 2;
}

}  // namespace reports
