// Every document that the commands of commands.txt make, beside the one that is kept. A change that
// is meant is written by UITWIJK_RENEW=documents (make renew-documents) and read as a diff.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "tests/regression/goldens/command_table.hpp"
#include "tests/regression/goldens/golden_text.hpp"

namespace goldens {
namespace {

namespace fs = std::filesystem;
const fs::path folder = SOURCE_DIR "/tests/regression/goldens";
const fs::path documents = folder / "documents";

const CommandTable& table() {
  static const CommandTable all = read_command_table(folder / "commands.txt");
  return all;
}

std::set<std::string> groups() {
  std::set<std::string> out;
  for (const Line& line : table().lines)
    out.insert(line.group());
  return out;
}

std::string options(const std::string& language, const std::string& format) {
  const std::string tongue = "--lang " + language;
  if (format == "text")
    return tongue;
  if (format == "html")
    return tongue + " -o -";
  return tongue + (format == "json" ? " --json" : " --format " + format);
}

/// A command and one of the ways to ask it.
struct Asked {
  const Line& line;
  std::string language, format;  ///< no language: of a line that does not say $as

  fs::path file() const {
    return documents / (line.name + (language.empty() ? "" : "." + language) + "." +
                        (format == "text" ? "txt" : format));
  }

  std::string document() const {
    const Scratch scratch;
    const Ended ended = run(table(), line, options(language, format), scratch);
    std::string out = format == "html" && !ended.out.empty() ? readable(ended.out) : ended.out;
    if (ended.exit_code != 0)
      out += "[exit code " + std::to_string(ended.exit_code) + "]\n";
    if (!ended.err.empty())
      out += "[standard error]\n" + ended.err;
    return masked(out, scratch.folder());
  }
};

std::vector<std::string> languages_of(const Line& line) {
  const bool has_one = line.shell.find("$as") != std::string::npos;
  return has_one ? std::vector<std::string>{"nl", "en"} : std::vector<std::string>{""};
}

std::vector<Asked> asked_in(const std::string& group) {
  std::vector<Asked> out;
  for (const Line& line : table().lines)
    for (const std::string& format : line.formats)
      for (const std::string& language : languages_of(line))
        if (line.group() == group)
          out.push_back({line, language, format});
  return out;
}

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

class DocumentGoldens : public testing::TestWithParam<std::string> {};

TEST_P(DocumentGoldens, AreTheKeptOnes) {
  if (renews("documents"))
    fs::remove_all(documents / GetParam());
  for (const Asked& asked : asked_in(GetParam())) {
    const std::string now = asked.document();
    if (renews("documents"))
      write(asked.file(), now);
    const std::string difference = first_difference(text_of(asked.file()), now);
    EXPECT_TRUE(difference.empty())
        << fs::relative(asked.file(), SOURCE_DIR).string() << ": " << difference << "\n  of "
        << asked.line.shell << "\n  if that is meant: make renew-documents";
  }
}

INSTANTIATE_TEST_SUITE_P(Of, DocumentGoldens, testing::ValuesIn(groups()),
                         [](const auto& group) { return group.param; });

/// Said without a format, and yet CSV, Markdown or YAML, which no width of a page holds for;
/// `check` says its messages behind a place in a file, on a line each, as a compiler does.
bool is_of_another_form(const Line& line) {
  static const std::set<std::string> others = {"table/spreadsheet", "run/spreadsheet",
                                               "register/monitor",  "register/updated",
                                               "exercise/saved",    "plan/draaiboek"};
  return others.contains(line.name) || line.group() == "check";
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

TEST(KeptGoldens, NoLineOfATextIsWiderThan120) {
  std::size_t texts = 0;
  for (const std::string& group : groups())
    for (const Asked& asked : asked_in(group)) {
      if (asked.format != "text" || is_of_another_form(asked.line))
        continue;
      ++texts;
      std::istringstream lines(text_of(asked.file()));
      for (std::string line; std::getline(lines, line) && line != "[standard error]";)
        EXPECT_LE(characters(line), 120u)
            << fs::relative(asked.file(), SOURCE_DIR).string() << ": " << line;
    }
  EXPECT_GT(texts, 100u);
}

TEST(KeptGoldens, EachDocumentIsMadeByACommand) {
  std::set<fs::path> made, kept;
  for (const std::string& group : groups())
    for (const Asked& asked : asked_in(group))
      made.insert(asked.file());
  for (const auto& entry : fs::recursive_directory_iterator(documents))
    if (entry.is_regular_file())
      kept.insert(entry.path());
  std::vector<fs::path> stray;
  std::set_symmetric_difference(kept.begin(), kept.end(), made.begin(), made.end(),
                                std::back_inserter(stray));
  EXPECT_THAT(stray, testing::IsEmpty()) << "kept without a command, or the other way round";
}

}  // namespace
}  // namespace goldens
