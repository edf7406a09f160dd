#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "reports/documents/row_names.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace cli {

/// What a command tells, in every form. Each is made when it is asked for.
struct Telling {
  /// Rows have brief names on a page of text, and full ones elsewhere.
  std::function<reports::Document(reports::Names)> document;
  std::function<nlohmann::ordered_json()> json;
  /// When the text is more than the grids of the document.
  std::function<std::string()> text = {};
  /// When no grid of the document has the columns of the CSV for programs.
  std::function<std::string()> csv = {};
  /// When the command has that format too.
  std::function<std::string()> dot = {};
};

/// `--format`, `--grid`, `--csv-for` and `--document`, of every command that reports.
class FormatOptions {
public:
  /// `more`: formats that this command has besides, as "dot". The options must live as long as the
  /// app.
  void add_to(CLI::App& app, const std::vector<std::string>& more = {});

  /// Whether `--grid` can be obeyed: a CSV is asked for, and the name is of one of `grids`, which
  /// the document may have. Says on standard error what is wrong. For before a long study.
  bool accepts(const std::vector<std::string>& grids) const;

  /// Standard output, and the file when there is one, whose name is said on standard error unless
  /// `quiet`. What cannot be kept can still be read: a file that fails is told, and its exit code
  /// given. Nothing is printed when a grid is asked for without a CSV, or one that the document
  /// does not have: then it is wrong usage, or else `done`.
  int show(const Telling& told, bool json, bool quiet, reports::Language language) const;

private:
  bool wants_csv() const;
  /// Says on standard error when not.
  bool has_csv_for_grid() const;
  std::string standard_format(bool json) const;
  /// What stands in a document of that format; nothing when it has no such grid.
  std::optional<std::string> made(const std::string& format, const Telling& told,
                                  reports::Language language) const;
  int keep(const std::string& text, bool quiet, reports::Language language) const;
  std::optional<std::string> csv(const Telling& told, reports::Language language) const;

  std::string format_, grid_, csv_for_, file_;
};

}  // namespace cli
