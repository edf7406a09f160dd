#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/chance/rate_table.hpp"
#include "models/text/yaml_document.hpp"
#include "models/world/draft.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// A threat of a year: as it stands in the catalogue, on the catalogue's own target.
struct YearPeril {
  std::string threat;              ///< "DR-07"
  std::string id;                  ///< "dr_07": of its effects
  models::Node course;             ///< as `draw_threat` reads it
  models::RateTable per_year;      ///< events of the nation, drawn anew for each year
  std::optional<double> yearly_s;  ///< once a year, so long after the year began, and not by chance
};

/// Years in which every peril strikes by a Poisson process of its own: how often in this year,
/// when, whom and for how long is drawn from (key, threat, number of the event). Events may
/// coincide, and those that are not over go on to the end of the year.
class YearCourse {
public:
  /// `frame` has all that stays the same, and the threats with the effects that results name.
  YearCourse(Scenario frame, std::vector<YearPeril> perils, models::Draft draft);

  /// Throws models::InvalidInput.
  Scenario at(const models::ReplicationKey& key) const;

  /// Every peril once at the beginning of the window, to find what is wrong with it and how its
  /// effects are called.
  static std::vector<Threat> examples(const Scenario& frame, const std::vector<YearPeril>& perils,
                                      const models::Draft& draft, models::Reading& reading);

private:
  void strike(Scenario& out, std::size_t peril, const models::ReplicationKey& key,
              models::Reading& reading) const;

  Scenario frame_;
  std::vector<YearPeril> perils_;
  models::Draft draft_;
  std::vector<std::uint32_t> first_rows_;  ///< of each peril's effects
};

}  // namespace scenarios
