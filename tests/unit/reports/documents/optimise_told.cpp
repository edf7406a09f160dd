// What a search for a better plan says.
#include "reports/documents/optimise_result.hpp"
#include "reports/formats/render.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"
#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace reports;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using told::texts;

analysis::PlanTrial losing(std::vector<double> lost) {
  return {{std::move(lost)}, {}, 0};
}

/// Of the loss of noord; the found plan has zuid and the national centre in equal parts.
analysis::OptimiseTrials searched(std::vector<double> found) {
  analysis::OptimiseTrials out;
  out.valued.world = told::tiny().world;
  out.valued.rubricering = "Openbare bronnen";
  models::TakeoverPlan shipped;
  shipped.id = "pairs";
  shipped.partners = models::PartnersOfAll(out.valued.world.centres.size());
  shipped.partners[told::centre("noord")] = {{told::centre("zuid"), 1, false, {}}};
  out.found = shipped;
  out.found.id = "optimised";
  out.found.partners[told::centre("noord")] = {{told::centre("zuid"), 0.5, true, {}},
                                               {told::centre("landelijk"), 1, false, {}}};
  out.valued.world.takeover_plans.add(shipped);
  out.valued.plans = {"pairs", "optimised"};
  out.valued.measures = {{"extra_lost_callers", analysis::Unit::count}};
  out.valued.losses = {{{told::centre("noord")}, {losing({10, 12, 14}), losing(found)}}};
  analysis::RoomAnswer answer;
  answer.room = told::centre("noord");
  answer.before = shipped.partners[answer.room];
  answer.after = out.found.partners[answer.room];
  answer.not_told = {{{told::centre("landelijk"), 1, false, {}}}};
  answer.searched_out = true;
  out.rooms = {answer};
  analysis::SearchStep step;
  step.room = answer.room;
  step.move = {models::PartnerMove::Kind::join, told::centre("landelijk"), {}, {}};
  step.list = answer.after;
  step.saved = analysis::estimate(std::vector<double>{3, 4, 5});
  step.alternatives = 4;
  out.steps = {step};
  out.rounds = 1;
  out.replications = 80;
  return out;
}

analysis::OptimiseTrials better() {
  return searched({6, 8.5, 10});
}

Document document(const analysis::OptimiseTrials& of, Language language = Language::english,
                  const analysis::OptimiseQuestion& question = {}) {
  return optimise_document(of, question, language);
}

std::vector<std::string> notes(const analysis::OptimiseTrials& of, const std::string& grid,
                               Language language = Language::english) {
  return told::grid(document(of, language), grid).notes;
}

TEST(OptimiseTold, HasTheGridsThatWereAnnouncedBeforehandInBothLanguages) {
  for (const Language language : told::languages) {
    const Document all = document(better(), language);
    told::expect_whole(all);
    EXPECT_EQ(all.head.at(0), "Rubricering: Openbare bronnen");
    for (const std::string& name : told::grid_names(all))
      EXPECT_THAT(optimise_grids(), Contains(name));
    EXPECT_EQ(told::grid_names(all).size(), optimise_grids().size());
  }
}

TEST(OptimiseTold, SaysWhichPlanIsTheAnswerAndWhy) {
  EXPECT_THAT(notes(better(), "plans").front(),
              HasSubstr("The answer is optimised: fewer lost than under pairs"));
  EXPECT_THAT(notes(better(), "plans", Language::dutch).front(),
              HasSubstr("Het antwoord is optimised: minder verloren dan onder pairs"));
  const auto doubtful = searched({9, 12, 14});
  EXPECT_THAT(notes(doubtful, "plans"),
              AllOf(Contains(HasSubstr("The answer is pairs: what the search found (optimised) is "
                                       "not better"))));
  EXPECT_THAT(notes(doubtful, "plans", Language::dutch),
              Contains(HasSubstr("niet te onderscheiden")));
}

TEST(OptimiseTold, APlanThatCannotBeToldFromTheAnswerIsNamed) {
  auto three = better();
  three.valued.plans = {"pairs", "pool", "optimised"};
  three.valued.losses[0].plans.insert(three.valued.losses[0].plans.begin() + 1,
                                      losing({30, 7, 11}));
  EXPECT_THAT(notes(three, "plans"), Contains(HasSubstr("pool: cannot be told from")));
}

TEST(OptimiseTold, WithoutAChangeNothingWasFound) {
  auto none = better();
  none.rooms[0].after = none.rooms[0].before;
  none.valued.plans.pop_back();
  none.valued.losses[0].plans.pop_back();
  none.steps.clear();
  const Document all = document(none);
  EXPECT_THAT(told::grid(all, "plans").notes.front(),
              HasSubstr("The answer is pairs: the search found nothing better"));
  EXPECT_THAT(told::grid_names(all), Not(Contains("changes")));
  EXPECT_EQ(optimised_plan(none), "pairs");
  EXPECT_THAT(optimised_yaml(none), AllOf(HasSubstr("pairs:"), HasSubstr("zuid")));
}

TEST(OptimiseTold, OfAnInterruptedSearchThereIsNoAnswer) {
  auto cut = better();
  cut.valued.losses.clear();
  cut.valued.plans.pop_back();
  const Document all = document(cut);
  EXPECT_THAT(told::grid(all, "plans").rows, IsEmpty());
  EXPECT_THAT(told::grid(all, "plans").notes, ElementsAre(HasSubstr("there is no answer")));
  EXPECT_THAT(optimised_yaml(cut), IsEmpty());
  EXPECT_TRUE(optimise_json(cut, {}, Language::english).at("answer").is_null());
}

TEST(OptimiseTold, WhoAnswersNowWithPartsAndRehearsals) {
  const Grid grid = told::grid(document(better()), "partners");
  ASSERT_EQ(grid.rows.size(), 3u);
  EXPECT_EQ(grid.rows[0].front().text, "noord");
  EXPECT_THAT(texts(grid.rows[1]), ElementsAre("  1", "zuid", "50 %", "yes", "all"));
  EXPECT_THAT(texts(grid.rows[2]), ElementsAre("  2", "landelijk", "50 %", "no", "all"));
}

TEST(OptimiseTold, OneOtherListIsASingular) {
  auto two = better();
  EXPECT_THAT(notes(two, "not_told"), Contains("noord: 1 other list, of which landelijk 100 %"));
  EXPECT_THAT(notes(two, "not_told", Language::dutch), Contains(HasSubstr("1 andere lijst,")));
  two.rooms[0].not_told.push_back(two.rooms[0].before);
  EXPECT_THAT(notes(two, "not_told"), Contains(HasSubstr("2 other lists")));
}

TEST(OptimiseTold, AChangeThatDrawsDoNotBearOutIsDropped) {
  auto dropped = better();
  dropped.rooms[0].dropped = true;
  dropped.rooms[0].draws = 20;
  dropped.rooms[0].better_draws = 17;
  EXPECT_THAT(notes(dropped, "changes"),
              Contains(HasSubstr("noord: better in 17 of 20 draws of the parameters")));
  EXPECT_THAT(notes(dropped, "changes", Language::dutch),
              Contains(HasSubstr("niet te onderscheiden")));
}

TEST(OptimiseTold, ThePriceOfRehearsalsIsSaid) {
  auto priced = better();
  priced.rooms[0].rehearsals = 1;
  priced.rehearsal_price = 1;
  EXPECT_THAT(notes(priced, "changes"),
              Contains(HasSubstr("1 pair would have to rehearse, at 1.0 lost caller each")));
}

TEST(OptimiseTold, SaysHowFarTheSearchCame) {
  auto open = better();
  EXPECT_THAT(notes(open, "steps").back(), HasSubstr("all that is one change away was tried"));
  open.rooms[0].searched_out = false;
  EXPECT_THAT(notes(open, "steps").back(), HasSubstr("another room loses more: noord"));
  open.budget_ended = true;
  EXPECT_THAT(notes(open, "steps").back(), HasSubstr("The budget ended"));
  open.signal = 15;
  EXPECT_THAT(notes(open, "steps").back(), HasSubstr("Interrupted before all was tried of noord"));
}

TEST(OptimiseTold, EveryMoveHasWords) {
  using Kind = models::PartnerMove::Kind;
  const auto said = [](Kind kind, Language language) {
    return move_text(told::tiny().world, {kind, told::centre("noord"), told::centre("zuid"), {0}},
                     language);
  };
  EXPECT_EQ(said(Kind::replace, Language::english), "noord in place of zuid");
  EXPECT_EQ(said(Kind::swap, Language::dutch), "noord ruilt van plaats met zuid");
  std::set<std::string> all;
  for (int kind = 0; kind <= static_cast<int>(Kind::rehearse); ++kind)
    for (const Language language : told::languages)
      all.insert(said(static_cast<Kind>(kind), language));
  EXPECT_EQ(all.size(), 18u);
  EXPECT_STREQ(word_of(Kind::start), "start");
  EXPECT_STREQ(word_of(Kind::rehearse), "rehearse");
}

TEST(OptimiseTold, ReservesStandInBrackets) {
  EXPECT_EQ(list_text(told::tiny().world,
                      {{told::centre("zuid"), 1, false, {{0}}},
                       {told::centre("landelijk"), 1, false, {}}},
                      Language::english),
            "zuid [" + told::tiny().world.disciplines[models::Id<models::Discipline>{0}].id +
                "] 100 %, (landelijk)");
}

TEST(OptimiseTold, TheJsonHasRoomsStepsAndPlans) {
  analysis::OptimiseQuestion question;
  question.within_km = 120;
  const auto json = optimise_json(better(), question, Language::english);
  EXPECT_EQ(json.at("schema"), "uitwijk/optimise/1");
  EXPECT_EQ(json.at("answer"), "optimised");
  EXPECT_EQ(json.at("compared_with"), "pairs");
  EXPECT_EQ(json.at("within_km"), 120);
  EXPECT_TRUE(json.at("plans")[0].at("saved").is_null());
  EXPECT_EQ(json.at("rooms")[0].at("after")[1].at("to"), "landelijk");
  EXPECT_EQ(json.at("steps")[0].at("move"), "join");
  EXPECT_TRUE(json.at("steps")[0].at("other").is_null());
}

TEST(OptimiseTold, NoLineIsWiderThanATable) {
  auto wide = better();
  for (auto& centre : wide.valued.world.centres)
    centre.id = "zeeland_west_brabant_" + centre.id;
  wide.valued.plans = {"landelijke_pool_van_alle", "optimised_2"};
  wide.steps[0].move = {
      models::PartnerMove::Kind::replace, told::centre("noord"), told::centre("landelijk"), {}};
  for (auto objective : {analysis::Objective::expected, analysis::Objective::worst}) {
    wide.objective = objective;
    for (const Language language : told::languages) {
      std::istringstream lines(
          told::printed([&](std::ostream& out) { print_text(out, document(wide, language)); }));
      for (std::string line; std::getline(lines, line);)
        EXPECT_LE(width_of(line), table_width) << line;
    }
  }
}

}  // namespace
