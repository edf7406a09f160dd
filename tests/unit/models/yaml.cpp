#include <gtest/gtest.h>

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
                                 "bell\ac", "\x1B[0m", "\x7F", "cr\rx", "caf\u00e9", "mark\uFEFF"})
    EXPECT_EQ(scalar_of(flow_style_of(text)), text) << flow_style_of(text);
}

TEST(FlowStyle, WritesWhatTheReaderRefusesAsEscapes) {
  EXPECT_EQ(flow_style_of("\a"), R"("\x07")");
  EXPECT_EQ(flow_style_of("\uFEFF"), R"("\uFEFF")");
}

}  // namespace
