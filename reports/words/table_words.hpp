#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of `uitwijk table` and `uitwijk compare`, in both languages.
inline constexpr Phrase table_phrases[] = {
    // Above the rows.
    {"title", "IMPACT TABLE", "IMPACTTABEL"},
    {"partial",
     "PARTIAL: {0} of {1} {1:replication|replications} asked for {0:is|are} there; {2} of {3} "
     "{3:row|rows} {2:has|have} none",
     "ONVOLLEDIG: {0} van de {1} gevraagde {1:replicatie|replicaties} {0:is|zijn} er; {2} van de "
     "{3} {3:rij|rijen} {2:heeft|hebben} er geen"},
    {"world", "World", "Wereld"},
    {"world.as_of", "the state of affairs of {}", "de stand van zaken van {}"},
    {"world.age", " ({0} {0:day|days} old on {1})", " ({0} {0:dag|dagen} oud op {1})"},
    {"world.future", " ({0} {0:day|days} after {1})", " ({0} {0:dag|dagen} na {1})"},
    {"world.undated", "of no stated day: its age is not known", "zonder dag: leeftijd onbekend"},
    {"criteria", "Criteria", "Criteria"},
    {"adopted", "adopted by {} on {}: {}", "vastgesteld door {} op {}: {}"},
    {"concept",
     "(CONCEPT criteria, adopted by nobody: classes and levels are sums by way of example.)",
     "(CONCEPT: niemand heeft de criteria vastgesteld; klassen en niveaus zijn rekenvoorbeelden.)"},
    {"not_comparable",
     "I1-I5, K1-K5: niet vergelijkbaar met NRB of regionaal risicoprofiel (not comparable with "
     "them)",
     "I1-I5, K1-K5: niet vergelijkbaar met NRB of regionaal risicoprofiel"},
    {"rubricering", "Rubricering", "Rubricering"},
    {"onset.any_hour", "Onset: every hour of the week as often, the same draws for every threat",
     "Begin: elk uur van de week even vaak, voor elke dreiging dezelfde trekking"},
    {"onset.fixed", "Onset: {}", "Begin: {}"},
    {"onset.background",
     "Over a background, {0}: the twin is that background without the threat, so that a difference "
     "is what the threat costs there. How often both meet nobody says: no figure a year",
     "Bovenop een achtergrond, {0}: de tweeling is die achtergrond zonder de dreiging, zodat een "
     "verschil is wat de dreiging daar kost. Hoe vaak beide samenvallen zegt niemand: geen "
     "jaarcijfer"},
    {"onset.year", "Onset: any time of a year, as often as each threat strikes",
     "Begin: elk moment van een jaar, zo vaak als elke dreiging toeslaat"},
    {"history", "PAST OUTAGES, another definition than lost callers",
     "EERDERE STORINGEN, een andere definitie dan verloren bellers"},
    {"history.count", "count", "aantal"},
    {"history.model", "model [95 % of the replays]", "model [95 % van de replicaties]"},
    {"history.of", "of", "van"},
    {"history.source", "source", "bron"},
    {"history.derived", "derived", "afgeleid"},
    {"history.note",
     "to be seen beside the curve of a year; nothing is fitted on these counts. Sources: "
     "models/netherlands/SOURCES.md",
     "om naast de kromme van een jaar te zien; niets is op deze aantallen gepast. Bronnen: "
     "models/netherlands/SOURCES.md"},
    {"history.model_note",
     "model: the outage replayed in today's system, mean and where 95 % of the replays lie; what "
     "of the world was derived from an outage is no test of that number (analysis/history.yaml)",
     "model: de storing nagespeeld in het huidige bestel, gemiddelde en waar 95 % van de "
     "replicaties ligt; wat van de wereld uit een storing is afgeleid, toetst dat getal niet "
     "(analysis/history.yaml)"},
    {"record", "CONSISTENCY WITH THE DUTCH RECORD, no validation",
     "CONSISTENTIECONTROLE MET WAT IN NEDERLAND BEKEND WERD, geen validatie"},
    {"record.family", "family", "familie"},
    {"record.years", "years", "jaren"},
    {"record.seen", "seen", "gezien"},
    {"record.rate", "a year [90 %]", "per jaar [90 %]"},
    {"record.expected", "expected [90 %]", "verwacht [90 %]"},
    {"record.without", "left out", "weggelaten"},
    {"record.hours", "DURATIONS, h", "DUREN, u"},
    {"record.durations", "known", "bekend"},
    {"record.model", "catalogue, P50 / P95", "catalogus, P50 / P95"},
    {"record.fit", "by record", "naar verslag"},
    {"record.note",
     "The record set these rates, so that counts that agree prove nothing; one that does not shows "
     "a class that history contradicts. Left out: by the classes alone; a dash where these were "
     "set because of it. By record: cases of elsewhere and the Dutch ones together "
     "(analysis/record.yaml).",
     "Dit verslag heeft deze frequenties bepaald: overeenstemming bewijst niets, en een verschil "
     "toont een klasse die de geschiedenis tegenspreekt. Weggelaten: alleen naar de klassen; een "
     "streep waar die erdoor gesteld zijn. Naar verslag: gevallen van elders en Nederlandse samen "
     "(analysis/record.yaml)."},
    {"record.sum", "Seen {0}, expected {1}; within the 90 % in {2} of {3} {3:family|families}",
     "Gezien {0}, verwacht {1}; binnen de 90 % in {2} van {3} {3:familie|families}"},
    {"record.sum_without",
     "Each family left out in turn: seen {0}, expected {1}; within the 90 % in {2} of {3}",
     "Elke familie om beurten weggelaten: gezien {0}, verwacht {1}; binnen de 90 % in {2} van {3}"},
    {"record.none_seen", "{0}: none seen in {1} {1:year|years}; < {2} a year",
     "{0}: geen gezien in {1} jaar; < {2} per jaar"},
    {"onset.scenario", "Onset: as the scenario says", "Begin: zoals het scenario zegt"},
    {"differences",
     "Everything is the increase over the twin without the threat, per event; lost: genuine, no "
     "call-taker within {}",
     "Alles is de toename ten opzichte van de tweeling zonder dreiging, per gebeurtenis; verloren: "
     "echte bellers zonder centralist binnen {}"},
    {"chance_only",
     "Intervals (95 %) are of chance only: the parameters were not drawn over their ranges",
     "Intervallen (95 %) zijn van toeval alleen: de invoer is niet over zijn bandbreedte "
     "getrokken"},
    {"both_sources",
     "Intervals (95 %) of means and of what they add up to in a year are of chance and of the "
     "parameters over their ranges together; apart below. Class probabilities, other shares, "
     "percentiles and curves are over all draws together, their intervals of chance only",
     "Intervallen (95 %) van gemiddelden en van wat zij in een jaar optellen zijn van toeval en "
     "van de invoer over zijn bandbreedte samen; apart hieronder. Klassekansen, andere aandelen, "
     "percentielen en krommen zijn over alle trekkingen samen, hun intervallen van toeval alleen"},
    {"both_together",
     "Intervals (95 %) of means and of what they add up to in a year are of chance and of the "
     "parameters over their ranges together",
     "Intervallen (95 %) van gemiddelden en van wat zij in een jaar optellen zijn van toeval en "
     "van de invoer over zijn bandbreedte samen"},
    {"told_below", "Intervals (95 %) are of chance only, but for that over all draws, told below",
     "Intervallen (95 %) zijn van toeval alleen, behalve dat over alle trekkingen, hieronder"},
    {"one_draw",
     "Intervals (95 %) are of chance only, around one draw of the parameters over their ranges: "
     "how far these reach does not show",
     "Intervallen (95 %) zijn van toeval alleen, rond één trekking van de invoer over zijn "
     "bandbreedte: hoe ver die reikt, blijkt niet"},
    {"draws_as_one",
     "The parameters were drawn over their ranges; intervals (95 %) are of chance, with all draws "
     "of a row taken as one sample",
     "De invoer is over zijn bandbreedte getrokken; intervallen (95 %) zijn van toeval, met alle "
     "trekkingen van een rij als één steekproef"},
    {"drawn_rows_left_out",
     "Results whose parameters were drawn over their ranges are left out here; intervals (95 %) "
     "are of chance only",
     "Resultaten waarvan de invoer over zijn bandbreedte is getrokken zijn hier weggelaten; "
     "intervallen (95 %) zijn van toeval alleen"},
    {"assumed_inputs", "Stands on {0} {0:input|inputs}, {1} of them assumed (aanname)",
     "Steunt op {0} {0:invoergetal|invoergetallen}, {1} daarvan aanname"},
    {"assumed_inputs_of_rows",
     "The rows stand on {0} {1:input|inputs}, {2} of them assumed (aanname)",
     "De rijen steunen op {0} {1:invoergetal|invoergetallen}, {2} daarvan aanname"},
    {"from_to", "{} to {}", "{} tot {}"},
    {"assumptions",
     "Also aanname: class bounds, matrix, line, likelihood of deliberate threats, mandates",
     "Ook aanname: klassegrenzen, matrix, lijn, waarschijnlijkheid van opzettelijke dreigingen, "
     "mandaten"},
    {"inherent", "Package inherent is hypothetical: existing measures are taken away",
     "Pakket inherent is hypothetisch: bestaande maatregelen zijn weggedacht"},
    {"local", "Only the callers of {} ({} of the nation's); their bounds are scaled by that share",
     "Alleen bellers van {} ({} van het land); hun grenzen zijn met dat deel geschaald"},
    {"failed", "{0}: {1} of {2} {2:replication|replications} failed",
     "{0}: {1} van {2} {2:replicatie|replicaties} mislukt"},
    {"other_definitions",
     "{}: counted by definitions {}, this program's are {}: not to be compared with rows of these",
     "{}: geteld volgens definities {}, die van dit programma zijn {}: niet te vergelijken met "
     "rijen daarvan"},
    {"by_definitions", "[definitions {}]", "[definities {}]"},
    // The rows.
    {"annual", "EVENTS WITH A FREQUENCY, most lost callers a year first",
     "GEBEURTENISSEN MET EEN FREQUENTIE, meeste verloren bellers per jaar eerst"},
    {"conditional", "GIVEN THAT IT HAPPENS: no frequency, in no annual figure",
     "GEGEVEN DAT HET GEBEURT: geen frequentie, in geen jaarcijfer"},
    {"lost", "EXTRA LOST CALLERS PER EVENT", "EXTRA VERLOREN BELLERS PER GEBEURTENIS"},
    {"classes", "IMPACT CLASSES, in % of the events", "IMPACTKLASSEN, in % van de gebeurtenissen"},
    {"harm", "LATE AND OUT OF REACH, per event", "LATER EN ONBEREIKBAAR, per gebeurtenis"},
    {"harm_note",
     "Callers and national minutes (one of everything is 1), less the twin's, on the part that is "
     "judged. No 112: nobody takes its calls; no dispatch: nobody can alert a unit. The minutes "
     "are not to be added up; those on a fallback have no class.",
     "Bellers en landelijke minuten (een van alles is 1), verschil met de tweeling, op het deel "
     "dat wordt beoordeeld. Geen 112: niemand neemt op; geen uitgifte: niemand kan alarmeren. De "
     "minuten zijn niet op te tellen; die op terugval hebben geen klasse."},
    {"late_help", "late help", "later alarm"},
    {"late_callers", "late callers", "later geholpen"},
    {"unreachable_112", "no 112 min", "geen 112 min"},
    {"dispatch_impossible", "no dispatch min", "geen uitgifte min"},
    {"degraded", "fallback min", "terugval min"},
    {"years", "PER YEAR", "PER JAAR"},
    {"basis", "WHAT IT STANDS ON", "WAAR HET OP STEUNT"},
    {"sources", "TWO UNCERTAINTIES APART", "TWEE ONZEKERHEDEN APART"},
    {"totals", "A YEAR, unintentional events together",
     "EEN JAAR, onopzettelijke gebeurtenissen samen"},
    {"totals.deliberate", "A YEAR, deliberate events that have a frequency",
     "EEN JAAR, opzettelijke gebeurtenissen met een frequentie"},
    {"totals.estimates", "A YEAR, if the experts are right, merged with nothing",
     "EEN JAAR, als de deskundigen gelijk hebben, met niets samengevoegd"},
    {"can_be_deliberate", "Counted here, and deliberate at times: {}",
     "Hier meegeteld, en soms opzettelijk: {}"},
    {"threat", "threat", "dreiging"},
    {"package", "package", "pakket"},
    {"n", "n", "n"},
    {"mean", "mean", "gemiddeld"},
    {"interval", "95 %", "95 %"},
    {"any", "% > 0", "% > 0"},
    {"worst_hours", "worst hours", "slechtste uren"},
    {"decided_by", "decided by", "beslist door"},
    {"recover50", "recovery P50", "hersteltijd P50"},
    {"recover95", "P95", "P95"},
    {"p50", "P50", "P50"},
    {"p90", "P90", "P90"},
    {"p95", "P95", "P95"},
    {"p99", "P99", "P99"},
    {"i1", "I1", "I1"},
    {"i2", "I2", "I2"},
    {"i3", "I3", "I3"},
    {"i4", "I4", "I4"},
    {"i5", "I5", "I5"},
    {"intake_losses", "intake elsewhere 10/30/60 min %", "aanname elders 10/30/60 min %"},
    {"dispatch_losses", "dispatch", "uitgifte"},
    {"first_fails", "1st switch fails %", "1e schakeling faalt %"},
    {"takeovers", "TAKEOVERS, over all losses", "OVERNAMES, over alle uitval"},
    {"elsewhere_note",
     "elsewhere: of all losses of a discipline of a meldkamer, those answered there by then; the "
     "others were repaired first or are nobody's yet (all three: JSON)",
     "elders: van alle uitval van een discipline van een meldkamer wat daar dan wordt aangenomen; "
     "de rest was eerst hersteld of is nog van niemand (alle drie: JSON)"},
    {"cut", "cut off", "afgekapt"},
    {"late_return", "return later", "later terug"},
    {"frequency", "a year", "per jaar"},
    {"likelihood", "K", "K"},
    {"lost_per_year", "lost a year", "verloren/jaar"},
    {"level", "level", "niveau"},
    {"line", "F-N line", "F-N-lijn"},
    {"evidence", "incidents, bases (cases)", "incidenten, basis (gevallen)"},
    {"share_assumed", "assumed", "aanname"},
    {"program", "Simulated by uitwijk {} ({}), by definitions {} of counts and times",
     "Gesimuleerd door uitwijk {} ({}), volgens definities {} van aantallen en tijden"},
    {"seed", "Seed {}: rows of one seed met the same callers",
     "Seed {}: rijen van één seed hebben dezelfde bellers"},
    {"chance", "chance", "toeval"},
    {"parameters", "parameters", "invoer"},
    {"both", "both", "samen"},
    {"draws", "draws", "trekkingen"},
    {"above", "above", "erboven"},
    {"below", "below", "eronder"},
    {"weekday", "mon-fri", "ma-vr"},
    {"weekend", "weekend", "weekend"},
    {"not_recovered", "> window", "> venster"},
    {"never_down", "never down", "nooit weg"},
    {"never_below", "never below 90 %", "nooit onder 90 %"},
    {"never_below_nationally", "nationally never below 90 %", "landelijk nooit onder 90 %"},
    {"none_lost", "no meldkamer", "geen meldkamer"},
    {"never_tried", "none tried", "niet geprobeerd"},
    {"incidents", "{} known ({} checked); {}duration: {}", "{} bekend ({} nagegaan); {}duur: {}"},
    {"level_shares", "l/m/h/vh %", "l/m/h/zh %"},
    {"register", "RISK REGISTER (uitwijk register)", "RISICOREGISTER (uitwijk register)"},
    {"register.status", "status", "status"},
    {"register.decision", "decision", "besluit"},
    {"register.points", "to look at", "aandachtspunten"},
    {"register.absent", "not in it", "staat er niet in"},
    {"no_register", "Register: none given", "Register: geen gegeven"},
    {"not_in_register", "Register: has no risk about these rows",
     "Register: heeft geen risico over deze rijen"},
    {"none", "–", "–"},
    // Below the rows.
    {"interval.method",
     "interval: of a mean, less what the hours of the week explain, Student's t or, when losses "
     "are skewed, Hall's; of a percentile by order statistics",
     "interval: van een gemiddelde, min wat de uren van de week verklaren, Student's t of, als het "
     "verlies scheef verdeeld is, die van Hall; van een percentiel met ordestatistieken"},
    {"tied.annual",
     "= not to be told apart (niet te onderscheiden) from the row above in lost callers a year, by "
     "which rows are in order; their losses per event may be",
     "= niet te onderscheiden van de rij erboven in verloren bellers per jaar, waarnaar de rijen "
     "geordend zijn; hun verlies per gebeurtenis kan dat wel zijn"},
    {"tied.packages",
     "= not to be told apart (niet te onderscheiden) from the package above in lost callers per "
     "event, summed over its threats",
     "= niet te onderscheiden van het pakket erboven in verloren bellers per gebeurtenis, opgeteld "
     "over zijn dreigingen"},
    {"tied.conditional",
     "= not to be told apart (niet te onderscheiden) from the row above in mean lost callers per "
     "event, compared event by event where both met the same callers and hours",
     "= niet te onderscheiden van de rij erboven in gemiddeld verloren bellers per gebeurtenis, "
     "gebeurtenis voor gebeurtenis vergeleken waar beide dezelfde bellers en uren troffen"},
    {"without_input", "without {}", "zonder {}"},
    {"other_inputs",
     "[..]: inputs in which the row differs from the first row of the same question; only that one "
     "counts in a year",
     "[..]: invoer waarin de rij verschilt van de eerste rij van dezelfde vraag; alleen die telt "
     "in een jaar"},
    {"dash", "–: so few replications cannot carry it (P95 wants 59, P99 299)",
     "–: zo weinig replicaties dragen het niet (P95 vraagt er 59, P99 299)"},
    {"class_interval", "Brackets: 95 % interval (Jeffreys); none of n is an upper bound",
     "Haken: 95%-interval (Jeffreys); geen van n is een bovengrens"},
    {"cut_note",
     "cut off (afgekapt): the window ended first; class and tails are lower bounds (ondergrens)",
     "afgekapt: het venster was eerder om; klasse en staart zijn een ondergrens"},
    {"capped",
     "{0}: afgekapt op {1:g} uur: ondergrens (cut off {1:g} h after the onset: lower bounds)",
     "{0}: afgekapt op {1:g} uur: ondergrens"},
    {"level_note",
     "level: at most {} of the events are above it; ?: too few events, or too many cut off, to "
     "show that; K is of the row's own events a year, a class with 5 % or more. Matrices can rank "
     "wrongly inside a cell: see the line and the curve",
     "niveau: hoogstens {} van de gebeurtenissen ligt erboven; ?: te weinig gebeurtenissen, of te "
     "veel afgekapt, om dat te tonen; K is van de gebeurtenissen per jaar van de rij zelf, een "
     "klasse vanaf 5 %. Een matrix kan binnen een cel verkeerd ordenen: zie ook lijn en kromme"},
    {"line_note",
     "F-N line (proposal): {0} {0:event|events} a year with >= {1} lost {1:caller|callers}",
     "F-N-lijn (voorstel): {0} {0:gebeurtenis|gebeurtenissen} per jaar met >= {1} verloren "
     "{1:beller|bellers}"},
    {"stated", "Beside it, stated: {}", "Daarnaast uitgesproken: {}"},
    {"worst_note", "worst hours: the worst of six parts of the week, so chance has helped it",
     "slechtste uren: het ergste van zes delen van de week, dus toeval hielp mee"},
    {"left_out", "Not counted twice: {}", "Niet dubbel geteld: {}"},
    {"expected", "Expected extra lost callers a year", "Verwachte extra verloren bellers per jaar"},
    {"expected_chance", "of which chance in the simulation alone",
     "waarvan alleen toeval in de simulatie"},
    {"no_loss", "Probability of a year without any", "Kans op een jaar zonder"},
    {"tail",
     "Worst {0} of the years: from {1} lost, {2} on average ({3} different {3:event|events})",
     "Ergste {0} van de jaren: vanaf {1} verloren, gemiddeld {2} ({3} verschillende "
     "{3:gebeurtenis|gebeurtenissen})"},
    {"tail_refused",
     "Worst {0} of the years: refused, {1} different {1:event|events} in the tail (50 wanted)",
     "Ergste {0} van de jaren: geweigerd, {1} verschillende {1:gebeurtenis|gebeurtenissen} in de "
     "staart (50 nodig)"},
    {"curve",
     "lost callers in a year: probability that all events together (AEP), or the worst one (OEP), "
     "take at least so many",
     "verloren bellers in een jaar: kans dat alle gebeurtenissen samen (AEP), of de ergste (OEP), "
     "er minstens zoveel kosten"},
    {"curve_band",
     "Brackets: 95 %, over the frequencies in their classes and the chance in each threat's share "
     "of events with so many",
     "Haken: 95%, over de frequenties binnen hun klasse en het toeval in het deel van de "
     "gebeurtenissen van elke dreiging met zoveel"},
    {"threats", "{0} {0:threat|threats}", "{0} {0:dreiging|dreigingen}"},
    {"same_criteria", "the same class shares and level in every row under {}",
     "dezelfde klassekansen en hetzelfde niveau in elke rij onder {}"},
    {"other_criteria", "OTHER CRITERIA, OTHER CLASSES: {} against {}",
     "ANDERE CRITERIA, ANDERE KLASSEN: {} tegen {}"},
    {"unknown.analyst", "analyst must fill in", "analist vult in"},
    {"unknown.no_class", "no class", "geen klasse"},
    {"unknown.no_rate", "K5: a rate is asked", "K5: een frequentie is nodig"},
    {"unknown.target", "not known for this target", "voor dit doel niet bekend"},
    {"unknown.fixed_onset", "fixed onset", "vast begin"},
    {"unknown.background", "over a background", "bovenop een achtergrond"},
    {"unknown.together", "several at once", "meer tegelijk"},
    {"unknown.deliberate", "deliberate: in no total", "opzettelijk: in geen totaal"},
    {"history_no_class", "a past outage that is replayed has no class",
     "een nagespeelde storing heeft geen klasse"},
    {"as_much", "as all, /y", "als alles, /j"},
    {"unknown.no_event", "no event: {}", "geen gebeurtenis: {}"},
    // Names of classes and levels.
    {"criterion.lost_callers", "lost callers", "verloren"},
    {"criterion.late_help", "late help", "later gealarmeerd"},
    {"criterion.late_callers", "late callers", "later geholpen"},
    {"criterion.unreachable_112", "112 unreachable", "112 onbereikbaar"},
    {"criterion.dispatch_impossible", "dispatch impossible", "uitgifte onmogelijk"},
    {"criterion.wrong_dispatch", "wrong dispatch", "foute uitgifte"},
    {"criterion.recovery", "recovery", "herstel"},
    {"criterion.none", "none", "geen"},
    {"level.laag", "low", "laag"},
    {"level.midden", "middle", "midden"},
    {"level.hoog", "high", "hoog"},
    {"level.zeer_hoog", "very high", "zeer hoog"},
    {"basis.incident", "incident", "incident"},
    {"basis.expert", "expert", "expert"},
    {"basis.analyst", "analyst", "analist"},
    {"gate.exceeded", "above the level", "boven het niveau"},
    {"gate.not_shown", "too few replications to show that nothing is above the level",
     "te weinig replicaties om te tonen dat niets boven het niveau ligt"},
    {"gate.nothing", "nothing to judge", "niets te beoordelen"},
    {"gate.no_level", "rows without a frequency have no level and are not judged: {} of {}",
     "rijen zonder frequentie hebben geen niveau en worden niet beoordeeld: {} van {}"},
    // uitwijk compare.
    {"compare.title", "WHAT CHANGED", "WAT ER VERANDERDE"},
    {"compare.changes", "EXTRA LOST CALLERS PER EVENT, largest change first",
     "EXTRA VERLOREN BELLERS PER GEBEURTENIS, grootste verandering eerst"},
    {"compare.before", "before", "eerst"},
    {"compare.after", "after", "daarna"},
    {"compare.by", "difference", "verschil"},
    {"compare.classes", "class", "klasse"},
    {"compare.classes_note",
     "class: share of the events in the worst class whose share differs, before -> after",
     "klasse: deel van de gebeurtenissen in de ergste klasse waarvan het deel verschilt, eerst -> "
     "daarna"},
    {"compare.lost_after",
     "before counts callers lost after {}, after those lost after {}: the difference is of the "
     "criteria too",
     "eerst telt bellers verloren na {}, daarna na {}: het verschil is ook van de criteria"},
    {"compare.note", "difference: after less before; ~ its 95 % interval does not leave zero out",
     "verschil: daarna min eerst; ~ het 95%-interval sluit nul niet uit"},
    {"compare.origin", "WHAT THEY WERE MADE FROM", "WAARUIT ZE GEMAAKT ZIJN"},
    {"compare.programs_before", "program, before", "programma, eerst"},
    {"compare.programs_after", "program, after", "programma, daarna"},
    {"compare.inputs_changed", "inputs with another text", "invoer met een andere tekst"},
    {"compare.inputs_added", "inputs only after", "invoer alleen daarna"},
    {"compare.inputs_removed", "inputs only before", "invoer alleen eerst"},
    {"compare.only_before", "rows only before", "rijen alleen eerst"},
    {"compare.only_after", "rows only after", "rijen alleen daarna"},
    {"compare.numbers", "WHAT THE INPUTS SAY OTHERWISE", "WAT DE INVOER ANDERS ZEGT"},
    {"compare.input", "input", "invoer"},
    {"compare.address", "address", "adres"},
    {"compare.not_there", "not there", "niet aanwezig"},
    {"compare.numbers_note",
     "in brackets: kind and source. Of inputs that both have; the rest is named above",
     "tussen haakjes: soort en bron. Van invoer die beide hebben; de rest staat hierboven"},
    {"compare.same_inputs", "the same inputs, to the letter", "dezelfde invoer, letterlijk"},
    {"compare.by_criteria", "by the change of criteria alone", "alleen door de andere criteria"},
    {"difference.more", "more", "meer"},
    {"difference.fewer", "fewer", "minder"},
    {"difference.not_clear", "~", "~"},
    {"measures.title", "MEASURES, BEFORE AND AFTER", "MAATREGELEN, VOOR EN NA"},
    {"measures.packages", "PACKAGES against current, largest reduction first",
     "PAKKETTEN tegenover current, grootste daling eerst"},
    {"measures.rows", "rows", "rijen"},
    {"measures.event", "per event", "per gebeurtenis"},
    {"measures.note",
     "sums over the rows of each package of the change in extra lost callers, as if rows were "
     "independent; negative: fewer",
     "sommen over de rijen van elk pakket van de verandering in extra verloren bellers, alsof "
     "rijen onafhankelijk zijn; negatief: minder"},
    {"measures.none", "Nothing to compare: no row has a package beside the same threat without one",
     "Niets te vergelijken: geen rij heeft een pakket naast dezelfde dreiging zonder pakket"},
    {"measures.by_row", "ROW BY ROW, extra lost callers per event",
     "RIJ VOOR RIJ, extra verloren bellers per gebeurtenis"},
    {"measures.together", "TWO TOGETHER less the sum of each alone",
     "TWEE SAMEN min de som van elk alleen"},
    {"measures.together_note",
     "above 0: together they take off less than each alone would add up to",
     "boven 0: samen halen ze minder weg dan elk alleen opgeteld"},
    // Against duration, and against one number.
    {"durations.title", "IMPACT AGAINST OUTAGE DURATION", "IMPACT TEGEN UITVALDUUR"},
    {"durations.rule", "Tolerable under these criteria: at most {} of the events above I{}",
     "Verdraagbaar onder deze criteria: hoogstens {} van de gebeurtenissen boven I{}"},
    {"durations.outage", "outage", "uitval"},
    {"durations.over", "above that class", "boven die klasse"},
    {"durations.longest", "longest tolerable outage simulated",
     "langste verdraagbare uitval, gesimuleerd"},
    {"durations.longest_shown", "for which the intervals show it",
     "waarvoor de intervallen het tonen"},
    {"durations.not_even", "not even the shortest", "zelfs de kortste niet"},
    {"durations.capped",
     "*: for the longest tolerable outage the events cut off count as above that class",
     "*: voor de langste verdraagbare uitval tellen afgekapte gebeurtenissen als boven die klasse"},
    {"durations.none", "No event has results of two fixed durations (run --duration)",
     "Geen gebeurtenis heeft resultaten van twee vaste duren (run --duration)"},
    {"tornado.title", "TORNADO: which number moves the result",
     "TORNADO: welk getal verschuift het resultaat"},
    {"tornado.parameter", "parameter", "invoer"},
    {"tornado.value", "set to", "gezet op"},
    {"tornado.note", "widest swing first: the number at the top is the first to go and measure",
     "grootste uitslag eerst: het bovenste getal is het eerste om te gaan meten"},
    {"tornado.left_out", "left out, more than one setting: {}",
     "weggelaten, meer dan een instelling: {}"},
    {"tornado.without_base", "left out, no result as it stands beside it: {}",
     "weggelaten, geen resultaat zoals het is ernaast: {}"},
    {"tornado.none", "No event has results as it stands and with one parameter set (run --set)",
     "Geen gebeurtenis heeft resultaten zoals het is en met een gezette invoer (run --set)"},
    // The coverage overview.
    {"coverage.title", "COVERAGE OVERVIEW (dekkingsoverzicht)", "DEKKINGSOVERZICHT"},
    {"coverage.catalogue", "Threat catalogue {} ({}), sha256 {}",
     "Dreigingencatalogus {} ({}), sha256 {}"},
    {"coverage.counts", "{0} of {1} {1:threat|threats} in these results, by uitwijk {2}",
     "{0} van {1} {1:dreiging|dreigingen} in deze resultaten, door uitwijk {2}"},
    {"coverage.voorziening", "voorziening", "voorziening"},
    {"coverage.A", "availability", "beschikbaarheid"},
    {"coverage.I", "integrity", "integriteit"},
    {"coverage.C", "confidentiality", "vertrouwelijkheid"},
    {"coverage.simulated", "simulated", "gesimuleerd"},
    {"coverage.recorded", "recorded", "vastgelegd"},
    {"coverage.not_analysed", "not analysed", "niet geanalyseerd"},
    {"coverage.note",
     "simulated k/n: k of the n threats that the catalogue names are in the results. recorded: "
     "only named there. Confidentiality is never simulated.",
     "gesimuleerd k/n: k van de n dreigingen die de catalogus noemt zitten in de resultaten. "
     "vastgelegd: alleen daar genoemd. Vertrouwelijkheid wordt nooit gesimuleerd."},
    {"coverage.bbn", "BBN: a label with its source; inhoud BBN2+ niet in bronnen: aanname",
     "BBN: een label met bron; inhoud BBN2+ niet in bronnen: aanname"},
    {"voorziening.spoedvraag", "Spoedvraag", "Spoedvraag"},
    {"voorziening.spoedrespons", "Spoedrespons", "Spoedrespons"},
    {"voorziening.gms", "Gemeenschappelijk Meldkamer Systeem",
     "Gemeenschappelijk Meldkamer Systeem"},
    {"voorziening.ois", "Ondersteunende informatiesystemen", "Ondersteunende informatiesystemen"},
    {"voorziening.ivict", "IV/ICT-infrastructuur", "IV/ICT-infrastructuur"},
    {"voorziening.huisvesting", "Huisvesting en facilitair", "Huisvesting en facilitair"},
    {"voorziening.bezetting", "(staffing)", "(bezetting)"},
    {"voorziening.beheerprocessen", "management processes", "beheerprocessen"},
};

using TableKey = Key<table_phrases>;

inline std::string table_word(TableKey key, Language language) {
  return key.in(language);
}

/// For a key known only when the program runs. Throws std::logic_error for an unknown one.
std::string table_word_at(std::string_view key, Language language);

/// The phrase with its gaps filled in.
template <class... Value>
std::string table_text(std::type_identity_t<Form<table_phrases, Value...>> form, Language language,
                       const Value&... value) {
  return form.filled(language, value...);
}

}  // namespace reports
