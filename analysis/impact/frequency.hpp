#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/impact/criteria.hpp"
#include "analysis/impact/family_rate.hpp"
#include "models/chance/rate_table.hpp"
#include "results/study.hpp"

namespace analysis {

/// How often a row's event happens: the nation's frequency times the share that falls on the
/// target.
struct Frequency {
  /// Why there is none; empty when there is.
  enum class Unknown {
    no,
    analyst,
    no_class,
    no_rate,
    target,
    no_event,
    fixed_onset,
    background,  ///< laid over another scenario: how often both meet, nobody says
    together,    ///< several at once: the same
    deliberate,  ///< of a year that is simulated: in no total of it
  } unknown = Unknown::no_event;
  models::RateTable nation;  ///< its class, its rate, or what the record made of them
  double target_share = 1;
  bool by_record = false;   ///< not a class or a known rate: a record or experts had a part in it
  bool every_year = false;  ///< once, on its date, and not by chance

  bool known() const { return unknown == Unknown::no; }
  /// Events a year on the target; u in [0, 1].
  double at(double u) const { return target_share * nation.at(u); }
  double mean() const { return target_share * nation.mean(); }
  /// Ends of the class; of what the record made of it the 5th and 95th percentile.
  std::pair<double, double> ends() const {
    return by_record ? std::pair(at(0.05), at(0.95)) : std::pair(at(0), at(1));
  }
  bool operator==(const Frequency&) const = default;
};

/// Roles are respected: only an event has a frequency of its own here, and none that was aimed at
/// a fixed time. `rates`: those that the record has a part in; others go by the labels.
Frequency frequency_of(const results::RowLabels& labels, const Criteria& criteria,
                       const ThreatRates& rates = {});

/// Several threats at once: "DR-20@amsterdam,DR-09+30min". Their name says the targets.
bool is_together(const results::RowLabels& labels);
/// Every one of its origins is: threats that can happen by accident too are not.
bool is_deliberate(const results::RowLabels& labels);
/// A past outage that was replayed.
bool is_history(const results::RowLabels& labels);
/// The rule of the onset of whole years; their threats strike as often as they do.
inline constexpr const char* year_rule = "year";
/// Whole years: no event, so their figures are of a year, and no time to recover is theirs.
bool is_whole_years(const results::RowLabels& labels);
/// Neither history nor whole years.
bool has_class(const results::RowLabels& labels);

/// What experts estimate, of an event that strikes at random; nothing without estimates.
std::optional<Frequency> estimated_frequency(const results::RowLabels& labels,
                                             const Estimates& estimates);

/// As the catalogue has it, at any hour and for as long as it takes; more is plainer. Of several
/// rows of one name, table and register both go by this.
int plainness(const results::RowLabels& labels);

/// It was aimed at one time (`--at`) of any day: a question of its own, not a random event.
bool has_fixed_onset(const results::RowLabels& labels);
/// How results call an onset that comes once a year on its date: this, then the date.
inline constexpr std::string_view yearly_rule = "every year ";
/// How they call the onset of a threat that is laid over a background: "over new-year", and " at
/// TIME" when its onset there is not drawn.
std::string over_background(const std::string& name, const std::string& at);
bool strikes_every_year(const results::RowLabels& labels);

/// Probability of each likelihood class of the target, K1 to K5.
std::array<double, n_classes> likelihood_classes(const Frequency& frequency,
                                                 const Criteria& criteria);

/// A draw of the nation's frequency of a threat: the same for all of its targets and packages.
double frequency_draw(const std::string& threat, std::uint64_t draw);

}  // namespace analysis
