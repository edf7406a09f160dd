// What passes to the board.
#include "reports/fields/json_keys.hpp"

#include <gtest/gtest.h>

namespace {

using nlohmann::ordered_json;
using reports::analyst;
using reports::board;
using reports::board_part;
using reports::JsonKeys;

TEST(JsonKeys, OnlyWhatIsListedForTheBoardPasses) {
  const ordered_json value = {{"a", 1}, {"b", 2}, {"c", {{"d", 3}, {"e", 4}}}, {"f", 5}};
  EXPECT_EQ(board_part(value, {board("a"), analyst("b"), board("c", {board("d")})}).dump(),
            R"({"a":1,"c":{"d":3}})");
}

TEST(JsonKeys, InsideAHiddenObjectNothingPasses) {
  EXPECT_EQ(board_part({{"a", {{"b", 1}}}}, {analyst("a", {board("b")})}).dump(), "{}");
}

TEST(JsonKeys, AnObjectDoesNotPassWhereANumberStood) {
  const JsonKeys keys = {board("a"), board("b", {board("c")})};
  EXPECT_EQ(board_part({{"a", {{"c", 1}}}, {"b", "text"}}, keys).dump(), R"({"a":{},"b":null})");
  EXPECT_EQ(board_part({{"a", {1, {2}}}, {"b", {{{"c", 3}}}}}, keys).dump(),
            R"({"a":[1,[2]],"b":[{"c":3}]})");
}

TEST(JsonKeys, AMemberStandsInsideItsGroup) {
  JsonKeys keys = {board("a", {board("b")})};
  reports::inside_of(keys, "a.b").push_back(board("c"));
  reports::inside_of(keys, "").push_back(board("d"));
  EXPECT_EQ(keys.at(0).inside.at(0).inside.at(0).name, "c");
  EXPECT_EQ(keys.at(1).name, "d");
}

}  // namespace
