#include "studies/campaign/shards.hpp"

#include <gmock/gmock.h>

#include <functional>

#include "results/result_file.hpp"
#include "studies/campaign/values.hpp"
#include "tests/unit/studies/manifest_example.hpp"
#include "tests/unit/studies/refusal.hpp"

/// Shards put together, and the values that are kept beside them.
namespace {

using namespace studies;
using manifest_example::precise;
using manifest_example::shard_of;
using manifest_example::small;
using results_example::Folder;
using studies_test::refusal;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

/// The replications lose so many callers, each.
void set_lost(results::Study& study, const std::vector<double>& lost) {
  const std::size_t width = results::size_of<results::CallerCount>;
  const auto place = static_cast<std::size_t>(results::CallerCount::lost);
  for (std::size_t i = 0; i < study.replications.size(); ++i) {
    auto& callers = study.replications[i].world.callers;
    for (std::size_t cell = place; cell < callers.size(); cell += width)
      callers[cell] = 0;
    callers[place] = static_cast<std::uint32_t>(lost.at(i));
  }
}

class CampaignShards : public testing::Test {
protected:
  CampaignFolder plan(const Manifest& manifest) {
    return CampaignFolder::create(temporary_ / "c", manifest);
  }

  static void write(
      const CampaignFolder& folder, const Block& block,
      const std::function<void(results::Study&)>& change = [](auto&) {}) {
    results::Study shard = shard_of(folder.manifest(), block);
    change(shard);
    results::write_study(shard, folder.shard(block), results::Timelines::each);
  }

  Folder temporary_;
};

TEST(AppendedParts, HaveTheBinsOfThoseThatWereSimulated) {
  results::Study long_and_failed, short_one;
  long_and_failed.dimensions.timeline_bins = 2067;
  long_and_failed.failures.push_back({7, "no process"});
  short_one.dimensions.timeline_bins = 137;
  short_one.replications.resize(1);

  results::Study failed_first = long_and_failed;
  append(failed_first, short_one);
  EXPECT_EQ(failed_first.dimensions.timeline_bins, 137u);
  results::Study failed_last = short_one;
  append(failed_last, long_and_failed);
  EXPECT_EQ(failed_last.dimensions.timeline_bins, 137u);
  EXPECT_EQ(failed_last.failures.size(), 1u);

  short_one.dimensions.timeline_bins = 140;
  append(failed_last, short_one);
  EXPECT_EQ(failed_last.dimensions.timeline_bins, 140u);
}

std::vector<std::uint64_t> numbers_of(const results::Study& study) {
  std::vector<std::uint64_t> out;
  for (const auto& seen : study.replications)
    out.push_back(seen.replication);
  return out;
}

TEST_F(CampaignShards, AreOneStudyInTheOrderOfTheirReplications) {
  const auto folder = plan(small());
  write(folder, {0, 3, 2});
  write(folder, {0, 0, 3});
  const auto merged = merged_row(folder, 0, {{0, 0, 3}, {0, 3, 2}});
  EXPECT_THAT(numbers_of(merged), ElementsAre(0, 1, 2, 3, 4));
  EXPECT_EQ(merged.provenance.command, folder.manifest().rows[0].command);
  EXPECT_EQ(merged.dimensions.centres.size(), 4u);
  const auto alone = results::read_study(folder.shard({0, 3, 2}));
  EXPECT_EQ(merged.replications[4].world.callers, alone.replications[1].world.callers);
  EXPECT_EQ(merged.replications[3].world.digest.low, alone.replications[0].world.digest.low);
}

TEST_F(CampaignShards, OfNoBlockAreNothing) {
  const auto folder = plan(small());
  EXPECT_TRUE(merged_row(folder, 0, {}).replications.empty());
}

TEST_F(CampaignShards, KeepWhatFailed) {
  const auto folder = plan(small());
  write(folder, {0, 0, 3}, [](results::Study& shard) {
    shard.replications.erase(shard.replications.begin() + 1);
    shard.failures = {{1, "the child died"}};
  });
  const auto merged = merged_row(folder, 0, {{0, 0, 3}});
  EXPECT_THAT(numbers_of(merged), ElementsAre(0, 2));
  ASSERT_EQ(merged.failures.size(), 1u);
  EXPECT_EQ(merged.failures[0].reason, "the child died");
}

TEST_F(CampaignShards, OfAnotherCampaignAreRefused) {
  const auto folder = plan(small());
  const Block block{0, 0, 3};
  const std::vector<std::function<void(results::Study&)>> changes = {
      [](auto& shard) { shard.provenance.command += " --set a=b"; },
      [](auto& shard) { shard.provenance.version = "0.0.1"; },
      [](auto& shard) { shard.provenance.commit = "0000000"; }};
  for (const auto& change : changes) {
    write(folder, block, change);
    EXPECT_THAT(refusal([&] { merged_row(folder, 0, {block}); }),
                AllOf(HasSubstr(folder.shard(block).string()),
                      HasSubstr("belongs to another campaign: it comes from"),
                      HasSubstr("remove it and run its task again")));
  }
}

TEST_F(CampaignShards, MadeWithAnotherInputAreRefused) {
  const auto folder = plan(small());
  write(folder, {0, 0, 3}, [](auto& shard) { shard.provenance.inputs[1].sha256 = "other"; });
  EXPECT_THAT(refusal([&] {
                merged_row(folder, 0, {{0, 0, 3}});
              }),
              HasSubstr("it was made with another empty.yaml"));
  write(folder, {0, 0, 3}, [](auto& shard) { shard.provenance.inputs[0].path = "new.yaml"; });
  EXPECT_THAT(refusal([&] {
                merged_row(folder, 0, {{0, 0, 3}});
              }),
              HasSubstr("it was made with another new.yaml"));
}

TEST_F(CampaignShards, WithOtherReplicationsThanTheirNameSaysAreRefused) {
  const auto folder = plan(small());
  const Block block{0, 0, 3};
  const std::vector<std::function<void(results::Study&)>> changes = {
      [](auto& shard) { shard.replications.pop_back(); },
      [](auto& shard) { shard.replications.back().replication = 3; },
      [](auto& shard) {
        shard.failures = {{2, "and failed too"}};
      },
      [](auto& shard) {
        shard.failures = {{3, "one more"}};
      }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    write(folder, block, changes[i]);
    EXPECT_THAT(refusal([&] { merged_row(folder, 0, {block}); }),
                HasSubstr("does not have the replications 0 to 2"))
        << "change " << i;
  }
}

TEST_F(CampaignShards, ThatAreDamagedAreRefusedByName) {
  const auto folder = plan(small());
  write(folder, {0, 0, 3});
  std::string bytes = results_example::bytes_of(folder.shard({0, 0, 3}));
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  results_example::put(folder.shard({0, 0, 3}), bytes);
  EXPECT_THAT(refusal([&] {
                merged_row(folder, 0, {{0, 0, 3}});
              }),
              AllOf(HasSubstr("0000-000000-3.h5"), HasSubstr("checksum"),
                    HasSubstr("remove it and run its task again")));
  EXPECT_THAT(refusal([&] { merged_row(folder, 0, {{0, 3, 2}}); }), HasSubstr("No such file"));
}

std::vector<double> about_100(std::size_t count, double spread) {
  std::vector<double> out;
  for (std::size_t i = 0; i < count; ++i)
    out.push_back(100 + (i % 2 == 0 ? spread : -spread));
  return out;
}

/// The half-width of 50 values 100 +- 3 is 0.86 %, of 100 +- 90 it is 26 %.
results::Study row_of(const Manifest& manifest, std::size_t count, double spread) {
  auto study = shard_of(manifest, {0, 0, count});
  set_lost(study, about_100(count, spread));
  return study;
}

TEST_F(CampaignShards, ARowEndsWhereItsValuesSay) {
  const auto folder = plan(precise());
  const Manifest& manifest = folder.manifest();
  const auto check = [&](std::size_t count, double spread, const RowEnd& end) {
    return refusal([&] { check_end(folder, 0, row_of(manifest, count, spread), end); });
  };
  EXPECT_EQ(check(50, 3, {50, true, true}), "");
  EXPECT_THAT(check(50, 90, {50, true, true}), HasSubstr("values kept beside the shards of row"));
  EXPECT_THAT(check(100, 3, {100, true, true}), HasSubstr("are not theirs"))
      << "it would have stopped at 50";
  EXPECT_EQ(check(120, 90, {120, true, false}), "");
  EXPECT_THAT(check(120, 3, {120, true, false}), HasSubstr("remove 0000-*.values.json"));
}

TEST_F(CampaignShards, ARowThatIsNotWholeIsNotJudged) {
  const auto folder = plan(precise());
  EXPECT_EQ(refusal([&] {
              check_end(folder, 0, row_of(folder.manifest(), 49, 90), {50, true, true});
            }),
            "");
  EXPECT_EQ(refusal([&] {
              check_end(folder, 0, row_of(folder.manifest(), 50, 90), {50, false, true});
            }),
            "");
}

TEST_F(CampaignShards, WithoutAPrecisionNothingIsKept) {
  const auto folder = plan(small());
  keep_values(folder, {0, 0, 3}, shard_of(folder.manifest(), {0, 0, 3}));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path() / "shards"));
}

TEST_F(CampaignShards, ValuesAreKeptBesideThem) {
  const auto folder = plan(precise());
  const Block block{0, 100, 20};
  auto study = shard_of(folder.manifest(), block);
  set_lost(study, about_100(20, 5));
  keep_values(folder, block, study);
  EXPECT_TRUE(std::filesystem::exists(folder.shard(block).string() + ".values.json"));
  EXPECT_THAT(values_of(folder, block), ElementsAre(about_100(20, 5)));
}

/// What was kept for other work is not read; then the shard itself must tell.
TEST_F(CampaignShards, ValuesOfOtherWorkAreNotBelieved) {
  const auto folder = plan(precise());
  const Block block{0, 100, 20};
  write(folder, block, [](results::Study& shard) { set_lost(shard, about_100(20, 7)); });
  const auto file = folder.shard(block).string() + ".values.json";
  const nlohmann::json right = {{"schema", "uitwijk/shard-values/1"},
                                {"digest", folder.digest()},
                                {"block", {0, 100, 20}},
                                {"values", {std::vector<double>{1, 2}}}};
  results_example::put(file, right.dump());
  EXPECT_THAT(values_of(folder, block), ElementsAre(std::vector<double>{1, 2}))
      << "this one is believed";
  const std::vector<std::function<void(nlohmann::json&)>> changes = {
      [](auto& json) { json["digest"] = "other"; },
      [](auto& json) { json["schema"] = "uitwijk/shard-values/2"; },
      [](auto& json) {
        json["block"] = {0, 50, 50};
      },
      [](auto& json) { json.erase("values"); },
      [](auto& json) { json["values"] = "none"; },
      [](auto& json) { json["values"] = nlohmann::json::array(); },
      [](auto& json) { json["more"] = 1; }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    nlohmann::json wrong = right;
    changes[i](wrong);
    results_example::put(file, wrong.dump());
    EXPECT_THAT(values_of(folder, block), ElementsAre(about_100(20, 7))) << "change " << i;
  }
  results_example::put(file, "half a fi");
  EXPECT_THAT(values_of(folder, block), ElementsAre(about_100(20, 7)));
  std::filesystem::remove(file);
  EXPECT_THAT(values_of(folder, block), ElementsAre(about_100(20, 7)));
}

}  // namespace
