#include "written_study.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace written {

namespace fs = std::filesystem;

namespace {

/// A fresh folder that is removed at the end.
class Folder {
public:
  Folder() : path_((fs::temp_directory_path() / "written_study_XXXXXX").string()) {
    if (mkdtemp(path_.data()) == nullptr)
      throw std::runtime_error("no temporary folder");
    fs::create_directory(fs::path(path_) / "world");
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path write(const std::string& name, const std::string& text) const {
    const fs::path file = fs::path(path_) / name;
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }

private:
  std::string path_;
};

}  // namespace

scenarios::ScenarioInWorld read(const Texts& texts) {
  const Folder folder;
  folder.write("world/world.yaml", texts.world);
  return scenarios::read_scenario(folder.write("scenario.yaml", texts.scenario));
}

sim::Outcome run(const scenarios::ScenarioInWorld& study, std::uint64_t count, std::uint64_t first,
                 int jobs, std::uint64_t seed) {
  return sim::run_replications(study.model.world, study.scenario, {seed, first, count, jobs},
                               [](const sim::Progress&) { return true; });
}

results::Observations observe(const Texts& texts) {
  auto outcome = run(read(texts));
  if (!outcome.failures.empty())
    throw std::runtime_error(outcome.failures.front().reason);
  return std::move(outcome.replications.at(0));
}

}  // namespace written
