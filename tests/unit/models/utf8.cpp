#include <gtest/gtest.h>

#include <string>

#include "models/text/utf8.hpp"
#include "results/json_text.hpp"

namespace {

using models::as_utf8;

const std::string instead = "\uFFFD";

TEST(AsUtf8, LeavesTextAsItIs) {
  for (const std::string text : {"", "plain", "caf\u00e9", "\u20ac 5", "\U0001F691", "\n\t"})
    EXPECT_EQ(as_utf8(text), text);
}

TEST(AsUtf8, ShowsWhatIsNoTextAsTheReplacementCharacter) {
  EXPECT_EQ(as_utf8("a\xff.h5"), "a" + instead + ".h5");
  EXPECT_EQ(as_utf8("\xc3"), instead) << "broken off";
  EXPECT_EQ(as_utf8("\xe2\x82"), instead) << "one for the bytes of one character";
  EXPECT_EQ(as_utf8("\xe2\x82z"), instead + "z");
  EXPECT_EQ(as_utf8("\xed\xa0\x80"), instead + instead + instead) << "a surrogate";
  EXPECT_EQ(as_utf8("\xc0\xaf"), instead + instead) << "longer than it need be";
}

/// Documents in JSON are mended by the JSON library: it must show the same.
TEST(AsUtf8, ShowsTheSameInJson) {
  const std::string bytes = "z\x7f\x80\xa0\xbf\xc1\xc3\xe0\xe2\xed\xf0\xf4\xff";
  for (const char a : bytes)
    for (const char b : bytes)
      for (const char c : bytes)
        for (const char d : bytes) {
          const std::string text{a, b, c, d};
          ASSERT_EQ(results::json_line(text), results::json_line(as_utf8(text)));
        }
}

TEST(WholeCharacters, LeaveOutWhatMayGoOn) {
  EXPECT_EQ(models::whole_characters("ab"), 2u);
  EXPECT_EQ(models::whole_characters("ab\xc3"), 2u);
  EXPECT_EQ(models::whole_characters("ab\xc3\xa9"), 4u);
  EXPECT_EQ(models::whole_characters("\xf0\x9f\x9a"), 0u);
  EXPECT_EQ(models::whole_characters("a\xff"), 2u) << "never goes on";
  EXPECT_EQ(models::whole_characters("\x80\x80\x80\x80"), 4u);
  EXPECT_EQ(models::whole_characters(""), 0u);
}

}  // namespace
