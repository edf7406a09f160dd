#include "reports/formats/json_shapes.hpp"

#include <cmath>

namespace reports {

using nlohmann::ordered_json;

ordered_json number_or_null(double value) {
  return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr);
}

ordered_json ends_json(double low, double high) {
  if (std::isnan(low) && std::isnan(high))
    return nullptr;
  return ordered_json::array({number_or_null(low), number_or_null(high)});
}

ordered_json interval_json(const analysis::Interval& interval) {
  return {{"value", number_or_null(interval.value)},
          {"ci95", interval.exists() ? ends_json(interval.low, interval.high) : ordered_json()},
          {"method", analysis::word_of(interval.method)}};
}

ordered_json time_json(const analysis::TimePercentile& time) {
  using Is = analysis::Bound::Is;
  const auto seen = [](const analysis::Bound& bound, Is is) {
    return bound.is == is ? ordered_json(bound.s) : ordered_json(nullptr);
  };
  ordered_json ends;
  if (time.has_interval())
    ends = ordered_json::array({seen(time.low, Is::at), seen(time.high, Is::at)});
  return {{"s", seen(time.value, Is::at)},
          {"later_than_s", seen(time.value, Is::later_than)},
          {"never", time.value.is == Is::never},
          {"ci95", ends}};
}

ordered_json incidence_json(const analysis::Incidence& at) {
  using analysis::LossEnd;
  return {{"after_s", at.by_s},
          {"answered_elsewhere", interval_json(share_of(at, LossEnd::elsewhere))},
          {"repaired_first", interval_json(share_of(at, LossEnd::repaired))},
          {"nobody_yet", interval_json(share_of(at, LossEnd::nobody_yet))}};
}

ordered_json share_json(const analysis::Proportion& share) {
  return {{"share", number_or_null(share.share)},
          {"ci95", ends_json(share.low, share.high)},
          {"hits", share.hits},
          {"of", share.of}};
}

ordered_json estimate_json(const analysis::Estimate& estimate) {
  return {{"mean", number_or_null(estimate.mean)},
          {"ci95", ends_json(estimate.low, estimate.high)},
          {"p5", number_or_null(estimate.p5)},
          {"p50", number_or_null(estimate.p50)},
          {"p95", number_or_null(estimate.p95)},
          {"n_defined", estimate.n_defined},
          {"method", analysis::word_of(estimate.method)}};
}

}  // namespace reports
