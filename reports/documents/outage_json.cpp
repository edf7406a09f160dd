#include "reports/documents/outage_json.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "reports/documents/document_keys.hpp"
#include "results/names.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using analysis::CentreState;
using analysis::Curve;
using analysis::Curves;
using analysis::PossibleCourse;
using json = nlohmann::ordered_json;
using results::Episode;

constexpr std::size_t most_listed = 80;  // episodes and outages of one course

json rounded(double value, double unit) {
  if (!std::isfinite(value))
    return nullptr;
  const double steps = std::round(value / unit);
  return unit >= 1 ? json(static_cast<std::int64_t>(steps * unit)) : json(steps / (1 / unit));
}

/// A number once when all are the same.
template <class Values, class Write>
json packed(const Values& values, Write write) {
  json out = json::array();
  for (const auto& value : values)
    out.push_back(write(value));
  const bool same = std::ranges::all_of(out, [&](const json& one) { return one == out.front(); });
  return same && !out.empty() ? out.front() : out;
}

json packed(const std::vector<double>& values) {
  return packed(values, [](double value) { return rounded(value, value < 100 ? 0.1 : 1); });
}

/// A twin that is told like the mean is called that.
json json_of(const Curve& curve) {
  const json mean = packed(curve.mean), twin = packed(curve.twin);
  return {{"mean", mean},
          {"p5", packed(curve.p5)},
          {"p95", packed(curve.p95)},
          {"twin", twin == mean && mean.is_array() ? json("mean") : twin}};
}

json json_of(const Curves& curves) {
  json out;
  for (std::size_t i = 0; i < curves.size(); ++i)
    out[std::string(results::names<results::TimelineCount>[static_cast<std::size_t>(
        analysis::told_counts[i])])] = json_of(curves[i]);
  return out;
}

json json_of(const analysis::Estimate& estimate) {
  return {{"mean", rounded(estimate.mean, 0.1)},
          {"p5", rounded(estimate.p5, 0.1)},
          {"p95", rounded(estimate.p95, 0.1)}};
}

/// All, or of more than so many the medians of so many equal parts: the dots of a loss curve.
constexpr std::size_t most_courses = 50;

std::vector<const analysis::ShortCourse*> told_of(const std::vector<analysis::ShortCourse>& all) {
  std::vector<double> places;
  for (std::size_t place = 0; place < all.size(); ++place)
    places.push_back(static_cast<double>(place));
  std::vector<const analysis::ShortCourse*> out;
  const std::size_t told = std::min(most_courses, all.size());
  for (std::size_t part = 0; part < told; ++part) {
    const double share = (static_cast<double>(part) + 0.5) / static_cast<double>(told);
    out.push_back(&all[static_cast<std::size_t>(analysis::order_statistic(places, share))]);
  }
  return out;
}

/// A centre's curves are told when it differs from the twin by this much in some bin: half a call.
constexpr double noticed = 0.5;

bool is_touched(const Curves& curves) {
  return std::ranges::any_of(curves, [](const Curve& curve) {
    for (std::size_t i = 0; i < curve.twin.size(); ++i)
      if (std::fabs(curve.mean[i] - curve.twin[i]) >= noticed)
        return true;
    return false;
  });
}

char letter_of(CentreState state) {
  switch (state) {
    case CentreState::unanswered:
      return 'x';
    case CentreState::elsewhere:
      return 'o';
    case CentreState::losing:
      return 'l';
    case CentreState::pressed:
      return 'p';
    default:
      return '.';
  }
}

std::string letters(const std::vector<CentreState>& states) {
  std::string out;
  for (const CentreState state : states)
    out += letter_of(state);
  return out;
}

class Writer {
public:
  Writer(const results::Study& study, const analysis::OutageStory& story)
      : study_(study), names_(study.dimensions), story_(story) {}

  json edges() const {
    const analysis::StoryAxis& axis = story_.timeline.axis;
    json out = json::array();
    for (const std::size_t edge : axis.edges)
      out.push_back(minutes(static_cast<double>(edge) * axis.bin_s - axis.onset_s));
    return out;
  }

  json centres() const {
    json out = json::array();
    for (std::size_t i = 0; i < names_.centres.size(); ++i) {
      out.push_back({{"id", names_.centres[i]}, {"name", name_of(names_.centre_names, i)}});
      if (i < names_.centre_latitudes.size())
        out.back().update({{"latitude", rounded(names_.centre_latitudes[i], 0.001)},
                           {"longitude", rounded(names_.centre_longitudes[i], 0.001)}});
    }
    return out;
  }

  json regions() const {
    json out = json::array();
    for (std::size_t i = 0; i < names_.regions.size(); ++i)
      out.push_back({{"id", names_.regions[i]},
                     {"name", name_of(names_.region_names, i)},
                     {"centre", row_or_null(names_.region_centre[i])}});
    return out;
  }

  json disciplines() const {
    json out = json::array();
    for (std::size_t i = 0; i < names_.disciplines.size(); ++i)
      out.push_back({{"id", names_.disciplines[i]}, {"name", name_of(names_.discipline_names, i)}});
    return out;
  }

  json curves() const {
    json of_centres = json::array();
    for (const Curves& curves : story_.timeline.centres)
      of_centres.push_back(is_touched(curves) ? json_of(curves) : json());
    return {{"all", json_of(story_.timeline.all)}, {"centres", of_centres}};
  }

  json moments() const {
    json out = json::array();
    for (const analysis::Moment& moment : story_.moments)
      out.push_back({{"name", moment.name},
                     {"n", moment.n},
                     {"of", moment.of},
                     {"not_needed", moment.not_needed},
                     {"p5", minutes(moment.p5_s)},
                     {"p50", minutes(moment.p50_s)},
                     {"p95", minutes(moment.p95_s)},
                     {"later_than", minutes(moment.later_than_s)}});
    return out;
  }

  json courses() const {
    json out = json::array();
    for (const PossibleCourse& course : story_.courses) {
      json states = json::array();
      for (const auto& of_centre : course.states)
        states.push_back(letters(of_centre));
      out.push_back({{"rule", course.rule},
                     {"replication", course.replication},
                     {"extra_lost", course.extra_lost},
                     {"episodes", episodes(course)},
                     {"outages", outages(course, names_.component_voorzieningen)},
                     {"components", outages(course, names_.component_names)},
                     {"states", states},
                     {"waiting", counts(course.waiting)},
                     {"failed", counts(course.failed)}});
    }
    return out;
  }

  json rooms() const {
    json out = json::array();
    for (const analysis::ReceivingRoom& room : story_.rooms) {
      json short_min;
      for (std::size_t i = 0; i < room.short_min.size(); ++i)
        if (names_.discipline_modelled[i])
          short_min[names_.disciplines[i]] = json_of(room.short_min[i]);
      out.push_back({{"centre", room.centre},
                     {"received", rounded(room.received.share, 0.001)},
                     {"answered", json_of(room.answered)},
                     {"short_min", short_min}});
    }
    return out;
  }

  json answers() const {
    json of = json::array();
    const auto share = [](double value) { return rounded(value, 0.0001); };
    for (const analysis::AnswerTimes& times : story_.answers)
      of.push_back({{"of", times.of},
                    {"n", times.n},
                    {"world", packed(times.world, share)},
                    {"twin", packed(times.twin, share)}});
    return {
        {"times_s", analysis::told_times_s},
        {"norm_s", study_.provenance.norm_s},
        {"delayed_after_s", study_.provenance.delayed_after_s},
        {"lost_after_s", study_.provenance.lost_after_s},
        {"within_norm",
         {{"world", share(story_.within_norm.world)}, {"twin", share(story_.within_norm.twin)}}},
        {"of", of}};
  }

  json tail() const {
    json common = json::array(), courses = json::array();
    for (const analysis::CommonFact& fact : story_.tail.common)
      common.push_back({{"fact", fact.name}, {"worst", fact.worst}, {"others", fact.others}});
    for (const analysis::ShortCourse* const one : told_of(story_.tail.courses))
      courses.push_back({one->replication, rounded(one->lost_callers, 1), minutes(one->detected_s),
                         minutes(one->decided_s), minutes(one->switched_s),
                         minutes(one->repaired_s), minutes(one->returned_s), one->failed_switches,
                         one->lost_rooms, row_or_null(one->partner)});
    return {{"of", story_.tail.courses.size()},
            {"worst", story_.tail.worst},
            {"common", common},
            {"courses", courses}};
  }

  json failed() const {
    if (story_.failed.parts.empty())
      return nullptr;
    json parts = json::array();
    for (const analysis::FailedPart& part : story_.failed.parts)
      parts.push_back({{"name", part.name},
                       {"owner", part.owner},
                       {"function", part.function},
                       {"centres", part.centres},
                       {"from", minutes(part.from_s - story_.courses.front().onset_s)}});
    return {{"parts", parts}, {"links", story_.failed.links}};
  }

private:
  static json minutes(double seconds) { return rounded(seconds / 60, 0.1); }

  static json row_or_null(std::uint32_t row) {
    return row == std::numeric_limits<std::uint32_t>::max() ? json() : json(row);
  }

  static json counts(const std::vector<std::vector<std::uint32_t>>& of_centres) {
    json out = json::array();
    for (const auto& of_bins : of_centres)
      out.push_back(packed(of_bins, [](std::uint32_t value) { return json(value); }));
    return out;
  }

  /// Studies that were made without a world have no names.
  json name_of(const std::vector<std::string>& names, std::size_t row) const {
    return row < names.size() ? json(names[row]) : json();
  }

  json episodes(const PossibleCourse& course) const {
    json out = json::array();
    for (const Episode& episode : course.episodes) {
      if (out.size() == most_listed)
        break;
      json times = json::array();
      for (const auto time : {&Episode::onset_s, &Episode::detected_s, &Episode::decided_s,
                              &Episode::switched_s, &Episode::relocated_s, &Episode::repaired_s,
                              &Episode::verified_s, &Episode::returned_s})
        times.push_back(minutes(episode.*time - course.onset_s));
      out.push_back({{"centre", episode.centre},
                     {"partner", row_or_null(episode.partner)},
                     {"failed_switches", episode.failed_switches},
                     {"answered", episode.answered},
                     {"times", times}});
    }
    return out;
  }

  /// When something of that name did not work.
  struct Interval {
    std::string what;
    double from_s, to_s;
  };
  static json outages(const PossibleCourse& course, const std::vector<std::string>& names) {
    std::vector<Interval> intervals;
    for (const results::ComponentInterval& outage : course.outages)
      if (outage.component < names.size())
        intervals.push_back({names[outage.component], outage.from_s, outage.to_s});
    std::ranges::stable_sort(intervals, [](const Interval& a, const Interval& b) {
      return std::tie(a.what, a.from_s) < std::tie(b.what, b.from_s);
    });
    std::vector<Interval> joined;
    for (const Interval& interval : intervals) {
      if (!joined.empty() && joined.back().what == interval.what &&
          interval.from_s <= joined.back().to_s)
        joined.back().to_s = std::max(joined.back().to_s, interval.to_s);
      else
        joined.push_back(interval);
    }
    std::ranges::stable_sort(joined, {}, &Interval::from_s);
    json out = json::array();
    for (const Interval& interval : joined)
      if (out.size() < most_listed)
        out.push_back({interval.what, minutes(interval.from_s - course.onset_s),
                       minutes(interval.to_s - course.onset_s)});
    return out;
  }

  const results::Study& study_;
  const results::Dimensions& names_;
  const analysis::OutageStory& story_;
};

JsonKeys course_keys() {
  const auto episode = {"centre", "partner", "failed_switches", "answered", "times"};
  return {board("rule"),         board("replication"),
          board("extra_lost"),   board("episodes", each(episode)),
          board("outages"),  // without the names of suppliers: reports/page/audience.cpp
          analyst("components"), board("states"),
          board("waiting"),      board("failed")};
}

}  // namespace

nlohmann::ordered_json outage_json(const results::Study& study,
                                   const analysis::OutageStory& story) {
  const Writer writer(study, story);
  const analysis::StoryAxis& axis = story.timeline.axis;
  return {{"schema", name_of(results::Schema::outage)},
          {"replications", study.replications.size()},
          {"bin_min", axis.bin_s / 60},
          {"edges", writer.edges()},
          {"reached", packed(story.timeline.reached,
                             [](std::uint32_t replications) { return json(replications); })},
          {"states",
           {{"losing_least", analysis::losing_least},
            {"losing_share", analysis::losing_share},
            {"pressed_share", analysis::pressed_share}}},
          {"centres", writer.centres()},
          {"regions", writer.regions()},
          {"disciplines", writer.disciplines()},
          {"moments", writer.moments()},
          {"recovery_of", analysis::recovery_is_of_touched(study) ? "touched" : "nation"},
          {"curves", writer.curves()},
          {"courses", writer.courses()},
          {"rooms", writer.rooms()},
          {"answers", writer.answers()},
          {"tail", writer.tail()},
          {"failed", writer.failed()}};
}

/// No people on duty, components, or what hangs on what.
JsonKeys outage_keys(const std::set<std::string>& disciplines) {
  const JsonKeys spread = {board("mean"), board("p5"), board("p95")};
  const JsonKeys curve = joined(spread, {board("twin")});
  JsonKeys curves;
  for (const auto count : analysis::told_counts)
    curves.push_back(
        {std::string(results::names<results::TimelineCount>[static_cast<std::size_t>(count)]),
         count == results::TimelineCount::on_duty ? Reader::analyst : Reader::board, curve});
  return {board("schema"),
          board("replications"),
          board("bin_min"),
          board("edges"),
          board("reached"),
          board("states", each(std::array{"losing_least", "losing_share", "pressed_share"})),
          board("centres", each(std::array{"id", "name", "latitude", "longitude"})),
          board("regions", each(std::array{"id", "name", "centre"})),
          board("disciplines", each(std::array{"id", "name"})),
          board("recovery_of"),
          board("moments", each(std::array{"name", "n", "of", "not_needed", "p5", "p50", "p95",
                                           "later_than"})),
          board("curves", {board("all", curves), board("centres", curves)}),
          board("courses", course_keys()),
          board("rooms", {board("centre"), board("received"), board("answered", spread),
                          board("short_min", each(disciplines, spread))}),
          board("answers",
                {board("times_s"), board("norm_s"), board("delayed_after_s"), board("lost_after_s"),
                 board("within_norm", each(std::array{"world", "twin"})),
                 board("of", each(std::array{"of", "n", "world", "twin"}))}),
          board("tail",
                {board("of"), board("worst"),
                 board("common", each(std::array{"fact", "worst", "others"})), board("courses")}),
          analyst("failed")};
}

}  // namespace reports
