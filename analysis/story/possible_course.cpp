#include "analysis/story/possible_course.hpp"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

using results::Episode;
using results::TimelineCount;

constexpr auto counts_of_bin = results::size_of<TimelineCount>;

struct Bin {
  double waiting, failed, answered, on_duty;
};

Bin bin_of(const results::CountList& timeline, std::size_t bin, std::size_t centre,
           std::size_t centres) {
  const std::size_t row = (bin * centres + centre) * counts_of_bin;
  const auto count = [&](TimelineCount what) {
    const std::size_t cell = row + static_cast<std::size_t>(what);
    return cell < timeline.size() ? static_cast<double>(timeline[cell]) : 0;
  };
  return {count(TimelineCount::waiting), count(TimelineCount::failed),
          count(TimelineCount::answered), count(TimelineCount::on_duty)};
}

/// What the numbers alone say.
CentreState state_of(const Bin& bin) {
  if (bin.failed >= losing_least && bin.failed >= losing_share * (bin.failed + bin.answered))
    return CentreState::losing;
  if (bin.waiting > 0 && bin.waiting >= pressed_share * bin.on_duty)
    return CentreState::pressed;
  return CentreState::normal;
}

double answered_from_s(const Episode& episode) {
  return std::fmin(episode.switched_s, episode.relocated_s);
}

/// NaN, which is never, makes a comparison false.
bool within(double time_s, double from_s, double to_s) {
  return time_s >= from_s && !(time_s >= to_s);
}

/// What the takeovers say of a moment.
CentreState state_of(const std::vector<Episode>& episodes, std::size_t centre, double time_s) {
  CentreState out = CentreState::normal;
  for (const Episode& episode : episodes) {
    if (episode.centre != centre)
      continue;
    const double answered_s = answered_from_s(episode);
    if (within(time_s, answered_s, episode.returned_s))
      out = std::min(out, CentreState::elsewhere);
    else if (within(time_s, episode.onset_s, std::fmin(episode.repaired_s, episode.returned_s)))
      out = CentreState::unanswered;
  }
  return out;
}

class Teller {
public:
  Teller(const results::Study& study, const StoryAxis& axis) : study_(study), axis_(axis) {}

  PossibleCourse tell(std::string_view rule, std::size_t place) const {
    const results::Observations& seen = study_.replications[place];
    PossibleCourse out;
    out.rule = rule;
    out.replication = seen.replication;
    out.extra_lost = results::extra_lost(seen);
    out.onset_s = onset_s(seen, study_.provenance);
    out.episodes = seen.world.episodes;
    out.outages = seen.world.outages;
    for (std::size_t centre = 0; centre < study_.dimensions.centres.size(); ++centre)
      add(out, seen.world, centre);
    return out;
  }

private:
  void add(PossibleCourse& out, const results::Facts& facts, std::size_t centre) const {
    auto& states = out.states.emplace_back();
    auto& waiting = out.waiting.emplace_back();
    auto& failed = out.failed.emplace_back();
    for (std::size_t i = 0; i < axis_.bins(); ++i) {
      CentreState worst = CentreState::normal;
      double most = 0, sum = 0;
      for (std::size_t bin = axis_.edges[i]; bin < axis_.edges[i + 1]; ++bin) {
        const Bin here = bin_of(facts.timeline, bin, centre, study_.dimensions.centres.size());
        // Levels were counted at the end of the bin; what begins then belongs to the next one.
        const double end_s = static_cast<double>(bin + 1) * axis_.bin_s - 1;
        worst = std::min({worst, state_of(here), state_of(facts.episodes, centre, end_s)});
        most = std::max(most, here.waiting);
        sum += here.failed;
      }
      states.push_back(worst);
      waiting.push_back(static_cast<std::uint32_t>(most));
      failed.push_back(static_cast<std::uint32_t>(sum));
    }
  }

  const results::Study& study_;
  const StoryAxis& axis_;
};

}  // namespace

std::vector<PossibleCourse> told_courses(const results::Study& study, const StoryAxis& axis) {
  const auto courses = results::possible_courses(study.replications);
  if (!courses || axis.bins() == 0 || study.replications[courses->median].world.timeline.empty())
    return {};
  const Teller teller(study, axis);
  std::vector<PossibleCourse> out = {teller.tell("median", courses->median)};
  if (courses->p95 != courses->median)
    out.push_back(teller.tell("p95", courses->p95));
  return out;
}

}  // namespace analysis
