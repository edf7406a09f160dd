#pragma once

#include <cstdint>
#include <vector>

#include "results/observations.hpp"
#include "sim/calls/call.hpp"

namespace sim {

/// Writes a row for each of the first measured callers, when it is asked to. Who has a row is
/// marked in the call, so that all others cost nothing; rows are ordered by first attempt.
class CallRecorder {
public:
  explicit CallRecorder(std::vector<results::CallRow>& rows) : rows_(rows) {}

  /// Before the first caller; makes all the room that will be needed.
  void record(std::size_t most);
  bool wants_more() const { return people_.size() < most_; }

  void open(Call& call);
  void answered(const Call& call, double t_s) { row_of(call).answered_s = t_s; }
  void contact(const Call& call, double t_s, std::uint32_t centre);
  void close(const Call& call, results::CallerCount final_state, bool lost, bool unreached);

private:
  /// What tells apart those who dial at the very same time.
  struct Person {
    std::uint64_t name, subject;
  };
  results::CallRow& row_of(const Call& call);

  std::vector<results::CallRow>& rows_;
  std::vector<Person> people_;  ///< of each row
  std::size_t most_ = 0;
};

}  // namespace sim
