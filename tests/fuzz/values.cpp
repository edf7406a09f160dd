#include <array>
#include <cmath>

#include "bytes.hpp"
#include "models/chance/distribution.hpp"
#include "models/text/annotations.hpp"
#include "models/text/read_values.hpp"
#include "models/text/units.hpp"
#include "models/world/draft.hpp"

namespace {

bool same(const models::Node& a, const models::Node& b) {
  const auto same_entry = [](const auto& x, const auto& y) {
    return x.key == y.key && same(x.value, y.value);
  };
  return a.type == b.type && a.text == b.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
         std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                    same_entry);
}

/// A result file shows values in flow style; that must be the value again.
void check_flow_style(const models::Node& node) {
  models::Problems problems;
  const auto again = models::parse_yaml(models::to_yaml(node), "flow", problems);
  fuzz::must(problems.empty() && again && same(node, *again), models::to_yaml(node));
}

void check_numbers(const models::Node& node) {
  for (const auto* dimension :
       {&models::time_dimension, &models::rate_dimension, &models::bandwidth_dimension,
        &models::share_dimension, &models::factor_dimension, &models::count_dimension,
        &models::degree_dimension}) {
    const auto quantity = models::read_quantity(node, *dimension);
    fuzz::must(!quantity.error.empty() || std::isfinite(quantity.value), "a quantity is finite");
  }
}

/// A duration is drawn for calls and clocks without another look at it.
void check_distribution(const models::Node& node) {
  models::Reading reading;
  const auto distribution = models::read_distribution({node, "value", reading});
  if (!reading.problems.empty())
    return;
  constexpr std::array uniforms = {0x1p-54, 1e-9, 0.05, 0.5, 0.95, 1 - 1e-9, 1 - 0x1p-53};
  double before = 0;
  for (const double u : uniforms) {
    const double drawn = models::quantile(distribution, u);
    fuzz::must(std::isfinite(drawn) && drawn >= 0, "a drawn time is a time");
    fuzz::must(drawn >= before * (1 - 1e-9), "quantiles ascend");
    before = drawn;
  }
  fuzz::must(std::isfinite(models::mean(distribution)), "the mean is finite");
  fuzz::must(models::variance(distribution) >= 0, "the variance is one");
}

}  // namespace

/// The bytes are the YAML of one value.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  models::Problems problems;
  auto node = models::parse_yaml(fuzz::text_of(data, size), "value", problems);
  if (!node || !problems.empty())
    return 0;
  check_flow_style(*node);
  check_numbers(*node);
  models::resolve_annotations(*node, problems);
  if (problems.empty())
    check_distribution(*node);
  return 0;
}
