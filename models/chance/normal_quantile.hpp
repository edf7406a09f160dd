#pragma once

namespace models {

/// Quantile of the standard normal distribution at u in (0, 1): algorithm AS 241, PPND16 (Wichura,
/// Applied Statistics 37, 1988), good to about 1e-15 of the value. It is drawn for every
/// conversation, and Boost's inverse error function takes three times as long.
double normal_quantile(double u);

}  // namespace models
