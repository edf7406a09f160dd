#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "results/study.hpp"

/// Which member of a record is which dataset of the file: the one table that writer and reader
/// share. docs/formats/result-file.md says what each of them means.
namespace results {

/// What a dataset says about itself; "1" is the unit of counts.
struct Label {
  std::string_view units, long_name;
};

/// Names of the dimension scales that a dataset is attached to, slowest first.
struct Scales {
  std::array<std::string_view, 4> names;
  std::size_t rank;
  constexpr operator std::span<const std::string_view>() const { return {names.data(), rank}; }
};

template <class... Name>
constexpr Scales scales(Name... name) {
  return {{std::string_view(name)...}, sizeof...(name)};
}

/// A version of the format.
struct Version {
  int major = 0, minor = 0;
  auto operator<=>(const Version&) const = default;
};

/// A flat array of a record, stacked over replications: [replication][scales...]. `since` is the
/// version of the format that brought it: a file of an earlier one leaves it empty.
template <class Record, class List>
struct Stacked {
  std::string_view name;
  List Record::*member;
  Scales inner;
  Label label;
  Version since = {};
};

/// One member of the rows of a list that has another length in every replication.
template <class Row, class T>
struct Column {
  std::string_view name;
  T Row::*member;
  Label label;
};

using Counts = Stacked<Facts, CountList>;
using Amounts = Stacked<Facts, std::vector<double>>;

inline constexpr std::tuple facts_arrays = {
    Counts{"callers",
           &Facts::callers,
           scales("region", "discipline", "caller_count"),
           {"1", "callers and attempts by region and intended discipline"}},
    Counts{
        "kinds", &Facts::kinds, scales("kind", "kind_count"), {"1", "callers by what they want"}},
    Counts{"other_work",
           &Facts::other_work,
           scales("other_work", "work_count"),
           {"1", "jobs that are no 112 call"}},
    Counts{"contacts",
           &Facts::contacts,
           scales("centre", "region", "discipline"),
           {"1", "callers who reached the discipline, by answering centre"}},
    Counts{"contact_time",
           &Facts::contact_time,
           scales("region", "discipline", "contact_bin"),
           {"1", "genuine callers by time from first attempt to the right discipline"}},
    Counts{"groups",
           &Facts::groups,
           scales("group", "call_class", "group_count"),
           {"1", "calls at an agent group"}},
    Amounts{"group_times",
            &Facts::group_times,
            scales("group", "group_time"),
            {"s", "waiting and working time at an agent group"}},
    Counts{"waits",
           &Facts::waits,
           scales("place", "wait_bin"),
           {"1", "measured calls that were not blocked, by wait"}},
    Counts{"answer_delay",
           &Facts::answer_delay,
           scales("discipline", "delay_bin"),
           {"1", "genuine callers by answer delay"}},
    Counts{"dispatch_delay",
           &Facts::dispatch_delay,
           scales("discipline", "wait_bin"),
           {"1", "incidents by time from first attempt to dispatch"}},
    Amounts{"unreachable_112_s",
            &Facts::unreachable_112_s,
            scales("region", "discipline"),
            {"s", "nobody to whom a 112 call can go takes it"},
            {3, 0}},
    Amounts{"dispatch_impossible_s",
            &Facts::dispatch_impossible_s,
            scales("region", "discipline"),
            {"s", "nobody can alert a unit"},
            {3, 0}},
    Amounts{"degraded_s",
            &Facts::degraded_s,
            scales("region", "discipline"),
            {"s", "a part of the way works, but as a fallback"},
            {3, 0}},
};

/// How long after the onset each drawn window was cut off; a file of format 2.0 does not say.
struct EachValue {
  std::string_view name;
  Label label;
};
inline constexpr EachValue capped_windows = {
    "window_capped_s", {"s", "onset to the end of a window that was cut off; NaN: it was not"}};

/// Timelines of single replications, their bins one after another.
struct EachTimeline {
  std::string_view name, row;  ///< `row` says of which replication a bin is
  Label label;
};
inline constexpr EachTimeline each_timeline = {
    "timeline",
    "timeline_row",
    {"1", "flows over the bin and levels at its end, of single replications"}};

inline constexpr Scales summary_along = scales("timeline_bin", "centre", "timeline_count");
inline constexpr Scales summary_of_all_along = scales("timeline_bin", "timeline_count");

using Summary = Column<TimelineSummary::World, std::vector<float>>;

inline constexpr std::tuple timeline_columns = {
    Summary{"timeline_mean", &TimelineSummary::World::mean, {"1", "mean over replications"}},
    Summary{"timeline_p5", &TimelineSummary::World::p5, {"1", "5th percentile over replications"}},
    Summary{"timeline_p50", &TimelineSummary::World::p50, {"1", "median over replications"}},
    Summary{
        "timeline_p95", &TimelineSummary::World::p95, {"1", "95th percentile over replications"}},
};

inline constexpr std::tuple timeline_of_all_columns = {
    Summary{"timeline_all_mean",
            &TimelineSummary::World::mean,
            {"1", "all centres together, mean over replications"}},
    Summary{"timeline_all_p5",
            &TimelineSummary::World::p5,
            {"1", "all centres together, 5th percentile over replications"}},
    Summary{"timeline_all_p50",
            &TimelineSummary::World::p50,
            {"1", "all centres together, median over replications"}},
    Summary{"timeline_all_p95",
            &TimelineSummary::World::p95,
            {"1", "all centres together, 95th percentile over replications"}},
};

using PairedCounts = Stacked<Paired, CountList>;

inline constexpr std::tuple paired_arrays = {
    PairedCounts{"newly_lost",
                 &Paired::newly_lost,
                 scales("region", "discipline"),
                 {"1", "genuine callers lost here and not in the twin"}},
    PairedCounts{"newly_saved",
                 &Paired::newly_saved,
                 scales("region", "discipline"),
                 {"1", "genuine callers lost in the twin and not here"}},
    PairedCounts{"late",
                 &Paired::late,
                 scales("region", "discipline"),
                 {"1", "genuine callers answered later than in the twin"},
                 {2, 3}},
    PairedCounts{"late_help",
                 &Paired::late_help,
                 scales("region", "discipline"),
                 {"1", "genuine callers whose first unit is alerted later than in the twin"},
                 {3, 0}},
    PairedCounts{"touched",
                 &Paired::touched,
                 scales("region", "discipline"),
                 {"1", "1: an effect touches its way to answer or dispatch"},
                 {3, 0}},
    PairedCounts{"answer_delay",
                 &Paired::answer_delay,
                 scales("discipline", "delay_bin"),
                 {"1", "genuine callers of the time of the effects by answer delay"},
                 {3, 0}},
    PairedCounts{"answer_delay_twin",
                 &Paired::answer_delay_twin,
                 scales("discipline", "delay_bin"),
                 {"1", "the same callers in the twin"},
                 {3, 0}},
    PairedCounts{"help_delay",
                 &Paired::help_delay,
                 scales("discipline", "delay_bin"),
                 {"1", "genuine callers of the time of the effects by time to the first alert"},
                 {3, 0}},
    PairedCounts{"help_delay_twin",
                 &Paired::help_delay_twin,
                 scales("discipline", "delay_bin"),
                 {"1", "the same callers in the twin"},
                 {3, 0}},
    Stacked<Paired, std::vector<double>>{
        "recover_centre_s",
        &Paired::recover_centre_s,
        scales("centre"),
        {"s", "onset to recovered service, of the centre's regions"},
        {3, 0}},
};

/// A number of every pairing.
template <class T>
struct EachPaired {
  std::string_view name;
  T Paired::*member;
  Label label;
  Version since = {};
};

inline constexpr std::tuple paired_numbers = {
    EachPaired<std::uint32_t>{"newly_unreached",
                              &Paired::newly_unreached,
                              {"1", "callers unreached here and not in the twin"}},
    EachPaired<double>{"onset_s", &Paired::onset_s, {"s", "begin of the first effect"}},
    EachPaired<double>{"window_s",
                       &Paired::window_s,
                       {"s", "begin of the first effect to the end of the window"},
                       {3, 0}},
    EachPaired<double>{
        "recover_s", &Paired::recover_s, {"s", "onset to recovered service, of the touched part"}},
    EachPaired<double>{"recover_nation_s",
                       &Paired::recover_nation_s,
                       {"s", "onset to recovered service, of the nation"},
                       {3, 0}},
};

template <class T>
using OutageColumn = Column<ComponentInterval, T>;

inline constexpr std::tuple outage_columns = {
    OutageColumn<std::uint32_t>{
        "component", &ComponentInterval::component, {"1", "row of /component"}},
    OutageColumn<double>{"from_s", &ComponentInterval::from_s, {"s", "stopped working"}},
    OutageColumn<double>{"to_s", &ComponentInterval::to_s, {"s", "works again"}},
};

using EpisodeIndex = Column<Episode, std::uint32_t>;
using EpisodeTime = Column<Episode, double>;

inline constexpr std::tuple episode_columns = {
    EpisodeIndex{"centre", &Episode::centre, {"1", "row of /centre that lost its function"}},
    EpisodeIndex{
        "partner", &Episode::partner, {"1", "row of /centre that took over; 2^32-1: none"}},
    EpisodeIndex{"failed_switches", &Episode::failed_switches, {"1", "switches that failed"}},
    EpisodeIndex{"answered", &Episode::answered, {"1", "calls answered by others meanwhile"}},
    EpisodeTime{"onset_s", &Episode::onset_s, {"s", "function lost"}},
    EpisodeTime{"detected_s", &Episode::detected_s, {"s", "somebody who can act knows"}},
    EpisodeTime{"decided_s", &Episode::decided_s, {"s", "takeover decided"}},
    EpisodeTime{"switched_s", &Episode::switched_s, {"s", "calls go to the partner"}},
    EpisodeTime{"relocated_s", &Episode::relocated_s, {"s", "own staff works elsewhere"}},
    EpisodeTime{"repaired_s", &Episode::repaired_s, {"s", "function works again"}},
    EpisodeTime{"verified_s", &Episode::verified_s, {"s", "repair verified"}},
    EpisodeTime{"returned_s", &Episode::returned_s, {"s", "calls are back at the centre"}},
};

using LossIndex = Column<Loss, std::uint32_t>;
using LossTime = Column<Loss, double>;

/// Since 3.0.
inline constexpr std::tuple loss_columns = {
    LossIndex{"centre", &Loss::centre, {"1", "row of /centre whose people could not work"}},
    LossIndex{"stage", &Loss::stage, {"1", "row of /stage at which"}},
    LossIndex{"discipline", &Loss::discipline, {"1", "row of /discipline for which"}},
    LossIndex{"sent", &Loss::sent, {"1", "persons whom a takeover sent to others"}},
    LossIndex{"answered", &Loss::answered, {"1", "of these, those who were answered there"}},
    LossTime{"onset_s", &Loss::onset_s, {"s", "they could not any more"}},
    LossTime{
        "elsewhere_s", &Loss::elsewhere_s, {"s", "its calls go to somebody on duty elsewhere"}},
    LossTime{"repaired_s", &Loss::repaired_s, {"s", "they can again"}},
};

/// The end of each replication, since 3.0.
inline constexpr EachValue seen_until = {
    "seen_until_s", {"s", "end of the replication: what came later was not seen"}};

using CourseIndex = Column<CourseEvent, std::uint32_t>;
using CourseNumber = Column<CourseEvent, double>;

inline constexpr std::tuple course_columns = {
    CourseNumber{"t_s", &CourseEvent::t_s, {"s", "time of the event"}},
    Column<CourseEvent, CourseKind>{"kind", &CourseEvent::kind, {"1", "row of /course_kind"}},
    CourseIndex{"subject", &CourseEvent::subject, {"1", "row of the dimension that kind implies"}},
    CourseIndex{"object", &CourseEvent::object, {"1", "row of the dimension that kind implies"}},
    CourseNumber{"number", &CourseEvent::number, {"1", "what kind says about it"}},
    CourseIndex{"waiting", &CourseEvent::waiting, {"1", "calls waiting, all stages"}},
    CourseIndex{"answered", &CourseEvent::answered, {"1", "calls answered so far, all stages"}},
    CourseIndex{"failed", &CourseEvent::failed, {"1", "attempts failed so far, all stages"}},
};

template <class T>
using CallColumn = Column<CallRow, T>;
using CallTime = CallColumn<double>;
using CallNumber = CallColumn<std::uint32_t>;
using CallFlag = CallColumn<std::uint8_t>;

inline constexpr std::string_view calls_note = "synthetische melders";

/// Only in a file whose study was asked for single callers.
inline constexpr std::tuple call_columns = {
    CallTime{"first_attempt_s", &CallRow::first_attempt_s, {"s", "first dial"}},
    CallTime{"answered_s", &CallRow::answered_s, {"s", "first answer by anybody on 112"}},
    CallTime{"contact_s", &CallRow::contact_s, {"s", "first contact with the right discipline"}},
    CallTime{"answer_delay_s",
             &CallRow::answer_delay_s,
             {"s", "first dial to contact, less conversation; infinite: never"}},
    CallNumber{"region", &CallRow::region, {"1", "row of /region"}},
    CallNumber{"discipline", &CallRow::discipline, {"1", "row of /discipline that was meant"}},
    CallNumber{"kind", &CallRow::kind, {"1", "row of /kind"}},
    CallNumber{"centre", &CallRow::centre, {"1", "row of /centre with contact; 2^32-1: none"}},
    CallNumber{"attempts", &CallRow::attempts, {"1", "dials"}},
    CallColumn<CallerCount>{
        "final_state", &CallRow::final_state, {"1", "row of /caller_count: how it ended"}},
    CallFlag{"urgent", &CallRow::urgent, {"1", "1: urgent"}},
    CallFlag{"genuine", &CallRow::genuine, {"1", "1: needs help"}},
    CallFlag{"lost", &CallRow::lost, {"1", "1: counted as lost"}},
    CallFlag{"unreached", &CallRow::unreached, {"1", "1: counted as unreached"}},
};

template <class Record, class T>
struct Attribute {
  std::string_view name;
  T Record::*member;
  Version since = {};
};

using TextAttribute = Attribute<Provenance, std::string>;
using CountAttribute = Attribute<Provenance, std::uint64_t>;
using AmountAttribute = Attribute<Provenance, double>;

inline constexpr std::tuple provenance_attributes = {
    TextAttribute{"scenario", &Provenance::scenario},
    TextAttribute{"scenario_name", &Provenance::scenario_name},
    TextAttribute{"world_name", &Provenance::world_name},
    TextAttribute{"world_as_of", &Provenance::world_as_of},
    TextAttribute{"rubricering", &Provenance::rubricering},
    TextAttribute{"version", &Provenance::version},
    TextAttribute{"commit", &Provenance::commit},
    TextAttribute{"command", &Provenance::command},
    TextAttribute{"start_local", &Provenance::start_local},
    TextAttribute{"zone", &Provenance::zone},
    CountAttribute{"seed", &Provenance::seed},
    CountAttribute{"replications_asked", &Provenance::replications_asked},
    CountAttribute{"parameters", &Provenance::parameters},
    CountAttribute{"parameters_assumed", &Provenance::parameters_assumed},
    AmountAttribute{"warm_up_s", &Provenance::warm_up_s},
    AmountAttribute{"end_s", &Provenance::end_s},
    AmountAttribute{"drain_s", &Provenance::drain_s},
    AmountAttribute{"lost_after_s", &Provenance::lost_after_s},
    AmountAttribute{"delayed_after_s", &Provenance::delayed_after_s},
    AmountAttribute{"norm_s", &Provenance::norm_s},
};

/// Also attributes of the provenance; files before 2.2 have none of these.
inline constexpr std::tuple added_provenance_attributes = {
    TextAttribute{"precision", &Provenance::precision},
    CountAttribute{"definitions", &Provenance::definitions},
};
inline constexpr std::tuple ending_attributes = {
    Attribute<Ending, std::uint64_t>{"interrupted", &Ending::interrupted},
    Attribute<Ending, std::uint64_t>{"precision_reached", &Ending::precision_reached},
};

using RowText = Attribute<RowLabels, std::string>;
using RowCount = Attribute<RowLabels, std::uint64_t>;
using RowAmount = Attribute<RowLabels, double>;

/// Also attributes of the provenance.
inline constexpr std::tuple row_attributes = {
    RowText{"threat", &RowLabels::threat},
    RowText{"threat_nl", &RowLabels::threat_nl},
    RowText{"threat_en", &RowLabels::threat_en},
    RowText{"target", &RowLabels::target},
    RowText{"package", &RowLabels::package},
    RowText{"plan", &RowLabels::plan},
    RowText{"background", &RowLabels::background, {3, 1}},
    RowText{"onset_rule", &RowLabels::onset_rule},
    RowText{"duration", &RowLabels::duration},
    RowText{"varied", &RowLabels::varied},
    RowCount{"draw", &RowLabels::draw},
    RowText{"role", &RowLabels::role},
    RowText{"likelihood_basis", &RowLabels::likelihood_basis},
    RowText{"duration_basis", &RowLabels::duration_basis},
    RowText{"origin", &RowLabels::origin},
    RowText{"actors", &RowLabels::actors},
    RowText{"cia", &RowLabels::cia},
    RowText{"voorzieningen", &RowLabels::voorzieningen},
    RowCount{"likelihood_class", &RowLabels::likelihood_class},
    RowAmount{"likelihood_rate_per_y", &RowLabels::likelihood_rate_per_y},
    RowAmount{"target_share", &RowLabels::target_share},
    RowCount{"duration_cases", &RowLabels::duration_cases},
    RowCount{"incidents", &RowLabels::incidents},
    RowCount{"incidents_checked", &RowLabels::incidents_checked},
};

/// A name of the dimensions and where the study has the names of its rows.
struct NamedRows {
  const char* scale;
  std::vector<std::string> Dimensions::*member;
  Label label;
};

inline constexpr std::array<NamedRows, 10> named_rows = {{
    {"region", &Dimensions::regions, {"", "region where the caller is"}},
    {"discipline", &Dimensions::disciplines, {"", "discipline that the caller means"}},
    {"centre", &Dimensions::centres, {"", "place where calls are answered"}},
    {"stage", &Dimensions::stages, {"", "stage of the chain"}},
    {"group", &Dimensions::groups, {"", "people of one role at one centre"}},
    {"component", &Dimensions::components, {"", "technical component"}},
    {"effect", &Dimensions::effects, {"", "effect of a threat"}},
    {"channel", &Dimensions::channels, {"", "other channel than 112"}},
    {"kind", &Dimensions::kinds, {"", "kind of caller"}},
    {"other_work", &Dimensions::other_work, {"", "flow of jobs that are no 112 call"}},
}};

/// What is said of the rows of a dimension.
template <class T>
struct Description {
  std::string_view name, of;
  std::vector<T> Dimensions::*member;
  Label label;
};
using NameOf = Description<std::string>;
using DegreesOf = Description<double>;

inline constexpr std::tuple descriptions = {
    NameOf{"region_name", "region", &Dimensions::region_names, {"", "name"}},
    NameOf{"discipline_name", "discipline", &Dimensions::discipline_names, {"", "name"}},
    NameOf{"centre_name", "centre", &Dimensions::centre_names, {"", "name"}},
    DegreesOf{"centre_latitude",
              "centre",
              &Dimensions::centre_latitudes,
              {"degree", "latitude of the city"}},
    DegreesOf{"centre_longitude",
              "centre",
              &Dimensions::centre_longitudes,
              {"degree", "longitude of the city"}},
    NameOf{"group_name", "group", &Dimensions::group_names, {"", "name of the role"}},
    NameOf{"group_disciplines",
           "group",
           &Dimensions::group_disciplines,
           {"", "disciplines that it answers for"}},
    NameOf{"component_name", "component", &Dimensions::component_names, {"", "name"}},
    NameOf{"component_voorziening",
           "component",
           &Dimensions::component_voorzieningen,
           {"", "voorziening or supplier that it belongs to"}},
    NameOf{
        "component_needs", "component", &Dimensions::component_needs, {"", "what it cannot miss"}},
    NameOf{"function_name", "function", &Dimensions::function_names, {"", "name"}},
    NameOf{"function_needs", "function", &Dimensions::function_needs, {"", "what it cannot miss"}},
};

/// Calls `use` with every row of a table.
template <class Table, class Use>
void for_each(const Table& table, Use use) {
  std::apply([&](const auto&... row) { (use(row), ...); }, table);
}

}  // namespace results
