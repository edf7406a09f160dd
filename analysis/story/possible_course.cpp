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

/// Who was there at the begin of a bin, for levels were counted at the end of the one before, and
/// what happens in it.
Bin bin_of(const results::CountList& timeline, std::size_t bin, std::size_t centre,
           std::size_t centres) {
  const auto count = [&](std::size_t of_bin, TimelineCount what) {
    const std::size_t cell =
        (of_bin * centres + centre) * counts_of_bin + static_cast<std::size_t>(what);
    return cell < timeline.size() ? static_cast<double>(timeline[cell]) : 0;
  };
  const auto level = [&](TimelineCount what) { return bin == 0 ? 0 : count(bin - 1, what); };
  return {level(TimelineCount::waiting), count(bin, TimelineCount::failed),
          count(bin, TimelineCount::answered), level(TimelineCount::on_duty)};
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
    const auto bin_at = [&](std::size_t bin) {
      return bin_of(facts.timeline, bin, centre, study_.dimensions.centres.size());
    };
    for (std::size_t i = 0; i < axis_.bins(); ++i) {
      const double begin_s = axis_.from_s(i);
      Bin begin = bin_at(axis_.edges[i]);
      if (begin_s < out.onset_s && out.onset_s < begin_s + axis_.bin_s)
        begin.failed = 0;  // of an effect that had not begun
      states.push_back(std::min(state_of(begin), state_of(facts.episodes, centre, begin_s)));
      waiting.push_back(static_cast<std::uint32_t>(begin.waiting));
      double sum = 0;
      for (std::size_t bin = axis_.edges[i]; bin < axis_.edges[i + 1]; ++bin)
        sum += bin_at(bin).failed;
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
