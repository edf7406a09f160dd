#include "studies/branch_trials.hpp"

#include <chrono>
#include <cmath>

#include "studies/conduct.hpp"
#include "studies/installation/simulator.hpp"
#include "studies/interrupt.hpp"
#include "studies/provenance.hpp"

namespace studies {

using analysis::BranchFuture;

namespace {

double first_detected_s(const results::Facts& facts) {
  double out = results::never;
  for (const results::Episode& episode : facts.episodes)
    out = std::fmin(out, episode.detected_s);
  return out;
}

class BranchPlay {
public:
  BranchPlay(const Branches& branches, const analysis::BranchQuestion& question,
             const OnProgress& on_progress)
      : branches_(branches),
        question_(question),
        on_progress_(on_progress),
        measures_(branches.input().model.world) {}

  analysis::BranchTrials run(const OnFuture& on_future) {
    const auto since = std::chrono::steady_clock::now();
    const scenarios::ScenarioInWorld& input = branches_.input();
    out_.scenario = input.scenario.name;
    out_.rubricering = rubricering_of(input);
    out_.background = input.background_name;
    out_.has_twin = !input.scenario.threats.empty();
    out_.measures = measures_.all();
    for (const auto& group : input.model.world.groups)
      out_.groups.push_back(group.id);
    for (std::size_t i = 0; i < branches_.size(); ++i)
      if (out_.signal == 0)
        one(i, on_future);
      else
        out_.not_begun.push_back(branches_.named(i).label());
    out_.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
    return std::move(out_);
  }

private:
  void one(std::size_t future, const OnFuture& on_future) {
    sim::Outcome outcome = replications_of(future);
    out_.signal = interrupt_.signal();
    keep(future, outcome);
    if (!on_future || outcome.replications.empty())
      return;
    const scenarios::ScenarioInWorld input = decided(future);
    results::Study study;
    study.dimensions = dimensions_of_study(input.model.world, input.scenario);
    study.replications = std::move(outcome.replications);
    study.failures = std::move(outcome.failures);
    fit_timeline(input, study, results::each_of(study));
    on_future(out_.futures.back(), input, study);
  }

  sim::Outcome replications_of(std::size_t future) {
    const auto scenario_of = [&](std::uint64_t replication) {
      auto scenario = branches_.input().scenario_of({question_.seed, replication});
      scenario.inputs.clear();  // texts that every replication would copy
      const auto taken =
          branches_.taken(future, replication - question_.first, scenario, out_.futures);
      return scenarios::with_decisions(std::move(scenario), taken);
    };
    sim::RunPlan plan{question_.seed, question_.first, question_.replications, question_.jobs};
    plan.twins = out_.has_twin;
    plan.kept = &twins_;
    const std::uint64_t before = future * question_.replications,
                        all = branches_.size() * question_.replications;
    return simulate(branches_.input().model.world, scenario_of, plan,
                    [&](const sim::Progress& progress) {
                      const Done done(before + progress.done + progress.failed, progress.under_way);
                      return on_progress_(done, all) && interrupt_.signal() == 0;
                    });
  }

  scenarios::ScenarioInWorld decided(std::size_t future) const {
    scenarios::ScenarioInWorld out = branches_.input();
    if (question_.replications == 1) {
      out.scenario = out.scenario_of({question_.seed, question_.first});
      out.drawn.reset();
      out.laid.reset();
    }
    const auto taken = branches_.taken(future, 0, out.scenario, out_.futures);
    out.scenario = scenarios::with_decisions(std::move(out.scenario), taken);
    return out;
  }

  void keep(std::size_t future, const sim::Outcome& outcome) {
    const std::vector<results::Observations>& seen = outcome.replications;
    const std::size_t n = question_.replications;
    BranchFuture kept = branches_.named(future);
    kept.values.assign(measures_.all().size(), std::vector<double>(n, analysis::undefined));
    kept.short_min_of_group.assign(out_.groups.size(), std::vector<double>(n, analysis::undefined));
    kept.at_s.assign(n, results::never);
    kept.detected_s.assign(n, results::never);
    kept.finished = seen.size();
    kept.failures = outcome.failures;
    const scenarios::ScenarioInWorld& input = branches_.input();
    const auto dimensions = dimensions_of_study(input.model.world, input.scenario);
    for (const results::Observations& one : seen) {
      const std::size_t i = one.replication - question_.first;
      const auto values = measures_.of(one, dimensions);
      for (std::size_t m = 0; m < values.measures.size(); ++m)
        kept.values[m][i] = values.measures[m];
      for (std::size_t g = 0; g < values.short_min_of_group.size(); ++g)
        kept.short_min_of_group[g][i] = values.short_min_of_group[g];
      kept.detected_s[i] = first_detected_s(one.world);
      const auto taken = branches_.taken(
          future, i, input.scenario_of({question_.seed, one.replication}), out_.futures);
      if (!taken.empty())
        kept.at_s[i] = taken.back().at_s;
    }
    out_.futures.push_back(std::move(kept));
  }

  const Branches& branches_;
  const analysis::BranchQuestion& question_;
  const OnProgress& on_progress_;
  Interrupt interrupt_;
  analysis::BranchMeasures measures_;
  sim::KeptTwins twins_;
  analysis::BranchTrials out_;
};

}  // namespace

analysis::BranchTrials try_branches(const Branches& branches,
                                    const analysis::BranchQuestion& question,
                                    const OnProgress& on_progress, const OnFuture& on_future) {
  return BranchPlay(branches, question, on_progress).run(on_future);
}

}  // namespace studies
