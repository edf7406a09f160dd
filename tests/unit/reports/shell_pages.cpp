#include <gmock/gmock.h>

#include "reports/shell/completions.hpp"
#include "reports/shell/man_page.hpp"

namespace {

using reports::CommandPage;
using reports::Offer;
using reports::OptionPage;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

OptionPage option(std::vector<std::string> names, const std::string& value) {
  return {std::move(names), value, "one line\nand-more", {}, !value.empty()};
}

std::vector<CommandPage> pages() {
  CommandPage program, plan, campaign;
  program.summary = "all of it";
  campaign.words = "campaign";
  plan.words = "campaign plan";
  plan.summary = "a plan";
  plan.usage = "uitwijk campaign plan [OPTIONS]\n";
  plan.examples = "  uitwijk campaign plan\n";
  plan.notes = ".starts with a dot\na\\b\n";
  plan.options = {option({"-q", "--quiet"}, ""), option({"--threat"}, "ID"),
                  option({"-o"}, "FILE.h5")};
  plan.options.push_back({{"--lang"}, "nl|en", "", {"nl", "en"}, true});
  return {program, campaign, plan};
}

TEST(ManPage, HasTheTextsOfTheHelpAndNoCommandOfRoff) {
  const std::string page = man_page(pages()[2], pages(), "1.2");
  EXPECT_THAT(page, HasSubstr(".TH \"UITWIJK-CAMPAIGN-PLAN\" 1 \"\" \"uitwijk 1.2\""));
  EXPECT_THAT(page, HasSubstr("uitwijk\\-campaign\\-plan \\- a plan\n"));
  EXPECT_THAT(page, HasSubstr("\\&.starts with a dot\na\\eb\n"));
  EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-q\\fR, \\fB\\-\\-quiet\\fR\none line\nand\\-more\n"));
  EXPECT_THAT(page, HasSubstr("\\fB\\-\\-threat\\fR \\fIID\\fR\n"));
  EXPECT_THAT(page, HasSubstr("\\fBuitwijk\\-campaign\\fR(1)"));
}

TEST(Completions, OfferWhatAnOptionTakes) {
  EXPECT_EQ(offer_of(option({"--quiet"}, "")).kind, Offer::Kind::flag);
  EXPECT_EQ(offer_of(option({"--seed"}, "S")).kind, Offer::Kind::nothing);
  EXPECT_EQ(offer_of(option({"--threat"}, "ID")).variable, "threats");
  EXPECT_EQ(offer_of(option({"--set"}, "PATH=VALUE")).kind, Offer::Kind::address);
  EXPECT_EQ(offer_of(option({"-o"}, "FILE.h5")).ending, ".h5");
  EXPECT_EQ(offer_of(option({}, "[SCENARIO] FILE")).kind, Offer::Kind::scenario);
  EXPECT_EQ(offer_of(option({}, "RESULT...")).ending, ".h5");
  EXPECT_EQ(reports::offer_of({{"--lang"}, "nl|en", "", {"nl", "en"}, true}).words.size(), 2u);
}

TEST(Completions, AreTablesOfAllCommandsAndNames) {
  reports::NamesToComplete names;
  names.threats = {"DR-01", "DR-02"};
  const std::string bash = reports::completion_script(reports::Shell::bash, pages(), names);
  EXPECT_THAT(bash, AllOf(HasSubstr("_uitwijk_threats='DR-01 DR-02'\n"),
                          HasSubstr("' campaign' | 'campaign plan') command="),
                          HasSubstr("'campaign plan:--threat') kind=words "
                                    "offer=\"$_uitwijk_threats\" ending= ;;"),
                          HasSubstr("'campaign plan:--lang') kind=words offer=\"nl en\""),
                          HasSubstr("'campaign plan') kind=words offer=\"-q --quiet"),
                          Not(HasSubstr("campaign plan:--quiet"))));
  EXPECT_THAT(reports::completion_script(reports::Shell::zsh, pages(), names),
              testing::StartsWith("#compdef uitwijk\n"));
  EXPECT_THAT(reports::completion_script(reports::Shell::fish, pages(), names),
              AllOf(HasSubstr("set -g __uitwijk_threats DR-01 DR-02\n"),
                    HasSubstr("-n '__uitwijk_in \"campaign plan\"' -l threat -x -a "
                              "'$__uitwijk_threats' -d 'one line'"),
                    HasSubstr("-n '__uitwijk_in \"campaign\"' -a plan -d 'a plan'")));
}

}  // namespace
