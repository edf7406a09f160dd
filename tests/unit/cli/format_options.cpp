// Which form a command gives to what it tells, and which --grid it refuses.
#include "cli/options/format_options.hpp"

#include <gmock/gmock.h>

#include <CLI/App.hpp>
#include <filesystem>

#include "studies/exit_code.hpp"
#include "tests/unit/results/example.hpp"

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

reports::Document document() {
  reports::Grid people, more, programs;
  people.name = "losses", people.headings = {"plan", "lost"};
  people.rows.push_back({"pairs", reports::Cell("1,5", {1.5}, analysis::Unit::count)});
  more.name = "total", more.headings = {"all"};
  more.rows.push_back({"seven"});
  programs.name = "all", programs.headings = {"lost_callers"}, programs.for_programs = true;
  programs.rows.push_back({reports::Cell("9", {9}, analysis::Unit::count)});
  return {"Title", {"Rubricering: geen"}, {people, more, programs}};
}

/// What came of a command with these options: its exit code, and what it said.
struct Told {
  int code = 0;
  std::string out, error;
};

class Formats {
public:
  explicit Formats(const std::vector<std::string>& words,
                   const std::vector<std::string>& more = {}) {
    options_.add_to(app_, more);
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    app_.parse(reversed);
  }

  Told show(bool json = false, bool with_text = false) const {
    cli::Telling telling{.document = [](reports::Names) { return document(); },
                         .json =
                             [] {
                               return nlohmann::ordered_json{{"schema", "a/1"}};
                             }};
    if (with_text)
      telling.text = [] { return std::string("\033[1mtext\033[0m\n"); };
    telling.dot = [] { return std::string("digraph {}\n"); };
    return caught([&] { return options_.show(telling, json, false, reports::Language::english); });
  }

  Told accepts(const std::vector<std::string>& grids) const {
    return caught([&] { return options_.accepts(grids) ? 1 : 0; });
  }

private:
  template <class Act>
  static Told caught(Act act) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Told out;
    out.code = act();
    out.out = testing::internal::GetCapturedStdout();
    out.error = testing::internal::GetCapturedStderr();
    return out;
  }

  CLI::App app_;
  cli::FormatOptions options_;
};

/// The figures of a long study are not lost with the file, nor what the command does after them.
TEST(Format, WhatCannotBeKeptCanStillBeRead) {
  const results_example::Folder folder;
  for (const char* const ending : {"csv", "xlsx", "json", "md", "txt"}) {
    const std::string file = folder / (std::string("none/a.") + ending);
    const Told told = Formats({"--document", file}).show();
    EXPECT_EQ(told.code, studies::exit_code::our_fault) << ending;
    EXPECT_THAT(told.out, StartsWith("Title\n")) << ending;
    EXPECT_THAT(told.error, HasSubstr("cannot be written: No such file")) << ending;
  }
}

TEST(Format, IsTextUnlessAskedOtherwise) {
  EXPECT_THAT(Formats({}).show().out, StartsWith("Title\nRubricering: geen\n"));
  EXPECT_EQ(Formats({}).show(false, true).out, "\033[1mtext\033[0m\n") << "the command's own";
  EXPECT_THAT(Formats({"--format", "md"}).show(false, true).out, StartsWith("# Title\n"));
  EXPECT_THAT(Formats({"--format", "json"}).show().out, HasSubstr("\"schema\": \"a/1\""));
  EXPECT_EQ(Formats({"--format", "dot"}, {"dot"}).show().out, "digraph {}\n");
}

TEST(Format, JsonOfEveryCommandGoesFirst) {
  EXPECT_THAT(Formats({"--format", "md"}).show(true).out, HasSubstr("\"schema\": \"a/1\""));
}

TEST(Format, NobodyHasAFormatThatItDoesNotName) {
  EXPECT_THROW(Formats({"--format", "dot"}), CLI::ValidationError);
  EXPECT_THROW(Formats({"--format", "pdf"}), CLI::ValidationError);
  EXPECT_THROW(Formats({"--csv-for", "de"}), CLI::ValidationError);
}

TEST(Format, CsvHoldsTheGridForProgramsOrTheFirstForPeople) {
  EXPECT_EQ(Formats({"--format", "csv"}).show().out, "# Rubricering: geen\nlost_callers\n9\n");
  EXPECT_THAT(Formats({"--csv-for", "nl"}).show().out, HasSubstr("pairs;1,5\n"));
  EXPECT_EQ(Formats({"--format", "csv", "--grid", "total"}).show().out,
            "# Rubricering: geen\nall\nseven\n");
}

TEST(Grid, ThatTheDocumentDoesNotHaveIsWrongUsage) {
  const Told told = Formats({"--format", "csv", "--grid", "losse"}).show();
  EXPECT_EQ(told.code, studies::exit_code::wrong_usage);
  EXPECT_THAT(told.out, IsEmpty());
  EXPECT_EQ(
      told.error,
      "uitwijk: --grid must be one of losses, total, all, found losse, did you mean losses?\n");
}

TEST(Grid, IsRefusedBeforehandWhenNoDocumentCouldHaveIt) {
  const Told told = Formats({"--format", "csv", "--grid", "totl"}).accepts({"losses", "total"});
  EXPECT_EQ(told.code, 0);
  EXPECT_EQ(told.error,
            "uitwijk: --grid must be one of losses, total, found totl, did you mean total?\n");
  const Told known = Formats({"--format", "csv", "--grid", "total"}).accepts({"losses", "total"});
  EXPECT_EQ(known.code, 1);
  EXPECT_THAT(known.error, IsEmpty());
  EXPECT_EQ(Formats({}).accepts({}).code, 1) << "none is asked for";
}

TEST(Grid, WithoutACsvIsWrongUsage) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--grid", "total"},
                                                {"--grid", "total", "--format", "md"},
                                                {"--grid", "total", "--document", "x.md"}}) {
    const Told shown = Formats(words).show(), asked = Formats(words).accepts({"total"});
    EXPECT_EQ(shown.code, studies::exit_code::wrong_usage);
    EXPECT_THAT(shown.out, IsEmpty());
    EXPECT_EQ(asked.code, 0);
    EXPECT_THAT(shown.error, HasSubstr("it needs --format csv, --csv-for or --document FILE.csv"));
    EXPECT_EQ(asked.error, shown.error);
  }
  EXPECT_FALSE(std::filesystem::exists("x.md"));
}

TEST(Document, IsWrittenAsItsEndingSaysBesideStandardOutput) {
  const results_example::Folder folder;
  const auto written = [&](const std::string& name, const std::vector<std::string>& more = {}) {
    const std::filesystem::path file = folder / name;
    std::vector<std::string> words = {"--document", file.string()};
    words.insert(words.end(), more.begin(), more.end());
    const Told told = Formats(words).show(false, true);
    EXPECT_EQ(told.code, studies::exit_code::done);
    EXPECT_EQ(told.out, "\033[1mtext\033[0m\n");
    EXPECT_THAT(told.error, HasSubstr("written: " + file.string()));
    EXPECT_EQ(std::filesystem::status(file).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  EXPECT_EQ(written("a.txt"), "text\n") << "bold is of a terminal";
  EXPECT_THAT(written("a.md"), StartsWith("# Title\n"));
  EXPECT_THAT(written("a.json"), HasSubstr("\"schema\""));
  EXPECT_THAT(written("a.xlsx"), StartsWith("PK")) << "a zip";
  EXPECT_EQ(written("a.csv", {"--grid", "total"}), "# Rubricering: geen\nall\nseven\n");
}

TEST(Document, OfAnUnknownEndingIsRefused) {
  for (const char* const file : {"a.doc", "a", "a.md.gz", ".md"})
    EXPECT_THROW(Formats({"--document", file}), CLI::ValidationError) << file;
}

TEST(Document, IsNotWrittenWhenItsGridIsNotThere) {
  const results_example::Folder folder;
  const std::filesystem::path file = folder / "a.csv";
  EXPECT_EQ(Formats({"--document", file.string(), "--grid", "nowhere"}).show().code,
            studies::exit_code::wrong_usage);
  EXPECT_FALSE(std::filesystem::exists(file));
}

}  // namespace
