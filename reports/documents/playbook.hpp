#pragma once

#include <string>

#include "models/world/read_world.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// What a draaiboek is asked for.
struct PlaybookQuestion {
  std::string meldkamer;   ///< whose loss it is for
  double most_busy = 0.8;  ///< share of the time that people can be at work for hours: assumed
};

/// One page of Markdown for the calamiteitencoordinator: when to act, who takes over in which
/// order, how many people that takes hour by hour, where it runs short, shift changes, return.
/// Nothing is simulated: staff follows from load and takeover capacity. Throws models::InvalidInput
/// when the world has no such meldkamer, or nobody takes over from it.
std::string playbook(const models::WorldModel& model, const PlaybookQuestion& question,
                     Language language);
/// The same as tables, with what stands beside them as notes.
Document playbook_document(const models::WorldModel& model, const PlaybookQuestion& question,
                           Language language);

}  // namespace reports
