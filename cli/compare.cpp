#include <fmt/format.h>

#include <algorithm>

#include "analysis/measures/measure.hpp"
#include "cli/command.hpp"
#include "cli/options/format_options.hpp"
#include "cli/options/input_options.hpp"
#include "reports/documents/comparisons/compare_document.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/words/table_words.hpp"
#include "studies/assumed_packages.hpp"
#include "studies/evidence.hpp"
#include "studies/exit_code.hpp"
#include "studies/read_rows.hpp"
#include "studies/say.hpp"
#include "studies/study_reader.hpp"

namespace cli {
namespace {

class Compare : public Command {
public:
  explicit Compare(CLI::App& program) : Command(program, "compare") {
    app()
        .add_option("RESULT", files_,
                    "OLD and NEW: result files or folders of them;\n"
                    "with --measures any number")
        ->required()
        ->option_text("REQUIRED ...");
    app().add_flag("--measures", measures_, "Compare packages of measures with package current");
    add_criteria_option(app(), criteria_);
    add_record_option(app(), record_, "Of frequencies: ");
    add_measure_file_option(app(), measure_file_, "Of --measures: whose effects are assumed");
    app()
        .add_option("--old-criteria", old_criteria_, "What OLD was held against, when another")
        ->option_text("FILE");
    add_today_option(app(), today_);
    format_.add_to(app());
  }

  int operator()() override {
    if (!measures_ && files_.size() != 2) {
      studies::say("uitwijk: compare wants OLD and NEW, found {} result{}\n", files_.size(),
                   files_.size() == 1 ? "" : "s");
      return studies::exit_code::wrong_usage;
    }
    const analysis::Criteria criteria = criteria_of(criteria_);
    return measures_ ? compare_measures(criteria) : compare_years(criteria);
  }

private:
  int compare_years(const analysis::Criteria& criteria) const {
    analysis::InputTexts old_texts, new_texts;
    const auto before = studies::read_rows({files_[0]}, "", &old_texts),
               after = studies::read_rows({files_[1]}, "", &new_texts);
    const analysis::Criteria old_criteria =
        old_criteria_.empty() ? criteria : criteria_of(old_criteria_);
    auto comparison =
        analysis::compare(before.rows, after.rows, old_criteria, criteria, evidence());
    comparison.numbers = analysis::changed_numbers(old_texts, new_texts);
    auto all = before.rows;
    all.insert(all.end(), after.rows.begin(), after.rows.end());
    const analysis::Extent extent = before.extent + after.extent;
    const auto head_under = [&](const analysis::Criteria& one) {
      return head_of(head_facts(all, one, extent, reports::Intervals::draws_as_one));
    };
    std::vector<std::string> head = head_under(criteria);
    for (const std::string& line : head_under(old_criteria))
      if (std::find(head.begin(), head.end(), line) == head.end())
        head.push_back(reports::table_word("compare.before", language()) + ": " + line);
    return show({reports::comparison_json(comparison),
                 reports::comparison_document(comparison, language()), head},
                extent);
  }

  analysis::Evidence evidence() const { return studies::evidence_of(catalogue_of(""), record_); }

  int compare_measures(const analysis::Criteria& criteria) const {
    const auto [rows, extent] = studies::read_rows(files_);
    const auto list =
        scenarios::read_measures(studies::measure_file_of(measure_file_), analysis::outcomes());
    const auto effects = analysis::before_and_after(rows, criteria, evidence(),
                                                    studies::assumed_packages(rows, list));
    return show(
        {reports::before_after_json(effects), reports::before_after_document(effects, language()),
         head_of(head_facts(rows, criteria, extent, reports::Intervals::drawn_rows_left_out))},
        extent);
  }

  std::vector<std::string> head_of(reports::HeadFacts facts) const {
    facts.today = day_of(today_);
    return reports::document_head(facts, language());
  }

  struct Compared {
    nlohmann::ordered_json json;
    reports::Document document;
    std::vector<std::string> head;
  };

  int show(Compared compared, const analysis::Extent& extent) const {
    compared.document.head = compared.head;
    compared.json["head"] = compared.head;
    const int shown = format_.show({.document = [&](reports::Names) { return compared.document; },
                                    .json = [&] { return compared.json; }},
                                   json(), quiet(), language());
    return shown == studies::exit_code::done ? studies::code_of(extent) : shown;
  }

  std::vector<std::string> files_;
  std::string criteria_, old_criteria_, record_, measure_file_, today_;
  FormatOptions format_;
  bool measures_ = false;
};

}  // namespace

std::unique_ptr<Command> make_compare(CLI::App& program) {
  return std::make_unique<Compare>(program);
}

}  // namespace cli
