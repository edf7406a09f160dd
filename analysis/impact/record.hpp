#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/world/day.hpp"
#include "models/world/read_world.hpp"

namespace analysis {

/// A number and what else it may be.
struct Ranged {
  double lowest = 0, value = 0, highest = 0;
};

/// Something that happened in the Netherlands. It counts in one family at most.
struct RecordedEvent {
  std::string id, what, scope;
  models::Mark mark;
  models::Day date;
  bool day_known = true;  ///< else only about when
  std::string family;     ///< that it counts in; empty: none
  /// Families that saw it too and in which it does not count: it was one event, or it was milder
  /// than the mildest that their threats draw.
  std::vector<std::string> also;
  std::string why_not;  ///< it does not count in `also`
  std::optional<double> duration_s;
  std::vector<std::string> said_by;  ///< codes of sources

  bool seen_by(const std::string& id_of_family) const;
};

/// Durations that other countries, or experts, know of a family: a lognormal.
struct Elsewhere {
  double median_s = 0, p95_s = 0;
  int cases = 1;  ///< that it stands on; of experts as many as it is taken for
};

/// Kinds of outage that the record cannot tell apart, or a single kind.
struct RecordFamily {
  std::string id, name_nl, name_en;
  models::Mark mark;
  std::vector<std::string> threats;  ///< of the catalogue; empty: recorded only
  models::Day from;                  ///< since when the press was looked through
  Ranged share_reported;             ///< of the events that became known
  std::optional<Elsewhere> elsewhere;
};

/// What became publicly known since a day: the Dutch record.
struct Record {
  std::string version;
  models::Day until, platform_from;  ///< of today's system; events before it weigh less
  Ranged weight_before, weight_foreign;
  std::map<std::string, std::string> sources;  ///< by code
  std::vector<RecordFamily> families;
  std::vector<RecordedEvent> events;
  std::vector<models::Parameter> parameters;
  models::InputFile input;

  const RecordFamily* family_of(const std::string& threat) const;
  const RecordedEvent* event(const std::string& id) const;
  std::vector<const RecordedEvent*> counted_in(const RecordFamily& family) const;
  /// From the family's first day to the last of the record.
  double years(const RecordFamily& family) const;
};

/// Throws models::InvalidInput with everything that is wrong.
Record read_record(const std::filesystem::path& file);

}  // namespace analysis
