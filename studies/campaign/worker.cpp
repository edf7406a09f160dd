#include "studies/campaign/worker.hpp"

#include <algorithm>
#include <iterator>

#include "results/result_file.hpp"
#include "sim/replications/run_study.hpp"
#include "studies/campaign/row.hpp"
#include "studies/campaign/values.hpp"
#include "studies/conduct.hpp"

namespace studies {
namespace {

constexpr int most_attempts = 3;

class BlockRun {
public:
  BlockRun(const Manifest& manifest, const scenarios::ScenarioInWorld& input,
           const OnReplication& on_replication, results::Study& study)
      : manifest_(manifest), input_(input), on_replication_(on_replication), study_(study) {}

  /// False when it was stopped.
  bool run(std::uint64_t first, std::uint64_t count) {
    const sim::RunPlan plan{manifest_.seed, first, count, 1, 0};
    const auto scenario_of = [&](std::uint64_t replication) {
      return input_.scenario_of({manifest_.seed, replication});
    };
    std::uint64_t told = 0;
    const auto tell = [&](const sim::Progress& progress) {
      const std::uint64_t ended = progress.done + progress.failed;
      return on_replication_(ended - std::exchange(told, ended));
    };
    sim::Outcome outcome = sim::run_replications(input_.model.world, scenario_of, plan, tell);
    std::move(outcome.replications.begin(), outcome.replications.end(),
              std::back_inserter(study_.replications));
    std::move(outcome.failures.begin(), outcome.failures.end(),
              std::back_inserter(study_.failures));
    return !outcome.interrupted;
  }

  bool try_failures_again() {
    for (const results::Study::Failure& failure : std::exchange(study_.failures, {}))
      if (!run(failure.replication, 1))
        return false;
    return true;
  }

private:
  const Manifest& manifest_;
  const scenarios::ScenarioInWorld& input_;
  const OnReplication& on_replication_;
  results::Study& study_;
};

void work_off(const CampaignFolder& folder, const Block& block, results::TaskClaim& claim,
              const OnReplication& on_replication, TaskEnd& end) {
  const scenarios::ScenarioInWorld input = read_row(folder.manifest(), block.row);
  const auto study = run_block(folder.manifest(), block, input, [&](std::uint64_t ended) {
    claim.renew();
    return on_replication(ended);
  });
  if (!study || !claim.holds()) {
    end = TaskEnd::stopped;
    return;
  }
  keep_values(folder, block, *study);
  results::write_study(*study, folder.shard(block), results::Timelines::each);
}

}  // namespace

std::optional<results::Study> run_block(const Manifest& manifest, const Block& block,
                                        const scenarios::ScenarioInWorld& input,
                                        const OnReplication& on_replication) {
  results::Study study = empty_study_of(manifest, block.row, input);
  BlockRun run(manifest, input, on_replication, study);
  bool finished = run.run(block.first, block.count);
  for (int attempt = 1; finished && attempt < most_attempts && !study.failures.empty(); ++attempt)
    finished = run.try_failures_again();
  if (!finished)
    return {};
  std::sort(study.replications.begin(), study.replications.end(),
            [](const auto& a, const auto& b) { return a.replication < b.replication; });
  fit_timeline(input, study);
  return study;
}

TaskEnd work_on(const CampaignFolder& folder, CampaignProgress& progress, std::size_t task,
                Unjudged unjudged, const OnReplication& on_replication) {
  const Task& planned = folder.manifest().tasks.at(task);
  auto claim = results::TaskClaim::take(folder.claim(task));
  if (!claim)
    return progress.is_done(planned) ? TaskEnd::done : TaskEnd::taken;
  const auto is_wanted = [&](const Block& block) {
    const Need need = folder.is_done(block) ? Need::no : progress.need_of(block);
    return need == Need::yes || (need == Need::unknown && unjudged == Unjudged::run);
  };
  TaskEnd end = TaskEnd::done;
  for (const Block& block : planned.blocks)
    if (end == TaskEnd::done && is_wanted(block))
      work_off(folder, block, *claim, on_replication, end);
  return end;
}

}  // namespace studies
