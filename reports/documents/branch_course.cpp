#include "reports/documents/branch_course.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "reports/documents/document_head.hpp"
#include "reports/documents/story.hpp"
#include "reports/words/branch_words.hpp"
#include "reports/words/words.hpp"

namespace reports {
namespace {

/// What happens at one moment; `under` says in which futures.
struct Happening {
  double t_s = 0;
  std::string clock, place, text;
  std::vector<bool> under;

  bool is(const Happening& other) const {
    return t_s == other.t_s && place == other.place && text == other.text;
  }
};

class Courses {
public:
  explicit Courses(std::size_t futures) : futures_(futures) {}

  /// The same in another future, when it was not met there yet.
  void add(std::size_t future, Happening one) {
    const auto there = std::ranges::find_if(
        all_, [&](const Happening& known) { return known.is(one) && !known.under[future]; });
    if (there != all_.end()) {
      there->under[future] = true;
      return;
    }
    one.under.assign(futures_, false);
    one.under[future] = true;
    all_.push_back(std::move(one));
  }

  std::vector<Happening> in_time() && {
    std::ranges::stable_sort(all_, {}, &Happening::t_s);
    return std::move(all_);
  }

private:
  std::size_t futures_;
  std::vector<Happening> all_;
};

std::vector<Happening> happenings(const std::vector<ToldFuture>& futures, Language language) {
  Courses out(futures.size());
  for (std::size_t i = 0; i < futures.size(); ++i) {
    const ToldFuture& future = futures[i];
    const Story story(future.input, future.dimensions, language);
    if (!std::isnan(future.at_s))
      out.add(i, {future.at_s,
                  story.clock(future.at_s),
                  "",
                  branch_text("decided", language, future.label),
                  {}});
    for (const results::CourseEvent& event : future.seen.world.course) {
      const auto told = story.as_json(event);
      out.add(i, {event.t_s, told.at("local"), told.at("place"), told.at("text"), {}});
    }
  }
  return std::move(out).in_time();
}

}  // namespace

Document branch_course(const std::vector<ToldFuture>& futures, Names names, Language language) {
  const ToldFuture& first = futures.front();
  Document out{first.input.scenario.name,
               {branch_word("purpose", language),
                Story(first.input, first.dimensions, language).opening(first.seen),
                branch_word("course_how", language)},
               {}};
  Grid grid;
  grid.name = "course";
  grid.headings = {branch_word("time", language), branch_word("place", language),
                   branch_word("happens", language)};
  std::vector<std::string> numbered;
  for (const ToldFuture& future : futures) {
    const std::string number = std::to_string(numbered.size() + 1);
    numbered.push_back(number + " " + future.label);
    grid.headings.push_back(names == Names::brief ? number : future.label);
  }
  if (names == Names::brief)
    out.head.push_back(
        branch_text("course_options", language, fmt::format("{}", fmt::join(numbered, ", "))));
  for (const Happening& one : happenings(futures, language)) {
    GridRow row = {one.clock, one.place, one.text};
    for (const bool under : one.under)
      row.emplace_back(under ? "x" : "");
    grid.rows.push_back(std::move(row));
  }
  for (const ToldFuture& future : futures)
    grid.notes.push_back(future.label + ": " +
                         Story(future.input, future.dimensions, language).closing(future.seen));
  out.grids.push_back(std::move(grid));
  return out;
}

}  // namespace reports
