#include "scenarios/warnings.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace {

using namespace scenarios;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = std::filesystem;

/// Two rooms; calls need `line`, the pager needs `pager`, nothing needs `spare`; m can be taken
/// over in the plan `both` and not in the plan `none`.
constexpr const char* world = R"(
world: {name: "W", zone: "CET+1CEST+1,M3.5.0/2,M10.5.0/3"}
disciplines: {a: {name: "A", share: 1}}
kinds: {real: {share: 1, genuine: true}}
stages: {only: {handling: "10 s"}}
roles: {desk_a: {stage: only, disciplines: [a]}}
meldkamers:
  m: {name: "M", desks: 9, role_desks: {desk_a: 4}, roster: {desk_a: 4}, call_in: {desk_a: {waiting: 5, steps: [{after: "20 min", staff: 2}]}}}
  n: {name: "N", roster: {desk_a: 4}}
regions: {r: {name: "R", meldkamer: m}, q: {name: "Q", meldkamer: n}}
demand:
  calls: "1 calls/min"
  profiles:
    new_year: {steps: [{at: "12-31 18:00", factor: 2}, {at: "01-01 07:00", factor: 0}]}
callers: {channels: {press: {share: 0.1}, radio: {share: 0.2, published: false}}}
suppliers: {s: {name: "S"}}
components: {line: {supplier: s, needs: feed}, feed: {supplier: s}, spare: {supplier: s}}
functions: {answer: {stage: only, needs: line, takeover: true, when_lost: {stops: {}}}}
takeover_plans:
  both: {partners: {m: [{to: n}], n: [{to: m}]}}
  none: {partners: {n: [{to: m}]}}
takeover: {plan: both, detect: "1 min", decide: "1 min", switch: {trained: "1 min"}}
)";

class Warned {
public:
  explicit Warned(const std::string& effects, const std::string& head = june,
                  const std::string& plan = "both", const std::string& desks = "4",
                  const std::vector<std::pair<std::string, std::string>>& more = {}) {
    std::string name = (fs::temp_directory_path() / "warnings_XXXXXX").string();
    if (!mkdtemp(name.data()))
      throw std::runtime_error("no temporary folder");
    folder_ = name;
    fs::create_directory(folder_ / "w");
    std::ofstream(folder_ / "w" / "world.yaml") << world;
    std::ofstream(folder_ / "s.yaml")
        << "scenario:\n  name: N\n  description: D\n  world: w\n" + head
        << (effects.empty() ? "" : "threats:\n  t:\n    effects:\n") << effects;
    std::vector<models::Setting> settings = {{"takeover.plan", plan, {"--plan", 0, 0}},
                                             {"meldkamers.m.desks", desks, {"--set", 0, 0}}};
    for (const auto& [address, value] : more)
      settings.push_back({address, value, {"--set", 0, 0}});
    study_ = read_scenario(folder_ / "s.yaml", settings);
  }
  ~Warned() { fs::remove_all(folder_); }
  Warned(const Warned&) = delete;
  Warned& operator=(const Warned&) = delete;

  std::vector<std::string> lines() const {
    std::vector<std::string> out;
    for (const models::Warning& warning : warnings_of(study_))
      out.push_back("[" + warning.name + "] " + warning.message);
    return out;
  }
  std::vector<int> rows() const {
    std::vector<int> out;
    for (const models::Warning& warning : warnings_of(study_))
      out.push_back(warning.mark.line);
    return out;
  }

  static constexpr const char* june = "  start: \"2023-06-01T00:00\"\n  end: \"24 h\"\n";

private:
  fs::path folder_;
  ScenarioInWorld study_;
};

std::string effect(const std::string& what) {
  return "      - {from: \"3 h\", until: \"4 h\", " + what + "}\n";
}

TEST(Warnings, EffectsThatCanDoSomethingAreNotNamed) {
  for (const char* what :
       {"down: {components: [line]}", "down: {components: [feed]}",
        "down: {components: [spare, line]}", "blocking: {component: feed, probability: 0.1}",
        "slower_handling: {at: m, factor: 1.5}", "staffing: {at: m, factor: 0.5}",
        "staffing: {at: m, staff: 3}", "no_call_in: {at: all}", "open_channel: {channel: radio}",
        "open_channel: {channel: press, share: 0.5}", "no_takeover: {at: m}",
        "delay_takeover: {at: m, delay: \"5 min\"}", "surge: {regions: all, callers: 10}",
        "surge: {regions: all, extra_rate: 0.05}"})
    EXPECT_THAT(Warned(effect(what)).lines(), IsEmpty()) << what;
}

TEST(Warnings, NameEffectsThatCanTouchNothingAndSayWhy) {
  const std::pair<const char*, const char*> idle[] = {
      {"down: {components: [spare]}", "nothing that is simulated needs spare"},
      {"blocking: {component: spare, probability: 0.1}", "no call passes spare"},
      {"blocking: {component: line, probability: 0}", "its probability is 0"},
      {"reregistration: {component: line, lasts: \"1 h\", probability: 0.5}",
       "line never stops here"},
      {"slower_handling: {at: m, factor: 1}", "its factor is 1"},
      {"staffing: {at: m, factor: 1}", "its factor is 1"},
      {"staffing: {at: m, staff: 4}", "the roster has 4 at every hour"},
      {"latency: {at: m, stage: only, delay: \"0 s\"}", "its delay is 0"},
      {"no_call_in: {at: n}", "nobody can be called in there"},
      {"open_channel: {channel: press}", "press is known to everybody already"},
      {"surge: {regions: all, callers: 0}", "it adds no callers"},
      {"reduction: {regions: all, share: 0}", "its share is 0"}};
  for (const auto& [what, why] : idle)
    EXPECT_THAT(
        Warned(effect(what)).lines(),
        ElementsAre(HasSubstr(std::string("[idle-effect] effect t.1 can change nothing: ") + why)))
        << what;
}

TEST(Warnings, NameEffectsThatAreOverBeforeAnythingIsCounted) {
  const auto within = [](const char* until) {
    return fmt::format(
        "      - {{from: \"30 min\", until: \"{}\", staffing: {{at: m, staff: 0}}}}\n", until);
  };
  EXPECT_THAT(Warned(within("2 h")).lines(),
              ElementsAre(HasSubstr("it ends within the warm-up of 2 h, which is not counted")));
  EXPECT_THAT(Warned(within("121 min")).lines(), IsEmpty());
}

/// A measure may change that for all.
TEST(Warnings, NobodyOfAStageCanBeCalledInIsNoFaultOfAnEffect) {
  EXPECT_THAT(Warned(effect("no_call_in: {at: n}"), Warned::june, "both", "4",
                     {{"meldkamers.m.call_in", "{}"}})
                  .lines(),
              IsEmpty());
}

TEST(Warnings, NameARoleThatHasNobodyAtAnyHour) {
  EXPECT_THAT(Warned("", Warned::june, "both", "4", {{"meldkamers.n.roster.desk_a", "0"}}).lines(),
              ElementsAre("[nobody-rostered] meldkamers.n.roster.desk_a has nobody at any hour"));
}

TEST(Warnings, WhoeverDependsOnWhatFallsRegistersAgain) {
  const std::string again =
      effect("reregistration: {component: line, lasts: \"1 h\", probability: 0.5}");
  EXPECT_THAT(Warned(effect("down: {components: [feed]}") + again).lines(), IsEmpty());
  EXPECT_THAT(Warned(effect("down: {components: [spare, feed]}") + again).lines(), IsEmpty());
}

TEST(Warnings, StandAtTheirEffectInTheFile) {
  EXPECT_THAT(
      Warned(effect("down: {components: [line]}") + effect("staffing: {at: m, factor: 1}")).rows(),
      ElementsAre(11));
}

TEST(Warnings, ATakeoverEffectWhereNobodyTakesOverIsIdleAndThePlanSaysWhereThatIs) {
  EXPECT_THAT(
      Warned(effect("no_takeover: {at: m}"), Warned::june, "none").lines(),
      ElementsAre("[rooms-without-partner] plan none has no partner for m: nobody takes over there",
                  HasSubstr("none of these meldkamers has a partner")));
}

/// Both rooms have a partner; its triage system is another.
TEST(Warnings, APartnerThatMayNotTakeItAndWorkThatNobodyMayTake) {
  EXPECT_THAT(
      Warned("", Warned::june, "both", "4",
             {{"meldkamers.m.triage", "{a: [nts]}"}, {"meldkamers.n.triage", "{a: [proqa]}"}})
          .lines(),
      ElementsAre("[partner-without-right] m may not take over from n: only of a",
                  "[partner-without-right] n may not take over from m: only of a",
                  "[partner-without-right] no partner of m may take over its only of a: callers "
                  "wait there",
                  "[partner-without-right] no partner of n may take over its only of a: callers "
                  "wait there"));
}

TEST(Warnings, DesksThatRoleDesksOverride) {
  EXPECT_THAT(
      Warned("", Warned::june, "both", "12").lines(),
      ElementsAre(
          "[idle-desks] 12 desks change nothing: role_desks gives every role its own, 4 in all"));
}

TEST(Warnings, ABusyNightOfTheWorldThatIsSimulatedAsAnOrdinaryOne) {
  const std::string eve = "  start: \"2023-12-31T12:00\"\n  end: \"24 h\"\n";
  EXPECT_THAT(Warned("", eve).lines(),
              ElementsAre(HasSubstr("[unused-profile] the world has the demand profile new_year")));
  EXPECT_THAT(Warned("", eve + "  profile: new_year\n").lines(), IsEmpty());
  EXPECT_THAT(Warned("", "  start: \"2024-01-01T08:00\"\n  end: \"24 h\"\n").lines(), IsEmpty());
}

TEST(Warnings, MoreCallsThanAnybodyMeant) {
  const auto of = [](const char* calls) {
    return Warned("", Warned::june, "both", "4", {{"demand.calls", calls}}).lines();
  };
  EXPECT_THAT(of("1e9 calls/h"), ElementsAre(HasSubstr("[many-calls] about ")));
  EXPECT_THAT(of("1000 calls/h"), IsEmpty());
}

}  // namespace
