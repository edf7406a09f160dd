#include "scenarios/measures/try_measures.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "models/text/reading.hpp"
#include "scenarios/measures/measure_package.hpp"
#include "scenarios/threats/aimed_threat.hpp"

namespace scenarios {

using Status = Measure::Status;

namespace {

/// Problems of all that is tried, each once.
class Trial {
public:
  Trial(const MeasureList& list, std::filesystem::path catalogue, std::filesystem::path world)
      : list_(list), file_(std::move(catalogue)), world_(std::move(world)) {}

  void one(const Measure& measure) {
    const bool existing = measure.status == Status::existing;
    const auto taken = package((existing ? "without:" : "") + measure.id);
    const auto changed = taken ? changed_catalogue(*taken) : std::nullopt;
    attempt(
        [&] { models::read_world(world_, taken ? taken->world : std::vector<models::Setting>{}); });
    for (const Touch& touch : changed ? measure.touches : std::vector<Touch>{})
      touches(touch, *changed, *taken, measure);
  }

  void whole(const std::string& words) {
    if (const auto taken = package(words)) {
      attempt([&] { models::read_world(world_, taken->world); });
      changed_catalogue(*taken);
    }
  }

  std::vector<models::Warning> finish() {
    problems_.throw_if_any();
    return std::move(warnings_);
  }

private:
  template <class Do>
  void attempt(Do work) {
    try {
      work();
    } catch (const models::InvalidInput& invalid) {
      for (const models::Problem& problem : invalid.problems())
        add(problem);
    }
  }

  void add(const models::Problem& problem) {
    const auto& said = problems_.all();
    if (std::none_of(said.begin(), said.end(), [&](const models::Problem& other) {
          return other.mark == problem.mark && other.message == problem.message;
        }))
      problems_.add(problem.mark, problem.message);
  }

  std::optional<Package> package(const std::string& words) {
    std::optional<Package> out;
    attempt([&] { out = resolve(list_, words); });
    return out;
  }

  std::optional<Catalogue> changed_catalogue(const Package& taken) {
    std::optional<Catalogue> out;
    attempt([&] { out = read_catalogue(file_, taken.threats); });
    return out;
  }

  void touches(const Touch& touch, const Catalogue& catalogue, const Package& taken,
               const Measure& measure) {
    std::vector<std::string> ids;
    for (const CatalogueThreat& threat : catalogue.threats)
      ids.push_back(threat.id);
    const auto found = std::find(ids.begin(), ids.end(), touch.threat);
    if (found == ids.end())
      return add({touch.mark,
                  fmt::format("touches {}, which {} does not have{}", touch.threat,
                              file_.generic_string(), models::did_you_mean(touch.threat, ids))});
    const CatalogueThreat& threat =
        catalogue.threats[static_cast<std::size_t>(found - ids.begin())];
    if (measure.works_at == "site" && (threat.scope == "national" || threat.scope == "upstream"))
      warnings_.push_back(
          {touch.mark, "site-measure-on-national-threat",
           fmt::format("{} helps one site, and {} hits the whole chain", measure.id, threat.id)});
    attempt([&] {
      read_scenario(aim(catalogue, threat, {touch.target, "", ""}, {world_, {}}), taken.world);
    });
  }

  const MeasureList& list_;
  std::filesystem::path file_, world_;
  models::Problems problems_;
  std::vector<models::Warning> warnings_;
};

}  // namespace

std::vector<models::Warning> try_out(const MeasureList& list,
                                     const std::filesystem::path& catalogue,
                                     const std::filesystem::path& world) {
  Trial trial(list, catalogue, world);
  for (const Measure& measure : list.measures)
    trial.one(measure);
  for (const char* words : {"planned", "inherent"})
    trial.whole(words);
  return trial.finish();
}

}  // namespace scenarios
