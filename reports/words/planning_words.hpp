#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of `uitwijk plan`, `sweep` and `exercise`, in both languages.
inline constexpr Phrase planning_phrases[] = {
    // uitwijk plan.
    {"plan.title", "TAKEOVER PLANS of {}", "OVERNAMEPLANNEN van {}"},
    {"plan.asked",
     "Each room lost for {0}, {1}; {2} {2:replication|replications}, seed {3}. The same callers "
     "and the same twin under every plan.",
     "Elke kamer {0} uit, {1}; {2} {2:replicatie|replicaties}, seed {3}. Dezelfde bellers en "
     "dezelfde tweeling onder elk plan."},
    {"plan.any_hour", "beginning at any hour of the week, each as often",
     "begin op elk uur van de week, even vaak"},
    {"plan.at", "beginning at {}", "begin op {}"},
    {"plan.how",
     "Mean ± half of its 95 % interval. lost, late: more than without the loss (late: 60 s, or "
     "never). short: minutes in which somebody waited at a receiving room and nobody was free, "
     "more than without the loss. busy: conversations over people on duty in the busiest receiving "
     "room, in the shift of the takeover and the next. over: hours above {} % (an assumption of "
     "what people can do for hours). enough: how often the next shift stayed under it.",
     "Gemiddelde ± het halve 95 %-interval. verloren, laat: meer dan zonder de uitval (laat: 60 s, "
     "of nooit). tekort: minuten waarin iemand wachtte bij een ontvangende kamer en niemand vrij "
     "was, meer dan zonder de uitval. bezet: gesprekken over mensen op dienst in de drukste "
     "ontvangende kamer, in de dienst van de overname en de volgende. boven: uren boven {} % (een "
     "aanname van wat mensen uren volhouden). genoeg: hoe vaak de volgende dienst daaronder "
     "bleef."},
    {"col.lost_room", "LOST", "UITGEVALLEN"},
    {"col.more_lost", "lost", "verloren"},
    {"col.against", "than {}", "dan {}"},
    {"col.late", "late", "laat"},
    {"col.again", "answered after", "beantwoord na"},
    {"col.short", "short {}", "tekort {}"},
    {"col.busy", "busy", "bezet"},
    {"col.over", "over", "boven"},
    {"col.enough", "enough", "genoeg"},
    {"plan.shortest", "short most: {}", "meest tekort: {}"},
    {"plan.total", "each of these {0} {0:loss|losses} once", "elk van deze {} één keer"},
    {"plan.better", "{}: fewer lost than {}, {} over all losses",
     "{}: minder verloren dan {}, {} over alle"},
    {"plan.worse", "{}: more lost than {}, {} over all losses",
     "{}: meer verloren dan {}, {} over alle"},
    {"plan.same", "{}: cannot be told from {} at this number of replications ({})",
     "{}: niet te onderscheiden van {} bij dit aantal replicaties ({})"},
    {"plan.failed", "{0} {0:replication|replications} failed and {0:is|are} left out",
     "{0} {0:replicatie mislukte|replicaties mislukten}, niet meegeteld"},
    {"plan.in_force", "in force", "van kracht"},
    // uitwijk sweep.
    {"sweep.asked",
     "{0} varied; {1} {1:replication|replications} of each value, seed {2}, the same random "
     "numbers for all.",
     "{0} gevarieerd; {1} {1:replicatie|replicaties} per waarde, seed {2}, dezelfde "
     "toevalsgetallen voor alle."},
    {"sweep.how", "Mean ± half of its 95 % interval; the bar is the first number.",
     "Gemiddelde ± het halve 95 %-interval; de balk is het eerste getal."},
    {"sweep.value", "value", "waarde"},
    {"sweep.verdict", "holds", "voldoet"},
    {"sweep.holds", "yes", "ja"},
    {"sweep.fails", "no", "nee"},
    {"sweep.undecided", "?", "?"},
    {"sweep.nowhere", "{0}: no value in this range of {1} is certainly enough.",
     "{0}: geen waarde in dit bereik van {1} voldoet met zekerheid."},
    {"sweep.everywhere", "{0}: every value in this range of {1} is enough, {2} already.",
     "{0}: elke waarde in dit bereik van {1} voldoet, {2} al."},
    {"sweep.from", "{0}: from {1} = {2} on; at {3} it fails or cannot be told.",
     "{0}: vanaf {1} = {2}; bij {3} niet, of niet te zeggen."},
    {"sweep.up_to", "{0}: up to {1} = {2}; at {3} it fails or cannot be told.",
     "{0}: tot en met {1} = {2}; bij {3} niet, of niet te zeggen."},
    {"sweep.mixed",
     "{0}: now and then: it holds at {1} = {2} and not at {3}, and changes again further on. Not "
     "monotone, or too few replications to tell.",
     "{0}: nu eens wel en dan niet: wel bij {1} = {2}, niet bij {3}, en verderop weer anders. Niet "
     "monotoon, of te weinig replicaties."},
    {"sweep.by_interval",
     "A value counts when the whole 95 % interval is on the right side; ?: the bound lies in the "
     "interval, more replications (-n) would tell. *: between the values of the range.",
     "Een waarde telt als het hele 95 %-interval aan de goede kant ligt; ?: de grens ligt in het "
     "interval, meer replicaties (-n) geven uitsluitsel. *: tussen de waarden van het bereik."},
    {"sweep.by_mean", "By the mean alone (--by mean): another seed may say otherwise.",
     "Alleen naar het gemiddelde (--by mean): een andere seed kan anders uitvallen."},
    // The takeover card.
    {"book.title", "# Takeover card: {} is lost", "# Draaiboek overname: {} valt uit"},
    {"book.basis",
     "For the calamiteitencoordinator. Plan: {0}. World: {1}; worked out from {2} "
     "{2:number|numbers}, {3} of them assumed: check them against the room's own before use.",
     "Voor de calamiteitencoördinator. Plan: {0}. Wereld: {1}; berekend uit {2} "
     "{2:getal|getallen}, waarvan {3} aangenomen: leg ze naast die van de kamer zelf voor "
     "gebruik."},
    {"book.only_plan", "the only one", "het enige"},
    {"book.triggers", "## 1. When", "## 1. Wanneer"},
    {"book.function", "- The room can no longer: **{}**", "- De kamer kan niet meer: **{}**"},
    {"book.heartbeat",
     "- Monitoring: **{0} {0:sign|signs} of life missed** in a row (one each {1}, answer within "
     "{2})",
     "- Bewaking: **{0} {0:levensteken|levenstekens} gemist** op rij (elke {1} een, antwoord "
     "binnen {2})"},
    {"book.lost_after", "- The clock: a caller without a call-taker for **{}** counts as lost",
     "- De klok: een beller die **{}** geen centralist heeft, telt als verloren"},
    {"book.clocks", "| step | usually | nineteen of twenty within |",
     "| stap | gewoonlijk | negentien van de twintig binnen |"},
    {"book.detect", "alarm to knowing", "alarm tot weten"},
    {"book.decide", "knowing to ordering", "weten tot bevel"},
    {"book.switch_trained", "ordering to answering (rehearsed)", "bevel tot aannemen (geoefend)"},
    {"book.switch_untrained", "ordering to answering (not rehearsed)",
     "bevel tot aannemen (niet geoefend)"},
    {"book.fails", "In {} of 100 cases the switch fails; a new attempt then takes {}.",
     "In {} van de 100 gevallen mislukt het schakelen; een nieuwe poging kost dan {}."},
    {"book.order", "## 2. Who, in this order", "## 2. Wie, in deze volgorde"},
    {"book.order_columns", "| | takes over | share | rehearsed |",
     "| | neemt over | deel | geoefend |"},
    {"book.reserve", "if the ones above cannot", "als wie hierboven staat niet kan"},
    {"book.yes", "yes", "ja"},
    {"book.no", "**no**", "**nee**"},
    {"book.staff", "## 3. Extra people at the receiving rooms, by the hour ({}, the busiest day)",
     "## 3. Extra mensen bij de ontvangende kamers, per uur ({}, de drukste dag)"},
    {"book.staff_how",
     "At work {} % of the time at most (assumed); another region's calls take {} times as long. "
     "**Bold** (−n): n more than the plan's rooms have left of people or desks.",
     "Hoogstens {} % van de tijd in gesprek (aanname); meldingen van een andere regio duren {} "
     "keer zo lang. **Vet** (−n): n meer dan de kamers van het plan aan mensen of plekken over "
     "hebben."},
    {"book.hour", "hour", "uur"},
    {"book.shortages", "## 4. Where it runs short", "## 4. Waar het tekortkomt"},
    {"book.shortage", "- **{}**: {} ({})", "- **{}**: {} ({})"},
    {"book.no_shortage",
     "- Nowhere in an average week. That is an upper bound: a busy night needs more.",
     "- Nergens in een gemiddelde week. Dat is een bovengrens: een drukke nacht vraagt meer."},
    {"book.nobody", "nobody may or can receive", "niemand mag of kan ontvangen"},
    {"book.and_more", " and {} more", " en nog {}"},
    {"book.changes", "## 5. Shift changes", "## 5. Dienstwisselingen"},
    {"book.change", "- {}: {}", "- {}: {}"},
    {"book.no_change", "none", "geen"},
    {"book.before_change",
     "- Two hours before each: does the next shift have the people of the table in section 3?",
     "- Twee uur ervoor: heeft de volgende dienst de mensen van de tabel in paragraaf 3?"},
    {"book.return", "## 6. Return", "## 6. Terugkeer"},
    {"book.verify", "- Only when the repair is verified: usually {}, nineteen of twenty within {}",
     "- Pas als het herstel is gecontroleerd: gewoonlijk {}, negentien van de twintig binnen {}"},
    {"book.back", "- Then back in steps: usually {}, nineteen of twenty within {}",
     "- Daarna stapsgewijs terug: gewoonlijk {}, negentien van de twintig binnen {}"},
    {"book.relocate", "- Meanwhile {0} % of the own people can sit down at {2} after about {1}",
     "- Intussen kan {0} % van de eigen mensen na ongeveer {1} plaatsnemen bij {2}"},
    {"book.not_a_rule", "*Computed from a model; not an adopted plan.*",
     "*Berekend met een model; geen vastgesteld plan.*"},
    // uitwijk exercise.
    {"exercise.asked",
     "{0}: predicted beside observed; {1} {1:replication|replications} of the loss as it was, seed "
     "{2}.",
     "{0}: voorspeld naast waargenomen; {1} {1:replicatie|replicaties} van de uitval zoals die "
     "was, seed {2}."},
    {"exercise.observed", "observed", "waargenomen"},
    {"exercise.below", "faster in", "sneller in"},
    {"exercise.detect", "loss to knowing", "uitval tot weten"},
    {"exercise.decide", "knowing to ordering", "weten tot bevel"},
    {"exercise.switch", "order to answering", "bevel tot aannemen"},
    {"exercise.verify", "repaired to sure", "hersteld tot zeker"},
    {"exercise.return", "sure to home again", "zeker tot terug"},
    {"exercise.faster", "{}: faster than nearly all that the model predicts",
     "{}: sneller dan bijna alles wat het model voorspelt"},
    {"exercise.slower", "{}: slower than nearly all that the model predicts",
     "{}: trager dan bijna alles wat het model voorspelt"},
    {"exercise.cut_off",
     "{}: the loss was over before in {} of {}; only the other replications predict",
     "{}: de uitval was eerder voorbij in {} van {}; alleen de andere replicaties voorspellen"},
    {"exercise.other_partner", "{} answered, who is not the first partner of the plan in force",
     "{} nam aan, niet de eerste partner van het plan dat van kracht is"},
    {"exercise.now_trained",
     "{} answered, who is not marked as rehearsed in the plan in force: trained: true may hold now",
     "{} nam aan en staat in het plan niet als geoefend: trained: true kan nu gelden"},
    {"exercise.outcome", "THE LOSS", "DE UITVAL"},
    {"exercise.change", "than modelled", "dan het model"},
    {"exercise.as_modelled", "as modelled", "zoals het model"},
    {"exercise.as_observed", "clocks as observed", "klokken als gezien"},
    {"exercise.updated", "clocks updated", "klokken bijgesteld"},
    {"exercise.updates", "UPDATED CLOCKS (--save)", "BIJGESTELDE KLOKKEN (--save)"},
    {"exercise.weight",
     "The model's own clock counts for {0} {0:exercise|exercises} (--prior-weight): an assumption.",
     "De klok van het model telt voor {0} {0:oefening|oefeningen} (--prior-weight): een aanname."},
};

using PlanningKey = Key<planning_phrases>;

inline std::string planning_word(PlanningKey key, Language language) {
  return key.in(language);
}

/// For a key known only when the program runs. Throws std::logic_error for an unknown one.
std::string planning_word_at(std::string_view key, Language language);

/// The phrase with its gaps filled in.
template <class... Value>
std::string planning_text(std::type_identity_t<Form<planning_phrases, Value...>> form,
                          Language language, const Value&... value) {
  return form.filled(language, value...);
}

}  // namespace reports
