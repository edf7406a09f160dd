#pragma once

#include <vector>

#include "models/takeover/known_pair.hpp"

/// Lists of partners of one room that differ from a given one in a single decision.
namespace models {

using PartnerList = std::vector<Partner>;

struct PartnerMove {
  enum class Kind {
    start,    ///< none: a list as some plan has it
    swap,     ///< `centre` and `other` change places, the shares stay
    replace,  ///< `other`, who stands in the list no more, by `centre`
    join,     ///< `centre` takes an equal part with those who divide the calls
    leave,    ///< `centre` takes no part any more and becomes a reserve
    alone,    ///< `centre` takes everything, the others become reserves
    narrow,   ///< `centre` takes no calls of `discipline`
    widen,    ///< `centre` takes those of `discipline` too
    rehearse  ///< the pair rehearses
  };
  Kind kind = Kind::start;
  Id<Centre> centre, other;
  Id<Discipline> discipline;
};

struct MovedList {
  PartnerMove move;
  PartnerList list;
};

/// What may stand in the list of one room.
struct PartnerLimits {
  std::vector<Partner> possible;         ///< `possible_partners` of the room
  std::vector<Id<Discipline>> narrowed;  ///< that a partner may give up or get; none: no such move
  bool may_rehearse = false;
  bool reserves_matter = true;  ///< false: all partners can do all, so a reserve is never asked
};

/// Of a list where every share is 1 the part of the first is 1, of the others 0: reserves.
/// Otherwise what comes to each while all of them stand; the last that is not a reserve takes what
/// is left.
std::vector<double> parts_of(const PartnerList& list);
/// The same partners with these parts, in this order; those without a part come last. Shares are
/// rounded to the four digits that are written.
PartnerList with_parts(const PartnerList& list, const std::vector<double>& parts);

/// The list without partners that the limits do not have, with the authority and rehearsals that
/// they say; without a partner who takes part, the first reserve takes everything.
PartnerList within(const PartnerList& list, const PartnerLimits& limits);

/// All lists that one move leads to from `list`, each once, in a fixed order. Where reserves do not
/// matter, no move concerns them alone, nor the order of equal parts behind the first.
std::vector<MovedList> moved_lists(const PartnerList& list, const PartnerLimits& limits);

}  // namespace models
