#include "cli/campaign_tasks.hpp"

#include <algorithm>
#include <cmath>

namespace cli {
namespace {

constexpr double longest_usual_s = 30, shortest_usual_s = 1;
constexpr double fewest_tasks = 24;
constexpr double crumb = 0.25;  ///< of a task: not worth a block of its own

}  // namespace

std::vector<Task> cut(const std::vector<RowCost>& rows, std::uint64_t replications, double task_s) {
  std::vector<Task> out(1);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const double each_s = std::max(rows[row].replication_s, 1e-6);
    for (std::uint64_t first = 0; first < replications;) {
      if (out.back().cost_s >= task_s)
        out.emplace_back();
      Task& task = out.back();
      const std::uint64_t left = replications - first;
      const double room_s = std::max(0.0, task_s - task.cost_s - rows[row].block_s);
      auto count = std::min(left, static_cast<std::uint64_t>(std::ceil(room_s / each_s)));
      count = std::max<std::uint64_t>(count, 1);
      if (static_cast<double>(left - count) * each_s < crumb * task_s)
        count = left;
      task.blocks.push_back({row, first, count});
      task.cost_s += rows[row].block_s + static_cast<double>(count) * each_s;
      first += count;
    }
  }
  return out;
}

double usual_task_s(const std::vector<RowCost>& rows, std::uint64_t replications) {
  double sum = 0;
  for (const RowCost& row : rows)
    sum += row.block_s + static_cast<double>(replications) * row.replication_s;
  return std::clamp(sum / fewest_tasks, shortest_usual_s, longest_usual_s);
}

}  // namespace cli
