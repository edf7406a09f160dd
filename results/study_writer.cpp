#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>
#include <stdexcept>

#include "results/datasets.hpp"
#include "results/hdf5_writer.hpp"
#include "results/kind.hpp"
#include "results/names.hpp"
#include "results/study_image.hpp"
#include "results/study_layout.hpp"

namespace results {

namespace {

using WorldOf = const Facts& (*)(const Observations&);

template <std::size_t N>
std::vector<std::string> texts(const std::array<std::string_view, N>& views) {
  return {views.begin(), views.end()};
}

std::vector<std::string_view> stacked_along(std::span<const std::string_view> inner) {
  std::vector<std::string_view> along = {"replication"};
  along.insert(along.end(), inner.begin(), inner.end());
  return along;
}

template <class T>
std::span<const T> view(const std::vector<T>& values) {
  return values;
}

void write_edges(Hdf5Writer& out) {
  const double infinity = std::numeric_limits<double>::infinity();
  std::vector<double> contact = {0};
  contact.insert(contact.end(), contact_bins::upper_s.begin(), contact_bins::upper_s.end());
  contact.push_back(infinity);
  std::vector<double> wait;
  for (std::size_t bin = 0; bin < time_bins::count; ++bin)
    wait.push_back(time_bins::edge_s(bin));
  auto delay = wait;
  delay.push_back(infinity);
  out.scale("contact_bin", {"s", "lower edge; infinite: never"}, view(contact));
  out.scale("wait_bin", {"s", "lower edge"}, view(wait));
  out.scale("delay_bin", {"s", "lower edge; infinite: never"}, view(delay));
}

void write_names(Hdf5Writer& out, const Dimensions& dimensions) {
  for (const auto& rows : named_rows)
    out.scale(rows.scale, rows.label, dimensions.*rows.member);
  out.scale("caller_count", {"", "what is counted of callers"}, texts(names<CallerCount>));
  out.scale("kind_count", {"", "what is counted of a kind"}, texts(names<KindCount>));
  out.scale("work_count", {"", "what is counted of other work"}, texts(names<WorkCount>));
  out.scale("call_class", {"", "class of calls"}, texts(names<CallClass>));
  out.scale("group_count", {"", "what is counted of calls at a group"}, texts(names<GroupCount>));
  out.scale("group_time", {"", "what is timed at a group"}, texts(names<GroupTime>));
  out.scale("timeline_count", {"", "state of a centre"}, texts(names<TimelineCount>));
  out.scale("course_kind", {"", "kind of event in a course"}, texts(names<CourseKind>));
}

void write_places(Hdf5Writer& out, const Dimensions& dimensions) {
  std::vector<std::string> names;
  std::vector<std::uint32_t> stages, centres;
  for (const auto& place : dimensions.places) {
    names.push_back(fmt::format("{}@{}", dimensions.stages.at(place.stage),
                                dimensions.centres.at(place.centre)));
    stages.push_back(place.stage);
    centres.push_back(place.centre);
  }
  out.scale("place", {"", "stage@centre where calls are answered"}, names);
  const std::string_view along[] = {"place"};
  out.dataset("place_stage", {"1", "row of /stage"}, along, view(stages));
  out.dataset("place_centre", {"1", "row of /centre"}, along, view(centres));
}

/// Not there in a study that came from a file without them.
void write_descriptions(Hdf5Writer& out, const Dimensions& dimensions) {
  if (dimensions.centre_names.empty())
    return;
  out.scale("function", {"", "function@centre"}, dimensions.functions);
  for_each(descriptions, [&](const auto& description) {
    out.dataset(std::string(description.name), description.label, {&description.of, 1},
                view(dimensions.*description.member));
  });
}

template <class T, class ValueOf>
void write_values(Hdf5Writer& out, const std::string& path, const Label& label,
                  const std::vector<Observations>& replications, ValueOf value_of) {
  std::vector<T> values;
  for (const auto& seen : replications)
    values.push_back(value_of(seen));
  const std::string_view along[] = {"replication"};
  out.dataset(path, label, along, std::span<const T>(values));
}

void write_dimensions(Hdf5Writer& out, const Study& study) {
  const auto& dimensions = study.dimensions;
  std::vector<std::uint64_t> replications;
  for (const auto& seen : study.replications)
    replications.push_back(seen.replication);
  out.scale("replication", {"1", "number of the replication"}, view(replications));
  write_values<double>(out, std::string(capped_windows.name), capped_windows.label,
                       study.replications, [](const auto& seen) { return seen.window_capped_s; });
  write_names(out, dimensions);
  write_edges(out);
  write_places(out, dimensions);
  const std::string_view region[] = {"region"}, group[] = {"group"}, discipline[] = {"discipline"};
  out.dataset("region_centre", {"1", "row of /centre whose region it is"}, region,
              view(dimensions.region_centre));
  if (!dimensions.region_share.empty())
    out.dataset("region_share", {"1", "share of the nation's people"}, region,
                view(dimensions.region_share));
  out.dataset("group_stage", {"1", "row of /stage"}, group, view(dimensions.group_stage));
  out.dataset("group_centre", {"1", "row of /centre"}, group, view(dimensions.group_centre));
  out.dataset("discipline_modelled", {"1", "1 modelled, 0 demand not known"}, discipline,
              view(dimensions.discipline_modelled));
  write_descriptions(out, dimensions);
  std::vector<double> bins(dimensions.timeline_bins);
  for (std::size_t bin = 0; bin < bins.size(); ++bin)
    bins[bin] = static_cast<double>(bin) * dimensions.timeline_bin_s;
  out.scale("timeline_bin", {"s", "begin of the bin, since start"}, view(bins));
  out.attribute("/", "timeline_bin_s", dimensions.timeline_bin_s);
}

template <class Record, class Attributes>
void write_attributes(Hdf5Writer& out, const Record& record, const Attributes& attributes) {
  for_each(attributes, [&](const auto& attribute) {
    out.attribute("provenance", std::string(attribute.name), record.*attribute.member);
  });
}

void write_provenance(Hdf5Writer& out, const Provenance& provenance, const Ending& ending) {
  out.group("provenance");
  write_attributes(out, provenance, provenance_attributes);
  write_attributes(out, provenance, added_provenance_attributes);
  write_attributes(out, ending, ending_attributes);
  write_attributes(out, provenance.row, row_attributes);
  std::vector<std::string> libraries, versions, paths, contents, hashes;
  for (const auto& [library, version] : provenance.library_versions) {
    libraries.push_back(library);
    versions.push_back(version);
  }
  for (const auto& input : provenance.inputs) {
    paths.push_back(input.path);
    contents.push_back(input.text);
    hashes.push_back(input.sha256);
  }
  const std::string_view library[] = {"provenance/library"}, input[] = {"provenance/input"};
  out.scale("provenance/library", {"", "library"}, libraries);
  out.dataset("provenance/library_version", {"", "version of the library"}, library, versions);
  out.scale("provenance/input", {"", "input file"}, paths);
  out.dataset("provenance/input_text", {"", "content of the input file"}, input, contents);
  out.dataset("provenance/input_sha256", {"", "SHA-256 of the input file"}, input, hashes);
}

void write_failures(Hdf5Writer& out, const std::vector<Study::Failure>& failures) {
  std::vector<std::uint64_t> replications;
  std::vector<std::string> reasons;
  for (const auto& failure : failures) {
    replications.push_back(failure.replication);
    reasons.push_back(failure.reason);
  }
  out.scale("failure", {"1", "number of a replication that did not finish"}, view(replications));
  const std::string_view along[] = {"failure"};
  out.dataset("failure_reason", {"", "why it did not finish"}, along, reasons);
}

/// One dataset of an array that every replication has.
template <class Record, class List, class RecordOf>
void write_stacked(Hdf5Writer& out, std::string_view group, const Stacked<Record, List>& array,
                   const std::vector<Observations>& replications, RecordOf record_of) {
  std::vector<typename List::value_type> all;
  const auto path = join(group, array.name);
  for (const auto& seen : replications) {
    const auto& values = record_of(seen).*array.member;
    if (values.size() != (record_of(replications.front()).*array.member).size())
      throw std::logic_error(path + " differs in size between replications");
    all.reserve(values.size() * replications.size());
    all.insert(all.end(), values.begin(), values.end());
  }
  out.dataset(path, array.label, stacked_along(array.inner), view(all));
}

template <class Row, class T>
void write_column(Hdf5Writer& out, const std::string& list, const Column<Row, T>& column,
                  const std::vector<Row>& rows) {
  using Stored = std::conditional_t<std::is_enum_v<T>, std::uint8_t, T>;
  std::vector<Stored> values;
  for (const auto& row : rows)
    values.push_back(static_cast<Stored>(row.*column.member));
  const auto scale = list + "/row";
  const std::string_view along[] = {scale};
  out.dataset(join(list, column.name), column.label, along, std::span<const Stored>(values));
}

/// A list that has another length in every replication: its rows one after another as columns,
/// and where those of each replication begin.
template <class Row, class Columns>
void write_lists(Hdf5Writer& out, const std::string& list, std::vector<Row> Facts::*member,
                 const Columns& columns, const std::vector<const Facts*>& worlds,
                 const std::vector<Observations>& replications) {
  std::vector<Row> rows;
  std::vector<std::uint64_t> offsets, replication_of_row;
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    const auto& part = worlds[i]->*member;
    offsets.push_back(rows.size());
    rows.insert(rows.end(), part.begin(), part.end());
    replication_of_row.resize(rows.size(), replications[i].replication);
  }
  out.group(list);
  out.scale(list + "/row", {"1", "number of the replication"}, view(replication_of_row));
  const std::string_view along[] = {"replication"};
  out.dataset(list + "/offset", {"1", "first row of the replication"}, along, view(offsets));
  for_each(columns, [&](const auto& column) { write_column(out, list, column, rows); });
}

void write_world(Hdf5Writer& out, const std::string& group,
                 const std::vector<Observations>& replications, WorldOf world_of) {
  out.group(group);
  for_each(facts_arrays,
           [&](const auto& array) { write_stacked(out, group, array, replications, world_of); });
  write_values<std::uint64_t>(out, join(group, "conservation_error"),
                              {"1", "sum of all misses of the audits"}, replications,
                              [&](const auto& seen) { return world_of(seen).conservation_error; });
  write_values<double>(out, join(group, seen_until.name), seen_until.label, replications,
                       [&](const auto& seen) { return world_of(seen).seen_until_s; });
  write_values<std::string>(
      out, join(group, "digest"), {"", "128 bits over times and places of all events, hexadecimal"},
      replications, [&](const auto& seen) { return to_hex(world_of(seen).digest); });
  std::vector<const Facts*> worlds;
  for (const auto& seen : replications)
    worlds.push_back(&world_of(seen));
  write_lists(out, join(group, "outage"), &Facts::outages, outage_columns, worlds, replications);
  write_lists(out, join(group, "episode"), &Facts::episodes, episode_columns, worlds, replications);
  write_lists(out, join(group, "loss"), &Facts::losses, loss_columns, worlds, replications);
  write_lists(out, join(group, "course"), &Facts::course, course_columns, worlds, replications);
  if (std::ranges::any_of(worlds, [](const Facts* world) { return !world->calls.empty(); })) {
    const auto list = join(group, "call");
    write_lists(out, list, &Facts::calls, call_columns, worlds, replications);
    out.attribute(list, "note", std::string(calls_note));
  }
}

template <class Columns>
void write_summary(Hdf5Writer& out, std::string_view group, const Columns& columns,
                   const Scales& along, const TimelineSummary::World& timeline) {
  if (timeline.mean.empty())
    return;
  for_each(columns, [&](const auto& column) {
    out.dataset(join(group, column.name), column.label, along, view(timeline.*column.member));
  });
}

void write_summaries(Hdf5Writer& out, std::string_view group, const TimelineSummary::World& centres,
                     const TimelineSummary::World& all) {
  write_summary(out, group, timeline_columns, summary_along, centres);
  write_summary(out, group, timeline_of_all_columns, summary_of_all_along, all);
}

void write_paired(Hdf5Writer& out, const std::vector<Observations>& replications) {
  out.group("paired");
  for_each(paired_arrays, [&](const auto& array) {
    write_stacked(out, "paired", array, replications,
                  [](const Observations& seen) -> const Paired& { return *seen.paired; });
  });
  for_each(paired_numbers, [&]<class T>(const EachPaired<T>& number) {
    write_values<T>(out, join("paired", number.name), number.label, replications,
                    [&](const Observations& seen) { return (*seen.paired).*number.member; });
  });
}

const Facts& disturbed(const Observations& seen) {
  return seen.world;
}
const Facts& twin(const Observations& seen) {
  return *seen.twin;
}

void check_order(const std::vector<Observations>& replications) {
  for (std::size_t i = 1; i < replications.size(); ++i) {
    if (replications[i - 1].replication >= replications[i].replication)
      throw std::logic_error("replications are not ascending");
    if (replications[i - 1].twin.has_value() != replications[i].twin.has_value() ||
        replications[i - 1].paired.has_value() != replications[i].paired.has_value())
      throw std::logic_error("some replications have a twin or a pairing, others have not");
  }
}

/// One after another: drawn windows have another length in each replication.
void write_each_timeline(Hdf5Writer& out, const std::string& group, const Study& study,
                         const std::vector<std::size_t>& which, WorldOf world_of) {
  const auto width = study.dimensions.centres.size() * size_of<TimelineCount>;
  std::vector<std::uint64_t> replication_of_row;
  std::vector<std::uint32_t> all;
  for (const std::size_t place : which) {
    const auto& seen = study.replications[place];
    const auto& timeline = world_of(seen).timeline;
    if (width == 0)
      throw std::logic_error(group + ": a timeline of no meldkamer");
    all.insert(all.end(), timeline.begin(), timeline.end());
    replication_of_row.resize(all.size() / width, seen.replication);
  }
  const auto row = join(group, each_timeline.row);
  out.scale(row, {"1", "number of the replication"}, view(replication_of_row));
  const std::string_view along[] = {row, "centre", "timeline_count"};
  out.dataset(join(group, each_timeline.name), each_timeline.label, along, view(all));
}

bool holds_timeline(const Observations& seen) {
  return !seen.world.timeline.empty();
}

/// Places of the replications whose own timelines a file keeps when it does not keep each.
std::set<std::size_t> told(const std::vector<Observations>& replications) {
  const auto courses = possible_courses(replications);
  return courses ? std::set{courses->median, courses->p95} : std::set<std::size_t>{};
}

std::vector<std::size_t> kept(const std::vector<Observations>& replications, Timelines timelines) {
  const auto those = told(replications);
  std::vector<std::size_t> out;
  for (std::size_t place = 0; place < replications.size(); ++place)
    if (holds_timeline(replications[place]) &&
        (timelines == Timelines::each || those.contains(place)))
      out.push_back(place);
  return out;
}

/// A study from a file that kept two of its timelines has its summary from there.
TimelineSummary summary_of(const Study& study) {
  const auto& replications = study.replications;
  const auto those = told(replications);
  bool more = study.timeline.world.mean.empty();
  for (std::size_t place = 0; place < replications.size(); ++place)
    more |= holds_timeline(replications[place]) && !those.contains(place);
  return more ? summarise_timeline(replications, study.dimensions.centres.size()) : study.timeline;
}

void write_worlds(Hdf5Writer& out, const Study& study, Timelines timelines) {
  const auto& replications = study.replications;
  const bool any = !replications.empty();
  const TimelineSummary summary = summary_of(study);
  const bool twins = any && replications.front().twin;
  write_world(out, "world", replications, disturbed);
  write_summaries(out, "world", summary.world, summary.all_world);
  if (!summary.reached.empty()) {
    const std::string_view along[] = {"timeline_bin"};
    out.dataset("timeline_reached", {"1", "replications that reach the end of the bin"}, along,
                view(summary.reached));
  }
  if (twins) {
    write_world(out, "twin", replications, twin);
    write_summaries(out, "twin", summary.twin, summary.all_twin);
  }
  if (any && replications.front().paired)
    write_paired(out, replications);
  const auto which = kept(replications, timelines);
  if (which.empty())
    return;
  write_each_timeline(out, "world", study, which, disturbed);
  if (twins)
    write_each_timeline(out, "twin", study, which, twin);
}

}  // namespace

void write_layout(const H5::Group& root, const Study& study, Timelines timelines) {
  check_order(study.replications);
  Hdf5Writer out(root);
  out.attribute("/", "kind", std::string(study_kind.name));
  out.attribute("/", "format", fmt::format("{}.{}", study_kind.major, study_kind.minor));
  out.attribute("/", "rubricering", study.provenance.rubricering);
  write_dimensions(out, study);
  write_provenance(out, study.provenance, study.ending);
  write_failures(out, study.failures);
  write_worlds(out, study, timelines);
}

std::string image_of(const Study& study, Timelines timelines) {
  auto file = new_memory_file();
  write_layout(file.openGroup("/"), study, timelines);
  return image_of(file);
}

}  // namespace results
