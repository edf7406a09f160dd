#include "analysis/story/tail.hpp"

#include <algorithm>
#include <array>
#include <boost/math/distributions/hypergeometric.hpp>
#include <cmath>
#include <functional>
#include <set>

#include "analysis/story/story_axis.hpp"

namespace analysis {
namespace {

using results::Episode;

constexpr std::size_t least_for_tail = 10;  // a fifth of fewer is one
constexpr double chance = 0.05;

double sent_elsewhere_s(const Episode& episode) {
  return std::fmin(episode.switched_s, episode.relocated_s);
}

/// The last of the episodes; NaN when one of them did not come to it.
double last_s(const std::vector<Episode>& episodes, double Episode::*time) {
  double out = undefined;
  for (const Episode& episode : episodes) {
    if (std::isnan(episode.*time))
      return undefined;
    out = std::fmax(out, episode.*time);
  }
  return out;
}

/// Without a takeover it is repaired with the last component that was out of order.
double last_repair_s(const results::Facts& world, double end_s) {
  if (!world.episodes.empty())
    return last_s(world.episodes, &Episode::repaired_s);
  double out = undefined;
  for (const results::ComponentInterval& outage : world.outages)
    out = std::fmax(out, outage.to_s);
  return out >= end_s ? undefined : out;
}

ShortCourse short_course(const results::Observations& seen, const results::Provenance& provenance) {
  const std::vector<Episode>& episodes = seen.world.episodes;
  const double onset = onset_s(seen, provenance);
  ShortCourse out;
  out.replication = seen.replication;
  double switched_s = undefined;
  std::set<std::uint32_t> rooms;
  for (const Episode& episode : episodes) {
    rooms.insert(episode.centre);
    out.failed_switches += episode.failed_switches;
    out.detected_s = std::fmin(out.detected_s, episode.detected_s - onset);
    out.decided_s = std::fmin(out.decided_s, episode.decided_s - onset);
    const double sent_s = sent_elsewhere_s(episode);
    if (std::isfinite(sent_s) && !(switched_s <= sent_s)) {
      switched_s = sent_s;
      out.partner = episode.partner;
    }
  }
  out.switched_s = switched_s - onset;
  out.lost_rooms = static_cast<std::uint32_t>(rooms.size());
  out.repaired_s = last_repair_s(seen.world, provenance.end_s + provenance.drain_s) - onset;
  std::vector<Episode> away;
  std::ranges::copy_if(episodes, std::back_inserter(away), [](const Episode& episode) {
    return std::isfinite(sent_elsewhere_s(episode));
  });
  out.returned_s = last_s(away, &Episode::returned_s) - onset;
  return out;
}

using Times = double ShortCourse::*;

/// Later than in half of the replications; not to have seen the end is `unseen`.
std::function<bool(const ShortCourse&)> above_median(const std::vector<ShortCourse>& all,
                                                     Times value, bool unseen) {
  std::vector<double> values;
  for (const ShortCourse& one : all)
    if (std::isfinite(one.*value))
      values.push_back(one.*value);
    else if (unseen)
      values.push_back(std::numeric_limits<double>::infinity());
  std::ranges::sort(values);
  const double median = order_statistic(values, 0.5);
  return [median, value, unseen](const ShortCourse& one) {
    return std::isfinite(one.*value) ? one.*value > median : unseen && std::isfinite(median);
  };
}

struct Fact {
  std::string_view name;
  std::function<bool(const ShortCourse&)> holds;
};

std::array<Fact, 6> facts_of(const std::vector<ShortCourse>& all) {
  const bool any_repair = std::ranges::any_of(
      all, [](const ShortCourse& one) { return std::isfinite(one.repaired_s); });
  return {
      {{"failed_switch", [](const ShortCourse& one) { return one.failed_switches > 0; }},
       {"not_taken_over",
        [](const ShortCourse& one) { return one.lost_rooms > 0 && std::isnan(one.switched_s); }},
       {"known_late", above_median(all, &ShortCourse::detected_s, false)},
       {"decided_late", above_median(all, &ShortCourse::decided_s, false)},
       {"repaired_late", above_median(all, &ShortCourse::repaired_s, any_repair)},
       {"many_callers", above_median(all, &ShortCourse::callers, false)}}};
}

/// How likely the worst have as many of those that have it, or more, were they drawn by lot.
double by_chance(const CommonFact& fact, std::size_t worst_fifth, std::size_t replications) {
  const auto have = static_cast<unsigned>(fact.worst + fact.others);
  const auto worst = static_cast<unsigned>(worst_fifth), all = static_cast<unsigned>(replications);
  const unsigned fewest = have + worst > all ? have + worst - all : 0;
  if (fact.worst <= fewest)
    return 1;
  const boost::math::hypergeometric_distribution<double> lot(have, worst, all);
  return boost::math::cdf(boost::math::complement(lot, static_cast<double>(fact.worst - 1)));
}

}  // namespace

Tail tail_of(const results::Study& study, const Row& row) {
  Tail out;
  for (std::size_t i = 0; i < study.replications.size() && i < row.replications.size(); ++i) {
    out.courses.push_back(short_course(study.replications[i], study.provenance));
    const Harm& judged = row.judged(row.replications[i]);
    out.courses.back().lost_callers = judged.lost_callers;
    out.courses.back().callers = judged.callers;
  }
  std::ranges::stable_sort(out.courses, {}, &ShortCourse::lost_callers);
  const std::size_t n = out.courses.size();
  if (n < least_for_tail || !(out.courses[n - n / 5].lost_callers > 0))
    return out;
  out.worst = n / 5;
  const auto first_worst = out.courses.end() - static_cast<std::ptrdiff_t>(out.worst);
  const auto facts = facts_of(out.courses);
  std::vector<std::pair<double, CommonFact>> clear;
  for (const Fact& fact : facts) {
    const CommonFact found = {
        fact.name,
        static_cast<std::size_t>(std::count_if(first_worst, out.courses.end(), fact.holds)),
        static_cast<std::size_t>(std::count_if(out.courses.begin(), first_worst, fact.holds))};
    const double likely = by_chance(found, out.worst, n);
    if (likely <= chance / static_cast<double>(facts.size()))
      clear.emplace_back(likely, found);
  }
  std::ranges::stable_sort(clear, {}, &std::pair<double, CommonFact>::first);
  for (const auto& [likely, fact] : clear)
    out.common.push_back(fact);
  return out;
}

}  // namespace analysis
