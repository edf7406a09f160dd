#pragma once

#include <string>
#include <type_traits>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of `uitwijk branch`, in both languages.
inline constexpr Phrase branch_phrases[] = {
    {"purpose",
     "For rehearsal (naspelen en oefenen), not for a running incident: what one could have decided "
     "then is told with what is known now.",
     "Naspelen en oefenen, niet voor een lopend incident: wat men toen had kunnen besluiten, "
     "verteld met wat nu bekend is."},
    {"asked",
     "{0} {0:replication|replications} of each option, seed {1}: the same past and the same "
     "callers, and the same world without the threats.",
     "{0} {0:replicatie|replicaties} per optie, seed {1}: hetzelfde verleden en dezelfde bellers, "
     "en dezelfde wereld zonder de dreigingen."},
    {"unfinished", "PARTIAL: {0} has {1} of {2} {2:replication|replications}",
     "ONVOLLEDIG: {0} heeft {1} van {2} {2:replicatie|replicaties}"},
    {"not_begun", "PARTIAL: interrupted before {}", "ONVOLLEDIG: onderbroken voor {}"},
    {"how",
     "Mean ± half of its 95 % interval; 'than {}' is taken replication by replication. lost, late: "
     "genuine callers, because of what happened.",
     "Gemiddelde ± het halve 95 %-interval; 'dan {}' per replicatie. verloren, laat: echte "
     "bellers, door wat er gebeurde."},
    {"how_alone",
     "Mean ± half of its 95 % interval; 'than {}' is taken replication by replication. Without a "
     "threat all lost callers count.",
     "Gemiddelde ± het halve 95 %-interval; 'dan {}' per replicatie. Zonder dreiging tellen alle "
     "verloren bellers."},
    {"options", "OPTIONS", "OPTIES"},
    {"option", "option", "optie"},
    {"lost", "lost", "verloren"},
    {"late", "late", "laat"},
    {"late_help", "late help", "late hulp"},
    {"p90", "answered p90", "antwoord p90"},
    {"p90_never",
     "never (k/n): in k of n replications nobody answers a tenth of the callers. Where that "
     "happens there is no difference.",
     "nooit (k/n): in k van n replicaties antwoordt niemand een tiende van de bellers. Waar dat zo "
     "is, is er geen verschil."},
    {"than", "than {}", "dan {}"},
    {"below_zero",
     "Lost below zero: fewer than in the same world without the threats. A published number, or "
     "people called in, can help more callers than the disturbance harms.",
     "Verloren onder nul: minder dan in dezelfde wereld zonder de dreigingen. Een bekendgemaakt "
     "nummer, of opgeroepen mensen, kan meer bellers helpen dan de verstoring schaadt."},
    {"hindsight_share", "hindsight", "achteraf"},
    {"hindsight",
     "{0}: in {1} of {2} replications nobody knew of it yet at that moment: hindsight.",
     "{0}: in {1} van {2} replicaties wist nog niemand ervan op dat moment: wijsheid achteraf."},
    {"nobody",
     "Nobody detects the loss of a meldkamer in this scenario: whether it could be known by then "
     "is for the reader to judge.",
     "Niemand ontdekt in dit scenario de uitval van een meldkamer: of het dan al bekend kon zijn, "
     "is aan de lezer."},
    {"never",
     "{0}: in {1} of {2} replications it did not come to that moment, and nothing is decided "
     "there.",
     "{0}: in {1} van {2} replicaties kwam dat moment niet, en daar wordt niets besloten."},
    {"better", "{0}: fewer lost than {1}, {2}", "{0}: minder verloren dan {1}, {2}"},
    {"worse", "{0}: more lost than {1}, {2}", "{0}: meer verloren dan {1}, {2}"},
    {"same", "{0}: cannot be told from {1} at this number of replications ({2})",
     "{0}: niet te onderscheiden van {1} bij dit aantal replicaties ({2})"},
    {"equal", "{0}: changes nothing of {1}, in no replication",
     "{0}: verandert niets aan {1}, in geen replicatie"},
    {"short", "WHO RUNS SHORT", "WIE TEKORT KOMT"},
    {"minutes_short", "short", "tekort"},
    {"short_how",
     "Minutes in which somebody waited for them and nobody was free, more than without the "
     "threats. The groups with most of it; an option that does not stand below a group changes "
     "nothing of it.",
     "Minuten waarin iemand op hen wachtte en niemand vrij was, meer dan zonder de dreigingen. De "
     "groepen met het meeste; een optie die niet onder een groep staat verandert daar niets aan."},
    {"short_more", "{0} more {0:group|groups} with less of it: --format csv --grid all",
     "Nog {0} {0:groep|groepen} met minder: --format csv --grid all"},
    {"earlier", "WHAT DECIDING EARLIER IS WORTH", "WAT EERDER BESLUITEN WAARD IS"},
    {"earlier_lost", "fewer lost", "minder verloren"},
    {"earlier_late", "fewer late", "minder laat"},
    {"course_how",
     "One possible course, under every option: x where it happens. What happens under all of them "
     "is the past that they share, or what no option changes.",
     "Een mogelijk verloop, onder elke optie: x waar het gebeurt. Wat onder alle gebeurt is hun "
     "gedeelde verleden, of wat geen optie verandert."},
    {"course_options", "Options: {}", "Opties: {}"},
    {"decided", "decided: {}", "besloten: {}"},
    {"decision_begins", "begins, as was decided: {}", "begint, zoals besloten: {}"},
    {"decision_ends", "ends: {}", "eindigt: {}"},
    {"time", "time", "tijd"},
    {"place", "place", "plaats"},
    {"happens", "what happens", "wat er gebeurt"},
    {"earlier_row", "{0}: {1} instead of {2}", "{0}: {1} in plaats van {2}"},
};

inline std::string branch_word(Key<branch_phrases> key, Language language) {
  return key.in(language);
}

/// The phrase with its gaps filled in.
template <class... Value>
std::string branch_text(std::type_identity_t<Form<branch_phrases, Value...>> form,
                        Language language, const Value&... value) {
  return form.filled(language, value...);
}

}  // namespace reports
