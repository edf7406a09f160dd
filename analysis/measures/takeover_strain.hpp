#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/measures/measure.hpp"
#include "models/world/calendar.hpp"
#include "models/world/world.hpp"
#include "results/study.hpp"
#include "scenarios/scenario.hpp"

/// What the loss of rooms did to callers, and what taking over asked of those who did it.
namespace analysis {

/// One number that each replication of a loss has; its values stand in the same order.
struct StrainMeasure {
  std::string name;
  Unit unit{};
};

/// How strain is judged. Occupancy is conversations over people on duty, at the end of each bin of
/// the timeline, all stages of a room together.
struct StrainQuestion {
  double most_busy = 0.8;  ///< share of the time that people can be at work for hours: assumed
};

/// Lost callers of the whole world, more than in the twin.
double extra_lost_callers(const results::Dimensions& dimensions, const results::Facts& disturbed,
                          const results::Facts& twin);

/// What is measured: extra lost and delayed callers (less the twin's), when the lost rooms were
/// answered for again, the clocks of the first takeover, minutes in which a receiving room was
/// short by discipline (less the twin's), occupancy of the busiest receiving room in the shift of
/// the takeover and the next two, hours over `most_busy`, and whether the next shift stayed under
/// it (1 or 0).
class TakeoverStrain {
public:
  TakeoverStrain(const models::World& world, const results::Dimensions& dimensions,
                 std::vector<models::Id<models::Centre>> lost, StrainQuestion question);

  const std::vector<StrainMeasure>& measures() const { return measures_; }

  /// Of one replication. NaN: it does not exist; infinite: it did not come to that.
  struct Values {
    std::vector<double> measures;            ///< as in `measures()`
    std::vector<double> short_min_of_group;  ///< by group; 0 where nobody was received
  };
  Values of(const results::Facts& disturbed, const results::Facts& twin,
            const scenarios::Window& window) const;

private:
  struct Shift {
    double occupancy = 0, over_h = 0;
  };
  std::vector<std::uint32_t> receivers(const results::Facts& facts) const;
  double answered_again_s(const results::Facts& facts) const;
  std::array<double, 3> first_clocks_s(const results::Facts& facts) const;
  double taken_from_s(const results::Facts& facts) const;
  std::vector<Shift> shifts(const results::Facts& facts, std::uint32_t centre, double from_s,
                            const scenarios::Window& window) const;
  bool changes_shift(std::uint32_t centre, models::UtcSeconds from, models::UtcSeconds to) const;
  void add_strain(const results::Facts& facts, const scenarios::Window& window,
                  std::vector<double>& values) const;

  const models::World& world_;
  const results::Dimensions& dimensions_;
  std::vector<models::Id<models::Centre>> lost_;
  StrainQuestion question_;
  models::Calendar calendar_;
  std::vector<StrainMeasure> measures_;
};

}  // namespace analysis
