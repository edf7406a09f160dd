#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "tests/simulation/cli/program.hpp"

/// Campaigns over the tiny world, planned once and copied.
namespace simulation {

inline const std::string tiny_campaign = world_file("cli_tiny/tiny.campaign.yaml");

/// `uitwijk campaign plan` of the tiny campaign into `folder`, cut into tasks of so many seconds.
Ended plan_tiny(const std::string& folder, const std::string& task_seconds = "0.05");

/// A folder with the same manifest and nothing done.
void copy_plan(const std::string& from, const std::string& to);

/// Names and contents of the finished shards; leftovers of writers are none.
std::map<std::string, std::string> shards_of(const std::string& folder);

/// Tasks of the manifest.
std::size_t tasks_of(const std::string& folder);

/// Names of the files in `folder`/claims.
std::size_t claims_of(const std::string& folder);

/// Runs and merges it without trouble, `merge` ending with that code; the bytes of the result.
std::string merged(const std::string& folder, const std::string& run_options, int merge_code = 0);

}  // namespace simulation
