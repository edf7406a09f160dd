#include "cli/serve/asked.hpp"

#include <gmock/gmock.h>

#include "cli/serve/observations.hpp"
#include "models/text/yaml_document.hpp"
#include "reports/words/serve_words.hpp"

/// A request of the page, read key by key.
namespace {

using cli::Asked;
using cli::FieldProblem;
using nlohmann::json;
using reports::Language;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

/// A request, as it comes in, and what is wrong with it.
struct Request {
  explicit Request(json object, const std::string& prefix = "")
      : body(json::parse(object.dump())), asked(body, problems, Language::english, prefix) {}
  json body;
  std::vector<FieldProblem> problems;
  Asked asked;

  std::string fields() const {
    std::string out;
    for (const FieldProblem& problem : problems)
      out += (out.empty() ? "" : " ") + problem.field;
    return out;
  }
};

TEST(Asked, WhatIsNotThereIsEmpty) {
  Request request(json::object());
  EXPECT_EQ(request.asked.text("a"), "");
  EXPECT_EQ(request.asked.count("b", 1, 9), std::nullopt);
  EXPECT_THAT(request.asked.texts("c"), IsEmpty());
  EXPECT_THAT(request.asked.map("d"), IsEmpty());
  EXPECT_TRUE(request.asked.part("e").is_null());
  EXPECT_FALSE(request.asked.has("a"));
  EXPECT_THAT(request.problems, IsEmpty());
}

TEST(Asked, NullIsAsIfItWereNotThere) {
  Request request(json{{"a", nullptr}, {"b", nullptr}});
  EXPECT_EQ(request.asked.text("a"), "");
  EXPECT_EQ(request.asked.count("b", 1, 9), std::nullopt);
  EXPECT_THAT(request.problems, IsEmpty());
}

TEST(Asked, ATextIsOneLineOfFiveHundredBytes) {
  Request request(json{{"plain", "a b"},
                       {"long", std::string(500, 'x')},
                       {"longer", std::string(501, 'x')},
                       {"lines", "a\nb"},
                       {"bell", "a\x07"},
                       {"rubout", "a\x7f"},
                       {"number", 7},
                       {"dutch", "één"}});
  EXPECT_EQ(request.asked.text("plain"), "a b");
  EXPECT_EQ(request.asked.text("long").size(), 500u);
  EXPECT_EQ(request.asked.text("dutch"), "één");
  EXPECT_THAT(request.problems, IsEmpty());
  for (const char* const key : {"longer", "lines", "bell", "rubout", "number"})
    EXPECT_EQ(request.asked.text(key), "") << key;
  EXPECT_EQ(request.fields(), "longer lines bell rubout number");
  EXPECT_EQ(request.problems[0].message, "must be one line of text, 500 bytes at most");
}

TEST(Asked, ARequiredTextIsAskedForOnce) {
  Request request(json{{"empty", ""}, {"wrong", 3}, {"there", "x"}});
  EXPECT_EQ(request.asked.required_text("there"), "x");
  request.asked.required_text("missing");
  request.asked.required_text("empty");
  request.asked.required_text("wrong");
  EXPECT_EQ(request.fields(), "missing empty wrong");
  EXPECT_EQ(request.problems[0].message, "is required");
  EXPECT_THAT(request.problems[2].message, HasSubstr("must be one line"))
      << "what is wrong with it";
}

TEST(Asked, ACountIsAWholeNumberWithinItsBounds) {
  Request request(json{{"least", 1},
                       {"most", 9},
                       {"below", 0},
                       {"above", 10},
                       {"negative", -1},
                       {"half", 1.5},
                       {"whole float", 2.0},
                       {"text", "5"}});
  EXPECT_EQ(request.asked.count("least", 1, 9), 1u);
  EXPECT_EQ(request.asked.count("most", 1, 9), 9u);
  EXPECT_THAT(request.problems, IsEmpty());
  for (const char* const key : {"below", "above", "negative", "half", "whole float", "text"})
    EXPECT_EQ(request.asked.count(key, 1, 9), std::nullopt) << key;
  EXPECT_EQ(request.problems.size(), 6u);
  EXPECT_EQ(request.problems[0].message, "must be a whole number from 1 to 9");
}

TEST(Asked, TextsAreAListOfThem) {
  Request request(
      json{{"two", {"a", "b"}}, {"none", json::array()}, {"text", "a"}, {"mixed", {"a", 1}}});
  EXPECT_THAT(request.asked.texts("two"), ElementsAre("a", "b"));
  EXPECT_THAT(request.asked.texts("none"), IsEmpty());
  EXPECT_THAT(request.problems, IsEmpty());
  request.asked.texts("text");
  request.asked.texts("mixed");
  EXPECT_EQ(request.fields(), "text mixed");
}

TEST(Asked, AMapHasTextsByName) {
  Request request(
      json{{"set", {{"a.b", "1 min"}, {"c", "2"}}}, {"list", {"a"}}, {"bad", {{"x", 1}}}});
  EXPECT_THAT(request.asked.map("set"), ElementsAre(Pair("a.b", "1 min"), Pair("c", "2")));
  EXPECT_THAT(request.problems, IsEmpty());
  request.asked.map("list");
  request.asked.map("bad");
  EXPECT_EQ(request.fields(), "list bad.x");
}

TEST(Asked, TooManyEntriesAreRefused) {
  json list = json::array(), map = json::object();
  for (int i = 0; i < 501; ++i) {
    list.push_back("x");
    map["key " + std::to_string(i)] = "x";
  }
  Request request(json{{"list", list}, {"map", map}});
  EXPECT_THAT(request.asked.texts("list"), IsEmpty());
  EXPECT_THAT(request.asked.map("map"), IsEmpty());
  EXPECT_EQ(request.problems[0].message, "must be a list of 500 texts at most");
  EXPECT_EQ(request.problems[1].message, "must be an object of 500 texts at most");
}

TEST(Asked, KeysThatNobodyAskedForAreProblems) {
  Request request(json{{"seed", 1}, {"sead", 2}, {"nonsense", 3}});
  request.asked.count("seed", 0, 9);
  request.asked.refuse_others();
  ASSERT_EQ(request.problems.size(), 2u);
  EXPECT_EQ(request.problems[0].field, "nonsense");
  EXPECT_EQ(request.problems[0].message, "unknown key");
  EXPECT_EQ(request.problems[1].message, "unknown key, did you mean seed?");
}

TEST(Asked, SaysItInTheLanguageOfThePage) {
  const json body = {{"sead", 1}};
  std::vector<FieldProblem> problems;
  Asked asked(body, problems, Language::dutch);
  asked.count("seed", 0, 9);
  asked.refuse_others();
  EXPECT_EQ(problems.at(0).message, "onbekende sleutel, bedoelde u seed?");
}

TEST(Asked, APartHasItsPrefix) {
  Request request(json{{"x", 1}}, "observed.");
  request.asked.text("x");
  request.asked.required_text("y");
  EXPECT_EQ(request.fields(), "observed.x observed.y");
}

TEST(Asked, WhatIsNoObjectIsSaidOnce) {
  for (const json& body : {json(7), json("a"), json::array({1}), json(nullptr)}) {
    Request request(body);
    EXPECT_EQ(request.asked.text("a"), "");
    request.asked.refuse_others();
    ASSERT_EQ(request.problems.size(), 1u);
    EXPECT_EQ(request.problems[0].message, "must be an object");
  }
}

/// The text of an exercise file, read again.
models::Node parsed(const std::string& text) {
  models::Problems problems;
  auto node = models::parse_yaml(text, "exercise.yaml", problems);
  problems.throw_if_any();
  return *node;
}

TEST(Observations, AreAnExerciseFile) {
  Request request(json{{"meldkamer", "rotterdam"},
                       {"name", "Test of 1 May"},
                       {"source", "Report \"x\": page 3"},
                       {"at", "2026-05-01T10:00"},
                       {"decide", "4 min"},
                       {"failed_switches", "2"}});
  const models::Node root = parsed(cli::exercise_text(request.asked));
  EXPECT_THAT(request.problems, IsEmpty());
  const models::Node& head = *root.find("exercise");
  EXPECT_EQ(head.find("name")->text, "Test of 1 May");
  EXPECT_EQ(head.find("source")->text, "Report \"x\": page 3") << "quotes and colons survive";
  const models::Node& room = *head.find("observed")->find("rotterdam");
  EXPECT_EQ(room.find("at")->text, "2026-05-01T10:00");
  EXPECT_EQ(room.find("decide")->text, "4 min");
  EXPECT_EQ(room.find("failed_switches")->text, "2");
  EXPECT_FALSE(room.find("failed_switches")->quoted) << "a number";
  EXPECT_EQ(room.find("verify"), nullptr) << "nobody wrote it down";
}

TEST(Observations, NeedARoomANameAndASource) {
  Request request(json::object(), "observed.");
  cli::exercise_text(request.asked);
  EXPECT_EQ(request.fields(), "observed.meldkamer observed.name observed.source");
}

TEST(Observations, RefuseWhatNobodySees) {
  Request request(json{{"meldkamer", "a"}, {"name", "b"}, {"source", "c"}, {"decides", "4 min"}});
  cli::exercise_text(request.asked);
  ASSERT_EQ(request.fields(), "decides");
  EXPECT_THAT(request.problems[0].message, HasSubstr("did you mean decide?"));
}

TEST(Observations, TextsOfAPageCannotBecomeKeysOfTheFile) {
  Request request(json{{"meldkamer", "a"},
                       {"name", "x, kind: measured}"},
                       {"source", "- [1]"},
                       {"decide", "4 min # no comment"}});
  const models::Node root = parsed(cli::exercise_text(request.asked));
  const models::Node& head = *root.find("exercise");
  EXPECT_EQ(head.find("name")->text, "x, kind: measured}");
  EXPECT_EQ(head.find("source")->text, "- [1]");
  EXPECT_EQ(head.find("observed")->find("a")->find("decide")->text, "4 min # no comment");
  EXPECT_EQ(head.find("kind"), nullptr);
}

}  // namespace
