#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of `uitwijk register`, in both languages.
inline constexpr Phrase register_phrases[] = {
    // The register as it is shown.
    {"title", "RISK REGISTER", "RISICOREGISTER"},
    {"register", "Register: {} {}, {} (sha256 {})", "Register: {} {}, {} (sha256 {})"},
    {"adopted", "Register adopted by {} on {}: {}", "Register vastgesteld door {} op {}: {}"},
    {"today", "Dates are held against {}", "Data zijn vergeleken met {}"},
    {"role", "Only what concerns {} ({})", "Alleen wat {} aangaat ({})"},
    {"concept_levels", "Under concept criteria no level is held against a mandate or a decision",
     "Onder conceptcriteria wordt geen niveau met een mandaat of besluit vergeleken"},
    {"risks", "RISKS, as the impact table orders them", "RISICO'S, in de orde van de impacttabel"},
    {"decisions", "DECISIONS", "BESLUITEN"},
    {"on", "on", "op"},
    {"by", "by", "door"},
    {"level", "level", "niveau"},
    {"who", "WHO ANSWERS FOR THEM", "WIE ERVOOR STAAT"},
    {"treatments", "MEASURES", "MAATREGELEN"},
    {"findings", "TO LOOK AT", "AANDACHTSPUNTEN"},
    {"risk", "risk", "risico"},
    {"status", "status", "status"},
    {"decision", "decision", "besluit"},
    {"level_now", "level now", "niveau nu"},
    {"level_left", "residual", "rest"},
    {"lost", "lost/event", "verloren/geb."},
    {"lost_per_year", "a year", "per jaar"},
    {"high_classes", "% >= I3", "% >= I3"},
    {"points", "points", "punten"},
    {"owner", "owner", "eigenaar"},
    {"manager", "beheerder", "beheerder"},
    {"users", "hoofdgebruiker", "hoofdgebruiker"},
    {"mandate", "mandate", "mandaat"},
    {"review", "review", "herbeoordeling"},
    {"what", "measure", "maatregel"},
    {"due", "due", "gereed op"},
    {"none", "not established", "niet vastgesteld"},
    {"recorded", "recorded only", "alleen vastgelegd"},
    {"no_figures", "no figures", "geen cijfers"},
    {"level_note",
     "level now: existing measures; residual: under the package of the risk. ?: too few events to "
     "show it. [ ]: 95 %",
     "niveau nu: bestaande maatregelen; rest: onder het pakket van het risico. ?: te weinig "
     "gebeurtenissen om het te tonen. [ ]: 95 %"},
    {"missing", "In the results and not in the register (--update adds them): {}",
     "In de resultaten en niet in het register (--update voegt ze toe): {}"},
    {"empty", "no risks", "geen risico's"},
    {"without_threat",
     "{0} {0:row is of a scenario file|rows are of scenario files} and no risk of the register",
     "{0} {0:rij is van een scenariobestand|rijen zijn van scenariobestanden} en geen risico van "
     "het register"},
    {"added", "added to {}: {}", "toegevoegd aan {}: {}"},
    {"nothing_added", "nothing to add to {}", "niets toe te voegen aan {}"},
    // What is found in it.
    {"finding.concept_criteria", "decided under criteria that nobody has adopted (version {})",
     "besloten onder criteria die niemand heeft vastgesteld (versie {})"},
    {"finding.other_criteria", "decided under other criteria (version {}) than these",
     "besloten onder andere criteria (versie {}) dan deze"},
    {"finding.older_result", "decided on {} on other figures than these",
     "besloten op {} op andere cijfers dan deze"},
    {"finding.decided_later", "the decision's date, {}, is still to come",
     "de datum van het besluit, {}, moet nog komen"},
    {"finding.no_basis", "the decision does not say on which criteria and result it was taken",
     "het besluit zegt niet op welke criteria en welk resultaat het rust"},
    {"finding.above_mandate", "the residual level is above what the mandate covers ({})",
     "het restniveau ligt boven waartoe het mandaat reikt ({})"},
    {"finding.not_shown",
     "too few events to show that the residual level stays within the mandate ({})",
     "te weinig gebeurtenissen om te tonen dat het restniveau binnen het mandaat blijft ({})"},
    {"finding.above_accepted", "the residual level is above the level of the decision ({})",
     "het restniveau ligt boven het niveau van het besluit ({})"},
    {"finding.no_level", "taken on, but without a frequency there is no level",
     "aanvaard, maar zonder frequentie is er geen niveau"},
    {"finding.no_mandate", "decided while nobody has the mandate",
     "besloten terwijl niemand het mandaat heeft"},
    {"finding.mandate_open", "up to which level {} has a mandate is not established",
     "tot welk niveau {} mandaat heeft is niet vastgesteld"},
    {"finding.other_function", "decided by {}, who does not have the mandate",
     "besloten door {}, die het mandaat niet heeft"},
    {"finding.review_passed", "review was due on {}", "herbeoordeling was op {}"},
    {"finding.no_review", "decided without a review date",
     "besloten zonder datum van herbeoordeling"},
    {"finding.treatment_overdue", "measure overdue: {}", "maatregel te laat: {}"},
    {"finding.no_owner", "nobody owns it", "heeft geen eigenaar"},
    {"finding.disputed", "responsibility is disputed", "verantwoordelijkheid is betwist"},
    {"finding.not_in_catalogue", "{} is not in the threat catalogue",
     "{} staat niet in de dreigingencatalogus"},
    {"finding.no_figures", "no simulated figures", "geen gesimuleerde cijfers"},
    {"finding.no_residual", "package {} was not simulated for it",
     "pakket {} is er niet voor gesimuleerd"},
    {"finding.several_results", "several results differ in onset or duration: the first is shown",
     "meer resultaten verschillen in begin of duur: het eerste staat hier"},
    // Against ISO/IEC 27005.
    {"crosswalk.title", "ISO/IEC 27005: WHERE WHAT IS ANSWERED", "ISO/IEC 27005: WAAR WAT STAAT"},
    {"crosswalk.note",
     "Findings: Inspectie JenV, December 2021, held against ISO/IEC 27005:2018. Paragraphs of "
     ":2022 are to be checked",
     "Bevindingen: Inspectie JenV, december 2021, getoetst aan ISO/IEC 27005:2018. Paragrafen van "
     ":2022 zijn nog na te gaan"},
    {"crosswalk.finding", "finding", "bevinding"},
    {"crosswalk.output", "answered by", "antwoord in"},
    {"crosswalk.steering", "not steered by risk management", "niet gestuurd op risicomanagement"},
    {"crosswalk.steering.by", "register: owner and dates", "register: eigenaar en data"},
    {"crosswalk.criteria", "basic criteria missing", "basiscriteria ontbreken"},
    {"crosswalk.criteria.by", "criteria file, status, hash", "criteriabestand, status en hash"},
    {"crosswalk.assessment", "risks not assessed", "risico's niet beoordeeld"},
    {"crosswalk.assessment.by", "impact table, with intervals", "impacttabel, met intervallen"},
    {"crosswalk.measures", "measures are generic", "maatregelen zijn generiek"},
    {"crosswalk.measures.by", "compare --measures", "compare --measures"},
    {"crosswalk.residual", "no acceptance of residual risk", "restrisico's niet aanvaard"},
    {"crosswalk.residual.by", "register: residual, mandate", "register: rest, besluit, mandaat"},
    {"crosswalk.overview", "no overview of information", "informatieoverzicht ontbreekt"},
    {"crosswalk.overview.by", "table --coverage", "table --coverage"},
    {"crosswalk.reliability", "demands on reliability", "betrouwbaarheidseisen"},
    {"crosswalk.reliability.by", "table --durations", "table --durations"},
    // The annex to an ICV.
    {"annex.title", "ANNEX TO AN ICV (this is no ICV)", "BIJLAGE BIJ ICV (dit is geen ICV)"},
    {"annex.no_icv",
     "This is no in-controlverklaring and does not stand in for one: it lists what was simulated "
     "and what the register says, and states nothing about being in control",
     "Dit is geen in-controlverklaring en vervangt er geen: het somt op wat is gesimuleerd en wat "
     "het register zegt, en stelt niets vast over in control zijn"},
    {"annex.scope",
     "Only the beheerorganisatie ({}): hoofdgebruikers give their own ICV (Strategisch kader 2024, "
     "art. 4 and 5)",
     "Uitsluitend de beheerorganisatie ({}): hoofdgebruikers geven hun eigen ICV af (Strategisch "
     "kader 2024, art. 4 en 5)"},
    {"annex.counts", "COUNTS", "AANTALLEN"},
    {"annex.risks", "risks of the beheerorganisatie", "risico's van de beheerorganisatie"},
    {"annex.with_figures", "with simulated figures", "met gesimuleerde cijfers"},
    {"annex.recorded", "recorded only", "alleen vastgelegd"},
    {"annex.decided", "decided", "besloten"},
    {"annex.without_owner", "without an owner", "zonder eigenaar"},
    {"annex.disputed", "responsibility disputed", "verantwoordelijkheid betwist"},
    {"annex.review_passed", "review date passed", "herbeoordeling verstreken"},
    {"annex.overdue", "with a measure overdue", "met een maatregel te laat"},
    {"annex.points", "with something to look at", "met een aandachtspunt"},
    {"annex.reproduce", "THE SAME FIGURES AGAIN", "DEZELFDE CIJFERS OPNIEUW"},
    {"number", "number", "aantal"},
    // The figures of a year.
    {"monitor.title", "Yearly figures for the continuiteitsmonitor, {}",
     "Jaarcijfers voor de continuiteitsmonitor, {}"},
    {"monitor.assumption",
     "The format of this file is an assumption (aanname): no public source gives one",
     "De opmaak van dit bestand is een aanname: geen openbare bron geeft er een"},
};

using RegisterKey = Key<register_phrases>;

inline std::string register_word(RegisterKey key, Language language) {
  return key.in(language);
}

/// The phrase with its gaps filled in.
template <class... Value>
std::string register_text(std::type_identity_t<Form<register_phrases, Value...>> form,
                          Language language, const Value&... value) {
  return form.filled(language, value...);
}

}  // namespace reports
