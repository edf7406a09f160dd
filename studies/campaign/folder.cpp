#include "studies/campaign/folder.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "models/text/file_reader.hpp"
#include "models/text/problems.hpp"
#include "results/kind.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"

namespace studies {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, const std::string& why) {
  models::refuse({path.string(), 0, 0}, why);
}

}  // namespace

void make_folder(const fs::path& folder) {
  if (mkdir(folder.c_str(), 0700) == 0)
    return;
  const int why = errno;
  if (!models::is_folder(folder))
    throw results::ResultError(
        fmt::format("{}: cannot be made: {}", folder.string(), std::strerror(why)));
}

CampaignFolder::CampaignFolder(fs::path folder, Manifest manifest)
    : folder_(std::move(folder)), manifest_(std::move(manifest)), digest_(digest_of(manifest_)) {}

CampaignFolder::CampaignFolder(fs::path folder) : folder_(std::move(folder)) {
  const fs::path file = folder_ / "manifest.json";
  if (!models::is_there(file))
    refuse(folder_,
           "is no planned campaign: it has no manifest.json; make one with 'uitwijk "
           "campaign plan FILE -o FOLDER'");
  manifest_ = read_manifest(file);
  digest_ = digest_of(manifest_);
}

CampaignFolder CampaignFolder::create(const fs::path& folder, Manifest manifest) {
  const fs::path file = folder / "manifest.json";
  if (models::is_there(file))
    refuse(file, "is there already: go on with 'uitwijk campaign run', or plan into a new folder");
  for (const fs::path& made : {folder, folder / "shards", folder / "claims"})
    make_folder(made);
  results::write_new(file, to_json(manifest));
  return {folder, std::move(manifest)};
}

fs::path CampaignFolder::shard(const Block& block) const {
  return folder_ / "shards" / fmt::format("{:04}-{:06}-{}.h5", block.row, block.first, block.count);
}

void CampaignFolder::refuse_own(const fs::path& output) const {
  const auto folder_of = [](const fs::path& file) {
    return fs::weakly_canonical(fs::absolute(file)).parent_path();
  };
  if (folder_of(output) == folder_of(folder_ / "shards" / "any"))
    throw results::ResultError(fmt::format(
        "{}: is where the campaign has its shards: give another name", output.string()));
}

fs::path CampaignFolder::claim(std::size_t task) const {
  return claims() / fmt::format("task-{:05}", task);
}

bool CampaignFolder::is_done(const Block& block) const {
  const fs::path file = shard(block);
  if (!models::is_there(file))
    return false;
  if (sealed_.count(block) == 0 && results::kind_of(file) == results::study_kind.name)
    sealed_.insert(block);
  return sealed_.count(block) > 0;
}

std::vector<std::vector<Block>> CampaignFolder::blocks_by_row() const {
  std::vector<std::vector<Block>> out(manifest_.rows.size());
  for (const Task& task : manifest_.tasks)
    for (const Block& block : task.blocks)
      out.at(block.row).push_back(block);
  for (auto& blocks : out)
    std::sort(blocks.begin(), blocks.end());
  return out;
}

}  // namespace studies
