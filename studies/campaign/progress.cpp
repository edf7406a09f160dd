#include "studies/campaign/progress.hpp"

#include <algorithm>

#include "studies/campaign/values.hpp"

namespace studies {

CampaignProgress::CampaignProgress(const CampaignFolder& folder)
    : folder_(folder), ends_(folder.manifest().prefix_ends()) {
  const auto& precision = folder.manifest().precision;
  for (auto& blocks : folder.blocks_by_row())
    rows_.push_back({std::move(blocks),
                     0,
                     0,
                     TargetValues(precision ? precision->targets.size() : 0),
                     {ends_.front(), false, true}});
}

bool CampaignProgress::prefix_is_there(const Row& row) const {
  for (std::size_t i = row.judged_blocks;
       i < row.blocks.size() && row.blocks[i].first < row.end.end; ++i)
    if (!folder_.is_done(row.blocks[i]))
      return false;
  return true;
}

void CampaignProgress::judge(Row& row) {
  const auto& precision = folder_.manifest().precision;
  for (auto& i = row.judged_blocks; i < row.blocks.size() && row.blocks[i].first < row.end.end; ++i)
    if (precision) {
      const TargetValues more = values_of(folder_, row.blocks[i]);
      for (std::size_t target = 0; target < more.size(); ++target)
        row.values[target].insert(row.values[target].end(), more[target].begin(),
                                  more[target].end());
    }
  const bool enough = !precision || reached(*precision, row.values);
  const bool last = row.prefix + 1 == ends_.size();
  if (enough || last)
    row.end = {row.end.end, true, enough};
  else
    row.end.end = ends_[++row.prefix];
}

RowEnd CampaignProgress::end_of(std::size_t row) {
  Row& at = rows_.at(row);
  while (!at.end.decided && prefix_is_there(at))
    judge(at);
  return at.end;
}

Need CampaignProgress::need_of(const Block& block) {
  if (block.first < rows_.at(block.row).end.end)
    return Need::yes;
  const RowEnd row = end_of(block.row);
  if (block.first < row.end)
    return Need::yes;
  return row.decided ? Need::no : Need::unknown;
}

bool CampaignProgress::is_done(const Block& block) {
  return folder_.is_done(block) || need_of(block) == Need::no;
}

bool CampaignProgress::is_done(const Task& task) {
  return std::all_of(task.blocks.begin(), task.blocks.end(),
                     [&](const Block& block) { return is_done(block); });
}

bool CampaignProgress::is_complete() {
  const auto& tasks = folder_.manifest().tasks;
  return std::all_of(tasks.begin(), tasks.end(), [&](const Task& task) { return is_done(task); });
}

bool CampaignProgress::has_work(const Task& task) {
  return std::any_of(task.blocks.begin(), task.blocks.end(), [&](const Block& block) {
    return !folder_.is_done(block) && need_of(block) == Need::yes;
  });
}

CampaignProgress::Found CampaignProgress::find(std::size_t row) {
  Found out{{}, rows_.at(row).blocks};
  std::erase_if(out.blocks, [&](const Block& block) { return !folder_.is_done(block); });
  out.end = end_of(row);  // after looking: a shard that comes in between cannot make it seem whole
  std::erase_if(out.blocks, [&](const Block& block) { return block.first >= out.end.end; });
  return out;
}

void CampaignProgress::add_task(CampaignState& state, std::size_t task) {
  const Task& planned = folder_.manifest().tasks[task];
  std::uint64_t all = 0, left = 0;
  for (const Block& block : planned.blocks) {
    all += block.count;
    const Need need = need_of(block);
    if (need == Need::no)
      continue;
    const bool there = folder_.is_done(block);
    state.replications += block.count;
    (there ? state.replications_done : left) += block.count;
    state.missing_for_sure += !there && need == Need::yes ? block.count : 0;
  }
  state.left_s += planned.cost_s * static_cast<double>(left) / static_cast<double>(all);
  if (left == 0)
    ++state.done;
  else if (const auto who = results::claimant_of(folder_.claim(task))) {
    ++state.running;
    state.workers.push_back(*who);
  } else
    state.missing.push_back(task);
}

CampaignState CampaignProgress::state() {
  CampaignState out;
  out.tasks = folder_.manifest().tasks.size();
  out.rows = rows_.size();
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    const RowEnd end = end_of(row);
    out.rows_decided += end.decided ? 1 : 0;
    out.rows_early += end.decided && end.end < ends_.back() ? 1 : 0;
    if (!end.precise)
      out.not_precise.push_back(folder_.manifest().rows[row].id);
  }
  for (std::size_t task = 0; task < out.tasks; ++task)
    add_task(out, task);
  return out;
}

}  // namespace studies
