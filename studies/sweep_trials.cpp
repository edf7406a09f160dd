#include "studies/sweep_trials.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "models/text/file_reader.hpp"
#include "studies/conduct.hpp"
#include "studies/provenance.hpp"

namespace studies {
namespace {

using analysis::SweepPoint;
using analysis::SweepQuestion;
using analysis::SweepResult;

constexpr int halvings = 4;

class Sweep {
public:
  Sweep(const StudyReader& asked, const SweepQuestion& question, const OnProgress& on_progress)
      : asked_(asked), question_(question), on_progress_(on_progress) {}

  SweepResult run() {
    const auto since = std::chrono::steady_clock::now();
    const auto first = question_.range.values(false).front();
    result_.whole = question_.range.looks_whole() && counts(read(first));
    const auto values = question_.range.values(result_.whole);
    expected_ = values.size() + (question_.until ? halvings : 0);
    for (const double value : values)
      if (result_.signal == 0)
        add(value, false);
    if (question_.until && result_.signal == 0) {
      refine();
      result_.answer = answer_of(result_.points);
    }
    result_.wall_s =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
    return std::move(result_);
  }

private:
  scenarios::ScenarioInWorld read(double value) {
    StudyReader at = asked_;
    const std::string text = question_.range.written(value);
    at.world.more.push_back(
        {question_.range.path(), text, {"--vary " + question_.range.path() + "=" + text, 0, 0}});
    return at.read();
  }

  /// The parameter that is varied is a number of things.
  bool counts(const scenarios::ScenarioInWorld& study) const {
    std::string path = question_.range.path();
    if (path.ends_with(".value"))
      path.resize(path.size() - 6);
    return std::any_of(
        study.model.parameters.begin(), study.model.parameters.end(),
        [&](const auto& known) { return known.address == path && known.unit == "count"; });
  }

  void add(double value, bool refined) {
    const scenarios::ScenarioInWorld input = read(value);
    result_.scenario = input.scenario.name;
    result_.rubricering = rubricering_of(input);
    result_.background = input.background_name;
    const auto before = result_.points.size() * question_.replications;
    const auto all = std::max(expected_, result_.points.size() + 1) * question_.replications;
    const analysis::RunReport report =
        conduct(input, {question_.seed, 0, question_.replications, question_.jobs, {}, 0, true},
                [&](Done done, std::uint64_t) { return on_progress_(done.after(before), all); });
    result_.signal = report.signal;
    if (report.finished() == 0 && !report.study.failures.empty())
      throw models::SystemFault("no replication came to its end: " +
                                report.study.failures.front().reason);
    if (report.signal == 0)
      keep(value, refined, analysis::summarise(report.study, report.all()));
  }

  void keep(double value, bool refined, const analysis::Summary& summary) {
    SweepPoint point;
    point.value = value;
    point.refined = refined;
    point.failed = summary.failed_replications;
    for (const auto& name : question_.shown)
      point.shown.push_back(analysis::find(summary, name));
    if (question_.until) {
      point.judged = analysis::find(summary, question_.until->name).estimate;
      point.verdict = analysis::judge(*question_.until, summary, question_.with_confidence);
    }
    const auto at = std::find_if(result_.points.begin(), result_.points.end(),
                                 [&](const SweepPoint& other) { return other.value > value; });
    result_.points.insert(at, std::move(point));
  }

  void refine() {
    for (int i = 0; i < halvings && result_.signal == 0; ++i) {
      const auto middle = analysis::between_holding_and_failing(result_.points, result_.whole);
      if (!middle)
        return;
      add(*middle, true);
    }
  }

  const StudyReader& asked_;
  const SweepQuestion& question_;
  const OnProgress& on_progress_;
  SweepResult result_;
  std::size_t expected_ = 0;
};

}  // namespace

analysis::SweepResult sweep(const StudyReader& asked, const SweepQuestion& question,
                            const OnProgress& on_progress) {
  return Sweep(asked, question, on_progress).run();
}

}  // namespace studies
