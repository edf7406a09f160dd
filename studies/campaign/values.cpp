#include "studies/campaign/values.hpp"

#include <nlohmann/json.hpp>
#include <optional>

#include "models/text/file_reader.hpp"
#include "results/result_file.hpp"
#include "results/schemas.hpp"
#include "studies/campaign/shards.hpp"

namespace studies {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* schema = name_of(results::Schema::shard_values);

fs::path file_of(const CampaignFolder& folder, const Block& block) {
  return folder.shard(block).string() + ".values.json";
}

/// All but the values.
Json head_of(const CampaignFolder& folder, const Block& block) {
  return {{"schema", schema},
          {"digest", folder.digest()},
          {"block", {block.row, block.first, block.count}}};
}

std::optional<TargetValues> kept_values(const CampaignFolder& folder, const Block& block) {
  const auto text = models::bytes_if_there(file_of(folder, block));
  Json read = Json::parse(text.value_or(""), nullptr, false);
  if (!read.is_object() || !read.contains("values"))
    return {};
  const Json values = read.at("values");
  read.erase("values");
  if (read != head_of(folder, block))
    return {};
  try {
    auto out = values.get<TargetValues>();
    return out.size() == folder.manifest().precision->targets.size() ? std::optional(std::move(out))
                                                                     : std::nullopt;
  } catch (const Json::exception&) {
    return {};
  }
}

}  // namespace

void keep_values(const CampaignFolder& folder, const Block& block, const results::Study& study) {
  if (!folder.manifest().precision)
    return;
  const fs::path file = file_of(folder, block);
  Json out = head_of(folder, block);
  out["values"] = target_values(*folder.manifest().precision, study);
  results::write_private(file, out.dump() + "\n");
}

TargetValues values_of(const CampaignFolder& folder, const Block& block) {
  if (auto kept = kept_values(folder, block))
    return *std::move(kept);
  return target_values(*folder.manifest().precision, merged_row(folder, block.row, {block}));
}

}  // namespace studies
