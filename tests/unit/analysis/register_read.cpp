#include <gmock/gmock.h>

#include "tests/unit/analysis/register_example.hpp"
#include "tests/unit/results/example.hpp"

namespace {

using analysis::Choice;
using analysis::Level;
using analysis::Register;
using analysis::Risk;
using analysis::RiskStatus;
using models::written;
using register_example::decided_on;
using register_example::replaced;
using results_example::bytes_of;
using results_example::Folder;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string example_register = SOURCE_DIR "/analysis/register/voorbeeld.yaml";

TEST(Register, IsReadWhole) {
  const Register kept = analysis::read_register_text(decided_on(), "ours.yaml");
  EXPECT_EQ(kept.version, "3");
  EXPECT_FALSE(kept.adoption.adopted);
  EXPECT_EQ(kept.mandate("SMB")->up_to, Level::middle);
  EXPECT_FALSE(kept.mandate("BMB")->up_to) << "nobody has fixed it";
  ASSERT_EQ(kept.risks.size(), 3u);
  const Risk& risk = kept.risks[0];
  EXPECT_EQ(risk.id, "R-1");
  EXPECT_EQ(risk.package, "planned");
  EXPECT_THAT(risk.hoofdgebruikers, ElementsAre("Politie", "Brandweer"));
  EXPECT_EQ(risk.disputed, true);
  EXPECT_EQ(risk.status, RiskStatus::decided);
  EXPECT_EQ(risk.decision->choice, Choice::accept);
  EXPECT_EQ(risk.decision->text, "Tot de vervanging\nvan het aggregaat.\n");
  EXPECT_EQ(models::written(risk.decision->on), "2026-11-20");
  EXPECT_EQ(risk.decision->level, Level::middle);
  EXPECT_EQ(models::written(*risk.treatments.at(0).due), "2027-06-01");
  EXPECT_EQ(kept.risks[1].package, "current");
  EXPECT_FALSE(kept.risks[2].recorded.empty());
}

TEST(Register, ThatIsShippedIsConceptAndDecidesNothing) {
  const Register kept = analysis::read_register(example_register);
  EXPECT_FALSE(kept.adoption.adopted);
  EXPECT_EQ(kept.risks.size(), 5u);
  for (const analysis::Mandate& mandate : kept.mandates)
    EXPECT_FALSE(mandate.up_to) << mandate.function << ": no source gives a level";
  for (const Risk& risk : kept.risks) {
    EXPECT_EQ(risk.status, RiskStatus::not_set) << risk.id;
    EXPECT_FALSE(risk.decision) << risk.id;
    EXPECT_FALSE(risk.disputed) << risk.id;
    for (const std::string& function :
         {risk.eigenaar, risk.beheerder, risk.leverancier, risk.mandaat})
      EXPECT_EQ(function, "") << risk.id;
  }
}

TEST(Register, NotEstablishedAndNothingAreTheSame) {
  const Register kept =
      analysis::read_register_text(replaced(decided_on(), "status: open",
                                            "eigenaar: niet vastgesteld, leverancier: , status: "
                                            "open"),
                                   "ours.yaml");
  EXPECT_EQ(kept.risks[1].eigenaar, "");
  EXPECT_EQ(kept.risks[1].leverancier, "");
}

TEST(Day, IsOneOfTheCalendar) {
  EXPECT_TRUE(models::parse_day("2028-02-29"));
  for (const char* text : {"2027-02-29", "2027-13-01", "2027-1-1", "27-01-01", "2027-01-0x", "",
                           "2027/01/01", "-027-01-01"})
    EXPECT_FALSE(models::parse_day(text)) << text;
}

/// One mistake: a text of the example, what stands there instead, what the reader says, and where.
struct RegisterMistake {
  const char* text;
  const char* instead;
  const char* message;
};

class MistakenRegister : public testing::TestWithParam<RegisterMistake> {};

TEST_P(MistakenRegister, IsNamedWithItsPlaceAndTheFileIsLeftAlone) {
  const Folder folder;
  const auto file = folder / "register.yaml";
  const std::string text = replaced(decided_on(), GetParam().text, GetParam().instead);
  results_example::put(file, text);
  try {
    analysis::read_register(file);
    FAIL() << "was read";
  } catch (const models::InvalidInput& invalid) {
    EXPECT_THAT(invalid.what(), HasSubstr(GetParam().message));
    for (const models::Problem& problem : invalid.problems()) {
      EXPECT_GT(problem.mark.line, 0) << to_string(problem);
      EXPECT_GT(problem.mark.column, 0) << to_string(problem);
    }
  }
  EXPECT_EQ(bytes_of(file), text);
}

INSTANTIATE_TEST_SUITE_P(
    Register, MistakenRegister,
    testing::Values(
        RegisterMistake{"register:\n", "registers:\n", "did you mean register?"},
        RegisterMistake{"  name: \"Ours\"\n", "", "name is missing in register"},
        RegisterMistake{
            "status: concept", "status: konsept",
            "status must be concept or vastgesteld, found konsept, did you mean concept?"},
        RegisterMistake{"status: concept", "status: vastgesteld", "so they must say besluit too"},
        RegisterMistake{"risicos:\n", "risico:\n", "unknown key risico, did you mean risicos?"},
        RegisterMistake{"risicos:\n  R-1", "risicos:\n  \"R 1\"",
                        "must have ids of at most 80 letters"},
        RegisterMistake{"eigenaar: \"Dir", "eigenar: \"Dir", "did you mean eigenaar?"},
        RegisterMistake{"\"Directeur LMS\"", "\"j.jansen@lms.nl\"",
                        "eigenaar must be a function and not a person"},
        RegisterMistake{"\"Directeur LMS\"", "\"Dhr. Jansen\"",
                        "must be a function and not a person"},
        RegisterMistake{"\"Directeur LMS\"", "\"drs. J. de Vries\"", "a function and not a person"},
        RegisterMistake{"\"Directeur LMS\"", "\"ing. K. Bakker\"", "a function and not a person"},
        RegisterMistake{"\"Directeur LMS\"", "\"meneer Bos\"", "a function and not a person"},
        RegisterMistake{"\"Directeur LMS\"", "\"CISO LMS, J.A. van der Berg\"", "and not a person"},
        RegisterMistake{"\"Directeur LMS\"", "\"Ir Jansen\"", "and not a person"},
        RegisterMistake{"\"Directeur LMS\"", "\"J de Vries\"", "and not a person"},
        RegisterMistake{"\"Directeur LMS\"", "\"de Vries, J.\"", "and not a person"},
        RegisterMistake{"\"Directeur LMS\"", "\"two\\nlines\"", "eigenaar must stand on one line"},
        RegisterMistake{"\"Directeur LMS\"", "[a, b]", "eigenaar must be text, found a list"},
        RegisterMistake{"\"Directeur LMS\"", "\"red \\e[31m\"",
                        "must not hold the control character \\u001b"},
        RegisterMistake{
            "mandaat: SMB", "mandaat: SNB",
            "mandaat must be \"niet vastgesteld\" or one of mandaten (SMB, BMB), found SNB, "
            "did you mean SMB?"},
        RegisterMistake{"_betwist: true", "_betwist: ja",
                        "verantwoordelijkheid_betwist must be true or false, found ja"},
        RegisterMistake{"status: besloten", "status: besloten?", "did you mean besloten?"},
        RegisterMistake{"R-2: {threat: DR-07, status: open}",
                        "R-2: {threat: DR-07, status: besloten}",
                        "says status besloten, so it must have a besluit"},
        RegisterMistake{"status: besloten", "status: open", "has a besluit, so its status must be"},
        RegisterMistake{"keuze: accepteren", "keuze: aksepteren", "did you mean accepteren?"},
        RegisterMistake{"      keuze: accepteren\n", "", "keuze is missing in risicos.R-1.besluit"},
        RegisterMistake{"      niveau: midden\n", "", "says accepteren, so it must say niveau too"},
        RegisterMistake{"niveau: midden", "niveau: middel", "did you mean midden?"},
        RegisterMistake{"datum: 2026-11-20", "datum: 20-11-2026",
                        "datum must be a date such as 2026-12-01, found 20-11-2026"},
        RegisterMistake{"datum: 2026-11-20", "datum: 2026-02-30", "must be a date"},
        RegisterMistake{"2027-11-20", "2025-11-20",
                        "herbeoordeling must be after the besluit of "
                        "2026-11-20, found 2025-11-20"},
        RegisterMistake{"resultaat: \"aaa", "resultaat: \"xyz", "must be a SHA-256"},
        RegisterMistake{"{version: \"1\", sha256", "{sha256", "version is missing"},
        RegisterMistake{"[\"aggregaat maandelijks beproefd\"]", "iets",
                        "voorwaarden must be a list"},
        RegisterMistake{"wat: \"Nieuw aggregaat\", ", "", "wat is missing"},
        RegisterMistake{"status: in uitvoering", "status: bezig", "status must be gepland or"},
        RegisterMistake{
            "{recorded: \"vertrouwelijkheid wordt niet gesimuleerd\"}", "{status: open}",
            "must name a threat (threat: DR-07) or a scenario (scenario: new-year), or say why"},
        RegisterMistake{"{recorded: \"", "{target: x, recorded: \"",
                        "target needs a threat beside it"},
        RegisterMistake{"R-2: {threat: DR-07,", "R-2: {threat: DR-20, target: rotterdam,",
                        "is about the same threat, target, plan and background as R-1 in line"},
        RegisterMistake{"R-2: {threat: DR-07,", "R-2: {threat: dr_20@rotterdam,",
                        "is about the same threat, target, plan and background as R-1 in line"},
        RegisterMistake{"R-2: {threat: DR-07,", "R-2: {threat: DR-07@zuid, target: noord,",
                        "target stands beside DR-07@zuid, which says its targets itself"},
        RegisterMistake{"R-2: {threat: DR-07,", "R-2: {threat: DR-07, scenario: new-year,",
                        "a threat that is laid over it is a threat with background: new-year"},
        RegisterMistake{"R-2: {threat: DR-07,", "R-2: {scenario: new-year, background: x,",
                        "background needs a threat beside it"},
        RegisterMistake{"R-2: {threat: DR-07,", "R-2: {threat: \"DR-07,DR-20@\",",
                        "must be threats such as DR-20@amsterdam,DR-09+30min"},
        RegisterMistake{"  R-2: {threat", "  R-1: {threat", "R-1 is written twice, first in line"},
        RegisterMistake{"bron: \"besluit SMB 2026-11\"", "bron: \"\"", "bron must be text"},
        RegisterMistake{", bron: \"besluit SMB 2026-11\"", "", "so it must have a bron"},
        RegisterMistake{"tot_en_met: midden", "tot_en_met: alles",
                        "tot_en_met must be laag or midden"},
        RegisterMistake{"voorzieningen: [huisvesting]", "voorzieningen: [huisvesten]",
                        "did you mean huisvesting?"},
        RegisterMistake{"{naam: \"Politie\",", "{naam: \"Politie\", beheerorganisatie: true,",
                        "is a second beheerorganisatie"},
        RegisterMistake{"  politie: {naam: \"Politie\",", "  politie: {", "naam is missing"},
        RegisterMistake{"R-2: {threat: DR-07,", "R-2: {threat: DR-07, voorzieningen: [gms],",
                        "voorzieningen are those of its threat"},
        RegisterMistake{"rollen:\n", "rollen: geen\nrest:\n", "rollen must be a map"},
        RegisterMistake{"R-1:\n    threat", "R-1:\n\tthreat", "tab in the indentation"},
        RegisterMistake{"R-1:\n    threat: DR-20", "R-1:\n    threat: &x DR-20",
                        "anchors (&name) are not allowed"},
        RegisterMistake{"R-2: {threat: DR-07, status: open}", "R-2: [DR-07]", "must be a map"},
        RegisterMistake{"# kept by people", "---\na: 1\n---", "a second document"}));

TEST(Register, SaysEverythingThatIsWrongAtOnce) {
  std::string text = replaced(decided_on(), "keuze: accepteren", "keuze: x");
  text = replaced(text, "eigenaar:", "eigenaren:");
  text = replaced(text, "2027-06-01", "morgen");
  try {
    analysis::read_register_text(text, "ours.yaml");
    FAIL();
  } catch (const models::InvalidInput& invalid) {
    EXPECT_EQ(invalid.problems().size(), 3u) << invalid.what();
    EXPECT_THAT(invalid.what(), HasSubstr("ours.yaml:18:5: unknown key eigenaren"));
  }
}

}  // namespace
