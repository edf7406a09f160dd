#pragma once

#include <ostream>

#include "reports/documents/graph/findings.hpp"

namespace reports {

/// Functions, components and what they need, for Graphviz. Single points are drawn bold, standbys
/// with a dashed arrow to what they stand by for, "k of n" as a diamond.
void print_graph_dot(std::ostream& out, const models::WorldModel& model,
                     const GraphFindings& findings);

}  // namespace reports
