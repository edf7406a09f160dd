#include "analysis/story/needs_expression.hpp"

#include <fmt/format.h>

#include <charconv>

#include "results/result_file.hpp"

namespace analysis {
namespace {

constexpr std::string_view ends = ",() ";
constexpr int deepest = 100;  // lists within lists: a file may hold anything

/// Reads from the left; `works` is asked for every component.
class Expression {
public:
  Expression(std::string_view text, const std::function<bool(std::string_view)>& works)
      : text_(text), rest_(text), works_(works) {}

  bool read() {
    const bool out = term();
    if (!rest_.empty())
      refuse();
    return out;
  }

private:
  bool term() {
    const std::string_view word = next_word();
    if (take("("))
      return list(word == "all" ? 0 : word == "any" ? 1 : refused());
    if (take(" of("))
      return list(number(word));
    return word == "-" || works_(word);
  }

  /// At least `k` of what stands between the brackets; all of them when it is 0.
  bool list(std::size_t k) {
    if (++depth_ > deepest)
      refuse();
    std::size_t there = 0, of = 0;
    do {
      there += term() ? 1 : 0;
      ++of;
    } while (take(", "));
    if (!take(")"))
      refuse();
    --depth_;
    return there >= (k == 0 ? of : k);
  }

  std::string_view next_word() {
    const std::string_view word = rest_.substr(0, rest_.find_first_of(ends));
    if (word.empty())
      refuse();
    rest_.remove_prefix(word.size());
    return word;
  }

  bool take(std::string_view token) {
    if (!rest_.starts_with(token))
      return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  std::size_t number(std::string_view word) const {
    std::size_t out = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), out);
    if (error != std::errc{} || end != word.data() + word.size() || out == 0)
      refuse();
    return out;
  }

  std::size_t refused() const {
    refuse();
    return 0;
  }

  [[noreturn]] void refuse() const {
    throw results::ResultError(fmt::format("'{}' does not say what is needed", text_));
  }

  std::string_view text_, rest_;
  int depth_ = 0;
  const std::function<bool(std::string_view)>& works_;
};

}  // namespace

bool met(std::string_view needs, const std::function<bool(std::string_view)>& works) {
  return Expression(needs, works).read();
}

std::vector<std::string_view> named_in(std::string_view needs) {
  std::vector<std::string_view> out;
  met(needs, [&](std::string_view component) {
    out.push_back(component);
    return true;
  });
  return out;
}

}  // namespace analysis
