#include "studies/conduct.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <limits>
#include <thread>

#include "studies/installation/simulator.hpp"
#include "studies/interrupt.hpp"

namespace studies {
namespace {

/// What an ordinary study takes, and more.
constexpr std::size_t memory_for_replications = std::size_t{32} << 20;

class Conductor {
public:
  Conductor(const scenarios::ScenarioInWorld& input, const RunRequest& request,
            const OnProgress& on_progress)
      : input_(input),
        request_(request),
        on_progress_(on_progress),
        fixed_(input.scenario),
        gathered_(request.one_by_one && !request.precision
                      ? memory_for_replications
                      : std::numeric_limits<std::size_t>::max()) {
    fixed_.inputs.clear();  // texts that every replication would copy
    report_.study.dimensions = dimensions_of_study(input.model.world, input.scenario);
  }

  analysis::RunReport run() {
    const auto ends =
        request_.precision ? prefixes(request_.count) : std::vector<std::uint64_t>{request_.count};
    report_.precision_reached = !request_.precision;
    on_progress_(0, request_.count);
    for (const std::uint64_t end : ends) {
      run_block(end);
      if (report_.signal != 0)
        break;
      if (request_.precision && reached(*request_.precision, report_.study)) {
        report_.precision_reached = true;
        break;
      }
    }
    const auto there = report_.finished() + report_.study.failures.size();
    report_.study.ending = {report_.signal != 0 && there < request_.count,
                            request_.precision && report_.precision_reached};
    fit_timeline(input_, report_.study, report_.all());
    if (report_.wall_s > 0)
      report_.calls_per_s = calls_ / report_.wall_s;
    return std::move(report_);
  }

private:
  void run_block(std::uint64_t end) {
    sim::RunPlan plan{request_.seed, request_.first + done_, end - done_, request_.jobs,
                      request_.calls};
    plan.take = [&](results::Observations seen) { gathered_.add(std::move(seen)); };
    const bool is_drawn = input_.drawn || input_.laid || input_.year;
    const auto scenario_of = [&](std::uint64_t replication) {
      return is_drawn ? input_.scenario_of({request_.seed, replication}) : fixed_;
    };
    const auto since = std::chrono::steady_clock::now();
    sim::Outcome outcome =
        simulate(input_.model.world, scenario_of, plan, [&](const sim::Progress& progress) {
          const Done done(done_ + progress.done, progress.under_way);
          return on_progress_(done, request_.count) && interrupt_.signal() == 0;
        });
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - since;
    report_.wall_s += took.count();
    calls_ += outcome.calls_per_s * took.count();
    report_.tried_again += outcome.tried_again;
    std::ranges::move(outcome.failures, std::back_inserter(report_.study.failures));
    gather();
    if (outcome.interrupted || interrupt_.signal() != 0)
      report_.signal = interrupt_.signal();
    done_ = end;
  }

  /// Into the study, as long as memory holds them all.
  void gather() {
    if (gathered_.in_memory() == gathered_.size())
      std::ranges::move(gathered_.take(), std::back_inserter(report_.study.replications));
    else
      report_.aside = std::move(gathered_);
  }

  const scenarios::ScenarioInWorld& input_;
  const RunRequest& request_;
  const OnProgress& on_progress_;
  scenarios::Scenario fixed_;  ///< of all replications, when nothing is drawn
  results::Gathered gathered_;
  Interrupt interrupt_;
  analysis::RunReport report_;
  std::uint64_t done_ = 0;
  double calls_ = 0;
};

}  // namespace

int cores_here() {
  return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

void fit_timeline(const scenarios::ScenarioInWorld& input, results::Study& study,
                  const results::EachReplication& each) {
  if (!input.drawn)
    return;
  std::size_t longest = 0;
  each([&](const results::Observations& seen) {
    longest = std::max(longest, seen.world.timeline.size());
  });
  const std::size_t width =
      input.model.world.centres.size() * results::size_of<results::TimelineCount>;
  if (longest > 0)
    study.dimensions.timeline_bins = longest / width;
}

analysis::RunReport conduct(const scenarios::ScenarioInWorld& input, const RunRequest& request,
                            const OnProgress& on_progress) {
  return Conductor(input, request, on_progress).run();
}

}  // namespace studies
