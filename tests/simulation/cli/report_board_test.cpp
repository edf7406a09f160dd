/// What a report for the board has, and what stays with the analyst. Everything that is not for the
/// board is called "geheim" (secret) in a world, a catalogue, a list of measures, criteria and a
/// register of our own, which lie in a folder of that name.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <set>

#include "reports/page/document.hpp"
#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using nlohmann::ordered_json;
using testing::HasSubstr;
using testing::Not;

const std::string catalogue = R"(
catalogue: {version: "1", status: concept, description: "geheime aantekening"}
threats:
  TT-01:
    name: {nl: "Uitval van de lijn", en: "Loss of the line"}
    origin: [accidental]
    cia: [A]
    voorzieningen: [spoedvraag]
    scope: upstream
    onset: instant
    vulnerabilities: ["geheime zwakte"]
    measures: {existing: ["geheime voorziening"], possible: []}
    duration: "1 h"
    duration_basis: incident
    likelihood: {class: 4, basis: expert, source: "geheime afleiding", kind: assumed}
    incidents: [{what: "geheim voorval", checked: false}]
    target: geheimput
    effects: [{down: {components: $components}}]
)";

const std::string measure_list = R"(
list: {version: "1", status: concept, description: "geheime lijst"}
measures:
  tweede_lijn:
    name: {nl: "Tweede lijn", en: "A second line"}
    owner: "geheime eigenaar"
    status: planned
    cost: low
    works_at: chain
    source: "geheime bron"
    kind: assumed
    references: {iso27002: ["8.14"]}
    touches: [{threat: TT-01, lowers: lost_callers}]
    set: {components.geheimput.n: 2}
)";

const std::string risks = R"(
register:
  name: "Ons register"
  version: "2"
  status: concept
  rubricering: "Vertrouwelijk"
  toelichting: "geheime opmerking over het register"
  vrij: {waar: "geheime kluis"}
mandaten:
  SMB: {tot_en_met: laag, bron: "besluit SMB 2026-11"}
rollen:
  geheimrol: {naam: "geheime rol", voorzieningen: [spoedvraag]}
risicos:
  "TT-01@geheimput":
    threat: TT-01
    target: geheimput
    eigenaar: "Directeur LMS"
    leverancier: "geheime leverancier"
    mandaat: SMB
    verantwoordelijkheid_betwist: true
    status: besloten
    besluit: {keuze: accepteren, tekst: "Tot de tweede lijn er ligt.", datum: 2026-02-01, door: SMB, niveau: laag,
              voorwaarden: ["lijn maandelijks beproefd"]}
    herbeoordeling: 2026-06-01
    maatregelen: [{wat: "Tweede lijn", eigenaar: LMS, gereed_op: 2026-05-01, status: in uitvoering}]
    toelichting: "geheime opmerking"
  lek: {recorded: "vertrouwelijkheid wordt niet gesimuleerd"}
)";

/// Everything in the folder, and the results.
class Secrets {
  Scratch scratch_;

public:
  std::string folder = scratch_.file("geheim");
  std::string results, one;  ///< all files, and the one of the plainest run

  Secrets() {
    fs::create_directories(folder + "/world");
    const std::string world = world_file("cli_tiny/world/world.yaml");
    put("world/world.yaml", world_of(text_of(world)));
    put("threats.yaml", catalogue);
    put("measures.yaml", measure_list);
    put("risks.yaml", risks);
    put("criteria.yaml", text_of(SOURCE_DIR "/analysis/criteria/standard.yaml"));
    run("now", "");
    one = results;
    run("measured", "--measures tweede_lijn --measure-file " + file("measures.yaml"));
    run("short", "--duration '15 min'");
    run("long", "--duration '4 h'");
    run("quick", "--set takeover.decide='1 min'");
  }

  std::string file(const std::string& name) const { return folder + "/" + name; }
  std::string report(const std::string& of, const std::string& more) const {
    return "report " + of + "--catalogue " + file("threats.yaml") + " --criteria " +
           file("criteria.yaml") + " --today 2026-12-01 --lang nl " + more;
  }
  ordered_json document(const std::string& audience, const std::string& more = "") const {
    const Ended ended = uitwijk(report(results, "--json --audience " + audience + " " + more));
    if (ended.exit_code != 0)
      throw std::runtime_error(ended.err);
    return ordered_json::parse(ended.out);
  }

private:
  static std::string world_of(std::string text) {
    text = replaced(text, "source: \"a count\", kind: measured",
                    "source: \"geheime bron\", kind: measured, note: \"geheime noot\"");
    text = replaced(text, "components:\n",
                    "suppliers: {geheimnet: {name: \"Geheimnet BV\"}}\ncomponents:\n"
                    "  geheimput: {name: \"Geheime put\", supplier: geheimnet}\n");
    return replaced(text, "name: \"ACD\"", "name: \"Geheime kast\", needs: geheimput");
  }
  void put(const std::string& name, const std::string& text) const {
    std::ofstream(file(name), std::ios::binary) << text;
  }
  void run(const std::string& name, const std::string& how) {
    const std::string out = file(name + ".h5");
    succeeds("run --threat TT-01 -q -n 8 --world " + file("world") + " --catalogue " +
             file("threats.yaml") + " " + how + " -o " + out);
    results += out + " ";
  }
};

class ReportBoard : public testing::Test {
protected:
  static void SetUpTestSuite() {
    fs::current_path(SOURCE_DIR);
    secrets_ = std::make_unique<Secrets>();
  }
  static void TearDownTestSuite() { secrets_.reset(); }
  static const Secrets& secrets() { return *secrets_; }
  static std::string with_register() { return "--register " + secrets().file("risks.yaml"); }

private:
  static inline std::unique_ptr<Secrets> secrets_;
};

std::string small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return text;
}

TEST_F(ReportBoard, GetsNothingThatIsCalledSecret) {
  const std::string analyst = small_letters(secrets().document("analist", with_register()).dump());
  for (const char* const what :
       {"geheimput", "geheime put", "geheime kast", "geheimnet bv", "geheime noot", "geheime bron",
        "geheim/world", "geheim/threats.yaml", "geheim/criteria.yaml", "geheime opmerking",
        "geheime leverancier", "geheime rol", "geheim/risks.yaml"})
    EXPECT_NE(analyst.find(what), std::string::npos) << what << ": the search finds it where it is";
  const std::string board = small_letters(secrets().document("bestuur", with_register()).dump());
  EXPECT_EQ(board.find("geheim"), std::string::npos) << board;
  const Ended page =
      uitwijk(secrets().report(secrets().results, with_register() + " --audience bestuur -o -"));
  EXPECT_EQ(page.exit_code, 0) << page.err;
  EXPECT_EQ(small_letters(page.out).find("geheim"), std::string::npos);
}

TEST_F(ReportBoard, TheTitleOfOneResultDoesNotNameItsTarget) {
  const auto title = [](const std::string& audience) {
    return json_of(secrets().report(secrets().one, "--json --audience " + audience))
        .at("title")
        .get<std::string>();
  };
  EXPECT_EQ(title("analist"), "Uitval van de lijn: geheimput");
  EXPECT_EQ(title("bestuur"), "Uitval van de lijn");
}

TEST_F(ReportBoard, GetsNoAddressAndNoSetting) {
  const ordered_json analyst = secrets().document("analist");
  const std::string board = secrets().document("bestuur").dump();
  std::size_t addresses = 0;
  for (const ordered_json& group : analyst.at("assumptions").at("worlds").at(0).at("groups"))
    for (const ordered_json& one : group.at("numbers")) {
      const std::string text = one.get<std::string>();
      ++addresses;
      EXPECT_THAT(board, Not(HasSubstr(text.substr(0, text.find(" = ")))));
    }
  EXPECT_GT(addresses, 10u);
  EXPECT_THAT(analyst.dump(), HasSubstr("takeover.decide=1 min"));
  EXPECT_THAT(board, Not(HasSubstr("takeover.decide")));
}

/// With a key that nobody knows in every object, at every depth; how many.
std::size_t add_unknown(ordered_json& value) {
  std::size_t added = 0;
  if (value.is_structured())
    for (ordered_json& inside : value)
      added += add_unknown(inside);
  if (value.is_object()) {
    value["unknown"] = "unknown text";
    value["unknown_object"] = {{"name", "unknown text"}, {"value", {{"value", "unknown text"}}}};
    ++added;
  }
  return added;
}

TEST_F(ReportBoard, GetsNoKeyThatNobodyPutOnTheList) {
  ordered_json analyst = secrets().document("analist", with_register());
  ordered_json board = secrets().document("bestuur", with_register());
  const reports::PublicNames names = {
      {"landelijk", "noord", "zuid", "north", "south"}, {"politie", "kmar"}, {"Spoedvraag"}};
  analyst["audience"] = "bestuur";
  analyst["title"] = board.at("title");
  EXPECT_EQ(json(reports::for_the_board(analyst, names)), json(board))
      << "the program does the same";
  EXPECT_GT(add_unknown(analyst), 500u);
  EXPECT_EQ(json(reports::for_the_board(analyst, names)), json(board));
}

/// Paths of keys that were written and are not listed, and of those that are in order.
struct Written {
  std::set<std::string> unlisted, listed;

  void add(const ordered_json& value, const reports::JsonKeys& keys, const std::string& path) {
    if (value.is_array())
      for (const ordered_json& one : value)
        add(one, keys, path);
    if (!value.is_object())
      return;
    for (const auto& [name, inside] : value.items()) {
      const auto key = std::ranges::find(keys, name, &reports::JsonKey::name);
      (key == keys.end() ? unlisted : listed).insert(path + name);
      if (key != keys.end() && (key->reader != reports::Reader::analyst || !key->inside.empty()))
        add(inside, key->inside, path + name + ".");
    }
  }
};

/// Of objects whose keys are data, some are there only.
bool is_data(const std::string& path) {
  return path.find(".counts.") != std::string::npos ||
         path.find("decided_by.") != std::string::npos ||
         path.find("short_min.") != std::string::npos;
}

/// Whatever is listed inside an object that was written.
void expect_written(const reports::JsonKeys& keys, const std::string& path,
                    const Written& written) {
  const auto is_inside = [&](const std::string& one) { return one.starts_with(path); };
  if (std::ranges::none_of(written.listed, is_inside))
    return;
  for (const reports::JsonKey& key : keys) {
    EXPECT_TRUE(is_data(path) || written.listed.count(path + key.name) == 1) << path << key.name;
    expect_written(key.inside, path + key.name + ".", written);
  }
}

/// Counts are for both, durations the analyst's.
TEST_F(ReportBoard, ReadsTheRecordBesideWhatTheModelExpects) {
  for (const std::string audience : {"analist", "bestuur"}) {
    const ordered_json record = secrets().document(audience, "").at("table").at("record");
    ASSERT_GT(record.size(), 5u);
    for (const ordered_json& family : record) {
      EXPECT_TRUE(family.at("seen").is_number());
      EXPECT_TRUE(family.contains("expected") && family.contains("without_own_record"));
      EXPECT_EQ(family.contains("durations_s"), audience == "analist");
    }
  }
}

/// Each shape says its keys beside what writes it; here the whole report beside what was written.
TEST_F(ReportBoard, EveryShapeListsTheKeysThatAreWrittenAndNoOthers) {
  const ordered_json analyst =
      secrets().document("analist", with_register() + " --against analysis/criteria/streng.yaml");
  const reports::JsonKeys keys = reports::report_keys({"politie", "kmar"});
  Written written;
  written.add(analyst, keys, "");
  EXPECT_THAT(written.unlisted, testing::IsEmpty());
  expect_written(keys, "", written);
}

TEST_F(ReportBoard, RegisterIsTheDocumentOfItsCommand) {
  const std::string more = secrets().results + "--catalogue " + secrets().file("threats.yaml") +
                           " --criteria " + secrets().file("criteria.yaml") +
                           " --today 2026-12-01 --lang nl --json " + with_register();
  const ordered_json analyst = secrets().document("analist", with_register());
  EXPECT_EQ(json(analyst.at("register")), json_of("register " + more));
  json table = json(analyst.at("table"));
  table.erase("history");
  table.erase("record");
  json shown = json_of("table " + more);
  shown.erase("history");
  shown.erase("record");
  EXPECT_EQ(table, shown) << "rows are marked as the table marks them";
}

TEST_F(ReportBoard, ReadsWhatIsDecidedAndWhatToLookAt) {
  const ordered_json board = secrets().document("bestuur", with_register());
  const ordered_json& kept = board.at("register");
  EXPECT_EQ(kept.at("register").at("version"), "2");
  const ordered_json& risk = kept.at("risks").at(0);
  EXPECT_EQ(risk.at("risk"), "TT-01") << "without its target, that is a component";
  EXPECT_FALSE(risk.contains("target"));
  EXPECT_EQ(risk.at("decision").at("by"), "SMB");
  EXPECT_EQ(risk.at("decision").at("conditions").at(0), "lijn maandelijks beproefd");
  EXPECT_EQ(risk.at("review"), "2026-06-01");
  std::set<std::string> flags;
  for (const ordered_json& finding : risk.at("findings"))
    flags.insert(finding.at("flag"));
  for (const char* const flag : {"no_basis", "review_passed", "treatment_overdue", "disputed"})
    EXPECT_EQ(flags.count(flag), 1u) << flag;
  EXPECT_EQ(flags.count("above_mandate"), 0u) << "the criteria are concept";
  EXPECT_TRUE(risk.at("current").at("year").contains("level"));
  const ordered_json& rows = board.at("table").at("annual");
  const auto marked = std::find_if(rows.begin(), rows.end(), [](const ordered_json& row) {
    return !row.at("basis").at("register").is_null();
  });
  ASSERT_NE(marked, rows.end());
  EXPECT_EQ(marked->at("basis").at("register").at("status"), "besloten");
}

TEST_F(ReportBoard, RubriceringOfTheRegisterJoins) {
  const std::string page =
      uitwijk(secrets().report(secrets().results, with_register() + " -o -")).out;
  const auto marking = [](const std::string& more) {
    return secrets().document("bestuur", more).at("rubricering").get<std::string>();
  };
  EXPECT_THAT(marking(with_register()), HasSubstr("Vertrouwelijk"));
  EXPECT_THAT(marking(""), Not(HasSubstr("Vertrouwelijk")));
  EXPECT_THAT(page, HasSubstr("Vertrouwelijk"));
}

TEST_F(ReportBoard, AdoptedCriteriaHoldLevelsAgainstTheMandate) {
  const std::string adopted = secrets().file("adopted.yaml");
  std::ofstream(adopted) << replaced(
      text_of(secrets().file("criteria.yaml")), "status: concept ",
      "status: vastgesteld\n  vastgesteld_door: SMB\n  datum: 2026-11-01\n  besluit: B-1 ");
  const json board = json_of("report " + secrets().results + "--json --catalogue " +
                             secrets().file("threats.yaml") + " --criteria " + adopted +
                             " --today 2026-12-01 " + with_register());
  std::set<std::string> flags;
  for (const json& finding : board.at("register").at("risks").at(0).at("findings"))
    flags.insert(finding.at("flag"));
  EXPECT_EQ(flags.count("above_mandate") + flags.count("not_shown"), 1u);
}

TEST_F(ReportBoard, AWrongRegisterIsSaidAndNothingIsWritten) {
  const std::string wrong = secrets().file("wrong.yaml"), out = secrets().file("none.html");
  std::ofstream(wrong) << replaced(risks, "status: besloten", "status: beslist");
  const Ended ended =
      uitwijk(secrets().report(secrets().results, "--register " + wrong + " -o " + out));
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr("wrong.yaml:"));
  EXPECT_FALSE(fs::exists(out));
}

}  // namespace
}  // namespace simulation
