#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "reports/words/phrases.hpp"

namespace reports {

/// Labels of measures, by their names.
inline constexpr Phrase measure_phrases[] = {
    {"unique_callers", "callers", "bellers"},
    {"genuine_callers", "genuine callers", "echte bellers"},
    {"unreached_callers", "never reached, any kind", "niet-bereikte bellers"},
    {"lost_callers", "lost callers", "verloren bellers"},
    {"newly_lost_callers", "lost because of this", "hierdoor verloren"},
    {"late_callers", "answered late because of this", "hierdoor later geholpen"},
    {"late_help", "alerted late because of this", "hierdoor later gealarmeerd"},
    {"lost_incidents", "lost incidents", "verloren incidenten"},
    {"delayed_callers", "delayed callers", "vertraagde bellers"},
    {"other_channel_callers", "helped by another channel", "langs andere weg geholpen"},
    {"deterred_callers", "stayed away", "niet gaan bellen"},
    {"attempts", "attempts", "pogingen"},
    {"answered_calls", "answered calls", "aangenomen oproepen"},
    {"blocked_attempts", "blocked attempts", "geblokkeerde pogingen"},
    {"abandoned_attempts", "abandoned attempts", "opgehangen pogingen"},
    {"cut_attempts", "cut attempts", "afgebroken pogingen"},
    {"taken_over_calls", "answered for another centre", "overgenomen oproepen"},
    {"first_answer_wait_mean_s", "first answer: mean wait", "eerste aanname: wacht gemiddeld"},
    {"first_answer_wait_p90_s", "first answer: wait P90", "eerste aanname: wacht P90"},
    {"first_answer_wait_max_s", "first answer: longest wait", "eerste aanname: langste wacht"},
    {"answered_within_norm_share", "answered within the norm", "binnen de norm aangenomen"},
    {"answer_delay_p90_s", "delay to the discipline P90", "vertraging tot discipline P90"},
    {"time_to_dispatch_p90_s", "time to dispatch P90", "tijd tot uitgifte P90"},
    {"unreachable_112_min", "112 unreachable, national", "112 onbereikbaar, landelijk"},
    {"dispatch_impossible_min", "dispatch impossible, national", "uitgifte onmogelijk, landelijk"},
    {"degraded_min", "on a fallback, national", "op terugval, landelijk"},
    {"wrong_dispatch_share", "wrong dispatch", "verkeerde uitgifte"},
    {"pictures_late_share", "picture late or never", "beeld te laat of nooit"},
    {"recover_s", "recovery of the service", "hersteltijd dienstverlening"},
    {"recover_nation_s", "recovery, whole nation", "hersteltijd, hele land"},
};

/// These phrases, and those of the measures.
template <std::size_t size>
consteval auto with_measures(const Phrase (&phrases)[size]) {
  std::array<Phrase, std::size(measure_phrases) + size> out{};
  std::ranges::copy(phrases, std::ranges::copy(measure_phrases, out.begin()).out);
  return out;
}

/// What `word` says of every measure, by its name.
std::map<std::string, std::string> measure_labels(Language language);

}  // namespace reports
