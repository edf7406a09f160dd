/// The Dutch record: what its reader refuses, and what its file says.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "analysis/impact/consistency.hpp"
#include "analysis/statistics/rate_posterior.hpp"

namespace {

using analysis::Record;
using testing::HasSubstr;

const char* const good = R"(record:
  version: "1"
  until: "2026-11-30"
  platform_from: "2020-01-01"
  weight_before: {value: 0.5, range: [0, 1]}
  weight_foreign: 0.3
sources:
  S1: "a page"
families:
  carrier:
    name: {nl: "a", en: "b"}
    threats: [DR-01, DR-03]
    from: "2012-01-01"
    share_reported: 1
  alert:
    name: {nl: "a", en: "b"}
    from: "2012-01-01"
    share_reported: {value: 0.5, range: [0.2, 1]}
events:
  kpn_2019:
    {date: "2019-06-24", what: "KPN", duration: "198 min", scope: national, family: carrier, also: [alert], why_not: "one event", said_by: [S1]}
  later:
    {date: "2024-06-24", what: "another", scope: national, family: carrier, said_by: [S1]}
)";

/// The record of a text.
Record read_record_text(const std::string& text) {
  const auto file = std::filesystem::temp_directory_path() /
                    (std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) +
                     std::to_string(::getpid()) + ".yaml");
  std::ofstream(file) << text;
  try {
    Record out = analysis::read_record(file);
    std::filesystem::remove(file);
    return out;
  } catch (...) {
    std::filesystem::remove(file);
    throw;
  }
}

std::string with(const std::string& from, const std::string& to) {
  std::string text = good;
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string wrong(const std::string& from, const std::string& to) {
  try {
    read_record_text(with(from, to));
  } catch (const models::InvalidInput& refused) {
    return refused.what();
  }
  return "nothing was wrong";
}

const Record& shipped() {
  static const Record record = analysis::read_record(SOURCE_DIR "/analysis/record.yaml");
  return record;
}

const scenarios::Catalogue& catalogue() {
  static const auto out = scenarios::read_catalogue(SOURCE_DIR "/scenarios/threat_catalogue.yaml");
  return out;
}

const analysis::Criteria& criteria() {
  static const auto out = analysis::read_criteria(SOURCE_DIR "/analysis/criteria/standard.yaml");
  return out;
}

const analysis::FamilyRate& rate_of(const std::vector<analysis::FamilyRate>& rates,
                                    const std::string& id) {
  for (const auto& one : rates)
    if (one.family->id == id)
      return one;
  throw std::out_of_range(id);
}

TEST(RecordReader, SaysWhereSomethingIsWrong) {
  EXPECT_THAT(wrong("family: carrier, said_by", "family: carier, said_by"),
              HasSubstr(":23:68: family must be carrier or alert, found carier"));
  EXPECT_THAT(wrong("said_by: [S1]}\n  later", "said_by: [S2]}\n  later"), HasSubstr("S1"));
  EXPECT_THAT(wrong("date: \"2024-06-24\"", "date: \"2027-06-24\""),
              HasSubstr("must not be after the record's last day, 2026-11-30"));
  EXPECT_THAT(wrong(", why_not: \"one event\"", ""), HasSubstr("why_not must say why"));
  EXPECT_THAT(wrong("family: carrier, said_by", "said_by"),
              HasSubstr("needs a family that it counts in"));
  EXPECT_THAT(wrong("share_reported: 1\n", "share_reported: 0\n"),
              HasSubstr("share_reported must be more than 0"));
  EXPECT_THAT(wrong("threats: [DR-01, DR-03]", "threats: [DR-01, DR-01]"),
              HasSubstr("DR-01 is in the family carrier already"));
  EXPECT_THAT(wrong("scope: national, family: carrier, said_by",
                    "hours: 3, scope: national, family: carrier, said_by"),
              HasSubstr("unknown key hours"));
}

TEST(RecordReader, RefusesAWindowThatBeginsWithItsEvent) {
  EXPECT_THAT(wrong("from: \"2012-01-01\"\n    share_reported: 1",
                    "from: \"2019-06-24\"\n    share_reported: 1"),
              HasSubstr("a window begins before its events"));
}

TEST(Record, CountsAnEventOfTwoFamiliesOnce) {
  const Record record = read_record_text(good);
  std::size_t counted = 0;
  for (const auto& family : record.families)
    counted += record.counted_in(family).size();
  EXPECT_EQ(counted, record.events.size());
  EXPECT_TRUE(record.event("kpn_2019")->seen_by("alert"));
  EXPECT_TRUE(record.counted_in(record.families[1]).empty());
}

/// What facts.md and dynamics.md list, by the rule that an event counts when it was at least as bad
/// as the mildest draw of its family's threats.
TEST(ShippedRecord, HasItsCounts) {
  const std::map<std::string, std::size_t> seen = {
      {"carrier_total", 1},     {"carrier_partial", 3}, {"operator_blocked", 2},
      {"dispatch_system", 2},   {"radio_console", 2},   {"paging", 2},
      {"room_power", 3},        {"room_systems", 2},    {"room_evacuated", 0},
      {"blackout_peak", 1},     {"storm_peak", 2},      {"government_network", 1},
      {"dispatch_attacked", 0}, {"telephone_flood", 0}, {"public_alert", 0},
      {"office_network", 1}};
  for (const auto& family : shipped().families)
    EXPECT_EQ(shipped().counted_in(family).size(), seen.at(family.id)) << family.id;
  EXPECT_EQ(shipped().families.size(), seen.size());
}

TEST(ShippedRecord, HoldsThreatsOfTheCatalogueOnly) {
  for (const auto& family : shipped().families)
    for (const std::string& threat : family.threats)
      EXPECT_NO_THROW(catalogue().threat(threat)) << threat;
  EXPECT_NO_THROW(analysis::evidence_of(catalogue(), shipped()));
}

TEST(FamilyRate, ThreatsShareItInTheProportionsOfTheirClasses) {
  analysis::Evidence evidence;
  evidence.record = read_record_text(good);
  evidence.likelihoods["DR-01"].frequency_class = 4;
  evidence.likelihoods["DR-03"].frequency_class = 3;
  const auto families = analysis::family_rates(evidence, criteria());
  const auto rates = analysis::threat_rates(families);
  EXPECT_NEAR(rates.at("DR-01").mean() / rates.at("DR-03").mean(), 10, 1e-9);
  EXPECT_NEAR(rates.at("DR-01").mean() + rates.at("DR-03").mean(), families[0].rate->mean(), 1e-9);
  EXPECT_TRUE(families[0].prior) << "nobody set them because of its events";
}

/// A class that was set because of an event does not meet it again: the record stands alone then.
TEST(FamilyRate, UsesNoEventTwice) {
  analysis::Evidence evidence;
  evidence.record = read_record_text(good);
  evidence.record.weight_before = {0.5, 0.5, 0.5};
  evidence.likelihoods["DR-01"].frequency_class = 4;
  evidence.likelihoods["DR-01"].because_of = {"kpn_2019"};
  const auto alone = analysis::family_rates(evidence, criteria());
  EXPECT_FALSE(alone[0].prior);
  const double before = 8 * 0.5,
               after = analysis::Record(evidence.record).years(alone[0].family[0]) - 8;
  EXPECT_NEAR(alone[0].rate->mean(), (0.5 + 1.5) / (before + after), 0.003);
  evidence.likelihoods["DR-01"].because_of.clear();
  EXPECT_TRUE(analysis::family_rates(evidence, criteria())[0].prior);
}

TEST(FamilyRate, KeepsAClassApartFromARecordOfNothing) {
  const analysis::Evidence evidence = analysis::evidence_of(catalogue(), shipped());
  const auto rates = analysis::family_rates(evidence, criteria());
  EXPECT_FALSE(rate_of(rates, "telephone_flood").rate) << "no class and nothing seen";
  const auto& fire = rate_of(rates, "room_evacuated");
  ASSERT_TRUE(fire.rate && fire.prior);
  EXPECT_LT(fire.rate->mean(), fire.prior->mean()) << "none seen says something";
  ASSERT_TRUE(rate_of(rates, "room_systems").rate) << "no class, but two were seen";
}

TEST(Evidence, RefusesAReasonThatTheRecordDoesNotHave) {
  scenarios::Catalogue other = catalogue();
  other.threats.front().likelihood.because_of = {"nothing_2013"};
  EXPECT_THROW(analysis::evidence_of(other, shipped()), models::InvalidInput);
}

TEST(Durations, OfElsewhereWeighLessThanDutchOnes) {
  Record record = read_record_text(good);
  analysis::RecordFamily family = record.families[0];
  EXPECT_FALSE(analysis::duration_of(family, record)) << "nobody says how far they lie apart";
  family.elsewhere = analysis::Elsewhere{4 * 3600.0, 12 * 3600.0, 10};
  const auto fit = analysis::duration_of(family, record);
  // Ten foreign cases of 0.3 beside one of 2019, of 0.5.
  const double expected = std::exp((3 * std::log(4 * 3600.0) + 0.5 * std::log(198 * 60.0)) / 3.5);
  ASSERT_TRUE(fit);
  EXPECT_NEAR(fit->median_s, expected, 1);
  const double sigma = std::log(3) / 1.6448536, off = std::log(198 * 60.0 / expected);
  EXPECT_NEAR(std::log(fit->p95_s / expected),
              1.6448536 * std::sqrt((10 * sigma * sigma + off * off) / 11), 1e-6);
}

/// The durations of the catalogue are those that the record leaves, to a tenth.
TEST(ShippedRecord, HasSetTheDurationsOfTheCatalogue) {
  const auto check = analysis::consistency_of(analysis::evidence_of(catalogue(), shipped()),
                                              catalogue(), criteria());
  for (const auto& one : check.families)
    if (one.fit && one.fit->dutch > 0 && one.family.threats.size() == 1) {
      EXPECT_NEAR(*one.model_median_s / one.fit->median_s, 1, 0.1) << one.family.id;
      EXPECT_NEAR(*one.model_p95_s / one.fit->p95_s, 1, 0.1) << one.family.id;
    }
}

TEST(Consistency, LeavesEachFamilyOutInTurn) {
  const auto check = analysis::consistency_of(analysis::evidence_of(catalogue(), shipped()),
                                              catalogue(), criteria());
  for (const auto& one : check.families) {
    EXPECT_EQ(std::isnan(one.none_below_per_y), one.seen > 0) << one.family.id;
    if (one.family.id == "carrier_total") {
      EXPECT_FALSE(one.without_record) << "its class was set because of its record";
      EXPECT_TRUE(one.expected);
    }
    if (one.family.id == "paging") {
      EXPECT_TRUE(one.without_record);
    }
  }
  const auto with = check.sum(&analysis::FamilyCheck::expected);
  EXPECT_EQ(with.families, 14u);
}

}  // namespace
