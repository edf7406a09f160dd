#include "small_world.hpp"

#include <fstream>

#include <fmt/format.h>
#include <unistd.h>

#include "scenarios/read_scenario.hpp"

namespace small_world {

namespace fs = std::filesystem;

namespace {

const char* const chain = R"(world:
  name: "Klein"
  zone: "CET+1CEST+1,M3.5.0/2,M10.5.0/3"
  rubricering: "test"
  as_of: 2026-02-07
  lost_after: "10 min"
  delayed_after: "60 s"
  answer_norm: {within: "10 s", share: 0.9}
  shifts: {day: "07:00", evening: "15:00", night: "23:00"}
  understaffing: {probability: 0.15, cut: "15 %"}
disciplines:
  politie: {name: "Politie", share: 0.6}
  brandweer: {name: "Brandweer", share: 0.4}
  kmar: {name: "Marechaussee", modelled: false}
kinds:
  genuine: {name: "Echt", share: 0.5, genuine: true}
  duplicate: {name: "Dubbel", share: 0.2, genuine: true, duplicate: true, forwarded: 0.9}
  silent: {name: "Stil", share: 0.3, redials: false, forwarded: 0}
stages:
  first_answer:
    name: "Eerste aanname"
    handling: {by_kind: {genuine: "30 s", duplicate: "20 s", silent: {exponential: {mean: "10 s"}}}}
    patience: {lognormal: {median: "1 min", p95: "5 min"}}
  intake:
    order: priority
    handling: {by_discipline: {politie: {gamma: {mean: "2 min", cv: 0.8}}, brandweer: "90 s"}}
    patience: {exponential: {mean: "3 min"}}
    transfer: {triangular: {min: "2 s", mode: "5 s", max: "9 s"}}
  dispatch:
    caller_on_line: false
    handling: {uniform: {min: "1 min", max: "3 min"}}
roles:
  centralist: {name: "Centralist", stage: first_answer, disciplines: all}
  police_desk: {name: "Politie", stage: intake, disciplines: [politie], free_for_112: 0.7, people: 0.9}
  fire_desk: {name: "Brandweer", stage: intake, disciplines: [brandweer]}
  dispatcher: {name: "Uitgifte", stage: dispatch}
)";

const char* const places = R"(meldkamers:
  source: "roster of last week"
  kind: reported
  hub:
    name: "Midden"
    latitude: 52.05
    longitude: 5.28
    desks: {value: 40, source: "a visit", kind: measured, range: [30, 50]}
    lines: 250
    roster:
      centralist: {day: 12, evening: 14, night: 8}
    call_in:
      centralist: {waiting: 5, steps: [{after: "20 min", staff: 6}, {after: "60 min", staff: 14}], stand_down: "30 min"}
  north:
    name: "Noord"
    city: "Drachten"
    desks: 20
    role_desks: {fire_desk: 4}
    shift_end: hand_over
    roster:
      police_desk: 6
      fire_desk: {steps: [{at: "07:00", staff: 3}, {at: "mon 12:00", staff: 4}, {at: "23:00", staff: 2}]}
      dispatcher: 5
    overflow: {after: "30 s", to: [south]}
  south:
    name: "Zuid"
    roster: {police_desk: 7, fire_desk: 3, dispatcher: 5}
    free_factor: 0.95
    triage: {politie: [nts, proqa]}
regions:
  friesland: {name: "Friesland", population: 600000, meldkamer: north}
  limburg: {name: "Limburg", population: 1100000, demand_factor: 1.1, meldkamer: south}
)";

const char* const things = R"(voorzieningen: {spoedvraag: {name: "Spoedvraag"}, gms: {name: "GMS"}}
suppliers: {grid: {name: "Elektriciteitsnet"}, kpn: {name: "KPN"}}
components:
  mains: {name: "Net", supplier: grid, per: meldkamer}
  routing: {name: "112-routering", supplier: kpn, n: 4, k: 1, common_cause: kpn_software, beta: 0.3, mtbf: "60 year", repair: "4 h"}
  acd: {name: "ACD", voorziening: spoedvraag, per: meldkamer, needs: {all: [routing, mains]}}
  wan: {name: "WAN", voorziening: spoedvraag, per: meldkamer, needs: mains}
  gms: {name: "GMS", voorziening: gms, needs: {any: [mains@hub, mains@north]}}
  gms_backup: {name: "Reserve", voorziening: gms, standby: {for: gms, start: "10 min", start_fails: 0.03}}
functions:
  answer: {name: "Aannemen", stage: intake, needs: {at_least: 1, of: [acd]}, takeover: true, when_lost: {stops: {connected: cut, waiting: stay, arriving: stay}}}
  register: {name: "Vastleggen", stage: dispatch, needs: {any: [gms, gms_backup]}, when_lost: {slows: 1.4, hides_picture: true, sends_astray: 0.02}}
takeover:
  heartbeat: {period: "30 s", timeout: "10 s", misses: 2}
  detect: "2 min"
  decide: {value: {triangular: {min: "2 min", mode: "5 min", max: "15 min"}}, range: ["2 min", "20 min"]}
  switch: {trained: "5 min", untrained: "15 min", fails_trained: 0.15, fails_untrained: 0.35, retry: "5 min"}
  relocate: {after: "90 min", share: 0.4}
  verify: "30 min"
  return: "60 min"
  foreign_handling: 1.3
  relay: "120 s"
  partners: {north: [{to: south, trained: true, share: 1}], south: [{to: north, disciplines: [politie, brandweer]}]}
  other_triage: own_protocol
network: {hub: "backbone", bandwidth: "1 Gbit/s", latency: "5 ms", access: wan}
)";

const char* const rules = R"(demand:
  calls: "3.7e6 calls/year"
  hour_of_day: [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1]
  day_of_week: {mon: .97, tue: .95, wed: .95, thu: .97, fri: 1.04, sat: 1.10, sun: 1.02}
  weekend_night: {nights: [fri, sat], from: "23:00", until: "05:00", factor: 1.6}
  urgent_share: 0.12
  busyness: {part: {cv: 0.1, block: "1 h", correlation: 0.5}, day: {cv: 0.1, block: "24 h"}}
  bursts: {delay: "3 min", within: "30 min"}
  other_work:
    requests: {discipline: politie, stage: intake, per_forwarded_call: 1.1, dispatched: 1}
  profiles:
    new_year: {steps: [{at: "12-31 20:00", factor: 1.5}, {at: "01-01 00:00", factor: 9.0}, {at: "01-01 08:00", factor: 0}]}
callers:
  redial: {probability: {blocked: 0.6, abandoned: 0.4, cut: 0.9}, delay: {exponential: {mean: "27 s"}}, maximum: 6}
  deferred: {share: 0.3, spread: "60 min"}
  channels:
    number: {name: "Nummer", share: 0.25, delay: "5 min", needs: routing, published: false, known_after: "20 min"}
)";

const char* const storm = R"(scenario:
  name: "Storm"
  description: "A storm"
  world: world
  start: "2023-03-25T12:00"
  warm_up: "1 h"
  end: "2023-03-26T12:00"
  drain: "1 h"
  profile: new_year
  replications: 10
  set:
    demand.calls: "8000 calls/day"
threats:
  storm:
    name: "Storm"
    effects:
      - {from: "2023-03-25T15:00", until: "2023-03-26T04:00", down: {components: [mains@north, routing], units: 1}}
      - {from: "3 h", for: {uniform: {min: "1 h", max: "2 h"}}, down: {common_cause: kpn_software}}
      - {from: "3 h", blocking: {component: acd@south, probability: 0.4}}
      - {from: "4 h", slower_handling: {at: north, roles: all, factor: 1.4}}
      - {from: "4 h", staffing: {at: all, roles: [fire_desk], factor: 0.5}}
      - {from: "4 h", no_call_in: {at: [hub], roles: all}}
      - {from: "4 h", surge: {regions: all, callers: 1254, decay: "60 min", kinds: {genuine: 1}, disciplines: {brandweer: 0.8, politie: 0.2}}}
      - {from: "4 h", reduction: {regions: [limburg], share: 0.45, reaches_after: "5 min"}}
      - {from: "5 h", open_channel: {channel: number, share: 0.5}}
      - {from: "5 h", no_takeover: {at: all}}
branches:
  wait: {}
  act:
    at: "3 h"
    set: {meldkamers.north.roster.police_desk: 8}
    effects:
      - {from: "10 min", for: "1 h", staffing: {at: south, staff: 9}}
  later: {after: act, at: ["4 h", "onset + 2 h"], effects: [{no_call_in: {at: [hub], roles: all}}]}
)";

void write_file(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

Texts texts() {
  return {{"chain.yaml", chain},
          {"places.yaml", places},
          {"things.yaml", things},
          {"rules.yaml", rules},
          {"storm.yaml", storm}};
}

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "small_world_XXXXXX").string();
  if (!mkdtemp(name.data()))
    throw std::runtime_error("no temporary folder");
  path_ = name;
  fs::create_directory(world());
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void Folder::write(const Texts& texts) const {
  for (const auto& [name, text] : texts)
    write_file(name == "storm.yaml" ? scenario() : world() / name, text);
}

std::vector<models::Problem> problems_of(const Texts& texts) {
  const Folder folder;
  folder.write(texts);
  try {
    scenarios::read_scenario(folder.scenario());
  } catch (const models::InvalidInput& e) {
    auto problems = e.problems();
    for (auto& problem : problems)
      problem.mark.file = fs::path(problem.mark.file).filename().string();
    return problems;
  }
  return {};
}

}  // namespace small_world
