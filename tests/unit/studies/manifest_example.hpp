#pragma once

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>

#include "results/version.hpp"
#include "studies/campaign/manifest.hpp"
#include "tests/unit/results/example.hpp"

/// A campaign of two rows that needs no world: its shards are studies made of arithmetic.
namespace manifest_example {

/// Five replications a row, of which the first task has three of row 0.
inline studies::Manifest small() {
  studies::Manifest out;
  out.name = "Two rows";
  out.description = "For \"tests\", in one line";
  out.rubricering = "Openbare bronnen";
  out.version = results::version();
  out.commit = results::commit();
  out.world = "models/netherlands";
  out.catalogue = "scenarios/threat_catalogue.yaml";
  out.measures = "scenarios/measures.yaml";
  out.onset = "2026-12-01T14:00";
  out.duration = "4 h";
  out.set = {"takeover.decide=5 min", "demand.calls=90 calls/h"};
  out.replications = 5;
  out.seed = 0xfedcba9876543210;
  out.inputs = {{"scenario.yaml", "ab12"}, {"empty.yaml", "e3b0"}};
  scenarios::PlannedRow threat;
  threat.threat = "DR-07";
  threat.target = "rotterdam";
  threat.package = "planned";
  threat.plan = "pairs";
  threat.duration = "8 h";
  threat.varied = "takeover.verify=1 min";
  scenarios::PlannedRow scenario;
  scenario.scenario = "scenarios/kpn-2019.yaml";
  out.rows = {{"DR-07@rotterdam+planned", "uitwijk run --threat DR-07", threat},
              {"kpn-2019", "uitwijk run scenarios/kpn-2019.yaml", scenario}};
  out.tasks = {{{{0, 0, 3}}, 1.5}, {{{0, 3, 2}, {1, 0, 2}}, 2.25}, {{{1, 2, 3}}, 0.1}};
  out.disk_bytes = 123456.5;
  out.folder = "/tmp/where/it was planned";
  return out;
}

/// 120 replications of one row until 10 % of the lost callers are known; judged at 50, 100, 120.
inline studies::Manifest precise() {
  studies::Manifest out = small();
  out.precision = studies::parse_precision("10%@lost_callers");
  out.replications = 120;
  out.rows.resize(1);
  out.tasks = {{{{0, 0, 50}}, 1}, {{{0, 50, 50}}, 1}, {{{0, 100, 20}}, 1}};
  return out;
}

/// What a shard of that block holds.
inline results::Study shard_of(const studies::Manifest& manifest, const studies::Block& block) {
  results_example::Size size;
  size.replications = block.count;
  results::Study out = results_example::study(size);
  out.failures.clear();
  out.provenance.command = manifest.rows[block.row].command;
  out.provenance.version = manifest.version;
  out.provenance.commit = manifest.commit;
  out.provenance.inputs.clear();
  for (const studies::ManifestInput& input : manifest.inputs)
    out.provenance.inputs.push_back({input.path, "", input.sha256});
  for (std::uint64_t i = 0; i < block.count; ++i)
    out.replications[i].replication = block.first + i;
  return out;
}

}  // namespace manifest_example
