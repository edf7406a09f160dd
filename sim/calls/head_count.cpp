#include "sim/calls/head_count.hpp"

#include <algorithm>

namespace sim {

namespace {

bool is_between(const Call& call) {
  switch (call.state) {
    case CallState::in_transfer:
    case CallState::between_attempts:
    case CallState::in_contact:
    case CallState::stranded:
      return true;
    case CallState::free:
    case CallState::waiting:
    case CallState::talking:
      return false;
  }
  return false;
}

std::uint64_t difference(std::uint64_t a, std::uint64_t b) {
  return a > b ? a - b : b - a;
}

}  // namespace

std::uint64_t missing_heads(std::span<const Call> calls, std::span<const AgentPool> pools,
                            std::uint64_t persons) {
  std::uint64_t present = 0, people = 0, seen = 0;
  for (const Call& call : calls) {
    const bool here = call.state != CallState::free;
    present += here ? 1 : 0;
    people += here && !call.job && !call.other_work ? 1 : 0;
    seen += is_between(call) ? 1 : 0;
  }
  for (const AgentPool& pool : pools)
    seen += pool.line.size() + static_cast<std::uint64_t>(std::max(0, pool.busy));
  return difference(present, seen) + difference(people, persons);
}

}  // namespace sim
