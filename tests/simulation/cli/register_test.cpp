/// `register` as a user sees it: what it shows, what it writes, and what it leaves alone.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "tests/sample.hpp"
#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string shipped = SOURCE_DIR "/analysis/register/voorbeeld.yaml";
const std::string on_a_day = " --today 2026-12-01 ";

/// Results of three small studies, and a register that has two of their risks.
class Kept {
  Scratch scratch_;

public:
  std::string results, register_text;

  Kept() {
    for (const std::string what : {"DR-20 --target rotterdam", "DR-09", "DR-07"}) {
      const std::string file = scratch_.file(what.substr(0, 5) + ".h5");
      succeeds("run -q -n 12 --threat " + what + " -o " + file);
      results += file + " ";
    }
    const std::string begun = scratch_.file("begun.yaml");
    succeeds("register -q " + results + "-o " + begun + on_a_day);
    register_text = text_of(begun);
  }
};

class CliRegister : public testing::Test {
protected:
  static void SetUpTestSuite() {
    std::filesystem::current_path(SOURCE_DIR);
    kept_ = std::make_unique<Kept>();
  }
  static void TearDownTestSuite() { kept_.reset(); }
  static const std::string& results() { return kept_->results; }
  static const std::string& begun() { return kept_->register_text; }

  /// A register of our own in this test.
  std::string file(const std::string& text) const {
    const std::string name = scratch_.file("risks.yaml");
    write(name, text);
    return name;
  }
  std::string new_file() const { return scratch_.file("new.yaml"); }
  std::string show(const std::string& kept, const std::string& more = "") const {
    const Ended ended = uitwijk("register " + results() + "--register " + kept + on_a_day + more);
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    return ended.out;
  }
  json json_of_register(const std::string& kept, const std::string& more = "") const {
    return json::parse(show(kept, "--json " + more));
  }

private:
  static inline std::unique_ptr<Kept> kept_;
  Scratch scratch_;
};

/// One risk without anything in it.
const std::string bare =
    "register: {name: a, version: b, status: concept}  # ours\n"
    "rollen:\n"
    "  politie: {naam: Politie, voorzieningen: [bezetting]}\n"
    "  LMS: {naam: Landelijke, beheerorganisatie: true, voorzieningen: [huisvesting, gms]}\n"
    "risicos:\n"
    "  # the first\n"
    "  R-1: {threat: DR-20, target: rotterdam, toelichting: \"=1+1\"}\n"
    "\n"
    "# the end";

TEST_F(CliRegister, BeginsOneInWhichNothingIsDecided) {
  EXPECT_THAT(begun(), HasSubstr("# Toegevoegd op 2026-12-01"));
  const json all = json_of_register(file(begun()));
  EXPECT_EQ(all.at("schema"), "uitwijk/register/3");
  ASSERT_EQ(all.at("risks").size(), 3u);
  for (const json& risk : all.at("risks")) {
    EXPECT_EQ(risk.at("status"), "niet vastgesteld");
    EXPECT_TRUE(risk.at("eigenaar").is_null());
    EXPECT_TRUE(risk.at("decision").is_null());
    EXPECT_TRUE(risk.at("verantwoordelijkheid_betwist").is_null());
    EXPECT_EQ(risk.at("findings").at(0).at("flag"), "no_owner");
    EXPECT_EQ(risk.at("current").at("n"), 12);
  }
  EXPECT_TRUE(all.at("not_registered").empty());
}

TEST_F(CliRegister, FiguresAndOrderAreThoseOfTheTable) {
  const json all = json_of_register(file(begun())),
             table = json_of("table --json " + results() + on_a_day);
  std::vector<json> rows(table.at("annual").begin(), table.at("annual").end());
  rows.insert(rows.end(), table.at("conditional").begin(), table.at("conditional").end());
  ASSERT_EQ(rows.size(), all.at("risks").size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    EXPECT_EQ(all.at("risks").at(i).at("current"), rows[i]);
}

TEST_F(CliRegister, UpdateAddsWhatIsMissingAndKeepsEveryByte) {
  const std::string kept = file(bare);
  ASSERT_EQ(chmod(kept.c_str(), 0640), 0);
  const Ended ended = uitwijk("register " + results() + "--update --register " + kept + on_a_day);
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_THAT(ended.err, HasSubstr("DR-09"));
  const std::string now = text_of(kept);
  const std::string tail = "\n# the end";
  EXPECT_TRUE(now.starts_with(bare.substr(0, bare.size() - tail.size())));
  EXPECT_TRUE(now.ends_with(tail)) << now;
  EXPECT_EQ(json_of_register(kept).at("risks").size(), 3u);
  struct stat there {};
  ASSERT_EQ(stat(kept.c_str(), &there), 0);
  EXPECT_EQ(there.st_mode & 0777, 0640u);
  const Ended again = uitwijk("register " + results() + "--update --register " + kept + on_a_day);
  EXPECT_THAT(again.err, HasSubstr("nothing to add"));
  EXPECT_EQ(text_of(kept), now);
}

TEST_F(CliRegister, RecordedAddsTheRestOfTheCatalogue) {
  const std::string kept = file(bare);
  ASSERT_EQ(uitwijk("register -q --update --recorded --register " + kept + on_a_day).exit_code, 0);
  const json all = json_of("register --json --register " + kept + on_a_day);
  EXPECT_EQ(all.at("risks").size(), 42u);
  EXPECT_EQ(uitwijk("check " + kept).exit_code, 0);
}

TEST_F(CliRegister, ALinkStaysALink) {
  const std::string kept = file(bare), link = new_file();
  std::filesystem::create_symlink(kept, link);
  ASSERT_EQ(uitwijk("register -q " + results() + "--update --register " + link).exit_code, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_NE(text_of(kept), bare);
}

TEST_F(CliRegister, NothingIsWrittenOverAFileThatIsThere) {
  const std::string kept = file(bare);
  const Ended ended = uitwijk("register " + results() + "-o " + kept);
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, HasSubstr("is there already"));
  EXPECT_EQ(text_of(kept), bare);
}

/// RLIMIT_FSIZE stands for a full disk.
TEST_F(CliRegister, AFullDiskLeavesTheOldFile) {
  const std::string kept = file(bare + std::string(60'000, '#'));
  const std::string before = text_of(kept);
  const Ended ended = uitwijk("register -q " + results() + "--update --register " + kept,
                              "trap '' XFSZ; ulimit -f 20; ");
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, HasSubstr("risks.yaml: cannot be written"));
  EXPECT_EQ(text_of(kept), before);
  const std::filesystem::path folder = std::filesystem::path(kept).parent_path();
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    EXPECT_THAT(entry.path().string(), Not(HasSubstr(".part.")));
}

TEST_F(CliRegister, WhatIsWrongIsSaidAndTheFileLeftAlone) {
  const std::string text = replaced(bare, "threat: DR-20", "dreiging: DR-20");
  const std::string kept = file(text);
  for (const std::string& command :
       {"check " + kept, "register " + results() + "--update --register " + kept,
        "table " + results() + "--register " + kept}) {
    const Ended ended = uitwijk(command);
    EXPECT_EQ(ended.exit_code, 3) << command;
    EXPECT_THAT(ended.out + ended.err, HasSubstr(kept + ":7:9: unknown key dreiging")) << command;
    EXPECT_EQ(text_of(kept), text);
  }
  const std::string braces = replaced(bare, "risicos:", "risicos: {}\nweg:");
  write(kept, braces.substr(0, braces.find("weg:")));
  const Ended refused = uitwijk("register " + results() + "--update --register " + kept);
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_THAT(refused.err, HasSubstr("risks can only be added to a block"));
}

TEST_F(CliRegister, NamesOfPackagesAndMeasuresAreThoseOfTheList) {
  const std::string kept = file(
      replaced(bare, "threat: DR-20",
               "package: planed, maatregelen: [{wat: x, measure: backup_powr}], threat: DR-20"));
  for (const std::string& command : {"check " + kept, "register --register " + kept}) {
    const Ended ended = uitwijk(command);
    EXPECT_EQ(ended.exit_code, 3) << command;
    EXPECT_THAT(ended.out + ended.err, HasSubstr("has no measure or package planed, did you mean "
                                                 "planned?"))
        << command;
    EXPECT_THAT(ended.out + ended.err, HasSubstr("has no measure backup_powr")) << command;
    EXPECT_THAT(ended.out + ended.err, HasSubstr(kept + ":7:")) << command;
  }
}

TEST_F(CliRegister, ClosedRisksAreNoLongerToBeLookedAt) {
  const std::string kept = file(replaced(bare, "threat: DR-20", "status: gesloten, threat: DR-20"));
  const std::string out = show(kept, "--lang en");
  EXPECT_THAT(out, HasSubstr("R-1"));
  EXPECT_THAT(out, Not(HasSubstr("R-1 (")));
}

TEST_F(CliRegister, ABarInACellIsNoColumn) {
  const std::string kept =
      file(replaced(bare, "threat: DR-20", "eigenaar: \"Hoofd A|B\", threat: DR-20"));
  EXPECT_THAT(show(kept, "--format md"), HasSubstr("| Hoofd A\\|B |"));
}

TEST_F(CliRegister, AsksForWhatItNeeds) {
  EXPECT_EQ(uitwijk("register " + results()).exit_code, 2);
  EXPECT_EQ(uitwijk("register " + results() + "--update").exit_code, 2);
  EXPECT_EQ(uitwijk("register --register " + shipped + " --today 2026-02-30").exit_code, 2);
  EXPECT_EQ(uitwijk("register --register " + shipped + " --bijlage --monitor").exit_code, 2);
  const Ended role = uitwijk("register --register " + shipped + " --role politi");
  EXPECT_EQ(role.exit_code, 3);
  EXPECT_THAT(role.err, HasSubstr("did you mean politie?"));
  const Ended risk = uitwijk("register --register " + shipped + " --grondslag DR-01@kpn_softwar");
  EXPECT_EQ(risk.exit_code, 3);
  EXPECT_THAT(risk.err, HasSubstr("did you mean DR-01@kpn_software?"));
}

/// A decision on what --grondslag gives stands until the figures change.
TEST_F(CliRegister, ADecisionOnItsBasisIsHeldAgainstOtherFigures) {
  const std::string kept = file(replaced(bare,
                                         "R-1: {threat: DR-20, target: rotterdam, "
                                         "toelichting: \"=1+1\"}",
                                         "R-1:\n    threat: DR-20\n    target: rotterdam\n"
                                         "    status: in behandeling"));
  std::string basis = show(kept, "--grondslag R-1");
  basis = replaced(basis, "keuze:", "keuze: mitigeren");
  basis = replaced(basis, "tekst:", "tekst: doen");
  basis = replaced(basis, "door:", "door: SMB");
  basis = replaced(basis, "niveau:", "niveau: hoog");
  write(kept,
        replaced(text_of(kept), "status: in behandeling\n", "status: in behandeling\n" + basis));
  const auto flags = [&](const std::string& of, const std::string& more) {
    std::set<std::string> out;
    const json all = json_of("register --json " + of + " --register " + kept + on_a_day + more);
    for (const json& finding : all.at("risks").at(0).at("findings"))
      out.insert(finding.at("flag"));
    return out;
  };
  EXPECT_THAT(flags(results(), ""),
              ElementsAre("concept_criteria", "no_mandate", "no_owner", "no_review"));
  EXPECT_TRUE(flags(results(), "--criteria analysis/criteria/streng.yaml").count("other_criteria"));
  const std::string other = new_file() + ".h5";
  ASSERT_EQ(uitwijk("run -q --threat DR-20 --target rotterdam -n 6 -o " + other).exit_code, 0);
  EXPECT_TRUE(flags(other, "").count("older_result"));
}

TEST_F(CliRegister, ARoleSeesWhatIsItsOwn) {
  const std::string kept = file(begun() + "\n# x\n");
  const std::string text = replaced(replaced(begun(), "rollen: ",
                                             "rollen:\n  politie: {naam: "
                                             "Politie}\n  # "),
                                    "hoofdgebruiker: niet vastgesteld", "hoofdgebruiker: Politie");
  write(kept, text);
  const json all = json_of_register(kept, "--role politie");
  ASSERT_EQ(all.at("risks").size(), 1u);
  EXPECT_EQ(all.at("risks").at(0).at("roles").at(0).at("as"), "hoofdgebruiker");
}

TEST_F(CliRegister, EveryFormatBeginsWithTheStatusOfTheCriteriaAndTheRubricering) {
  const std::string kept = file(replaced(bare, "toelichting", "rubricering: Geheim, toelichting"));
  for (const std::string more :
       {"", "--format csv", "--format md", "--json", "--crosswalk", "--bijlage", "--monitor",
        "--bijlage --format md", "--bijlage --json"})
    for (const std::string language : {" --lang nl", " --lang en"}) {
      std::string out = show(kept, more + language);
      for (auto at = out.find("\n  "); at != out.npos; at = out.find("\n  "))
        out.replace(at, 3, " ");
      const auto numbers = std::min({out.find("R-1"), out.find("7.1, 7.4"), out.size()});
      EXPECT_LT(out.find("Criteria: CONCEPT, niet vastgesteld"), numbers) << more << out;
      EXPECT_LT(out.find("Rubricering: Geheim"), numbers) << more;
      for (const char* word : {"aanvaardbaar ", "aanvaardbaar.", "acceptable", "veilig"})
        EXPECT_THAT(out, Not(HasSubstr(word))) << more;
    }
}

TEST_F(CliRegister, TextFitsAPage) {
  for (const std::string more : {"", "--crosswalk", "--bijlage"})
    for (const std::string language : {"nl", "en"}) {
      std::istringstream out(show(shipped, more + " --lang " + language));
      for (std::string line; std::getline(out, line);) {
        const auto characters =
            std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
        EXPECT_LE(characters, line.starts_with("uitwijk ") ? 400 : 100) << line;
      }
    }
}

TEST_F(CliRegister, TheAnnexIsNoIcvAndOnlyOfTheBeheerorganisatie) {
  const std::string out = show(file(bare), "--bijlage --lang nl");
  EXPECT_THAT(out, HasSubstr("dit is geen ICV"));
  EXPECT_THAT(out, HasSubstr("Uitsluitend de beheerorganisatie (Landelijke)"));
  const json all = json_of_register(shipped, "--bijlage");
  EXPECT_EQ(all.at("risks").back().at("risk"), "beheerprocessen") << "recorded only, and theirs";
  const Ended none = uitwijk("register --bijlage --register " +
                             file(replaced(bare, "beheerorganisatie: true, ", "")));
  EXPECT_EQ(none.exit_code, 3);
}

TEST_F(CliRegister, CsvIsSafeInASpreadsheet) {
  const std::string kept = file(replaced(bare, "toelichting: \"=1+1\"", "eigenaar: \"=1+1\""));
  const std::string out = show(kept, "--format csv");
  EXPECT_THAT(out, HasSubstr(",'=1+1,"));
  std::istringstream lines(show(file(begun()), "--monitor --lang nl"));
  std::string line, first;
  std::getline(lines, first);
  std::getline(lines, line);
  EXPECT_EQ(first, "# Jaarcijfers voor de continuiteitsmonitor, 2026");
  EXPECT_THAT(line, HasSubstr("opmaak van dit bestand is een aanname"));
  std::size_t rows = 0;
  while (std::getline(lines, line))
    rows += line.starts_with("2026,") ? 1 : 0;
  EXPECT_EQ(rows, 3u);
}

TEST_F(CliRegister, TheTableSaysWhatIsRegistered) {
  const std::string command = "table " + results() + "--register " + file(bare) + on_a_day;
  const json table = json_of(command + "--json");
  std::size_t registered = 0;
  for (const char* part : {"annual", "conditional"})
    for (const json& row : table.at(part)) {
      const json& said = row.at("basis").at("register");
      EXPECT_EQ(said.is_null(), row.at("threat") != "DR-20");
      registered += said.is_null() ? 0 : 1;
    }
  EXPECT_EQ(registered, 1u);
  EXPECT_THAT(uitwijk(command + "--lang nl").out, HasSubstr("niet vastgesteld"));
  EXPECT_THAT(uitwijk(command + "--format csv").out, HasSubstr("R-1: niet vastgesteld"));
}

/// Whenever it dies, the file is the old one or the new one, and the next can write.
TEST_F(CliRegister, SurvivesKillsAtAnyMoment) {
  const std::string kept = file(bare);
  const std::string update = "register -q " + results() + "--update --register " + kept + on_a_day;
  const auto started = std::chrono::steady_clock::now();
  ASSERT_EQ(uitwijk(update).exit_code, 0);
  const auto whole_ms = std::chrono::duration_cast<std::chrono::milliseconds>(
                            std::chrono::steady_clock::now() - started)
                            .count();
  const std::string now = text_of(kept);
  std::mt19937 random(112);
  int killed = 0;
  for (int i = 0; i < sample(15, 50); ++i) {
    write(kept, bare);
    Program program(update);
    std::this_thread::sleep_for(
        std::chrono::milliseconds(random() % static_cast<unsigned>(whole_ms + 1)));
    program.signal(SIGKILL);
    killed += program.wait().exit_code == 0 ? 0 : 1;
    const std::string left = text_of(kept);
    EXPECT_TRUE(left == bare || left == now) << left;
  }
  EXPECT_GT(killed, sample(3, 10));
  write(kept, bare);
  EXPECT_EQ(uitwijk(update).exit_code, 0);
  EXPECT_EQ(text_of(kept), now);
}

/// Of writers at once some are refused, and none loses what another has added.
TEST_F(CliRegister, WritersAtOnceDoNotLoseEachOther) {
  const std::string kept = file(bare);
  std::vector<std::unique_ptr<Program>> writers;
  std::istringstream each(results());
  for (std::string result; each >> result;)
    for (int i = 0; i < 2; ++i)
      writers.push_back(std::make_unique<Program>("register -q " + result +
                                                  " --update --register " + kept + on_a_day));
  std::size_t done = 0;
  for (const auto& writer : writers) {
    const Ended ended = writer->wait();
    EXPECT_THAT(ended.exit_code, testing::AnyOf(0, 1)) << ended.err;
    if (ended.exit_code == 1) {
      EXPECT_THAT(ended.err, HasSubstr("try again"));
    }
    done += ended.exit_code == 0 ? 1 : 0;
  }
  EXPECT_GE(done, 1u);
  EXPECT_EQ(uitwijk("check " + kept).exit_code, 0);
  EXPECT_TRUE(text_of(kept).starts_with(bare.substr(0, bare.size() - 10)));
  ASSERT_EQ(uitwijk("register -q " + results() + "--update --register " + kept).exit_code, 0);
  EXPECT_EQ(json_of_register(kept).at("risks").size(), 3u);
}

}  // namespace
}  // namespace simulation
