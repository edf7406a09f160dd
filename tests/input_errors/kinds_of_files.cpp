// `check` reads every kind of file of docs/formats, or says in a sentence which command does.
#include <gmock/gmock.h>

#include <fstream>
#include <string>

#include "program.hpp"
#include "small_world.hpp"

namespace {

using program::Ended;
using program::uitwijk;
using testing::HasSubstr;
using testing::Not;

TEST(KindsOfFiles, ThatAreShippedAreChecked) {
  const Ended ended =
      uitwijk("check analysis/record.yaml analysis/history.yaml scenarios/threat_catalogue.yaml");
  EXPECT_EQ(ended.code, 0) << ended.said;
  EXPECT_THAT(ended.said, HasSubstr("3 checked, 0 problems"));
  EXPECT_THAT(ended.said, Not(HasSubstr("idle-effect"))) << "what we ship says nothing in vain";
}

/// In the world beside it.
TEST(KindsOfFiles, AnExerciseIsCheckedWithItsRooms) {
  const small_world::Folder folder;
  folder.write(small_world::texts());
  const std::filesystem::path file = folder.path() / "test.yaml";
  const std::string text =
      "exercise:\n  name: T\n  source: S\n  observed:\n"
      "    north: {at: \"2026-03-11T10:00\", lost_for: \"2 h\", detect: \"150 s\"}\n";
  std::ofstream(file) << text;
  EXPECT_EQ(uitwijk("check '" + file.string() + "'").code, 0);
  std::ofstream(file) << std::string(text).replace(text.find("north"), 5, "nroth");
  const Ended wrong = uitwijk("check '" + file.string() + "'");
  EXPECT_EQ(wrong.code, 3);
  EXPECT_THAT(wrong.said, HasSubstr("test.yaml:5:5: nroth is not a meldkamer"));
}

/// What `check` says of a file of that name and text.
Ended checked(const std::string& name, const std::string& text) {
  const small_world::Folder folder;
  const std::filesystem::path file = folder.path() / name;
  std::ofstream(file) << text;
  return uitwijk("check '" + file.string() + "'");
}

/// Its median was asked for all the same, and there is none.
TEST(KindsOfFiles, AThreatWhoseDurationLacksAParameterIsWrongInput) {
  const Ended ended = checked(
      "threats.yaml",
      "catalogue: {version: \"1\", status: concept}\nthreats:\n  TT-01:\n    name: {nl: a, en: b}\n"
      "    origin: [accidental]\n    cia: [A]\n    voorzieningen: [gms]\n    scope: site\n"
      "    onset: instant\n    detection: \"1 min\"\n    duration: {gamma: {mean: \"1 h\"}}\n"
      "    likelihood: {basis: analyst}\n    effects: []\n");
  EXPECT_EQ(ended.code, 3) << ended.said;
  EXPECT_THAT(ended.said, HasSubstr("cv is missing in threats.TT-01.duration.gamma"));
}

TEST(KindsOfFiles, AreJudgedByTheirOwnReaders) {
  const Ended record = checked("mine.yaml", "record:\n  version: \"1\"\n  untl: \"2026-11-30\"\n");
  EXPECT_EQ(record.code, 3);
  EXPECT_THAT(record.said, HasSubstr("mine.yaml:3:3: unknown key untl"));
  EXPECT_THAT(record.said, Not(HasSubstr("scenario")));
  const Ended estimates =
      checked("e.yaml", "likelihoods:\n  DR-07:\n    - {p5: 0.1, mode: 0.01}\n");
  EXPECT_EQ(estimates.code, 3);
  EXPECT_THAT(estimates.said, HasSubstr("p95 is missing"));
}

TEST(KindsOfFiles, ThatOtherCommandsReadAreNamedInOneSentence) {
  for (const auto& [name, text, said] :
       {std::tuple("x.h5", "\x89HDF\r\n\x1a\n", "x.h5: is a result file: table, report, "),
        std::tuple("a.csv", "meldkamer,role\n", "a.csv: is a table, as a roster is: check it with"),
        std::tuple("m.json", "{}\n", "m.json: is JSON"),
        std::tuple("o.yaml", "demand:\n  calls: \"8 calls/h\"\n", "o.yaml: is an overlay: ")}) {
    const Ended ended = checked(name, text);
    EXPECT_EQ(ended.code, 3) << name;
    EXPECT_THAT(ended.said, HasSubstr(said));
    EXPECT_THAT(ended.said, HasSubstr("1 problem"));
  }
}

}  // namespace
