#include "reports/documents/document_head.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>

#include "analysis/impact/rubricering.hpp"
#include "analysis/impact/year_mode.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/table_words.hpp"
#include "reports/words/year_words.hpp"

namespace reports {
namespace {

using analysis::Row;
using HeadLines = std::vector<std::string>;

template <class... Values>
std::string say(std::type_identity_t<Form<table_phrases, Values...>> form, Language language,
                const Values&... values) {
  return form.filled(language, values...);
}

/// What any row says, each text once, in order.
template <class Text>
void add_each(HeadLines& out, const std::vector<const Row*>& rows, Text text) {
  std::set<std::string> said;
  for (const Row* row : rows)
    if (std::string line = text(*row); !line.empty() && said.insert(line).second)
      out.push_back(std::move(line));
}

void add_partial(HeadLines& out, const analysis::Extent& extent, Language language) {
  if (extent.partial())
    out.push_back(say("partial", language, Count(extent.finished), Count(extent.asked),
                      Count(extent.empty_rows), Count(extent.rows)));
}

/// Name, status and hash of the criteria, and what must be said of classes under them.
void add_criteria(HeadLines& out, const analysis::Criteria& criteria, Language language) {
  out.push_back(fmt::format("{}: {} {}, {} (sha256 {})", table_word("criteria", language),
                            criteria.name, criteria.version,
                            criteria.adopted ? "vastgesteld" : "concept", criteria.input.sha256));
  if (criteria.adopted)
    out.push_back(say("adopted", language, criteria.adopted_by, criteria.date, criteria.decision));
  else
    out.emplace_back(analysis::concept_sentence);
  if (!criteria.adopted && language == Language::english)
    out.push_back(table_word("concept", language));
  out.push_back(table_word("not_comparable", language));
}

/// The world, and how old the state of affairs is that it describes.
std::string world_text(const Row& row, const std::optional<models::Day>& today, Language language) {
  std::string out = dated_world(row.world_name, row.world_as_of, language);
  const auto as_of = models::parse_day(row.world_as_of);
  if (!as_of || !today)
    return out;
  const int age_days = models::days_between(*as_of, *today);
  const Count age(std::abs(age_days));
  const std::string day = models::written(*today);
  return out + (age_days < 0 ? say("world.future", language, age, day)
                             : say("world.age", language, age, day));
}

std::string onset_text(const Row& row, Language language) {
  const std::string& rule = row.labels.onset_rule;
  if (rule.empty())
    return table_word("onset.scenario", language);
  if (analysis::is_whole_years(row.labels))
    return table_word("onset.year", language);
  if (rule == "any_hour")
    return table_word("onset.any_hour", language);
  if (!row.labels.background.empty())
    return say("onset.background", language, row.labels.background);
  return say("onset.fixed", language, rule);
}

TableKey key_of(Intervals intervals) {
  switch (intervals) {
    case Intervals::one_draw:
      return "one_draw";
    case Intervals::both:
      return "both_sources";
    case Intervals::both_together:
      return "both_together";
    case Intervals::told_below:
      return "told_below";
    case Intervals::draws_as_one:
      return "draws_as_one";
    case Intervals::drawn_rows_left_out:
      return "drawn_rows_left_out";
    case Intervals::chance:
      break;
  }
  return "chance_only";
}

std::string local_text(const Row& row, Language language) {
  if (row.meldkamer.empty())
    return "";
  return say("local", language, row.meldkamer,
             Numbers(language).value(row.share_of_callers, analysis::Unit::share));
}

std::string definitions_text(const Row& row, Language language) {
  if (row.definitions == results::definitions)
    return "";
  return say("other_definitions", language, row.id(), row.definitions, results::definitions);
}

std::string seeds_text(const std::vector<const Row*>& rows, Language language) {
  std::vector<std::uint64_t> seeds;
  for (const Row* const row : rows)
    if (std::ranges::find(seeds, row->seed) == seeds.end())
      seeds.push_back(row->seed);
  return say("seed", language, fmt::format("{}", fmt::join(seeds, ", ")));
}

std::string inputs_text(const std::vector<const Row*>& rows, Language language) {
  const auto ends = [&](std::uint64_t Row::*count) {
    const auto [low, high] =
        std::ranges::minmax(rows, {}, [&](const Row* const row) { return row->*count; });
    return std::pair(low->*count, high->*count);
  };
  const auto [fewest, most] = ends(&Row::parameters);
  const auto [fewest_assumed, most_assumed] = ends(&Row::parameters_assumed);
  if (fewest == most && fewest_assumed == most_assumed)
    return say("assumed_inputs", language, Count(most), most_assumed);
  const auto from_to = [&](std::uint64_t low, std::uint64_t high) {
    return low == high ? fmt::format("{}", low) : say("from_to", language, low, high);
  };
  return say("assumed_inputs_of_rows", language, from_to(fewest, most), Count(most),
             from_to(fewest_assumed, most_assumed));
}

void add_inputs(HeadLines& out, const std::vector<const Row*>& rows, Language language) {
  out.push_back(inputs_text(rows, language));
  out.push_back(table_word("assumptions", language));
  add_each(out, rows, [&](const Row& row) {
    return row.labels.package == "inherent" ? table_word("inherent", language) : "";
  });
  add_each(out, rows, [&](const Row& row) { return local_text(row, language); });
  add_each(out, rows, [&](const Row& row) {
    return row.failed == 0 ? "" : say("failed", language, row.id(), row.failed, Count(row.asked));
  });
  add_each(out, rows, [&](const Row& row) { return definitions_text(row, language); });
}

}  // namespace

std::string marking_line(const std::string& rubricering, Language language) {
  const std::string word = table_word("rubricering", language);
  return rubricering.starts_with(word) ? rubricering : word + ": " + rubricering;
}

nlohmann::ordered_json marked(nlohmann::ordered_json document, Language language) {
  document["head"] =
      nlohmann::ordered_json::array({marking_line(document.at("rubricering"), language)});
  return document;
}

HeadLines world_head(const models::World& world, Language language) {
  return {marking_line(analysis::highest_rubricering({world.rubricering}), language),
          dated_world(world.name, world.as_of, language)};
}

std::string dated_world(const std::string& name, const std::string& as_of, Language language) {
  return table_word("world", language) + ": " + name + ", " +
         (as_of.empty() ? table_word("world.undated", language)
                        : say("world.as_of", language, as_of));
}

HeadFacts head_facts(const analysis::ImpactTable& table) {
  HeadFacts out{table.criteria,    table.extent,      {},
                table.rubricering, Intervals::chance, table.today};
  for (const auto* rows : {&table.annual, &table.conditional})
    for (const analysis::TableRow& row : *rows) {
      out.rows.push_back(&row.row);
      if (row.uncertainty.draws > 0)
        out.intervals = Intervals::both;
      else if (row.row.labels.draw > 0 && out.intervals == Intervals::chance)
        out.intervals = Intervals::one_draw;
    }
  return out;
}

HeadFacts head_facts(const std::vector<Row>& rows, const analysis::Criteria& criteria,
                     const analysis::Extent& extent, Intervals drawn) {
  HeadFacts out{criteria, extent, {}, "", Intervals::chance, {}};
  HeadLines rubriceringen = {criteria.rubricering};
  for (const Row& row : rows) {
    out.rows.push_back(&row);
    rubriceringen.push_back(row.rubricering);
    if (row.labels.draw > 0)
      out.intervals = drawn;
  }
  out.rubricering = analysis::highest_rubricering(rubriceringen);
  return out;
}

HeadFacts head_facts(const std::vector<analysis::WholeYears>& years,
                     const analysis::ImpactTable& campaign, const analysis::Extent& extent) {
  HeadFacts out = head_facts(campaign);
  out.extent = extent;
  const auto is_drawn = [](const auto& one) { return one.uncertainty.draws > 0; };
  const auto is_one_draw = [](const auto& one) { return one.row.labels.draw > 0; };
  if (std::ranges::any_of(years, is_drawn) || out.intervals == Intervals::both)
    out.intervals = Intervals::both_together;
  else if (std::ranges::any_of(years, is_one_draw))
    out.intervals = Intervals::one_draw;
  HeadLines rubriceringen = {campaign.rubricering};
  for (auto one = years.rbegin(); one != years.rend(); ++one) {
    out.rows.insert(out.rows.begin(), &one->row);
    rubriceringen.push_back(one->row.rubricering);
  }
  out.rubricering = analysis::highest_rubricering(rubriceringen);
  return out;
}

HeadLines document_head(const HeadFacts& facts, Language language) {
  const auto& rows = facts.rows;
  HeadLines out;
  add_partial(out, facts.extent, language);
  add_criteria(out, facts.criteria, language);
  out.push_back(marking_line(facts.rubricering, language));
  if (rows.empty())
    return out;
  add_each(out, rows, [&](const Row& row) { return world_text(row, facts.today, language); });
  add_each(out, rows, [&](const Row& row) {
    return say("program", language, row.version, row.commit, row.definitions);
  });
  out.push_back(seeds_text(rows, language));
  add_each(out, rows, [&](const Row& row) { return onset_text(row, language); });
  add_each(out, rows, [&](const Row& row) {
    const std::string after = minutes_text(facts.criteria.lost_after_s);
    return analysis::is_whole_years(row.labels) ? year_text("differences", language, after)
                                                : say("differences", language, after);
  });
  out.push_back(table_word(key_of(facts.intervals), language));
  add_inputs(out, rows, language);
  return out;
}

}  // namespace reports
