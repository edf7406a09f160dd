#include "studies/loss_trials.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "models/takeover/takeover_capacity.hpp"
#include "models/text/reading.hpp"
#include "scenarios/threats/aimed_threat.hpp"
#include "studies/installation/simulator.hpp"
#include "studies/interrupt.hpp"
#include "studies/loss_facts.hpp"
#include "studies/provenance.hpp"

namespace studies {
namespace {

using models::Centre;
using models::Id;
using models::Node;

/// The effect that all at a site is down.
Node site_down(const std::string& site, const models::Mark& mark) {
  Node where = models::map_node({{"site", models::text_node(site, mark)}}, mark);
  return models::map_node({{"down", std::move(where)}}, mark);
}

std::vector<std::string> ids_of_plans(const models::World& world) {
  std::vector<std::string> out;
  for (const auto& plan : world.takeover_plans)
    out.push_back(plan.id);
  return out;
}

}  // namespace

std::vector<std::string> chosen_plans(const models::World& world,
                                      const analysis::LossQuestion& question) {
  const auto known = ids_of_plans(world);
  models::Problems problems;
  if (known.empty())
    problems.add({world.name, 0, 0}, "has no takeover_plans to compare");
  for (const std::string& plan : question.plans)
    if (!known.empty() && std::find(known.begin(), known.end(), plan) == known.end())
      problems.add({"--plans " + plan, 0, 0},
                   "is not a takeover plan of this world" + models::did_you_mean(plan, known));
  problems.throw_if_any();
  if (!question.plans.empty())
    return question.plans;
  auto out = known;
  std::rotate(out.begin(), out.begin() + world.takeover.plan.index,
              out.begin() + world.takeover.plan.index + 1);
  return out;
}

namespace {

/// Runs the trials one after the other, each with all its replications in parallel.
class LossPlay {
public:
  LossPlay(analysis::LossTrials& out, const analysis::LossQuestion& question,
           const OnProgress& on_progress)
      : out_(out), question_(question), on_progress_(on_progress) {}

  void run(const std::vector<models::World>& worlds,
           const std::vector<scenarios::ScenarioInWorld>& studies) {
    total_ = question_.replications * (1 + worlds.size() * studies.size());
    twins_ = facts_of(worlds.front(), studies.front(), true);
    for (auto& twin : twins_)
      if (twin)
        twin->timeline = {};  // the largest part, and nobody asks for it
    for (std::size_t i = 0; i < studies.size() && out_.signal == 0; ++i)
      for (const models::World& world : worlds) {
        analysis::PlanTrial tried = trial(world, studies[i], out_.losses[i].lost);
        if (out_.signal != 0)
          break;
        out_.losses[i].plans.push_back(std::move(tried));
      }
    std::erase_if(out_.losses, [&](const analysis::LossTrial& loss) {
      return loss.plans.size() < worlds.size();
    });
  }

private:
  LossFacts facts_of(const models::World& world, const scenarios::ScenarioInWorld& study,
                     bool twins) {
    const sim::RunPlan plan{question_.seed, question_.first, question_.replications,
                            question_.jobs};
    LossFacts out = loss_facts(world, study, plan, twins, [&](const sim::Progress& progress) {
      const Done done(done_ + progress.done + progress.failed, progress.under_way);
      return on_progress_(done, total_) && interrupt_.signal() == 0;
    });
    done_ += question_.replications;
    if (interrupt_.signal() != 0)
      out_.signal = interrupt_.signal();
    return out;
  }

  analysis::PlanTrial trial(const models::World& world, const scenarios::ScenarioInWorld& study,
                            const std::vector<Id<Centre>>& lost) {
    const auto dimensions = dimensions_of_study(world, study.scenario);
    const analysis::TakeoverStrain strain(world, dimensions, lost, question_.strain);
    const LossFacts facts = facts_of(world, study, false);
    analysis::PlanTrial out;
    out.values.assign(strain.measures().size(),
                      std::vector<double>(facts.size(), analysis::undefined));
    out.short_min_of_group.assign(world.groups.size(), 0);
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (!facts[i] || !twins_[i]) {
        ++out.failed;
        continue;
      }
      const auto window = study.scenario_of({question_.seed, question_.first + i}).window;
      const auto seen = strain.of(*facts[i], *twins_[i], window);
      for (std::size_t m = 0; m < seen.measures.size(); ++m)
        out.values[m][i] = seen.measures[m];
      for (std::size_t g = 0; g < seen.short_min_of_group.size(); ++g)
        out.short_min_of_group[g] += seen.short_min_of_group[g];
    }
    for (double& minutes : out.short_min_of_group)
      minutes /= static_cast<double>(std::max<std::size_t>(1, facts.size() - out.failed));
    return out;
  }

  analysis::LossTrials& out_;
  const analysis::LossQuestion& question_;
  const OnProgress& on_progress_;
  Interrupt interrupt_;
  LossFacts twins_;
  std::uint64_t done_ = 0, total_ = 0;
};

}  // namespace

std::vector<std::vector<Id<Centre>>> losses_of(const models::World& world,
                                               const analysis::LossQuestion& question) {
  auto all = models::singles_and_pairs(world);
  std::vector<Id<Centre>> shared;
  for (const auto& lost : all)
    if (lost.size() == 2)
      shared.insert(shared.end(), lost.begin(), lost.end());
  const auto named = [&](Id<Centre> centre) {
    return question.meldkamer.empty() || world.centres[centre].id == question.meldkamer;
  };
  std::erase_if(all, [&](const auto& lost) {
    const bool taken_over = std::find(shared.begin(), shared.end(), lost.front()) != shared.end();
    return !taken_over || (lost.size() == 2 && !question.pairs) ||
           std::none_of(lost.begin(), lost.end(), named);
  });
  return all;
}

scenarios::ScenarioTree loss_of(const models::World& world, const std::vector<Id<Centre>>& lost,
                                const analysis::LossQuestion& question,
                                const std::filesystem::path& folder) {
  scenarios::CatalogueThreat threat;
  std::string names;
  for (const auto centre : lost)
    names += (names.empty() ? "" : " + ") + world.centres[centre].id;
  threat.id = "loss";
  threat.name_nl = threat.name_en = names;
  threat.mark = {"the loss of " + names, 0, 0};
  std::vector<Node> effects;
  for (const auto centre : lost)
    effects.push_back(site_down(world.centres[centre].site, threat.mark));
  threat.course = {{"effects", threat.mark, models::list_node(std::move(effects), threat.mark)}};
  return scenarios::aim({}, threat, {"", question.at, question.duration}, {folder, {}});
}

void run_trials(analysis::LossTrials& out, const std::vector<models::World>& worlds,
                const std::vector<scenarios::ScenarioInWorld>& studies,
                const analysis::LossQuestion& question, const OnProgress& on_progress) {
  const auto since = std::chrono::steady_clock::now();
  const auto dimensions = dimensions_of_study(out.world, studies.front().scenario);
  out.measures = analysis::TakeoverStrain(out.world, dimensions, {}, question.strain).measures();
  LossPlay(out, question, on_progress).run(worlds, studies);
  out.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

void require_centre(const models::World& world, const std::string& asked) {
  std::vector<std::string> known;
  for (const auto& centre : world.centres)
    known.push_back(centre.id);
  if (!asked.empty() && std::find(known.begin(), known.end(), asked) == known.end())
    models::refuse({"--meldkamer " + asked, 0, 0},
                   "is not a meldkamer of this world" + models::did_you_mean(asked, known));
}

analysis::LossTrials try_losses(const std::filesystem::path& folder, const WorldReader& options,
                                const analysis::LossQuestion& question,
                                const OnProgress& on_progress) {
  analysis::LossTrials out;
  out.world = models::read_world(folder, options.settings(), options.overlays()).world;
  require_centre(out.world, question.meldkamer);
  out.plans = chosen_plans(out.world, question);
  std::vector<models::World> worlds;
  for (const std::string& plan : out.plans) {
    WorldReader under = options;
    under.plan = plan;
    worlds.push_back(models::read_world(folder, under.settings(), under.overlays()).world);
  }
  std::vector<scenarios::ScenarioInWorld> studies;
  for (const auto& lost : losses_of(out.world, question)) {
    out.losses.push_back({lost, {}});
    studies.push_back(scenarios::read_scenario(loss_of(out.world, lost, question, folder),
                                               options.settings(), options.overlays()));
  }
  if (studies.empty())
    models::refuse({folder.string(), 0, 0}, "has no meldkamer whose work another could take over");
  out.rubricering = rubricering_of(studies.front());
  run_trials(out, worlds, studies, question, on_progress);
  return out;
}

}  // namespace studies
