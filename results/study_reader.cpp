#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "results/datasets.hpp"
#include "results/hdf5_reader.hpp"
#include "results/kind.hpp"
#include "results/names.hpp"
#include "results/study_image.hpp"
#include "results/study_layout.hpp"
#include "results/zone_check.hpp"

namespace results {

namespace {

constexpr auto no_row = std::numeric_limits<std::uint32_t>::max();

/// Of the format; the minor is 0 when it is no number.
Version version_of(const Hdf5Reader& in) {
  const auto format = in.text("/", "format");
  const char* const end = format.data() + format.size();
  Version out;
  const auto [dot, error] = std::from_chars(format.data(), end, out.major);
  if (error == std::errc() && dot != end)
    std::from_chars(dot + 1, end, out.minor);
  return out;
}

void check_kind(const Hdf5Reader& in) {
  const auto found = in.text("/", "kind");
  if (found != study_kind.name)
    throw ResultError(fmt::format("is a '{}', expected a '{}'", found, study_kind.name));
  check_major(version_of(in).major, in.text("/", "format"));
}

std::vector<std::string> texts(const Hdf5Reader& in, const std::string& scale) {
  return in.texts(scale, scale);
}

template <class T>
std::vector<T> numbers(const Hdf5Reader& in, const std::string& path, std::string_view along) {
  return in.numbers<T>(path, {&along, 1});
}

/// What stood in the course before 3.1, in which the coordinator says more of partners.
constexpr std::size_t course_kinds_of_3_0 = size_of<CourseKind> - 2;
static_assert(name(static_cast<CourseKind>(course_kinds_of_3_0)) == "partner_able");

/// What callers were counted by before 3.0: all but those who stood down, whom nobody told then.
constexpr std::size_t caller_counts_of_2 = size_of<CallerCount> - 1;
static_assert(name(static_cast<CallerCount>(caller_counts_of_2)) == "stood_down");

/// The rows of a counting array must be those that this program knows, or the first of them.
template <class Count>
void check_names(const Hdf5Reader& in, const std::string& scale,
                 std::size_t count = size_of<Count>) {
  const auto found = texts(in, scale);
  const auto known = std::span(names<Count>).first(count);
  if (!std::ranges::equal(found, known))
    throw ResultError(fmt::format("dimension '{}' is [{}], expected [{}]", scale,
                                  fmt::join(found, " "), fmt::join(known, " ")));
}

void check_bins(const Hdf5Reader& in, const std::string& scale, std::size_t expected) {
  if (const auto found = in.length(scale); found != expected)
    throw ResultError(
        fmt::format("dimension '{}' has length {}, expected {}", scale, found, expected));
}

void check_scales(const Hdf5Reader& in) {
  check_names<CallerCount>(in, "caller_count",
                           version_of(in).major < 3 ? caller_counts_of_2 : size_of<CallerCount>);
  check_names<KindCount>(in, "kind_count");
  check_names<WorkCount>(in, "work_count");
  check_names<CallClass>(in, "call_class");
  check_names<GroupCount>(in, "group_count");
  check_names<GroupTime>(in, "group_time");
  check_names<TimelineCount>(in, "timeline_count");
  check_names<CourseKind>(
      in, "course_kind",
      version_of(in) < Version{3, 1} ? course_kinds_of_3_0 : size_of<CourseKind>);
  check_bins(in, "contact_bin", contact_bins::count);
  check_bins(in, "wait_bin", time_bins::count);
  check_bins(in, "delay_bin", time_bins::count + 1);
}

/// Every number must name one of `rows` rows; 2^32-1 names none.
void check_rows(const std::string& path, const std::vector<std::uint32_t>& values,
                std::size_t rows) {
  for (const auto value : values)
    if (value >= rows && value != no_row)
      throw ResultError(fmt::format("dataset '{}' names row {} of {}", path, value, rows));
}

/// Of what always has a row.
void check_row(const std::string& path, std::uint32_t value, std::size_t rows) {
  if (value == no_row)
    throw ResultError(fmt::format("dataset '{}' names no row where there must be one", path));
  check_rows(path, {value}, rows);
}

std::vector<std::uint32_t> rows_of(const Hdf5Reader& in, const std::string& path,
                                   std::string_view along, const std::string& of) {
  auto values = numbers<std::uint32_t>(in, path, along);
  check_rows(path, values, in.length(of));
  return values;
}

void read_description(const Hdf5Reader& in, const NameOf& description,
                      std::vector<std::string>& out) {
  out = in.texts(std::string(description.name), description.of);
}

void read_description(const Hdf5Reader& in, const DegreesOf& description,
                      std::vector<double>& out) {
  out = numbers<double>(in, std::string(description.name), description.of);
}

Dimensions read_dimensions(const Hdf5Reader& in) {
  Dimensions dimensions;
  for (const auto& rows : named_rows)
    dimensions.*rows.member = texts(in, rows.scale);
  const auto stages = rows_of(in, "place_stage", "place", "stage");
  const auto centres = rows_of(in, "place_centre", "place", "centre");
  for (std::size_t i = 0; i < stages.size(); ++i)
    dimensions.places.push_back({stages[i], centres[i]});
  dimensions.region_centre = rows_of(in, "region_centre", "region", "centre");
  if (in.has("region_share"))  // since 3.0
    dimensions.region_share = numbers<double>(in, "region_share", "region");
  dimensions.group_stage = rows_of(in, "group_stage", "group", "stage");
  dimensions.group_centre = rows_of(in, "group_centre", "group", "centre");
  dimensions.discipline_modelled = numbers<std::uint8_t>(in, "discipline_modelled", "discipline");
  if (in.has("function")) {  // of a study without a world nothing is said
    dimensions.functions = texts(in, "function");
    for_each(descriptions, [&](const auto& description) {
      read_description(in, description, dimensions.*description.member);
    });
  }
  dimensions.timeline_bins = in.length("timeline_bin");
  dimensions.timeline_bin_s = in.number<double>("/", "timeline_bin_s");
  return dimensions;
}

void read_attribute(const Hdf5Reader& in, const std::string& name, std::string& value) {
  value = in.text("provenance", name);
}

template <class T>
void read_attribute(const Hdf5Reader& in, const std::string& name, T& value) {
  value = in.number<T>("provenance", name);
}

template <class Record, class Attributes>
void read_attributes(const Hdf5Reader& in, Record& record, const Attributes& attributes) {
  const Version version = version_of(in);
  for_each(attributes, [&](const auto& attribute) {
    if (version >= attribute.since)
      read_attribute(in, std::string(attribute.name), record.*attribute.member);
  });
}

/// Before 2.2 only the command told that a precision was asked for, and nothing told whether it was
/// reached: it counts as reached.
void guess_precision(Study& study) {
  constexpr std::string_view option = " --precision ";
  const std::string& command = study.provenance.command;
  const auto at = command.find(option);
  if (at == std::string::npos)
    return;
  const auto from = at + option.size();
  study.provenance.precision = command.substr(from, command.find(' ', from) - from);
  study.ending.precision_reached = 1;
}

void read_what_is_new(const Hdf5Reader& in, Study& study) {
  if (!in.has_attribute("provenance", "definitions")) {
    study.provenance.definitions = 1;
    guess_precision(study);
    return;
  }
  read_attributes(in, study.provenance, added_provenance_attributes);
  read_attributes(in, study.ending, ending_attributes);
}

}  // namespace

std::string background_in(std::string_view onset_rule) {
  constexpr std::string_view over = "over ";
  if (!onset_rule.starts_with(over))
    return "";
  onset_rule.remove_prefix(over.size());
  return std::string(onset_rule.substr(0, onset_rule.rfind(" at ")));
}

namespace {

/// A word of a closed choice that we never write is damage, and nobody has words for it later.
void check_basis(const char* attribute, const std::string& word) {
  constexpr std::array known = {"", "incident", "expert", "analyst"};
  if (std::ranges::find(known, word) == known.end())
    throw ResultError(fmt::format("attribute '{}' of 'provenance' is '{}', expected one of{}",
                                  attribute, word, fmt::join(known, " ")));
}

Provenance read_provenance(const Hdf5Reader& in) {
  Provenance provenance;
  read_attributes(in, provenance, provenance_attributes);
  read_attributes(in, provenance.row, row_attributes);
  if (version_of(in) < Version{3, 1})
    provenance.row.background = background_in(provenance.row.onset_rule);
  check_basis("likelihood_basis", provenance.row.likelihood_basis);
  check_basis("duration_basis", provenance.row.duration_basis);
  check_zone(provenance);
  const std::string_view library = "provenance/library", input = "provenance/input";
  const auto libraries = texts(in, std::string(library));
  const auto versions = in.texts("provenance/library_version", library);
  for (std::size_t i = 0; i < libraries.size(); ++i)
    provenance.library_versions[libraries[i]] = versions[i];
  const auto paths = texts(in, std::string(input));
  const auto contents = in.whole_texts("provenance/input_text", input);
  const auto hashes = in.texts("provenance/input_sha256", input);
  for (std::size_t i = 0; i < paths.size(); ++i)
    provenance.inputs.push_back({paths[i], contents[i], hashes[i]});
  return provenance;
}

std::vector<Study::Failure> read_failures(const Hdf5Reader& in) {
  const auto replications = numbers<std::uint64_t>(in, "failure", "failure");
  const auto reasons = in.texts("failure_reason", "failure");
  std::vector<Study::Failure> failures;
  for (std::size_t i = 0; i < replications.size(); ++i)
    failures.push_back({replications[i], reasons[i]});
  return failures;
}

std::vector<Observations> read_replications(const Hdf5Reader& in) {
  std::vector<Observations> replications;
  for (const auto number : numbers<std::uint64_t>(in, "replication", "replication")) {
    if (!replications.empty() && replications.back().replication >= number)
      throw ResultError("dataset 'replication' is not ascending");
    replications.emplace_back().replication = number;
  }
  if (const std::string path(capped_windows.name); in.has(path)) {  // since 2.1
    const auto capped = numbers<double>(in, path, "replication");
    for (std::size_t i = 0; i < replications.size(); ++i)
      replications[i].window_capped_s = capped[i];
  }
  return replications;
}

template <class Record, class List>
void read_stacked(const Hdf5Reader& in, std::string_view group, const Stacked<Record, List>& array,
                  const std::vector<Record*>& records) {
  if (version_of(in) < array.since)
    return;
  std::vector<std::string_view> along = {"replication"};
  const std::span<const std::string_view> inner = array.inner;
  along.insert(along.end(), inner.begin(), inner.end());
  const auto all = in.numbers<typename List::value_type>(join(group, array.name), along);
  const auto each = static_cast<std::ptrdiff_t>(all.size() / std::max(records.size(), 1UL));
  auto from = all.begin();
  for (auto* record : records) {
    List& list = record->*array.member;
    list = std::vector(from, from + each);
    if constexpr (std::is_same_v<List, CountList>)
      list.pack();
    from += each;
  }
}

Digest digest_of(const std::string& hex, const std::string& path) {
  Digest digest;
  const auto* begin = hex.data();
  const auto half = begin + 16, end = begin + 32;
  if (hex.size() != 32 || std::from_chars(begin, half, digest.high, 16).ptr != half ||
      std::from_chars(half, end, digest.low, 16).ptr != end)
    throw ResultError(
        fmt::format("dataset '{}' has '{}', expected 32 hexadecimal digits", path, hex));
  return digest;
}

template <class Kind>
requires std::is_enum_v<Kind>
void set_checked(const std::string& path, Kind& member, std::uint8_t value) {
  check_rows(path, {value}, size_of<Kind>);
  member = static_cast<Kind>(value);
}

template <class T>
requires std::is_arithmetic_v<T>
void set_checked(const std::string&, T& member, T value) {
  member = value;
}

template <class Row, class T>
void read_column(const Hdf5Reader& in, const std::string& list, const Column<Row, T>& column,
                 std::vector<Row>& rows) {
  using Stored = std::conditional_t<std::is_enum_v<T>, std::uint8_t, T>;
  const auto path = join(list, column.name);
  const auto values = numbers<Stored>(in, path, list + "/row");
  for (std::size_t i = 0; i < rows.size(); ++i)
    set_checked(path, rows[i].*column.member, values[i]);
}

/// Gives every world its part of a list, from its offset to the next one's.
template <class Row, class Columns>
void read_lists(const Hdf5Reader& in, const std::string& list, std::vector<Row> Facts::*member,
                const Columns& columns, const std::vector<Facts*>& worlds) {
  std::vector<Row> rows(in.length(list + "/row"));
  for_each(columns, [&](const auto& column) { read_column(in, list, column, rows); });
  auto offsets = numbers<std::uint64_t>(in, list + "/offset", "replication");
  offsets.push_back(rows.size());
  if (!std::ranges::is_sorted(offsets) || offsets.front() != 0)
    throw ResultError(
        fmt::format("dataset '{}/offset' does not ascend from 0 to the number of "
                    "rows, {}",
                    list, rows.size()));
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    const auto row = [&](std::uint64_t offset) {
      return rows.begin() + static_cast<std::ptrdiff_t>(offset);
    };
    (worlds[i]->*member).assign(row(offsets[i]), row(offsets[i + 1]));
  }
}

void check_facts(const Facts& facts, const Dimensions& dimensions, const std::string& group) {
  for (const auto& outage : facts.outages)
    check_rows(group + "/outage/component", {outage.component}, dimensions.components.size());
  for (const auto& episode : facts.episodes) {
    check_row(group + "/episode/centre", episode.centre, dimensions.centres.size());
    const std::string partner = group + "/episode/partner";
    check_rows(partner, {episode.partner}, dimensions.centres.size());
    if (std::isfinite(episode.switched_s))
      check_row(partner, episode.partner, dimensions.centres.size());
  }
  for (const auto& loss : facts.losses) {
    check_row(group + "/loss/centre", loss.centre, dimensions.centres.size());
    check_row(group + "/loss/stage", loss.stage, dimensions.stages.size());
    check_row(group + "/loss/discipline", loss.discipline, dimensions.disciplines.size());
  }
  for (const auto& call : facts.calls) {
    check_rows(group + "/call/region", {call.region}, dimensions.regions.size());
    check_rows(group + "/call/discipline", {call.discipline}, dimensions.disciplines.size());
    check_rows(group + "/call/kind", {call.kind}, dimensions.kinds.size());
    check_rows(group + "/call/centre", {call.centre}, dimensions.centres.size());
  }
}

/// Nobody stood down in a world of before 3.0: the fates add up without.
void add_stood_down(CountList& callers) {
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < callers.size(); ++i) {
    out.push_back(std::as_const(callers)[i]);
    if ((i + 1) % caller_counts_of_2 == 0)
      out.push_back(0);
  }
  callers = std::move(out);
  callers.pack();
}

/// A file of before 3.0 has none.
void read_losses(const Hdf5Reader& in, const std::string& group,
                 const std::vector<Facts*>& worlds) {
  if (!in.has(join(group, "loss")))
    return;
  read_lists(in, join(group, "loss"), &Facts::losses, loss_columns, worlds);
  const auto until_s = numbers<double>(in, join(group, seen_until.name), "replication");
  for (std::size_t i = 0; i < worlds.size(); ++i)
    worlds[i]->seen_until_s = until_s[i];
}

void read_world(const Hdf5Reader& in, const std::string& group, const Dimensions& dimensions,
                const std::vector<Facts*>& worlds) {
  for_each(facts_arrays, [&](const auto& array) { read_stacked(in, group, array, worlds); });
  if (version_of(in).major < 3)
    for (auto* world : worlds)
      add_stood_down(world->callers);
  const auto errors = numbers<std::uint64_t>(in, join(group, "conservation_error"), "replication");
  const auto digests = in.texts(join(group, "digest"), "replication");
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    worlds[i]->conservation_error = errors[i];
    worlds[i]->digest = digest_of(digests[i], join(group, "digest"));
  }
  read_lists(in, join(group, "outage"), &Facts::outages, outage_columns, worlds);
  read_lists(in, join(group, "episode"), &Facts::episodes, episode_columns, worlds);
  read_losses(in, group, worlds);
  read_lists(in, join(group, "course"), &Facts::course, course_columns, worlds);
  if (const auto list = join(group, "call"); in.has(list))
    read_lists(in, list, &Facts::calls, call_columns, worlds);
  for (const auto* world : worlds)
    check_facts(*world, dimensions, group);
}

/// The bins of those replications that are there, one replication after another.
template <class WorldOf>
void read_each_timeline(const Hdf5Reader& in, const std::string& group, Study& study,
                        WorldOf world_of) {
  const auto row = join(group, each_timeline.row), path = join(group, each_timeline.name);
  if (!in.has(path))
    return;
  const auto replication_of_row = numbers<std::uint64_t>(in, row, row);
  const std::string_view along[] = {row, "centre", "timeline_count"};
  const auto all = in.numbers<std::uint32_t>(path, along);
  const auto width = all.size() / std::max(replication_of_row.size(), std::size_t{1});
  std::size_t from = 0;
  for (auto& seen : study.replications) {
    auto to = from;
    while (to < replication_of_row.size() && replication_of_row[to] == seen.replication)
      ++to;
    const auto at = [&](std::size_t bin) {
      return all.begin() + static_cast<std::ptrdiff_t>(bin * width);
    };
    CountList& timeline = world_of(seen).timeline;
    timeline = std::vector(at(from), at(to));
    timeline.pack();
    from = to;
  }
  if (from != replication_of_row.size())
    throw ResultError(fmt::format("dataset '{}' names a replication out of its order", row));
}

template <class Columns>
TimelineSummary::World read_summary(const Hdf5Reader& in, std::string_view group,
                                    const Columns& columns, const Scales& along) {
  TimelineSummary::World summary;
  if (in.has(join(group, std::get<0>(columns).name)))
    for_each(columns, [&](const auto& column) {
      summary.*column.member = in.numbers<float>(join(group, column.name), along);
    });
  return summary;
}

void read_summaries(const Hdf5Reader& in, std::string_view group, TimelineSummary::World& centres,
                    TimelineSummary::World& all) {
  centres = read_summary(in, group, timeline_columns, summary_along);
  all = read_summary(in, group, timeline_of_all_columns, summary_of_all_along);
}

void read_paired(const Hdf5Reader& in, std::vector<Observations>& replications) {
  std::vector<Paired*> records;
  for (auto& seen : replications)
    records.push_back(&seen.paired.emplace());
  for_each(paired_arrays, [&](const auto& array) { read_stacked(in, "paired", array, records); });
  for_each(paired_numbers, [&]<class T>(const EachPaired<T>& number) {
    if (version_of(in) < number.since)
      return;
    const auto values = numbers<T>(in, join("paired", number.name), "replication");
    for (std::size_t i = 0; i < records.size(); ++i)
      records[i]->*number.member = values[i];
  });
}

void read_worlds(const Hdf5Reader& in, Study& study) {
  std::vector<Facts*> worlds, twins;
  for (auto& seen : study.replications)
    worlds.push_back(&seen.world);
  read_world(in, "world", study.dimensions, worlds);
  read_each_timeline(in, "world", study, [](auto& seen) -> Facts& { return seen.world; });
  read_summaries(in, "world", study.timeline.world, study.timeline.all_world);
  if (in.has("timeline_reached"))
    study.timeline.reached = numbers<std::uint32_t>(in, "timeline_reached", "timeline_bin");
  if (in.has("twin")) {
    for (auto& seen : study.replications)
      twins.push_back(&seen.twin.emplace());
    read_world(in, "twin", study.dimensions, twins);
    read_each_timeline(in, "twin", study, [](auto& seen) -> Facts& { return *seen.twin; });
    read_summaries(in, "twin", study.timeline.twin, study.timeline.all_twin);
  }
  if (in.has("paired"))
    read_paired(in, study.replications);
}

}  // namespace

Study study_of(std::string_view image) {
  return read_layout(Hdf5Reader(image));
}

Study read_layout(const Hdf5Reader& in) {
  check_kind(in);
  check_scales(in);
  Study study;
  study.dimensions = read_dimensions(in);
  study.provenance = read_provenance(in);
  read_what_is_new(in, study);
  study.failures = read_failures(in);
  study.replications = read_replications(in);
  read_worlds(in, study);
  return study;
}

}  // namespace results
