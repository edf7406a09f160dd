#pragma once

#include <sys/types.h>

#include <span>

namespace sim {

/// In a process that was just forked: it ends when its parent does, and leaves to that what a
/// terminal or a cluster signals to all of them. False when the parent is gone already.
bool belong_to(pid_t parent);

/// Closes the files that it has from its parent, but for the standard streams and these
/// descriptors, in ascending order. Where the system cannot, they stay open.
void keep_open(std::span<const int> descriptors);

/// Waits for the end of a child, whatever signals come meanwhile; its status, as waitpid has it.
int end_of(pid_t child);

}  // namespace sim
