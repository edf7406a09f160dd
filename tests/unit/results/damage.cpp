#include <gmock/gmock.h>

#include <cstdint>
#include <cstring>
#include <limits>

#include "results/result_file.hpp"
#include "results/seal.hpp"
#include "results/study_image.hpp"
#include "tests/unit/results/example.hpp"
#include "tests/unit/results/refusal.hpp"

/// Files that are not, or no longer, what we wrote.
namespace {

using namespace results;
using results_example::Folder;
using testing::AllOf;
using testing::HasSubstr;

/// What read_study says about these bytes; "" when it reads them.
std::string refusal_of(const std::string& bytes) {
  const Folder folder;
  results_example::put(folder / "some.h5", bytes);
  const std::string said = results_test::refusal([&] { read_study(folder / "some.h5"); });
  EXPECT_TRUE(said.empty() || said.find("some.h5: ") != std::string::npos) << said;
  return said;
}

std::string image() {
  return image_of(results_example::study(), Timelines::summary);
}

std::string sealed(const std::string& bytes) {
  return bytes + seal_of(bytes);
}

/// The image with one text put for another of the same length, everywhere, and sealed again.
std::string with(std::string from, std::string to) {
  auto bytes = image();
  EXPECT_EQ(from.size(), to.size());
  EXPECT_NE(bytes.find(from), std::string::npos) << from;
  for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + 1))
    bytes.replace(at, to.size(), to);
  return sealed(bytes);
}

std::string in_file(const std::vector<std::uint64_t>& shape) {
  std::string bytes(shape.size() * 8, '\0');
  std::memcpy(bytes.data(), shape.data(), bytes.size());
  return bytes;
}

TEST(DamagedFile, AWordThatNoTableKnows) {
  auto study = results_example::study();
  study.provenance.row.likelihood_basis = "rumour";
  EXPECT_THAT(refusal_of(sealed(image_of(study, Timelines::summary))),
              HasSubstr("attribute 'likelihood_basis' of 'provenance' is 'rumour'"));
}

TEST(DamagedFile, AZoneThatIsNone) {
  auto study = results_example::study();
  study.provenance.zone = "CET+1CEST+1,M3.5.0/2,M13.5.0/3";
  EXPECT_THAT(refusal_of(sealed(image_of(study, Timelines::summary))),
              HasSubstr("attribute 'zone' of 'provenance' is 'CET+1CEST+1,M3.5.0/2,M13.5.0/3'"));
}

/// Whoever can make a seal can put anything into a name.
TEST(DamagedFile, ANameIsShownOnOneLineWithoutCommands) {
  auto study = results_example::study();
  study.provenance.scenario_name = "Calm\n=HYPERLINK(1)\033[2J";
  study.provenance.inputs = {{"a.yaml", "as: it\nstands: \"\u202e\"\n", "00"}};
  const Folder folder;
  write_study(study, folder / "some.h5");
  const Study read = read_study(folder / "some.h5");
  EXPECT_EQ(read.provenance.scenario_name, "Calm\\u000a=HYPERLINK(1)\\u001b[2J");
  EXPECT_EQ(read.provenance.inputs.at(0).text, study.provenance.inputs.at(0).text);
}

TEST(DamagedFile, TheHelperItselfMakesReadableFiles) {
  EXPECT_EQ(refusal_of(sealed(image())), "");
}

/// What a summary would look up: a partner who answered, a stage that was lost.
TEST(DamagedFile, SaysWhenARowThatMustBeThereIsNone) {
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  const auto refused = [](auto spoil) {
    Study study = results_example::study();
    spoil(study.replications.at(0).world);
    return refusal_of(sealed(image_of(study, Timelines::summary)));
  };
  EXPECT_THAT(refused([](Facts& facts) {
                Episode& episode = facts.episodes.emplace_back();
                episode.switched_s = 500;
                episode.partner = none;
              }),
              HasSubstr("/episode/partner' names no row where there must be one"));
  EXPECT_THAT(refused([](Facts& facts) { facts.losses.emplace_back().stage = none; }),
              HasSubstr("/loss/stage' names no row where there must be one"));
  EXPECT_EQ(refused([](Facts& facts) { facts.episodes.emplace_back().partner = none; }), "")
      << "nobody was switched to";
}

TEST(DamagedFile, SaysWhenItIsNoHdf5) {
  EXPECT_THAT(refusal_of(""), HasSubstr("is not an HDF5 file"));
  EXPECT_THAT(refusal_of("scenario:\n  name: x\n"), HasSubstr("is not an HDF5 file"));
}

TEST(DamagedFile, SaysWhenItIsNotThereOrAFolder) {
  const Folder folder;
  EXPECT_THROW(
      {
        try {
          read_study(folder / "none.h5");
        } catch (const ResultError& error) {
          EXPECT_EQ(error.what(),
                    (folder / "none.h5").string() + ": cannot be read: No such file or directory");
          throw;
        }
      },
      ResultError);
  EXPECT_THROW(read_study(folder.path()), ResultError);
}

TEST(DamagedFile, RefusesHdf5OfAnotherProgram) {
  EXPECT_THAT(refusal_of(image()), HasSubstr("another program"));
}

TEST(DamagedFile, RefusesAnotherKind) {
  auto bytes = image();
  auto seal = seal_of(bytes);
  seal.replace(seal.find("study"), 5, "other");
  EXPECT_THAT(refusal_of(bytes + seal),
              HasSubstr("is a 'uitwijk/other', expected a 'uitwijk/study'"));
  EXPECT_THAT(refusal_of(with("uitwijk/study", "uitwijk/other")),
              HasSubstr("is a 'uitwijk/other', expected a 'uitwijk/study'"));
}

const std::string written_format = fmt::format("{}.{}", format_major, format_minor);

TEST(DamagedFile, RefusesAnotherMajorVersion) {
  auto bytes = image();
  auto seal = seal_of(bytes);
  seal.replace(seal.find(" " + written_format), 4, " 1.1");
  EXPECT_THAT(refusal_of(bytes + seal), HasSubstr("has format 1.1, this program reads 2.x to 3.x"));
  const auto attribute = bytes.find(written_format, bytes.find("format"));
  ASSERT_NE(attribute, std::string::npos);
  bytes.replace(attribute, 3, "4.1");
  EXPECT_THAT(refusal_of(sealed(bytes)),
              HasSubstr("has format 4.1, this program reads 2.x to 3.x"));
}

TEST(DamagedFile, ReadsANewerMinorVersion) {
  auto bytes = image();
  bytes.replace(bytes.find(written_format, bytes.find("format")), 3,
                fmt::format("{}.9", format_major));
  EXPECT_EQ(refusal_of(sealed(bytes)), "");
}

TEST(DamagedFile, NamesAMissingDataset) {
  EXPECT_THAT(refusal_of(with("contact_time", "contact_tine")),
              HasSubstr("dataset 'world/contact_time' is missing"));
  EXPECT_THAT(refusal_of(with("region_centre", "region_centrf")),
              HasSubstr("dataset 'region_centre' is missing"));
  EXPECT_THAT(refusal_of(with("warm_up_s", "warm_up_t")),
              HasSubstr("attribute 'warm_up_s' of 'provenance' is missing"));
}

TEST(DamagedFile, NamesAWrongShape) {
  const auto found = refusal_of(with(in_file({5, 3, 2, 30}), in_file({5, 3, 2, 29})));
  EXPECT_THAT(found, HasSubstr("dataset 'world/callers' has shape [5][3][2][29], expected "
                               "replication x region x discipline x caller_count = [5][3][2][30]"));
}

TEST(DamagedFile, NamesADimensionThatNoFileOfThisSizeCanHave) {
  const std::uint64_t many = std::uint64_t{1} << 40;
  EXPECT_THAT(refusal_of(with(in_file({7, 7}), in_file({many, many}))),
              HasSubstr("dataset 'timeline_bin' is larger than the file can hold"));
}

TEST(DamagedFile, NamesACountThatItDoesNotKnow) {
  EXPECT_THAT(refusal_of(with("wrong_address", "right_address")),
              AllOf(HasSubstr("dimension 'caller_count'"), HasSubstr("right_address")));
}

TEST(DamagedFile, SaysWhenItIsCutOff) {
  const auto whole = sealed(image());
  for (std::size_t size = 8; size < whole.size(); size += 1 + whole.size() / 200)
    EXPECT_THAT(refusal_of(whole.substr(0, size)), HasSubstr("cut off")) << size;
  EXPECT_NE(refusal_of(whole.substr(0, whole.size() - 1)), "");
}

/// What is refused of a file, one byte of which is another.
void expect_every_flip_refused(std::string bytes) {
  for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 300) {
    bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
    EXPECT_NE(refusal_of(bytes), "") << at;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
  }
}

TEST(DamagedFile, NoticesEveryFlippedByte) {
  expect_every_flip_refused(sealed(image()));
}

TEST(DamagedFile, NoticesThemUnderTheSealOfOld) {
  const auto bytes = image() + results_example::old_seal_of(image(), "study");
  EXPECT_EQ(refusal_of(bytes), "");
  expect_every_flip_refused(bytes);
}

TEST(DamagedFile, RefusesAFlipInEveryDigitOfTheSeal) {
  for (auto bytes : {sealed(image()), image() + results_example::old_seal_of(image(), "study")})
    for (std::size_t at = bytes.rfind(' ') + 1; at < bytes.size() - 1; ++at) {
      bytes[at] = static_cast<char>(bytes[at] ^ 1);
      EXPECT_THAT(refusal_of(bytes), HasSubstr("does not match its checksum")) << at;
      bytes[at] = static_cast<char>(bytes[at] ^ 1);
    }
}

TEST(DamagedFile, NamesAChecksumThatItDoesNotKnow) {
  auto seal = seal_of(image());
  seal.replace(seal.find("sha256"), 6, "sha999");
  EXPECT_THAT(refusal_of(image() + seal), HasSubstr("has a checksum 'sha999'"));
}

TEST(DamagedFile, IsReadOrRefusedWhenTheSealWasMadeAgain) {
  // Behind the seal the library meets the damage itself: an error is fine, a crash is not.
  const auto whole = image();
  std::size_t refused = 0, tried = 0;
  for (std::size_t at = 96; at < whole.size(); at += 1 + whole.size() / 400) {
    auto bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x01);
    refused += refusal_of(sealed(bytes)).empty() ? 0 : 1;
    ++tried;
  }
  EXPECT_GT(refused, 0u);
  EXPECT_LT(refused, tried);
}

}  // namespace
