#include "reports/fields/criteria.hpp"

namespace reports {
namespace {

using analysis::Criteria;
using analysis::ExceedancePoint;
using analysis::Level;

ByWord<analysis::Criterion, analysis::Bounds> impact(const Criteria& criteria) {
  ByWord<analysis::Criterion, analysis::Bounds> out;
  for (std::size_t i = 0; i < analysis::n_criteria; ++i)
    out.emplace_back(static_cast<analysis::Criterion>(i), criteria.impact.at(i));
  return out;
}

constexpr auto criteria_table = std::to_array<Field<Criteria>>({
    board<&Criteria::name>("name", {"of the file"}),
    board<&Criteria::version>("version", {"of the file"}),
    board("status",
          [](const Criteria& one) { return std::string(one.adopted ? "vastgesteld" : "concept"); },
          {.meaning = "whether anybody has adopted them", .type = "'concept' | 'vastgesteld'"}),
    board<&Criteria::adopted_by>("vastgesteld_door", {"by whom; empty of a concept"}),
    board<&Criteria::date>("datum", {"when; empty of a concept"}),
    board<&Criteria::decision>("besluit", {"by which decision; empty of a concept"}),
    board<&Criteria::lost_after_s>("lost_after_s", {"T_lost"}),
    analyst("file", [](const Criteria& one) { return one.input.path; }, {"where they lie"}),
    board("sha256", [](const Criteria& one) { return one.input.sha256; }, {"of the file"}),
});
static_assert(are_sound<Criteria>(criteria_table));

constexpr auto bounds_table = std::to_array<Field<Criteria>>({
    board<&Criteria::matrix>("matrix", {"level by [K - 1][I - 1]"}),
    board("impact", [](const Criteria& one) { return impact(one); },
          {"by criterion four ascending bounds; shares from 0 to 1"}),
    board<&Criteria::recovery_s>("recovery_s", {"bounds of the time to recover"}),
    board<&Criteria::recovery_raises_by>(
        "recovery_raises_by",
        {"by how many classes, at most, the time to recover raises the worst of the criteria"}),
    board<&Criteria::likelihood_per_y>("likelihood_per_y", {"bounds of K1 to K5, events a year"}),
    board<&Criteria::tolerable_class>("tolerable_class", {"the worst class that is tolerable"}),
    board<&Criteria::tolerable_share>("tolerable_share", {"of the events may be worse"}),
    board<&Criteria::stated>("stated", {"said by politicians, printed beside the line"}),
});
static_assert(are_sound<Criteria>(bounds_table));

constexpr auto class_point_table = std::to_array<Field<ExceedancePoint>>({
    board<&ExceedancePoint::callers>("lost_callers", {"extra lost callers of an event, at least"}),
    board<&ExceedancePoint::per_year>("per_year", {"events a year with so many, at most"}),
});
static_assert(are_sound<ExceedancePoint>(class_point_table));

}  // namespace

Fields<Criteria> Table<Criteria>::fields() {
  return criteria_table;
}

Fields<ExceedancePoint> Table<ExceedancePoint>::fields() {
  return class_point_table;
}

Fields<Criteria> bounds_fields() {
  return bounds_table;
}

}  // namespace reports
