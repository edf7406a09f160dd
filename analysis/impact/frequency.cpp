#include "analysis/impact/frequency.hpp"

#include "models/chance/random_stream.hpp"

namespace analysis {
namespace {

using Unknown = Frequency::Unknown;

Unknown reason_against(const results::RowLabels& labels, bool by_record) {
  if (is_together(labels))
    return Unknown::together;
  if (labels.role != "event")
    return Unknown::no_event;
  if (!labels.background.empty())
    return Unknown::background;
  if (has_fixed_onset(labels))
    return Unknown::fixed_onset;
  if (labels.target_share <= 0)
    return Unknown::target;
  if (by_record || strikes_every_year(labels))
    return Unknown::no;
  if (labels.likelihood_basis == "analyst")
    return Unknown::analyst;
  if (labels.likelihood_rate_per_y > 0)
    return Unknown::no;
  if (labels.likelihood_class == 0)
    return Unknown::no_class;
  return labels.likelihood_class == n_classes ? Unknown::no_rate : Unknown::no;
}

}  // namespace

bool strikes_every_year(const results::RowLabels& labels) {
  return labels.onset_rule.starts_with(yearly_rule);
}

bool has_fixed_onset(const results::RowLabels& labels) {
  return !labels.onset_rule.empty() && labels.onset_rule != "any_hour" &&
         !strikes_every_year(labels) && labels.background.empty();
}

std::string over_background(const std::string& name, const std::string& at) {
  return "over " + name + (at.empty() ? "" : " at " + at);
}

Frequency frequency_of(const results::RowLabels& labels, const Criteria& criteria,
                       const ThreatRates& rates) {
  const auto found = rates.find(labels.threat);
  Frequency out;
  out.unknown = reason_against(labels, found != rates.end());
  if (!out.known())
    return out;
  out.target_share = labels.target_share;
  out.every_year = strikes_every_year(labels);
  out.by_record = !out.every_year && found != rates.end();
  if (out.every_year)
    out.nation = {{1, 1}};
  else if (out.by_record)
    out.nation = found->second;
  else
    out.nation = *prior_of(labels.likelihood_class, labels.likelihood_rate_per_y, criteria);
  return out;
}

int plainness(const results::RowLabels& labels) {
  return (has_fixed_onset(labels) ? 0 : 2) + (labels.duration.empty() ? 1 : 0);
}

bool is_together(const results::RowLabels& labels) {
  return labels.threat.find(',') != std::string::npos;
}

bool is_deliberate(const results::RowLabels& labels) {
  return labels.origin == "deliberate";
}

bool is_history(const results::RowLabels& labels) {
  return labels.role == "history";
}

bool is_whole_years(const results::RowLabels& labels) {
  return labels.onset_rule == year_rule;
}

bool has_class(const results::RowLabels& labels) {
  return !is_history(labels) && !is_whole_years(labels);
}

std::optional<Frequency> estimated_frequency(const results::RowLabels& labels,
                                             const Estimates& estimates) {
  const auto found = estimates.find(labels.threat);
  if (found == estimates.end() || labels.role != "event" || has_fixed_onset(labels) ||
      !labels.background.empty() || labels.target_share <= 0)
    return {};
  return Frequency{.unknown = Unknown::no,
                   .nation = pooled(found->second),
                   .target_share = labels.target_share,
                   .by_record = true};
}

std::array<double, n_classes> likelihood_classes(const Frequency& frequency,
                                                 const Criteria& criteria) {
  std::array<double, n_classes> out{};
  double below = 0;
  for (std::size_t k = 0; k < n_classes; ++k) {
    const double until =
        k + 1 < n_classes
            ? frequency.nation.at_most(criteria.likelihood_per_y.at(k) / frequency.target_share)
            : 1;
    out[k] = until - below;
    below = until;
  }
  return out;
}

double frequency_draw(const std::string& threat, std::uint64_t draw) {
  return models::uniform({0, draw}, models::Purpose::likelihood, {models::name_of(threat), 0, 0});
}

}  // namespace analysis
