// What an exercise says beside the prediction, and how it is advised to be read.
#include "analysis/measures/takeover_strain.hpp"
#include "reports/documents/exercise_result.hpp"
#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace reports;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using told::texts;

scenarios::ObservedTakeover seen(const std::string& partner = "zuid") {
  scenarios::ObservedTakeover out;
  out.lost = told::centre("noord");
  out.partner = told::centre(partner);
  out.decide_s = 300;
  return out;
}

/// Two replications under each of the three worlds; one more lost in each world than before.
analysis::LossTrials trials() {
  analysis::LossTrials out;
  out.world = told::tiny().world;
  out.plans = {"as_modelled", "as_observed", "updated"};
  const std::vector<models::Id<models::Centre>> lost = {told::centre("noord")};
  results::Dimensions dimensions;
  for (const char* const name : {"extra_lost_callers", "extra_delayed_callers", "answered_again_s"})
    out.measures.push_back({name, std::string(name).ends_with("_s") ? analysis::Unit::seconds
                                                                    : analysis::Unit::count});
  analysis::LossTrial loss{lost, {}};
  for (double world = 0; world < 3; ++world)
    loss.plans.push_back({{{4 + world, 6 + world}, {8, 12}, {200, 400}}, {}, 0});
  out.losses = {loss};
  return out;
}

analysis::ExerciseResult exercise_result(double below = 0.5) {
  analysis::ExerciseResult out;
  out.rooms = {
      {seen(), {{"decide", 60, 120, 240, 300, below}, {"detect", 30, 60, 90, 60, 0.5}}, trials()}};
  out.updated = {{"takeover.decide", models::text_node("3 min")}};
  out.rubricering = "Vertrouwelijk";
  return out;
}

scenarios::Exercise exercise() {
  return {"Uitwijktest 2026", "Vertrouwelijk", "verslag", "measured", {seen()}};
}

analysis::ExerciseQuestion exercise_question(double weight = 1) {
  analysis::ExerciseQuestion out;
  out.replications = 200;
  out.seed = 3;
  out.prior_weight = weight;
  return out;
}

Document document(const analysis::ExerciseResult& found, Language language = Language::english) {
  return exercise_document(exercise(), found, exercise_question(), language);
}

TEST(ExerciseTold, HasTheGridsThatWereAnnouncedBeforehand) {
  const Document all = document(exercise_result());
  told::expect_whole(all);
  EXPECT_EQ(told::grid_names(all), exercise_grids(exercise(), told::tiny().world));
  EXPECT_THAT(told::grid_names(all), ElementsAre("noord clocks", "noord outcome", "updates"));
}

TEST(ExerciseTold, HeadSaysMarkingSourceReplicationsAndSeed) {
  EXPECT_THAT(document(exercise_result()).head,
              ElementsAre("Rubricering: Vertrouwelijk",
                          "verslag: predicted beside observed; 200 replications of the loss as it "
                          "was, seed 3."));
}

TEST(ExerciseTold, EachClockStandsBesideItsPrediction) {
  const Grid clocks = told::grid(document(exercise_result()), "noord clocks");
  ASSERT_EQ(clocks.rows.size(), 2U);
  EXPECT_THAT(texts(clocks.rows[0]), ElementsAre("  knowing to ordering", "1 min 0 s", "2 min 0 s",
                                                 "4 min 0 s", "5 min 0 s", "50 %"));
  EXPECT_EQ(clocks.rows[0][4].numbers.at(0), 300);
  EXPECT_EQ(clocks.rows[1][0].text, "  loss to knowing");
  EXPECT_THAT(clocks.notes, IsEmpty()) << "the first partner, trained, and nothing odd";
}

TEST(ExerciseTold, EveryClockAndEveryWorldHasAWordInBothLanguages) {
  for (const Language language : told::languages) {
    analysis::ExerciseResult all = exercise_result();
    all.rooms.front().clocks.clear();
    for (const char* const clock : {"detect", "decide", "switch", "verify", "return"})
      all.rooms.front().clocks.push_back({clock, 1, 2, 3, 2, 0.5});
    const Grid clocks = told::grid(document(all, language), "noord clocks");
    std::set<std::string> words;
    for (const GridRow& row : clocks.rows)
      words.insert(row.front().text);
    for (const GridRow& row : told::grid(document(all, language), "noord outcome").rows)
      words.insert(row.front().text);
    EXPECT_EQ(words.size(), 8U);
  }
}

TEST(ExerciseTold, AnObservationThatHardlyAnyPredictionReachesIsNoted) {
  const auto notes = [](double below) {
    return told::grid(document(exercise_result(below)), "noord clocks").notes;
  };
  EXPECT_THAT(notes(0.04), ElementsAre("knowing to ordering: faster than nearly all that the model "
                                       "predicts"));
  EXPECT_THAT(notes(0.96), ElementsAre("knowing to ordering: slower than nearly all that the model "
                                       "predicts"));
  EXPECT_THAT(notes(0.05), IsEmpty()) << "one in twenty is not odd";
  EXPECT_THAT(notes(0.95), IsEmpty());
}

/// All replications were repaired before: -9223372036854775808 s was printed.
TEST(ExerciseTold, AClockThatTheLossDoesNotReachIsADashAndARemark) {
  constexpr double none = analysis::undefined;
  analysis::ExerciseResult over = exercise_result();
  over.rooms.front().clocks = {{"switch", none, none, none, 900, none, 200}};
  const Grid clocks = told::grid(document(over), "noord clocks");
  EXPECT_THAT(texts(clocks.rows[0]),
              ElementsAre("  order to answering", "–", "–", "–", "15 min 0 s", "–"));
  EXPECT_THAT(
      clocks.notes,
      ElementsAre("order to answering: the loss was over before in 200 of 200; only the other "
                  "replications predict"));
}

TEST(ExerciseTold, AnotherPartnerThanThePlansIsNoted) {
  analysis::ExerciseResult other = exercise_result();
  other.rooms.front().seen.partner = told::centre("landelijk");
  EXPECT_THAT(told::grid(document(other), "noord clocks").notes,
              ElementsAre(HasSubstr("landelijk answered, who is not the first partner")));
  other.rooms.front().seen.partner.reset();
  EXPECT_THAT(told::grid(document(other), "noord clocks").notes, IsEmpty());
}

TEST(ExerciseTold, APartnerWhoWasNotTrainedMayBeNow) {
  analysis::ExerciseResult untrained = exercise_result();
  models::World& world = untrained.rooms.front().trials.world;
  world.takeover.partners[told::centre("noord")].front().trained = false;
  EXPECT_THAT(told::grid(document(untrained), "noord clocks").notes,
              ElementsAre(HasSubstr("zuid answered, who is not marked as rehearsed")));
}

TEST(ExerciseTold, TheLossIsToldUnderThreeWorldsAndAgainstTheFirst) {
  const Grid outcome = told::grid(document(exercise_result()), "noord outcome");
  ASSERT_EQ(outcome.rows.size(), 3U);
  EXPECT_EQ(outcome.rows[0][0].text, "  as modelled");
  EXPECT_EQ(outcome.rows[0][1].numbers.at(0), 5);
  EXPECT_EQ(outcome.rows[0][2].text, "") << "not against itself";
  EXPECT_EQ(outcome.rows[2][1].numbers.at(0), 7);
  EXPECT_EQ(outcome.rows[2][2].numbers.at(0), 2);
  EXPECT_EQ(outcome.rows[1][4].numbers.at(0), 300);
}

TEST(ExerciseTold, TheWeightOfTheModelIsCounted) {
  const auto note = [](double weight) {
    return exercise_document(exercise(), exercise_result(), exercise_question(weight),
                             Language::english)
        .grids.back()
        .notes.front();
  };
  EXPECT_THAT(note(1), HasSubstr("counts for 1 exercise (--prior-weight)"));
  EXPECT_THAT(note(2.5), HasSubstr("counts for 2.5 exercises (--prior-weight)"));
}

TEST(ExerciseTold, TextEndsWithTheClocksAsAnOverlayHasThem) {
  const std::string text = told::printed([&](std::ostream& out) {
    print_exercise(out, exercise(), exercise_result(), exercise_question(), Language::english);
  });
  EXPECT_THAT(text, testing::StartsWith("Uitwijktest 2026\nRubricering: Vertrouwelijk\n"));
  EXPECT_THAT(text, HasSubstr("UPDATED CLOCKS (--save)\n  takeover.decide: \"3 min\"\n"));
}

TEST(ExerciseTold, JsonHasDifferencesOfAllWorldsButTheFirst) {
  const auto json = exercise_json(exercise(), exercise_result(), exercise_question());
  EXPECT_EQ(json.at("schema"), "uitwijk/exercise/2");
  const auto& room = json.at("meldkamers").at("noord");
  EXPECT_EQ(room.at("clocks").at("decide").at("observed_s"), 300);
  EXPECT_TRUE(
      room.at("outcome").at("as_modelled").at("difference").at("answered_again_s").is_null());
  EXPECT_EQ(room.at("outcome").at("updated").at("difference").at("extra_lost_callers").at("mean"),
            2);
  EXPECT_EQ(json.at("updated").at("takeover.decide"), "\"3 min\"");
}

}  // namespace
