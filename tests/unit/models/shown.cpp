#include "models/text/shown.hpp"

#include <gtest/gtest.h>

/// Control characters in a text that people see.
namespace {

using models::shown;
using models::shown_name;

TEST(Shown, AnOrdinaryTextIsAsItWas) {
  const std::string text = "één \"2 %\" ≤ 10\n\tnaïef 🚒";
  EXPECT_EQ(shown(text), text);
}

TEST(Shown, WhatCommandsATerminalIsVisible) {
  EXPECT_EQ(shown("\033[31mred"), "\\u001b[31mred");
  EXPECT_EQ(shown("a\rb\ac\x7f"), "a\\u000db\\u0007c\\u007f");
  EXPECT_EQ(shown("\xC2\x9B"
                  "2J"),
            "\\u009b2J")
      << "C1: the same as ESC [";
  EXPECT_EQ(shown(std::string("\0", 1)), "\\u0000");
}

TEST(Shown, WhatTurnsTheDirectionOfWritingIsVisible) {
  EXPECT_EQ(shown("invoice\xE2\x80\xAE"
                  "fdp.exe"),
            "invoice\\u202efdp.exe");
  EXPECT_EQ(shown("\xE2\x81\xA6\xD8\x9C\xE2\x80\x8F"), "\\u2066\\u061c\\u200f");
  EXPECT_EQ(shown("a\xE2\x80\xA8"
                  "b"),
            "a\\u2028b")
      << "a line of its own to some programs";
}

TEST(Shown, ANameStandsOnOneLine) {
  EXPECT_EQ(shown_name("Room\n=HYPERLINK(\"x\")\tz"), "Room\\u000a=HYPERLINK(\"x\")\\u0009z");
}

TEST(Shown, BytesThatAreNoCharacterAreLeftToOthers) {
  EXPECT_EQ(shown("a\xFF\xC2"), "a\xFF\xC2");
  EXPECT_EQ(models::control_length(""), 0u);
}

}  // namespace
