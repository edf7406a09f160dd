#pragma once

#include <memory>
#include <optional>

#include "scenarios/threats/drawn_course.hpp"

namespace scenarios {

/// Threats that are drawn within the window of another scenario, their background. What comes out
/// has the effects of the background first, marked as such: the twin has them too, so that the
/// difference is what the threats cost on that background.
class LaidCourse {
public:
  struct Background {
    Scenario scenario;                         ///< window, demand and threats
    std::shared_ptr<const DrawnCourse> drawn;  ///< none: its threats hit whom they name
  };
  /// `threats` is the section of what is laid over it; `at_s` their onset after the start of the
  /// run; none: any time between the end of the warm-up and the end of the window, each as often.
  LaidCourse(Background background, models::Node threats, std::optional<double> at_s,
             std::shared_ptr<const models::Draft> draft);

  /// The scenario of one replication, in the window of the background: a course that passes its end
  /// is cut off there, and says so. Seed and replication alone decide the onset. Throws
  /// models::InvalidInput.
  Scenario at(const models::ReplicationKey& key) const;
  /// As `at`, with problems in `reading`.
  Scenario read_at(const models::ReplicationKey& key, models::Reading& reading) const;

  const Scenario& background() const { return background_.scenario; }
  const std::optional<double>& at_s() const { return at_s_; }
  /// From the earliest onset to the end of the window.
  double longest_left_s() const;

private:
  double onset_s(const models::ReplicationKey& key) const;

  Background background_;
  models::Node threats_;
  std::optional<double> at_s_;
  std::shared_ptr<const models::Draft> draft_;
};

}  // namespace scenarios
