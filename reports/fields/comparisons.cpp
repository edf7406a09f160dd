#include "reports/fields/comparisons.hpp"

namespace reports {
namespace {

using analysis::BreakEven;
using analysis::Difference;
using analysis::Disagreement;
using analysis::Effect;
using analysis::PackageEffect;
using analysis::Together;

constexpr auto disagreement_table = std::to_array<Field<Disagreement>>({
    board<&Disagreement::row>("row", {"its name"}),
    board<&Disagreement::package>("package", {"of measures"}),
    board("classes", [](const Disagreement& one) { return std::pair(one.here, one.there); },
          {"shares of I1 to I5, here and there"}),
    board("level",
          [](const Disagreement& one) { return std::pair(one.level_here, one.level_there); },
          {"here and there; null without a frequency"}),
});
static_assert(are_sound<Disagreement>(disagreement_table));

constexpr auto effect_table = std::to_array<Field<Effect>>({
    board<&Effect::row>("row", {"its name"}),
    board<&Effect::package>("package", {"of measures"}),
    board<&Effect::lost>("lost_callers", {"difference from package current, per event"}),
    board<&Effect::per_year>("lost_callers_per_year",
                             {"the same a year; none without a frequency"}),
});
static_assert(are_sound<Effect>(effect_table));

constexpr auto package_table = std::to_array<Field<PackageEffect>>({
    board<&PackageEffect::package>("package", {"of measures"}),
    board<&PackageEffect::threats>("rows", {"that it was tried on"}),
    board<&PackageEffect::per_event>("lost_callers",
                                     {"sum of the differences from package current"}),
    board<&PackageEffect::per_year>("lost_callers_per_year", {"the same a year"}),
    board<&PackageEffect::tied>("tied_with_package_before",
                                {"not to be told apart from the one before"}),
});
static_assert(are_sound<PackageEffect>(package_table));

constexpr auto break_even_table = std::to_array<Field<BreakEven>>({
    board<&BreakEven::package>("package", {"whose effect is assumed"}),
    board<&BreakEven::threats>("rows", {"that it was tried on"}),
    board<&BreakEven::once_in_years>(
        "once_in_years",
        {"how seldom its events may be for it to take off one lost caller a year"}),
    board("share_of_effect", [](const BreakEven& one) { return one.share_of_effect.value; },
          {"that it needs for the same; null where its gain a year is not told from none"}),
    board<&BreakEven::share_of_effect>("share_of_effect_interval",
                                       {"the same, with the interval of its gain a year"}),
});
static_assert(are_sound<BreakEven>(break_even_table));

constexpr auto together_table = std::to_array<Field<Together>>({
    board<&Together::row>("row", {"its name"}),
    board<&Together::first>("first", {"of two measures"}),
    board<&Together::second>("second", {"of two measures"}),
    board<&Together::more_than_sum>("more_than_sum",
                                    {"above zero: they help less together than each by itself"}),
});
static_assert(are_sound<Together>(together_table));

}  // namespace

nlohmann::ordered_json Shape<Difference>::json(const Difference& difference, Language) {
  nlohmann::ordered_json out = interval_json(difference.by);
  out["paired"] = difference.paired;
  out["clear"] = difference.clear();
  return out;
}

JsonKeys Shape<Difference>::keys() {
  return joined(Shape<analysis::Interval>::keys(), {board("paired"), board("clear")});
}

Fields<Disagreement> Table<Disagreement>::fields() {
  return disagreement_table;
}

Fields<Effect> Table<Effect>::fields() {
  return effect_table;
}

Fields<PackageEffect> Table<PackageEffect>::fields() {
  return package_table;
}

Fields<BreakEven> Table<BreakEven>::fields() {
  return break_even_table;
}

Fields<Together> Table<Together>::fields() {
  return together_table;
}

}  // namespace reports
