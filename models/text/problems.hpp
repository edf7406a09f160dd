#pragma once

#include <compare>
#include <stdexcept>
#include <string>
#include <vector>

namespace models {

/// A place in an input text; line and column start at 1, 0 means the file as a whole.
struct Mark {
  std::string file;
  int line = 0;
  int column = 0;
  auto operator<=>(const Mark&) const = default;
};

/// One thing that is wrong with the input: `file:line:column: message`.
struct Problem {
  Mark mark;
  std::string message;
};

std::string to_string(const Problem& problem);

/// Nothing is wrong, yet somebody may have meant something else: `file:line:column: warning [name]:
/// message`.
struct Warning {
  Mark mark;
  std::string name, message;  ///< the name is fixed, "idle-effect"
};
std::string to_string(const Warning& warning);

/// Everything that was wrong with the user's files, in file and line order.
class InvalidInput : public std::runtime_error {
public:
  explicit InvalidInput(std::vector<Problem> problems);
  const std::vector<Problem>& problems() const { return problems_; }

private:
  std::vector<Problem> problems_;
};

/// Collects problems while reading, so that one go reports them all.
class Problems {
public:
  void add(const Mark& mark, std::string message);
  bool empty() const { return problems_.empty(); }
  const std::vector<Problem>& all() const { return problems_; }
  /// Throws InvalidInput with all that was collected, sorted; does nothing when there is none.
  void throw_if_any() const;

private:
  std::vector<Problem> problems_;
};

/// Throws InvalidInput with this one thing that is wrong.
[[noreturn]] void refuse(const Mark& mark, std::string message);

/// The candidate nearest to `word` by edit distance when it is near enough to be a typo, else "".
std::string nearest(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace models
