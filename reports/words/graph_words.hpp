#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of `uitwijk graph`, in both languages.
inline constexpr Phrase graph_phrases[] = {
    // The dependency graph.
    {"title", "DEPENDENCY GRAPH of {}", "AFHANKELIJKHEDEN van {}"},
    {"functions", "WHAT EACH FUNCTION NEEDS", "WAT ELKE FUNCTIE NODIG HEEFT"},
    {"functions.note",
     "Components as in the model's files; x@* is the one at the same meldkamer. Without it: what "
     "losing the function does.",
     "Componenten zoals in de bestanden van het model; x@* is die van dezelfde meldkamer. Zonder: "
     "wat verlies van de functie doet."},
    {"needs", "needs", "nodig"},
    {"through_it", "through it", "daardoor"},
    {"without_it", "without it", "zonder"},
    {"at", "at", "bij"},
    {"at_centres", "at {0} {0:meldkamer|meldkamers}", "bij {0} {0:meldkamer|meldkamers}"},
    {"effect.stops", "stops", "stopt"},
    {"effect.slows", "handling x {}", "behandeling x {}"},
    {"effect.delays", "transfer + {} s", "doorverbinden + {} s"},
    {"effect.astray", "wrong address {} %", "verkeerd adres {} %"},
    {"effect.picture", "no picture for the region", "geen beeld voor de regio"},
    {"effect.home", "no dispatch for others", "geen uitgifte voor anderen"},
    {"effect.takeover", "starts the takeover", "begint de overname"},
    {"singles", "SINGLE POINTS OF FAILURE", "ENKELVOUDIGE FAALPUNTEN"},
    {"singles.note",
     "Components and common causes whose loss alone loses a function, with standbys started. k/n: "
     "units needed of units there; all must be lost that the count allows. Hours: unavailability x "
     "a year.",
     "Componenten en gemeenschappelijke oorzaken waarvan het verlies alleen al een functie kost, "
     "met reserves gestart. k/n: eenheden nodig van eenheden aanwezig. Uren: niet-beschikbaarheid "
     "x een jaar."},
    {"col.event", "component or cause", "component of oorzaak"},
    {"col.units", "k/n", "k/n"},
    {"col.unavailable", "unavailable", "niet beschikb."},
    {"col.a_year", "a year", "per jaar"},
    {"col.demand", "demand hit", "vraag geraakt"},
    {"unknown", "unknown", "onbekend"},
    {"cause", "common cause {}", "gemeensch. oorzaak {}"},
    {"severity.all", "Stops all calls to 112", "Stopt alle oproepen naar 112"},
    {"severity.answering", "Stops answering for some", "Stopt het aannemen voor een deel"},
    {"severity.dispatch", "Stops dispatch", "Stopt de uitgifte"},
    {"severity.slows", "Slower or less sure", "Trager of onzekerder"},
    {"severity.blinds", "Less to see, less to do for others", "Minder beeld, minder voor anderen"},
    {"severity.channel", "Closes another channel", "Sluit een ander kanaal"},
    {"loses", "loses", "kost"},
    {"channel", "channel {}", "kanaal {}"},
    {"interruptions", "Interrupts until a standby has started",
     "Onderbreekt tot een reserve draait"},
    {"interruption.of", "{}: {} on average until there is {}", "{}: gemiddeld {} tot er is: {}"},
    {"start_fails", "does not start: {} %", "start niet: {} %"},
    {"none", "none", "geen"},
    {"cuts", "MINIMAL CUT SETS up to three events", "MINIMALE SNEDEN tot drie gebeurtenissen"},
    {"cuts.note",
     "Events that together lose the function while they last; independent but for the named common "
     "causes, standbys started. [cause]: a common cause. The sum is an upper bound for the sets "
     "that have a figure; those without are not in it. A standby here does not start, or is down. "
     "~: alone it interrupts the function until a standby runs.",
     "Gebeurtenissen die samen de functie kosten zolang ze duren; onafhankelijk op de genoemde "
     "gemeenschappelijke oorzaken na, reserves gestart. [naam]: een gemeenschappelijke oorzaak. De "
     "som is een bovengrens over de sneden met een cijfer; die zonder tellen niet mee. Een reserve "
     "start hier niet, of is stuk. ~: onderbreekt alleen de functie al tot een reserve draait."},
    {"cuts.sum", "{0} {0:set|sets}; at most {1} from those with a figure, {2} without",
     "{0} {0:snede|sneden}; hooguit {1} uit die met een cijfer, {2} zonder"},
    {"cuts.more", "... and {} more (--json has all)", "... en nog {} (--json heeft alle)"},
    {"causes", "COMMON-CAUSE GROUPS", "GROEPEN MET EEN GEMEENSCHAPPELIJKE OORZAAK"},
    {"causes.note", "One cause takes all units of all members. How often is not in the model.",
     "Eén oorzaak neemt alle eenheden van alle leden weg. Hoe vaak staat niet in het model."},
    {"loses_nothing", "loses no function by itself", "kost op zichzelf geen functie"},
    // The network, and what others can carry.
    {"network", "NETWORK", "NETWERK"},
    {"network.note",
     "{0} {0:meldkamer|meldkamers} around {1}; lines that may be lost before a link is stand next "
     "to each other.",
     "{0} {0:meldkamer|meldkamers} rond {1}; lijnen die weg mogen voor een verbinding weg is staan "
     "naast elkaar."},
    {"articulation", "articulation points", "knooppunten die niet weg mogen"},
    {"bridges", "bridges", "bruggen"},
    {"takeover", "TAKEOVER CAPACITY, {}", "OVERNAMECAPACITEIT, {}"},
    {"busiest", "the busiest hour", "het drukste uur"},
    {"takeover.note",
     "Share of the lost meldkamer's work that others can carry besides their own. An upper bound: "
     "flows of erlang on those of the roster who are free for 112, without queues, redials or the "
     "time to switch. What does not hold here does not hold. Plan: partners in order by their "
     "shares; + moved: with the own people who have moved; partners, anyone: divided at will. A "
     "standby site of its own is not counted.",
     "Deel van het werk van de uitgevallen meldkamer dat anderen naast hun eigen werk kunnen "
     "dragen. Een bovengrens: stromen in erlang op wie van het rooster vrij is voor 112, zonder "
     "wachtrij, opnieuw bellen of schakeltijd. Wat hier niet past, past niet. Plan: partners op "
     "volgorde naar hun deel; + uitwijk: met de eigen mensen die zijn verhuisd; partners, "
     "iedereen: vrij verdeeld. Een eigen reservelocatie telt niet mee."},
    {"singles_lost", "One meldkamer lost", "Eén meldkamer weg"},
    {"pairs_lost", "Two meldkamers lost", "Twee meldkamers weg"},
    {"col.lost", "lost", "uitgevallen"},
    {"col.work", "erlang", "erlang"},
    {"col.plan", "plan", "plan"},
    {"col.moved", "+ moved", "+ uitwijk"},
    {"col.partners", "partners", "partners"},
    {"col.anyone", "anyone", "iedereen"},
    {"col.worst_hour", "worst hour of plan", "slechtste uur van plan"},
    {"carried_of", "{} % of {} erlang: {}", "{} % van {} erlang: {}"},
    {"why.staff", "people of {}", "mensen van {}"},
    {"why.desks", "desks of {}", "tafels van {}"},
    {"why.lines", "lines of {}", "lijnen van {}"},
    {"why.division", "plan gives {} no more", "plan geeft {} niet meer"},
    {"why.no_receiver", "nobody may or can receive", "niemand mag of kan ontvangen"},
    {"pairs.held",
     "{0} of {1} {1:pair|pairs} {0:does|do} not hold under the plan; {2} not even if anyone may "
     "help.",
     "{0} van {1} {1:paar|paren} {0:past|passen} niet volgens het plan; {2} ook niet als iedereen "
     "mag helpen."},
    {"pairs.left_out",
     "{0} {0:pair|pairs} of lost meldkamers {0:is|are} left out: too many to look at all; "
     "--meldkamer looks at the pairs of one.",
     "{0} {0:paar|paren} van uitgevallen meldkamers {0:is|zijn} weggelaten: te veel om alle te "
     "bekijken; --meldkamer bekijkt de paren van één."},
    {"pairs.more", "... and {} more; --pairs shows all", "... en nog {}; --pairs toont alle"},
    {"of_singles.held",
     "{0} of {1} {0:does|do} not hold under the plan; {2} not even if anyone may help; {3} "
     "{3:does|do} not in the worst hour of the week.",
     "{0} van {1} {0:past|passen} niet volgens het plan; {2} ook niet als iedereen mag helpen; {3} "
     "{3:past|passen} niet in het slechtste uur van de week."},
};

using GraphKey = Key<graph_phrases>;

inline std::string graph_word(GraphKey key, Language language) {
  return key.in(language);
}

/// The phrase with its gaps filled in.
template <class... Value>
std::string graph_text(std::type_identity_t<Form<graph_phrases, Value...>> form, Language language,
                       const Value&... value) {
  return form.filled(language, value...);
}

}  // namespace reports
