#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "reports/documents/graph/findings.hpp"
#include "reports/formats/wrapped.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// A section for each question, at most 100 columns wide. `all_pairs`: not only the worst.
void print_graph(std::ostream& out, const models::WorldModel& model, const GraphFindings& findings,
                 Language language, bool all_pairs);

/// Sections of it.
void print_functions(std::ostream& out, const models::World& world, const GraphFindings& findings,
                     Language language);
void print_cut_sets(std::ostream& out, const models::World& world, const GraphFindings& findings,
                    Language language);
void print_single_points(std::ostream& out, const models::World& world,
                         const GraphFindings& findings, Language language);
void print_takeover_capacity(std::ostream& out, const models::World& world,
                             const GraphFindings& findings, Language language, bool all_pairs);

/// Of a year, with a unit that suits: "1.6 h", "3 min"; "unknown" without a value.
std::string per_year(const std::optional<double>& unavailability, Language language);

/// "kpn_routing", "[kpn_routing]" for a common cause.
std::string event_text(const models::BasicEvent& event);

}  // namespace reports
