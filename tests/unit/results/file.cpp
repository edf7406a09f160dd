#include "results/result_file.hpp"

#include <gtest/gtest.h>
#include <malloc.h>
#include <sys/stat.h>

#include <bit>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "results/datasets.hpp"
#include "results/study_image.hpp"
#include "tests/unit/results/example.hpp"

namespace {

using namespace results;
using results_example::bytes_of;
using results_example::Folder;

/// NaN is equal to NaN here.
void expect_same(double a, double b) {
  EXPECT_EQ(std::bit_cast<std::uint64_t>(a), std::bit_cast<std::uint64_t>(b));
}

void expect_same(const Episode& a, const Episode& b) {
  EXPECT_EQ(a.centre, b.centre);
  EXPECT_EQ(a.partner, b.partner);
  EXPECT_EQ(a.failed_switches, b.failed_switches);
  EXPECT_EQ(a.answered, b.answered);
  for (const auto time :
       {&Episode::onset_s, &Episode::detected_s, &Episode::decided_s, &Episode::switched_s,
        &Episode::relocated_s, &Episode::repaired_s, &Episode::verified_s, &Episode::returned_s})
    expect_same(a.*time, b.*time);
}

void expect_same(const Loss& a, const Loss& b) {
  for (const auto member :
       {&Loss::centre, &Loss::stage, &Loss::discipline, &Loss::sent, &Loss::answered})
    EXPECT_EQ(a.*member, b.*member);
  for (const auto time : {&Loss::onset_s, &Loss::elsewhere_s, &Loss::repaired_s})
    expect_same(a.*time, b.*time);
}

void expect_same(const ComponentInterval& a, const ComponentInterval& b) {
  EXPECT_EQ(a.component, b.component);
  expect_same(a.from_s, b.from_s);
  expect_same(a.to_s, b.to_s);
}

void expect_same(const CourseEvent& a, const CourseEvent& b) {
  EXPECT_EQ(a.kind, b.kind);
  for (const auto time : {&CourseEvent::t_s, &CourseEvent::number})
    expect_same(a.*time, b.*time);
  for (const auto member : {&CourseEvent::subject, &CourseEvent::object, &CourseEvent::waiting,
                            &CourseEvent::answered, &CourseEvent::failed})
    EXPECT_EQ(a.*member, b.*member);
}

void expect_same(const CallRow& a, const CallRow& b) {
  for (const auto time : {&CallRow::first_attempt_s, &CallRow::answered_s, &CallRow::contact_s,
                          &CallRow::answer_delay_s})
    expect_same(a.*time, b.*time);
  for (const auto member : {&CallRow::region, &CallRow::discipline, &CallRow::kind,
                            &CallRow::centre, &CallRow::attempts})
    EXPECT_EQ(a.*member, b.*member);
  EXPECT_EQ(a.final_state, b.final_state);
  for (const auto flag : {&CallRow::urgent, &CallRow::genuine, &CallRow::lost, &CallRow::unreached})
    EXPECT_EQ(a.*flag, b.*flag);
}

template <class Row>
void expect_same(const std::vector<Row>& a, const std::vector<Row>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    expect_same(a[i], b[i]);
}

void expect_same(const Facts& a, const Facts& b) {
  for (const auto member :
       {&Facts::callers, &Facts::kinds, &Facts::other_work, &Facts::contacts, &Facts::contact_time,
        &Facts::groups, &Facts::waits, &Facts::answer_delay, &Facts::dispatch_delay})
    EXPECT_EQ(a.*member, b.*member);
  EXPECT_EQ(a.group_times, b.group_times);
  for (const auto member :
       {&Facts::unreachable_112_s, &Facts::dispatch_impossible_s, &Facts::degraded_s})
    EXPECT_EQ(a.*member, b.*member);
  expect_same(a.outages, b.outages);
  expect_same(a.episodes, b.episodes);
  expect_same(a.losses, b.losses);
  expect_same(a.seen_until_s, b.seen_until_s);
  expect_same(a.course, b.course);
  expect_same(a.calls, b.calls);
  EXPECT_EQ(a.conservation_error, b.conservation_error);
  EXPECT_EQ(a.digest, b.digest);
}

void expect_same(const Provenance& a, const Provenance& b) {
  for (const auto member :
       {&Provenance::scenario, &Provenance::scenario_name, &Provenance::world_name,
        &Provenance::rubricering, &Provenance::version, &Provenance::commit, &Provenance::command,
        &Provenance::start_local, &Provenance::zone, &Provenance::precision})
    EXPECT_EQ(a.*member, b.*member);
  for (const auto member :
       {&Provenance::seed, &Provenance::replications_asked, &Provenance::parameters,
        &Provenance::parameters_assumed, &Provenance::definitions})
    EXPECT_EQ(a.*member, b.*member);
  for (const auto member :
       {&Provenance::warm_up_s, &Provenance::end_s, &Provenance::drain_s, &Provenance::lost_after_s,
        &Provenance::delayed_after_s, &Provenance::norm_s})
    EXPECT_EQ(a.*member, b.*member);
  EXPECT_EQ(a.row, b.row);
  EXPECT_EQ(a.library_versions, b.library_versions);
  ASSERT_EQ(a.inputs.size(), b.inputs.size());
  for (std::size_t i = 0; i < a.inputs.size(); ++i) {
    EXPECT_EQ(a.inputs[i].path, b.inputs[i].path);
    EXPECT_EQ(a.inputs[i].text, b.inputs[i].text);
    EXPECT_EQ(a.inputs[i].sha256, b.inputs[i].sha256);
  }
}

void expect_same(const Dimensions& a, const Dimensions& b) {
  for (const auto member :
       {&Dimensions::regions, &Dimensions::disciplines, &Dimensions::centres, &Dimensions::stages,
        &Dimensions::groups, &Dimensions::components, &Dimensions::effects, &Dimensions::channels,
        &Dimensions::kinds, &Dimensions::functions})
    EXPECT_EQ(a.*member, b.*member);
  for_each(descriptions, [&](const auto& description) {
    EXPECT_EQ(a.*description.member, b.*description.member) << description.name;
  });
  for (const auto member :
       {&Dimensions::region_centre, &Dimensions::group_stage, &Dimensions::group_centre})
    EXPECT_EQ(a.*member, b.*member);
  ASSERT_EQ(a.places.size(), b.places.size());
  for (std::size_t i = 0; i < a.places.size(); ++i) {
    EXPECT_EQ(a.places[i].stage, b.places[i].stage);
    EXPECT_EQ(a.places[i].centre, b.places[i].centre);
  }
  EXPECT_EQ(a.region_share, b.region_share);
  EXPECT_EQ(a.discipline_modelled, b.discipline_modelled);
  EXPECT_EQ(a.timeline_bins, b.timeline_bins);
  EXPECT_EQ(a.timeline_bin_s, b.timeline_bin_s);
}

void expect_same(const Paired& a, const Paired& b) {
  for (const auto member :
       {&Paired::newly_lost, &Paired::newly_saved, &Paired::late, &Paired::late_help,
        &Paired::touched, &Paired::answer_delay, &Paired::answer_delay_twin, &Paired::help_delay,
        &Paired::help_delay_twin})
    EXPECT_EQ(a.*member, b.*member);
  EXPECT_EQ(a.recover_centre_s, b.recover_centre_s);
  EXPECT_EQ(a.newly_unreached, b.newly_unreached);
  expect_same(a.onset_s, b.onset_s);
  expect_same(a.recover_s, b.recover_s);
  expect_same(a.recover_nation_s, b.recover_nation_s);
  expect_same(a.window_s, b.window_s);
}

Study there_and_back(const Study& study, Timelines timelines = Timelines::summary) {
  const Folder folder;
  write_study(study, folder / "study.h5", timelines);
  return read_study(folder / "study.h5");
}

TEST(ResultFile, GivesBackWhatWasWritten) {
  const auto written = results_example::study();
  const auto read = there_and_back(written);
  expect_same(written.provenance, read.provenance);
  EXPECT_EQ(read.ending, written.ending);
  expect_same(written.dimensions, read.dimensions);
  ASSERT_EQ(read.failures.size(), 1u);
  EXPECT_EQ(read.failures[0].replication, 2u);
  EXPECT_EQ(read.failures[0].reason, written.failures[0].reason);
  ASSERT_EQ(read.replications.size(), written.replications.size());
  const auto courses = possible_courses(written.replications);
  for (std::size_t i = 0; i < read.replications.size(); ++i) {
    const auto &a = written.replications[i], &b = read.replications[i];
    EXPECT_EQ(a.replication, b.replication);
    expect_same(a.window_capped_s, b.window_capped_s);
    expect_same(a.world, b.world);
    expect_same(*a.twin, b.twin.value());
    expect_same(*a.paired, b.paired.value());
    const bool told = i == courses->median || i == courses->p95;
    EXPECT_EQ(b.world.timeline, told ? a.world.timeline : std::vector<std::uint32_t>{});
    EXPECT_EQ(b.twin->timeline, told ? a.twin->timeline : std::vector<std::uint32_t>{});
  }
  EXPECT_EQ(read.timeline,
            summarise_timeline(written.replications, written.dimensions.centres.size()));
  EXPECT_FALSE(read.timeline.world.p95.empty());
  const auto again = there_and_back(read);
  EXPECT_EQ(again.timeline, read.timeline);
}

/// As if nothing of that name were there: nobody asks for what it is called afterwards.
void hide(std::string& image, const std::string& name) {
  std::string other = name;
  ++other.back();
  std::size_t renamed = 0;
  for (auto at = image.find(name); at != image.npos; at = image.find(name, at), ++renamed)
    image.replace(at, name.size(), other);
  ASSERT_GT(renamed, 0u) << name;
}

TEST(ResultFile, OfFormatTwoDotZeroIsReadAsHavingWholeWindows) {
  auto image = image_of(results_example::study(), Timelines::summary);
  hide(image, "window_capped_s");
  for (const auto& seen : study_of(image).replications)
    expect_same(seen.window_capped_s, never);
}

/// A study as a program of format 2.1 wrote it, with this command.
Study of_format_2_1(const std::string& command) {
  auto study = results_example::study();
  study.provenance.command = command;
  auto image = image_of(study, Timelines::summary);
  for (const char* name : {"definitions", "interrupted", "precision_reached"})
    hide(image, name);
  return study_of(image);
}

TEST(ResultFile, OfFormatTwoDotOneHasReachedThePrecisionOfItsCommand) {
  const auto precise =
      of_format_2_1("uitwijk run x.yaml -n 9 --seed 1 --precision 5%@lost_callers --plan pairs");
  EXPECT_EQ(precise.provenance.precision, "5%@lost_callers");
  EXPECT_EQ(precise.ending, (Ending{0, 1}));
  EXPECT_EQ(precise.provenance.definitions, 1u);
  const auto last = of_format_2_1("uitwijk run x.yaml -n 9 --seed 1 --precision 5%@lost_callers");
  EXPECT_EQ(last.provenance.precision, "5%@lost_callers");
  const auto plain = of_format_2_1("uitwijk run x.yaml -n 9 --seed 1");
  EXPECT_EQ(plain.provenance.precision, "");
  EXPECT_EQ(plain.ending, Ending{});
}

TEST(ResultFile, KeepsEachTimelineWhenAsked) {
  const auto written = results_example::study();
  const auto read = there_and_back(written, Timelines::each);
  for (std::size_t i = 0; i < read.replications.size(); ++i) {
    EXPECT_EQ(read.replications[i].world.timeline, written.replications[i].world.timeline);
    EXPECT_EQ(read.replications[i].twin->timeline, written.replications[i].twin->timeline);
  }
}

TEST(ResultFile, ShardsKeepEnoughToBeOneStudyAgain) {
  const Folder folder;
  const auto whole = results_example::study();
  auto first = whole, second = whole;
  first.replications.resize(2);
  second.replications.erase(second.replications.begin(), second.replications.begin() + 2);
  auto merged = there_and_back(first, Timelines::each);
  for (auto& seen : there_and_back(second, Timelines::each).replications)
    merged.replications.push_back(std::move(seen));
  write_study(whole, folder / "whole.h5");
  write_study(merged, folder / "merged.h5");
  EXPECT_EQ(bytes_of(folder / "whole.h5"), bytes_of(folder / "merged.h5"));
}

TEST(ResultFile, WorksWithoutTwinTimelineOrReplications) {
  results_example::Size size;
  size.twin = size.timeline = false;
  size.calls = 0;
  const auto read = there_and_back(results_example::study(size));
  EXPECT_FALSE(read.replications.at(0).twin || read.replications.at(0).paired);
  EXPECT_TRUE(read.timeline.world.mean.empty());

  Study empty;
  empty.failures = {{0, "died"}};
  const auto nothing = there_and_back(empty);
  EXPECT_TRUE(nothing.replications.empty());
  EXPECT_EQ(nothing.failures.at(0).reason, "died");
}

TEST(ResultFile, SameStudySameBytesWhateverLiesInFreedMemory) {
  const Folder folder;
  const auto study = results_example::study();
  mallopt(M_PERTURB, 0x55);
  write_study(study, folder / "a.h5");
  mallopt(M_PERTURB, 0xaa);
  write_study(study, folder / "b.h5");
  mallopt(M_PERTURB, 0);
  EXPECT_EQ(bytes_of(folder / "a.h5"), bytes_of(folder / "b.h5"));
}

TEST(ResultFile, SameStudySameBytesASecondLater) {
  const Folder folder;
  const auto study = results_example::study();
  write_study(study, folder / "a.h5");
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  write_study(study, folder / "b.h5");
  EXPECT_EQ(bytes_of(folder / "a.h5"), bytes_of(folder / "b.h5"));
}

TEST(ResultFile, ReadingAndWritingAgainKeepsTheBytes) {
  const Folder folder;
  write_study(results_example::study(), folder / "a.h5");
  write_study(read_study(folder / "a.h5"), folder / "b.h5");
  EXPECT_EQ(bytes_of(folder / "a.h5"), bytes_of(folder / "b.h5"));
}

TEST(ResultFile, AnotherDigestGivesOtherBytes) {
  const Folder folder;
  auto study = results_example::study();
  write_study(study, folder / "a.h5");
  study.replications[3].twin->digest.low ^= 1;
  write_study(study, folder / "b.h5");
  EXPECT_NE(bytes_of(folder / "a.h5"), bytes_of(folder / "b.h5"));
}

TEST(ResultFile, IsForItsOwnerOnlyAndAlone) {
  const Folder folder;
  const auto mask = umask(0);
  write_study(results_example::study(), folder / "study.h5");
  umask(mask);
  struct stat there {};
  ASSERT_EQ(stat((folder / "study.h5").c_str(), &there), 0);
  EXPECT_EQ(there.st_mode & 07777, 0600u);
  EXPECT_EQ(folder.entries(), 1u);
}

TEST(ResultFile, ArraysThatDoNotFitAreOurMistakeAndLeaveNoFile) {
  const Folder folder;
  auto study = results_example::study();
  study.replications[1].world.waits.open().pop_back();
  EXPECT_THROW(write_study(study, folder / "study.h5"), std::logic_error);
  study = results_example::study();
  for (auto& seen : study.replications)
    seen.world.waits.open().pop_back();
  EXPECT_THROW(write_study(study, folder / "study.h5"), std::logic_error);
  study = results_example::study();
  study.replications[1].twin.reset();
  EXPECT_THROW(write_study(study, folder / "study.h5"), std::logic_error);
  study = results_example::study();
  std::swap(study.replications[0], study.replications[1]);
  EXPECT_THROW(write_study(study, folder / "study.h5"), std::logic_error);
  EXPECT_EQ(folder.entries(), 0u);
}

TEST(ResultFile, ANationalStudyIsAFewMegabytes) {
  const Folder folder;
  auto study = results_example::study(results_example::dutch);
  write_study(study, folder / "study.h5");
  EXPECT_LT(std::filesystem::file_size(folder / "study.h5"), 20u << 20);
  EXPECT_EQ(read_study(folder / "study.h5").replications.size(), 200u);
}

TEST(Digest, IsThirtyTwoHexadecimalDigits) {
  EXPECT_EQ(to_hex({0x1, 0xabc}), "00000000000000010000000000000abc");
}

}  // namespace
