#include "results/json_text.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace {

using nlohmann::ordered_json;

TEST(JsonLine, WritesWholeNumbersWithoutAFractionAndChangesNone) {
  const ordered_json document = {{"counts", {5.0, -12.0, 0.0, 9007199254740991.0}},
                                 {"others", {0.5, -0.0, 1e300, 9007199254740993.0}},
                                 {"text", "5.0"},
                                 {"none", std::numeric_limits<double>::quiet_NaN()}};
  const std::string line = results::json_line(document);
  EXPECT_EQ(line.substr(0, line.find(",\"others")), R"({"counts":[5,-12,0,9007199254740991])");
  const ordered_json read = ordered_json::parse(line);
  for (const char* const key : {"counts", "others", "text"})
    EXPECT_EQ(read.at(key), document.at(key)) << key;
  EXPECT_TRUE(std::signbit(read.at("others").at(1).get<double>())) << "minus nought stays";
}

TEST(JsonText, KeepsNumbersAsTheyAre) {
  EXPECT_EQ(results::json_text({{"mean", 5.0}}), "{\n  \"mean\": 5.0\n}\n");
}

}  // namespace
