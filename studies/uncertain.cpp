#include "studies/uncertain.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "models/chance/random_stream.hpp"
#include "models/text/units.hpp"
#include "models/text/yaml_document.hpp"
#include "results/result_file.hpp"
#include "studies/interrupt.hpp"
#include "studies/provenance.hpp"

namespace studies {
namespace {

/// How a number in an SI unit is read and written.
struct Written {
  const models::Dimension* dimension;
  double factor;  ///< from SI to what is written
  const char* unit;
};

const std::map<std::string, Written>& written() {
  static const std::map<std::string, Written> units = {
      {"s", {&models::time_dimension, 1, " s"}},
      {"1/s", {&models::rate_dimension, 1, " calls/s"}},
      {"byte/s", {&models::bandwidth_dimension, 8, " bit/s"}},
      {"share", {&models::share_dimension, 1, ""}},
      {"factor", {&models::factor_dimension, 1, ""}},
      {"count", {&models::count_dimension, 1, ""}}};
  return units;
}

/// The two ends of "[5 s, 5 min]" in SI; nothing when they cannot be read.
std::optional<std::pair<double, double>> ends_of(const std::string& range,
                                                 const models::Dimension& dimension) {
  models::Problems problems;
  const auto node = models::parse_yaml(range, "range", problems);
  if (!node || node->items.size() != 2)
    return std::nullopt;
  const auto low = models::read_quantity(node->items[0], dimension);
  const auto high = models::read_quantity(node->items[1], dimension);
  if (!low.error.empty() || !high.error.empty())
    return std::nullopt;
  return std::pair(low.value, high.value);
}

std::string file_of(const std::string& output, std::uint64_t draw) {
  const std::filesystem::path path(output);
  return (path.parent_path() /
          fmt::format("{}-draw-{:02}{}", path.stem().string(), draw, path.extension().string()))
      .string();
}

/// One draw: its study, written when there is a file for it. Nothing when it was cut short.
std::optional<results::Study> study_of(const UncertainRun& run, std::uint64_t draw,
                                       const std::vector<models::Parameter>& parameters,
                                       const OnProgress& on_progress) {
  StudyReader options = run.study;
  options.save.clear();
  for (std::string& setting : drawn_settings(parameters, run.request.seed, draw))
    options.world.set.push_back(std::move(setting));
  const scenarios::ScenarioInWorld input = options.read();
  RunRequest request = run.request;
  request.first = (draw - 1) * request.count;
  analysis::RunReport report = conduct(input, request, on_progress);
  if (report.study.replications.size() + report.study.failures.size() < request.count)
    return {};
  Asked asked = run.asked;
  asked.draw = draw;
  report.study.provenance = provenance_of(input, asked);
  if (!run.output.empty() && !report.study.replications.empty())
    results::write_study(report.study, file_of(run.output, draw));
  return std::move(report.study);
}

}  // namespace

std::vector<std::string> drawn_settings(const std::vector<models::Parameter>& parameters,
                                        std::uint64_t seed, std::uint64_t draw) {
  std::vector<std::string> out;
  for (const models::Parameter& parameter : parameters) {
    const auto how = written().find(parameter.unit);
    if (parameter.range.empty() || how == written().end() ||
        parameter.address == "world.lost_after")
      continue;
    const auto ends = ends_of(parameter.range, *how->second.dimension);
    if (!ends)
      continue;
    const double u = models::uniform({seed, draw}, models::Purpose::parameter,
                                     {models::name_of(parameter.address), 0, 0});
    const auto [low, high] = *ends;
    const bool whole = how->second.dimension->whole;
    const double value = whole ? std::floor(low + u * (high - low + 1)) : low + u * (high - low);
    out.push_back(fmt::format("{}={:.{}f}{}", parameter.address, value * how->second.factor,
                              whole || parameter.unit == "byte/s" ? 0 : 6, how->second.unit));
  }
  return out;
}

UncertainRows conduct_uncertain(const UncertainRun& run, const OnProgress& on_progress) {
  const Interrupt interrupt;
  UncertainRows out;
  const std::uint64_t draws = run.asked.draws;
  for (std::uint64_t draw = 1; draw <= draws && interrupt.signal() == 0; ++draw) {
    const auto before = (draw - 1) * run.request.count;
    const auto study = study_of(run, draw, run.parameters, [&](std::uint64_t done, std::uint64_t) {
      return on_progress(before + done, draws * run.request.count);
    });
    if (!study)
      break;
    out.failed += study->failures.size();
    out.rows.push_back(analysis::reduce(*study));
  }
  out.signal = interrupt.signal();
  return out;
}

}  // namespace studies
