#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "results/study.hpp"

namespace cli {

/// Run until the 95 % intervals of the means of all these measures are narrow enough:
/// "0.05@lost_callers,10%@delayed_callers".
struct Precision {
  struct Target {
    double relative_half_width = 0;
    std::string measure;
  };
  std::vector<Target> targets;
};

/// Throws std::invalid_argument, with what is wrong, when it is not R@C or several of them with
/// commas.
Precision parse_precision(const std::string& text);

/// Numbers of replications at which the precision is judged: 50, 100, 200, ... and `most`.
/// Judging at fixed numbers, in order, keeps the outcome apart from -j.
std::vector<std::uint64_t> prefixes(std::uint64_t most);

bool reached(const Precision& precision, const results::Study& study);

}  // namespace cli
