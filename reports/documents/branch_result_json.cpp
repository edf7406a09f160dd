#include "reports/documents/branch_result.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/formats/json_shapes.hpp"
#include "reports/words/branch_words.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using json = nlohmann::ordered_json;
using analysis::BranchTrials;

json short_groups(const BranchTrials& trials, std::size_t future) {
  json out = json::object();
  for (std::size_t g = 0; g < trials.groups.size(); ++g)
    if (const auto seen = trials.short_min(future, g); seen.mean != 0)
      out[trials.groups[g]] = {
          {"minutes", estimate_json(seen)},
          {"difference", future == 0 ? json() : estimate_json(trials.short_difference(future, g))}};
  return out;
}

json option_json(const BranchTrials& trials, std::size_t i) {
  const analysis::BranchFuture& future = trials.futures[i];
  json measures = json::object(), difference = json::object();
  for (std::size_t m = 0; m < trials.measures.size(); ++m) {
    measures[trials.measures[m].name] = estimate_json(trials.estimate(i, m));
    if (i > 0)
      difference[trials.measures[m].name] = estimate_json(trials.difference(i, m));
  }
  return {{"option", future.option},
          {"name", future.name},
          {"moment", future.moment.empty() ? json() : json(future.moment)},
          {"after", future.after ? json(trials.futures[*future.after].label()) : json()},
          {"decided", future.decided()},
          {"hindsight", trials.somebody_knows() ? json(future.hindsight()) : json()},
          {"measures", measures},
          {"difference", i == 0 ? json() : difference},
          {"short_min_by_group", short_groups(trials, i)},
          {"replications", future.finished},
          {"failed_replications", future.failures.size()}};
}

json earlier_json(const BranchTrials& trials) {
  json out = json::array();
  for (const auto& [early, late] : trials.earlier_and_later()) {
    json more = json::object();
    for (std::size_t m = 0; m < trials.measures.size(); ++m)
      more[trials.measures[m].name] = estimate_json(trials.difference(late, m, early));
    out.push_back({{"option", trials.futures[early].option},
                   {"moment", trials.futures[early].moment},
                   {"instead_of", trials.futures[late].moment},
                   {"saves", more}});
  }
  return out;
}

}  // namespace

json branch_json(const BranchTrials& trials, const analysis::BranchQuestion& question,
                 Language language) {
  json options = json::array();
  for (std::size_t i = 0; i < trials.futures.size(); ++i)
    options.push_back(option_json(trials, i));
  return {{"schema", name_of(results::Schema::branch)},
          {"scenario", trials.scenario},
          {"rubricering", trials.rubricering},
          {"head", {marking_line(trials.rubricering, language), branch_word("purpose", language)}},
          {"background", trials.background.empty() ? json() : json(trials.background)},
          {"seed", question.seed},
          {"replications", question.replications},
          {"compared_with", trials.futures.empty() ? json() : json(trials.futures.front().option)},
          {"options", options},
          {"not_begun", trials.not_begun},
          {"earlier", earlier_json(trials)},
          {"interrupted", trials.signal != 0},
          {"wall_s", trials.wall_s}};
}

}  // namespace reports
