#include "reports/documents/sweep_result.hpp"
#include "reports/documents/document_head.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/documents/graph/text.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/formats/cells.hpp"
#include "reports/formats/json_shapes.hpp"
#include "reports/formats/render.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using analysis::Verdict;
using json = nlohmann::ordered_json;

constexpr std::size_t bar_width = 24, value_width = 14;

const char* word_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return "holds";
    case Verdict::fails:
      return "fails";
    default:
      return "undecided";
  }
}

const char* word_of(analysis::SweepAnswer::Kind kind) {
  switch (kind) {
    case analysis::SweepAnswer::Kind::everywhere:
      return "everywhere";
    case analysis::SweepAnswer::Kind::from:
      return "from";
    case analysis::SweepAnswer::Kind::up_to:
      return "up_to";
    case analysis::SweepAnswer::Kind::mixed:
      return "mixed";
    default:
      return "nowhere";
  }
}

/// "difference.lost_callers <= 10".
std::string text_of(const analysis::Requirement& requirement) {
  return fmt::format("{} {}{} {:g}", requirement.name.text, requirement.at_most ? '<' : '>',
                     requirement.strict ? "" : "=", requirement.bound);
}

class SweepTeller {
public:
  SweepTeller(const analysis::SweepQuestion& question, const analysis::SweepResult& result,
              Language language)
      : question_(question), result_(result), language_(language), numbers_(language) {}

  std::vector<std::string> head() const {
    std::vector<std::string> out = {
        marking_line(result_.rubricering, language_),
        say("sweep.asked", question_.range.path(), Count(question_.replications), question_.seed)};
    if (!result_.background.empty())
      out.push_back(word_text("laid_over", language_, result_.background));
    return out;
  }

  Grid values() const {
    Grid out;
    out.name = "values";
    out.headings = {say("sweep.value")};
    for (const auto& name : question_.shown)
      out.headings.push_back(name.text);
    if (question_.until)
      out.headings.push_back(say("sweep.verdict"));
    for (const analysis::SweepPoint& point : result_.points)
      out.rows.push_back(cells(point));
    return out;
  }

  Grid with_bars() const {
    Grid out = values();
    out.headings.emplace_back(bar_width, ' ');
    for (std::size_t i = 0; i < out.rows.size(); ++i)
      out.rows[i].emplace_back(bar(result_.points[i]));
    return out;
  }

  std::vector<std::string> answer() const {
    if (!question_.until || !result_.answer)
      return {};
    const analysis::SweepAnswer& answer = *result_.answer;
    return {filled_at(planning_phrases, fmt::format("sweep.{}", word_of(answer.kind)), language_,
                      text_of(*question_.until), question_.range.path(),
                      question_.range.written(answer.holds), question_.range.written(answer.fails)),
            question_.with_confidence ? say("sweep.by_interval") : say("sweep.by_mean")};
  }

  template <class... Value>
  std::string say(std::type_identity_t<Form<planning_phrases, Value...>> form,
                  const Value&... value) const {
    return form.filled(language_, value...);
  }

private:
  GridRow cells(const analysis::SweepPoint& point) const {
    GridRow out = {question_.range.written(point.value) + (point.refined ? " *" : "")};
    for (std::size_t i = 0; i < point.shown.size(); ++i)
      out.push_back(estimate_cell(
          point.shown[i].estimate, point.shown[i].unit, question_.replications, numbers_,
          question_.shown[i].world == analysis::MeasureName::World::difference));
    if (question_.until)
      out.emplace_back(
          planning_word_at(fmt::format("sweep.{}", word_of(point.verdict)), language_));
    return out;
  }

  /// Of the first number shown, over the largest of all points.
  std::string bar(const analysis::SweepPoint& point) const {
    double largest = 0;
    for (const analysis::SweepPoint& other : result_.points)
      largest = std::fmax(largest, other.shown.front().estimate.mean);
    const double mean = point.shown.front().estimate.mean;
    const auto length = largest > 0 && mean > 0
                            ? static_cast<std::size_t>(std::lround(mean / largest * bar_width))
                            : 0;
    return std::string(length, '#') + std::string(bar_width - length, ' ');
  }

  const analysis::SweepQuestion& question_;
  const analysis::SweepResult& result_;
  Language language_;
  Numbers numbers_;
};

json point_json(const analysis::SweepQuestion& question, const analysis::SweepPoint& point) {
  json measures = json::object();
  for (std::size_t i = 0; i < point.shown.size(); ++i)
    measures[question.shown[i].text] = estimate_json(point.shown[i].estimate);
  json out = {{"value", point.value},
              {"written", question.range.written(point.value)},
              {"refined", point.refined},
              {"measures", measures},
              {"failed_replications", point.failed}};
  if (question.until) {
    out["criterion"] = estimate_json(*point.judged);
    out["verdict"] = word_of(point.verdict);
  }
  return out;
}

json answer_json(const analysis::SweepQuestion& question, const analysis::SweepResult& result) {
  if (!question.until || !result.answer)
    return nullptr;
  const analysis::SweepAnswer& answer = *result.answer;
  const bool found = answer.kind != analysis::SweepAnswer::Kind::nowhere;
  const bool bounded = found && answer.kind != analysis::SweepAnswer::Kind::everywhere;
  return {{"holds", word_of(answer.kind)},
          {"value", found ? json(answer.holds) : json()},
          {"written", found ? json(question.range.written(answer.holds)) : json()},
          {"fails_at", bounded ? json(answer.fails) : json()}};
}

}  // namespace

void print_sweep(std::ostream& out, const analysis::SweepQuestion& question,
                 const analysis::SweepResult& result, Language language) {
  const SweepTeller teller(question, result, language);
  out << emphasised(result.scenario, bold_wanted()) << '\n';
  for (const std::string& line : teller.head())
    print_wrapped(out, line, 0);
  out << teller.say("sweep.how") << "\n\n";
  print_rows(out, teller.with_bars(), value_width);
  if (const auto answer = teller.answer(); !answer.empty()) {
    out << '\n';
    for (const std::string& line : answer)
      print_wrapped(out, line, 0);
  }
}

Document sweep_document(const analysis::SweepQuestion& question,
                        const analysis::SweepResult& result, Language language) {
  const SweepTeller teller(question, result, language);
  Document out{result.scenario, teller.head(), {teller.values()}};
  out.head.push_back(teller.say("sweep.how"));
  out.grids.front().notes = teller.answer();
  return out;
}

std::vector<std::string> sweep_grids() {
  return {"values"};
}

json sweep_json(const analysis::SweepQuestion& question, const analysis::SweepResult& result) {
  json points = json::array();
  for (const analysis::SweepPoint& point : result.points)
    points.push_back(point_json(question, point));
  return {{"schema", name_of(results::Schema::sweep)},
          {"scenario", result.scenario},
          {"rubricering", result.rubricering},
          {"background", result.background.empty() ? json() : json(result.background)},
          {"seed", question.seed},
          {"replications", question.replications},
          {"vary", question.range.path()},
          {"unit", question.range.unit()},
          {"whole_numbers", result.whole},
          {"criterion", question.until ? json(text_of(*question.until)) : json()},
          {"by", question.with_confidence ? "interval" : "mean"},
          {"points", points},
          {"answer", answer_json(question, result)},
          {"interrupted", result.signal != 0},
          {"wall_s", result.wall_s}};
}

}  // namespace reports
