#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "finished.hpp"
#include "made_up_tree.hpp"
#include "manual_rules.hpp"
#include "tree_text.hpp"

// What the manual says of the program, held against the program itself.
namespace architecture {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using Names = std::set<std::string>;

const fs::path docs = fs::path(SOURCE_DIR) / "docs";

Names all(const std::string& text, const std::string& pattern) {
  const std::regex wanted(pattern, std::regex::multiline);
  Names out;
  for (std::sregex_iterator it(text.begin(), text.end(), wanted), end; it != end; ++it)
    out.insert((*it)[1]);
  return out;
}

Names less(const Names& from, const Names& what) {
  Names out;
  std::set_difference(from.begin(), from.end(), what.begin(), what.end(),
                      std::inserter(out, out.end()));
  return out;
}

// --- the pages of commands ---------------------------------------------------------------------

const std::map<std::string, std::string> page_of_command = {
    {"check", "check.md"},
    {"describe", "check.md"},
    {"new", "new.md"},
    {"explain", "new.md"},
    {"schema", "new.md"},
    {"graph", "check.md"},
    {"run", "run.md"},
    {"trace", "run.md"},
    {"plan", "plan.md"},
    {"optimise", "optimise.md"},
    {"sweep", "plan.md"},
    {"branch", "branch.md"},
    {"tornado", "plan.md"},
    {"exercise", "plan.md"},
    {"table", "table.md"},
    {"compare", "table.md"},
    {"report", "table.md"},
    {"register", "table.md"},
    {"campaign", "campaign.md"},
    {"campaign plan", "campaign.md"},
    {"campaign run", "campaign.md"},
    {"campaign status", "campaign.md"},
    {"campaign merge", "campaign.md"},
    {"campaign submit", "campaign.md"},
    {"serve", "serve.md"},
    {"doctor", "install.md"},
    {"completion", "install.md"},
    {"man", "install.md"},
};

std::string help_of(const std::string& command) {
  return run(UITWIJK " " + command + " --help").output;
}

Names subcommands_of(const std::string& help) {
  const std::size_t list = help.find("\nSubcommands:\n");
  return list == std::string::npos ? Names{} : all(help.substr(list), "^  ([a-z]+) {2,}\\S");
}

Names options_of(const std::string& command) {
  return all(help_of(command), "^  (?:-\\w,)?(--[a-z-]+)");
}

/// Those in the first column of its tables.
Names options_on(const std::string& page) {
  Names out;
  for (const std::string& cell :
       all(text_of(docs / "commands" / page), "^\\| (`-[^|]*(?:\\\\\\|[^|]*)*)"))
    out.merge(all(cell, "(--[a-z-]+)"));
  return out;
}

TEST(Commands, HaveAPageEach) {
  Names found = subcommands_of(help_of(""));
  for (const std::string& part : subcommands_of(help_of("campaign")))
    found.insert("campaign " + part);
  Names known;
  for (const auto& [command, page] : page_of_command)
    known.insert(command);
  EXPECT_EQ(found, known);
}

TEST(Commands, HaveEveryOptionOnTheirPage) {
  const Names common = options_on("README.md");
  for (const auto& [command, page] : page_of_command) {
    Names documented = options_on(page);
    documented.insert(common.begin(), common.end());
    EXPECT_THAT(less(options_of(command), documented), IsEmpty()) << command << ", " << page;
  }
}

TEST(Commands, HaveNoOptionOnAPageThatIsGone) {
  std::map<std::string, Names> there;
  for (const auto& [command, page] : page_of_command) {
    there[page].merge(options_of(command));
    there["README.md"].merge(options_of(command));
  }
  for (const auto& [page, options] : there)
    EXPECT_THAT(less(options_on(page), options), IsEmpty()) << page;
}

// --- the files that the pages of formats show --------------------------------------------------

/// A folder of the reader's own, beside the shipped models and scenarios.
class OwnFolder : public MadeUpTree {
protected:
  OwnFolder() {
    for (const char* const shipped : {"models", "scenarios", "analysis", "tests"})
      fs::create_directory_symlink(fs::path(SOURCE_DIR) / shipped, root_ / shipped);
  }

  Finished uitwijk(const std::string& arguments) const {
    return run("cd " + root_.string() + " && " UITWIJK " " + arguments + " 2>&1");
  }
  /// Writes the block behind `<!-- file: NAME -->` of a page.
  void write_block(const std::string& page, const std::string& name) const {
    const std::regex block("<!-- file: " + name + " -->\\s*```[a-z]+\\n([^`]*)```");
    const std::string text = text_of(docs / "formats" / page);
    std::smatch match;
    ASSERT_TRUE(std::regex_search(text, match, block)) << page << " has no block " << name;
    write(name, match[1]);
  }
};

TEST_F(OwnFolder, TheScenariosAndTheCampaignOfTheManualAreValid) {
  write_block("scenario.md", "my/backup.yaml");
  write_block("drawn-threats.md", "my/drawn.yaml");
  write_block("campaign.md", "my/two.campaign.yaml");
  const Finished check = uitwijk("check my/backup.yaml my/drawn.yaml my/two.campaign.yaml");
  EXPECT_EQ(check.status, 0) << check.output;
}

TEST_F(OwnFolder, TheRosterOfTheManualIsValidAndAMistakeInItIsNot) {
  write_block("rosters.md", "my/roster.csv");
  const Finished check = uitwijk("check models/netherlands --with my/roster.csv");
  EXPECT_EQ(check.status, 0) << check.output;
  write("my/roster.csv", text_of(root_ / "my/roster.csv") + "rotterdam,politie,,,1,,,\n");
  EXPECT_EQ(uitwijk("check models/netherlands --with my/roster.csv").status, 3);
}

TEST_F(OwnFolder, TheExerciseOfTheManualRuns) {
  write_block("exercise.md", "my/exercise.yaml");
  const Finished exercise = uitwijk("exercise my/exercise.yaml -n 2 -q");
  EXPECT_EQ(exercise.status, 0) << exercise.output;
}

// --- the documents of --json -------------------------------------------------------------------

/// Objects whose keys are names of the world or addresses, not of the format.
const Names by_name = {"all_losses",  "bbn",
                       "centres",     "clocks",
                       "disciplines", "kinds",
                       "meldkamers",  "observed",
                       "other_work",  "partners",
                       "plans",       "regions",
                       "short_min",   "short_min_by_group",
                       "stages",      "updated"};

/// `lost_callers` of `difference.lost_callers`, `short_min` of `short_min.politie`.
std::string measure_of(const std::string& key) {
  static const std::regex parts("(?:difference\\.|twin\\.)?([^.]*).*");
  std::smatch match;
  return std::regex_match(key, match, parts) ? match[1].str() : key;
}

void collect_keys(const nlohmann::json& document, bool named, Names& out) {
  for (const auto& [key, value] : document.items()) {
    const bool is_key = document.is_object() && !named;
    if (is_key)
      out.insert(measure_of(key));
    // The report counts numbers by section of the world and by kind: two levels of names.
    if (value.is_structured() && key != "counts")
      collect_keys(value, is_key && value.is_object() && by_name.count(key) > 0, out);
  }
}

/// The pages that have keys of these documents: those of a catalogue are those of its file.
Names documented_keys() {
  Names out;
  for (const char* const page :
       {"json.md", "fields.md", "threat-catalogue.md", "measures.md", "criteria.md"})
    out.merge(words_in_code(text_of(docs / "formats" / page)));
  return out;
}

class Documents : public OwnFolder {
protected:
  Documents() {
    write("exercise.yaml",
          "exercise:\n  name: Test\n  source: made up\n  observed:\n    noord: {at: "
          "\"2026-03-11T10:00\", lost_for: \"2 h\", detect: \"150 s\", decide: \"4 min\"}\n");
  }
  void expect_documented(const std::string& arguments) {
    const Finished done = uitwijk(arguments + " --json -q");
    ASSERT_EQ(done.status, 0) << arguments << "\n" << done.output;
    const auto document = nlohmann::json::parse(done.output);
    EXPECT_THAT(text_of(docs / "formats/json.md"), HasSubstr(document.at("schema")));
    Names keys;
    collect_keys(document, false, keys);
    EXPECT_THAT(less(keys, documented_keys()), IsEmpty()) << arguments;
  }
  void make(const std::string& arguments) {
    const Finished done = uitwijk(arguments + " -q");
    ASSERT_EQ(done.status, 0) << arguments << "\n" << done.output;
  }

  const std::string tiny_ = "tests/worlds/cli_tiny/";
  const std::string threat_ = "run --threat TT-01 --target noord -n 8 --world " + tiny_ +
                              "world --catalogue " + tiny_ + "threats.yaml ";
  const std::string register_ = " --register analysis/register/voorbeeld.yaml";
};

TEST_F(Documents, OfAWorldAndARunHaveEveryKeyInTheManual) {
  for (const char* const arguments :
       {"check tests/worlds/cli_tiny/calm.yaml",
        "describe tests/worlds/cli_tiny/world",
        "describe --threats",
        "describe --measures",
        "explain surge",
        "explain DR-07",
        "explain K3",
        "explain demand.calls",
        "explain rotterdam",
        "explain lost_callers",
        "new criteria mine",
        "graph tests/worlds/cli_tiny/world --pairs",
        "run tests/worlds/cli_tiny/outage.yaml -n 8",
        "run tests/worlds/cli_tiny/outage.yaml --replication 1",
        "trace tests/worlds/cli_tiny/outage.yaml",
        "plan models/netherlands --list",
        "plan models/netherlands --meldkamer rotterdam -n 2 --duration '1 h'",
        "optimise models/netherlands --meldkamer rotterdam -n 2 --duration '1 h' --budget 100",
        "sweep tests/worlds/cli_tiny/outage.yaml -n 4 --until 'lost_callers<=1'"
        " --vary takeover.decide='1 min..5 min/2'",
        "branch tests/worlds/cli_tiny/outage.yaml -n 4 --at onset --at 'onset + 10 min'"
        " --option more=set:meldkamers.zuid.roster.call_taker=5",
        "exercise exercise.yaml tests/worlds/cli_tiny/world -n 4",
        "doctor"})
    expect_documented(arguments);
}

TEST_F(Documents, OfResultsHaveEveryKeyInTheManual) {
  make(threat_ + "--duration '1 h' -o one.h5");
  make(threat_ + "--duration '3 h' -o three.h5");
  make(threat_ + "--duration '1 h' --set demand.calls='90 calls/h' -o more.h5");
  make("run --year -n 2 -o year.h5 --world " + tiny_ + "world --catalogue " + tiny_ +
       "frequent.yaml");
  for (const std::string& arguments :
       {"table one.h5 --against analysis/criteria/streng.yaml" + register_,
        std::string("table one.h5 --coverage"), std::string("table one.h5 three.h5 --durations"),
        std::string("table one.h5 more.h5 --tornado"), std::string("table year.h5 one.h5 --year"),
        std::string("compare one.h5 three.h5"), std::string("compare one.h5 three.h5 --measures"),
        "register one.h5" + register_, "register one.h5 --crosswalk" + register_,
        "report one.h5 three.h5 --audience analist" + register_})
    expect_documented(arguments);
}

TEST_F(Documents, OfACampaignHaveEveryKeyInTheManual) {
  expect_documented("campaign plan " + tiny_ + "tiny.campaign.yaml -n 4 -o folder");
  make("campaign run folder -j 2");
  for (const char* const arguments : {"campaign status folder", "campaign merge folder -o all.h5",
                                      "campaign submit folder -o all.h5 --time 10 --dry-run"})
    expect_documented(arguments);
  Names keys;
  collect_keys(nlohmann::json::parse(text_of(root_ / "folder/manifest.json")), false, keys);
  EXPECT_THAT(words_in_code(text_of(docs / "formats/manifest.md")), IsSupersetOf(keys));
}

// --- the glossary ------------------------------------------------------------------------------

TEST_F(OwnFolder, TheGlossaryHasTheWordsOfBothLanguages) {
  const std::string command = "run scenarios/kpn-2019.yaml -n 2 -q --lang ";
  const std::string english = uitwijk(command + "en").output;
  const std::string dutch = uitwijk(command + "nl").output;
  const std::regex row("\\| `[a-z_0-9]+` \\| ([^|]+) \\| ([^|]+) \\|");
  int rows = 0;
  for (const Line& line : lines_of(docs / "glossary.md")) {
    std::smatch match;
    if (!std::regex_match(line.text, match, row))
      continue;
    ++rows;
    EXPECT_THAT(english, HasSubstr("  " + match[1].str() + " "));
    EXPECT_THAT(dutch, HasSubstr("  " + match[2].str() + " "));
  }
  EXPECT_GT(rows, 20);
}

}  // namespace
}  // namespace architecture
