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
    {"by_itself", "It came to nothing by itself: nobody saw it, and it did not come to a strike.",
     "Het liep vanzelf op niets uit: niemand zag het, en tot een slag kwam het niet."},
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
    // Many races.
    {"races.title", "THE RACE of {0}, {1} {1:time|times} without calls",
     "DE WEDLOOP van {0}, {1} keer zonder oproepen"},
    {"races.note",
     "Only chance differs between the races; the paths and the numbers are the scenario's. Who "
     "knows "
     "real ones keeps this to the analyst.",
     "Tussen de wedlopen verschilt alleen het toeval; paden en getallen zijn van het scenario. Wie "
     "echte kent, houdt dit bij de analist."},
    {"ends", "How it ends", "Hoe het afloopt"},
    {"col.end", "end", "afloop"},
    {"col.share", "share [95 %]", "aandeel [95 %]"},
    {"end.struck", "it strikes", "de slag valt"},
    {"end.only_cut", "stopped, but cut off at a cost", "gestopt, maar afgesloten met schade"},
    {"end.nothing", "stopped, and nothing fails", "gestopt, en niets valt uit"},
    {"end.by_itself", "comes to nothing by itself", "loopt vanzelf op niets uit"},
    {"times", "How long it takes", "Hoe lang het duurt"},
    {"col.time", "time", "tijd"},
    {"col.races", "races", "wedlopen"},
    {"time.strike", "first access to strike", "eerste toegang tot slag"},
    {"time.known", "strike to alarm; 0: known before", "slag tot alarm; 0: eerder bekend"},
    {"time.evicted", "alarm until the intruder is out", "alarm tot de indringer eruit is"},
    {"time.first_back", "strike until the first works again", "slag tot de eerste weer werkt"},
    {"time.all_back", "strike until all work again", "slag tot alles weer werkt"},
    {"hit", "How many are struck, of {}", "Hoeveel er getroffen zijn, van {}"},
    {"col.hit", "struck", "getroffen"},
    {"reached", "What the intruder takes", "Wat de indringer in handen krijgt"},
    {"col.asset", "asset", "onderdeel"},
    {"col.speed", "median after the first access", "mediaan na de eerste toegang"},
    {"speed.hours", "hours", "uren"},
    {"speed.days", "days", "dagen"},
    {"speed.weeks", "weeks", "weken"},
    {"speed.never", "never", "nooit"},
    {"without", "Choke points: it strikes, with this way closed",
     "Knelpunten: de slag valt, met deze weg dicht"},
    {"col.way", "way", "weg"},
    {"without.watch", "without a watch", "zonder bewaking"},
    {"col.less", "difference, percentage points", "verschil, procentpunten"},
};

using AttackKey = Key<attack_phrases>;

inline std::string attack_word(AttackKey key, Language language) {
  return key.in(language);
}

/// The phrase with its gaps filled in.
template <class... Value>
std::string attack_text(std::type_identity_t<Form<attack_phrases, Value...>> form,
                        Language language, const Value&... value) {
  return form.filled(language, value...);
}

}  // namespace reports
