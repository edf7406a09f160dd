#include <gtest/gtest.h>

#include <chrono>
#include <vector>

#include "models/text/yaml_document.hpp"

namespace {

/// The text of the one scalar that `yaml` is; the problems when it is none.
std::string scalar_of(const std::string& yaml) {
  models::Problems problems;
  const auto node = models::parse_yaml(yaml, "value", problems);
  if (!problems.empty())
    return to_string(problems.all().front());
  return node ? node->text : "nothing";
}

std::string flow_style_of(const std::string& text) {
  models::Node node;
  node.type = models::Node::Type::scalar;
  node.quoted = true;
  node.text = text;
  return models::to_yaml(node);
}

TEST(FlowStyle, IsTheSameTextWhenReadAgain) {
  for (const std::string text : {"", "plain", "two words", "say \"no\"", "back\\slash", "a\tb\nc",
                                 "caf\u00e9", "mark\uFEFF"})
    EXPECT_EQ(scalar_of(flow_style_of(text)), text) << flow_style_of(text);
}

TEST(FlowStyle, WritesWhatTheReaderRefusesAsEscapes) {
  EXPECT_EQ(flow_style_of("\a"), R"("\u0007")");
  EXPECT_EQ(flow_style_of("\uFEFF"), R"("\uFEFF")");
}

/// An escape brings in what a text may not hold as it is.
TEST(ControlCharacters, AreRefusedHoweverTheyAreWritten) {
  for (const std::string text : {R"("\e[31m")", R"("\x07")", R"("\x9b")", R"("\u202e")",
                                 R"("a\rb")", "caf\u202ee", "\u009b"}) {
    models::Problems problems;
    models::parse_yaml("name: " + text + "\n", "a.yaml", problems);
    ASSERT_EQ(problems.all().size(), 1u) << text;
    EXPECT_NE(problems.all()[0].message.find("control character"), std::string::npos) << text;
  }
}

/// Of which yaml-cpp 0.7 makes bytes that are no UTF-8.
TEST(ControlCharacters, EscapesOfASingleByteAreRefused) {
  for (const char* const text : {R"("a\Nb")", R"("a\_b")"}) {
    models::Problems problems;
    models::parse_yaml(std::string("name: ") + text + "\n", "a.yaml", problems);
    ASSERT_EQ(problems.all().size(), 1u) << text;
    EXPECT_NE(problems.all()[0].message.find("must not hold"), std::string::npos) << text;
  }
}

TEST(Marks, CountCharactersOnALineOfAnyLength) {
  std::string line = "list: [";
  for (int i = 0; i < 40'000; ++i)
    line += "\"\u00e9\", ";
  models::Problems problems;
  const auto began = std::chrono::steady_clock::now();
  const auto root = models::parse_yaml(line + "last]\n", "a.yaml", problems);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  ASSERT_TRUE(root);
  EXPECT_EQ(root->find("list")->items.back().mark.column, 7 + 5 * 40'000 + 1);
  EXPECT_LT(took.count(), 20) << "a tenth of a second here; counted from the line's begin a minute";
}

using models::list_node;
using models::map_node;
using models::plain_node;
using models::text_node;

const std::vector<std::string> names = {"het \"Posthumalaan\" gebouw",
                                        "it's",
                                        "a: b",
                                        "a # b",
                                        "#",
                                        "- a",
                                        "-",
                                        "--- a",
                                        "~",
                                        "null",
                                        "back\\slash",
                                        " before",
                                        "after ",
                                        "",
                                        "{a}",
                                        "[a, b]",
                                        "*a",
                                        "&a",
                                        "!a",
                                        "%a",
                                        "@a",
                                        "a\nb",
                                        "caf\u00e9",
                                        "'",
                                        "|",
                                        "> a",
                                        "? a",
                                        "yes",
                                        "010",
                                        "<<"};

/// What the reader makes of it; its problems go to the test.
models::Node read(const std::string& yaml) {
  models::Problems problems;
  const auto node = models::parse_yaml(yaml, "made", problems);
  EXPECT_TRUE(problems.empty() && node) << yaml;
  return node.value_or(models::Node{});
}

TEST(MadeNodes, AreReadAsTheSameInFlowStyle) {
  for (const std::string& name : names) {
    EXPECT_EQ(read(to_yaml(text_node(name))).text, name);
    EXPECT_EQ(read(to_yaml(plain_node(name))).text, name) << to_yaml(plain_node(name));
    const models::Node list = read(to_yaml(list_node({map_node({{name, text_node(name)}})})));
    ASSERT_EQ(list.items.size(), 1u);
    EXPECT_EQ(list.items[0].entries.at(0).key, name);
    EXPECT_EQ(list.items[0].entries.at(0).value.text, name);
  }
}

TEST(MadeNodes, AreReadAsTheSameInBlockStyle) {
  for (const std::string& name : names) {
    const models::Node inner = map_node({{name, plain_node(name)}});
    for (int levels = 0; levels < 4; ++levels) {
      const std::string written = to_yaml_block(
          map_node({{"a", map_node({{name, inner}})}, {"list", list_node({inner, inner})}}),
          levels);
      const models::Node again = read(written);
      ASSERT_NE(again.find("a"), nullptr) << written;
      ASSERT_NE(again.find("a")->find(name), nullptr) << written;
      ASSERT_NE(again.find("a")->find(name)->find(name), nullptr) << written;
      EXPECT_EQ(again.find("a")->find(name)->find(name)->text, name) << written;
      ASSERT_EQ(again.find("list")->items.size(), 2u) << written;
      EXPECT_EQ(again.find("list")->items[1].find(name)->text, name) << written;
    }
  }
}

TEST(BlockStyle, HasALineForEachValueOfTheUpperLevels) {
  const models::Node partners = list_node({map_node({{"to", plain_node("zuid")}})});
  EXPECT_EQ(to_yaml_block(map_node({{"plan", map_node({{"name", text_node("P")},
                                                       {"noord", partners},
                                                       {"none", map_node()}})}}),
                          2),
            "plan:\n  name: \"P\"\n  noord:\n    - {\"to\": zuid}\n  none: {}\n");
}

TEST(Remark, StaysOnItsLineAndIsText) {
  EXPECT_EQ(models::yaml_remark("a\nb\xff"), "# a b\uFFFD");
}

}  // namespace
