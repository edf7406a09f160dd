#pragma once

/// The level of every interval that is shown: 95 %, with equal tails.
namespace analysis {

inline constexpr double tail = 0.025;  ///< on either side

/// What Student's t passes with a probability of `tail`; degrees of freedom above 0, whole or not.
double t_quantile(double degrees);

}  // namespace analysis
