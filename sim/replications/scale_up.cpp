#include "sim/replications/scale_up.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace sim {

namespace {

using results::CourseEvent;
using results::CourseKind;

constexpr double not_out = std::numeric_limits<double>::quiet_NaN();

/// Without it callers of its stage get no answer.
bool answers_callers(const models::World& world, const models::Function& function) {
  return world.stages[function.stage].caller_on_line &&
         std::ranges::any_of(function.when_lost, [](const auto& effect) {
           return std::holds_alternative<models::Stops>(effect);
         });
}

/// A centre as the course tells it.
struct Outage {
  int functions_lost = 0;
  double since_s = not_out;  ///< callers go unanswered; NaN: they do not
};

class Marks {
public:
  explicit Marks(const models::World& world) : world_(world), outages_(world.centres.size()) {}

  void event(const CourseEvent& event) {
    if (event.kind == CourseKind::function_lost || event.kind == CourseKind::function_back) {
      if (!answers_callers(world_, world_.functions.rows().at(event.subject)))
        return;
      Outage& outage = outages_.at(event.object);
      outage.functions_lost += event.kind == CourseKind::function_lost ? 1 : -1;
      if (outage.functions_lost == 0)
        end(event.object, event.t_s);
      else if (std::isnan(outage.since_s))
        outage.since_s = event.t_s;
    } else if (event.kind == CourseKind::switched) {
      end(event.subject, event.t_s);
    }
  }
  /// All of them, when the run ends at t.
  std::vector<CourseEvent> marks(double t_s) {
    for (std::uint32_t centre = 0; centre < outages_.size(); ++centre)
      end(centre, t_s);
    return std::move(marks_);
  }

private:
  void end(std::uint32_t centre, double t_s) {
    const double since_s = std::exchange(outages_[centre].since_s, not_out);
    for (std::uint32_t level = 0; level < world_.scale_up.size(); ++level)
      if (const double at_s = since_s + world_.scale_up[level].after_s; at_s < t_s)
        marks_.push_back({at_s, CourseKind::scaled_up, centre, level, regions_of(centre), 0, 0, 0});
  }
  double regions_of(std::uint32_t centre) const {
    const auto own = std::ranges::count_if(world_.regions, [&](const models::Region& region) {
      return region.centre && region.centre.index == centre;
    });
    return static_cast<double>(own > 0 ? static_cast<std::size_t>(own) : world_.regions.size());
  }

  const models::World& world_;
  std::vector<Outage> outages_;
  std::vector<CourseEvent> marks_;
};

bool earlier(const CourseEvent& a, const CourseEvent& b) {
  return a.t_s < b.t_s;
}

}  // namespace

void mark_scale_up(const models::World& world, double end_s, results::Facts& facts) {
  if (world.scale_up.empty())
    return;
  Marks read(world);
  for (const CourseEvent& event : facts.course)
    read.event(event);
  for (CourseEvent mark : read.marks(end_s)) {
    const auto at = std::upper_bound(facts.course.begin(), facts.course.end(), mark, earlier);
    if (at != facts.course.begin()) {
      const CourseEvent& before = *(at - 1);
      mark.waiting = before.waiting;
      mark.answered = before.answered;
      mark.failed = before.failed;
    }
    facts.course.insert(at, mark);
  }
}

}  // namespace sim
