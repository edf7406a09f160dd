#include "reports/page/public.hpp"

#include <algorithm>

#include "analysis/impact/criteria.hpp"
#include "reports/fields/impact_row.hpp"

namespace reports {
namespace {

using nlohmann::ordered_json;

PublicParts joined(PublicParts parts, const PublicParts& more) {
  parts.insert(parts.end(), more.begin(), more.end());
  return parts;
}

/// Where a member of `group` goes; none when the group is not for the board.
PublicParts* inside_of(PublicParts& parts, std::string_view group) {
  if (group.empty())
    return &parts;
  const std::size_t dot = std::min(group.find('.'), group.size());
  for (PublicPart& part : parts)
    if (part.key == group.substr(0, dot))
      return inside_of(part.inside, group.substr(std::min(dot + 1, group.size())));
  return nullptr;
}

const PublicParts interval = {{"value"}, {"ci95"}, {"method"}};
const PublicParts share = {{"share"}, {"ci95"}, {"hits"}, {"of"}};
const PublicParts incidence = {
    {"after_s"}, {"answered_elsewhere"}, {"repaired_first"}, {"nobody_yet"}};

/// Keys that are data, with the same inside.
template <class Keys>
PublicParts each(const Keys& keys, const PublicParts& inside = {}) {
  PublicParts out;
  for (const auto& key : keys)
    out.push_back({std::string(key), inside});
  return out;
}

PublicParts criteria_words() {
  PublicParts out;
  for (std::size_t i = 0; i < analysis::n_criteria; ++i)
    out.push_back({std::string(word_of(static_cast<analysis::Criterion>(i)))});
  return out;
}

/// Whether a value of a field may have the key inside, at any depth: those of intervals and shares,
/// and the words that shares are given by.
bool is_of_a_shape(std::string_view key) {
  static const PublicParts known =
      joined(joined(joined(joined(interval, share), incidence),
                    joined(criteria_words(), each(analysis::level_words))),
             {{"recovery"}, {"none"}});
  return std::ranges::find(known, key, &PublicPart::key) != known.end();
}

/// The value without keys that no shape has.
ordered_json shaped(const ordered_json& value) {
  if (!value.is_structured())
    return value;
  ordered_json out = value.is_array() ? ordered_json::array() : ordered_json::object();
  for (const auto& [key, inside] : value.items())
    if (value.is_array())
      out.push_back(shaped(inside));
    else if (is_of_a_shape(key))
      out[key] = shaped(inside);
  return out;
}

/// The fields that the board may see.
template <class Record>
PublicParts of_board(Fields<Record> fields) {
  PublicParts out;
  for (const Field<Record>& field : fields)
    if (PublicParts* const parts = inside_of(out, field.group());
        field.for_board() && !field.key().empty() && parts != nullptr)
      parts->push_back({std::string(field.name()), {}, !field.is_group()});
  return out;
}

const PublicParts difference = {{"value"}, {"ci95"}, {"method"}, {"paired"}, {"clear"}};
const PublicParts spread = {{"mean"}, {"p5"}, {"p95"}};
const PublicParts tail = {{"level"}, {"var"}, {"cvar"}, {"points"}};
const PublicParts event = {{"row"}, {"package"}, {"plan"}, {"duration"}};

/// Neither the file nor where it lies.
PublicParts criteria() {
  return {{"name"},  {"version"}, {"status"},       {"vastgesteld_door"},
          {"datum"}, {"besluit"}, {"lost_after_s"}, {"sha256"}};
}

PublicParts total() {
  const PublicParts point = {{"lost_callers"}, {"aep", interval}, {"oep", interval}};
  return {{"package"},
          {"threats"},
          {"not_counted_twice"},
          {"lost_callers_per_year", interval},
          {"of_which_chance", interval},
          {"year_without_loss"},
          {"simulated_years"},
          {"curve", point},
          {"tails", tail},
          {"exceedance_per_year", interval}};
}

/// What was published, and the outage replayed.
PublicParts past_outage() {
  return {{"year"},          {"date"},
          {"outage"},        {"name_nl"},
          {"name_en"},       {"count"},
          {"definition_nl"}, {"definition_en"},
          {"lost_callers"},  {"source"},
          {"basis"},         {"used_for_nl"},
          {"used_for_en"},   {"model", {{"replications"}, {"mean"}, {"range95"}, {"holds_count"}}}};
}

PublicParts extent() {
  return {{"partial"}, {"replications_asked"}, {"replications"}, {"rows"}, {"rows_without"}};
}

PublicParts table() {
  return {
      {"schema"},
      {"head"},
      {"extent", extent()},
      {"criteria", criteria()},
      {"rubricering"},
      {"line", {{"lost_callers"}, {"per_year"}}},
      {"annual", of_board(impact_row_fields())},
      {"conditional", of_board(impact_row_fields())},
      {"totals", total()},
      {"without_total", {{"package"}, {"not_counted_twice"}}},
      {"other_criteria",
       {{"name"}, {"sha256"}, {"disagreements", {{"row"}, {"package"}, {"classes"}, {"level"}}}}},
      {"history", past_outage()}};
}

PublicParts bounds() {
  return {{"matrix"},           {"impact", criteria_words()},
          {"recovery_s"},       {"recovery_raises_by"},
          {"likelihood_per_y"}, {"tolerable_class"},
          {"tolerable_share"},  {"stated"}};
}

PublicParts coverage() {
  const PublicParts cell = {{"analysed"}, {"simulated"}, {"recorded"}};
  return {{"schema"},
          {"rubricering"},
          {"catalogue", {{"version"}, {"status"}, {"sha256"}, {"threats"}}},
          {"simulated_threats"},
          {"programs"},
          {"worlds", {{"name"}, {"as_of"}}},
          {"rows", {{"voorziening"}, {"bbn"}, {"A", cell}, {"I", cell}, {"C", cell}}}};
}

PublicParts durations() {
  const PublicParts point = {{"duration_s"},
                             {"n"},
                             {"lost_callers", interval},
                             {"median_class"},
                             {"over_tolerable_class", share}};
  return {{"schema"},
          {"head"},
          {"curves",
           {{"row"},
            {"package"},
            {"voorzieningen"},
            {"points", point},
            {"longest_tolerable_s"},
            {"longest_shown_tolerable_s"}}}};
}

PublicParts measures() {
  return {
      {"schema"},
      {"head"},
      {"packages",
       {{"package"},
        {"rows"},
        {"lost_callers", interval},
        {"lost_callers_per_year", interval},
        {"tied_with_package_before"}}},
      {"rows",
       {{"row"}, {"package"}, {"lost_callers", difference}, {"lost_callers_per_year", interval}}},
      {"together", {{"row"}, {"first"}, {"second"}, {"more_than_sum", difference}}}};
}

/// How many numbers of each kind a part of the world has; none of them.
PublicParts assumptions() {
  const auto parts = {"world",          "disciplines", "kinds",         "stages",    "roles",
                      "meldkamers",     "regions",     "voorzieningen", "suppliers", "components",
                      "demand",         "callers",     "functions",     "takeover",  "network",
                      "takeover_plans", "scale_up"};
  const auto kinds = {"", "measured", "reported", "derived", "estimated", "assumed"};
  return {{"worlds", {{"world"}, {"counts", each(parts, each(kinds))}}}};
}

PublicParts course() {
  return {{"rule"},
          {"replication"},
          {"extra_lost"},
          {"episodes", {{"centre"}, {"partner"}, {"failed_switches"}, {"answered"}, {"times"}}},
          {"outages"},  // of voorzieningen, see report_audience.cpp
          {"states"},
          {"waiting"},
          {"failed"}};
}

/// No people on duty, components, or what hangs on what.
PublicParts outage(const PublicNames& names) {
  const auto told = {"first_attempts", "waiting", "failed", "answered_of_regions",
                     "answered_for_others"};
  const PublicParts curves = each(told, joined(spread, {{"twin"}}));
  const PublicParts answers = {{"times_s"},
                               {"norm_s"},
                               {"delayed_after_s"},
                               {"lost_after_s"},
                               {"of", {{"of"}, {"n"}, {"world"}, {"twin"}}}};
  return {{"schema"},
          {"replications"},
          {"bin_min"},
          {"edges"},
          {"reached"},
          {"states", {{"losing_least"}, {"losing_share"}, {"pressed_share"}}},
          {"centres", {{"id"}, {"name"}, {"latitude"}, {"longitude"}}},
          {"regions", {{"id"}, {"name"}, {"centre"}}},
          {"disciplines", {{"id"}, {"name"}}},
          {"moments", {{"name"}, {"n"}, {"of"}, {"p5"}, {"p50"}, {"p95"}}},
          {"curves", {{"all", curves}, {"centres", curves}}},
          {"courses", course()},
          {"rooms",
           {{"centre"},
            {"received"},
            {"answered", spread},
            {"short_min", each(names.disciplines, spread)}}},
          {"answers", answers}};
}

/// What is decided, by which function and until when, is what a board is asked about; remarks,
/// suppliers and where the file lies are not.
PublicParts risk() {
  const PublicParts figures = {
      {"package"},
      {"n"},
      {"lost_callers", interval},
      {"year", {{"level"}, {"level_shown"}, {"lost_callers_per_year", interval}}}};
  return {{"risk"},
          {"threat"},
          {"target"},  // when it is public, see report_audience.cpp
          {"plan"},
          {"package"},
          {"recorded"},
          {"name_nl"},
          {"name_en"},
          {"voorzieningen"},
          {"cia"},
          {"eigenaar"},
          {"beheerder"},
          {"hoofdgebruiker"},
          {"mandaat"},
          {"verantwoordelijkheid_betwist"},
          {"status"},
          {"decision",
           {{"choice"},
            {"text"},
            {"date"},
            {"by"},
            {"criteria_version"},
            {"criteria_sha256"},
            {"result"},
            {"level"},
            {"conditions"}}},
          {"review"},
          {"measures", {{"what"}, {"measure"}, {"owner"}, {"due"}, {"status"}}},
          {"rubricering"},
          {"findings", {{"flag"}, {"about"}, {"text"}}},
          {"current", figures},
          {"residual", figures}};
}

PublicParts risk_register() {
  return {{"schema"},
          {"head"},
          {"rubricering"},
          {"today"},
          {"register",
           {{"name"},
            {"version"},
            {"status"},
            {"vastgesteld_door"},
            {"datum"},
            {"besluit"},
            {"sha256"}}},
          {"criteria", criteria()},
          {"mandates", {{"function"}, {"up_to"}, {"source"}}},
          {"risks", risk()},
          {"not_registered", {{"risk"}, {"threat"}, {"target"}}},
          {"rows_without_threat"}};
}

PublicParts studies() {
  return joined(event, {{"draw"},
                        {"seed"},
                        {"version"},
                        {"commit"},
                        {"replications"},
                        {"replications_asked"},
                        {"parameters"},
                        {"parameters_assumed"}});
}

}  // namespace

PublicParts parts_for_the_board(const PublicNames& names) {
  return {{"schema"},
          {"language"},
          {"audience"},
          {"title"},
          {"rubricering"},
          {"concept"},
          {"program", {{"version"}, {"commit"}}},
          {"table", table()},
          {"bounds", bounds()},
          {"loss_curves", joined(event, {{"points", {{"lost_callers"}, {"share", share}}}})},
          {"coverage", coverage()},
          {"durations", durations()},
          {"measures", measures()},
          {"assumptions", assumptions()},
          {"outages", {{"stories", joined(event, {{"outage", outage(names)}})}, {"left_out"}}},
          {"register", risk_register()},
          {"studies", studies()}};
}

ordered_json only(const ordered_json& value, const PublicParts& parts) {
  if (value.is_array()) {
    ordered_json out = ordered_json::array();
    for (const ordered_json& one : value)
      out.push_back(only(one, parts));
    return out;
  }
  if (value.is_object()) {
    ordered_json out = ordered_json::object();
    for (const PublicPart& part : parts)
      if (value.contains(part.key))
        out[part.key] =
            part.whole ? shaped(value.at(part.key)) : only(value.at(part.key), part.inside);
    return out;
  }
  return parts.empty() || value.is_null() ? value : ordered_json();
}

}  // namespace reports
