// What is told of the threats of a catalogue, in the language asked for.
#include "reports/documents/threat_list.hpp"
#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace reports;
using scenarios::CatalogueThreat;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

CatalogueThreat fire() {
  CatalogueThreat out;
  out.id = "DR-07";
  out.name_nl = "Brand", out.name_en = "Fire";
  out.references = {{"iso", {"a", "b"}}};
  out.origin = {"accidental"}, out.actors = {"insider", "state"}, out.cia = {"A"};
  out.voorzieningen = {"huisvesting"};
  out.scope = "site", out.onset = "instant";
  out.vulnerabilities = {"no sprinkler", "one room"};
  out.existing = {"fire brigade"};
  out.possible = {{"sprinkler", "site", {}}, {"drills", "", {}}};
  out.detection_s = models::Constant{60};
  out.duration_s = models::Constant{4 * 3600.0};
  out.duration_basis = "incident", out.duration_cases = 1, out.recovery_tail = "days";
  out.likelihood.frequency_class = 3;
  out.likelihood.rate_per_s = 0.5 / (365 * 86400.0);
  out.likelihood.basis = "expert";
  out.likelihood.origin = {"a report", "estimated", "a note"};
  out.incidents = {{"Delft 2008", true}, {"a story", false}};
  out.recorded = {"papers are lost"};
  out.not_simulated = {{"smoke", "nobody knows"}};
  out.target = "noord";
  return out;
}

CatalogueThreat flood() {
  CatalogueThreat out;
  out.id = "DR-09";
  out.name_nl = "Overstroming", out.name_en = "Flood";
  out.voorzieningen = {"huisvesting", "gms"};
  out.likelihood.basis = "analyst";
  return out;
}

scenarios::Catalogue catalogue() {
  scenarios::Catalogue out;
  out.status = "concept";
  out.bbn = {{"gms", {"BBN2", "a letter", "2024-01-01"}}};
  out.threats = {fire(), flood()};
  return out;
}

std::string text(const std::vector<CatalogueThreat>& threats, Language language) {
  return told::printed(
      [&](std::ostream& out) { print_threats(out, catalogue(), threats, language); });
}

TEST(ThreatsTold, AreChosenByPatternActorAndVoorziening) {
  const auto chosen = [](const ThreatChoice& choice) {
    std::vector<std::string> out;
    for (const CatalogueThreat& threat : chosen_threats(catalogue(), choice))
      out.push_back(threat.id);
    return out;
  };
  EXPECT_THAT(chosen({}), ElementsAre("DR-07", "DR-09"));
  EXPECT_THAT(chosen({{"dr-07"}, "", ""}), ElementsAre("DR-07"));
  EXPECT_THAT(chosen({{"overstroming"}, "", ""}), ElementsAre("DR-09"));
  EXPECT_THAT(chosen({{"FLOOD", "gms"}, "", ""}), ElementsAre("DR-09"));
  EXPECT_THAT(chosen({{"flood", "fire"}, "", ""}), IsEmpty()) << "all patterns at once";
  EXPECT_THAT(chosen({{}, "state", ""}), ElementsAre("DR-07"));
  EXPECT_THAT(chosen({{}, "", "gms"}), ElementsAre("DR-09"));
  EXPECT_THAT(chosen({{}, "activist", ""}), IsEmpty());
}

TEST(ThreatsTold, OneAloneIsToldInFull) {
  const std::string told = text({fire()}, Language::english);
  for (const char* const line : {"DR-07  K3  expert        4 h  Fire",
                                 "iso                    a, b",
                                 "origin                 accidental",
                                 "actors                 insider, state",
                                 "role, scope, onset     event, site, instant",
                                 "C/I/A                  A",
                                 "vulnerabilities        no sprinkler",
                                 "                       one room",
                                 "existing measures      fire brigade",
                                 "possible measures      sprinkler (site)",
                                 "                       drills\n",
                                 "detection p50, p95     0.0167 h, 0.0167 h",
                                 "duration p50, p95      4 h, 4 h (incident, 1 case)",
                                 "recovery tail          days",
                                 "likelihood             K3, 0.5 a year (expert)",
                                 "a report (estimated)",
                                 "a note",
                                 "target                 noord",
                                 "recorded only          papers are lost",
                                 "not simulated          smoke: nobody knows",
                                 "incident               Delft 2008\n",
                                 "incident               a story (not checked)"})
    EXPECT_THAT(told, HasSubstr(line));
  EXPECT_THAT(told, Not(HasSubstr("effects"))) << "it has none";
}

TEST(ThreatsTold, InDutchEveryLabelIsDutch) {
  const std::string told = text({fire()}, Language::dutch);
  for (const char* const word :
       {"Brand", "herkomst", "kwetsbaarheden", "bestaande maatregelen", "mogelijke maatregelen",
        "ontdekking p50, p95", "(incident, 1 geval)", "0.5 per jaar", "alleen vastgelegd",
        "niet gesimuleerd", "(niet nagegaan)", "staart van het herstel"})
    EXPECT_THAT(told, HasSubstr(word));
  for (const char* const word : {"origin ", "vulnerabilities", "case", "a year", "not checked"})
    EXPECT_THAT(told, Not(HasSubstr(word)));
}

TEST(ThreatsTold, SeveralAreALineEachWithCountsBelow) {
  const std::string told = text(catalogue().threats, Language::english);
  EXPECT_THAT(told, HasSubstr("DR-09  -   analyst         -  Flood\n"));
  EXPECT_THAT(told, Not(HasSubstr("no sprinkler")));
  EXPECT_THAT(told, HasSubstr("2 of 2 threats; 1 not simulated in part, 1 with confidentiality "
                              "only recorded\n"));
  EXPECT_THAT(told, HasSubstr("gms: BBN2 (a letter)\n"));
  scenarios::Catalogue one = catalogue();
  one.threats.resize(1);
  EXPECT_THAT(told::printed([&](std::ostream& out) {
                print_threats(out, one, one.threats, Language::english);
              }),
              HasSubstr("1 of 1 threat; "));
}

TEST(ThreatsTold, UnknownFieldsAreCounted) {
  const std::string told = text(catalogue().threats, Language::english);
  const auto unknown = flood().unknown();
  ASSERT_THAT(unknown, Not(IsEmpty()));
  EXPECT_THAT(told, HasSubstr("unknown: "));
  for (const std::string& field : unknown)
    EXPECT_THAT(told, HasSubstr(field + " "));
}

TEST(ThreatsTold, ADocumentHasARowForEach) {
  const Document document = threats_document(catalogue(), catalogue().threats, Language::dutch);
  told::expect_whole(document);
  EXPECT_THAT(document.head, ElementsAre("status: concept"));
  const Grid& grid = document.grids.front();
  ASSERT_EQ(grid.rows.size(), 2U);
  EXPECT_THAT(told::texts(grid.rows[0]), ElementsAre("DR-07", "Brand", "K3", "expert", testing::_,
                                                     testing::_, "huisvesting", testing::_));
  EXPECT_EQ(grid.rows[0][4].numbers.at(0), 4 * 3600);
  EXPECT_EQ(grid.rows[1][2].text, "-");
  EXPECT_THAT(grid.rows[1][4].numbers, IsEmpty()) << "nobody knows how long it lasts";
}

TEST(ThreatsTold, JsonHasNullForWhatNobodyKnows) {
  const auto json = threats_json(catalogue(), catalogue().threats);
  EXPECT_EQ(json.at("schema"), "uitwijk/threats/1");
  EXPECT_EQ(json.at("threats_in_all"), 2);
  const auto &known = json.at("threats").at(0), &unknown = json.at("threats").at(1);
  EXPECT_EQ(known.at("duration").at("p50_s"), 4 * 3600);
  EXPECT_DOUBLE_EQ(known.at("likelihood").at("rate_per_year").get<double>(), 0.5);
  EXPECT_EQ(known.at("measures").at("possible").at(0).at("works_at"), "site");
  EXPECT_TRUE(unknown.at("duration").is_null());
  EXPECT_TRUE(unknown.at("likelihood").at("class").is_null());
  EXPECT_TRUE(unknown.at("likelihood").at("rate_per_year").is_null());
  EXPECT_EQ(json.at("bbn").at("gms").at("label"), "BBN2");
}

}  // namespace
