#include "studies/campaign/tasks.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace studies {
namespace {

constexpr double longest_usual_s = 30, shortest_usual_s = 1;
constexpr double fewest_tasks = 24;
constexpr double crumb = 0.25;  ///< of a task: not worth a block of its own

/// Replications [begin, end) of all rows.
std::vector<Task> cut_round(const std::vector<RowCost>& rows, std::uint64_t begin,
                            std::uint64_t end, double task_s) {
  std::vector<Task> out(1);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const double each_s = std::max(rows[row].replication_s, 1e-6);
    for (std::uint64_t first = begin; first < end;) {
      if (out.back().cost_s >= task_s)
        out.emplace_back();
      Task& task = out.back();
      const std::uint64_t left = end - first;
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

}  // namespace

std::vector<Task> cut(const std::vector<RowCost>& rows, const std::vector<std::uint64_t>& ends,
                      double task_s) {
  std::vector<Task> out;
  std::uint64_t begin = 0;
  for (const std::uint64_t end : ends) {
    auto round = cut_round(rows, std::exchange(begin, end), end, task_s);
    std::move(round.begin(), round.end(), std::back_inserter(out));
  }
  return out;
}

double usual_task_s(const std::vector<RowCost>& rows, std::uint64_t replications) {
  double sum = 0;
  for (const RowCost& row : rows)
    sum += row.block_s + static_cast<double>(replications) * row.replication_s;
  return std::clamp(sum / fewest_tasks, shortest_usual_s, longest_usual_s);
}

}  // namespace studies
