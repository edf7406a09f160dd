#pragma once

#include <array>
#include <string>
#include <string_view>
#include <type_traits>

#include "reports/words/measure_labels.hpp"
#include "reports/words/phrases.hpp"
#include "reports/words/plural.hpp"

namespace reports {

/// Words of every command, in both languages; names of measures are keys too.
inline constexpr auto word_phrases = with_measures({
    // The summary of a run.
    {"from", "from", "vanaf"},
    {"serve.taken", "is taken or may not be used", "is bezet of mag niet worden gebruikt"},
    {"serve.open",
     "Open this address in a browser on this machine. Ctrl-C stops the server and its runs.",
     "Open dit adres in een browser op deze machine. Ctrl-C stopt de server en wat er loopt."},
    {"replications", "{0} {0:replication|replications}", "{0} {0:replicatie|replicaties}"},
    {"seed", "seed", "seed"},
    {"inputs_counted", "Stands on", "Steunt op"},
    {"parameters", "{0} {0:parameter|parameters}", "{0} {0:parameter|parameters}"},
    {"assumed", "of them assumed", "daarvan aanname"},
    {"onset_any_hour",
     "Onset drawn: any hour of the week, each as often, the same for every threat",
     "Aanvang geloot: elk uur van de week even vaak, voor elke dreiging gelijk"},
    {"onset_within",
     "Onset drawn: any time of the window of the background, the same for every threat",
     "Aanvang geloot: elk moment van het venster van de achtergrond, voor elke dreiging gelijk"},
    {"laid_over",
     "Over the background {}: the twin is that background without the threat, so that the "
     "difference is what the threat costs there",
     "Bovenop de achtergrond {}: de tweeling is die achtergrond zonder de dreiging, zodat het "
     "verschil is wat de dreiging daar kost"},
    {"cut_off_by_background",
     "{0} {0:course goes|courses go} on behind the end of the background: {0:its|their} counts are "
     "lower bounds",
     "{0} {0:verloop loopt|verlopen lopen} door na het einde van de achtergrond: ondergrens"},
    {"onset_at", "Onset fixed at", "Aanvang vast op"},
    {"measures_taken", "Measures", "Maatregelen"},
    {"measures", "{0} {0:measure|measures}", "{0} {0:maatregel|maatregelen}"},
    {"status", "status", "status"},
    {"measure.owner", "owner", "eigenaar"},
    {"measure.works_at", "works at", "werkt op"},
    {"measure.lowers", "lowers", "verlaagt"},
    {"measure.with", "with it", "ermee"},
    {"measure.without", "without it", "zonder"},
    {"measure.not_simulated", "not simulated", "niet gesimuleerd"},
    {"how_to_read",
     "Per replication: mean ± half of its 95 % interval (Student's t), or the mean [its ends] when "
     "the values are skewed (Hall). (k/n): only k of n have a value.",
     "Per replicatie: gemiddelde ± half 95%-interval (Student's t), of gemiddelde [de einden] als "
     "de waarden scheef verdeeld zijn (Hall). (k/n): maar k van n hebben een waarde."},
    {"national", "NATIONAL", "LANDELIJK"},
    {"this_scenario", "this scenario", "dit scenario"},
    {"twin", "without threats", "zonder dreiging"},
    {"difference", "difference", "verschil"},
    {"heading.people", "Callers", "Bellers"},
    {"heading.attempts", "Attempts and calls", "Pogingen en oproepen"},
    {"heading.answering", "Answering", "Aanname"},
    {"heading.help", "Help", "Hulp"},
    {"per_centre", "PER MELDKAMER", "PER MELDKAMER"},
    {"per_discipline", "PER DISCIPLINE", "PER DISCIPLINE"},
    {"per_flow", "PER FLOW", "PER STROOM"},
    {"col.arrived", "arrived", "kwam"},
    {"col.unreached", "unreached", "niet bereikt"},
    {"per_stage", "PER STAGE", "PER STAP"},
    {"takeovers", "TAKEOVERS", "OVERNAMES"},
    {"not_modelled", "not modelled", "niet gemodelleerd"},
    {"never", "never", "nooit"},
    {"col.lost", "lost", "verloren"},
    {"col.more_than_twin", "difference", "verschil"},
    {"col.answered", "answered", "aangen."},
    {"col.for_others", "for others", "v. anderen"},
    {"col.wait_mean", "mean wait", "wacht gem."},
    {"col.wait_p90", "P90", "P90"},
    {"col.wait_max", "longest", "langste"},
    {"col.occupancy", "busy", "bezet"},
    {"col.genuine", "genuine", "echt"},
    {"col.delay_p90", "delay P90", "vertr. P90"},
    {"col.dispatch_p90", "dispatch P90", "uitgifte P90"},
    {"col.offered", "offered", "aanbod"},
    {"col.abandoned", "left", "opgeh."},
    {"col.blocked", "blocked", "blok."},
    {"col.cut", "cut", "afgebr."},
    {"takeover.lost", "{}: lost a function in {} of the replications",
     "{}: verloor een functie in {} van de replicaties"},
    {"takeover.first_fails", "the first switch failed in {} of {}",
     "de eerste schakeling mislukte in {} van {}"},
    {"takeover.no_switch", "nobody tried to switch", "niemand probeerde te schakelen"},
    {"takeover.sent", "calls sent to {} in {} of {}", "oproepen naar {} in {} van {}"},
    {"takeover.after", "after {} min", "na {} min"},
    {"takeover.note",
     "elsewhere [95 % interval] / repaired first / nobody yet, % of all losses of a discipline "
     "(Aalen-Johansen). Elsewhere: somebody on duty there receives the calls, and at least half of "
     "the callers are answered.",
     "elders [95%-interval] / eerst hersteld / nog niemand, % van alle uitval van een discipline "
     "(Aalen-Johansen). Elders: iemand die daar dienst heeft krijgt de oproepen, en ten minste de "
     "helft van de bellers krijgt antwoord."},
    {"takeover.old_file", "what became of losses: not in a result older than 3.0",
     "wat er van uitval werd: niet in een resultaat ouder dan 3.0"},
    {"takeover.without_loss", "answered by another centre without a loss: {} a replication",
     "zonder uitval door een andere meldkamer aangenomen: {} per replicatie"},
    {"clocks", "CLOCKS", "KLOKKEN"},
    {"col.detect", "detect", "ontdekken"},
    {"col.decide", "decide", "besluiten"},
    {"col.switch", "switch", "schakelen"},
    {"col.return", "return", "terug"},
    {"clocks_note",
     "Median [95 % interval, bootstrap over replications] over all episodes in which a step began "
     "(product limit); each begins where the one before ended. \">\": later than the data reach.",
     "Mediaan [95%-interval, bootstrap over replicaties] over alle gevallen waarin een stap begon "
     "(productlimiet); elke begint waar de vorige eindigde. \">\": later dan de gegevens reiken."},
    {"clocks_no_partner",
     "never: no partner was left, up to the repair or the end ({0} {0:episode|episodes}).",
     "nooit: er was geen partner meer, tot het herstel of het eind ({0} {0:geval|gevallen})."},
    {"clocks_barred",
     "never: nobody might take over, up to the repair or the end ({0} {0:episode|episodes}).",
     "nooit: niemand mocht overnemen, tot het herstel of het eind ({0} {0:geval|gevallen})."},
    {"stage_waits_note",
     "mean wait: over the replications, of the mean in each. P90 and longest: of all calls of all "
     "replications together.",
     "wacht gem.: over de replicaties, van het gemiddelde in elk. P90 en langste: van alle "
     "oproepen van alle replicaties samen."},
    {"no_takeovers", "none: no centre lost a function", "geen: geen meldkamer verloor een functie"},
    {"cut_off_note",
     "{0} {0:window was|windows were} cut off at 7 d after the onset: {0:its|their} counts are "
     "lower bounds",
     "{0} {0:venster is|vensters zijn} afgekapt op 7 d na het begin: ondergrens"},
    {"truncated_note",
     "{0} {0:replication was|replications were} cut off by the end of the window: {0:its|their} "
     "counts are lower bounds.",
     "{0} {0:replicatie is|replicaties zijn} afgekapt door het einde van het venster: de aantallen "
     "zijn ondergrenzen."},
    {"late_return_note",
     "{0} {0:replication|replications} ended before the calls were home again: the return is later "
     "than that. That alone makes no count a lower bound.",
     "{0} {0:replicatie eindigde|replicaties eindigden} voordat de oproepen terug waren: de "
     "terugkeer is later. Dat alleen maakt geen aantal een ondergrens."},
    {"conservation_note", "CALLS DO NOT ADD UP, misses:", "OPROEPEN TELLEN NIET OP, missers:"},
    // One threat of the catalogue.
    {"threat.origin", "origin", "herkomst"},
    {"threat.actors", "actors", "actoren"},
    {"threat.kind", "role, scope, onset", "rol, omvang, begin"},
    {"threat.cia", "C/I/A", "V/I/B"},
    {"threat.voorzieningen", "voorzieningen", "voorzieningen"},
    {"threat.vulnerabilities", "vulnerabilities", "kwetsbaarheden"},
    {"threat.existing", "existing measures", "bestaande maatregelen"},
    {"threat.possible", "possible measures", "mogelijke maatregelen"},
    {"threat.detection", "detection p50, p95", "ontdekking p50, p95"},
    {"threat.duration", "duration p50, p95", "duur p50, p95"},
    {"threat.cases", "{0} {0:case|cases}", "{0} {0:geval|gevallen}"},
    {"threat.recovery_tail", "recovery tail", "staart van het herstel"},
    {"threat.likelihood", "likelihood", "waarschijnlijkheid"},
    {"threat.a_year", "a year", "per jaar"},
    {"threat.target", "target", "doel"},
    {"threat.effects", "effects", "effecten"},
    {"threat.recorded", "recorded only", "alleen vastgelegd"},
    {"threat.not_simulated", "not simulated", "niet gesimuleerd"},
    {"threat.incident", "incident", "incident"},
    {"threat.not_checked", "not checked", "niet nagegaan"},
    {"threat.unknown", "unknown", "onbekend"},
    {"threat.counts",
     "{0} of {1} {1:threat|threats}; {2} not simulated in part, {3} with confidentiality only "
     "recorded",
     "{0} van {1} {1:dreiging|dreigingen}; {2} deels niet gesimuleerd, {3} met vertrouwelijkheid "
     "alleen vastgelegd"},
    // What a command says while it works.
    {"time_left", "left", "te gaan"},
    {"written", "written", "geschreven"},
    {"read_by_all", "everybody on this machine can read it, as could the file that stood there",
     "iedereen op deze machine kan het lezen, zoals het bestand dat er stond"},
    {"interrupted", "interrupted, finished so far", "onderbroken, tot dan toe klaar"},
    {"draws_of", "{0} of {1} {1:draw|draws}", "{0} van {1} {1:trekking|trekkingen}"},
    {"assumptions_of", "{0} of {1} {1:assumption|assumptions}", "{0} van {1} {1:aanname|aannames}"},
    {"precision_not_reached", "precision not reached", "nauwkeurigheid niet gehaald"},
    {"replication_failed", "replication failed:", "mislukte replicatie:"},
    {"tried_again", "tried again, for a process had failed or died",
     "opnieuw geprobeerd, want een proces was mislukt of afgebroken"},
    {"reproduce_with", "the same again", "opnieuw"},
    {"calls_per_s", "calls per second", "oproepen per seconde"},
    {"can_do_nothing", "{0} {0:warning|warnings}: {1}", "{0} {0:waarschuwing|waarschuwingen}: {1}"},
    {"checked", "{0} checked, {1} {1:problem|problems}",
     "{0} nagekeken, {1} {1:probleem|problemen}"},
    {"source", "source", "bron"},
    {"of", "of", "van"},
    {"without_kind", "without a kind", "zonder soort"},
    // One possible course.
    {"one_possible_course", "one possible course", "een mogelijk verloop"},
    {"national_place", "national", "landelijk"},
    {"story.opening",
     "ONE POSSIBLE COURSE of '{name}'\n{world}, from {start}, replication {replication}.\nChance "
     "could have gone otherwise. Measures count from {warm_up:.1f} h after the start.",
     "EEN MOGELIJK VERLOOP van '{name}'\n{world}, vanaf {start}, replicatie {replication}.\nHet "
     "toeval had anders kunnen lopen. De maten tellen vanaf {warm_up:.1f} uur na het begin."},
    {"story.closing",
     "One possible course: {callers} {callers:caller|callers}, {unreached} of them never reached, "
     "{lost} genuine {lost:caller|callers} lost;\n{taken_over} {taken_over:call|calls} answered by "
     "another centre.",
     "Een mogelijk verloop: {callers} {callers:beller|bellers}, {unreached} daarvan niet bereikt, "
     "{lost} {lost:echte beller|echte bellers} verloren;\n{taken_over} "
     "{taken_over:oproep|oproepen} overgenomen door een andere meldkamer."},
    {"story.closing_twin",
     "{newly} {newly:caller was|callers were} lost because of this: the same "
     "{newly:caller|callers} got through without it.",
     "{newly} {newly:beller ging|bellers gingen} hierdoor verloren: zonder dit {newly:kwam "
     "dezelfde beller|kwamen dezelfde bellers} er wel door."},
    {"course.waiting", "waits", "wacht"},
    {"course.answered", "answered", "aangen."},
    {"course.failed", "failed", "mislukt"},
    {"course.columns",
     "Counts over all stages together: calls that wait now; answered and failed "
     "(blocked,\nabandoned, cut) since the start.",
     "Tellingen over alle stappen samen: oproepen die nu wachten; aangenomen en "
     "mislukt\n(geblokkeerd, opgehangen, afgebroken) sinds het begin."},
    {"course.effect_begins", "THREAT begins: {what}", "DREIGING begint: {what}"},
    {"course.effect_ends", "threat ends: {what}", "dreiging eindigt: {what}"},
    {"course.component_stops", "stops: {what}", "valt uit: {what}"},
    {"course.component_works", "works again: {what}", "werkt weer: {what}"},
    {"course.standby_starts", "standby starts: {what}", "reserve start: {what}"},
    {"course.standby_fails", "standby does not start: {what}", "reserve start niet: {what}"},
    {"course.standby_works", "standby runs: {what}", "reserve draait: {what}"},
    {"course.standby_off", "standby off: {what}", "reserve uit: {what}"},
    {"course.function_lost", "can no longer: {what}", "kan niet meer: {what}"},
    {"course.function_back", "can again: {what}", "kan weer: {what}"},
    {"course.heartbeat_missed", "heartbeat missed, no. {n}", "levensteken gemist, nr. {n}"},
    {"course.alarm", "the monitor raises the alarm", "de bewaking slaat alarm"},
    {"course.detected", "the coordinator knows", "de calamiteitencoordinator weet het"},
    {"course.decided", "the coordinator orders the takeover", "de CaCo beveelt de overname"},
    {"course.switch_fails", "switching to {what} fails", "schakelen naar {what} mislukt"},
    {"course.switched", "{what} answers for it", "{what} neemt over"},
    {"course.no_partner", "no partner can take over", "geen partner kan overnemen"},
    {"course.partner_able", "a partner can take over again", "een partner kan weer overnemen"},
    {"course.takeover_barred", "nobody may take over", "niemand mag overnemen"},
    {"course.relocated", "{n} {n:person sits|people sit} down at {what}",
     "{n} {n:mens wijkt|mensen wijken} uit naar {what}"},
    {"course.repaired", "repaired", "hersteld"},
    {"course.verified", "repair verified", "herstel gecontroleerd"},
    {"course.returned", "calls come home from {what}", "oproepen keren terug van {what}"},
    {"course.call_in", "{n} extra {n:person|people} called in: {what}",
     "{n} {n:mens|mensen} opgeroepen: {what}"},
    {"course.stand_down", "{n} extra {n:person goes|people go} home: {what}",
     "{n} {n:mens|mensen} naar huis: {what}"},
    {"course.shift_change", "shift change, {n} on duty: {what}",
     "wisseling, {n} op dienst: {what}"},
    {"course.channel_opens", "opened: {what}", "opengesteld: {what}"},
    {"course.scaled_up", "{what} in {n} {n:region|regions} (marker)",
     "{what} in {n} {n:regio|regio's} (markering)"},
    {"course.threat_strikes", "STRIKES: {what}", "TREFT: {what}"},
    {"course.overloaded", "overloaded, {n} waiting: {what}",
     "overbelast, {n} {n:wacht|wachten}: {what}"},
    // How long after what, behind an event of a takeover.
    {"clock.after_loss", ", {time} after the loss", ", {time} na de uitval"},
    {"clock.after_knowing", ", {time} after knowing", ", {time} daarna"},
    {"clock.after_order", ", {time} after the order", ", {time} na het bevel"},
    {"clock.after_repair", ", {time} after the repair", ", {time} na het herstel"},
    {"clock.after_check", ", {time} after the check", ", {time} na de controle"},
});

using WordKey = Key<word_phrases>;

inline std::string word(WordKey key, Language language) {
  return key.in(language);
}

/// For a key known only when the program runs. Throws std::logic_error for an unknown one.
std::string word_at(std::string_view key, Language language);

/// The phrase with its gaps filled in.
template <class... Value>
std::string word_text(std::type_identity_t<Form<word_phrases, Value...>> form, Language language,
                      const Value&... value) {
  return form.filled(language, value...);
}

/// Words that begin with a number: "12 replications", "1 replication".
inline std::string counted(Form<word_phrases, Count> form, std::size_t n, Language language) {
  return form.filled(language, Count(n));
}

}  // namespace reports
