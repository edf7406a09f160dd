#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of a race between an intruder and those who are against it; in both languages.
inline constexpr Phrase attack_phrases[] = {
    {"title",
     "THE RACE: local time, and how long after the first access. What was played without calls is "
     "told too",
     "DE WEDLOOP: lokale tijd, en hoe lang na de eerste toegang. Ook wat zonder oproepen gespeeld "
     "is staat erbij"},
    {"stopped", "The attack was stopped before it struck.", "De aanval is gestopt voor de slag."},
    {"access", "the intruder is in: {}", "de indringer is binnen: {}"},
    {"taken", "taken: {}", "in handen: {}"},
    {"seen", "the watch sees the intruder and raises the alarm{}",
     "de bewaking ziet de indringer en slaat alarm{}"},
    {"noticed", "people notice what has stopped{}", "mensen merken wat er stilstaat{}"},
    {"struck", "stops: {}", "valt uit: {}"},
    {"isolated", "cut off on purpose: {}", "met opzet afgesloten: {}"},
    {"evicted", "the intruder is out{}", "de indringer is eruit{}"},
    {"restored", "works again: {}", "werkt weer: {}"},
    {"reconnected", "no longer cut off: {}", "niet meer afgesloten: {}"},
};

using AttackKey = Key<attack_phrases>;

inline std::string attack_word(AttackKey key, Language language) {
  return key.in(language);
}

}  // namespace reports
