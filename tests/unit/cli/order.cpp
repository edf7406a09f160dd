#include "cli/serve/order.hpp"

#include <gmock/gmock.h>

#include "cli/serve/desk.hpp"
#include "cli/serve/page.hpp"
#include "tests/unit/results/example.hpp"

/// What the page asks, as a command line.
namespace {

namespace fs = std::filesystem;
using cli::BadRequest;
using cli::JobOrder;
using nlohmann::json;
using reports::Language;
using results_example::Folder;
using studies::Offer;
using studies::OfferKind;
using testing::ElementsAre;
using testing::HasSubstr;

/// A folder with one of each kind, and what is offered of it.
class ServeOrder : public testing::Test {
protected:
  ServeOrder() : offer_({{folder_.path(), 3}}) {
    results_example::put(folder_ / "a.yaml", "scenario: {name: A}\n");
    results_example::put(folder_ / "e.yaml", "exercise: {name: E}\n");
    results_example::put(folder_ / "r.h5", "");
    fs::create_directory(folder_ / "w");
    results_example::put(folder_ / "w/world.yaml", "world: {name: W}\n");
  }

  std::string id(OfferKind kind) const {
    for (const auto& offered : offer_.list())
      if (offered.kind == kind)
        return offered.id;
    return "none";
  }
  std::string path(const char* name) const { return (folder_ / name).string(); }
  json run(json more = json::object()) const {
    json out = {{"kind", "run"}, {"scenario", id(OfferKind::scenario)}};
    out.update(more);
    return out;
  }
  JobOrder order(const json& asked, Language language = Language::english) const {
    return cli::order_of(json::parse(asked.dump()), offer_, language);
  }
  /// "field: message; ..." of what is wrong.
  std::string wrong(const json& asked) const {
    try {
      order(asked);
    } catch (const BadRequest& bad) {
      std::string out;
      for (const auto& problem : bad.problems())
        out += (out.empty() ? "" : "; ") + problem.field + ": " + problem.message;
      return out;
    }
    return "";
  }

  Folder folder_;
  Offer offer_;
};

TEST_F(ServeOrder, ARunIsACommandThatOneCouldType) {
  const JobOrder made =
      order(run({{"replications", 60}, {"seed", 7}, {"precision", "5%@lost_callers"}}));
  EXPECT_EQ(made.command, "uitwijk run " + path("a.yaml") +
                              " --replications 60 --seed 7 --precision 5%@lost_callers");
  EXPECT_THAT(made.child.arguments,
              ElementsAre("run", path("a.yaml"), "--replications=60", "--seed=7",
                          "--precision=5%@lost_callers", "--values", "--json", "--progress=json",
                          "--lang=en"));
  EXPECT_FALSE(made.gives_page);
}

TEST_F(ServeOrder, ThePageGetsValuesOfReplicationsThatItCanHold) {
  EXPECT_THAT(order(run({{"replications", 1000}})).child.arguments, testing::Contains("--values"));
  EXPECT_THAT(order(run({{"replications", 1001}})).child.arguments,
              testing::Not(testing::Contains("--values")));
}

TEST_F(ServeOrder, TheProgramAnswersInTheLanguageOfThePage) {
  EXPECT_EQ(order(run(), Language::dutch).child.arguments.back(), "--lang=nl");
}

TEST_F(ServeOrder, FiftyReplicationsAreAPreview) {
  EXPECT_TRUE(order(run({{"replications", 50}})).quick);
  EXPECT_FALSE(order(run({{"replications", 51}})).quick);
  EXPECT_FALSE(order(run()).quick) << "nobody knows how many the file asks for";
  EXPECT_TRUE(order(run({{"replications", 51}})).child.yields) << "others go first";
  EXPECT_FALSE(order(run({{"replications", 50}})).child.yields);
}

TEST_F(ServeOrder, AThreatIsAimed) {
  const JobOrder made = order({{"kind", "run"},
                               {"threat", "DR-07"},
                               {"target", "rotterdam"},
                               {"at", "2026-12-01T14:00"},
                               {"duration", "4 h"},
                               {"world", id(OfferKind::world)},
                               {"measures", {"planned", "without:call_in"}},
                               {"set", {{"takeover.decide", "5 min"}}},
                               {"plan", "pairs"}});
  EXPECT_EQ(made.command,
            "uitwijk run --threat DR-07 --target rotterdam --at 2026-12-01T14:00 "
            "--duration '4 h' --world " +
                path("w") +
                " --measures planned,without:call_in --set 'takeover.decide=5 min' "
                "--plan pairs");
}

TEST_F(ServeOrder, WithAThreatThereIsNoScenario) {
  EXPECT_THAT(wrong(run({{"threat", "DR-07"}})), HasSubstr("scenario: unknown key"));
}

TEST_F(ServeOrder, NoPathComesFromOutside) {
  for (const char* const text : {"/etc/passwd", "../a.yaml", "0123456789abcdef"}) {
    EXPECT_EQ(wrong({{"kind", "run"}, {"scenario", text}}),
              "scenario: is not in the list that the server offers");
    EXPECT_EQ(wrong({{"kind", "run"}, {"threat", "DR-07"}, {"world", text}}),
              "world: is not in the list that the server offers");
  }
  EXPECT_EQ(wrong({{"kind", "run"}, {"scenario", path("a.yaml")}}),
            "scenario: is not in the list that the server offers")
      << "not even the right path";
  EXPECT_EQ(wrong({{"kind", "run"}, {"scenario", id(OfferKind::result)}}),
            "scenario: is not in the list that the server offers")
      << "a file of another kind";
}

TEST_F(ServeOrder, EverythingThatIsWrongIsSaidAtOnce) {
  EXPECT_EQ(wrong({{"kind", "run"},
                   {"replications", 0},
                   {"seed", -1},
                   {"set", {{"a.b", ""}}},
                   {"nonsense", 1}}),
            "scenario: is required; set.a.b: is empty; "
            "replications: must be a whole number from 1 to 1000000; "
            "seed: must be a whole number from 0 to 999999999999; nonsense: unknown key");
}

TEST_F(ServeOrder, AKindThatIsNoneIsRefusedWithThoseThereAre) {
  for (const json& asked : {json{{"kind", "delete"}}, json::object(), json{{"kind", 7}}, json(3)})
    EXPECT_THAT(wrong(asked), HasSubstr("kind: must be one of exercise, measures, parameters"));
}

TEST_F(ServeOrder, ASweepVariesOneAddress) {
  const JobOrder made = order({{"kind", "sweep"},
                               {"scenario", id(OfferKind::scenario)},
                               {"vary", "takeover.decide"},
                               {"range", "1 min..9 min"},
                               {"until", "lost_callers<=10"}});
  EXPECT_FALSE(made.quick) << "so many at each value";
  EXPECT_EQ(made.command, "uitwijk sweep " + path("a.yaml") +
                              " --vary 'takeover.decide=1 min..9 min' --until 'lost_callers<=10'");
  EXPECT_EQ(wrong({{"kind", "sweep"}, {"scenario", id(OfferKind::scenario)}}),
            "vary: is required; range: is required");
}

TEST_F(ServeOrder, AnExerciseIsAFileOrWhatWasSeen) {
  const JobOrder file = order({{"kind", "exercise"}, {"exercise", id(OfferKind::exercise)}});
  EXPECT_EQ(file.command, "uitwijk exercise " + path("e.yaml"));
  EXPECT_EQ(file.child.given, "");
  const JobOrder seen =
      order({{"kind", "exercise"},
             {"observed", {{"meldkamer", "r"}, {"name", "n"}, {"source", "s"}, {"decide", "x"}}},
             {"world", id(OfferKind::world)}});
  EXPECT_THAT(seen.child.given, HasSubstr("decide"));
  EXPECT_EQ(seen.child.arguments.at(1), "/dev/stdin");
  EXPECT_EQ(cli::problems_of("/dev/stdin:3:2: decide must be a time\n", seen.marks).at(0).field,
            "observed.decide");
  EXPECT_EQ(wrong({{"kind", "exercise"}}), "exercise: is required");
  EXPECT_EQ(wrong({{"kind", "exercise"}, {"observed", {{"meldkamer", "r"}}}}),
            "observed.name: is required; observed.source: is required");
}

TEST_F(ServeOrder, AReportGivesAPage) {
  const JobOrder made =
      order({{"kind", "report"}, {"result", id(OfferKind::result)}, {"audience", "board"}});
  EXPECT_TRUE(made.gives_page);
  EXPECT_TRUE(made.quick);
  EXPECT_EQ(made.command, "uitwijk report " + path("r.h5") + " --audience board --output=-");
  EXPECT_THAT(made.child.arguments, testing::Not(testing::Contains("--json")));
}

TEST_F(ServeOrder, ListsAreQuick) {
  for (const char* const kind : {"threats", "measures", "plans", "parameters"}) {
    const JobOrder made = order({{"kind", kind}});
    EXPECT_TRUE(made.quick) << kind;
    EXPECT_FALSE(made.child.yields) << kind;
    EXPECT_THAT(made.child.arguments, testing::Contains("--json")) << kind;
  }
  EXPECT_EQ(order({{"kind", "threats"}}).child.arguments.at(1), "--threats");
  EXPECT_EQ(order({{"kind", "threats"}}).command, "uitwijk describe");
  EXPECT_THAT(wrong({{"kind", "threats"}, {"seed", 1}}), HasSubstr("seed: unknown key"));
}

TEST_F(ServeOrder, ToSaveIsToRunOneReplication) {
  const json asked = json::parse("{\"scenario\": \"" + id(OfferKind::scenario) +
                                 "\", \"replications\": 900, \"seed\": 3}");
  const JobOrder made = cli::order_to_save(asked, offer_, Language::english, "mine.yaml");
  EXPECT_EQ(made.command,
            "uitwijk run " + path("a.yaml") + " --seed 3 --replications 1 --save mine.yaml");
  EXPECT_TRUE(made.quick);
}

/// The desk. The children of these tests know none of the commands and end at once.
class ServeDesk : public ServeOrder {
protected:
  cli::Jobs jobs_{{}};
  cli::Desk desk_{offer_, jobs_, Language::english};

  cli::Answer get(const std::string& path) { return desk_.answer({false, path, ""}); }
  cli::Answer post(const std::string& path, const std::string& body) {
    return desk_.answer({true, path, body});
  }
  cli::Answer take(const std::string& body) { return post("/api/jobs", body); }
  cli::Answer save(const std::string& body) { return post("/api/scenarios", body); }
};

json body_of(const cli::Answer& answer) {
  return json::parse(*answer.text);
}

TEST_F(ServeDesk, OffersWhatThereIs) {
  const auto answer = get("/api/offer");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.type, "application/json");
  const json offer = body_of(answer);
  EXPECT_EQ(offer.at("schema"), "uitwijk/serve/1");
  EXPECT_EQ(offer.at("limit_s"), 1800);
  EXPECT_EQ(offer.at("quick_limit_s"), 60);
  EXPECT_EQ(offer.at("lang"), "en");
  EXPECT_EQ(offer.at("scenario").at(0).at("name"), "A");
  EXPECT_EQ(offer.at("world").at(0).at("path"), path("w"));
  EXPECT_EQ(offer.at("exercise").size(), 1u);
  EXPECT_EQ(offer.at("result").size(), 1u);
  EXPECT_NE(offer.at("labels").at("nl").at("lost_callers"),
            offer.at("labels").at("en").at("lost_callers"));
}

TEST_F(ServeDesk, WhatIsNoObjectIsABadRequest) {
  for (const char* const body : {"", "no JSON", "[]", "7", "{\"kind\": "})
    EXPECT_EQ(take(body).status, 400) << body;
}

TEST_F(ServeDesk, WhatCannotBeCarriedOutSaysWhy) {
  const auto answer = take(R"({"kind": "run", "seed": "x", "lang": "nl"})");
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(body_of(answer).at("problems").at(0).at("field"), "scenario");
  EXPECT_EQ(body_of(answer).at("problems").at(0).at("message"), "is verplicht") << "in Dutch";
  EXPECT_EQ(body_of(take(R"({"kind": "run", "lang": "de"})")).at("problems").at(0).at("field"),
            "lang");
}

TEST_F(ServeDesk, AnOrderIsTakenInAndSeen) {
  const auto answer = take(R"({"kind": "threats"})");
  ASSERT_EQ(answer.status, 202);
  const std::string id = body_of(answer).at("id");
  EXPECT_EQ(body_of(answer).at("command"), "uitwijk describe");
  const auto view = get("/api/jobs/" + id);
  EXPECT_EQ(view.status, 200);
  EXPECT_EQ(body_of(view).at("id"), id);
  EXPECT_EQ(body_of(view).at("command"), "uitwijk describe");
  EXPECT_EQ(post("/api/jobs/" + id + "/cancel", "").status, 202);
}

TEST_F(ServeDesk, ListsTheRunsOfAll) {
  EXPECT_EQ(body_of(get("/api/jobs")).at("jobs").size(), 0u);
  take(R"({"kind": "threats"})");
  take(R"({"kind": "measures"})");
  const json jobs = body_of(get("/api/jobs")).at("jobs");
  ASSERT_EQ(jobs.size(), 2u);
  EXPECT_EQ(jobs.at(0).at("id"), "1");
  EXPECT_EQ(jobs.at(1).at("quick"), true);
}

TEST_F(ServeDesk, TellsWhatChangedSince) {
  EXPECT_FALSE(desk_.next(0));
  take(R"({"kind": "threats"})");
  const auto news = desk_.next(0);
  ASSERT_TRUE(news);
  EXPECT_EQ(json::parse(news->view).at("command"), "uitwijk describe");
  EXPECT_GE(news->version, 1u);
}

TEST_F(ServeDesk, WhatIsNotThereIsNotFound) {
  EXPECT_EQ(get("/api/jobs/1").status, 404);
  EXPECT_EQ(post("/api/jobs/1/cancel", "").status, 404);
  EXPECT_EQ(get("/api/jobs/1/result").status, 409);
  for (const char* const path : {"", "/", "/api", "/api/jobs/", "/api/jobs/events", "/api/jobs/1/x",
                                 "/api/jobs/1/result/", "/api/jobs/1/events"})
    EXPECT_EQ(get(path).status, 404) << path;
  EXPECT_EQ(post("/api/offer", "{}").status, 404);
}

TEST_F(ServeDesk, ANameOfAScenarioIsPlain) {
  const std::vector<std::string> names = {
      "", "A", "a.b", "../a", "a/b", "-a", "a b", "één", std::string(64, 'a')};
  for (const std::string& name : names) {
    const json body = {{"name", name}, {"scenario", id(OfferKind::scenario)}};
    const auto answer = save(body.dump());
    EXPECT_EQ(answer.status, 422) << name;
    EXPECT_EQ(body_of(answer).at("problems").at(0).at("field"), "name") << name;
  }
  EXPECT_EQ(save("{}").status, 422);
}

TEST_F(ServeDesk, NothingIsWrittenOver) {
  const fs::path before = fs::current_path();
  fs::current_path(folder_.path());
  const json body = {{"name", "a"}, {"scenario", id(OfferKind::scenario)}};
  const auto answer = save(body.dump());
  fs::create_symlink("nowhere", "link.yaml");
  const json link = {{"name", "link"}, {"scenario", id(OfferKind::scenario)}};
  const auto dangling = save(link.dump());
  fs::current_path(before);
  EXPECT_EQ(answer.status, 409);
  EXPECT_EQ(dangling.status, 409) << "a link to nothing is something";
}

TEST(ServePage, IsThreeFilesOfOurs) {
  std::map<std::string, cli::PageFile> files;
  for (const cli::PageFile& file : cli::page_files())
    files.emplace(file.address, file);
  ASSERT_EQ(files.size(), 3u);
  EXPECT_EQ(files.at("/").type, "text/html; charset=utf-8");
  EXPECT_EQ(files.at("/serve.js").type, "text/javascript; charset=utf-8");
  EXPECT_EQ(files.at("/serve.css").type, "text/css; charset=utf-8");
  const std::string page = *files.at("/").text;
  for (const auto& [address, file] : files) {
    EXPECT_GT(file.text->size(), 100u) << address;
    const bool itself = address == "/";
    EXPECT_TRUE(itself || page.find("\"" + address + "\"") != std::string::npos) << address;
  }
  EXPECT_EQ(page.find("http"), std::string::npos) << "and for nothing from elsewhere";
}

}  // namespace
