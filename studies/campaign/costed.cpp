#include "studies/campaign/costed.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "studies/campaign/planned.hpp"
#include "studies/campaign/tasks.hpp"

namespace studies {
namespace {

void throw_problems_of(const scenarios::Campaign& campaign, const std::vector<RowSurvey>& rows) {
  std::vector<std::vector<models::Problem>> problems;
  for (const RowSurvey& row : rows)
    problems.push_back(row.problems);
  throw_problems(campaign, problems);
}

/// The highest marking cannot be told from texts, so all that occur are named.
std::string rubricering_of(const std::vector<RowSurvey>& rows) {
  std::vector<std::string> found;
  for (const RowSurvey& row : rows)
    if (std::ranges::find(found, row.rubricering) == found.end())
      found.push_back(row.rubricering);
  return fmt::format("{}", fmt::join(found, "; "));
}

void add_inputs(Manifest& manifest, const std::vector<RowSurvey>& rows) {
  std::set<ManifestInput> inputs(manifest.inputs.begin(), manifest.inputs.end());
  for (const RowSurvey& row : rows)
    inputs.insert(row.inputs.begin(), row.inputs.end());
  manifest.inputs.assign(inputs.begin(), inputs.end());
}

double processor_s(const Manifest& manifest, const RowCost& row) {
  return static_cast<double>(manifest.prefix_ends().size()) * row.block_s +
         static_cast<double>(manifest.replications) * row.replication_s;
}

}  // namespace

analysis::CampaignCost complete(Manifest& manifest, const scenarios::Campaign& campaign,
                                const std::vector<RowSurvey>& rows, std::optional<double> task_s) {
  throw_problems_of(campaign, rows);
  add_inputs(manifest, rows);
  if (manifest.rubricering.empty())
    manifest.rubricering = rubricering_of(rows);
  std::vector<RowCost> costs;
  for (const RowSurvey& row : rows)
    costs.push_back(row.cost);
  analysis::CampaignCost out;
  out.task_s = task_s.value_or(usual_task_s(costs, manifest.replications));
  out.prefix_ends = manifest.prefix_ends();
  manifest.tasks = cut(costs, out.prefix_ends, out.task_s);
  for (const Task& task : manifest.tasks)
    for (const Block& block : task.blocks) {
      const RowCost& cost = costs[block.row];
      const auto count = static_cast<double>(block.count);
      manifest.disk_bytes += cost.block_bytes + count * cost.replication_bytes;
      out.merge_s += cost.block_merge_s + count * cost.merge_s;
    }
  for (std::size_t row = 0; row < rows.size(); ++row)
    out.rows.push_back(
        {manifest.rows[row].id, manifest.rows[row].command, processor_s(manifest, costs[row])});
  out.replications_in_all = manifest.replications_in_all();
  out.tasks = manifest.tasks.size();
  out.processor_s = manifest.cost_s();
  out.disk_bytes = manifest.disk_bytes;
  return out;
}

}  // namespace studies
