#pragma once

#include <compare>
#include <string>
#include <vector>

#include "scenarios/threats/catalogue.hpp"

namespace scenarios {

/// One of the threats that are aimed together, `DR-20@amsterdam,DR-09+30min`.
struct ThreatPart {
  std::string threat, target;  ///< empty target: the catalogue's own
  std::string after;           ///< of the first onset, a time as "30min"; empty: at once

  auto operator<=>(const ThreatPart&) const = default;
};

/// The parts of such a text, each with `@` and a target as `--target` takes it, and `+` and a time,
/// where it has them. A comma begins another part when an identifier of a threat follows. Throws
/// models::InvalidInput at `mark`.
std::vector<ThreatPart> read_parts(const std::string& text, const models::Mark& mark);

/// The parts of the label of a row, which a file says and nobody has checked: what is no such text
/// is one part with that name.
std::vector<ThreatPart> parts_of_label(const std::string& label);

/// The text again, with the targets that the parts have: "DR-20@amsterdam,DR-09@random:1+30min".
std::string to_text(const std::vector<ThreatPart>& parts);

/// Parts that ask the same are equal then: names as the catalogue writes them, offsets in seconds
/// ("1800 s" for "30min", none for 0), in one order.
std::vector<ThreatPart> in_one_form(std::vector<ThreatPart> parts);
/// The target of the catalogue where a part has none; a threat that it lacks stays as it is.
std::vector<ThreatPart> with_targets(std::vector<ThreatPart> parts, const Catalogue& catalogue);

/// Of several threats at once: what each of them is known to be and to touch, as a composite, to
/// which nobody gives a likelihood. Throws models::InvalidInput when the catalogue lacks one.
CatalogueThreat together(const Catalogue& catalogue, const std::vector<ThreatPart>& parts);

}  // namespace scenarios
