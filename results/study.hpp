#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "results/gathered.hpp"
#include "results/observations.hpp"

namespace results {

/// Names of the rows of every array, in order: the dimension scales of the file.
struct Dimensions {
  std::vector<std::string> regions, disciplines, centres, stages, groups, components, effects,
      channels, kinds, other_work;
  /// What people call the rows, and what hangs on what. Empty in a study that was read from a file
  /// without them; then the identifiers are the names.
  std::vector<std::string> region_names, discipline_names, centre_names, group_names,
      group_disciplines,                                    ///< identifiers, joined by ", "
      component_names, component_voorzieningen,             ///< or the supplier that it belongs to
      component_needs,                                      ///< "all(a, any(b, c))"; "-" of nothing
      functions, function_names, function_needs;            ///< "intake@rotterdam"
  std::vector<double> centre_latitudes, centre_longitudes;  ///< degrees, of the city
  struct Place {
    std::uint32_t stage, centre;
  };
  std::vector<Place> places;                 ///< (stage, centre) pairs where calls are answered
  std::vector<std::uint32_t> region_centre;  ///< whose region it is
  std::vector<double> region_share;          ///< of the nation's people; empty in an older file
  std::vector<std::uint32_t> group_stage, group_centre;
  std::vector<std::uint8_t> discipline_modelled;
  std::size_t timeline_bins = 0;
  double timeline_bin_s = 300;
};

/// Which row of an impact table a study fills: a threat of the catalogue and how it was aimed.
/// Texts are empty and numbers 0 when they do not apply or nobody knows; lists are joined by ", ".
struct RowLabels {
  std::string threat, threat_nl, threat_en;  ///< "DR-07", and what it is called
  std::string target;                        ///< as it was aimed; empty: the nation
  std::string package, plan;                 ///< of measures, and of takeovers
  std::string background;                    ///< scenario that the threat is laid over
  /// "any_hour", a local time, "every year" and a date, or "over" and the background.
  std::string onset_rule;
  std::string duration;    ///< as it was asked for; empty: the catalogue's
  std::string varied;      ///< "takeover.decide=5 min": the settings of the command line
  std::uint64_t draw = 0;  ///< of all uncertain parameters over their ranges; 0: as they stand
  std::string role;        ///< event, condition, aftermath or composite
  std::string likelihood_basis;  ///< incident, expert or analyst
  std::string duration_basis;    ///< the same
  std::string origin, actors, cia, voorzieningen;
  std::uint64_t likelihood_class = 0;  ///< K1 to K5 of the nation; 0: nobody has said
  double likelihood_rate_per_y = 0;    ///< of the nation, when there is one
  double target_share = 0;             ///< of the nation's frequency that falls on the target
  std::uint64_t duration_cases = 0;    ///< that the duration stands on
  std::uint64_t incidents = 0, incidents_checked = 0;  ///< known; found in a public source
  bool operator==(const RowLabels&) const = default;
};

/// Version of what the counts and times of a result mean (lost, delayed, unreached, ...;
/// docs/formats/result-file.md). It goes up when one of them comes to mean something else.
inline constexpr std::uint64_t definitions = 2;

/// Where the numbers come from. Nothing here depends on the machine, the clock or `-j`.
struct Provenance {
  std::string scenario, scenario_name, world_name, rubricering;
  std::string world_as_of;      ///< day whose state of affairs the world describes; empty: not said
  std::string version, commit;  ///< of uitwijk
  std::map<std::string, std::string> library_versions;
  std::string command;                             ///< canonical: without -j, -o, -q
  std::uint64_t seed = 0, replications_asked = 0;  ///< at most, with a precision
  std::string precision;                           ///< "5%@lost_callers"; empty: none was asked for
  std::uint64_t definitions = results::definitions;
  std::string start_local, zone;
  double warm_up_s = 0, end_s = 0, drain_s = 0;
  double lost_after_s = 600, delayed_after_s = 60, norm_s = 10;
  std::uint64_t parameters = 0, parameters_assumed = 0;
  struct Input {
    std::string path, text, sha256;
  };
  std::vector<Input> inputs;
  RowLabels row;
};

/// How a study came to its end; 1: yes.
struct Ending {
  std::uint64_t interrupted = 0;        ///< by a signal, before it had what was asked for
  std::uint64_t precision_reached = 0;  ///< 0 also when none was asked for
  bool operator==(const Ending&) const = default;
};

/// The timelines of all replications, [bin][centre][TimelineCount] as in Facts. Percentiles go
/// linearly between order statistics (Hyndman and Fan's type 7). Empty without timelines.
struct TimelineSummary {
  struct World {
    std::vector<float> mean, p5, p50, p95;
    bool operator==(const World&) const = default;
  };
  World world, twin;
  World all_world, all_twin;           ///< all centres together: [bin][TimelineCount]
  std::vector<std::uint32_t> reached;  ///< replications that reach the end of the bin
  bool operator==(const TimelineSummary&) const = default;
};

/// A bin is summarised over the replications that reach its end: windows of drawn threats differ,
/// and a replication is over with the last of its callers. 0 where none does.
TimelineSummary summarise_timeline(const std::vector<Observations>& replications,
                                   std::size_t centres);

/// Callers lost here and not in the twin, less those saved. 0 without a twin.
std::int64_t extra_lost(const Observations& seen);

/// Places of the two replications that are told as possible courses: those in which as many extra
/// callers are lost as at the median and at the 95th percentile (the order statistic of rank
/// ceil(p n)), of equal ones the first. Nothing without a pairing.
struct PossibleCourses {
  std::size_t median = 0, p95 = 0;
};
std::optional<PossibleCourses> possible_courses(const std::vector<Observations>& replications);

/// A result file as a value: what ResultWriter writes and ResultReader gives back.
struct Study {
  Provenance provenance;
  Ending ending;
  Dimensions dimensions;
  std::vector<Observations> replications;  ///< finished ones, ascending
  struct Failure {
    std::uint64_t replication;
    std::string reason;
  };
  std::vector<Failure> failures;
  /// After reading; the writer makes it anew when the replications hold more of their timelines
  /// than a file keeps.
  TimelineSummary timeline;
};

/// The replications of a study that holds them; valid as long as the study is.
EachReplication each_of(const Study& study);

}  // namespace results
