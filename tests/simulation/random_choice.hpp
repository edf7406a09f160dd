#pragma once

#include <fmt/format.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

/// Choices inside rc::gen::exec; each shrinks towards the first or lowest.
namespace random_study {

/// From the whole range in every test, not from more of it the later the test is.
inline int number(int lowest, int highest) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(lowest, highest + 1));
}

inline bool chance(int percent) {
  return number(1, 100) > 100 - percent;
}

inline std::string one_of(const std::vector<std::string>& words) {
  return words[static_cast<std::size_t>(number(0, static_cast<int>(words.size()) - 1))];
}

/// Lines of a world's or a scenario's text.
class Text {
public:
  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    text_ += fmt::format(format, std::forward<Args>(args)...) + "\n";
  }
  const std::string& str() const { return text_; }

private:
  std::string text_;
};

}  // namespace random_study
