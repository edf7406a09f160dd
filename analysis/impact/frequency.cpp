#include "analysis/impact/frequency.hpp"

#include <algorithm>
#include <cmath>

#include "models/chance/random_stream.hpp"

namespace analysis {
namespace {

using Unknown = Frequency::Unknown;

Unknown reason_against(const results::RowLabels& labels) {
  if (labels.role != "event")
    return Unknown::no_event;
  if (labels.likelihood_basis == "analyst")
    return Unknown::analyst;
  if (labels.likelihood_class == 0 && labels.likelihood_rate_per_y <= 0)
    return Unknown::no_class;
  if (labels.likelihood_class == n_classes && labels.likelihood_rate_per_y <= 0)
    return Unknown::no_rate;
  return labels.target_share > 0 ? Unknown::no : Unknown::target;
}

/// Where class K (1 to 5) begins; K6 is where K5 ends.
double begin_of(std::size_t likelihood_class, const Criteria& criteria) {
  if (likelihood_class <= 1)
    return criteria.lowest_per_y;
  return likelihood_class > n_classes ? criteria.highest_per_y
                                      : criteria.likelihood_per_y.at(likelihood_class - 2);
}

}  // namespace

double Frequency::at(double u) const {
  return target_share * lowest_per_y * std::pow(highest_per_y / lowest_per_y, u);
}

double Frequency::mean() const {
  if (highest_per_y == lowest_per_y)
    return target_share * lowest_per_y;
  return target_share * (highest_per_y - lowest_per_y) / std::log(highest_per_y / lowest_per_y);
}

Frequency frequency_of(const results::RowLabels& labels, const Criteria& criteria) {
  Frequency out;
  out.unknown = reason_against(labels);
  if (!out.known())
    return out;
  out.target_share = labels.target_share;
  if (labels.likelihood_rate_per_y > 0) {
    out.lowest_per_y = out.highest_per_y = labels.likelihood_rate_per_y;
    return out;
  }
  out.lowest_per_y = begin_of(labels.likelihood_class, criteria);
  out.highest_per_y = begin_of(labels.likelihood_class + 1, criteria);
  return out;
}

std::array<double, n_classes> likelihood_classes(const Frequency& frequency,
                                                 const Criteria& criteria) {
  std::array<double, n_classes> out{};
  const double low = frequency.at(0), high = frequency.at(1);
  if (low == high) {
    out.at(static_cast<std::size_t>(class_of(criteria.likelihood_per_y, low)) - 1) = 1;
    return out;
  }
  for (std::size_t k = 1; k <= n_classes; ++k) {
    const double from = k == 1 ? low : std::max(low, begin_of(k, criteria));
    const double to = k == n_classes ? high : std::min(high, begin_of(k + 1, criteria));
    if (to > from)
      out[k - 1] = std::log(to / from) / std::log(high / low);
  }
  return out;
}

double frequency_draw(const std::string& threat, std::uint64_t draw) {
  return models::uniform({0, draw}, models::Purpose::likelihood, {models::name_of(threat), 0, 0});
}

}  // namespace analysis
