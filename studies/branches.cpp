#include "studies/branches.hpp"

#include <algorithm>
#include <cmath>

#include "results/observations.hpp"
#include "scenarios/branches/read_branches.hpp"

namespace studies {

using analysis::BranchFuture;
using scenarios::Branch;
using scenarios::Moment;

Branches::Branches(const StudyReader& asked) : input_(asked.read()), branches_(input_.branches) {
  if (input_.year)
    models::refuse({"--year", 0, 0}, "has no moment at which anything could be decided");
  if (std::ranges::none_of(branches_, &Branch::decides))
    models::refuse({asked.asked().subject(), 0, 0},
                   "has no option that decides anything: write branches, or --option");
  worlds_ = scenarios::decided_worlds(branches_, input_.model.world,
                                      [&](const std::vector<models::Setting>& settings) {
                                        return asked.with(settings).read().model.world;
                                      });
  list_futures();
}

/// The one in which nothing is decided comes first, were it not named.
void Branches::list_futures() {
  auto waits = std::ranges::find_if_not(branches_, &Branch::decides);
  if (waits == branches_.end()) {
    branches_.push_back({"wait", "wait", {}, {}, {}, {}, {}});
    worlds_.emplace_back();
    waits = branches_.end() - 1;
  }
  futures_ = {{static_cast<std::size_t>(waits - branches_.begin()), {}, {}}};
  for (std::size_t b = 0; b < branches_.size(); ++b)
    for (std::size_t m = 0; m < branches_[b].at.size(); ++m) {
      Future future{b, m, {}};
      for (std::size_t i = 0; branches_[b].after && i < futures_.size(); ++i)
        if (futures_[i].branch == *branches_[b].after)
          future.after = i;
      futures_.push_back(future);
    }
}

BranchFuture Branches::named(std::size_t future) const {
  const Future& one = futures_[future];
  const Branch& branch = branches_[one.branch];
  BranchFuture out;
  out.option = branch.id;
  out.name = branch.name;
  out.moment = one.moment ? branch.at[*one.moment].text : "";
  out.after = one.after;
  return out;
}

namespace {

/// NaN when it does not come.
double moment_s(const Moment& moment, const scenarios::Scenario& scenario, double detected_s) {
  const double from_s = moment.from == Moment::From::start   ? 0
                        : moment.from == Moment::From::onset ? scenarios::onset_s(scenario)
                                                             : detected_s;
  const double at_s = from_s + moment.plus_s;
  const double over_s = scenario.window.end_s + scenario.window.drain_s;
  return at_s < over_s ? at_s : results::never;
}

}  // namespace

std::vector<scenarios::Taken> Branches::taken(std::size_t future, std::size_t row,
                                              const scenarios::Scenario& scenario,
                                              const std::vector<BranchFuture>& futures) const {
  const Future& one = futures_[future];
  if (!one.moment)
    return {};
  const std::size_t before = one.after.value_or(0);
  auto out = one.after ? taken(before, row, scenario, futures) : std::vector<scenarios::Taken>{};
  const Branch& branch = branches_[one.branch];
  double at_s = moment_s(branch.at[*one.moment], scenario, futures[before].detected_s[row]);
  if (!out.empty())  // not before what it goes on from, nor without it
    at_s = std::isnan(out.back().at_s) ? results::never : std::max(at_s, out.back().at_s);
  out.push_back({&branch, at_s, worlds_[one.branch]});
  return out;
}

}  // namespace studies
