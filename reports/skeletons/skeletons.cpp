#include "reports/skeletons/skeletons.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/text/reading.hpp"
#include "reports/formats/wrapped.hpp"
#include "reports/shapes/file_kinds.hpp"

namespace reports {
namespace {

using models::Node;
using models::Shape;
using Lines = std::vector<std::string>;

struct Skeleton {
  const char* word;
  const char* kind;  ///< of file
};
constexpr std::array<Skeleton, 8> skeletons = {{{"world", "world"},
                                                {"scenario", "scenario"},
                                                {"threat", "catalogue"},
                                                {"measure", "measures"},
                                                {"campaign", "campaign"},
                                                {"criteria", "criteria"},
                                                {"register", "register"},
                                                {"exercise", "exercise"}}};

std::string filled(std::string text, const std::map<std::string, std::string>& fill) {
  for (const auto& [key, value] : fill) {
    const std::string gap = "{{" + key + "}}";
    for (auto at = text.find(gap); at != text.npos; at = text.find(gap, at + value.size()))
      text.replace(at, gap.size(), value);
  }
  return text;
}

Lines lines_in(const std::string& text) {
  Lines out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    out.push_back(line);
  return out;
}

bool is_annotation(const std::string& key) {
  return key == "source" || key == "kind" || key == "note";
}

/// Writes remarks into the lines of a skeleton.
class Remarks {
public:
  Remarks(Lines& lines, const models::Shapes& shapes) : lines_(lines), shapes_(shapes) {}

  void add(const Node& root) {
    walk(root, shapes_.root);
    for (std::size_t i = lines_.size(); i > 0; --i)
      if (const auto below = below_.find(i); below != below_.end())
        lines_.insert(lines_.begin() + std::ptrdiff_t(i), below->second.begin(),
                      below->second.end());
  }

private:
  /// The last line that anything of the node stands on.
  static int last_line(const Node& node) {
    int out = node.mark.line;
    for (const Node& item : node.items)
      out = std::max(out, last_line(item));
    for (const Node::Entry& entry : node.entries)
      out = std::max({out, entry.mark.line, last_line(entry.value)});
    return out;
  }

  void walk(const Node& node, const Shape& shape) {
    for (const Node& item : node.items)
      if (shape.item)
        walk(item, *shape.item);
    std::vector<std::string> there;
    for (const Node::Entry& entry : node.entries) {
      there.push_back(entry.key);
      const Shape* below = shape.below(entry.key);
      if (below == nullptr)
        below = shape.entry.get();
      if (below == nullptr || is_annotation(entry.key))
        continue;
      if (entry.value.type == Node::Type::scalar || entry.value.mark.line == entry.mark.line)
        beside(entry.mark.line, said_of(*below, shapes_));
      walk(entry.value, *below);
    }
    if (is_block(node) && told_.insert(&shape).second)
      others(node, keys_said(shape, shapes_, there));
  }

  /// A key on each line, and not {all: on, one: line}.
  bool is_block(const Node& map) const {
    if (map.entries.empty() || map.entries.front().mark.column < 2)
      return !map.entries.empty();
    const models::Mark& first = map.entries.front().mark;
    const char before = lines_.at(static_cast<std::size_t>(first.line) - 1)
                            .at(static_cast<std::size_t>(first.column) - 2);
    return before == ' ' &&
           std::ranges::adjacent_find(map.entries, {},
                                      [](const Node::Entry& entry) { return entry.mark.line; }) ==
               map.entries.end() &&
           std::ranges::all_of(map.entries, [&](const Node::Entry& entry) {
             return entry.mark.column == map.entries.front().mark.column;
           });
  }

  /// Unless the line has a remark already.
  void beside(int number, const std::string& said) {
    std::string& line = lines_.at(static_cast<std::size_t>(number) - 1);
    constexpr std::size_t column = 40;
    if (said.empty() || line.find(" # ") != line.npos)
      return;
    line += std::string(line.size() < column ? column - line.size() : 1, ' ') + " # " + said;
  }

  void others(const Node& map, const std::vector<std::string>& keys) {
    if (keys.empty())
      return;
    const auto indent = static_cast<std::size_t>(map.entries.front().mark.column) - 1;
    const std::string text = fmt::format("also: {}", fmt::join(keys, "; "));
    const std::string begin = std::string(indent, ' ') + "# ";
    auto& out = below_[static_cast<std::size_t>(last_line(map))];
    Lines more;
    for (const std::string& line : wrapped(text, page_width - indent, 2))
      more.push_back(begin + line);
    out.insert(out.end(), more.begin(), more.end());
  }

  Lines& lines_;
  const models::Shapes& shapes_;
  std::map<std::size_t, Lines> below_;  ///< by the line above them
  std::set<const Shape*> told_;         ///< once is enough
};

}  // namespace

std::vector<std::string> skeleton_words() {
  std::vector<std::string> out;
  for (const Skeleton& one : skeletons)
    out.emplace_back(one.word);
  return out;
}

std::string skeleton(const std::string& word, const std::map<std::string, std::string>& fill) {
  const auto known =
      std::ranges::find_if(skeletons, [&](const Skeleton& one) { return one.word == word; });
  if (known == skeletons.end())
    models::refuse({word, 0, 0}, fmt::format("is none of {}{}", fmt::join(skeleton_words(), ", "),
                                             models::did_you_mean(word, skeleton_words())));
  const auto text =
      std::ranges::find(skeleton_texts(), "skeletons/" + word + ".txt", &Texts::value_type::first);
  Lines lines = lines_in(filled(std::string(text->second), fill));
  models::Problems problems;
  const auto root = models::parse_yaml(fmt::format("{}\n", fmt::join(lines, "\n")), word, problems);
  problems.throw_if_any();
  const models::Shapes shapes = shapes_of(file_kind(known->kind));
  Remarks(lines, shapes).add(*root);
  return fmt::format("{}\n", fmt::join(lines, "\n"));
}

}  // namespace reports
