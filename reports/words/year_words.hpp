#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of years that were simulated whole, beside the compound curve; in both languages.
inline constexpr Phrase year_phrases[] = {
    {"title", "YEARS SIMULATED WHOLE beside the compound curve",
     "HELE JAREN GESIMULEERD naast de samengestelde kromme"},
    {"title_alone", "YEARS SIMULATED WHOLE", "HELE JAREN GESIMULEERD"},
    {"differences",
     "Of years everything is the increase over the same years without the threats; lost: genuine, "
     "no call-taker within {}",
     "Van jaren is alles de toename ten opzichte van dezelfde jaren zonder de dreigingen; "
     "verloren: echte bellers zonder centralist binnen {}"},
    {"what",
     "{0} {0:year|years}, {1} {1:event|events} ({2:.1f} a year), {3} of them while another lasted; "
     "components {4}",
     "{0} {0:jaar|jaren}, {1} {1:gebeurtenis|gebeurtenissen} ({2:.1f} per jaar), {3} daarvan "
     "terwijl een andere duurde; componenten {4}"},
    {"failing", "fail by their MTBF, {:.1f} stops a year",
     "vallen uit volgens hun MTBF, {:.1f} keer per jaar"},
    {"not_failing", "do not fail by themselves", "vallen niet vanzelf uit"},
    {"curve", "EXTRA LOST CALLERS A YEAR, at least", "EXTRA VERLOREN BELLERS PER JAAR, minstens"},
    {"compound", "compound", "samengesteld"},
    {"whole", "whole years", "hele jaren"},
    {"differs", "differs", "verschilt"},
    {"expected", "EXPECTED A YEAR", "VERWACHT PER JAAR"},
    {"compound_all", "compound, with the frequencies' uncertainty",
     "samengesteld, met onzekere frequenties"},
    {"compound_chance", "compound, chance only", "samengesteld, alleen toeval"},
    {"with", "whole years, components fail", "hele jaren, componenten vallen uit"},
    {"without", "whole years, components do not fail", "hele jaren, componenten vallen niet uit"},
    {"with_more", "threats cost more because components fail too",
     "dreigingen kosten meer doordat ook componenten uitvallen"},
    {"by_failures", "components that fail cost by themselves (in the twin)",
     "uitval van componenten kost op zichzelf (in de tweeling)"},
    {"agree",
     "no interval of the whole years leaves the compound value out: at this number of years "
     "coincidences do not show",
     "geen interval van de hele jaren sluit de samengestelde waarde uit: bij dit aantal jaren "
     "blijkt niets van samenloop"},
    {"disagree",
     "the intervals exclude the compound value at: {}. The compound curve has every event alone "
     "and cut off 7 d after its begin; whole years have coincidences and events to their end or "
     "the year's",
     "de intervallen sluiten de samengestelde waarde uit bij: {}. De samengestelde kromme heeft "
     "elke gebeurtenis alleen en afgekapt 7 d na het begin; hele jaren hebben samenloop en "
     "gebeurtenissen tot hun einde of dat van het jaar"},
    {"expected_value", "the expected number", "het verwachte aantal"},
    {"truncated", "windows cut off in the campaign: {}", "vensters afgekapt in de campagne: {}"},
    {"only_compound", "only in the campaign: {}", "alleen in de campagne: {}"},
    {"only_whole", "only in the whole years: {}", "alleen in de hele jaren: {}"},
    {"note",
     "compound: Poisson, each threat's frequency drawn over its class. Whole years: share of years "
     "with Jeffreys' interval; the frequency is drawn anew each year",
     "samengesteld: Poisson, frequentie van elke dreiging getrokken over haar klasse. Hele jaren: "
     "deel van de jaren met interval van Jeffreys; de frequentie wordt elk jaar opnieuw getrokken"},
    {"events", "EVENTS", "GEBEURTENISSEN"},
    {"a_year", "a year", "per jaar"},
    {"in_years", "in years", "in jaren"},
    {"left_out", "never strike here: {}", "slaan hier nooit toe: {}"},
    {"no_class", "whole years are no event and have no class: 'table --year' tells them",
     "hele jaren zijn geen gebeurtenis en hebben geen klasse: 'table --year' vertelt ze"},
    {"none", "no result of 'run --year' among these files",
     "geen resultaat van 'run --year' bij deze bestanden"},
    {"no_campaign", "no annual rows of package {} beside them: only what the years say",
     "geen jaarlijkse rijen van pakket {} ernaast: alleen wat de jaren zeggen"},
};

using YearKey = Key<year_phrases>;

inline std::string year_word(YearKey key, Language language) {
  return key.in(language);
}

/// The phrase with its gaps filled in.
template <class... Value>
std::string year_text(std::type_identity_t<Form<year_phrases, Value...>> form, Language language,
                      const Value&... value) {
  return form.filled(language, value...);
}

}  // namespace reports
