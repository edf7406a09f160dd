#include "studies/campaign/worker.hpp"

#include <fmt/format.h>

#include <utility>

#include "models/text/file_reader.hpp"
#include "results/result_file.hpp"
#include "studies/campaign/row.hpp"
#include "studies/campaign/values.hpp"
#include "studies/conduct.hpp"
#include "studies/installation/simulator.hpp"

namespace studies {
namespace {

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
  std::uint64_t told = 0;
  const auto tell = [&](const sim::Progress& progress) {
    const std::uint64_t ended = progress.done + progress.failed;
    return on_replication(ended - std::exchange(told, ended));
  };
  const auto scenario_of = [&](std::uint64_t replication) {
    return input.scenario_of({manifest.seed, replication});
  };
  sim::Outcome outcome = simulate(input.model.world, scenario_of,
                                  {manifest.seed, block.first, block.count, 1, 0}, tell);
  if (outcome.interrupted)
    return {};
  if (!outcome.system_fault.empty())
    throw models::SystemFault(fmt::format("row {} cannot be simulated: {}",
                                          manifest.rows[block.row].id, outcome.system_fault));
  results::Study study = empty_study_of(manifest, block.row, input);
  study.replications = std::move(outcome.replications);
  study.failures = std::move(outcome.failures);
  fit_timeline(input, study, results::each_of(study));
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
