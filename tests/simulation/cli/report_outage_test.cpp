/// Outages in a report, as its document has them.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "results/result_file.hpp"
#include "tests/simulation/cli/program.hpp"
#include "tests/simulation/cli/studies.hpp"

namespace simulation {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// Result files of small studies, made once.
class Courses {
  Scratch scratch_;  // first: the names below lie in it

public:
  std::string room = scratch_.file("room.h5"), kpn = scratch_.file("kpn.h5"),
              normal = scratch_.file("normal.h5"), planned = scratch_.file("planned.h5");

  Courses() {
    const std::string aim = "--threat DR-20 --target rotterdam --duration '1 h' -n 24 --at ";
    run(aim + "2026-12-01T14:00", room);
    run(aim + "2026-12-01T14:00 --measures planned", planned);
    run(SOURCE_DIR "/scenarios/kpn-2019.yaml -n 4", kpn);
    run(SOURCE_DIR "/scenarios/normal-day.yaml -n 2", normal);
  }
  std::string all() const { return room + " " + planned + " " + kpn + " " + normal; }

private:
  static void run(const std::string& what, const std::string& file) {
    succeeds("run " + what + " -q -o " + file);
  }
};

class ReportOutage : public simulation::OfFiles<Courses> {
protected:
  static json outages(const std::string& audience) {
    return json_of("report " + all() + " --audience " + audience + " --json").at("outages");
  }
};

TEST_F(ReportOutage, TellsThoseWithThreatsUnderTheMeasuresThereAreHeaviestFirst) {
  const json found = outages("analist");
  ASSERT_EQ(found.at("stories").size(), 2u) << "neither the calm day nor what is planned";
  EXPECT_EQ(found.at("stories")[0].at("row"), "kpn-2019");
  EXPECT_EQ(found.at("stories")[1].at("row"), "DR-20@rotterdam");
  EXPECT_EQ(found.at("left_out"), 0);
}

TEST_F(ReportOutage, SaysWhoTookOverAndWhen) {
  const json outage = outages("analist").at("stories")[1].at("outage");
  std::map<std::string, std::size_t> place;
  for (const json& centre : outage.at("centres"))
    place.emplace(centre.at("id"), place.size());
  std::map<std::string, json> moments;
  for (const json& moment : outage.at("moments"))
    moments[moment.at("name")] = moment;
  EXPECT_EQ(moments.at("detected").at("n"), 24);
  EXPECT_LT(moments.at("detected").at("p50"), moments.at("switched").at("p50"));
  EXPECT_NEAR(moments.at("repaired").at("p50").get<double>(), 60, 15);
  const json course = outage.at("courses")[0];
  EXPECT_EQ(course.at("rule"), "median");
  EXPECT_THAT(course.at("states")[place.at("rotterdam")].get<std::string>(), HasSubstr("xo"));
  EXPECT_EQ(course.at("episodes")[0].at("centre"), place.at("rotterdam"));
  EXPECT_FALSE(outage.at("rooms").empty());
  EXPECT_FALSE(outage.at("failed").at("links").empty());
}

TEST_F(ReportOutage, HasTheCurvesOfTheResultFile) {
  const json outage = outages("analist").at("stories")[1].at("outage");
  const results::Study study = results::read_study(studies().room);
  constexpr auto counts = results::size_of<results::TimelineCount>;
  const auto failed = static_cast<std::size_t>(results::TimelineCount::failed);
  const json mean = outage.at("curves").at("all").at("failed").at("mean");
  ASSERT_TRUE(mean.is_array());
  const double onset_s = study.replications.front().paired->onset_s;
  for (std::size_t i = 0; i < 20; ++i) {  // narrow bins still
    const double from_s = onset_s + 60 * outage.at("edges")[i].get<double>();
    const auto bin = static_cast<std::size_t>(std::lround(from_s / 300));
    EXPECT_NEAR(mean[i].get<double>(), study.timeline.all_world.mean[bin * counts + failed], 0.051);
  }
}

TEST_F(ReportOutage, ShowsABoardNoComponentsAndNoRosters) {
  const json found = outages("bestuur");
  const std::string text = found.dump();
  for (const char* const key : {"on_duty", "components", "links"})
    EXPECT_THAT(text, Not(HasSubstr("\"" + std::string(key) + "\""))) << key;
  const results::Dimensions names = results::read_study(studies().room).dimensions;
  const auto& owners = names.component_voorzieningen;
  for (const std::string& name : names.component_names) {
    const bool is_public = std::find(owners.begin(), owners.end(), name) != owners.end();
    EXPECT_TRUE(is_public || text.find('"' + name + '"') == std::string::npos) << name;
  }
  EXPECT_THAT(text, HasSubstr("Huisvesting en facilitaire services"));
}

}  // namespace
}  // namespace simulation
