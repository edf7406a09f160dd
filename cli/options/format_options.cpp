#include "cli/options/format_options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "cli/written.hpp"
#include "models/text/printed.hpp"
#include "models/text/reading.hpp"
#include "reports/formats/render.hpp"
#include "reports/words/words.hpp"
#include "results/json_text.hpp"
#include "results/result_file.hpp"
#include "studies/exit_code.hpp"
#include "studies/guarded.hpp"
#include "studies/say.hpp"

namespace cli {
namespace {

const std::vector<std::string> endings = {".txt", ".md", ".csv", ".json", ".xlsx"};

std::string ending_of(const std::string& file) {
  return std::filesystem::path(file).extension().string();
}

std::string check_ending(const std::string& file) {
  const bool known = std::ranges::find(endings, ending_of(file)) != endings.end();
  return known ? "" : fmt::format("'{}' must end in {}", file, fmt::join(endings, ", "));
}

std::string format_of(const std::string& file) {
  const std::string ending = ending_of(file).substr(1);
  return ending == "txt" ? "text" : ending;
}

/// Text for a file: bold is of a terminal.
std::string without_bold(std::string text) {
  for (const std::string code : {"\033[1m", "\033[0m"})
    for (auto at = text.find(code); at != std::string::npos; at = text.find(code, at))
      text.erase(at, code.size());
  return text;
}

/// The grid of that name; without one the first that is for programs, or for people.
const reports::Grid* chosen(const reports::Document& document, const std::string& name,
                            bool for_programs) {
  const reports::Grid* first = nullptr;
  for (const reports::Grid& grid : document.grids) {
    if (grid.headings.empty())
      continue;
    if (name.empty() ? grid.for_programs == for_programs : grid.name == name)
      return &grid;
    if (first == nullptr)
      first = &grid;
  }
  return name.empty() ? first : nullptr;
}

std::vector<std::string> grids_of(const reports::Document& document) {
  std::vector<std::string> out;
  for (const reports::Grid& grid : document.grids)
    if (!grid.headings.empty())
      out.push_back(grid.name);
  return out;
}

void say_which_grids(const std::vector<std::string>& known, const std::string& asked) {
  studies::say("uitwijk: --grid must be one of {}, found {}{}\n", fmt::join(known, ", "), asked,
               models::did_you_mean(asked, known));
}

}  // namespace

void FormatOptions::add_to(CLI::App& app, const std::vector<std::string>& more) {
  std::vector<std::string> formats = {"text", "md", "csv", "json"};
  formats.insert(formats.end(), more.begin(), more.end());
  app.add_option("--format", format_, fmt::format("{} [text]", fmt::join(formats, ", ")))
      ->check(CLI::IsMember(formats))
      ->option_text("FORMAT");
  app.add_option("--grid", grid_, "Which table a CSV holds; default: the first")
      ->option_text("NAME");
  app.add_option("--csv-for", csv_for_,
                 "CSV for a spreadsheet in Dutch: semicolons, decimal commas and\n"
                 "headings in the language of --lang")
      ->check(CLI::IsMember({"nl"}))
      ->option_text("nl");
  app.add_option("--document", file_,
                 "Write the document to this file too, as its ending says:\n"
                 ".txt, .md, .csv, .json or .xlsx")
      ->check(check_ending)
      ->option_text("FILE");
}

std::string FormatOptions::standard_format(bool json) const {
  if (json)
    return "json";
  const bool csv_in_file = !file_.empty() && format_of(file_) == "csv";
  if (format_.empty())
    return csv_for_.empty() || csv_in_file ? "text" : "csv";
  return format_;
}

bool FormatOptions::wants_csv() const {
  return format_ == "csv" || !csv_for_.empty() || (!file_.empty() && format_of(file_) == "csv");
}

bool FormatOptions::has_csv_for_grid() const {
  if (grid_.empty() || wants_csv())
    return true;
  studies::say(
      "uitwijk: --grid chooses the table of a CSV: it needs --format csv, --csv-for or "
      "--document FILE.csv\n");
  return false;
}

bool FormatOptions::accepts(const std::vector<std::string>& grids) const {
  if (!has_csv_for_grid())
    return false;
  const bool known = grid_.empty() || std::ranges::find(grids, grid_) != grids.end();
  if (!known)
    say_which_grids(grids, grid_);
  return known;
}

int FormatOptions::show(const Telling& told, bool json, bool quiet,
                        reports::Language language) const {
  using studies::exit_code::wrong_usage;
  if (!has_csv_for_grid())
    return wrong_usage;
  const auto shown = made(standard_format(json), told, language);
  std::optional<std::string> kept;
  const int code = file_.empty() ? studies::exit_code::done : studies::guarded([&] {
    kept = made(format_of(file_), told, language);
    return kept ? studies::exit_code::done : wrong_usage;
  });
  if (!shown || code == wrong_usage)
    return wrong_usage;
  std::cout << *shown;
  std::cout.flush();
  return kept ? studies::guarded([&] { return keep(*kept, quiet, language); }) : code;
}

int FormatOptions::keep(const std::string& text, bool quiet, reports::Language language) const {
  results::write_private(file_, format_of(file_) == "text" ? without_bold(text) : text);
  if (!quiet)
    say_written(file_, language);
  return studies::exit_code::done;
}

std::optional<std::string> FormatOptions::made(const std::string& format, const Telling& told,
                                               reports::Language language) const {
  using reports::Names;
  if (format == "json")
    return results::json_text(told.json());
  if (format == "csv")
    return csv(told, language);
  if (format == "xlsx")
    return reports::xlsx_bytes(told.document(Names::full), language);
  if (format == "md")
    return models::printed(
        [&](std::ostream& out) { reports::print_markdown(out, told.document(Names::full)); });
  if (format == "dot")
    return told.dot();
  if (told.text)
    return told.text();
  return models::printed(
      [&](std::ostream& out) { reports::print_text(out, told.document(Names::brief)); });
}

std::optional<std::string> FormatOptions::csv(const Telling& told,
                                              reports::Language language) const {
  const bool for_programs = csv_for_.empty();
  if (told.csv && for_programs && grid_.empty())
    return told.csv();
  const reports::Document document = told.document(reports::Names::full);
  const reports::Grid* const grid = chosen(document, grid_, for_programs);
  if (grid == nullptr && !grid_.empty()) {
    say_which_grids(grids_of(document), grid_);
    return std::nullopt;
  }
  return reports::csv_text(
      document.head, grid == nullptr ? reports::Grid{} : *grid,
      for_programs ? reports::CsvFor::programs : reports::CsvFor::dutch_spreadsheet, language);
}

}  // namespace cli
