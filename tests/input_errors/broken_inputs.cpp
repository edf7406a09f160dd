#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "broken.hpp"
#include "small_world.hpp"

/// So that a failing case shows what it broke.
void PrintTo(const Broken& broken, std::ostream* out);
void PrintTo(const Broken& broken, std::ostream* out) {
  *out << broken.file << ": " << broken.replace;
}

/// One thing broken in an otherwise valid world: exactly one problem, at exactly that place.
namespace {

using small_world::Texts;

class BrokenInput : public testing::TestWithParam<Broken> {};

/// Line and column, in characters, of a byte of a text.
std::pair<int, int> position(const std::string& text, std::size_t at) {
  const auto before = text.substr(0, at);
  const auto line_begin = before.rfind('\n') == std::string::npos ? 0 : before.rfind('\n') + 1;
  const auto characters = std::count_if(before.begin() + std::ptrdiff_t(line_begin), before.end(),
                                        [](char c) { return (c & 0xC0) != 0x80; });
  return {1 + int(std::count(before.begin(), before.end(), '\n')), 1 + int(characters)};
}

std::string all(const std::vector<models::Problem>& problems) {
  std::string out;
  for (const auto& problem : problems)
    out += to_string(problem) + "\n";
  return out;
}

TEST_P(BrokenInput, IsReportedOnceAtItsPlace) {
  const Broken& broken = GetParam();
  Texts texts = small_world::texts();
  std::string& text = texts.at(broken.file);
  const auto at = text.find(broken.find);
  ASSERT_NE(at, std::string::npos) << "the test is stale: " << broken.find;
  text.replace(at, std::string(broken.find).size(), broken.replace);
  const auto marker = text.find("@@");
  ASSERT_NE(marker, std::string::npos);
  text.erase(marker, 2);
  const auto [line, column] = position(text, marker);

  const auto problems = small_world::problems_of(texts);
  ASSERT_EQ(problems.size(), 1u) << all(problems);
  EXPECT_EQ(problems[0].mark.file, broken.file);
  EXPECT_EQ(problems[0].mark.line, line) << all(problems);
  EXPECT_EQ(problems[0].mark.column, column) << all(problems);
  EXPECT_NE(problems[0].message.find(broken.message), std::string::npos) << all(problems);
}

const Broken yaml[] = {
    {"chain.yaml", "  name: \"Klein\"", "  name: \"Klein\"\n  @@name: \"Groot\"",
     "name is written twice, first in line 2"},
    {"chain.yaml", "\"10 min\"", "@@&ten \"10 min\"", "anchors (&name) are not allowed"},
    {"chain.yaml", "\"60 s\"", "@@!!str \"60 s\"", "tags are not allowed"},
    {"chain.yaml", "share: 0.6}", "share: 0.6, @@<<: {}}", "merge keys (<<) are not allowed"},
    {"chain.yaml", "  rubricering", "@@\trubricering", "tab in the indentation"},
    {"chain.yaml", "\"test\"", "\"te@@\xff st\"", "byte 0xff is not UTF-8"},
    {"chain.yaml", "\"test\"", "\"te@@\x01st\"", "control character \\u0001"},
    {"chain.yaml", "\"test\"", "\"te@@\xed\xa0\x80st\"", "is not UTF-8"},
    {"rules.yaml", "\"20 min\"}\n", "\"20 min\"}\n---\n@@more: 1\n", "a second document"},
    {"rules.yaml", "demand:\n", "? @@[a]\n: 1\ndemand:\n", "a key must be text, found a list"},
    {"chain.yaml", "\"Politie\", share: 0.6}", "\"Politie\", share: @@0x1}",
     "share must be a share such as 0.4 or \"40 %\", found 0x1"},
    {"chain.yaml", "as_of: 2026-02-07", "as_of: @@2026-02-30",
     "as_of must be a date such as 2026-12-01, found 2026-02-30"},
    {"chain.yaml", "name: \"Politie\", share: 0.6", "name: \"Pölitie\", @@naam: 1, share: 0.6",
     "unknown key naam in disciplines.politie; known here: name, modelled, share"},
    {"chain.yaml", "\"Klein\"\n  zone: \"CET", "\"Klein\n  zone: \"@@CET", "is not valid YAML"},
};

const Broken values[] = {
    {"places.yaml", "desks: 20", "desks: @@0", "desks must be in [1, 1000000], found 0"},
    {"places.yaml", "desks: 20", "desks: @@020", "desks must be a whole number, found 020"},
    {"places.yaml", "desks: 20", "desks: @@0x14", "desks must be a whole number, found 0x14"},
    {"places.yaml", "desks: 20", "desks: @@2_0", "desks must be a whole number, found 2_0"},
    {"places.yaml", "desks: 20", "desks: @@20.0", "desks must be a whole number, found 20.0"},
    {"places.yaml", "desks: 20", "desks: @@\"20\"", "desks must be a whole number, found \"20\""},
    {"places.yaml", "desks: 20", "desks: @@-3", "desks must be in"},
    {"places.yaml", "desks: 20", "desks: @@[20]", "desks must be a whole number, found a list"},
    {"places.yaml", "desks: 20", "@@desks:", "desks must be a whole number, found nothing"},
    {"places.yaml", "desks: 20", "desks: @@99999999999", "desks must be in"},
    {"places.yaml", "52.05", "@@.inf", "latitude must be a decimal number of degrees"},
    {"places.yaml", "52.05", "@@nan", "latitude must be a decimal number of degrees"},
    {"places.yaml", "52.05", "@@91", "latitude must be in [-90, 90], found 91"},
    {"places.yaml", "value: 40", "value: @@60", "is outside its own range [30, 50], found 60"},
    {"places.yaml", "[30, 50]", "[@@50, 30]", "range [50, 30] descends"},
    {"places.yaml", "[30, 50]", "@@30", "range must be [lowest, highest]"},
    {"places.yaml", "kind: measured", "kind: @@mesured", "did you mean measured?"},
    {"places.yaml", "source: \"a visit\"", "@@sorce: \"a visit\"",
     "unknown key sorce beside value, did you mean source?"},
    {"chain.yaml", "lost_after: \"10 min\"", "lost_after: @@10",
     "lost_after must be a time with its unit, such as \"15 min\", found 10"},
    {"chain.yaml", "lost_after: \"10 min\"", "lost_after: @@\"10 mins\"", "did you mean min?"},
    {"chain.yaml", "lost_after: \"10 min\"", "lost_after: @@\"10 calls/day\"",
     "must be a time with its unit"},
    {"chain.yaml", "lost_after: \"10 min\"", "lost_after: @@\"0 min\"", "must be in (0 min, "},
    {"things.yaml", "\"1 Gbit/s\"", "@@\"1 Gbits/s\"",
     "bandwidth must be a bandwidth with its unit, such as \"1 Gbit/s\", found \"1 Gbits/s\", did "
     "you mean Gbit/s?"},
    {"chain.yaml", "share: 0.9}", "share: @@1.2}", "share must be in [0, 1], found 1.2"},
    {"chain.yaml", "\"15 %\"", "@@\"150 %\"", "cut must be in [0, 1]"},
    {"chain.yaml", "modelled: false", "modelled: @@no", "modelled must be true or false, found no"},
    {"chain.yaml", "modelled: false", "modelled: @@False", "must be true or false"},
    {"chain.yaml", "modelled: false", "modelled: @@\"false\"", "must be true or false"},
    {"chain.yaml", "\"CET+1CEST+1,M3.5.0/2,M10.5.0/3\"", "@@Europe/Amsterdam",
     "zone is not a POSIX zone"},
    {"chain.yaml", "night: \"23:00\"}", "night: @@\"24:00\"}", "must be a time of day"},
    {"chain.yaml", "night: \"23:00\"}", "night: @@\"15:00\"}", "night starts when evening starts"},
};

const Broken structure[] = {
    {"chain.yaml", "free_for_112: 0.7", "free_for_112: @@1.2", "free_for_112 must be in [0, 1]"},
    {"chain.yaml", "people: 0.9", "people: @@-1", "people must be in [0, 100]"},
    {"places.yaml", "free_factor: 0.95", "free_factor: @@\"much\"", "free_factor must be"},
    {"places.yaml", "{politie: [nts", "{@@ambulance: [nts", "is not a discipline"},
    {"places.yaml", "[nts, proqa]", "@@[]", "needs at least one system"},
    {"things.yaml", "own_protocol", "@@own", "must be refused or own_protocol, found own"},
    {"things.yaml", "[politie, brandweer]", "[@@politi]", "did you mean politie?"},
    {"things.yaml", "[politie, brandweer]", "@@[]", "needs at least one discipline"},
    {"chain.yaml", "  name: \"Klein\"\n  zone", "  @@zone", "name is missing in world"},
    {"places.yaml", "    shift_end: hand_over", "    @@shift_and: hand_over",
     "unknown key shift_and in meldkamers.north, did you mean shift_end?"},
    {"places.yaml", "[nts, proqa]", "[nts, @@proka]",
     "politie 2 must be nts or proqa, found proka, did you mean proqa?"},
    {"places.yaml", "shift_end: hand_over", "shift_end: @@handover",
     "must be finish_call or hand_over, found handover, did you mean hand_over?"},
    {"things.yaml", "  answer:", "  @@Answer:", "\"Answer\" is not an id"},
    {"rules.yaml", "demand:", "@@extra: 1\ndemand:", "unknown key extra; known here: world,"},
    {"chain.yaml", "  politie: {name: \"Politie\", share: 0.6}",
     "  @@politie: {name: \"Politie\", share: 0.5}",
     "disciplines shares of the modelled ones must add up to 1, found 0.9"},
    {"chain.yaml", "  genuine: {name: \"Echt\", share: 0.5",
     "  @@genuine: {name: \"Echt\", share: 0.6", "kinds shares must add up to 1, found 1.1"},
    {"chain.yaml", ", share: 0.6}", ", share: 0.6, @@shere: 1}", "did you mean share?"},
    {"chain.yaml", "\"Politie\", share: 0.6", "@@\"\", share: 0.6", "must be text, found an empty"},
    {"places.yaml", "meldkamer: north", "meldkamer: @@nort",
     "must name a meldkamer, found nort, did you mean north?"},
    {"places.yaml", "      police_desk: 6", "      @@police_dsk: 6",
     "police_dsk is not a role, did you mean police_desk?"},
    {"places.yaml", "{fire_desk: 4}", "{@@fire_dek: 4}", "not on the roster"},
    {"places.yaml", "{after: \"30 s\", to: [south]}", "@@{after: \"30 s\", to: [north]}",
     "leads back to the same meldkamer"},
    {"places.yaml", "to: [south]", "to: [@@soth]", "did you mean south?"},
    {"places.yaml", "{after: \"60 min\", staff: 14}", "@@{after: \"10 min\", staff: 14}",
     "steps 2 must come later than the step before it"},
    {"places.yaml", "\"mon 12:00\"", "@@\"mo 12:00\"", "must be \"07:00\" or \"mon 07:00\""},
    {"places.yaml", "{steps: [{at: \"07:00\", staff: 3}, {at: \"mon 12",
     "@@{steps: [{at: \"07:00\", staff: 3}, {at: \"mon 07", "has two steps at the same time"},
    {"places.yaml", "{day: 12, evening: 14, night: 8}", "@@{day: 12, evening: 14}",
     "night is missing in meldkamers.hub.roster.centralist"},
    {"places.yaml", "  south:\n    name: \"Zuid\"\n    roster: {police_desk: 7, fire_desk: 3,",
     "  @@south:\n    name: \"Zuid\"\n    roster: {police_desk: 7,",
     "south has nobody on its roster for stage intake and discipline brandweer"},
    {"chain.yaml", "{genuine: \"30 s\", duplicate: \"20 s\", ", "@@{genuine: \"30 s\", ",
     "duplicate is missing in stages.first_answer.handling.by_kind"},
    {"chain.yaml", "disciplines: all", "disciplines: [politie, @@politie]", ""},
    {"chain.yaml", "exponential: {mean: \"10 s\"}", "@@exponental: {mean: \"10 s\"}",
     "unknown distribution exponental, did you mean exponential?"},
    {"chain.yaml", "{median: \"1 min\"", "@@{median: \"9 min\"", "needs a median below its p95"},
    {"chain.yaml", "{median: \"1 min\"", "@@{median: \"5e-324 min\"",
     "needs a p95 of at most 10,000 times its median"},
    {"chain.yaml", "{min: \"2 s\", mode: \"5 s\"", "@@{min: \"6 s\", mode: \"5 s\"",
     "needs min <= mode <= max"},
    {"chain.yaml", "cv: 0.8", "cv: @@0", "cv must be in [0.001, 100], found 0"},
    {"chain.yaml", "caller_on_line: false\n", "@@caller_on_line: false\n    patience: \"1 min\"\n",
     "dispatch has patience, but no caller is on the line"},
    {"chain.yaml", "stage: dispatch}", "stage: @@dispach}", "did you mean dispatch?"},
    {"things.yaml", "supplier: grid", "supplier: @@gird", "must name a supplier, found gird"},
    {"things.yaml", "k: 1", "k: @@5", "k must be at most n, 4, found 5"},
    {"things.yaml", "any: [gms, gms_backup]", "any: [gms, @@gms_bakup]",
     "must name a component, found gms_bakup, did you mean gms_backup?"},
    {"things.yaml", "any: [mains@hub,", "any: [@@mains,",
     "stands at each meldkamer: write mains@ and the meldkamer"},
    {"things.yaml",
     "  gms: {name: \"GMS\", voorziening: gms, needs: {any: [mains@hub, mains@north]}}\n"
     "  gms_backup: {name: \"Reserve\",",
     "  @@gms: {name: \"GMS\", voorziening: gms, needs: gms_backup}\n"
     "  gms_backup: {name: \"Reserve\", needs: {all: [routing, gms]},",
     "needs lead in a circle: gms -> gms_backup -> gms"},
    {"things.yaml", "at_least: 1", "at_least: @@2", "at_least must be in [1, 1], found 2"},
    {"things.yaml", "connected: cut", "connected: @@drop", "must be cut or stay, found drop"},
    {"things.yaml", "hides_picture: true", "hides_picture: @@false", "must be true, or left out"},
    {"things.yaml", "slows: 1.4", "slows: @@\"5 s\"", "slows must be a decimal number"},
    {"things.yaml", "standby: {for: gms,", "standby: {for: @@gms_backup,", "another component"},
    {"things.yaml", "{to: south, trained: true, share: 1}", "@@{to: north}",
     "leads back to the same meldkamer"},
    {"things.yaml", "access: wan", "access: @@gms", "must name a component `per: meldkamer`"},
    {"things.yaml",
     "  heartbeat: {period: \"30 s\", timeout: \"10 s\", misses: 2}\n  detect: \"2 min\"",
     "  @@heartbeat: {period: \"30 s\", timeout: \"10 s\", misses: 2}",
     "detect is missing in takeover"},
    {"things.yaml",
     "{triangular: {min: \"2 min\", mode: \"5 min\", max: \"15 min\"}}, range: [\"2 min\", \"20",
     "@@{triangular: {min: \"2 min\", mode: \"5 min\", max: \"15 min\"}}, range: [\"2 min\", \"6",
     "decide is outside its own range [2 min, 6 min], found a mean of 440 s"},
    {"things.yaml", "voorziening: spoedvraag, per: meldkamer, needs: mains",
     "voorziening: spoedvraag, per: @@centre, needs: mains", "per must be meldkamer, found centre"},
    {"things.yaml", "{name: \"WAN\", voorziening: spoedvraag,", "@@{name: \"WAN\",",
     "wan must belong to a voorziening or to a supplier"},
    {"things.yaml",
     "{name: \"112-routering\", supplier: kpn, n: 4, k: 1, common_cause: kpn_software, beta: 0.3, "
     "mtbf: \"60 year\", repair: \"4 h\"}",
     "@@{name: \"112\", supplier: kpn, common_cause: kpn_software, mtbf: \"60 year\"}",
     "routing has an mtbf, so it needs a repair time"},
    {"things.yaml", "beta: 0.3, mtbf: \"60 year\", repair: \"4 h\"", "beta: @@0.3",
     "beta is a share of the failures of a unit, so it needs an mtbf"},
    {"things.yaml", "beta: 0.3", "beta: @@1.3", "beta must be in [0, 1]"},
    {"rules.yaml", "block: \"1 h\"", "block: @@\"50 min\"", "must be a multiple of 15 min"},
    {"rules.yaml", "day: {cv: 0.1, block: \"24 h\"}", "day: @@{cv: 0.1, block: \"90 min\"}",
     "day must have a block that is some blocks of part, found 90 min"},
    {"rules.yaml", "day: {cv: 0.1, block: \"24 h\"}", "day: @@{cv: 0.1, block: \"1 h\"}",
     "day must have a block that is some blocks of part, found 60 min"},
    {"rules.yaml",
     "{part: {cv: 0.1, block: \"1 h\", correlation: 0.5}, day: {cv: 0.1, block: \"24 h\"}}", "@@{}",
     "busyness must have cv, or factors by name"},
    {"rules.yaml", "{delay: \"3 min\",", "@@{", "delay is missing in demand.bursts"},
    {"rules.yaml", "within: \"30 min\"", "within: @@\"10 s\"",
     "within must be in [60 s, 86400 s], found \"10 s\""},
    {"rules.yaml", "[1, 1, 1,", "@@[1, 1,", "hour_of_day must have 24 factors, found 23"},
    {"rules.yaml", "[1, 1, 1,", "[1, @@-1, 1,", "hour_of_day 2 must be in [0, 1000], found -1"},
    {"rules.yaml", "from: \"23:00\"", "from: @@\"23:30\"", "must be on the hour"},
    {"rules.yaml", "\"01-01 08:00\"", "@@\"01-32 08:00\"", "must be month, day and time"},
    {"rules.yaml", "needs: routing", "needs: @@acd", "stands at each meldkamer"},
};

const std::string too_long = "world: @@" + std::string(300, 'w');

const Broken scenario[] = {
    {"storm.yaml", "world: world", too_long.c_str(), "must be the folder of a world, found www"},
    {"storm.yaml", "name: \"Storm\"", "name: @@\"Sto\\n=rm\"", "name must stand on one line"},
    {"storm.yaml", "name: \"Storm\"", "name: @@\"Sto\\erm\"", "the control character \\u001b"},
    {"storm.yaml", "name: \"Storm\"", "name: @@\"Sto\\u202erm\"", "the control character \\u202e"},
    {"chain.yaml", "cv: 0.8", "cv: @@0.000001", "cv must be in"},
    {"storm.yaml", "until: \"2023-03-26T04:00\"", "for: @@\"0 s\"",
     "must last longer than no time"},
    {"storm.yaml", "world: world", "world: @@wrld", "must be the folder of a world, found wrld"},
    {"storm.yaml", "  name: \"Storm\"\n  description: \"A storm\"", "  @@name: \"Storm\"",
     "description is missing in scenario"},
    {"storm.yaml", "\"2023-03-25T12:00\"", "@@\"2023-03-26T02:30\"",
     "start must be a local time such as \"2019-06-24T15:34\" that exists"},
    {"storm.yaml", "\"2023-03-25T12:00\"", "@@\"2023-02-30T12:00\"", "start must be a local time"},
    {"storm.yaml", "\"2023-03-26T12:00\"", "@@\"2023-03-25T11:59\"", "end must come after start"},
    {"storm.yaml", "\"2023-03-26T12:00\"", "@@\"30 min\"", "end must come after the warm-up"},
    {"storm.yaml", "\"2023-03-26T12:00\"", "@@12", "end must be a local time such as"},
    {"storm.yaml", "drain: \"1 h\"", "drain: @@\"3 h\"",
     "drain must be in [0 h, 2 h], found \"3 h\""},
    {"storm.yaml", "profile: new_year", "profile: @@new_yaer", "did you mean new_year?"},
    {"storm.yaml", "replications: 10", "replications: @@0", "replications must be in [1, 1000000]"},
    {"storm.yaml", "replications: 10", "@@replicatoins: 10", "did you mean replications?"},
    {"storm.yaml", "demand.calls: \"", "demand.cals: @@\"",
     "unknown key cals in demand, did you mean"},
    {"storm.yaml", "demand.calls: \"8000 calls/day\"", "demand.calls: @@8000",
     "demand.calls must be a rate with its unit"},
    {"storm.yaml", "demand.calls: \"8000 calls/day\"", "meldkamers.nort.desks: @@5",
     "unknown address meldkamers.nort.desks: there is no meldkamers.nort, did you mean "
     "meldkamers.north?"},
    {"storm.yaml", "demand.calls: \"8000 calls/day\"", "meldkamers.hub.desks.value: @@0",
     "meldkamers.hub.desks must be in [1, 1000000], found 0"},
    {"storm.yaml", "demand.calls: \"8000 calls/day\"", "demand.hour_of_day.25: @@1",
     "there is no demand.hour_of_day.25"},
    {"storm.yaml", "until: \"2023-03-26T04:00\"", "until: @@\"2023-03-25T14:00\"",
     "until must come after from"},
    {"storm.yaml", "until: \"2023-03-26T04:00\"", "until: @@\"2023-03-27T04:00\"",
     "until must lie inside the run"},
    {"storm.yaml", "until: \"2023-03-26T04:00\"", "until: \"20 h\", for: @@\"1 h\"",
     "for is written beside until"},
    {"storm.yaml", "{from: \"2023-03-25T15:00\"", "{from: @@\"2023-03-25T11:00\"",
     "from must lie inside the run"},
    {"storm.yaml", "{from: \"3 h\", blocking", "{from: @@\"-1 h\", blocking",
     "from must lie inside"},
    {"storm.yaml", "{from: \"3 h\", blocking", "{@@form: \"3 h\", from: \"3 h\", blocking",
     "unknown key form in threats.storm.effects.3, did you mean from?"},
    {"storm.yaml", "blocking:", "@@blokking:", "did you mean blocking?"},
    {"storm.yaml", "{from: \"3 h\", blocking: {component: acd@south, probability: 0.4}}",
     "@@{from: \"3 h\"}", "effects 3 must have exactly one of down, blocking,"},
    {"storm.yaml", "{from: \"5 h\", no_takeover: {at: all}}",
     "@@{from: \"5 h\", no_takeover: {at: all}, no_call_in: {at: all}}",
     "found no_call_in, no_takeover"},
    {"storm.yaml", "mains@north, routing]", "mains@north, @@ruting]", "did you mean routing?"},
    {"storm.yaml", "mains@north, routing]", "@@mains, routing]", "stands at each meldkamer"},
    {"storm.yaml", "routing], units: 1", "routing], units: @@2",
     "must be at most the 1 of mains@north"},
    {"storm.yaml", "common_cause: kpn_software", "common_cause: @@kpn_sofware",
     "did you mean kpn_software?"},
    {"storm.yaml", "probability: 0.4", "probability: @@\"0.4\"", "probability must be a share"},
    {"storm.yaml", "{at: north, roles: all", "{at: @@nroth, roles: all", "did you mean north?"},
    {"storm.yaml", "roles: [fire_desk]", "roles: [@@fire]", "must name a role, found fire"},
    {"storm.yaml", "{at: all, roles: [fire_desk], factor", "@@{at: hub, roles: [fire_desk], factor",
     "hits nobody"},
    {"storm.yaml", "{at: all, roles: [fire_desk], factor: 0.5}",
     "@@{at: all, roles: [fire_desk], factor: 0.5, staff: 3}",
     "must have factor or staff, one of them"},
    {"storm.yaml", "{genuine: 1}", "@@{genuine: 0.5}", "kinds must add up to 1, found 0.5"},
    {"storm.yaml", "{brandweer: 0.8,", "@@{kmar: 0.8,", "names kmar, which is not modelled"},
    {"storm.yaml", "{regions: all, callers: 1254,", "@@{regions: all,",
     "must have callers or extra_rate"},
    {"storm.yaml", "callers: 1254,", "rate_factor: @@2,", "is called extra_rate now"},
    {"storm.yaml", "[limburg]", "[@@limberg]",
     "must name a region, found limberg, did you mean limburg?"},
    {"storm.yaml", "channel: number", "channel: @@nummer",
     "must name a channel, found nummer, did you"},
    {"storm.yaml", "at: \"3 h\"", "at: @@onsett", "did you mean onset?"},
    {"storm.yaml", "at: \"3 h\"", "at: @@\"onset + soon\"", "must have a duration after the +"},
    {"storm.yaml", "meldkamers.north.roster.police_desk: 8", "@@meldkamers.north.desks: 8",
     "set must have what people can change at that moment (meldkamers.*.roster,"},
    {"storm.yaml", "staffing: {at: south, staff: 9}", "@@lines: {at: hub, share: 0.5}",
     "effects must be what people decide (staffing,"},
    {"storm.yaml", "staffing: {at: south", "staffing: {at: @@suoth", "did you mean south?"},
    {"storm.yaml", "after: act", "after: @@atc",
     "after must name an option above this one, found atc, did you mean act?"},
    {"storm.yaml", "at: [\"4 h\", ", "at: @@[\"2 h\", ",
     "must not come before that of act, 3 h, found 2 h"},
    {"storm.yaml", "  wait: {}", "  wait: {at: @@\"3 h\"}",
     "is the moment of an option that has neither set nor effects"},
};

INSTANTIATE_TEST_SUITE_P(Yaml, BrokenInput, testing::ValuesIn(yaml));
INSTANTIATE_TEST_SUITE_P(Values, BrokenInput, testing::ValuesIn(values));
INSTANTIATE_TEST_SUITE_P(Structure, BrokenInput, testing::ValuesIn(structure));
INSTANTIATE_TEST_SUITE_P(Scenario, BrokenInput, testing::ValuesIn(scenario));

}  // namespace

std::vector<Broken> broken_inputs() {
  std::vector<Broken> out(std::begin(yaml), std::end(yaml));
  out.insert(out.end(), std::begin(values), std::end(values));
  out.insert(out.end(), std::begin(structure), std::end(structure));
  out.insert(out.end(), std::begin(scenario), std::end(scenario));
  return out;
}
