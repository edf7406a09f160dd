// What the schemas of `uitwijk schema` accept and refuse, held against what `check` does.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "broken.hpp"
#include "program.hpp"
#include "small_world.hpp"

namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

/// A Python that has jsonschema and yaml, or "".
std::string python() {
  for (const std::string candidate : {"python3", "/usr/bin/python3"})
    if (std::system((candidate + " -c 'import jsonschema, yaml' 2>/dev/null").c_str()) == 0)
      return candidate;
  return "";
}

/// Files with the kind that each is.
using Files = std::vector<std::pair<std::string, fs::path>>;

class Schemas : public testing::Test {
protected:
  void SetUp() override {
    if (python().empty())
      GTEST_SKIP() << "no Python with jsonschema and yaml";
    for (const char* const kind :
         {"world", "scenario", "catalogue", "measures", "campaign", "criteria", "register",
          "exercise", "record", "history", "likelihoods"}) {
      const auto made =
          program::uitwijk(std::string("schema ") + kind + " > '" + schema(kind) + "'", "2>&1");
      ASSERT_EQ(made.code, 0) << made.said;
    }
  }

  std::string schema(const std::string& kind) const {
    return (folder_.path() / (kind + ".schema.json")).string();
  }

  /// "right" or "wrong: WHY" of each.
  std::vector<std::string> verdicts(const Files& files) const {
    const fs::path asked = folder_.path() / "asked.txt", told = folder_.path() / "told.txt";
    std::ofstream list(asked);
    for (const auto& [kind, file] : files)
      list << schema(kind) << '\t' << file.string() << '\n';
    list.close();
    const std::string line = python() + " '" SOURCE_DIR "/tests/input_errors/by_schema.py' < '" +
                             asked.string() + "' > '" + told.string() + "'";
    EXPECT_EQ(std::system(line.c_str()), 0);
    std::ifstream in(told);
    std::vector<std::string> out;
    for (std::string verdict; std::getline(in, verdict);)
      out.push_back(verdict);
    return out;
  }

  std::vector<std::string> refused(const Files& files) const {
    const auto all = verdicts(files);
    EXPECT_EQ(all.size(), files.size());
    std::vector<std::string> out;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i] != "right")
        out.push_back(files[i].second.string() + ": " + all[i]);
    return out;
  }

  const small_world::Folder folder_;
};

/// The first of the sections that a file has says what it is, as for `check`.
std::string kind_of(const fs::path& file) {
  const std::pair<const char*, const char*> sections[] = {
      {"campaign", "campaign"}, {"catalogue", "catalogue"},     {"list", "measures"},
      {"criteria", "criteria"}, {"register", "register"},       {"record", "record"},
      {"history", "history"},   {"likelihoods", "likelihoods"}, {"exercise", "exercise"},
      {"scenario", "scenario"}};
  std::ifstream in(file);
  std::stringstream text;
  text << "\n" << in.rdbuf();
  for (const auto& [section, kind] : sections)
    if (text.str().find("\n" + std::string(section) + ":") != std::string::npos)
      return kind;
  return "world";
}

Files shipped_files() {
  Files out;
  for (const char* const folder :
       {"scenarios", "analysis", "models", "tests/worlds", "tests/regression"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / folder))
      if (entry.path().extension() == ".yaml")
        out.emplace_back(kind_of(entry.path()), entry.path());
  std::ranges::sort(out);
  return out;
}

TEST_F(Schemas, AcceptWhatIsShipped) {
  const Files files = shipped_files();
  EXPECT_GT(files.size(), 60u);
  EXPECT_THAT(refused(files), IsEmpty());
}

Files written(const small_world::Folder& folder) {
  Files out = {{"scenario", folder.scenario()}};
  for (const auto& entry : fs::directory_iterator(folder.world()))
    out.emplace_back("world", entry.path());
  return out;
}

TEST_F(Schemas, AcceptAWorldThatUsesEveryPartOfTheFormat) {
  const small_world::Folder whole;
  whole.write(small_world::texts());
  EXPECT_THAT(refused(written(whole)), IsEmpty());
}

/// By its message: an unknown key, a missing one, a word of no table, another type. Not those that
/// hang on other places of the file or the world, or on how a scalar is written.
bool is_seen_in_one_place(const Broken& broken) {
  static const std::regex seen(
      "unknown key .*|.*did you mean (share|shift_end|exponential|hand_over|proqa|from|blocking|"
      "replications|min|Gbit/s|measured)\\?|.*must be true or false.*|.*must be a whole number, "
      "found "
      "(20\\.0|nothing|a list|\"20\")|.*must be a time with its unit.*|.*is not an id|.*must be "
      "(refused or|finish_call or|cut or|nts or).*|.*must be a rate with.*|.*must be a time of day|"
      ".*must be a decimal number.*|.*must be a share.*|name is missing.*|.*must be in \\[.*");
  static const std::regex hangs_on_others(
      ".*cals in demand.*|demand.calls must.*|.*found 0x14|.*found 020|.*desks.value.*|end must "
      "be.*|"
      "drain must.*|.*must be in \\(.*|.*must be in \\[1, 1\\].*|meldkamers.hub.*|.*found "
      "20\\.0|cut must.*|unknown distribution.*|cv must.*|within must.*");
  return std::regex_match(broken.message, seen) &&
         !std::regex_match(broken.message, hangs_on_others);
}

TEST_F(Schemas, RefuseTheMistakesThatCanBeSeenInOnePlace) {
  Files files;
  std::vector<std::unique_ptr<small_world::Folder>> folders;
  for (const Broken& broken : broken_inputs()) {
    if (!is_seen_in_one_place(broken))
      continue;
    small_world::Texts texts = small_world::texts();
    std::string& text = texts.at(broken.file);
    text.replace(text.find(broken.find), std::string(broken.find).size(), broken.replace);
    text.erase(text.find("@@"), 2);
    folders.push_back(std::make_unique<small_world::Folder>());
    folders.back()->write(texts);
    const bool scenario = std::string(broken.file) == "storm.yaml";
    files.emplace_back(
        scenario ? "scenario" : "world",
        scenario ? folders.back()->scenario() : folders.back()->world() / broken.file);
  }
  EXPECT_GT(files.size(), 30u);
  const auto all = verdicts(files);
  ASSERT_EQ(all.size(), files.size());
  std::vector<std::string> accepted;
  std::size_t i = 0;
  for (const Broken& broken : broken_inputs())
    if (is_seen_in_one_place(broken) && all[i++] == "right")
      accepted.push_back(std::string(broken.file) + ": " + broken.replace + " " + broken.message);
  EXPECT_THAT(accepted, IsEmpty());
}

/// Kinds that the small world lacks: a key that is misspelt, and a word of no table.
TEST_F(Schemas, RefuseMistakesInOtherKindsOfFiles) {
  const std::pair<const char*, std::pair<const char*, const char*>> mistakes[] = {
      {"analysis/criteria/standard.yaml", {"status: concept", "status: concpet"}},
      {"analysis/criteria/standard.yaml", {"raises_by: 1", "raises_bij: 1"}},
      {"analysis/register/voorbeeld.yaml", {"status: niet vastgesteld", "status: opn"}},
      {"analysis/register/voorbeeld.yaml", {"eigenaar:", "eigenar:"}},
      {"scenarios/measures.yaml", {"cost: ", "kosten: "}},
      {"scenarios/measures.yaml", {"works_at: chain", "works_at: chian"}},
      {"scenarios/threat_catalogue.yaml", {"scope: ", "scop: "}},
      {"scenarios/threat_catalogue.yaml", {"origin: [accidental]", "origin: [acidental]"}},
      {"scenarios/demo.campaign.yaml", {"replications: 60", "replications: many"}},
      {"scenarios/demo.campaign.yaml", {"packages:", "package:"}}};
  Files files;
  int number = 0;
  for (const auto& [file, change] : mistakes) {
    std::ifstream in(fs::path(SOURCE_DIR) / file);
    std::stringstream read;
    read << in.rdbuf();
    std::string text = read.str();
    const auto at = text.find(change.first);
    ASSERT_NE(at, std::string::npos) << file << change.first;
    text.replace(at, std::string(change.first).size(), change.second);
    const fs::path broken = folder_.path() / (std::to_string(++number) + ".yaml");
    std::ofstream(broken) << text;
    files.emplace_back(kind_of(broken), broken);
  }
  EXPECT_EQ(refused(files).size(), files.size());
}

}  // namespace
