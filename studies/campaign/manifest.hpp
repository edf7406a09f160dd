#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/trials/campaign_state.hpp"
#include "scenarios/campaigns/campaign.hpp"
#include "studies/precision.hpp"
#include "studies/study_reader.hpp"

namespace studies {

/// A file that the campaign stands on, as it was when it was planned.
struct ManifestInput {
  std::string path, sha256;
  auto operator<=>(const ManifestInput&) const = default;
};

struct ManifestRow {
  std::string id, command;  ///< `command` gives the row's study on its own
  scenarios::PlannedRow row;
};

/// Replications [first, first + count) of a row: what one shard holds.
struct Block {
  std::size_t row = 0;
  std::uint64_t first = 0, count = 0;
  auto operator<=>(const Block&) const = default;
};

/// Blocks that one process works off, and what that will take.
struct Task {
  std::vector<Block> blocks;
  double cost_s = 0;  ///< of one processor
};

/// What `campaign plan` decides and everything after it obeys. The first part says what is asked
/// for and goes into the result; the second how the work is cut up, which changes no result.
struct Manifest {
  std::string name, description, rubricering;
  std::string version, commit;  ///< of uitwijk
  std::string world, catalogue, measures, onset, duration;
  std::vector<std::string> set;  ///< PATH=VALUE
  std::uint64_t replications = 0, seed = 0;
  std::optional<Precision> precision;  ///< a row stops when it is reached, `replications` at most
  std::vector<ManifestInput> inputs;   ///< by path
  std::vector<ManifestRow> rows;

  std::vector<Task> tasks;
  double disk_bytes = 0;  ///< of all shards, estimated
  std::string folder;     ///< where it was planned: names of files are seen from there

  double cost_s() const;
  std::uint64_t replications_in_all() const { return rows.size() * replications; }  ///< at most
  /// Numbers of replications, ascending, at which a row may stop.
  std::vector<std::uint64_t> prefix_ends() const;
};

/// The first part as JSON, two blanks a level, and its SHA-256.
std::string canonical_text(const Manifest& manifest);
std::string digest_of(const Manifest& manifest);

/// The whole as JSON, and back. Throws models::InvalidInput, with the place as far as JSON tells
/// it, when a file is no manifest or was changed by hand.
std::string to_json(const Manifest& manifest);
Manifest read_manifest(const std::filesystem::path& file);

/// As every command about it says it first.
analysis::CampaignNamed named(const Manifest& manifest);

/// How `uitwijk run` would be told of the row.
StudyReader options_of(const Manifest& manifest, const scenarios::PlannedRow& row);

}  // namespace studies
