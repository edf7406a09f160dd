#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "reports/words/phrases.hpp"

namespace reports {

/// What `uitwijk serve` refuses, in both languages.
inline constexpr Phrase serve_phrases[] = {
    {"object", "must be an object", "moet een object zijn"},
    {"line", "must be one line of text, {} bytes at most",
     "moet een regel tekst zijn van hoogstens {} bytes"},
    {"required", "is required", "is verplicht"},
    {"empty", "is empty", "is leeg"},
    {"count", "must be a whole number from {} to {}",
     "moet een geheel getal zijn van {} tot en met {}"},
    {"list", "must be a list of {} texts at most", "moet een lijst zijn van hoogstens {} teksten"},
    {"map", "must be an object of {} texts at most",
     "moet een object zijn van hoogstens {} teksten"},
    {"unknown", "unknown key", "onbekende sleutel"},
    {"meant", ", did you mean {}?", ", bedoelde u {}?"},
    {"kind", "must be one of {}", "moet een zijn van {}"},
    {"offered", "is not in the list that the server offers",
     "staat niet in de lijst die de server aanbiedt"},
    {"too_many", "too many runs wait already", "er wachten al te veel berekeningen"},
    {"name", "must be small letters, digits and hyphens, 63 at most",
     "mag alleen kleine letters, cijfers en streepjes hebben, hoogstens 63"},
    {"taken", "there is a file of that name", "er is al een bestand met die naam"},
};

using ServeKey = Key<serve_phrases>;

inline std::string serve_word(ServeKey key, Language language) {
  return key.in(language);
}

/// The phrase with its gaps filled in.
template <class... Value>
std::string serve_text(std::type_identity_t<Form<serve_phrases, Value...>> form, Language language,
                       const Value&... value) {
  return form.filled(language, value...);
}

}  // namespace reports
