#include "scenarios/threats/number_draw.hpp"

#include <fmt/format.h>

#include "models/text/check_median_p95.hpp"
#include "models/text/read_values.hpp"

namespace scenarios {

using models::Distribution;
using models::Fields;
using models::Place;

namespace {

const auto any_number = models::factor_in({0, 1e9});
const auto positive_number = models::factor_in({0, 1e9, true});

Distribution read_lognormal(const Place& place) {
  Fields fields(place);
  const double median = fields.required("median", positive_number);
  const double p95 = fields.required("p95", positive_number);
  if (models::check_median_p95(place, median, p95))
    return models::lognormal_by_median_p95(median, p95);
  return models::Constant{0};
}

Distribution read_triangular(const Place& place) {
  Fields fields(place);
  const models::Triangular out{fields.required("min", any_number),
                               fields.required("mode", any_number),
                               fields.required("max", any_number)};
  if (!(out.min <= out.mode && out.mode <= out.max))
    place.fail("needs min <= mode <= max");
  return out;
}

Distribution read_uniform(const Place& place) {
  Fields fields(place);
  const models::Uniform out{fields.required("min", any_number), fields.required("max", any_number)};
  if (out.min > out.max)
    place.fail("needs min <= max");
  return out;
}

Distribution read_beta(const Place& place) {
  Fields fields(place);
  const double mean = fields.required("mean", models::read_share);
  const double sd = fields.required("sd", models::read_share);
  if (mean > 0 && mean < 1 && sd > 0 && sd * sd < mean * (1 - mean))
    return models::beta_by_mean_sd(mean, sd);
  place.fail("needs 0 < mean < 1 and 0 < sd < sqrt(mean (1 - mean))");
  return models::Constant{0};
}

Distribution read_empirical(const Place& place) {
  Fields fields(place);
  std::vector<double> values, weights;
  if (const auto at = fields.require("values"))
    for (const Place& item : items(*at))
      values.push_back(any_number(item));
  if (const auto at = fields.find("weights"))
    for (const Place& item : items(*at))
      weights.push_back(positive_number(item));
  else
    weights.assign(values.size(), 1);
  if (!values.empty() && weights.size() == values.size())
    return models::empirical(values, weights);
  place.fail("needs at least one value and as many weights");
  return models::Constant{0};
}

}  // namespace

Distribution read_number_draw(const Place& place) {
  if (place.node().type == models::Node::Type::scalar)
    return models::Constant{any_number(place)};
  Fields fields(place);
  Distribution out = models::Constant{0};
  std::size_t found = 0;
  const std::pair<const char*, Distribution (*)(const Place&)> forms[] = {
      {"lognormal", read_lognormal},
      {"triangular", read_triangular},
      {"uniform", read_uniform},
      {"beta", read_beta},
      {"empirical", read_empirical}};
  for (const auto& [word, read] : forms)
    if (const auto at = fields.find(word)) {
      ++found;
      out = read(*at);
    }
  if (found != 1)
    place.fail("must be a number or one of lognormal, triangular, uniform, beta, empirical");
  return out;
}

}  // namespace scenarios
