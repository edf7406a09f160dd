#include "models/text/tree_changes.hpp"

#include <gmock/gmock.h>

#include "models/graph/needs_text.hpp"
#include "models/text/annotations.hpp"

/// Overlays, settings and annotations of a tree of values.
namespace {

using models::Node;
using models::Problems;
using testing::HasSubstr;

Node tree(const std::string& text) {
  Problems problems;
  auto out = models::parse_yaml(text, "base.yaml", problems);
  problems.throw_if_any();
  return *out;
}

std::string laid_over(const std::string& base, const std::string& overlay) {
  Node out = tree(base);
  models::lay_over(out, tree(overlay));
  return models::to_yaml(out);
}

/// As it is written in one line.
std::string plain(const std::string& text) {
  return models::to_yaml(tree(text));
}

TEST(LayOver, MergesMapsKeyByKey) {
  EXPECT_EQ(laid_over("{a: 1, b: {c: 2, d: 3}}", "{b: {c: 9, e: 4}, f: 5}"),
            plain("{a: 1, b: {c: 9, d: 3, e: 4}, f: 5}"));
}

TEST(LayOver, ReplacesListsAndNumbersAsAWhole) {
  EXPECT_EQ(laid_over("{a: [1, 2, 3]}", "{a: [9]}"), plain("{a: [9]}"));
  EXPECT_EQ(laid_over("{a: 1}", "{a: {b: 2}}"), plain("{a: {b: 2}}"));
  EXPECT_EQ(laid_over("{a: {b: 2}}", "{a: 1}"), plain("{a: 1}"));
}

/// Half of a distribution and half of another would be none.
TEST(LayOver, AnotherChoiceReplacesTheFirst) {
  EXPECT_EQ(laid_over("{t: {lognormal: {median: 1, p95: 2}}}", "{t: {exponential: {mean: 3}}}"),
            plain("{t: {exponential: {mean: 3}}}"));
  EXPECT_EQ(laid_over("{n: {all: [a, b]}}", "{n: {any: [c]}}"), plain("{n: {any: [c]}}"));
}

TEST(LayOver, TheSameChoiceIsMerged) {
  EXPECT_EQ(laid_over("{t: {lognormal: {median: 1, p95: 2}}}", "{t: {lognormal: {median: 9}}}"),
            plain("{t: {lognormal: {median: 9, p95: 2}}}"));
}

TEST(LayOver, NothingOverSomethingChangesNothing) {
  EXPECT_EQ(laid_over("{a: {b: 1}}", "{a: {}}"), plain("{a: {b: 1}}"));
}

struct Applied {
  std::string yaml;
  std::vector<std::string> problems;
  Node root;
};

Applied applied(const std::string& base,
                const std::vector<std::pair<std::string, std::string>>& set) {
  Applied out;
  out.root = tree(base);
  std::vector<models::Setting> settings;
  for (const auto& [address, value] : set)
    settings.push_back({address, value, {"--set " + address, 0, 0}});
  Problems problems;
  models::apply_settings(out.root, settings, problems);
  out.yaml = models::to_yaml(out.root);
  for (const auto& problem : problems.all())
    out.problems.push_back(problem.message);
  return out;
}

TEST(ApplySettings, ReplacesWhatStandsAtAnAddress) {
  EXPECT_EQ(applied("{a: {b: 1, c: 2}}", {{"a.b", "9"}}).yaml, plain("{a: {b: 9, c: 2}}"));
  EXPECT_EQ(applied("{a: {b: 1}}", {{"a.b", "{lognormal: {median: 1 s, p95: 2 s}}"}}).yaml,
            plain("{a: {b: {lognormal: {median: 1 s, p95: 2 s}}}}"));
}

/// What somebody sets is an assumption; a number drawn over its own range stays what it was.
TEST(ApplySettings, GivesAValueTheKindOfItsSetting) {
  Node root = tree("{a: 1, b: 2}");
  Problems problems;
  models::apply_settings(root, {{"a", "3", {}}, {"b", "4", {}, "derived"}}, problems);
  EXPECT_EQ(models::child_of(root, "a")->origin.kind, "assumed");
  EXPECT_EQ(models::child_of(root, "b")->origin.kind, "derived");
}

TEST(ApplySettings, TheLastOneWins) {
  EXPECT_EQ(applied("{a: {b: 1}}", {{"a.b", "2"}, {"a.b", "3"}}).yaml, plain("{a: {b: 3}}"));
}

TEST(ApplySettings, CountsTheItemsOfAListFromOne) {
  const char* const base = "{a: [{b: 1}, {b: 2}]}";
  EXPECT_EQ(applied(base, {{"a.2.b", "9"}}).yaml, plain("{a: [{b: 1}, {b: 9}]}"));
  for (const char* const address : {"a.0.b", "a.3.b", "a.x.b", "a.1x.b", "a.-1.b"})
    EXPECT_EQ(applied(base, {{address, "9"}}).problems.size(), 1u) << address;
}

TEST(ApplySettings, FindsAnItemOfAListByItsId) {
  const char* const base = "{a: [{id: x, b: 1}, {b: 2}, {id: why, b: 3}]}";
  EXPECT_EQ(applied(base, {{"a.why.b", "9"}}).yaml,
            plain("{a: [{id: x, b: 1}, {b: 2}, {id: why, b: 9}]}"));
  EXPECT_EQ(applied(base, {{"a.3.b", "9"}}).yaml, applied(base, {{"a.why.b", "9"}}).yaml)
      << "its number stays";
  EXPECT_THAT(applied(base, {{"a.whi.b", "9"}}).problems.at(0), HasSubstr("did you mean a.why?"));
}

TEST(ApplySettings, AddsAKeyToAMapThatIsThere) {
  EXPECT_EQ(applied("{a: {b: 1}}", {{"a.c", "2"}}).yaml, plain("{a: {b: 1, c: 2}}"))
      << "the reader judges it";
  EXPECT_THAT(applied("{a: {b: 1}}", {{"c", "2"}}).problems.at(0),
              HasSubstr("unknown address c: there is no c"))
      << "but no section of its own";
}

TEST(ApplySettings, AnUnknownAddressGetsASuggestion) {
  const Applied wrong = applied("{takeover: {decide: {mean: 1}}}", {{"takeover.decid.mean", "2"}});
  EXPECT_EQ(wrong.problems.at(0),
            "unknown address takeover.decid.mean: there is no "
            "takeover.decid, did you mean takeover.decide?");
  EXPECT_EQ(wrong.yaml, plain("{takeover: {decide: {mean: 1}}}"));
}

TEST(ApplySettings, ValueMayStandAfterAnAnnotatedNode) {
  EXPECT_EQ(applied("{a: {b: 1}}", {{"a.b.value", "2"}}).yaml, plain("{a: {b: 2}}"));
  EXPECT_THAT(applied("{a: 1}", {{"value", "2"}}).problems.at(0), HasSubstr("is empty"));
}

TEST(ApplySettings, AValueThatCannotBeReadIsSaidOfItsAddress) {
  const Applied wrong = applied("{a: {b: 1}}", {{"a.b", "[1"}});
  EXPECT_THAT(wrong.problems.at(0), HasSubstr("the value of a.b cannot be read"));
  EXPECT_EQ(wrong.yaml, plain("{a: {b: 1}}"));
}

TEST(ApplySettings, WhatIsSetIsAssumedAndKnowsWhoSetIt) {
  const Applied done =
      applied("{a: {b: 1}}", {{"a.b", "2"}, {"a.c", "{value: 3, kind: measured, source: S}"}});
  const Node& b = *done.root.find("a")->find("b");
  EXPECT_TRUE(b.from_setting);
  EXPECT_EQ(b.origin.kind, "assumed");
  EXPECT_EQ(b.origin.source, "set in --set a.b");
  EXPECT_EQ(b.mark.file, "--set a.b");
  const Node& c = *done.root.find("a")->find("c");
  EXPECT_EQ(c.text, "3");
  EXPECT_EQ(c.origin.kind, "measured");
  EXPECT_EQ(c.origin.source, "S");
}

Node annotated(const std::string& text, Problems& problems) {
  Node out = tree(text);
  models::resolve_annotations(out, problems);
  return out;
}

TEST(Annotations, TheNearestOneHolds) {
  Problems problems;
  const Node root = annotated(
      "{source: A, kind: derived, x: 1, y: {source: B, z: 2}, w: {value: 3, kind: measured}}",
      problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(root.find("x")->origin.source, "A");
  EXPECT_EQ(root.find("y")->find("z")->origin.source, "B");
  EXPECT_EQ(root.find("y")->find("z")->origin.kind, "derived");
  EXPECT_EQ(root.find("w")->text, "3") << "a value stands in the place of its map";
  EXPECT_EQ(root.find("w")->origin.kind, "measured");
  EXPECT_EQ(root.find("w")->origin.source, "A");
  EXPECT_EQ(root.find("source"), nullptr) << "no reader sees them";
}

TEST(Annotations, AValueMayDeclareItsRange) {
  Problems problems;
  const Node root = annotated("{x: {value: 2, range: [1, 3]}}", problems);
  ASSERT_EQ(root.find("x")->range.size(), 2u);
  EXPECT_EQ(root.find("x")->range[1].text, "3");
}

TEST(Annotations, ANumberThatIsConfirmedSaysByWhom) {
  Problems problems;
  const Node root = annotated(
      "{x: {value: 2, kind: bevestigd, confirmed: {by: hoofd LMS, on: \"2026-11-01\", for: "
      "\"2027\"}}}",
      problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(root.find("x")->origin.kind, "bevestigd");
  EXPECT_EQ(root.find("x")->origin.source, "hoofd LMS, 2026-11-01, 2027");
}

TEST(Annotations, SayWhatIsWrong) {
  const auto wrong = [](const std::string& text) {
    Problems problems;
    annotated(text, problems);
    return problems.empty() ? "" : problems.all().front().message;
  };
  EXPECT_THAT(wrong("{kind: guessed, x: 1}"), HasSubstr("kind must be measured, reported"));
  EXPECT_THAT(wrong("{kind: bevestigd, x: 1}"), HasSubstr("kind bevestigd needs confirmed"));
  EXPECT_THAT(wrong("{confirmed: {by: a, on: b, for: c}, x: 1}"),
              HasSubstr("confirmed goes with kind: bevestigd"));
  EXPECT_THAT(wrong("{kind: bevestigd, confirmed: {by: a, on: b}, x: 1}"),
              HasSubstr("for is missing"));
  EXPECT_THAT(wrong("{kind: bevestigd, confirmed: {by: a, on: b, for: c, at: d}, x: 1}"),
              HasSubstr("nothing else"));
  EXPECT_THAT(wrong("{kind: assumd, x: 1}"), HasSubstr("did you mean assumed?"));
  EXPECT_THAT(wrong("{source: [a], x: 1}"), HasSubstr("source must be text"));
  EXPECT_THAT(wrong("{source: \"\", x: 1}"), HasSubstr("source must be text"));
  EXPECT_THAT(wrong("{x: {value: 1, range: [1]}}"), HasSubstr("range must be [lowest, highest]"));
  EXPECT_THAT(wrong("{x: {value: 1, rnge: [1, 2]}}"),
              HasSubstr("unknown key rnge beside value, did you mean range?"));
}

models::Needs leaf(std::uint32_t component) {
  models::Needs out;
  out.component = {component};
  return out;
}

models::Needs several(int k, std::vector<models::Needs> of) {
  models::Needs out;
  out.k = k;
  out.of = std::move(of);
  return out;
}

TEST(NeedsText, IsTheExpressionAsPeopleWriteIt) {
  models::World world;
  for (const char* const id : {"a", "b", "c"}) {
    models::Component component;
    component.id = id;
    world.components.add(component);
  }
  EXPECT_EQ(models::needs_text(world, {}), "-");
  EXPECT_EQ(models::needs_text(world, leaf(1)), "b");
  EXPECT_EQ(models::needs_text(world, several(2, {leaf(0), leaf(1)})), "all(a, b)");
  EXPECT_EQ(models::needs_text(world, several(1, {leaf(0), leaf(1)})), "any(a, b)");
  EXPECT_EQ(models::needs_text(world, several(2, {leaf(0), leaf(1), leaf(2)})), "2 of(a, b, c)");
  EXPECT_EQ(models::needs_text(world, several(2, {leaf(0), several(1, {leaf(1), leaf(2)})})),
            "all(a, any(b, c))");
  EXPECT_EQ(models::needs_text(world, several(1, {leaf(2)})), "c") << "one of one is that one";
}

}  // namespace
