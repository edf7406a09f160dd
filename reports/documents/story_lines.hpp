#pragma once

#include <string>
#include <vector>

#include "reports/documents/story.hpp"

namespace reports {

/// A course as lines for people, 100 columns wide. What happens in the same second, at the same
/// place and in the same way is one line with a list. Another day than before has a line of its
/// own. Within a second: the threat, what stops or works again, what people can do no longer, the
/// standbys, what people can do again, then who does what about it.
class StoryLines {
public:
  StoryLines(const Story& story, const results::Facts& facts, Language language);

  /// The titles of the columns and, before them, what they mean.
  std::string columns() const;
  std::vector<std::string> lines() const;

private:
  /// One line: events that differ in what they are about only.
  struct Group {
    const results::CourseEvent* event;  ///< the last of them
    std::string key, place;
    std::vector<std::string> what;
    const results::CourseEvent* counts = nullptr;  ///< the last of the second: its running counts
  };
  using Second = std::vector<Group>;
  std::vector<Second> seconds() const;
  void add(Second& second, const results::CourseEvent& event) const;
  std::string key_of(const results::CourseEvent& event) const;
  std::string sentence(const Group& group) const;
  /// ", 3 min 32 s after the loss": what the takeover's clocks say of an event.
  std::string clocks(const results::CourseEvent& event) const;
  void append(std::vector<std::string>& out, const Group& group) const;
  std::string left_side(const Group& group) const;
  std::size_t text_from() const;

  const Story& story_;
  const results::Facts& facts_;
  Language language_;
  std::size_t place_width_;
};

}  // namespace reports
