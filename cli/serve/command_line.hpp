#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace cli {

/// Something wrong with one field of a request: "set.demand.calls", or "" for the whole.
struct FieldProblem {
  std::string field, message;
};

/// How the program marks its problems -> the field that they came from.
struct FieldMark {
  std::string place;  ///< "--set a=b", or a file
  std::string word;   ///< that the message begins with, "decide"; empty: any
  std::string field;  ///< "set.a"
};
using Marks = std::vector<FieldMark>;

/// What the program said on standard error as problems of fields; the rest has no field.
std::vector<FieldProblem> problems_of(const std::string& talk, const Marks& marks);

/// The words of a command line, and which field of a request each came from. An option and its
/// value are one word for the program, so that no value is taken for an option.
class CommandLine {
public:
  explicit CommandLine(const std::string& command);

  void file(const std::filesystem::path& path, const std::string& field = "");
  /// Nothing when the value is empty. The program marks its problems with the option alone.
  void option(const std::string& name, const std::string& value, const std::string& field = "");
  /// The same, marked with option and value.
  void pair(const std::string& name, const std::string& value, const std::string& field);
  /// A text on standard input, in the place of a file, as bash gives it to a program.
  void given(const std::string& text);
  /// What the program says of `word` in that text is of this field.
  void given_word(const std::string& word, const std::string& field);
  /// For us, not for people: no part of the command that is shown.
  void silent(const std::string& word) { words_.push_back(word); }

  const std::vector<std::string>& words() const { return words_; }
  const Marks& marks() const { return marks_; }
  /// As one would type it.
  std::string shown() const { return shown_ + given_; }

private:
  void mark(const std::string& place, const std::string& field);

  std::vector<std::string> words_;
  std::string shown_, given_;
  Marks marks_;
};

}  // namespace cli
