#pragma once

#include <array>
#include <compare>
#include <string>
#include <vector>

#include "analysis/impact/row.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace analysis {

/// How far one aspect of one voorziening was looked at.
enum class Analysed {
  simulated,  ///< some threat to it is in the results
  recorded,   ///< the catalogue names threats, no result has one; or confidentiality
  no,
};

struct CoverageCell {
  Analysed how = Analysed::no;
  std::vector<std::string> simulated, recorded;  ///< threats
};

struct CoverageRow {
  std::string id, bbn;                ///< as the catalogue labels it
  std::array<CoverageCell, 3> cells;  ///< availability, integrity, confidentiality
};

/// Of which day what was analysed is.
struct CoverageWorld {
  std::string name, as_of;  ///< as_of: 2026-12-01, or empty
  auto operator<=>(const CoverageWorld&) const = default;
};

/// The coverage overview (dekkingsoverzicht): six voorzieningen, the staffing, and the processes of
/// the beheerorganisatie, which no threat of the catalogue is about.
struct Coverage {
  std::string catalogue_version, catalogue_status, catalogue_sha256, rubricering;
  std::vector<std::string> programs;  ///< versions that simulated
  std::vector<CoverageWorld> worlds;  ///< that were simulated
  std::size_t threats = 0, simulated = 0;
  std::vector<CoverageRow> rows;
};
Coverage coverage_of(const scenarios::Catalogue& catalogue, const std::vector<Row>& rows);

/// Of a coverage overview, in its order; the last two are no voorziening, but are answered for too.
inline constexpr std::array<const char*, 8> voorziening_ids = {
    "spoedvraag", "spoedrespons", "gms",       "ois",
    "ivict",      "huisvesting",  "bezetting", "beheerprocessen"};

inline constexpr std::array<const char*, 3> aspects = {"A", "I", "C"};

}  // namespace analysis
