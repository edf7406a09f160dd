#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "models/text/yaml_document.hpp"
#include "results/campaign_file.hpp"
#include "results/kind.hpp"
#include "results/seal.hpp"
#include "results/study_image.hpp"
#include "tests/input_errors/small_world.hpp"
#include "tests/unit/results/example.hpp"
#include "tests/unit/studies/manifest_example.hpp"

/// Writes what the fuzzers start from: FOLDER/HARNESS/NAME, from the worlds and examples that the
/// other tests use.
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

const fs::path root = SOURCE_DIR;

std::string read_seed(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  if (!(std::ofstream(file, std::ios::binary) << text))
    throw std::runtime_error("cannot write " + file.string());
}

/// A world's files hold different sections, so that one after the other they are one file.
std::string world_in(const fs::path& folder) {
  std::string text;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".yaml")
      text += read_seed(entry.path());
  return text;
}

std::string small_world_text() {
  std::string text;
  for (const auto& [name, part] : small_world::texts())
    text += name == "storm.yaml" ? "" : part;
  return text;
}

void put_worlds(const fs::path& out) {
  put(out / "world/small", small_world_text());
  put(out / "world/netherlands", world_in(root / "models/netherlands"));
  put(out / "scenario/small", small_world::texts().at("storm.yaml"));
  for (const auto& entry : fs::directory_iterator(root / "tests/worlds")) {
    if (!entry.is_directory())
      continue;
    const auto name = entry.path().filename();
    put(out / "world" / name, world_in(entry.path() / "world"));
    for (const auto& file : fs::directory_iterator(entry.path()))
      if (file.path().extension() == ".yaml")
        put(out / "scenario" / (name.string() + "-" + file.path().stem().string()),
            read_seed(file.path()));
  }
  for (const auto& entry : fs::directory_iterator(root / "scenarios"))
    if (entry.path().extension() == ".yaml")
      put(out / "scenario" / entry.path().stem(), read_seed(entry.path()));
}

/// A value or a setting for each line of a text.
void put_lines(const fs::path& folder, const std::string& lines) {
  std::istringstream in(lines);
  int number = 0;
  for (std::string line; std::getline(in, line);)
    put(folder / std::to_string(++number), line);
}

constexpr const char* values = R"("15 min"
"3.5 h"
"10137 calls/day"
"1 Gbit/s"
"40 %"
1.25e-3
{exponential: {mean: "27 s"}}
{lognormal: {median: "15 min", p95: "60 min"}}
{lognormal: {mean: "15 min", cv: 1.2}}
{gamma: {mean: "2 min", cv: 0.8}}
{triangular: {min: "2 s", mode: "5 s", max: "9 s"}}
{uniform: {min: "1 min", max: "3 min"}}
{beta: {mean: 0.3, sd: 0.1, max: "2 h"}}
{empirical: {values: ["1 s", "5 s", "9 s"], weights: [1, 2, 0.5]}}
{value: {uniform: {min: 1 s, max: 9 s}}, range: [1 s, 6 s], kind: assumed, source: "x", note: y}
)";

constexpr const char* settings = R"(demand.calls=90 calls/h
demand.hour_of_day.9=4
meldkamers.hub.roster.centralist.night=3
meldkamers.north.roster.fire_desk.steps.2.staff=7
takeover.decide.value.triangular.mode="7 min"
takeover.partners.north.1.share=0.5
stages.first_answer.patience={exponential: {mean: "2 min"}}
components.routing.k={value: 2, kind: measured, source: "a visit"}
disciplines.politie={name: "Politie", share: 0.6}
)";

/// The image of a file of two rows, one of which has nothing.
std::string merged_image() {
  const results_example::Folder folder;
  results::CampaignWriter writer(folder / "all.h5", {"Two rows", "Openbaar", "{}", "ab12"});
  results_example::Size small;
  small.replications = 2;
  writer.add("DR-01", 6, results_example::study(small));
  writer.add("DR-02@rotterdam", 6, results::Study());
  writer.commit();
  return std::string(results::unsealed(read_seed(folder / "all.h5"), results::campaign_kind));
}

void put_studies(const fs::path& out) {
  using results::Timelines;
  results_example::Size small;
  small.replications = 2;
  results_example::Size bare = small;
  bare.twin = bare.timeline = false;
  put(out / "study/each", results::image_of(results_example::study(small), Timelines::each));
  put(out / "study/summary", results::image_of(results_example::study(small), Timelines::summary));
  put(out / "study/bare", results::image_of(results_example::study(bare), Timelines::summary));
  put(out / "merged/two_rows", merged_image());
}

/// What people keep: criteria and registers.
void put_kept(const fs::path& out) {
  for (const char* const harness : {"criteria", "register"})
    for (const auto& entry : fs::directory_iterator(root / "analysis" / harness))
      if (entry.path().extension() == ".yaml")
        put(out / harness / entry.path().stem(), read_seed(entry.path()));
  put(out / "register/empty", "register: {name: x, version: 1, status: concept}\n");
}

/// A file for each entry of one section, with the other sections, so that a fuzzer turns many a
/// second.
void put_each(const fs::path& folder, const fs::path& file, std::string_view section) {
  models::Problems problems;
  const auto whole = models::parse_yaml(read_seed(file), file.string(), problems);
  problems.throw_if_any();
  for (const auto& entry : whole->find(section)->entries) {
    models::Node one = *whole;
    one.find(section)->entries = {entry};
    put(folder / entry.key, models::to_yaml_block(one, 3));
  }
}

constexpr const char* tiny_measures = R"(list: {version: "1", status: concept}
measures:
  drill:
    name: {nl: "Oefening", en: "Drill"}
    owner: "LMS"
    status: planned
    cost: low
    works_at: chain
    source: "made up"
    kind: assumed
    references: {iso27002: ["5.29"]}
    touches: [{threat: TT-01, target: noord, lowers: lost_callers}]
    set: {takeover.decide: "1 min", threats.TT-02.duration: "1 h"}
    not_simulated: [{what: "Calm", why: "Nobody counts it"}]
)";

/// What is laid over a world, or played in it.
void put_plans(const fs::path& out) {
  put_each(out / "catalogue", root / "scenarios/threat_catalogue.yaml", "threats");
  put_each(out / "measures", root / "scenarios/measures.yaml", "measures");
  put(out / "measures/tiny", tiny_measures);
  for (const char* const name : {"threats", "frequent"})
    put(out / "catalogue" / name, read_seed(root / "tests/worlds/cli_tiny" / (name + ".yaml"s)));
  for (const char* const folder : {"scenarios", "tests/worlds/cli_tiny"})
    for (const auto& entry : fs::directory_iterator(root / folder))
      if (entry.path().string().ends_with(".campaign.yaml"))
        put(out / "campaign" / entry.path().stem(), read_seed(entry.path()));
  for (const auto& [name, text] : small_world::texts())
    if (name != "storm.yaml")
      put(out / "overlay" / name, text);
}

constexpr const char* tested = R"(exercise:
  name: "Uitwijktest"
  source: "uitwijktest 2026-03-11"
  observed:
    north: {at: "2026-03-11T10:00", lost_for: "2 h", partner: south, failed_switches: 1,
            detect: "2 min", decide: "4 min", switch: "7 min", verify: "20 min", return: "5 min"}
)";

void put_tables(const fs::path& out) {
  put(out / "exercise/test", tested);
  put(out / "roster/shifts",
      "meldkamer,role,shift,staff,kind,source\nnorth,fire_desk,day,9,measured,a list\n");
  put(out / "roster/times",
      "\xEF\xBB\xBFmeldkamer;role;at;staff;note\n\nhub;centralist;\"sat 09:00\";7;\"a; "
      "\"\"b\"\"\"\n"
      "hub;centralist;23:00;4;\n");
  put(out / "replayed/shipped", read_seed(root / "results/reference/history.csv"));
}

constexpr const char* claims =
    R"({"host":"a","boot":"b","pid":7,"started":"9","slurm":"41_7","restarts":1}
{"host":"a","boot":"b","pid":1,"started":"9","slurm":""}
)";

/// What the page asks; "that" is the one file of its kind.
constexpr const char* orders =
    R"({"kind":"run","scenario":"that","replications":200,"seed":1,"precision":"5%@lost_callers"}
{"kind":"run","threat":"DR-20","target":"rotterdam","at":"2026-12-01T14:00","duration":"4 h","world":"that","set":{"takeover.decide":"5 min"},"plan":"pairs","measures":["MT-01"]}
{"kind":"sweep","scenario":"that","vary":"takeover.decide","range":"1 min..30 min","until":"lost_callers < 5","lang":"nl"}
{"kind":"exercise","exercise":"that","replications":20}
{"kind":"exercise","world":"that","observed":{"name":"x","source":"y","meldkamer":"noord","at":"2026-03-11T10:00","lost_for":"2 h","partner":"oost","detect":"2 min","failed_switches":"1"}}
{"kind":"parameters","scenario":"that"}
{"kind":"plans","world":"that"}
{"kind":"threats"}
{"kind":"measures"}
{"kind":"report","result":"that","audience":"analist"}
)";

/// Two that come in, and two that do not.
void put_requests(const fs::path& folder) {
  const std::string here = " HTTP/1.1\r\nHost: 127.0.0.1:8112\r\n",
                    token = "Authorization: Bearer 5ec4e7\r\n",
                    type = "Content-Type: application/json\r\n";
  put(folder / "page", "GET /?lang=nl" + here + "Sec-Fetch-Site: none\r\n\r\n");
  put(folder / "order", "POST /api/jobs" + here + token + type + "Content-Length: 20\r\n\r\n");
  put(folder / "chunked",
      "POST /api/jobs" + here + token + type + "Transfer-Encoding: chunked\r\n\r\n");
  put(folder / "stranger", "GET /api/offer" + here + token + "Origin: http://example.org\r\n\r\n");
}

/// What other processes and neighbours say.
void put_asked(const fs::path& out) {
  put(out / "manifest/small", studies::to_json(manifest_example::small()));
  put(out / "manifest/precise", studies::to_json(manifest_example::precise()));
  put_lines(out / "claim", claims);
  put_lines(out / "order", orders);
  put_requests(out / "request");
}

}  // namespace

int main(int, char** argv) {
  const fs::path out = argv[1];
  put_worlds(out);
  put_lines(out / "values", values);
  put_lines(out / "setting", settings);
  put_studies(out);
  put_kept(out);
  put_plans(out);
  put_tables(out);
  put_asked(out);
}
