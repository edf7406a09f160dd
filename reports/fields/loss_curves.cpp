#include "reports/fields/loss_curves.hpp"

namespace reports {
namespace {

using Curve = const LossCurve&;

constexpr auto loss_point_table = std::to_array<Field<LossPoint>>({
    board<&LossPoint::lost_callers>("lost_callers", {"extra, at least"}),
    board<&LossPoint::share>("share", {"of the events"}),
});
static_assert(are_sound<LossPoint>(loss_point_table));

constexpr auto loss_curve_table = std::to_array<Field<LossCurve>>({
    board("row", [](Curve one) { return one.row.row.id(); }, {"its name"}),
    board("package", [](Curve one) { return one.row.row.labels.package; }, {"of measures"}),
    board("plan", [](Curve one) { return one.row.row.labels.plan; }, {"of takeovers"}),
    board("duration", [](Curve one) { return one.row.row.labels.duration; },
          {"as it was asked for; empty: the catalogue's"}),
    analyst("varied", [](Curve one) { return one.row.row.labels.varied; },
            {"what `--set` set; a board gets no such curve"}),
    board<&LossCurve::points>("points", {"to the first that no event reaches"}),
    board<&LossCurve::dots>("dots",
                            {"extra lost callers, ascending: of each replication, or of more than "
                             "50 the medians of 50 equal parts"}),
});
static_assert(are_sound<LossCurve>(loss_curve_table));

}  // namespace

Fields<LossPoint> Table<LossPoint>::fields() {
  return loss_point_table;
}

Fields<LossCurve> Table<LossCurve>::fields() {
  return loss_curve_table;
}

}  // namespace reports
