#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "results/study.hpp"
#include "scenarios/campaigns/campaign.hpp"

namespace studies {

/// Run until the 95 % intervals of the means of all these measures are narrow enough:
/// "0.05@lost_callers,10%@delayed_callers".
struct Precision {
  struct Target {
    double relative_half_width = 0;
    std::string measure;
  };
  std::string text;  ///< as it was asked for
  std::vector<Target> targets;
};

/// Throws std::invalid_argument, with what is wrong, when it is not R@C or several of them with
/// commas.
Precision parse_precision(const std::string& text);
/// What is wrong with it as an option; empty: nothing.
std::string check_precision(const std::string& text);
/// That of a campaign's file; nothing when it has none. Throws models::InvalidInput with what is
/// wrong and where it stands.
std::optional<Precision> precision_of(const scenarios::Campaign& campaign);

/// Numbers of replications at which the precision is judged: 50, 100, 200, ... and `most`.
/// Judging at fixed numbers, in order, keeps the outcome apart from -j.
std::vector<std::uint64_t> prefixes(std::uint64_t most);

/// What the targets look at: of the measure of each, the finite values of some replications; here
/// of those of the study with a number below `end`.
using TargetValues = std::vector<std::vector<double>>;
TargetValues target_values(const Precision& precision, const results::Study& study,
                           std::uint64_t end = std::numeric_limits<std::uint64_t>::max());

bool reached(const Precision& precision, const TargetValues& values);
bool reached(const Precision& precision, const results::Study& study);

}  // namespace studies
