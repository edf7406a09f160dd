#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/chance/distribution.hpp"
#include "models/text/yaml_document.hpp"
#include "models/world/read_world.hpp"

namespace scenarios {

/// What a threat is to a risk analyst: only events enter annual figures.
enum class Role { event, condition, aftermath, composite };

/// A measure as a threat names it; `works_at` says whether it helps one site or the whole chain.
/// What a measure changes in the world stands in scenarios::Measure.
struct MeasureText {
  std::string what, works_at;
  models::Mark mark;
};

/// K1 to K5 (domain: below 0.001, 0.01, 0.1, 1 a year, and more), of the national system.
struct Likelihood {
  std::optional<int> frequency_class;
  std::optional<double> rate_per_s;
  std::string basis;  ///< incident, expert, or analyst: the analyst must fill in
  /// Events of the Dutch record because of which the class was set: it must not meet them again.
  std::vector<std::string> because_of;
  models::Origin origin;  ///< of the rate; its note says what is known about it
};

/// An event that comes every year on its date, with the people who are put on duty for it.
struct YearlyDate {
  std::string at;                            ///< local, "01-01T00:00"
  std::vector<models::Node::Entry> rosters;  ///< settings of the world
  std::optional<models::InputFile> input;    ///< the scenario that has them
};

struct Happened {
  std::string what;
  bool checked = false;  ///< found in a public source; else general knowledge
};

/// A part of a threat that the simulation leaves out, and why.
struct NotSimulated {
  std::string what, why;
};

/// One threat as an analyst knows it; what is not known is empty.
struct CatalogueThreat {
  std::string id, name_nl, name_en;  ///< "DR-07"
  models::Mark mark;
  std::map<std::string, std::vector<std::string>> references;  ///< iso, bsi, monarc, ...
  std::vector<std::string> origin, actors, cia, voorzieningen;
  Role role = Role::event;
  std::string scope, onset;  ///< site, several, national or upstream; instant or gradual
  std::vector<std::string> vulnerabilities, existing;
  std::vector<MeasureText> possible;
  std::optional<models::Distribution> detection_s, duration_s;
  std::string duration_basis, recovery_tail;
  int duration_cases = 0;
  Likelihood likelihood;
  std::optional<YearlyDate> calendar;
  std::vector<Happened> incidents;
  std::vector<std::string> recorded;  ///< effects on confidentiality: shown, not simulated
  std::vector<NotSimulated> not_simulated;
  std::string target;  ///< whom it is aimed at when nobody says otherwise; may be empty
  /// As written, for scenarios::aim: target, duration, detection, draws, effects.
  std::vector<models::Node::Entry> course;

  /// Names of the fields that nobody has filled in.
  std::vector<std::string> unknown() const;
};

/// The baseline level of a voorziening: a label, nothing is computed from it.
struct Bbn {
  std::string label, said_in, date;
};

struct Catalogue {
  std::string version, status;  ///< status: concept or vastgesteld
  std::map<std::string, Bbn> bbn;
  std::vector<CatalogueThreat> threats;
  std::vector<models::Warning> warnings;
  models::InputFile input;

  /// The threat of that name, in capitals or not. Throws models::InvalidInput with a suggestion.
  const CatalogueThreat& threat(const std::string& id) const;
};

/// A threat and whom it was aimed at, as it was written.
struct AimedThreat {
  CatalogueThreat threat;               ///< of several at once: what they are together
  std::string target, onset, duration;  ///< empty: the nation; any hour of the week; drawn
};

std::string to_string(Role role);
/// How the catalogue writes the name of a threat: DR-07 for dr-07.
std::string in_capitals(std::string text);

/// Throws models::InvalidInput with everything that is wrong. `settings` have addresses in the
/// file, like `threats.DR-07.duration`, and are applied before anything is read. Effects are judged
/// when they are aimed, because only a world knows its components.
Catalogue read_catalogue(const std::filesystem::path& file,
                         const std::vector<models::Setting>& settings = {});

}  // namespace scenarios
