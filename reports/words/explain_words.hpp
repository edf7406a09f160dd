#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of `uitwijk explain` and `new`, in both languages.
inline constexpr Phrase explain_phrases[] = {
    {"is.address", "a number of the world", "een getal van de wereld"},
    {"is.group", "a part of the world", "een deel van de wereld"},
    {"is.measure", "a measure", "een maatregel"},
    {"is.threat", "a threat of the catalogue", "een dreiging van de catalogus"},
    {"is.class", "a class of the criteria", "een klasse van de criteria"},
    {"is.effect", "what an effect does", "wat een effect doet"},
    {"is.outcome", "a measure of a result", "een maat van een resultaat"},
    {"is.word", "a word of the manual", "een woord van de handleiding"},
    {"meaning", "what it is", "wat het is"},
    {"takes", "may be", "kan zijn"},
    {"example", "example", "voorbeeld"},
    {"page", "manual", "handleiding"},
    {"value", "value now", "waarde nu"},
    {"unit", "unit", "eenheid"},
    {"accepted", "accepted", "toegestaan"},
    {"range", "range", "bereik"},
    {"kind", "kind", "soort"},
    {"source", "source", "bron"},
    {"note", "note", "opmerking"},
    {"stands", "stands in", "staat in"},
    {"holds", "numbers in it", "getallen erin"},
    {"above", "above {}", "boven {}"},
    {"up_to", "up to {}", "tot en met {}"},
    {"between", "above {}, up to {}", "boven {}, tot en met {}"},
    {"used", "used by", "gebruikt door"},
    {"unused", "nothing that is shipped", "niets dat is meegeleverd"},
    {"and_more", "and {} more", "en nog {}"},
    {"next", "Next: {}", "Daarna: {}"},
};

using ExplainKey = Key<explain_phrases>;

inline std::string explain_word(ExplainKey key, Language language) {
  return key.in(language);
}

/// For a key known only when the program runs. Throws std::logic_error for an unknown one.
std::string explain_word_at(std::string_view key, Language language);

/// The phrase with its gaps filled in.
template <class... Value>
std::string explain_text(std::type_identity_t<Form<explain_phrases, Value...>> form,
                         Language language, const Value&... value) {
  return form.filled(language, value...);
}

}  // namespace reports
