#include "tests/simulation/campaign_folder.hpp"

#include <gtest/gtest.h>

#include <iterator>
#include <regex>

namespace simulation {

namespace fs = std::filesystem;

Ended plan_tiny(const std::string& folder, const std::string& task_seconds) {
  return uitwijk("campaign plan " + tiny_campaign + " -q -j 2 -o " + folder + " --task-seconds " +
                 task_seconds);
}

void copy_plan(const std::string& from, const std::string& to) {
  for (const char* part : {"", "/shards", "/claims"})
    fs::create_directory(to + part);
  fs::copy_file(from + "/manifest.json", to + "/manifest.json");
}

std::map<std::string, std::string> shards_of(const std::string& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::directory_iterator(folder + "/shards"))
    if (entry.path().extension() == ".h5")
      out[entry.path().filename()] = text_of(entry.path());
  return out;
}

std::size_t tasks_of(const std::string& folder) {
  return nlohmann::json::parse(text_of(folder + "/manifest.json")).at("tasks").size();
}

std::size_t claims_of(const std::string& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder + "/claims"), fs::directory_iterator()));
}

std::string merged(const std::string& folder, const std::string& run_options, int merge_code) {
  const Ended run = uitwijk("campaign run " + folder + " " + run_options);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_FALSE(std::regex_search(run.err, std::regex("1[1-9]0 %|[2-9][0-9]0 %")))
      << "more done than there was to do: " << run.err;
  const std::string file = folder + ".h5";
  const Ended merge = uitwijk("campaign merge " + folder + " -o " + file);
  EXPECT_EQ(merge.exit_code, merge_code) << merge.err;
  return text_of(file);
}

}  // namespace simulation
