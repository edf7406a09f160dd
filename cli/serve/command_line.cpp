#include "cli/serve/command_line.hpp"

#include <algorithm>

#include "studies/study_reader.hpp"

namespace cli {

CommandLine::CommandLine(const std::string& command)
    : words_{command}, shown_("uitwijk " + command) {}

void CommandLine::file(const std::filesystem::path& path, const std::string& field) {
  const std::string text = path.native();
  words_.push_back(text.starts_with("-") ? "./" + text : text);
  shown_ += " " + studies::shell_quoted(words_.back());
  mark(text, field);
}

void CommandLine::option(const std::string& name, const std::string& value,
                         const std::string& field) {
  mark(name, field);
  if (value.empty())
    return;
  words_.push_back(name + "=" + value);
  shown_ += value.starts_with("-") ? " " + studies::shell_quoted(words_.back())
                                   : " " + name + " " + studies::shell_quoted(value);
}

void CommandLine::pair(const std::string& name, const std::string& value,
                       const std::string& field) {
  option(name, value);
  mark(name + " " + value, field);
}

namespace {
const char* const standard_input = "/dev/stdin";
}

void CommandLine::given(const std::string& text) {
  file(standard_input);
  given_ = " <<< " + studies::shell_quoted(text);
}

void CommandLine::given_word(const std::string& word, const std::string& field) {
  marks_.push_back({standard_input, word, field});
}

void CommandLine::mark(const std::string& place, const std::string& field) {
  if (!field.empty())
    marks_.push_back({place, "", field});
}

namespace {

/// "--set a=b:1:3: must be" -> "must be".
std::string without_place(const std::string& line, std::size_t mark_length) {
  const std::size_t said = line.find(": ", mark_length);
  return said == std::string::npos ? line : line.substr(said + 2);
}

bool is_of(const FieldMark& mark, const std::string& line) {
  return line.starts_with(mark.place + ":") &&
         (mark.word.empty() || without_place(line, mark.place.size()).starts_with(mark.word + " "));
}

FieldProblem problem_of(const std::string& line, const Marks& marks) {
  const auto mark = std::find_if(marks.begin(), marks.end(),
                                 [&](const FieldMark& one) { return is_of(one, line); });
  return mark == marks.end() ? FieldProblem{"", line}
                             : FieldProblem{mark->field, without_place(line, mark->place.size())};
}

}  // namespace

std::vector<FieldProblem> problems_of(const std::string& talk, const Marks& marks) {
  std::vector<FieldProblem> out;
  for (std::size_t at = 0; at < talk.size();) {
    const std::size_t end = std::min(talk.find('\n', at), talk.size());
    out.push_back(problem_of(talk.substr(at, end - at), marks));
    at = end + 1;
  }
  return out;
}

}  // namespace cli
