#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace reports {

/// One of a thing is `one`; none, two and a half are `many`.
constexpr std::string_view plural(double n, std::string_view one, std::string_view many) {
  return n == 1 ? one : many;
}

/// A number of things in a phrase: "{0} {0:replication|replications}".
class Count {
public:
  template <class Number>
  explicit Count(Number n) : n_(static_cast<double>(n)), shown_(fmt::format("{}", n)) {}
  template <class Number>
  Count(Number n, std::string shown) : n_(static_cast<double>(n)), shown_(std::move(shown)) {}

  double n() const { return n_; }
  const std::string& shown() const { return shown_; }

private:
  double n_;
  std::string shown_;
};

}  // namespace reports

/// {} is the number as it is shown, {:one|many} the word that goes with it.
template <>
struct fmt::formatter<reports::Count> {
  constexpr auto parse(format_parse_context& context) {
    auto at = context.begin();
    while (at != context.end() && *at != '}')
      ++at;
    words = {context.begin(), at};
    if (!words.empty() && words.find('|') == std::string_view::npos)
      throw format_error("a count has {:one|many}");
    return at;
  }

  template <class Context>
  auto format(const reports::Count& count, Context& context) const {
    if (words.empty())
      return fmt::format_to(context.out(), "{}", count.shown());
    const auto bar = words.find('|');
    return fmt::format_to(context.out(), "{}",
                          reports::plural(count.n(), words.substr(0, bar), words.substr(bar + 1)));
  }

  std::string_view words;
};
