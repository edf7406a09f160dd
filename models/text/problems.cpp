#include "models/text/problems.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

#include "models/text/shown.hpp"

namespace models {

std::string to_string(const Problem& problem) {
  const Mark& mark = problem.mark;
  const std::string file = shown_name(mark.file);  // a line break in it would begin another message
  if (mark.line == 0)
    return fmt::format("{}: {}", file, problem.message);
  return fmt::format("{}:{}:{}: {}", file, mark.line, mark.column, problem.message);
}

std::string to_string(const Warning& warning) {
  return to_string(
      Problem{warning.mark, fmt::format("warning [{}]: {}", warning.name, warning.message)});
}

namespace {

std::string all_lines(const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& problem : problems)
    out += (out.empty() ? "" : "\n") + to_string(problem);
  return out;
}

/// Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`.
std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    d[i][0] = i;
  std::iota(d[0].begin(), d[0].end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

}  // namespace

InvalidInput::InvalidInput(std::vector<Problem> problems)
    : std::runtime_error(all_lines(problems)), problems_(std::move(problems)) {}

void Problems::add(const Mark& mark, std::string message) {
  problems_.push_back({mark, std::move(message)});
}

void Problems::throw_if_any() const {
  if (problems_.empty())
    return;
  auto sorted = problems_;
  const auto order = [](const Problem& a, const Problem& b) {
    return std::tie(a.mark, a.message) < std::tie(b.mark, b.message);
  };
  std::sort(sorted.begin(), sorted.end(), order);
  const auto same = [](const Problem& a, const Problem& b) {
    return a.mark == b.mark && a.message == b.message;
  };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
  throw InvalidInput(std::move(sorted));
}

void refuse(const Mark& mark, std::string message) {
  throw InvalidInput({{mark, std::move(message)}});
}

std::string nearest(const std::string& word, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest = 80;  // of a word worth comparing
  if (word.empty() || word.size() > longest)
    return "";
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > longest)
      continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance && distance < candidate.size()) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace models
