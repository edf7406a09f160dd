#include "reports/fields/totals.hpp"

namespace reports {
namespace {

using analysis::ExceedanceRow;
using analysis::Extent;
using analysis::PackageTotal;
using analysis::TailRisk;

constexpr auto extent_table = std::to_array<Field<Extent>>({
    board("partial", [](const Extent& one) { return one.partial(); }, {"then the exit code is 5"}),
    board<&Extent::asked>("replications_asked", {"over all rows of the files"}),
    board<&Extent::finished>("replications", {"of these, those that are there"}),
    board<&Extent::rows>("rows", {"of the files"}),
    board<&Extent::empty_rows>("rows_without", {"without any replication"}),
});
static_assert(are_sound<Extent>(extent_table));

constexpr auto curve_table = std::to_array<Field<ExceedanceRow>>({
    board<&ExceedanceRow::callers>("lost_callers", {"in a year, at least"}),
    board<&ExceedanceRow::aep>(
        "aep",
        {"probability that all events of a year together cost so many, over the frequencies and "
         "the chance in each threat's share of events"}),
    board<&ExceedanceRow::oep>("oep", {"that the worst of them does"}),
});
static_assert(are_sound<ExceedanceRow>(curve_table));

constexpr auto tail_table = std::to_array<Field<TailRisk>>({
    board<&TailRisk::level>("level", {"share of the years that are not in the tail"}),
    board<&TailRisk::var>("var",
                          {.meaning = "value at risk: null with fewer than 50 events in the tail",
                           .type = "number | null"}),
    board<&TailRisk::cvar>("cvar",
                           {.meaning = "mean of the tail; null likewise", .type = "number | null"}),
    board<&TailRisk::points>("points", {"different events in the tail"}),
});
static_assert(are_sound<TailRisk>(tail_table));

constexpr auto total_table = std::to_array<Field<PackageTotal>>({
    board<&PackageTotal::package>("package", {"of measures"}),
    board<&PackageTotal::threats>("threats", {"that it is summed over"}),
    board<&PackageTotal::either>("can_be_deliberate_too",
                                 {"of these threats, those that are deliberate at times"}),
    board<&PackageTotal::left_out>("not_counted_twice",
                                   {"rows whose target is a part of another row's"}),
    board("lost_callers_per_year", [](const PackageTotal& one) { return one.loss.expected; },
          {"of the frequencies, chance, and the parameters when they were drawn"}),
    board("of_which_chance", [](const PackageTotal& one) { return one.loss.by_chance; },
          {"of neither the frequencies nor the parameters"}),
    board("year_without_loss", [](const PackageTotal& one) { return one.loss.no_loss; },
          {"probability of a year without any extra lost caller"}),
    board("simulated_years", [](const PackageTotal& one) { return one.loss.years; },
          {"of the curve"}),
    board("curve", [](const PackageTotal& one) { return one.loss.curve; },
          {"points of the exceedance curve"}),
    board("tails", [](const PackageTotal& one) { return one.loss.tails; }, {"the worst years"}),
    board<&PackageTotal::exceedance>("exceedance_per_year",
                                     {"events a year at each point of the line"}),
});
static_assert(are_sound<PackageTotal>(total_table));

constexpr auto without_table = std::to_array<Field<PackageTotal>>({
    board<&PackageTotal::package>("package", {"of measures"}),
    board<&PackageTotal::left_out>("not_counted_twice", {"its rows"}),
});
static_assert(are_sound<PackageTotal>(without_table));

}  // namespace

Fields<Extent> Table<Extent>::fields() {
  return extent_table;
}

Fields<ExceedanceRow> Table<ExceedanceRow>::fields() {
  return curve_table;
}

Fields<TailRisk> Table<TailRisk>::fields() {
  return tail_table;
}

Fields<PackageTotal> Table<PackageTotal>::fields() {
  return total_table;
}

Fields<PackageTotal> without_total_fields() {
  return without_table;
}

}  // namespace reports
