#include "cli/table_words.hpp"

#include <map>
#include <stdexcept>

namespace cli {
namespace {

struct Phrase {
  const char* english;
  const char* dutch;
};
using Phrases = std::map<std::string_view, Phrase>;

const Phrases head_words = {
    {"title", {"IMPACT TABLE", "IMPACTTABEL"}},
    {"world", {"World", "Wereld"}},
    {"criteria", {"Criteria", "Criteria"}},
    {"adopted", {"adopted by {} on {}: {}", "vastgesteld door {} op {}: {}"}},
    {"concept",
     {"(CONCEPT criteria, adopted by nobody: classes and levels are sums by way of example.)", ""}},
    {"not_comparable",
     {"I1-I5, K1-K5: niet vergelijkbaar met NRB of regionaal risicoprofiel (not comparable with "
      "them)",
      "I1-I5, K1-K5: niet vergelijkbaar met NRB of regionaal risicoprofiel"}},
    {"rubricering", {"Rubricering", "Rubricering"}},
    {"onset.any_hour",
     {"Onset: every hour of the week as often, the same draws for every threat",
      "Begin: elk uur van de week even vaak, voor elke dreiging dezelfde trekking"}},
    {"onset.fixed", {"Onset: {}", "Begin: {}"}},
    {"onset.scenario", {"Onset: as the scenario says", "Begin: zoals het scenario zegt"}},
    {"differences",
     {"Everything is the increase over the twin without the threat, per event; lost: genuine, no "
      "call-taker within {}",
      "Alles is de toename ten opzichte van de tweeling zonder dreiging, per gebeurtenis; "
      "verloren: "
      "met hulpvraag, geen centralist binnen {}"}},
    {"chance_only",
     {"Intervals (95 %) are of chance only: the parameters were not drawn over their ranges",
      "Intervallen (95 %) zijn van toeval alleen: de invoer is niet over zijn bandbreedte "
      "getrokken"}},
    {"both_sources",
     {"Intervals (95 %) of the mean are of chance and of the parameters over their ranges "
      "together; apart below",
      "Intervallen (95 %) van het gemiddelde zijn van toeval en van de invoer over zijn "
      "bandbreedte "
      "samen; apart hieronder"}},
    {"assumed_inputs",
     {"Stands on {} inputs, {} of them assumed (aanname)",
      "Steunt op {} invoergetallen, {} daarvan "
      "aanname"}},
    {"assumptions",
     {"Also aanname: class bounds, matrix, line, likelihood of deliberate threats, mandates",
      "Ook aanname: klassegrenzen, matrix, lijn, waarschijnlijkheid van opzettelijke dreigingen, "
      "mandaten"}},
    {"inherent",
     {"Package inherent is hypothetical: existing measures are taken away",
      "Pakket inherent is hypothetisch: bestaande maatregelen zijn weggedacht"}},
    {"local",
     {"Only the callers of {} ({} of the nation's); their bounds are scaled by that share",
      "Alleen melders van {} ({} van het land); hun grenzen zijn met dat deel geschaald"}},
    {"failed", {"{}: {} of {} replications failed", "{}: {} van {} replicaties mislukt"}},
};

const Phrases body_words = {
    {"annual",
     {"EVENTS WITH A FREQUENCY, most lost callers a year first",
      "GEBEURTENISSEN MET EEN FREQUENTIE, meeste verloren melders per jaar eerst"}},
    {"conditional",
     {"GIVEN THAT IT HAPPENS: no frequency, in no annual figure",
      "GEGEVEN DAT HET GEBEURT: geen frequentie, in geen jaarcijfer"}},
    {"lost", {"EXTRA LOST CALLERS PER EVENT", "EXTRA VERLOREN MELDERS PER GEBEURTENIS"}},
    {"classes",
     {"IMPACT CLASSES, in % of the events", "IMPACTKLASSEN, in % van de gebeurtenissen"}},
    {"years", {"PER YEAR", "PER JAAR"}},
    {"basis", {"WHAT IT STANDS ON", "WAAR HET OP STEUNT"}},
    {"sources", {"TWO UNCERTAINTIES APART", "TWEE ONZEKERHEDEN APART"}},
    {"totals", {"ALL EVENTS OF A YEAR TOGETHER", "ALLE GEBEURTENISSEN VAN EEN JAAR SAMEN"}},
    {"threat", {"threat", "dreiging"}},
    {"package", {"package", "pakket"}},
    {"n", {"n", "n"}},
    {"mean", {"mean", "gemiddeld"}},
    {"interval", {"95 %", "95 %"}},
    {"any", {"% > 0", "% > 0"}},
    {"worst_hours", {"worst hours", "slechtste uren"}},
    {"decided_by", {"decided by", "beslist door"}},
    {"recover50", {"T90 P50", "T90 P50"}},
    {"recover95", {"P95", "P95"}},
    {"fails", {"takeover fails", "overname faalt"}},
    {"cut", {"cut off", "afgekapt"}},
    {"frequency", {"a year", "per jaar"}},
    {"likelihood", {"K", "K"}},
    {"lost_per_year", {"lost a year", "verloren/jaar"}},
    {"level", {"level", "niveau"}},
    {"line", {"F-N line", "F-N-lijn"}},
    {"evidence", {"incidents, bases", "incidenten, basis"}},
    {"share_assumed", {"assumed", "aanname"}},
    {"program", {"Simulated by uitwijk {} ({})", "Gesimuleerd door uitwijk {} ({})"}},
    {"chance", {"chance", "toeval"}},
    {"parameters", {"parameters", "invoer"}},
    {"both", {"both", "samen"}},
    {"draws", {"draws", "trekkingen"}},
    {"above", {"above", "erboven"}},
    {"below", {"below", "eronder"}},
    {"weekday", {"mon-fri", "ma-vr"}},
    {"weekend", {"weekend", "weekend"}},
    {"not_recovered", {"> window", "> venster"}},
    {"never_decided", {"none decided", "geen besluit"}},
    {"incidents", {"{} known ({} checked); {}duration: {}", "{} bekend ({} nagegaan); {}duur: {}"}},
    {"level_shares", {"l/m/h/vh %", "l/m/h/zh %"}},
    {"cases", {"{} cases", "{} gevallen"}},
    {"no_register", {"Register: none given", "Register: geen gegeven"}},
    {"none", {"–", "–"}},
};

const Phrases note_words = {
    {"tied",
     {"= not to be told apart from the row above (niet te onderscheiden): their intervals "
      "do not separate them",
      "= niet te onderscheiden van de rij erboven: de intervallen scheiden ze niet"}},
    {"dash",
     {"–: so few replications cannot carry it (P95 wants 59, P99 299)",
      "–: zo weinig replicaties dragen het niet (P95 vraagt er 59, P99 299)"}},
    {"class_interval",
     {"Brackets: 95 % interval (Jeffreys); none of n is an upper bound",
      "Haken: 95%-interval (Jeffreys); geen van n is een bovengrens"}},
    {"cut_note",
     {"cut off (afgekapt): the window ended first; class and tails are lower bounds "
      "(ondergrens)",
      "afgekapt: het venster was eerder om; klasse en staart zijn een ondergrens"}},
    {"level_note",
     {"level: at most {} of the events are above it; ?: too few events to show that. "
      "Matrices can rank wrongly inside a cell: see the line and the curve",
      "niveau: hoogstens {} van de gebeurtenissen ligt erboven; ?: te weinig "
      "gebeurtenissen om dat te tonen. Een matrix kan binnen een cel verkeerd ordenen: "
      "zie ook lijn en kromme"}},
    {"line_note",
     {"F-N line (proposal): {} events a year with >= {} lost callers",
      "F-N-lijn (voorstel): {} gebeurtenissen per jaar met >= {} verloren melders"}},
    {"stated", {"Beside it, stated: {}", "Daarnaast uitgesproken: {}"}},
    {"worst_note",
     {"worst hours: the worst of six parts of the week, so chance has helped it",
      "slechtste uren: het ergste van zes delen van de week, dus toeval hielp mee"}},
    {"left_out", {"Not counted twice: {}", "Niet dubbel geteld: {}"}},
    {"partly", {"Part of the frequency only: {}", "Maar een deel van de frequentie: {}"}},
    {"expected",
     {"Expected extra lost callers a year", "Verwachte extra verloren melders per jaar"}},
    {"expected_chance",
     {"of which chance in the simulation alone", "waarvan alleen toeval in de simulatie"}},
    {"no_loss", {"Probability of a year without any", "Kans op een jaar zonder"}},
    {"tail",
     {"Worst {} of the years: from {} lost, {} on average ({} different events)",
      "Ergste {} van de jaren: vanaf {} verloren, gemiddeld {} ({} verschillende "
      "gebeurtenissen)"}},
    {"tail_refused",
     {"Worst {} of the years: refused, {} different events in the tail (50 wanted)",
      "Ergste {} van de jaren: geweigerd, {} verschillende gebeurtenissen in de "
      "staart (50 nodig)"}},
    {"curve",
     {"lost callers in a year: probability that all events together (AEP), or the worst "
      "one (OEP), take at least so many",
      "verloren melders in een jaar: kans dat alle gebeurtenissen samen (AEP), of de "
      "ergste (OEP), er minstens zoveel kosten"}},
    {"threats", {"{} threats", "{} dreigingen"}},
    {"same_criteria",
     {"the same median class and level in every row under {}",
      "dezelfde mediane klasse en hetzelfde niveau in elke rij onder {}"}},
    {"other_criteria",
     {"OTHER CRITERIA, OTHER CLASSES: {} against {}",
      "ANDERE CRITERIA, ANDERE KLASSEN: {} tegen {}"}},
    {"median", {"median class {} against {}", "mediane klasse {} tegen {}"}},
    {"unknown.analyst", {"analyst must fill in", "analist vult in"}},
    {"unknown.no_class", {"no class", "geen klasse"}},
    {"unknown.no_rate", {"K5: a rate is asked", "K5: een frequentie is nodig"}},
    {"unknown.target", {"not known for this target", "voor dit doel niet bekend"}},
    {"unknown.no_event", {"no event of its own: {}", "geen eigen gebeurtenis: {}"}},
};

const Phrases more_words = {
    {"criterion.lost_callers", {"lost callers", "verloren"}},
    {"criterion.answer_delay_p90", {"answer delay", "vertraging"}},
    {"criterion.delayed_share", {"delayed share", "vertraagden"}},
    {"criterion.unreachable", {"unreachable", "onbereikbaar"}},
    {"criterion.wrong_dispatch", {"wrong dispatch", "foute uitgifte"}},
    {"criterion.recovery", {"recovery", "herstel"}},
    {"criterion.none", {"none", "geen"}},
    {"level.laag", {"low", "laag"}},
    {"level.midden", {"middle", "midden"}},
    {"level.hoog", {"high", "hoog"}},
    {"level.zeer_hoog", {"very high", "zeer hoog"}},
    {"basis.incident", {"incident", "incident"}},
    {"basis.expert", {"expert", "expert"}},
    {"basis.analyst", {"analyst", "analist"}},
    {"gate.exceeded", {"above the level", "boven het niveau"}},
    {"gate.not_shown",
     {"too few replications to show that nothing is above the level",
      "te weinig replicaties om te tonen dat niets boven het niveau ligt"}},
};

const Phrases compare_words = {
    {"compare.title", {"WHAT CHANGED", "WAT ER VERANDERDE"}},
    {"compare.changes",
     {"EXTRA LOST CALLERS PER EVENT, largest change first",
      "EXTRA VERLOREN MELDERS PER GEBEURTENIS, grootste verandering eerst"}},
    {"compare.before", {"before", "eerst"}},
    {"compare.after", {"after", "daarna"}},
    {"compare.by", {"difference", "verschil"}},
    {"compare.classes", {"median class", "mediane klasse"}},
    {"compare.note",
     {"difference: after less before; ~ its 95 % interval does not leave zero out",
      "verschil: daarna min eerst; ~ het 95%-interval sluit nul niet uit"}},
    {"compare.origin", {"WHAT THEY WERE MADE FROM", "WAARUIT ZE GEMAAKT ZIJN"}},
    {"compare.programs_before", {"program, before", "programma, eerst"}},
    {"compare.programs_after", {"program, after", "programma, daarna"}},
    {"compare.inputs_changed", {"inputs with another text", "invoer met een andere tekst"}},
    {"compare.inputs_added", {"inputs only after", "invoer alleen daarna"}},
    {"compare.inputs_removed", {"inputs only before", "invoer alleen eerst"}},
    {"compare.only_before", {"rows only before", "rijen alleen eerst"}},
    {"compare.only_after", {"rows only after", "rijen alleen daarna"}},
    {"compare.same_inputs", {"the same inputs, to the letter", "dezelfde invoer, letterlijk"}},
    {"compare.by_criteria", {"by the change of criteria alone", "alleen door de andere criteria"}},
    {"difference.more", {"more", "meer"}},
    {"difference.fewer", {"fewer", "minder"}},
    {"difference.not_clear", {"~", "~"}},
    {"measures.title", {"MEASURES, BEFORE AND AFTER", "MAATREGELEN, VOOR EN NA"}},
    {"measures.packages",
     {"PACKAGES against current, largest reduction first",
      "PAKKETTEN tegenover current, grootste daling eerst"}},
    {"measures.rows", {"rows", "rijen"}},
    {"measures.event", {"per event", "per gebeurtenis"}},
    {"measures.note",
     {"sums over the rows of each package of the change in extra lost callers, as if "
      "rows were independent; negative: fewer",
      "sommen over de rijen van elk pakket van de verandering in extra verloren "
      "melders, alsof rijen onafhankelijk zijn; negatief: minder"}},
    {"measures.by_row",
     {"ROW BY ROW, extra lost callers per event",
      "RIJ VOOR RIJ, extra verloren melders per gebeurtenis"}},
    {"measures.together",
     {"TWO TOGETHER less the sum of each alone", "TWEE SAMEN min de som van elk alleen"}},
    {"measures.together_note",
     {"above 0: together they take off less than each alone would add up to",
      "boven 0: samen halen ze minder weg dan elk alleen opgeteld"}},
};

const Phrases sensitivity_words = {
    {"durations.title", {"IMPACT AGAINST OUTAGE DURATION", "IMPACT TEGEN UITVALDUUR"}},
    {"durations.rule",
     {"Tolerable under these criteria: at most {} of the events above I{}",
      "Verdraagbaar onder deze criteria: hoogstens {} van de gebeurtenissen boven I{}"}},
    {"durations.outage", {"outage", "uitval"}},
    {"durations.over", {"above that class", "boven die klasse"}},
    {"durations.longest",
     {"longest tolerable outage simulated", "langste verdraagbare uitval, gesimuleerd"}},
    {"durations.longest_shown",
     {"for which the intervals show it", "waarvoor de intervallen het tonen"}},
    {"durations.not_even", {"not even the shortest", "zelfs de kortste niet"}},
    {"durations.none",
     {"No event has results of two fixed durations (run --duration)",
      "Geen gebeurtenis heeft resultaten van twee vaste duren (run --duration)"}},
    {"tornado.title",
     {"TORNADO: which number moves the result", "TORNADO: welk getal verschuift het resultaat"}},
    {"tornado.parameter", {"parameter", "invoer"}},
    {"tornado.value", {"set to", "gezet op"}},
    {"tornado.note",
     {"widest swing first: the number at the top is the first to go and measure",
      "grootste uitslag eerst: het bovenste getal is het eerste om te gaan meten"}},
    {"tornado.none",
     {"No event has results as it stands and with one parameter set (run --set)",
      "Geen gebeurtenis heeft resultaten zoals het is en met een gezette invoer "
      "(run --set)"}},
};

const Phrases coverage_words = {
    {"coverage.title", {"COVERAGE OVERVIEW (dekkingsoverzicht)", "DEKKINGSOVERZICHT"}},
    {"coverage.catalogue",
     {"Threat catalogue {} ({}), sha256 {}", "Dreigingencatalogus {} ({}), sha256 {}"}},
    {"coverage.counts",
     {"{} of {} threats in these results, by uitwijk {}",
      "{} van {} dreigingen in deze resultaten, door uitwijk {}"}},
    {"coverage.voorziening", {"voorziening", "voorziening"}},
    {"coverage.A", {"availability", "beschikbaarheid"}},
    {"coverage.I", {"integrity", "integriteit"}},
    {"coverage.C", {"confidentiality", "vertrouwelijkheid"}},
    {"coverage.simulated", {"simulated", "gesimuleerd"}},
    {"coverage.recorded", {"recorded", "vastgelegd"}},
    {"coverage.not_analysed", {"not analysed", "niet geanalyseerd"}},
    {"coverage.note",
     {"simulated k/n: k of the n threats that the catalogue names are in the results. recorded: "
      "only "
      "named there. Confidentiality is never simulated.",
      "gesimuleerd k/n: k van de n dreigingen die de catalogus noemt zitten in de resultaten. "
      "vastgelegd: alleen daar genoemd. Vertrouwelijkheid wordt nooit gesimuleerd."}},
    {"coverage.bbn",
     {"BBN: a label with its source; inhoud BBN2+ niet in bronnen: aanname",
      "BBN: een label met bron; inhoud BBN2+ niet in bronnen: aanname"}},
    {"voorziening.spoedvraag", {"Spoedvraag", "Spoedvraag"}},
    {"voorziening.spoedrespons", {"Spoedrespons", "Spoedrespons"}},
    {"voorziening.gms",
     {"Gemeenschappelijk Meldkamer Systeem", "Gemeenschappelijk Meldkamer Systeem"}},
    {"voorziening.ois", {"Ondersteunende informatiesystemen", "Ondersteunende informatiesystemen"}},
    {"voorziening.ivict", {"IV/ICT-infrastructuur", "IV/ICT-infrastructuur"}},
    {"voorziening.huisvesting", {"Huisvesting en facilitair", "Huisvesting en facilitair"}},
    {"voorziening.bezetting", {"(staffing)", "(bezetting)"}},
    {"voorziening.beheerprocessen", {"management processes", "beheerprocessen"}},
};

}  // namespace

std::string table_word(std::string_view key, Language language) {
  for (const Phrases* phrases : {&head_words, &body_words, &note_words, &more_words, &compare_words,
                                 &sensitivity_words, &coverage_words})
    if (const auto found = phrases->find(key); found != phrases->end())
      return language == Language::dutch ? found->second.dutch : found->second.english;
  throw std::logic_error("no words for " + std::string(key));
}

}  // namespace cli
