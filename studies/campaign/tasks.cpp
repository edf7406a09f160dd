#include "studies/campaign/tasks.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "studies/shared_twins.hpp"

namespace studies {
namespace {

constexpr double longest_usual_s = 30, shortest_usual_s = 1;
constexpr double fewest_tasks = 24;
constexpr double crumb = 0.25;  ///< of a task: not worth a block of its own

/// Replications [first, end) of rows: what a round cuts up.
struct Stretch {
  std::uint64_t first, end;
  std::uint64_t count() const { return end - first; }
};

double each_s(const RowCost& row) {
  return std::max(row.replication_s, 1e-6);
}

/// A row by itself, from the last task on.
void cut_alone(std::vector<Task>& out, const std::vector<RowCost>& rows, std::size_t row,
               Stretch left, double task_s) {
  while (left.first < left.end) {
    if (out.back().cost_s >= task_s)
      out.emplace_back();
    Task& task = out.back();
    const double room_s = std::max(0.0, task_s - task.cost_s - rows[row].block_s);
    auto count =
        std::min(left.count(), static_cast<std::uint64_t>(std::ceil(room_s / each_s(rows[row]))));
    count = std::max<std::uint64_t>(count, 1);
    if (static_cast<double>(left.count() - count) * each_s(rows[row]) < crumb * task_s)
      count = left.count();
    task.blocks.push_back({row, left.first, count});
    task.cost_s += rows[row].block_s + static_cast<double>(count) * each_s(rows[row]);
    left.first += count;
  }
}

/// The mean cost of a twin over the longest window of these rows.
double longest_twin_s(const std::vector<RowCost>& rows, const std::vector<Block>& blocks) {
  const std::size_t drawn = rows[blocks.front().row].twin.lengths_s.size();
  double sum_s = 0;
  for (std::size_t i = 0; i < drawn; ++i) {
    const auto length_s = [&](const Block& block) { return rows[block.row].twin.lengths_s[i]; };
    const Block& longest = *std::ranges::max_element(blocks, {}, length_s);
    sum_s += rows[longest.row].twin.per_s * length_s(longest);
  }
  return drawn > 0 ? sum_s / static_cast<double>(drawn) : 0;
}

double cost_together_s(const std::vector<RowCost>& rows, const std::vector<Block>& blocks) {
  double replication_s = longest_twin_s(rows, blocks), block_s = 0;
  for (const Block& block : blocks) {
    const RowCost& row = rows[block.row];
    replication_s += std::max(0.0, each_s(row) - row.twin.mean_s());
    block_s += row.block_s;
  }
  return block_s + static_cast<double>(blocks.front().count) * replication_s;
}

/// The same replications of as many rows of a group as a task has room for.
void cut_slice(std::vector<Task>& out, const std::vector<RowCost>& rows,
               const std::vector<std::size_t>& group, const Stretch& slice, double task_s) {
  out.emplace_back();
  for (const std::size_t row : group) {
    if (out.back().cost_s >= task_s || out.back().blocks.size() >= may_share(slice.count()))
      out.emplace_back();
    Task& task = out.back();
    task.blocks.push_back({row, slice.first, slice.count()});
    task.cost_s = cost_together_s(rows, task.blocks);
  }
}

double cost_of(const std::vector<Task>& tasks) {
  double sum = 0;
  for (const Task& task : tasks)
    sum += task.cost_s;
  return sum;
}

/// In so many slices of replications as come out cheapest. One of the longest row alone is no
/// longer than a task.
std::vector<Task> cut_together(const std::vector<RowCost>& rows,
                               const std::vector<std::size_t>& group, const Stretch& all,
                               double task_s) {
  double longest_s = 0;
  for (const std::size_t row : group)
    longest_s = std::max(longest_s,
                         rows[row].block_s + static_cast<double>(all.count()) * each_s(rows[row]));
  std::vector<Task> best;
  for (std::uint64_t slices = 1; slices <= all.count(); slices *= 2) {
    if (longest_s / static_cast<double>(slices) > task_s && 2 * slices <= all.count())
      continue;
    std::vector<Task> tasks;
    for (std::uint64_t i = 0; i < slices; ++i)
      cut_slice(tasks, rows, group,
                {all.first + i * all.count() / slices, all.first + (i + 1) * all.count() / slices},
                task_s);
    if (best.empty() || cost_of(tasks) < cost_of(best))
      best = std::move(tasks);
  }
  return best;
}

/// Rows by the twin that they share, in the order of the first of each.
std::vector<std::vector<std::size_t>> groups_of(const std::vector<RowCost>& rows) {
  std::vector<std::vector<std::size_t>> out;
  std::map<std::string, std::size_t> known;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::string& twin = rows[row].twin.of;
    const auto [group, is_new] = known.emplace(twin, out.size());
    if (is_new || twin.empty()) {
      group->second = out.size();
      out.emplace_back();
    }
    out[group->second].push_back(row);
  }
  return out;
}

std::vector<Task> cut_round(const std::vector<RowCost>& rows, const Stretch& round, double task_s) {
  std::vector<Task> out(1);
  for (const auto& group : groups_of(rows))
    if (group.size() == 1) {
      cut_alone(out, rows, group.front(), round, task_s);
    } else {
      std::ranges::move(cut_together(rows, group, round, task_s), std::back_inserter(out));
      out.emplace_back();
    }
  std::erase_if(out, [](const Task& task) { return task.blocks.empty(); });
  return out;
}

}  // namespace

std::vector<Task> cut(const std::vector<RowCost>& rows, const std::vector<std::uint64_t>& ends,
                      double task_s) {
  std::vector<Task> out;
  std::uint64_t begin = 0;
  for (const std::uint64_t end : ends) {
    auto round = cut_round(rows, {std::exchange(begin, end), end}, task_s);
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
