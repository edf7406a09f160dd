#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "results/names.hpp"
#include "results/study.hpp"

/// Studies made of arithmetic, and a folder of their own for the files of a test.
namespace results_example {

struct Size {
  std::size_t regions = 3, disciplines = 2, centres = 4, stages = 2, groups = 5, components = 6,
              places = 6, timeline_bins = 7;
  std::uint64_t replications = 5;
  bool twin = true;
  bool timeline = true;
  std::size_t calls = 3;  ///< rows of each world
};

inline constexpr Size dutch = {25, 4, 11, 3, 80, 60, 21, 288, 200, true, true};

inline std::vector<std::string> ids(const std::string& of, std::size_t count) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i)
    out.push_back(fmt::format("{}_{}", of, i));
  return out;
}

inline results::Dimensions dimensions_of(const Size& size) {
  results::Dimensions out;
  out.regions = ids("region", size.regions);
  out.disciplines = ids("discipline", size.disciplines);
  out.centres = ids("centre", size.centres);
  out.stages = ids("stage", size.stages);
  out.groups = ids("group", size.groups);
  out.components = ids("component", size.components);
  out.effects = ids("effect", 2);
  out.channels = {"alternative number", "caf\u00e9"};
  out.kinds = {"genuine", "silent"};
  out.other_work = {"alarms"};
  for (std::uint32_t i = 0; i < size.places; ++i)
    out.places.push_back({static_cast<std::uint32_t>(i % size.stages),
                          static_cast<std::uint32_t>(i % size.centres)});
  for (std::uint32_t i = 0; i < size.regions; ++i)
    out.region_centre.push_back(static_cast<std::uint32_t>(i % size.centres));
  out.region_share.assign(size.regions, 1 / static_cast<double>(size.regions));
  for (std::uint32_t i = 0; i < size.groups; ++i) {
    out.group_stage.push_back(static_cast<std::uint32_t>(i % size.stages));
    out.group_centre.push_back(static_cast<std::uint32_t>(i % size.centres));
  }
  out.region_names = ids("Region", size.regions);
  out.discipline_names = ids("Discipline", size.disciplines);
  out.centre_names = ids("Centre", size.centres);
  out.group_names = ids("Role", size.groups);
  out.group_disciplines.assign(size.groups, "discipline_0, discipline_1");
  out.component_names = ids("Component", size.components);
  out.component_voorzieningen.assign(size.components, "OIS");
  out.component_needs.assign(size.components, "all(component_0, component_1)");
  out.functions = {"answer@centre_0"};
  out.function_names = {"Aannemen"};
  out.function_needs = {"component_2"};
  for (std::size_t i = 0; i < size.centres; ++i) {
    out.centre_latitudes.push_back(52 + 0.1 * static_cast<double>(i));
    out.centre_longitudes.push_back(5 + 0.1 * static_cast<double>(i));
  }
  out.discipline_modelled.assign(size.disciplines, 1);
  out.discipline_modelled.back() = 0;
  out.timeline_bins = size.timeline_bins;
  return out;
}

/// Counts as calls have them: many zeros, some tens.
template <class T>
std::vector<T> counts(std::mt19937_64& random, std::size_t size, unsigned typical) {
  std::vector<T> out(size);
  for (auto& value : out)
    value = random() % 3 == 0 ? static_cast<T>(random() % typical) : T{0};
  return out;
}

inline results::CallRow call_of(const Size& size, std::mt19937_64& random) {
  results::CallRow out;
  out.first_attempt_s = static_cast<double>(random() % 9999) / 7;
  out.region = static_cast<std::uint32_t>(random() % size.regions);
  out.discipline = static_cast<std::uint32_t>(random() % size.disciplines);
  out.kind = static_cast<std::uint32_t>(random() % 2);
  out.attempts = static_cast<std::uint32_t>(random() % 4);
  out.final_state = static_cast<results::CallerCount>(2 + random() % 5);
  for (const auto flag : {&results::CallRow::urgent, &results::CallRow::genuine,
                          &results::CallRow::lost, &results::CallRow::unreached})
    out.*flag = static_cast<std::uint8_t>(random() % 2);
  if (random() % 2 == 0)
    return out;
  out.answered_s = out.first_attempt_s + 5.5;
  out.contact_s = out.answered_s + 1.0 / 3;
  out.answer_delay_s = 4.25;
  out.centre = static_cast<std::uint32_t>(random() % size.centres);
  return out;
}

inline results::Facts facts_of(const Size& size, std::mt19937_64& random) {
  using namespace results;
  Facts out;
  out.callers =
      counts<std::uint32_t>(random, size.regions * size.disciplines * size_of<CallerCount>, 50);
  out.kinds = counts<std::uint32_t>(random, 2 * size_of<KindCount>, 90);
  out.other_work = counts<std::uint32_t>(random, size_of<WorkCount>, 90);
  out.contacts = counts<std::uint32_t>(random, size.centres * size.regions * size.disciplines, 50);
  out.contact_time =
      counts<std::uint32_t>(random, size.regions * size.disciplines * contact_bins::count, 50);
  out.groups =
      counts<std::uint32_t>(random, size.groups * size_of<CallClass> * size_of<GroupCount>, 300);
  out.group_times = counts<double>(random, size.groups * size_of<GroupTime>, 86400);
  for (auto& time : out.group_times)
    time /= 7;
  out.waits = counts<std::uint32_t>(random, size.places * time_bins::count, 9);
  out.answer_delay = counts<std::uint32_t>(random, size.disciplines * (time_bins::count + 1), 60);
  out.dispatch_delay = counts<std::uint32_t>(random, size.disciplines * time_bins::count, 60);
  if (size.timeline)
    out.timeline = counts<std::uint32_t>(
        random, size.timeline_bins * size.centres * size_of<TimelineCount>, 40);
  for (auto* seconds : {&out.unreachable_112_s, &out.dispatch_impossible_s, &out.degraded_s})
    *seconds = counts<double>(random, size.regions * size.disciplines, 9000);
  for (std::size_t i = 0; i < random() % 4; ++i)
    out.outages.push_back({static_cast<std::uint32_t>(random() % size.components), 60.5, 1e4 / 3});
  for (std::size_t i = 0; i < random() % 3; ++i) {
    auto& episode = out.episodes.emplace_back();
    episode.centre = static_cast<std::uint32_t>(random() % size.centres);
    episode.answered = 17;
    episode.onset_s = static_cast<double>(random() % 9999) / 3;
  }
  for (std::size_t i = 0; i < random() % 4; ++i) {
    auto& loss = out.losses.emplace_back();
    loss.centre = static_cast<std::uint32_t>(random() % size.centres);
    loss.stage = static_cast<std::uint32_t>(random() % size.stages);
    loss.discipline = static_cast<std::uint32_t>(random() % size.disciplines);
    loss.sent = 12;
    loss.answered = 11;
    loss.onset_s = static_cast<double>(random() % 9999) / 3;
    loss.repaired_s = loss.onset_s + 60;
  }
  out.seen_until_s = 1e5 / 7;
  for (std::size_t i = 0; i < random() % 30; ++i)
    out.course.push_back({static_cast<double>(i) * 1.1,
                          static_cast<CourseKind>(random() % size_of<CourseKind>), 1, 2, 0.25, 3, 4,
                          5});
  for (std::size_t i = 0; i < size.calls; ++i)
    out.calls.push_back(call_of(size, random));
  out.digest = {random(), random()};
  return out;
}

inline results::Provenance provenance() {
  results::Provenance out;
  out.scenario = "scenarios/kpn_2019.yaml";
  out.scenario_name = "KPN-storing 24 juni 2019";
  out.world_name = "Nederland";
  out.rubricering = "Openbare bronnen en aannames; niet de werkelijke inrichting";
  out.version = "0.1.0";
  out.commit = "63924bc";
  out.library_versions = {{"hdf5", "1.10.8"}, {"simgrid", "3.32"}};
  out.command = "uitwijk run scenarios/kpn_2019.yaml -n 200 --seed 7";
  out.seed = 0xfedcba9876543210;
  out.replications_asked = 6;
  out.precision = "5%@lost_callers";
  out.definitions = 3;
  out.start_local = "2019-06-24T13:34:00";
  out.zone = "CET+1CEST+1,M3.5.0/2,M10.5.0/3";
  out.warm_up_s = 7200;
  out.end_s = 33960;
  out.drain_s = 7200;
  out.lost_after_s = 601;
  out.delayed_after_s = 61;
  out.norm_s = 11;
  out.parameters = 312;
  out.parameters_assumed = 120;
  out.row = {"DR-07",
             "Ransomware op het kernnetwerk",
             "Ransomware",
             "rotterdam",
             "current",
             "pairs",
             "new-year",
             "any_hour",
             "4 h",
             "takeover.decide=5 min",
             2,
             "event",
             "analyst",
             "incident",
             "deliberate",
             "criminal",
             "A, I, C",
             "gms, ois",
             4,
             0.75,
             0.1,
             4,
             5,
             3};
  out.inputs = {{"scenario.yaml", "scenario:\n  name: \u00e9\u00e9n\n", "ab12"},
                {"empty.yaml", "", "e3b0"}};
  return out;
}

inline results::Study study(const Size& size = {}) {
  std::mt19937_64 random(4);
  results::Study out;
  out.provenance = provenance();
  out.ending = {1, 0};
  out.dimensions = dimensions_of(size);
  for (std::uint64_t i = 0; i < size.replications; ++i) {
    auto& seen = out.replications.emplace_back();
    seen.replication = i < 2 ? i : i + 1;
    if (i % 4 == 1)
      seen.window_capped_s = 604800;
    seen.world = facts_of(size, random);
    if (!size.twin)
      continue;
    seen.twin = facts_of(size, random);
    auto& paired = seen.paired.emplace();
    paired.newly_lost = counts<std::uint32_t>(random, size.regions * size.disciplines, 9);
    paired.newly_saved = counts<std::uint32_t>(random, size.regions * size.disciplines, 3);
    paired.late = counts<std::uint32_t>(random, size.regions * size.disciplines, 7);
    paired.late_help = counts<std::uint32_t>(random, size.regions * size.disciplines, 7);
    paired.touched = counts<std::uint32_t>(random, size.regions * size.disciplines, 2);
    for (auto* delays : {&paired.answer_delay, &paired.answer_delay_twin, &paired.help_delay,
                         &paired.help_delay_twin})
      *delays =
          counts<std::uint32_t>(random, size.disciplines * (results::time_bins::count + 1), 60);
    paired.recover_centre_s = counts<double>(random, size.centres, 9000);
    paired.newly_unreached = static_cast<std::uint32_t>(random() % 99);
    if (i % 3 == 0)
      paired.onset_s = 7200.25 + static_cast<double>(i);
    if (i % 2 == 0)
      paired.recover_s = 4711.5 + static_cast<double>(i);
    if (i % 2 == 1)
      paired.recover_nation_s = 600 + static_cast<double>(i);
    paired.window_s = 28800;
  }
  out.failures = {{2, "the child died of signal 11; uitwijk run ... --replication 2"}};
  return out;
}

/// Removed with all that is in it.
class Folder {
public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "uitwijk_XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
      throw std::runtime_error("no folder for the test");
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }
  std::size_t entries() const {
    const std::filesystem::directory_iterator all(path_);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }

private:
  std::filesystem::path path_;
};

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The seal of old: FNV-1a, 64 bit.
inline std::string old_seal_of(const std::string& image, const std::string& kind) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const unsigned char byte : image)
    hash = (hash ^ byte) * 0x100000001b3ULL;
  return fmt::format("uitwijk/{} 2.1 fnv1a-64 {:016x}\n", kind, hash);
}

inline void put(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace results_example
