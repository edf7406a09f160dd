#pragma once

#include <string>
#include <type_traits>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of `uitwijk tornado`, and of measures whose effect is assumed, in both languages.
inline constexpr Phrase tornado_phrases[] = {
    {"title", "TORNADO of {}: which number to measure first",
     "TORNADO van {}: welk getal eerst meten"},
    {"base", "As it stands {} extra lost callers an event, 95 % interval {}",
     "Zoals het is {} extra verloren bellers per gebeurtenis, 95%-interval {}"},
    {"asked",
     "{0} {0:assumption|assumptions}, {1} {1:replication|replications} of each end, seed {2}; the "
     "same callers and the same chance in all",
     "{0} {0:aanname|aannames}, {1} {1:replicatie|replicaties} van elk uiteinde, seed {2}; "
     "dezelfde bellers en hetzelfde toeval in alle"},
    {"first", "Measure first: {}{}", "Meet eerst: {}{}"},
    {"none_clear",
     "No assumption moves the result by more than chance at this number of replications",
     "Geen aanname verschuift het resultaat meer dan het toeval bij dit aantal replicaties"},
    {"bars", "ONE AT A TIME, the others as they stand", "ÉÉN VOOR ÉÉN, de andere zoals ze zijn"},
    {"assumption", "assumption", "aanname"},
    {"interval", "95 %", "95 %"},
    {"bar_note",
     "P5 and P95: lost callers more or fewer than as it stands, with the assumption at that "
     "percentile of its range and the interval of the paired difference; widest swing first",
     "P5 en P95: verloren bellers meer of minder dan zoals het is, met de aanname op dat "
     "percentiel van haar bereik en het interval van het gepaarde verschil; grootste uitslag "
     "eerst"},
    {"cut_short", "Cut short: {} of {} assumptions tried; none is called the first to measure",
     "Afgebroken: {} van {} aannames beproefd; geen is als eerste te meten genoemd"},
    {"not_clear", "~: not told apart from chance, each judged by itself",
     "~: niet te onderscheiden van toeval, elk op zichzelf beoordeeld"},
    {"picture", "fewer | more", "minder | meer"},
    {"still", "{0} {0:assumption moves|assumptions move} nothing here",
     "{0} {0:aanname verschuift|aannames verschuiven} hier niets"},
    {"variance", "ALL TOGETHER: on what the spread stands",
     "ALLES SAMEN: waarop de spreiding rust"},
    {"share", "share", "aandeel"},
    {"drawn", "{0} {0:draw|draws}: mean {1}; chance alone {2}, over the assumptions {3}, both {4}",
     "{0} {0:trekking|trekkingen}: gemiddeld {1}; toeval alleen {2}, over de aannames {3}, beide "
     "{4}"},
    {"shares_note",
     "share: of the variance of the expected lost callers, by linear regression on each assumption "
     "(Saltelli et al. 2008, 1.2.5), chance taken out; interval by Fisher's z. Only those that are "
     "more than chance among so many are shown",
     "aandeel: van de variantie van de verwachte verloren bellers, door lineaire regressie op elke "
     "aanname (Saltelli et al. 2008, 1.2.5), zonder het toeval; interval met Fishers z. Alleen wat "
     "meer is dan toeval onder zoveel aannames staat er"},
    {"left_over",
     "together {}; left over {}: small ones, what is not told from chance, what bends, and what "
     "only happens together",
     "samen {}; over blijft {}: kleine, wat niet van toeval te onderscheiden is, wat kromt, en wat "
     "alleen samen gebeurt"},
    {"confirmed",
     "{0} of the variance stands on confirmed inputs: {1} of {2} {2:assumption|assumptions}",
     "{0} van de variantie rust op bevestigde invoer: {1} van de {2} {2:aanname|aannames}"},
    {"even.title", "BREAK-EVEN of packages whose effect is assumed: no rank",
     "OMSLAGPUNT van pakketten waarvan het effect is aangenomen: geen rangorde"},
    {"even.package", "package", "pakket"},
    {"even.years", "once in years", "eens per jaren"},
    {"even.share", "of its effect", "van het effect"},
    {"even.note",
     "It pays, with one lost caller a year less, from events on that come at least once in so many "
     "years; or, at their frequency, from this part of the assumed effect on (taken as "
     "proportional; above 100 %: not at all)",
     "Het loont, met een verloren beller per jaar minder, bij gebeurtenissen die minstens eens in "
     "zoveel jaar komen; of, bij hun frequentie, vanaf dit deel van het aangenomen effect "
     "(evenredig genomen; boven 100 %: niet)"},
    {"no_shares", "The assumptions move the result by no more than chance",
     "De aannames verschuiven het resultaat niet meer dan het toeval"},
};

using TornadoKey = Key<tornado_phrases>;

inline std::string tornado_word(TornadoKey key, Language language) {
  return key.in(language);
}

}  // namespace reports
