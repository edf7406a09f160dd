#include "sim/calls/call_recorder.hpp"

#include <algorithm>

namespace sim {

void CallRecorder::record(std::size_t most) {
  most_ = most;
  rows_.reserve(most);
  people_.reserve(most);
}

void CallRecorder::open(Call& call) {
  call.recorded = true;
  people_.push_back({call.name, call.subject});
  results::CallRow& row = rows_.emplace_back();
  row.first_attempt_s = call.first_attempt_s;
  row.region = call.region;
  row.discipline = call.discipline;
  row.kind = call.kind;
  row.urgent = call.urgent;
  row.genuine = call.genuine;
}

results::CallRow& CallRecorder::row_of(const Call& call) {
  auto row =
      std::ranges::lower_bound(rows_, call.first_attempt_s, {}, &results::CallRow::first_attempt_s);
  const auto is_other = [&](const Person& person) {
    return person.name != call.name || person.subject != call.subject;
  };
  while (is_other(people_[static_cast<std::size_t>(row - rows_.begin())]))
    ++row;
  return *row;
}

void CallRecorder::contact(const Call& call, double t_s, std::uint32_t centre) {
  results::CallRow& row = row_of(call);
  row.contact_s = t_s;
  row.centre = centre;
  row.answer_delay_s = call.delay_s;
}

void CallRecorder::close(const Call& call, results::CallerCount final_state, bool lost,
                         bool unreached) {
  results::CallRow& row = row_of(call);
  row.attempts = call.attempt;
  row.final_state = final_state;
  row.lost = lost;
  row.unreached = unreached;
}

}  // namespace sim
