#include "analysis/impact/replayed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "analysis/measures/measure.hpp"
#include "analysis/statistics/estimate.hpp"
#include "analysis/statistics/level.hpp"
#include "models/text/csv_document.hpp"
#include "models/text/units.hpp"
#include "models/text/whole_number.hpp"
#include "models/world/world_tree.hpp"

namespace analysis {
namespace {

constexpr std::string_view heading =
    "outage,measure,stage,count,scenario,replications,mean,low,high";
constexpr std::size_t columns = 9;

const Measure& measure_of(unsigned part, const std::string& name) {
  const Measure* const found = find_measure(part, name);
  if (found == nullptr)
    throw std::out_of_range("no measure " + name);
  return *found;
}

Part part_of_count(const results::Dimensions& dimensions, const std::string& stage) {
  if (stage.empty())
    return whole_world(dimensions);
  const auto found = std::ranges::find(dimensions.stages, stage);
  if (found == dimensions.stages.end())
    throw std::out_of_range("no stage " + stage);
  return part_of_stage(dimensions, static_cast<std::uint32_t>(found - dimensions.stages.begin()));
}

double number_in(const models::Cell& cell, models::Problems& problems) {
  const auto out = models::decimal(cell.text);
  if (!out)
    problems.add(cell.mark, fmt::format("must be a number, found '{}'", cell.text));
  return out.value_or(0);
}

std::uint64_t count_in(const models::Cell& cell, models::Problems& problems) {
  const auto out = models::whole_number(cell.text);
  if (!out)
    problems.add(cell.mark, fmt::format("must be a whole number, found '{}'", cell.text));
  return out.value_or(0);
}

Replayed line_of(const models::CellRow& row, models::Problems& problems) {
  Replayed out;
  if (row.size() != columns) {
    problems.add(row.front().mark,
                 fmt::format("must have {} cells, found {}", columns, row.size()));
    return out;
  }
  out.outage = row[0].text;
  out.measure = row[1].text;
  out.stage = row[2].text;
  out.count = number_in(row[3], problems);
  out.scenario = row[4].text;
  out.replications = count_in(row[5], problems);
  out.mean = number_in(row[6], problems);
  out.low = number_in(row[7], problems);
  out.high = number_in(row[8], problems);
  return out;
}

}  // namespace

Replayed replayed(const HistoricalCount& count, const results::Study& study) {
  const Part part = part_of_count(study.dimensions, count.stage);
  const Measure& measure = measure_of(count.stage.empty() ? of::world : of::stage, count.measure);
  std::vector<double> values;
  for (const results::Observations& seen : study.replications)
    values.push_back(measure.value({study.dimensions, part, seen.world}));
  std::ranges::sort(values);
  return {count.id,
          count.measure,
          count.stage,
          count.count,
          count.scenario,
          study.replications.size(),
          mean_of(values),
          order_statistic(values, tail),
          order_statistic(values, 1 - tail)};
}

std::string csv_of(const std::vector<Replayed>& all) {
  std::string out = std::string(heading) + "\n";
  for (const Replayed& one : all)
    out += fmt::format("{},{},{},{:.0f},{},{},{:.1f},{:.1f},{:.1f}\n", one.outage, one.measure,
                       one.stage, one.count, one.scenario, one.replications, one.mean, one.low,
                       one.high);
  return out;
}

std::vector<Replayed> read_replayed(const std::filesystem::path& file) {
  models::Problems problems;
  const auto input = models::read_input_file(file, problems);
  const auto rows = input ? models::parse_csv(input->text, file.string(), problems) : std::nullopt;
  problems.throw_if_any();
  std::vector<Replayed> out;
  for (std::size_t i = 1; rows && i < rows->size(); ++i)
    out.push_back(line_of((*rows)[i], problems));
  problems.throw_if_any();
  return out;
}

const Replayed* PastOutages::replay_of(const HistoricalCount& count) const {
  const auto found = std::ranges::find_if(replayed, [&](const Replayed& one) {
    return one.outage == count.id && one.measure == count.measure && one.stage == count.stage &&
           one.count == count.count;
  });
  return found == replayed.end() ? nullptr : &*found;
}

}  // namespace analysis
