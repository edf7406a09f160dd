#include "studies/campaign/manifest.hpp"

#include <gmock/gmock.h>

#include <functional>
#include <limits>

#include "models/text/problems.hpp"
#include "models/text/sha256.hpp"
#include "tests/unit/studies/manifest_example.hpp"

/// The manifest of a campaign: written, read again, and refused.
namespace {

using namespace studies;
using manifest_example::precise;
using manifest_example::small;
using nlohmann::ordered_json;
using results_example::Folder;
using testing::ElementsAre;
using testing::HasSubstr;

Manifest read_text(const std::string& text) {
  const Folder folder;
  results_example::put(folder / "manifest.json", text);
  return read_manifest(folder / "manifest.json");
}

Manifest read_again(const Manifest& manifest) {
  return read_text(to_json(manifest));
}

std::string refusal(const std::string& text) {
  try {
    read_text(text);
  } catch (const models::InvalidInput& invalid) {
    EXPECT_THAT(invalid.problems().at(0).mark.file, HasSubstr("manifest.json"));
    return invalid.what();
  }
  return "";
}

/// The manifest after somebody changed its text.
std::string changed(const Manifest& manifest, const std::function<void(ordered_json&)>& change) {
  ordered_json json = ordered_json::parse(to_json(manifest));
  change(json);
  return json.dump();
}

TEST(Manifest, IsReadAsItWasWritten) {
  const Manifest written = small(), read = read_again(written);
  EXPECT_EQ(read.name, written.name);
  EXPECT_EQ(read.description, written.description);
  EXPECT_EQ(read.rubricering, written.rubricering);
  EXPECT_EQ(read.version, written.version);
  EXPECT_EQ(read.commit, written.commit);
  EXPECT_EQ(read.world, written.world);
  EXPECT_EQ(read.catalogue, written.catalogue);
  EXPECT_EQ(read.measures, written.measures);
  EXPECT_EQ(read.onset, written.onset);
  EXPECT_EQ(read.duration, written.duration);
  EXPECT_EQ(read.set, written.set);
  EXPECT_EQ(read.replications, 5u);
  EXPECT_EQ(read.seed, 0xfedcba9876543210);
  EXPECT_EQ(read.inputs, written.inputs);
  EXPECT_EQ(read.disk_bytes, 123456.5);
  EXPECT_EQ(read.folder, written.folder);
  EXPECT_FALSE(read.precision);
}

TEST(Manifest, KeepsEveryFieldOfARow) {
  const Manifest read = read_again(small());
  ASSERT_EQ(read.rows.size(), 2u);
  const ManifestRow& row = read.rows[0];
  EXPECT_EQ(row.id, "DR-07@rotterdam+planned");
  EXPECT_EQ(row.command, "uitwijk run --threat DR-07");
  EXPECT_EQ(row.row.threat, "DR-07");
  EXPECT_EQ(row.row.target, "rotterdam");
  EXPECT_EQ(row.row.package, "planned");
  EXPECT_EQ(row.row.plan, "pairs");
  EXPECT_EQ(row.row.duration, "8 h");
  EXPECT_EQ(row.row.varied, "takeover.verify=1 min");
  EXPECT_EQ(read.rows[1].row.scenario, "scenarios/kpn-2019.yaml");
  EXPECT_EQ(read.rows[1].row.package, "current");
}

TEST(Manifest, KeepsItsTasks) {
  const Manifest read = read_again(small());
  ASSERT_EQ(read.tasks.size(), 3u);
  EXPECT_THAT(read.tasks[1].blocks, ElementsAre(Block{0, 3, 2}, Block{1, 0, 2}));
  EXPECT_EQ(read.tasks[1].cost_s, 2.25);
  EXPECT_DOUBLE_EQ(read.cost_s(), 3.85);
  EXPECT_EQ(read.replications_in_all(), 10u);
}

TEST(Manifest, KeepsItsPrecision) {
  const Manifest read = read_again(precise());
  ASSERT_TRUE(read.precision);
  EXPECT_EQ(read.precision->text, "10%@lost_callers");
  EXPECT_THAT(read.prefix_ends(), ElementsAre(50, 100, 120));
}

TEST(Manifest, WithoutAPrecisionHasOnePrefix) {
  EXPECT_THAT(small().prefix_ends(), ElementsAre(5));
}

TEST(Manifest, WrittenTwiceIsTheSameText) {
  const std::string text = to_json(small());
  EXPECT_EQ(to_json(read_text(text)), text);
  EXPECT_EQ(to_json(read_again(precise())), to_json(precise()));
}

TEST(Manifest, DigestIsThatOfTheCanonicalText) {
  EXPECT_EQ(digest_of(small()), models::sha256_hex(canonical_text(small())));
  EXPECT_EQ(ordered_json::parse(to_json(small())).at("digest"), digest_of(small()));
}

/// How the work is cut and where it was planned change no result.
TEST(Manifest, DigestSaysNothingOfTheMachine) {
  const std::string digest = digest_of(small());
  Manifest other = small();
  other.tasks = {{{{0, 0, 5}, {1, 0, 5}}, 9}};
  other.disk_bytes = 1;
  other.folder = "/elsewhere";
  EXPECT_EQ(digest_of(other), digest);
}

TEST(Manifest, DigestChangesWithEverythingThatIsAskedFor) {
  const std::string digest = digest_of(small());
  const std::vector<std::function<void(Manifest&)>> changes = {
      [](Manifest& m) { m.name = "Other"; },
      [](Manifest& m) { m.description += "."; },
      [](Manifest& m) { m.rubricering = "Vertrouwelijk"; },
      [](Manifest& m) { m.version += "1"; },
      [](Manifest& m) { m.commit = "0000000"; },
      [](Manifest& m) { m.world = "other"; },
      [](Manifest& m) { m.catalogue = "other"; },
      [](Manifest& m) { m.measures = "other"; },
      [](Manifest& m) { m.onset = ""; },
      [](Manifest& m) { m.duration = "5 h"; },
      [](Manifest& m) { m.set.pop_back(); },
      [](Manifest& m) { m.replications = 6; },
      [](Manifest& m) { m.seed += 1; },
      [](Manifest& m) { m.precision = parse_precision("5%@lost_callers"); },
      [](Manifest& m) { m.inputs[0].sha256 = "ab13"; },
      [](Manifest& m) { m.rows[0].id = "x"; },
      [](Manifest& m) { m.rows[0].command = "x"; },
      [](Manifest& m) { m.rows[0].row.threat = "DR-08"; },
      [](Manifest& m) { m.rows[0].row.target = "x"; },
      [](Manifest& m) { m.rows[0].row.package = "current"; },
      [](Manifest& m) { m.rows[0].row.plan = ""; },
      [](Manifest& m) { m.rows[0].row.duration = ""; },
      [](Manifest& m) { m.rows[0].row.varied = ""; },
      [](Manifest& m) { m.rows[1].row.scenario = "x"; },
      [](Manifest& m) { std::swap(m.rows[0], m.rows[1]); }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Manifest other = small();
    changes[i](other);
    EXPECT_NE(digest_of(other), digest) << "change " << i;
  }
}

TEST(Manifest, RefusesWhatIsNoManifest) {
  EXPECT_THAT(refusal("no JSON"), HasSubstr("is no manifest of a campaign"));
  EXPECT_THAT(refusal("{}"), HasSubstr("is no manifest of a campaign"));
  EXPECT_THAT(refusal("[1, 2]"), HasSubstr("is no manifest of a campaign"));
  EXPECT_THAT(refusal(to_json(small()).substr(0, 400)), HasSubstr("is no manifest of a campaign"));
}

TEST(Manifest, RefusesAnotherSchema) {
  const auto other = changed(small(), [](auto& json) { json["schema"] = "uitwijk/manifest/1"; });
  EXPECT_THAT(refusal(other),
              HasSubstr("is a 'uitwijk/manifest/1', expected a 'uitwijk/manifest/2'"));
  EXPECT_THAT(refusal(changed(small(), [](auto& json) { json["schema"] = 2; })),
              HasSubstr("is no manifest of a campaign"));
}

TEST(Manifest, RefusesAFileThatIsNotThere) {
  const Folder folder;
  EXPECT_THROW(read_manifest(folder / "manifest.json"), models::InvalidInput);
}

TEST(Manifest, RefusesAMissingOrWrongKey) {
  for (const char* const key : {"digest", "folder", "disk_bytes", "campaign", "tasks"})
    EXPECT_THAT(refusal(changed(small(), [&](auto& json) { json.erase(key); })),
                HasSubstr("is no manifest of a campaign"))
        << key;
  for (const char* const key : {"name", "version", "set", "replications", "seed", "inputs", "rows"})
    EXPECT_THAT(refusal(changed(small(), [&](auto& json) { json["campaign"].erase(key); })),
                HasSubstr("is no manifest of a campaign"))
        << key;
  EXPECT_THAT(refusal(changed(small(), [](auto& json) { json["campaign"]["name"] = 1; })),
              HasSubstr("is no manifest of a campaign"));
}

TEST(Manifest, RefusesWhatWasChangedByHand) {
  const char* const why = "was changed after it was planned";
  EXPECT_THAT(refusal(changed(small(), [](auto& json) { json["campaign"]["seed"] = 2; })),
              HasSubstr(why));
  EXPECT_THAT(
      refusal(changed(small(), [](auto& json) { json["campaign"]["rows"][0]["target"] = "x"; })),
      HasSubstr(why));
  EXPECT_THAT(refusal(changed(small(), [](auto& json) { json["digest"] = "00"; })), HasSubstr(why));
}

TEST(Manifest, RefusesAPrecisionThatItDoesNotKnow) {
  const auto text =
      changed(precise(), [](auto& json) { json["campaign"]["precision"] = "10%@lost_caller"; });
  EXPECT_THAT(refusal(text), testing::AllOf(HasSubstr("has a precision that this program does not"),
                                            HasSubstr("did you mean 'lost_callers'?")));
}

std::string refusal_of_tasks(Manifest manifest, std::vector<Task> tasks) {
  manifest.tasks = std::move(tasks);
  return refusal(to_json(manifest));
}

/// Five replications of two rows.
TEST(Manifest, RefusesHolesInItsTasks) {
  const auto of = [](std::vector<Block> blocks) {
    return refusal_of_tasks(small(), {{std::move(blocks), 1}});
  };
  EXPECT_EQ(of({{0, 0, 5}, {1, 0, 5}}), "");
  EXPECT_THAT(of({}), HasSubstr("has no task for replication 0 of row 0"));
  EXPECT_THAT(of({{0, 0, 5}}), HasSubstr("has no task for replication 0 of row 1"));
  EXPECT_THAT(of({{1, 0, 5}}), HasSubstr("has no task for replication 0 of row 0"));
  EXPECT_THAT(of({{0, 0, 3}, {1, 0, 5}}), HasSubstr("has no task for replication 3 of row 0"));
  EXPECT_THAT(of({{0, 1, 4}, {1, 0, 5}}), HasSubstr("has no task for replication 0 of row 0"));
  EXPECT_THAT(of({{0, 0, 2}, {0, 3, 2}, {1, 0, 5}}),
              HasSubstr("has no task for replication 2 of row 0"));
}

TEST(Manifest, RefusesWorkThatIsThereTwiceOrTooMuch) {
  const auto of = [](std::vector<Block> blocks) {
    return refusal_of_tasks(small(), {{std::move(blocks), 1}});
  };
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  EXPECT_THAT(of({{0, 0, most}, {0, most, 6}, {1, 0, 5}}), HasSubstr("or more than one"))
      << "adds up to five, over the largest number";
  EXPECT_THAT(of({{0, 0, 5}, {0, 0, 5}, {1, 0, 5}}), HasSubstr("or more than one"));
  EXPECT_THAT(of({{0, 0, 3}, {0, 2, 3}, {1, 0, 5}}), HasSubstr("or more than one"));
  EXPECT_NE(of({{0, 0, 6}, {1, 0, 5}}), "") << "more than was asked for";
  EXPECT_NE(of({{0, 0, 5}, {1, 0, 5}, {2, 0, 5}}), "") << "a row that is not there";
  EXPECT_NE(of({{0, 0, 5}, {0, 5, 0}, {1, 0, 5}}), "") << "a block of nothing";
  EXPECT_NE(of({{0, 0, 5}, {1, 0, 5}, {1, 5, 1}}), "") << "one too many of the last row";
}

TEST(Manifest, RefusesABlockAcrossThePlaceWhereARowMayStop) {
  EXPECT_EQ(refusal_of_tasks(precise(), {{{{0, 0, 50}, {0, 50, 50}, {0, 100, 20}}, 1}}), "");
  EXPECT_THAT(refusal_of_tasks(precise(), {{{{0, 0, 60}, {0, 60, 60}}, 1}}),
              HasSubstr("has a block of row 0 across replication 50, where it may stop"));
  EXPECT_THAT(refusal_of_tasks(precise(), {{{{0, 0, 50}, {0, 50, 70}}, 1}}),
              HasSubstr("across replication 100"));
}

TEST(Manifest, RefusesATextThatIsNoUtf8) {
  Manifest manifest = small();
  manifest.inputs[0].path = "caf\xe9.yaml";
  try {
    to_json(manifest);
    FAIL() << "was written";
  } catch (const models::InvalidInput& invalid) {
    EXPECT_THAT(invalid.what(), HasSubstr("is no UTF-8"));
  }
}

TEST(OptionsOf, AThreatIsAskedForAsInRun) {
  const Manifest manifest = small();
  const StudyReader asked = options_of(manifest, manifest.rows[0].row);
  EXPECT_EQ(asked.seed, manifest.seed);
  EXPECT_EQ(asked.scenario, "");
  EXPECT_EQ(asked.threat.threat, "DR-07");
  EXPECT_EQ(asked.threat.aim.target, "rotterdam");
  EXPECT_EQ(asked.threat.aim.onset, "2026-12-01T14:00");
  EXPECT_EQ(asked.threat.aim.duration, "8 h") << "the row's goes before the campaign's";
  EXPECT_EQ(asked.threat.world, "models/netherlands");
  EXPECT_EQ(asked.threat.catalogue, manifest.catalogue);
  EXPECT_THAT(asked.world.set, ElementsAre("takeover.decide=5 min", "demand.calls=90 calls/h",
                                           "takeover.verify=1 min"))
      << "what is varied comes last, so that it wins";
  EXPECT_EQ(asked.world.measures, "planned");
  EXPECT_EQ(asked.world.measure_file, manifest.measures);
  EXPECT_EQ(asked.world.plan, "pairs");
}

TEST(OptionsOf, AScenarioIsTakenAsItIs) {
  const Manifest manifest = small();
  const StudyReader asked = options_of(manifest, manifest.rows[1].row);
  EXPECT_EQ(asked.scenario, "scenarios/kpn-2019.yaml");
  EXPECT_EQ(asked.threat.threat, "");
  EXPECT_EQ(asked.threat.world, "") << "the file says which world it is";
  EXPECT_EQ(asked.world.measures, "") << "current is the world as it is";
  EXPECT_EQ(asked.world.measure_file, "");
  EXPECT_EQ(asked.world.set.size(), 2u);
}

TEST(OptionsOf, ARowWithoutADurationHasTheCampaigns) {
  Manifest manifest = small();
  manifest.rows[0].row.duration = "";
  EXPECT_EQ(options_of(manifest, manifest.rows[0].row).threat.aim.duration, "4 h");
}

}  // namespace
