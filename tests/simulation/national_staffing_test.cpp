// The rooms of the Dutch world in the hour of the week with most calls: as tight as they are said
// to be (docs/staffing.md).
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "results/histogram.hpp"
#include "written_study.hpp"

namespace {

struct Place {
  std::string name;
  double within = 0;  ///< share answered within the norm's time
};

/// Saturday from 17 to 18 h: 112 calls by stage and centre where somebody is on the line.
std::vector<Place> busiest_hour() {
  const auto study = written::read({"", fmt::format(R"(
scenario:
  name: "Busiest hour"
  description: "Saturday, 17 to 18 h"
  world: {}/models/netherlands
  start: "2023-11-18T15:00"
  warm_up: "2 h"
  end: "2023-11-18T18:00"
)",
                                                    SOURCE_DIR)});
  const auto& world = study.model.world;
  const auto dimensions = sim::dimensions_of(world, study.scenario);
  const auto outcome = written::run(study, 100);
  std::vector<Place> out;
  for (std::size_t place = 0; place < dimensions.places.size(); ++place) {
    const models::Id<models::Stage> stage{dimensions.places[place].stage};
    if (!world.stages[stage].caller_on_line)
      continue;
    double all = 0, within = 0;
    for (const auto& seen : outcome.replications)
      for (std::size_t bin = 0; bin < results::time_bins::count; ++bin) {
        const double calls = seen.world.waits[place * results::time_bins::count + bin];
        all += calls;
        if (results::time_bins::edge_s(bin) < world.norm_s)
          within += calls;
      }
    out.push_back({world.centres[{dimensions.places[place].centre}].id, within / all});
  }
  return out;
}

TEST(NationalStaffing, RoomsAreTightInTheHourWithMostCalls) {
  const auto places = busiest_hour();
  ASSERT_EQ(places.size(), 11u);
  EXPECT_EQ(places.front().name, "landelijke_112");
  EXPECT_GT(places.front().within, 0.9) << "the norm";
  for (std::size_t room = 1; room < places.size(); ++room) {
    EXPECT_GT(places[room].within, 0.80) << places[room].name;
    EXPECT_LT(places[room].within, 0.99) << places[room].name;
  }
}

}  // namespace
