#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/impact/impact_table.hpp"

namespace analysis {

/// An event of a simulated year.
struct YearEvent {
  std::string threat;  ///< as its effects are called, "dr_07"
  double at_s = 0, duration_s = 0;
};

/// One year that was simulated whole, and its twin without threats.
struct WholeYear {
  std::uint64_t replication = 0;
  double lost = 0;           ///< extra lost callers
  double lost_anyway = 0;    ///< by the twin: on quiet days and by components that fail
  std::size_t failures = 0;  ///< times that a component stopped in the twin
  std::vector<YearEvent> events;
};

/// Years of `uitwijk run --year`.
struct WholeYears {
  Row row;
  std::vector<std::string> threats;  ///< that may strike, as their effects are called
  std::vector<WholeYear> years;
  TwoSources uncertainty = {};  ///< with draws of the parameters; else it has none

  std::vector<double> values(double WholeYear::*what) const;
  /// Components failed by their MTBF.
  bool with_failures() const;
  std::size_t events() const;
  /// Events that began while another one lasted.
  std::size_t coinciding() const;
  /// Extra lost callers a year, with draws of both sources together, and the share of years with at
  /// least so many.
  Interval expected() const;
  Proportion at_least(double callers) const;
};

/// A threat of the catalogue that does not strike in a simulated year, and why.
struct LeftOut {
  std::string threat, role;
  Frequency::Unknown because = Frequency::Unknown::no_event;
};

WholeYears whole_years(const results::Study& study, const Criteria& criteria);

/// Results that differ in nothing but their draw of the parameters as one; the others as they are.
std::vector<WholeYears> draws_together(const std::vector<WholeYears>& results);

/// "DR-07" as effects are called, "dr_07".
std::string effect_name(const std::string& threat);

/// The compound curve of a campaign beside years that were simulated whole, at one point.
struct YearPoint {
  double callers = 0;
  Interval compound;
  Proportion whole;
  /// The interval of the whole years leaves the compound value out.
  bool differs() const;
};

/// What years were simulated with components that fail, without, or both, against a campaign.
struct YearComparison {
  PackageTotal compound;
  std::vector<std::string> only_compound, only_whole;  ///< threats that the other has not
  std::vector<std::string> truncated;                  ///< rows with windows that were cut off
  const WholeYears* whole = nullptr;                   ///< without failures when there are such
  std::vector<YearPoint> curve;
  bool expected_differs = false;  ///< the intervals of chance do not overlap
  /// Years with less those without, replication by replication: what the threats cost more when
  /// components fail too, and what their failures cost by themselves.
  Interval with_failures, by_failures;
};

/// `years` has one or two studies: with and without components that fail.
YearComparison compare_years(const std::vector<WholeYears>& years, const ImpactTable& table,
                             const std::string& package);

}  // namespace analysis
