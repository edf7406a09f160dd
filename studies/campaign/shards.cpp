#include "studies/campaign/shards.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "models/text/problems.hpp"
#include "results/result_file.hpp"

namespace studies {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_shard(const fs::path& shard, const std::string& why) {
  models::refuse({shard.string(), 0, 0}, why + ": remove it and run its task again");
}

results::Study read_shard(const fs::path& file) {
  try {
    return results::read_study(file);
  } catch (const results::ResultError& error) {
    const std::string text = error.what();  // begins with the name of the file
    refuse_shard(file, text.substr(std::min(text.size(), file.string().size() + 2)));
  }
}

void check_origin(const results::Provenance& found, const Manifest& manifest, std::size_t row,
                  const fs::path& shard) {
  const std::pair<const std::string&, const std::string&> texts[] = {
      {found.command, manifest.rows[row].command},
      {found.version, manifest.version},
      {found.commit, manifest.commit}};
  for (const auto& [is, expected] : texts)
    if (is != expected)
      refuse_shard(shard,
                   fmt::format("belongs to another campaign: it comes from '{}', expected '{}'", is,
                               expected));
  for (const auto& input : found.inputs)
    if (std::find(manifest.inputs.begin(), manifest.inputs.end(),
                  ManifestInput{input.path, input.sha256}) == manifest.inputs.end())
      refuse_shard(shard, fmt::format("belongs to another campaign: it was made with another {}",
                                      input.path));
}

/// Each replication of the block, finished or failed, and no other.
void check_replications(const results::Study& study, const Block& block, const fs::path& shard) {
  std::vector<std::uint64_t> numbers;
  for (const auto& seen : study.replications)
    numbers.push_back(seen.replication);
  for (const auto& failure : study.failures)
    numbers.push_back(failure.replication);
  std::sort(numbers.begin(), numbers.end());
  bool all = numbers.size() == block.count;
  for (std::size_t i = 0; all && i < numbers.size(); ++i)
    all = numbers[i] == block.first + i;
  if (!all)
    refuse_shard(shard, fmt::format("does not have the replications {} to {}", block.first,
                                    block.first + block.count - 1));
}

bool is_whole(const results::Study& study, const RowEnd& end) {
  return study.replications.size() + study.failures.size() == end.end;
}

}  // namespace

void append(results::Study& all, results::Study part) {
  if (!part.replications.empty()) {
    const std::size_t known = all.replications.empty() ? 0 : all.dimensions.timeline_bins;
    all.dimensions.timeline_bins = std::max(known, part.dimensions.timeline_bins);
  }
  std::move(part.replications.begin(), part.replications.end(),
            std::back_inserter(all.replications));
  std::move(part.failures.begin(), part.failures.end(), std::back_inserter(all.failures));
}

results::Study merged_row(const CampaignFolder& folder, std::size_t row,
                          const std::vector<Block>& blocks) {
  results::Study all;
  bool first = true;
  for (const Block& block : blocks) {
    const fs::path shard = folder.shard(block);
    results::Study part = read_shard(shard);
    check_origin(part.provenance, folder.manifest(), row, shard);
    check_replications(part, block, shard);
    if (std::exchange(first, false)) {
      all.provenance = std::move(part.provenance);
      all.dimensions = part.dimensions;
    }
    append(all, std::move(part));
  }
  return all;
}

void check_end(const CampaignFolder& folder, std::size_t row, const results::Study& study,
               const RowEnd& end) {
  const Manifest& manifest = folder.manifest();
  if (!manifest.precision || !end.decided || !is_whole(study, end))
    return;
  for (const std::uint64_t prefix : manifest.prefix_ends())
    if (prefix <= end.end &&
        reached(*manifest.precision, target_values(*manifest.precision, study, prefix)) !=
            (end.precise && prefix == end.end)) {
      models::refuse(
          {(folder.path() / "shards").string(), 0, 0},
          fmt::format("the values kept beside the shards of row {} are not theirs: remove "
                      "{:04}-*.values.json and run the campaign again",
                      manifest.rows[row].id, row));
    }
}

results::Ending ending_of(const Manifest& manifest, const results::Study& study,
                          const RowEnd& end) {
  return {0, manifest.precision && end.decided && end.precise && is_whole(study, end)};
}

}  // namespace studies
