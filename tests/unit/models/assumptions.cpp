#include "models/world/assumptions.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <map>

#include "models/text/annotations.hpp"
#include "models/text/units.hpp"
#include "models/text/yaml_document.hpp"

/// One assumption behind many numbers: how it moves them, and which numbers none moves.
namespace {

using namespace models;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Parameter number(const std::string& address, const std::string& unit, double value,
                 const std::string& range = "", const std::string& kind = "assumed") {
  Parameter out;
  out.address = address;
  out.unit = unit;
  out.value_si = value;
  out.value = "x";
  out.range = range;
  out.kind = kind;
  out.highest = 1e12;
  return out;
}

AssumptionGroup group(Spread spread, double low, double high, std::vector<std::string> of) {
  AssumptionGroup out;
  out.id = "all";
  out.of = std::move(of);
  out.spread = spread;
  out.low = low;
  out.high = high;
  return out;
}

double in_si(const std::string& text, const std::string& unit) {
  Node node;
  node.type = Node::Type::scalar;
  node.text = text;
  const Dimension& dimension = unit == "s" ? time_dimension : factor_dimension;
  return read_quantity(node, dimension).value;
}

/// Values by address at u, over all assumptions.
std::map<std::string, double> at(const std::vector<AssumptionGroup>& groups,
                                 const std::vector<Parameter>& numbers, double u) {
  std::map<std::string, double> out;
  for (const Assumption& one : assumptions_of(groups, numbers))
    for (const Setting& setting : moved(one, u))
      for (const Parameter& known : numbers)
        if (known.address == setting.address)
          out[setting.address] = in_si(setting.value, known.unit);
  return out;
}

TEST(Assumptions, AFactorMovesAllOfAGroupTogether) {
  const std::vector<Parameter> numbers = {number("a.x", "s", 60), number("a.y", "factor", 3),
                                          number("b", "s", 1)};
  const auto groups = {group(Spread::factor, 0.5, 2, {"a.*"})};
  const auto low = at(groups, numbers, 0), middle = at(groups, numbers, 0.5),
             high = at(groups, numbers, 1);
  EXPECT_THAT(low, ElementsAre(std::pair("a.x", 30.0), std::pair("a.y", 1.5)));
  EXPECT_THAT(middle.at("a.x"), DoubleNear(60, 1e-6)) << "log-uniform: 1 lies in the middle";
  EXPECT_THAT(high, ElementsAre(std::pair("a.x", 120.0), std::pair("a.y", 6.0)));
}

/// p / (1 - p): a share stays between never and always, and these two stay what they are.
TEST(Assumptions, AFactorOnAShareIsOnItsOdds) {
  const std::vector<Parameter> numbers = {
      number("a.x", "share", 0.5), number("a.never", "share", 0), number("a.always", "share", 1)};
  const auto high = at({group(Spread::factor, 0.5, 3, {"a.*"})}, numbers, 1);
  EXPECT_THAT(high.at("a.x"), DoubleNear(0.75, 1e-6));
  EXPECT_EQ(high.at("a.never"), 0);
  EXPECT_EQ(high.at("a.always"), 1);
}

TEST(Assumptions, AFactorOnACountIsRoundedAndLeavesOne) {
  const auto low = at({group(Spread::factor, 0.3, 2, {"*"})},
                      {number("x", "count", 9), number("y", "count", 1)}, 0);
  EXPECT_THAT(low, ElementsAre(std::pair("x", 3.0), std::pair("y", 1.0)));
}

TEST(Assumptions, APowerMakesAProfileFlatterOrSteeper) {
  const std::vector<Parameter> numbers = {number("hour.1", "factor", 0.25),
                                          number("hour.2", "factor", 1),
                                          number("hour.3", "factor", 4)};
  const auto groups = {group(Spread::power, 0.5, 2, {"hour.*"})};
  EXPECT_THAT(
      at(groups, numbers, 0),
      ElementsAre(std::pair("hour.1", 0.5), std::pair("hour.2", 1.0), std::pair("hour.3", 2.0)));
  EXPECT_THAT(at(groups, numbers, 1).at("hour.3"), DoubleNear(16, 1e-5));
}

TEST(Assumptions, WhatIsTakenIsGivenByTheBalance) {
  const std::vector<Parameter> numbers = {number("k.a", "share", 0.5), number("k.b", "share", 0.3),
                                          number("k.c", "share", 0.2)};
  AssumptionGroup kinds = group(Spread::factor, 0.5, 1.5, {"k.a"});
  kinds.balance = {"k.b", "k.c"};
  for (const double u : {0.0, 0.3, 1.0}) {
    const auto values = at({kinds}, numbers, u);
    EXPECT_THAT(values.at("k.a") + values.at("k.b") + values.at("k.c"), DoubleNear(1, 3e-6)) << u;
    EXPECT_THAT(values.at("k.b") / values.at("k.c"), DoubleNear(1.5, 1e-4)) << u;
  }
  EXPECT_THAT(at({kinds}, numbers, 1).at("k.a"), DoubleNear(0.6, 1e-6));
}

TEST(Assumptions, RangesOfAGroupMoveTogetherAndWhatIsInNoGroupAlone) {
  const std::vector<Parameter> numbers = {number("g.x", "s", 5, "[0 s, 10 s]"),
                                          number("g.y", "s", 25, "[20 s, 40 s]"),
                                          number("z", "s", 2, "[1 s, 3 s]")};
  const auto all = assumptions_of({group(Spread::own_ranges, 1, 1, {"g.*"})}, numbers);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].numbers.size(), 2u);
  EXPECT_EQ(all[1].id, "z");
  EXPECT_THAT(moved(all[0], 0.5)[0].value, "5.000000 s");
  EXPECT_THAT(moved(all[0], 0.5)[1].value, "30.000000 s");
}

/// A range on the mode is about how long it takes: min and max keep their ratio to it.
TEST(Assumptions, TimesOfADistributionFollowTheOneWithARange) {
  const std::string of = "t.decide.triangular.";
  const auto high = at({},
                       {number(of + "min", "s", 30), number(of + "mode", "s", 60, "[30 s, 120 s]"),
                        number(of + "max", "s", 90)},
                       1);
  EXPECT_THAT(high, ElementsAre(std::pair(of + "max", 180.0), std::pair(of + "min", 60.0),
                                std::pair(of + "mode", 120.0)));
}

TEST(Assumptions, ARangeOfADistributionIsAboutItsMean) {
  Parameter whole = number("t", "s", 50, "[25 s, 100 s]");
  whole.value = "{lognormal: {mean: 50 s, cv: 0.5}}";
  const auto low = at(
      {}, {number("t.lognormal.mean", "s", 50), number("t.lognormal.cv", "factor", 0.5), whole}, 0);
  EXPECT_THAT(low, ElementsAre(std::pair("t.lognormal.mean", 25.0)))
      << "no constant in the place of the distribution, and its shape stays";
}

TEST(Assumptions, AGroupLeavesWhatWasCountedOrConfirmed) {
  std::vector<Parameter> numbers;
  for (const char* const kind : {"measured", "reported", "bevestigd"})
    numbers.push_back(number(std::string("a.") + kind, "s", 1, "", kind));
  numbers.push_back(number("a.counted_with_range", "s", 1, "[1 s, 2 s]", "measured"));
  numbers.push_back(number("a.derived", "s", 1, "", "derived"));
  EXPECT_THAT(at({group(Spread::factor, 0.5, 2, {"a.*"})}, numbers, 1),
              ElementsAre(std::pair("a.counted_with_range", 2.0), std::pair("a.derived", 2.0)));
}

TEST(Assumptions, TheFirstGroupThatNamesANumberHasIt) {
  AssumptionGroup first = group(Spread::factor, 0.5, 2, {"a"}),
                  second = group(Spread::factor, 0.1, 10, {"*"});
  second.id = "second";
  const auto all = assumptions_of({first, second}, {number("a", "s", 1), number("b", "s", 1)});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].numbers.front().number.address, "a");
  ASSERT_EQ(all[1].numbers.size(), 1u);
  EXPECT_EQ(all[1].numbers.front().number.address, "b");
}

TEST(Assumptions, AreConfirmedWhenAllOfTheirNumbersAre) {
  const auto one = number("a", "s", 1, "[1 s, 2 s]", "bevestigd"),
             other = number("b", "s", 1, "[1 s, 2 s]");
  EXPECT_TRUE(assumptions_of({}, {one}).front().confirmed());
  EXPECT_FALSE(
      assumptions_of({group(Spread::own_ranges, 1, 1, {"*"})}, {one, other}).front().confirmed());
}

std::vector<std::string> addresses(const std::vector<Parameter>& numbers) {
  std::vector<std::string> out;
  for (const Parameter& one : numbers)
    out.push_back(one.address);
  return out;
}

TEST(Assumptions, WithoutRangeIsWhatIsAssumedAndMovedByNothing) {
  AssumptionGroup rosters = group(Spread::own_ranges, 1, 1, {"people"});
  rosters.covers = {"roster.*"};
  const std::vector<Parameter> numbers = {number("alone", "s", 1),
                                          number("no_kind", "s", 1, "", ""),
                                          number("known", "s", 1, "", "reported"),
                                          number("ranged", "s", 1, "[1 s, 2 s]"),
                                          number("point", "s", 1, "[1 s, 1 s]"),
                                          number("on", "true/false", 1),
                                          number("always", "share", 1),
                                          number("people", "factor", 1, "[0.8, 1.2]"),
                                          number("roster.day", "count", 8)};
  EXPECT_THAT(addresses(without_range({rosters}, numbers)),
              ElementsAre("alone", "no_kind", "point"));
}

TEST(Assumptions, APatternThatNamesNothingIsToldOf) {
  const auto idle =
      idle_patterns({group(Spread::factor, 0.5, 2, {"a", "typo.*"})}, {number("a", "s", 1)});
  ASSERT_EQ(idle.size(), 1u);
  EXPECT_THAT(idle.front().warning.message, HasSubstr("typo.*"));
}

std::vector<AssumptionGroup> parsed(const std::string& yaml, Reading& reading) {
  Problems problems;
  Node root = *parse_yaml(yaml, "test", problems);
  resolve_annotations(root, problems);
  return read_assumptions(Place(root, "assumptions", reading));
}

TEST(Assumptions, AreReadWithoutBecomingParameters) {
  Reading reading;
  const auto groups = parsed(
      "{hours: {name: Hours, of: [\"a.*\"], balance: [b], covers: [c], power: [0.5, 2], note: "
      "why}}",
      reading);
  ASSERT_THAT(reading.problems.all(), IsEmpty());
  EXPECT_THAT(reading.parameters, IsEmpty()) << "a factor on numbers is no number of the world";
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].spread, Spread::power);
  EXPECT_EQ(groups[0].high, 2);
  EXPECT_EQ(groups[0].note, "why");
}

TEST(Assumptions, SayWhatIsWrong) {
  for (const auto& [yaml, message] : std::map<std::string, std::string>{
           {"{a: {of: [x], factor: [0.5, 2]}}", "needs a note"},
           {"{a: {of: [x], note: n, factor: [2, 3]}}", "with 1 between them"},
           {"{a: {of: [x], note: n, factor: [0, 2]}}", "with 1 between them"},
           {"{a: {of: [x], note: n, factor: [0.5, 2], power: [0.5, 2]}}", "only one of them"},
           {"{a: {note: n}}", "of"}}) {
    Reading reading;
    parsed(yaml, reading);
    ASSERT_FALSE(reading.problems.empty()) << yaml;
    EXPECT_THAT(reading.problems.all().front().message, HasSubstr(message)) << yaml;
  }
}

}  // namespace
