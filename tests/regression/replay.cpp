#include "replay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <stdexcept>

namespace replay {

namespace {

using results::size_of;

template <class Sum>
std::vector<double> by_replication(const Replay& replay, Sum&& sum) {
  std::vector<double> out;
  for (const auto& seen : replay.seen)
    out.push_back(sum(seen));
  return out;
}

double run_s(const Replay& replay, const std::string& local) {
  const models::Calendar calendar(replay.study.model.world.zone);
  return static_cast<double>(*calendar.to_utc(local) - replay.study.scenario.window.start);
}

}  // namespace

Replay run(const std::string& file, std::uint64_t replications) {
  Replay out{scenarios::read_scenario(std::filesystem::path(SOURCE_DIR) / file), {}};
  sim::RunPlan plan;
  plan.count = replications;
  plan.jobs = 2;
  auto outcome = sim::run_replications(out.study.model.world, out.study.scenario, plan, nullptr);
  if (!outcome.failures.empty())
    throw std::runtime_error(outcome.failures.front().reason);
  out.seen = std::move(outcome.replications);
  return out;
}

Mean mean_of(const std::vector<double>& values) {
  const double n = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double value : values)
    sum += value;
  for (const double value : values)
    squares += (value - sum / n) * (value - sum / n);
  return {sum / n, 1.96 * std::sqrt(squares / (n - 1) / n)};
}

std::string to_string(const Mean& mean) {
  return fmt::format("{:.5g} +- {:.2g}", mean.value, mean.half_width);
}

std::vector<double> persons(const Replay& replay, results::CallerCount what) {
  return by_replication(replay, [&](const auto& seen) {
    double sum = 0;
    for (std::size_t at = static_cast<std::size_t>(what); at < seen.world.callers.size();
         at += size_of<results::CallerCount>)
      sum += seen.world.callers[at];
    return sum;
  });
}

std::vector<double> calls(const Replay& replay, const std::string& stage,
                          results::GroupCount what) {
  const auto& world = replay.study.model.world;
  return by_replication(replay, [&](const auto& seen) {
    double sum = 0;
    for (const auto group : world.groups.ids())
      if (world.stages[world.groups[group].stage].id == stage)
        sum +=
            seen.world
                .groups[group.index * size_of<results::CallClass> * size_of<results::GroupCount> +
                        static_cast<std::size_t>(what)];
    return sum;
  });
}

std::vector<double> longest_wait_s(const Replay& replay, const std::string& stage) {
  const auto& world = replay.study.model.world;
  return by_replication(replay, [&](const auto& seen) {
    double longest = 0;
    for (const auto group : world.groups.ids())
      if (world.stages[world.groups[group].stage].id == stage)
        longest = std::max(
            longest,
            seen.world.group_times[group.index * size_of<results::GroupTime> +
                                   static_cast<std::size_t>(results::GroupTime::wait_max_s)]);
    return longest;
  });
}

std::vector<double> flow(const Replay& replay, const std::string& centre,
                         results::TimelineCount what, const std::string& from,
                         const std::string& until, bool twin) {
  const auto& centres = replay.study.model.world.centres;
  std::size_t row = centres.size();
  for (const auto id : centres.ids())
    if (centres[id].id == centre)
      row = id.index;
  const auto first = static_cast<std::size_t>(std::ceil(run_s(replay, from) / 300));
  const auto end = static_cast<std::size_t>(std::floor(run_s(replay, until) / 300));
  return by_replication(replay, [&](const auto& seen) {
    const auto& timeline = twin ? seen.twin->timeline : seen.world.timeline;
    double sum = 0;
    for (std::size_t bin = first; bin < end; ++bin)
      sum += timeline[(bin * centres.size() + row) * size_of<results::TimelineCount> +
                      static_cast<std::size_t>(what)];
    return sum;
  });
}

}  // namespace replay
