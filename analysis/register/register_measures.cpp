#include "analysis/register/register_measures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/text/reading.hpp"
#include "scenarios/measures/measure_package.hpp"

namespace analysis {
namespace {

void require_package(models::Problems& problems, const Risk& risk,
                     const scenarios::MeasureList& list) {
  try {
    scenarios::resolve(list, risk.package);
  } catch (const models::InvalidInput& invalid) {
    for (const models::Problem& problem : invalid.problems())
      problems.add(risk.package_mark, problem.message);
  }
}

void require_measure(models::Problems& problems, const Treatment& treatment,
                     const scenarios::MeasureList& list) {
  const std::vector<std::string> ids = list.ids();
  if (std::find(ids.begin(), ids.end(), treatment.measure) == ids.end())
    problems.add(treatment.measure_mark,
                 fmt::format("{} has no measure {}{}", list.input.path, treatment.measure,
                             models::did_you_mean(treatment.measure, ids)));
}

}  // namespace

void require_measures(const Register& kept, const scenarios::MeasureList& list) {
  models::Problems problems;
  for (const Risk& risk : kept.risks) {
    if (risk.package_mark.line > 0)
      require_package(problems, risk, list);
    for (const Treatment& one : risk.treatments)
      if (!one.measure.empty())
        require_measure(problems, one, list);
  }
  problems.throw_if_any();
}

}  // namespace analysis
