#include <gmock/gmock.h>

#include <cstdio>
#include <regex>
#include <set>

#include "results/campaign_file.hpp"
#include "results/datasets.hpp"
#include "results/result_file.hpp"
#include "tests/unit/results/example.hpp"

/// The pages of the result files, written files and names.hpp must know the same names.
namespace {

using namespace results;
using results_example::Folder;
using Names = std::set<std::string>;

std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  char buffer[4096];
  while (const auto got = fread(buffer, 1, sizeof buffer, pipe))
    out.append(buffer, got);
  EXPECT_EQ(pclose(pipe), 0) << command << " (hdf5-tools are needed)";
  return out;
}

/// First group of every match.
Names all(const std::string& text, const std::string& pattern) {
  const std::regex wanted(pattern, std::regex::multiline);
  Names found;
  for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at)
    found.insert((*at)[1]);
  return found;
}

/// An entry is a row of a table or an item of a list that begins with the name.
Names documented() {
  Names out;
  for (const char* const page : {"result-file.md", "campaign-file.md"})
    out.merge(all(results_example::bytes_of(std::string(SOURCE_DIR "/docs/formats/") + page),
                  "^(?:\\| |- )`([^`]+)`(?= \\||:| \\()"));
  return out;
}

Names with_prefix(const std::string& prefix, const Names& words) {
  Names out;
  for (const auto& word : words)
    out.insert(prefix + word);
  return out;
}

/// The twin's datasets under the names of the world's.
Names datasets_of(const std::string& file) {
  Names out;
  for (const auto& path : all(output_of("h5ls -r " + file), "^/(\\S+) +Dataset"))
    out.insert(path.starts_with("twin/") ? "world/" + path.substr(5) : path);
  return out;
}

/// h5dump indents an attribute of the asked group by three blanks, one of a dataset by more.
Names attributes_of(const std::string& file) {
  const auto root = output_of("h5dump -A " + file);
  const auto provenance = output_of("h5dump -A -g /provenance " + file);
  const auto call = output_of("h5dump -A -g /world/call " + file);
  Names out = with_prefix("@", all(root, "^   ATTRIBUTE \"(\\w+)\""));
  out.merge(with_prefix("world/call@", all(call, "^   ATTRIBUTE \"(\\w+)\"")));
  out.merge(with_prefix("provenance@", all(provenance, "^   ATTRIBUTE \"(\\w+)\"")));
  out.merge(with_prefix("*@", all(provenance, "^      ATTRIBUTE \"(\\w+)\"")));
  return out;
}

/// Those of a campaign's file that are not its studies'; the labels of the rows under one name.
Names names_of_campaign(const std::string& file) {
  {
    CampaignWriter writer(file, {"name", "rubricering", "manifest", "digest"});
    writer.add("row", 6, results_example::study());
    writer.commit();
  }
  Names labels;
  for_each(row_attributes,
           [&](const auto& attribute) { labels.insert("row_" + std::string(attribute.name)); });
  Names out;
  for (const auto& name : all(output_of("h5ls " + file), "^(\\S+) +(?:Dataset|Group)"))
    out.insert(labels.contains(name) ? "/row_*" : "/" + name);
  out.merge(with_prefix("/@", all(output_of("h5dump -A " + file), "^   ATTRIBUTE \"(\\w+)\"")));
  return out;
}

template <class Count>
Names counts(const std::string& dimension) {
  return with_prefix(dimension + ".", {names<Count>.begin(), names<Count>.end()});
}

Names expected() {
  const Folder folder;
  const auto file = (folder / "study.h5").string();
  write_study(results_example::study(), file, Timelines::each);
  auto out = datasets_of(file);
  for (auto part : {names_of_campaign((folder / "campaign.h5").string()), attributes_of(file),
                    counts<CallerCount>("caller_count"), counts<GroupCount>("group_count"),
                    counts<KindCount>("kind_count"), counts<WorkCount>("work_count"),
                    counts<CallClass>("call_class"), counts<GroupTime>("group_time"),
                    counts<TimelineCount>("timeline_count"), counts<CourseKind>("course_kind")})
    out.merge(part);
  return out;
}

TEST(Format, HasAnEntryForEveryNameAndANameForEveryEntry) {
  const auto names = expected();
  EXPECT_GT(names.size(), 150u);
  EXPECT_THAT(documented(), testing::ContainerEq(names));
}

TEST(Format, GivesTheVersionOfTheProgram) {
  EXPECT_THAT(
      results_example::bytes_of(SOURCE_DIR "/docs/formats/result-file.md"),
      testing::StartsWith(fmt::format("# The format of a result file: uitwijk/study {}.{}\n",
                                      format_major, format_minor)));
}

TEST(Names, AreDifferentWithinADimension) {
  EXPECT_EQ(counts<CallerCount>("").size(), size_of<CallerCount>);
  EXPECT_EQ(counts<GroupCount>("").size(), size_of<GroupCount>);
  EXPECT_EQ(counts<CourseKind>("").size(), size_of<CourseKind>);
}

}  // namespace
