#include "analysis/impact/estimates.hpp"

#include <fmt/format.h>

#include "analysis/impact/formats.hpp"
#include "analysis/statistics/rate_posterior.hpp"
#include "models/text/read_values.hpp"
#include "models/world/day.hpp"
#include "models/world/world_tree.hpp"

namespace analysis {
namespace {

using models::Fields;
using models::Place;

constexpr std::size_t fewest = 3;
constexpr models::Limits per_year = {0, 1000, true};

ExpertEstimate read_estimate(const Place& place) {
  Fields fields(place);
  ExpertEstimate out;
  out.p5 = fields.required("p5", models::factor_in(per_year));
  out.mode = fields.required("mode", models::factor_in(per_year));
  out.p95 = fields.required("p95", models::factor_in(per_year));
  out.function = fields.required("function", models::read_text);
  out.date = models::written(fields.required("date", models::read_day));
  out.basis = fields.required("basis", models::read_prose);
  if (!(out.p5 < out.mode && out.mode < out.p95))
    place.fail(fmt::format("p5, mode and p95 must ascend, found {:g}, {:g} and {:g}", out.p5,
                           out.mode, out.p95));
  return out;
}

void read_threat(const Place& place, std::vector<ExpertEstimate>& out) {
  for (const Place& item : models::items(place))
    out.push_back(read_estimate(item));
  if (place.node().type == models::Node::Type::sequence && out.size() < fewest)
    place.fail(fmt::format("must have {} estimates or more, found {}", fewest, out.size()));
}

void read_threats(const models::Node& root, EstimateFile& out, models::Reading& reading) {
  Fields fields(Place(root, "", reading));
  const auto threats = fields.require("likelihoods");
  if (!threats)
    return;
  threats->may_have_entries();
  if (threats->node().type != models::Node::Type::map)
    threats->fail("must be a map of threats and estimates");
  for (const auto& entry : threats->node().entries)
    read_threat(threats->child(entry.value, entry.key), out.by_threat[entry.key]);
}

}  // namespace

void ask_estimates(const models::Node& root, models::Reading& reading) {
  EstimateFile out;
  read_threats(root, out, reading);
}

models::RateTable ExpertEstimate::rate() const {
  return pert_of(p5, mode, p95);
}

models::RateTable pooled(const std::vector<ExpertEstimate>& estimates) {
  std::vector<models::RateTable> each;
  for (const ExpertEstimate& one : estimates)
    each.push_back(one.rate());
  return pool_of(each);
}

EstimateFile read_estimates(const std::filesystem::path& file) {
  models::Reading reading;
  std::vector<models::InputFile> inputs;
  const auto root = models::read_tree(file, reading, inputs);
  EstimateFile out;
  if (root)
    read_threats(*root, out, reading);
  reading.problems.throw_if_any();
  out.input = inputs.at(0);
  return out;
}

}  // namespace analysis
