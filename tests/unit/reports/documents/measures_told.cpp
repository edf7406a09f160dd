// What is told of measures: what they touch, and each of their values beside that of the world.
#include "reports/documents/measure_list.hpp"
#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace reports;
using scenarios::Measure;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Measure faster() {
  Measure out;
  out.id = "faster_decision";
  out.name_nl = "Sneller besluiten", out.name_en = "Decide faster";
  out.owner = "Directeur", out.status = Measure::Status::planned;
  out.cost = "low", out.works_at = "chain";
  out.origin = {"a plan", "assumed", ""};
  out.references = {{"bio", {"1.2", "3.4"}}};
  out.touches = {{"DR-20", "noord", "lost_callers", {}},
                 {"DR-20", "", "late_callers", {}},
                 {"DR-07", "", "lost_callers", {}}};
  out.set = {{"takeover.decide", "{value: 1 min, source: \"a plan\", kind: assumed}", {}},
             {"takeover.anew", "5 min", {}}};
  out.not_simulated = {{"training", "nobody has measured it"}};
  return out;
}

Measure brigade() {
  Measure out;
  out.id = "brigade";
  out.name_nl = "Brandweer", out.name_en = "Fire brigade";
  out.owner = "Hoofd huisvesting", out.status = Measure::Status::existing;
  out.cost = "high", out.works_at = "site";
  out.without = {{"takeover.detect", "10 min", {}}};
  return out;
}

scenarios::MeasureList list() {
  scenarios::MeasureList out;
  out.status = "concept";
  out.measures = {faster(), brigade()};
  return out;
}

std::vector<models::Parameter> now() {
  return told::tiny().parameters;
}

std::string measure_text(const std::vector<Measure>& measures, Language language) {
  return told::printed(
      [&](std::ostream& out) { print_measures(out, list(), measures, now(), language); });
}

TEST(MeasuresTold, AreChosenByAllThatIsKnownOfThem) {
  const auto chosen = [](const std::vector<std::string>& patterns) {
    std::vector<std::string> out;
    for (const Measure& measure : chosen_measures(list(), patterns))
      out.push_back(measure.id);
    return out;
  };
  EXPECT_THAT(chosen({}), ElementsAre("faster_decision", "brigade"));
  EXPECT_THAT(chosen({"BRANDWEER"}), ElementsAre("brigade"));
  EXPECT_THAT(chosen({"planned"}), ElementsAre("faster_decision"));
  EXPECT_THAT(chosen({"dr-20", "directeur"}), ElementsAre("faster_decision"));
  EXPECT_THAT(chosen({"huisvesting"}), ElementsAre("brigade"));
  EXPECT_THAT(chosen({"planned", "brigade"}), IsEmpty());
}

TEST(MeasuresTold, OneAloneIsToldInFull) {
  const std::string told = measure_text({faster()}, Language::english);
  for (const char* const line :
       {"owner                Directeur", "works at             chain",
        "source               a plan (assumed)", "bio                  1.2, 3.4",
        "lowers               DR-20@noord: lost_callers",
        "lowers               DR-20: late_callers",
        "with it              takeover.decide: 2 min -> 1 min",
        "with it              takeover.anew: 5 min\n",
        "not simulated        training: nobody has measured it"})
    EXPECT_THAT(told, HasSubstr(line));
}

TEST(MeasuresTold, AnExistingOneSaysWhatTheWorldIsWithoutIt) {
  const std::string told = measure_text({brigade()}, Language::dutch);
  EXPECT_THAT(told, HasSubstr("zonder               takeover.detect: 60 s -> 10 min"));
  EXPECT_THAT(told, HasSubstr("eigenaar             Hoofd huisvesting"));
  EXPECT_THAT(told, Not(HasSubstr("ermee")));
}

TEST(MeasuresTold, SeveralAreALineEachWithTheThreatsOnce) {
  const std::string told = measure_text(list().measures, Language::english);
  EXPECT_THAT(told, HasSubstr("Decide faster  [DR-20 DR-07]\n"));
  EXPECT_THAT(told, HasSubstr("Fire brigade  []\n"));
  EXPECT_THAT(told, HasSubstr("2 of 2 measures; status: concept\n"));
  EXPECT_THAT(told, Not(HasSubstr("with it"))) << "values are of one alone";
  EXPECT_THAT(measure_text({}, Language::english), testing::StartsWith("0 of 2 measures; "));
}

TEST(MeasuresTold, ADocumentHasAGridOfMeasuresAndOneOfValues) {
  const Document document = measures_document(list(), list().measures, now(), Language::english);
  told::expect_whole(document);
  EXPECT_THAT(told::grid_names(document), ElementsAre("measures", "values"));
  EXPECT_THAT(document.head, ElementsAre("status: concept"));
  EXPECT_THAT(told::texts(document.grids[0].rows[0]),
              ElementsAre("faster_decision", "Decide faster", "planned", "low", "chain",
                          "Directeur", "DR-20 DR-07"));
  const Grid& values = document.grids[1];
  ASSERT_EQ(values.rows.size(), 3U);
  EXPECT_THAT(told::texts(values.rows[0]),
              ElementsAre("faster_decision", "takeover.decide", "2 min", "1 min"));
  EXPECT_THAT(told::texts(values.rows[1]),
              ElementsAre("faster_decision", "takeover.anew", "", "5 min"));
}

TEST(MeasuresTold, JsonTellsAnExistingOneByWhatIsWithout) {
  const auto json = measures_json(list(), list().measures, now());
  EXPECT_EQ(json.at("schema"), "uitwijk/measures/1");
  EXPECT_EQ(json.at("measures_in_all"), 2);
  const auto &planned = json.at("measures").at(0), &existing = json.at("measures").at(1);
  EXPECT_EQ(planned.at("status"), "planned");
  EXPECT_EQ(planned.at("set").at(0).at("now"), "2 min");
  EXPECT_EQ(planned.at("set").at(0).at("then"), "1 min");
  EXPECT_TRUE(planned.at("set").at(1).at("now").is_null());
  EXPECT_FALSE(planned.contains("without"));
  EXPECT_EQ(existing.at("without").at(0).at("then"), "10 min");
  EXPECT_FALSE(existing.contains("set"));
}

TEST(MeasuresTold, APackageSaysWhatIsInPlaceAndWhatIsTakenAway) {
  const scenarios::Package package{
      "planned,without:brigade", {"faster_decision"}, {"brigade"}, {}, {}};
  EXPECT_EQ(package_json(package), (nlohmann::ordered_json{{"name", "planned,without:brigade"},
                                                           {"in_place", {"faster_decision"}},
                                                           {"taken_away", {"brigade"}}}));
}

}  // namespace
