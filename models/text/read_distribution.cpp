#include <array>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "models/text/check_median_p95.hpp"
#include "models/text/read_values.hpp"

namespace models {

namespace {

constexpr Limits coefficient = {0, 100, true};
/// Below the first a gamma distribution is a constant to everybody but the library, which finds no
/// quantile of it any more.
constexpr Limits gamma_coefficient = {0.001, 100};

Distribution read_exponential(const Place& place) {
  Fields fields(place);
  return Exponential{fields.required("mean", time_in(positive_time))};
}

Distribution read_lognormal(const Place& place) {
  Fields fields(place);
  if (!fields.find("median") && !fields.find("p95")) {
    const double mean = fields.required("mean", time_in(positive_time));
    return lognormal_by_mean_cv(mean, fields.required("cv", factor_in(coefficient)));
  }
  const double median = fields.required("median", time_in(positive_time));
  const double p95 = fields.required("p95", time_in(positive_time));
  check_median_p95(place, median, p95);
  return lognormal_by_median_p95(median, p95);
}

Distribution read_gamma(const Place& place) {
  Fields fields(place);
  const double mean = fields.required("mean", time_in(positive_time));
  return gamma_by_mean_cv(mean, fields.required("cv", factor_in(gamma_coefficient)));
}

Distribution read_triangular(const Place& place) {
  Fields fields(place);
  const Triangular out{fields.required("min", time_in(any_time)),
                       fields.required("mode", time_in(any_time)),
                       fields.required("max", time_in(any_time))};
  const bool complete = fields.find("min") && fields.find("mode") && fields.find("max");
  if (complete && !(out.min <= out.mode && out.mode <= out.max))
    place.fail("needs min <= mode <= max");
  return out;
}

Distribution read_uniform(const Place& place) {
  Fields fields(place);
  const Uniform out{fields.required("min", time_in(any_time)),
                    fields.required("max", time_in(any_time))};
  if (fields.find("min") && fields.find("max") && out.min > out.max)
    place.fail("needs min <= max");
  return out;
}

/// Mean and standard deviation are shares of the maximum.
Distribution read_beta(const Place& place) {
  Fields fields(place);
  const double mean = fields.required("mean", read_share);
  const double sd = fields.required("sd", read_share);
  const double max = fields.required("max", time_in(positive_time));
  if (!(mean > 0 && mean < 1 && sd > 0 && sd * sd < mean * (1 - mean))) {
    place.fail("needs 0 < mean < 1 and 0 < sd < sqrt(mean (1 - mean)), as shares of max");
    return Constant{0};
  }
  Beta out = beta_by_mean_sd(mean, sd);
  out.max = max;
  return out;
}

Distribution read_empirical(const Place& place) {
  Fields fields(place);
  std::vector<double> values, weights;
  const auto values_at = fields.require("values");
  for (const Place& item : values_at ? items(*values_at) : std::vector<Place>{})
    values.push_back(time_in(any_time)(item));
  const auto weights_at = fields.find("weights");
  double total = 0;
  for (const Place& item : weights_at ? items(*weights_at) : std::vector<Place>{})
    total += weights.emplace_back(factor_in({0, 1e12})(item.without_range()));
  if (!weights_at)
    weights.assign(values.size(), 1);
  if (values_at && values.empty())
    place.fail("needs at least one value");
  else if (weights.size() != values.size())
    weights_at->fail(
        fmt::format("must be as many as values, {}, found {}", values.size(), weights.size()));
  else if (weights_at && total <= 0)
    weights_at->fail("must not all be 0");
  else if (!values.empty())
    return empirical(values, weights);
  return Constant{0};
}

struct Form {
  const char* word;
  Distribution (*read)(const Place&);
};
constexpr std::array<Form, 7> forms = {{{"exponential", read_exponential},
                                        {"lognormal", read_lognormal},
                                        {"gamma", read_gamma},
                                        {"triangular", read_triangular},
                                        {"uniform", read_uniform},
                                        {"beta", read_beta},
                                        {"empirical", read_empirical}}};

void note_forms(const Place& place) {
  place.has_one_key();
  for (const Form& form : forms)
    place.may_have(form.word);
}

Distribution read_form(const Place& place) {
  const Node::Entry& entry = place.node().entries.front();
  std::vector<std::string> words;
  for (const Form& form : forms) {
    if (entry.key == form.word)
      return form.read(place.child(entry.value, entry.key).without_range());
    words.emplace_back(form.word);
  }
  place.reading().problems.add(entry.mark, fmt::format("unknown distribution {}{}", entry.key,
                                                       did_you_mean(entry.key, words)));
  return Constant{0};
}

}  // namespace

bool check_median_p95(const Place& place, double median, double p95) {
  constexpr double most_medians = 1e4;
  if (median <= 0 || p95 <= 0)
    return false;
  if (median >= p95)
    place.fail("needs a median below its p95");
  else if (p95 > most_medians * median)
    place.fail("needs a p95 of at most 10,000 times its median");
  else
    return true;
  return false;
}

Distribution read_lasting(const Place& place) {
  const std::size_t before = place.reading().problems.all().size();
  const Distribution out = read_distribution(place);
  if (place.reading().problems.all().size() == before && mean(out) <= 0)
    place.fail(
        fmt::format("must last longer than no time at all, found {}", describe(place.node())));
  return out;
}

Distribution read_distribution(const Place& written) {
  const Place place = written.as("distribution");
  note_forms(place);
  const Node& node = place.node();
  if (node.type == Node::Type::scalar)
    return Constant{time_in(any_time)(place)};
  if (node.type != Node::Type::map || node.entries.size() != 1) {
    place.fail(
        fmt::format("must be a time such as \"15 min\" or one distribution such as "
                    "{{exponential: {{mean: \"27 s\"}}}}, found {}",
                    describe(node)));
    return Constant{0};
  }
  const std::size_t before = place.reading().problems.all().size();
  Distribution distribution = read_form(place);
  if (place.reading().problems.all().size() > before)
    return Constant{0};  // one that lacks a parameter has no quantiles
  if (!place.range().empty())
    record_time(place, mean(distribution));
  return distribution;
}

std::vector<std::string> distribution_words() {
  std::vector<std::string> out;
  for (const Form& form : forms)
    out.emplace_back(form.word);
  return out;
}

std::string distribution_of(const std::string& address) {
  for (const Form& form : forms)
    if (const auto at = address.rfind(fmt::format(".{}.", form.word)); at != std::string::npos)
      return address.substr(0, at);
  return "";
}

}  // namespace models
