#pragma once

#include <cstdint>
#include <span>

#include "sim/calls/agent_pool.hpp"
#include "sim/calls/call.hpp"

namespace sim {

/// The audit of an instant: misses of in the system = waiting + talking + between attempts. Whoever
/// is in it stands in the queue of a group, keeps one of its people busy, or is on the way between
/// two of those; and of persons there are as many as came and did not go (`persons`).
std::uint64_t missing_heads(std::span<const Call> calls, std::span<const AgentPool> pools,
                            std::uint64_t persons);

}  // namespace sim
