#pragma once

#include <cstdint>
#include <limits>

#include "models/chance/random_stream.hpp"
#include "results/observations.hpp"
#include "scenarios/scenario.hpp"

namespace sim {

inline constexpr std::uint32_t no_slot = std::numeric_limits<std::uint32_t>::max();

/// In place of the time at which a waiting call looks for a partner, when it does not.
inline constexpr double no_appointment_s = -1;

enum class CallState : std::uint8_t {
  free,
  waiting,
  talking,
  in_transfer,
  between_attempts,  ///< will redial
  in_contact,        ///< on the way to help by another channel
  stranded,          ///< gave up while help was unreachable; may hear of another way
};

/// One person with an incident, from first attempt to final fate; later the dispatch job that
/// follows; or one job of other work. A plain value in a slot that is used again.
struct Call {
  double first_attempt_s = 0;
  double since_s = 0;   ///< when it entered its queue, or its conversation began
  double ends_s = 0;    ///< when the conversation ends; waiting: when it looks for a partner
  double talked_s = 0;  ///< in conversation so far
  /// Share of the conversation that is still to be had when somebody takes it up: less than 1 for
  /// who was handed over at a shift's end.
  double left = 1;
  std::uint64_t name = 0, subject = 0;  ///< Philox subject of the person
  std::uint32_t pair_index = 0;
  std::uint32_t incident = no_slot;
  std::uint32_t token = 0;  ///< changes with each state: events with an older one are stale
  std::uint32_t next = no_slot, previous = no_slot;  ///< in its queue
  std::uint16_t region = 0, group = 0;
  std::uint8_t kind = 0, discipline = 0, stage = 0;
  std::uint8_t attempt = 0;  ///< 1 for the first
  std::uint8_t priority = 0;
  std::uint8_t handed_over = 0;  ///< so often in this attempt and stage, while nobody was free
  results::CallClass call_class = results::CallClass::measured;
  CallState state = CallState::free;
  bool urgent = false, genuine = false, other_work = false;
  bool answered = false;   ///< by anybody, ever
  bool contacted = false;  ///< by the right discipline, ever
  bool hit = false;        ///< had a blocked or cut attempt
  bool job = false;        ///< the caller has hung up; this is the dispatch job
  bool misrouted = false;  ///< at another centre's by mistake; whoever answers passes it on
  float astray = 0;        ///< probability of a wrong address, from where the call was taken
  bool again = false;      ///< a dispatch job that is done a second time
  bool in_time = false;    ///< contacted within T_lost
  bool recorded = false;   ///< has a row of its own (CallRecorder)
  // A bit for each stage: a takeover sent the person to another centre, which answered.
  std::uint16_t sent = 0, sent_answered = 0;
  const scenarios::Flood* flood = nullptr;  ///< a fake call, and what it does
  float dispatched = 0;  ///< probability of a dispatch job after the last conversation
  float delay_s = std::numeric_limits<float>::infinity();  ///< answer delay, once contacted
};

/// What numbers are drawn for that belong to the person; `b` tells them apart.
inline models::Subject subject_of(const Call& call, std::uint32_t b) {
  return {call.name, call.subject, b};
}

}  // namespace sim
