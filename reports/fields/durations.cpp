#include "reports/fields/durations.hpp"

namespace reports {
namespace {

using analysis::DurationCurve;
using analysis::DurationPoint;

constexpr auto duration_point_table = std::to_array<Field<DurationPoint>>({
    board<&DurationPoint::duration_s>("duration_s", {"of the outage"}),
    board<&DurationPoint::events>("n", {"events"}),
    board<&DurationPoint::lost>("lost_callers", {"extra, per event"}),
    board<&DurationPoint::median_class>("median_class", {"that half of the events do not exceed"}),
    analyst("capped", [](const DurationPoint&) { return Group{}; },
            {"events whose window is shorter than the outage asks for"}),
    analyst<&DurationPoint::capped>("capped.events", {"how many"}),
    analyst<&DurationPoint::capped_s>(
        "capped.after_s",
        {.meaning = "when they ended; null without any", .type = "number | null"}),
    board<&DurationPoint::over>("over_tolerable_class",
                                {"events above the class that the criteria tolerate"}),
});
static_assert(are_sound<DurationPoint>(duration_point_table));

constexpr auto duration_curve_table = std::to_array<Field<DurationCurve>>({
    board<&DurationCurve::row>("row", {"its name"}),
    board<&DurationCurve::package>("package", {"of measures"}),
    board<&DurationCurve::voorzieningen>("voorzieningen", {"those that it touches"}),
    board<&DurationCurve::points>("points", {"shortest first"}),
    board<&DurationCurve::longest_s>("longest_tolerable_s",
                                     {"the longest tolerable outage that was simulated; null when "
                                      "not even the shortest is tolerable"}),
    board<&DurationCurve::longest_shown_s>(
        "longest_shown_tolerable_s",
        {"the longest for which the intervals show it; null likewise"}),
});
static_assert(are_sound<DurationCurve>(duration_curve_table));

}  // namespace

Fields<DurationPoint> Table<DurationPoint>::fields() {
  return duration_point_table;
}

Fields<DurationCurve> Table<DurationCurve>::fields() {
  return duration_curve_table;
}

}  // namespace reports
