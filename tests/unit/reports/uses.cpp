#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/explained/uses.hpp"

namespace reports {

void PrintTo(const Use& use, std::ostream* out);
void PrintTo(const Use& use, std::ostream* out) {
  *out << use.file << ":" << use.line << " " << use.in;
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

testing::Matcher<Use> at(int line, const std::string& in) {
  return testing::AllOf(testing::Field(&Use::line, line), testing::Field(&Use::in, in));
}

std::vector<Use> uses_in(const Wanted& wanted, const std::string& text) {
  return uses_of(wanted, {{"a.yaml", text, ""}});
}

TEST(Uses, OfAnAddressAreSettingsOfItAboveItAndBelowIt) {
  const std::string text =
      "measures:\n"
      "  faster:\n    set: {takeover.decide: 1}\n"
      "  slower:\n    set: {takeover.decide.triangular.mode: 1}\n"
      "  other:\n    set: {takeover.detect: 1, takeover.decided: 2}\n";
  EXPECT_THAT(uses_in(address_wanted("takeover.decide.triangular.mode"), text),
              ElementsAre(at(3, "faster"), at(5, "slower")));
  EXPECT_THAT(uses_in(address_wanted("takeover.detect"), text), ElementsAre(at(7, "other")));
}

TEST(Uses, OfAnAddressAreAssumptionsAboutIt) {
  EXPECT_THAT(uses_in(address_wanted("demand.hour_of_day.3"),
                      "assumptions:\n  profile:\n    of: [demand.hour_of_day.*]\n"),
              ElementsAre(at(3, "profile")));
}

TEST(Uses, OfAnEffectAreWhereItIsAnEffect) {
  const std::string text =
      "threats:\n  DR-01:\n    effects:\n      - {lines: {at: all}}\n"
      "  DR-02:\n    lines: 3\n    effects: []\n";
  EXPECT_THAT(uses_in(effect_wanted("lines"), text), ElementsAre(at(4, "DR-01")));
}

TEST(Uses, OfANameAreNotThoseOfALongerOneNorOfFreeText) {
  const Wanted wanted = name_wanted("DR-2");
  EXPECT_THAT(uses_in(wanted, "threats: [DR-20, \"DR-2@gms\"]\n"), ElementsAre(at(1, "threats")));
  EXPECT_THAT(uses_in(wanted, "a: DR-20\nnote: \"as DR-2\"\n"), IsEmpty());
}

}  // namespace
}  // namespace reports
