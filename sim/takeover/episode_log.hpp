#pragma once

#include <optional>

#include "models/world/world.hpp"
#include "results/observations.hpp"
#include "sim/calls/call_exchange.hpp"
#include "sim/calls/course.hpp"

namespace sim {

/// The books of takeovers: the episodes of the facts, each kept up to date while it goes on, so
/// that one that the end of the run cuts off is there too; and what the course tells of them.
class EpisodeLog {
public:
  using CentreId = models::Id<models::Centre>;

  EpisodeLog(const models::World& world, const CallExchange& exchange, Course& course,
             results::Facts& facts)
      : exchange_(exchange), course_(course), facts_(facts), open_(world.centres.size()) {}

  void note(results::CourseKind kind, CentreId centre, std::uint32_t object = 0,
            double number = 0) {
    course_.note(kind, centre.index, object, number);
  }
  /// An episode begins, with the alarm; it gets its row when it is written for the first time.
  void open(CentreId centre);
  void write(CentreId centre, const results::Episode& episode);
  /// The last word on the episode, with the calls that others have answered in it.
  void close(CentreId centre, results::Episode episode);
  /// Counts the calls answered so far in episodes that the end of the run cuts off.
  void finish();

private:
  struct Open {
    std::uint32_t answered_before;
    std::optional<std::size_t> row;
  };
  std::uint32_t answered(CentreId centre) const;

  const CallExchange& exchange_;
  Course& course_;
  results::Facts& facts_;
  models::Table<models::Centre, std::optional<Open>> open_;
};

}  // namespace sim
