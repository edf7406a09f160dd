#include "studies/campaign/worker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "models/text/file_reader.hpp"
#include "results/result_file.hpp"
#include "studies/campaign/row.hpp"
#include "studies/campaign/values.hpp"
#include "studies/conduct.hpp"
#include "studies/shared_twins.hpp"
#include "studies/simulator.hpp"

namespace studies {
namespace {

/// A block, its row as it can be run, and the twin of that.
struct ReadBlock {
  Block block;
  scenarios::ScenarioInWorld input;
  std::string twin;
};

/// Whoever works on a task: may go on as long as the claim is renewed and nobody says stop.
class Shift {
public:
  Shift(const CampaignFolder& folder, results::TaskClaim& claim,
        const OnReplication& on_replication)
      : folder_(folder), claim_(claim), on_replication_(on_replication) {}

  /// Blocks of the same replications.
  TaskEnd work_off(std::span<const Block> blocks) {
    std::vector<ReadBlock> read;
    for (const Block& block : blocks)
      read.push_back(read_block(block));
    std::ranges::stable_sort(read, {}, &ReadBlock::twin);
    for (auto from = read.begin(); from != read.end();) {
      const auto to = end_of_group(from, read.end());
      if (work_together({from, to}) == TaskEnd::stopped)
        return TaskEnd::stopped;
      from = to;
    }
    return TaskEnd::done;
  }

private:
  ReadBlock read_block(const Block& block) const {
    const Manifest& manifest = folder_.manifest();
    ReadBlock out{block, read_row(manifest, block.row), ""};
    out.twin = twin_of(options_of(manifest, manifest.rows[block.row].row), out.input);
    return out;
  }

  /// Those that have the twin of the first.
  template <class Iterator>
  static Iterator end_of_group(Iterator from, Iterator end) {
    return from->twin.empty() ? from + 1 : std::find_if(from, end, [&](const ReadBlock& one) {
      return one.twin != from->twin;
    });
  }

  TaskEnd work_together(std::span<const ReadBlock> group) {
    sim::KeptTwins kept;
    if (group.size() > 1)
      kept = twins_of(group);
    for (const ReadBlock& one : group)
      if (!goes_on_ || !work_off(one, group.size() > 1 ? &kept : nullptr))
        return TaskEnd::stopped;
    return TaskEnd::done;
  }

  sim::KeptTwins twins_of(std::span<const ReadBlock> group) {
    std::vector<const scenarios::ScenarioInWorld*> studies;
    for (const ReadBlock& one : group)
      studies.push_back(&one.input);
    const Block& block = group.front().block;
    return shared_twins(studies, {folder_.manifest().seed, block.first, block.count, 1},
                        [&](const sim::Progress&) { return ask(0); });
  }

  bool work_off(const ReadBlock& one, sim::KeptTwins* kept) {
    const auto study = run_block(
        folder_.manifest(), one.block, one.input, [&](std::uint64_t ended) { return ask(ended); },
        kept);
    if (!study || !claim_.holds())
      return false;
    keep_values(folder_, one.block, *study);
    results::write_study(*study, folder_.shard(one.block), results::Timelines::each);
    return true;
  }

  bool ask(std::uint64_t ended) {
    claim_.renew();
    goes_on_ = on_replication_(ended) && goes_on_;
    return goes_on_;
  }

  const CampaignFolder& folder_;
  results::TaskClaim& claim_;
  const OnReplication& on_replication_;
  bool goes_on_ = true;
};

/// How many blocks from the first on are of the same replications, as far as they may share.
std::size_t alike(std::span<const Block> blocks) {
  const Block& first = blocks.front();
  blocks = blocks.first(std::min<std::size_t>(blocks.size(), may_share(first.count)));
  const auto other = std::ranges::find_if(blocks, [&](const Block& block) {
    return block.first != first.first || block.count != first.count;
  });
  return static_cast<std::size_t>(other - blocks.begin());
}

}  // namespace

std::optional<results::Study> run_block(const Manifest& manifest, const Block& block,
                                        const scenarios::ScenarioInWorld& input,
                                        const OnReplication& on_replication, sim::KeptTwins* kept) {
  std::uint64_t told = 0;
  const auto tell = [&](const sim::Progress& progress) {
    const std::uint64_t ended = progress.done + progress.failed;
    return on_replication(ended - std::exchange(told, ended));
  };
  const auto scenario_of = [&](std::uint64_t replication) {
    return input.scenario_of({manifest.seed, replication});
  };
  sim::Outcome outcome =
      simulate(input.model.world, scenario_of,
               {manifest.seed, block.first, block.count, 1, 0, true, kept}, tell);
  if (outcome.interrupted)
    return {};
  if (!outcome.system_fault.empty())
    throw models::SystemFault(fmt::format("row {} cannot be simulated: {}",
                                          manifest.rows[block.row].id, outcome.system_fault));
  results::Study study = empty_study_of(manifest, block.row, input);
  study.replications = std::move(outcome.replications);
  study.failures = std::move(outcome.failures);
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
  std::vector<Block> wanted;
  std::ranges::copy_if(planned.blocks, std::back_inserter(wanted), is_wanted);
  Shift shift(folder, *claim, on_replication);
  for (std::span<const Block> left = wanted; !left.empty();) {
    const std::size_t many = alike(left);
    if (shift.work_off(left.first(many)) == TaskEnd::stopped)
      return TaskEnd::stopped;
    left = left.subspan(many);
  }
  return TaskEnd::done;
}

}  // namespace studies
