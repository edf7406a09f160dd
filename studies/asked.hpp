#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/threats/aimed_threat.hpp"

namespace studies {

/// What is changed in a world.
struct AskedWorld {
  std::vector<std::string> set;        ///< PATH=VALUE
  std::vector<std::string> with;       ///< files
  std::string plan;                    ///< short for takeover.plan=PLAN; empty: the world's
  std::string measures, measure_file;  ///< empty: the world as it is; the shipped list

  /// As on a command line, " --measures planned --set a=b --with c.yaml --plan p", quoted where the
  /// shell needs it.
  std::string canonical() const;
};

/// A threat of the catalogue in the place of a scenario file, or laid over it.
struct AskedThreat {
  std::string threat;  ///< "DR-07", or several; empty: a scenario file is asked for
  std::string world, catalogue;
  scenarios::Aim aim;

  /// As on a command line: "--threat DR-07 --target rotterdam"; `onset`: the name of that option.
  std::string canonical(const char* onset = "--at") const;
};

/// What could have been decided, and which of it this is.
struct AskedBranch {
  std::vector<std::string> at, options;  ///< of the command line
  /// "call_in @ onset + 20 min"; empty: the one in which nothing is; none: no branch.
  std::optional<std::string> future;

  /// As on a command line: " --at onset --option plan=pairs".
  std::string canonical() const;
};

/// A year of all threats in the place of a scenario file.
struct AskedYear {
  bool year = false, no_failures = false;
  std::string criteria, record;  ///< empty: the shipped ones

  /// As on a command line: "--year --no-failures".
  std::string canonical() const;
};

/// Everything that decides the numbers of a study, before anything is read or run.
struct Asked {
  std::string scenario;  ///< a file, unless a threat or a year is asked for; background of a threat
  AskedThreat threat;
  AskedYear year;
  AskedWorld world;
  AskedBranch branch;
  /// How many of `world.set`, from the first, a whole campaign has in common: they tell its rows
  /// not from each other, but from those of another campaign.
  std::size_t common_settings = 0;
  std::uint64_t seed = 1, replications = 1;  ///< `replications`: at most, with a precision
  std::string precision;                     ///< "5%@lost_callers"; empty: none
  std::optional<std::uint64_t> replication;  ///< this one only
  std::uint64_t calls = 0;                   ///< first callers of each world, one by one
  std::uint64_t draws = 0;  ///< of the parameters over their ranges; 0: as they stand
  std::uint64_t draw = 0;   ///< which of them, from 1

  /// The scenario file, the threat, both or the year, as on a command line.
  std::string subject() const;
  /// The canonical command: without what cannot change a number (-j, -o, -q).
  std::string command() const;
  /// "a=1, b=2": the settings that tell this study from others, and what is decided in it; never
  /// those of a draw.
  std::string varied() const;
  /// The same of those that its whole campaign has in common.
  std::string common() const;
};

/// Within single quotes when the shell would read it otherwise.
std::string shell_quoted(const std::string& word);

}  // namespace studies
