#pragma once

#include <nlohmann/json.hpp>

#include "analysis/measures/losses.hpp"
#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/waiting_times.hpp"

namespace reports {

/// How every document writes a number that may not exist, and what is known of it:
/// docs/formats/json.md.

/// A finite number, or null.
nlohmann::ordered_json number_or_null(double value);
/// `[low, high]`, an infinite end null; null when there is no interval.
nlohmann::ordered_json ends_json(double low, double high);
/// `value`, `ci95`, `method`.
nlohmann::ordered_json interval_json(const analysis::Interval& interval);
/// `s`, `later_than_s`, `never`, `ci95` (an end beyond the data null).
nlohmann::ordered_json time_json(const analysis::TimePercentile& time);
/// Of losses: `after_s`, `answered_elsewhere`, `repaired_first`, `nobody_yet`.
nlohmann::ordered_json incidence_json(const analysis::Incidence& at);
/// `share`, `ci95`, `hits`, `of`.
nlohmann::ordered_json share_json(const analysis::Proportion& share);
/// Of what the replications have: `mean`, `ci95`, `p5`, `p50`, `p95`, `n_defined`, `method`.
nlohmann::ordered_json estimate_json(const analysis::Estimate& estimate);

}  // namespace reports
