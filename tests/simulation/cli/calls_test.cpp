/// `run --calls K`: the rows of single callers and the counts of all of them tell one story.
#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <map>

#include "results/result_file.hpp"
#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using results::CallerCount;
using results::CallRow;
using results::Facts;
using testing::HasSubstr;

results::Study study_of(const std::string& arguments) {
  const Scratch scratch;
  const Ended ended = uitwijk("run -q -n 3 -o " + scratch.file("s.h5") + " " + arguments);
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  return results::read_study(scratch.file("s.h5"));
}

/// Both worlds of all replications.
std::vector<const Facts*> worlds_of(const results::Study& study) {
  std::vector<const Facts*> out;
  for (const auto& seen : study.replications) {
    out.push_back(&seen.world);
    if (seen.twin)
      out.push_back(&*seen.twin);
  }
  return out;
}

/// What one caller adds to the counts of the region and the discipline.
std::map<CallerCount, std::uint32_t> shares_of(const CallRow& row, double delayed_after_s) {
  using enum CallerCount;
  std::map<CallerCount, std::uint32_t> out = {{callers, 1},
                                              {genuine, row.genuine},
                                              {lost, row.lost},
                                              {unreached, row.unreached},
                                              {attempts, row.attempts},
                                              {delayed, 0}};
  for (const auto state : {reached, gave_up, other_channel, deterred, pending})
    out[state] = row.final_state == state ? 1 : 0;
  if (row.genuine && row.final_state != deterred && !(row.answer_delay_s <= delayed_after_s))
    out[delayed] = 1;
  return out;
}

void expect_rows_make_the_counts(const Facts& facts, const results::Study& study) {
  std::vector<std::uint32_t> sums(facts.callers.size());
  std::vector<bool> summed(facts.callers.size());
  for (const CallRow& row : facts.calls)
    for (const auto& [what, share] : shares_of(row, study.provenance.delayed_after_s)) {
      const std::size_t cell = (row.region * study.dimensions.disciplines.size() + row.discipline) *
                                   results::size_of<CallerCount> +
                               static_cast<std::size_t>(what);
      sums.at(cell) += share;
      summed.at(cell) = true;
    }
  std::size_t compared = 0;
  for (std::size_t cell = 0; cell < sums.size(); ++cell)
    if (summed[cell]) {
      EXPECT_EQ(sums[cell], facts.callers[cell]) << cell;
      ++compared;
    }
  EXPECT_EQ(compared, 2u * 11u) << "two regions, one modelled discipline, eleven counts";
}

void expect_sound(const CallRow& row, const results::Provenance& study) {
  EXPECT_GE(row.first_attempt_s, study.warm_up_s);
  EXPECT_LT(row.first_attempt_s, study.end_s);
  EXPECT_EQ(row.attempts == 0, row.final_state == CallerCount::deterred);
  EXPECT_EQ(std::isnan(row.contact_s), std::isinf(row.answer_delay_s));
  EXPECT_EQ(std::isnan(row.answered_s) && row.final_state != CallerCount::other_channel &&
                row.final_state != CallerCount::deterred,
            row.unreached == 1);
  if (row.genuine) {
    EXPECT_EQ(row.lost, !(row.contact_s - row.first_attempt_s <= study.lost_after_s));
  }
  if (row.final_state == CallerCount::reached) {
    EXPECT_FALSE(std::isnan(row.answered_s));
  }
  if (!std::isnan(row.contact_s)) {
    EXPECT_LE(row.first_attempt_s, row.answered_s);
    EXPECT_LE(row.answered_s, row.contact_s);
    EXPECT_LE(row.answer_delay_s, row.contact_s - row.first_attempt_s + 1e-3);
  }
}

TEST(CliCalls, RowsOfAllCallersAddUpToTheCounts) {
  const auto study = study_of("--calls 100000 " + tiny_outage);
  ASSERT_EQ(study.replications.size(), 3u);
  std::size_t lost = 0, elsewhere = 0;
  for (const Facts* facts : worlds_of(study)) {
    expect_rows_make_the_counts(*facts, study);
    for (const CallRow& row : facts->calls) {
      expect_sound(row, study.provenance);
      lost += row.lost;
      elsewhere += study.dimensions.regions[row.region] == "north" && !std::isnan(row.contact_s) &&
                   study.dimensions.centres[row.centre] == "zuid";
    }
  }
  EXPECT_GT(lost, 0u) << "the outage costs somebody, or nothing was tested";
  EXPECT_GT(elsewhere, 0u) << "the takeover shows in the rows";
}

TEST(CliCalls, OnlyTheFirstCallersByFirstAttempt) {
  const auto all = study_of("--calls 100000 " + tiny_outage),
             few = study_of("--calls 20 " + tiny_outage);
  for (std::size_t i = 0; i < worlds_of(all).size(); ++i) {
    const auto &whole = worlds_of(all)[i]->calls, &begin = worlds_of(few)[i]->calls;
    EXPECT_TRUE(std::ranges::is_sorted(whole, {}, &CallRow::first_attempt_s));
    ASSERT_EQ(begin.size(), 20u);
    ASSERT_GT(whole.size(), 20u);
    for (std::size_t row = 0; row < begin.size(); ++row) {
      EXPECT_EQ(begin[row].first_attempt_s, whole[row].first_attempt_s);
      EXPECT_EQ(begin[row].final_state, whole[row].final_state);
      EXPECT_EQ(begin[row].region, whole[row].region);
    }
  }
}

TEST(CliCalls, ChangeNoOtherNumber) {
  const auto with = study_of("--calls 50 " + tiny_outage), without = study_of(tiny_outage);
  EXPECT_THAT(with.provenance.command, HasSubstr(" --calls 50"));
  for (std::size_t i = 0; i < worlds_of(with).size(); ++i) {
    EXPECT_EQ(worlds_of(with)[i]->digest, worlds_of(without)[i]->digest);
    EXPECT_EQ(worlds_of(with)[i]->callers, worlds_of(without)[i]->callers);
    EXPECT_TRUE(worlds_of(without)[i]->calls.empty());
  }
}

TEST(CliCalls, NeedAFileAndANumberThatCanBeMeant) {
  const Scratch scratch;
  EXPECT_EQ(uitwijk("run --calls 10 " + tiny_outage).exit_code, 2);
  for (const char* const number : {"0", "-1", "1000001", "all"})
    EXPECT_EQ(uitwijk("run " + tiny_outage + " -o " + scratch.file("s.h5") + " --calls " + number)
                  .exit_code,
              2)
        << number;
}

}  // namespace
}  // namespace simulation
