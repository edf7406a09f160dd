#include "models/text/yaml_document.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "models/text/shown.hpp"
#include "models/text/utf8.hpp"
#include "models/text/yaml_text.hpp"

namespace models {

namespace {

constexpr std::size_t deepest = 32;
constexpr std::size_t most_entries = 10'000;

/// Ends the parsing of a document of a size that no world has.
struct TooMuch {};

/// How many characters stand before each byte of the text, so that a mark is counted at once
/// however long its line is.
class Columns {
public:
  explicit Columns(const std::string& text) {
    begins_.push_back(0);
    before_.reserve(text.size() + 1);
    before_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      before_.push_back(before_.back() + (is_continuation(text[i]) ? 0 : 1));
      if (text[i] == '\n')
        begins_.push_back(i + 1);
    }
  }
  int column(const YAML::Mark& mark) const {
    const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
    if (line >= begins_.size())
      return mark.column + 1;
    const std::size_t end = line + 1 < begins_.size() ? begins_[line + 1] : before_.size() - 1;
    const auto bytes = static_cast<std::size_t>(std::max(mark.column, 0));
    const std::size_t at = std::min(begins_[line] + bytes, end);
    return static_cast<int>(before_[at] - before_[begins_[line]]) + 1;
  }

private:
  std::vector<std::size_t> begins_;    ///< of lines
  std::vector<std::uint32_t> before_;  ///< characters before a byte, and in all
};

/// The line of a quote that is still open where line `wrong` begins; 0: none. A text over several
/// lines is right, but where the reader stumbles it is often one that was not closed.
int open_quote(const std::string& text, int wrong) {
  int line = 1, opened = 0;
  char quote = 0, before = '\n';  // `before`: the last character that is no blank
  for (std::size_t at = 0; at < text.size() && line < wrong; ++at) {
    const char c = text[at];
    const bool in_comment = quote == 0 && c == '#' && (at == 0 || text[at - 1] <= ' ');
    if (in_comment)
      at = std::min(text.find('\n', at), text.size()) - 1;
    else if (c == '\n')
      ++line, before = quote == 0 ? c : before;
    else if (quote == '"' && c == '\\' && at + 1 < text.size() && text[at + 1] != '\n')
      ++at;
    else if (quote == c)  // '' within '...' closes and opens again
      quote = 0, before = at + 1 < text.size() && text[at + 1] == c ? ',' : c;
    else if (quote == 0 && (c == '"' || c == '\'') && std::strchr("\n:-[{,?", before) != nullptr)
      quote = c, opened = line;
    else if (quote == 0 && c != ' ')
      before = c;
  }
  return quote == 0 ? 0 : opened;
}

/// Builds the tree from the events of the parser.
class Builder : public YAML::EventHandler {
public:
  Builder(const std::string& text, std::string file, Problems& problems)
      : columns_(text), file_(std::move(file)), problems_(problems) {}

  Node take() { return std::move(root_); }
  Mark mark(const YAML::Mark& mark) const {
    return mark.is_null() ? Mark{file_, 0, 0} : Mark{file_, mark.line + 1, columns_.column(mark)};
  }

  void OnDocumentStart(const YAML::Mark& at) override { root_.mark = mark(at); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& at, YAML::anchor_t anchor) override {
    refuse_anchor(at, anchor);
    put(leaf(at, Node::Type::null));
  }
  void OnAlias(const YAML::Mark& at, YAML::anchor_t) override {
    problems_.add(mark(at), "aliases (*name) are not allowed, write the value out");
    put(leaf(at, Node::Type::null));
  }
  void OnScalar(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(at, anchor);
    refuse_tag(at, tag);
    refuse_controls(at, value);
    Node node = leaf(at, Node::Type::scalar);
    node.text = value;
    node.quoted = tag == "!";
    put(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(at, tag, anchor, Node::Type::sequence);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(at, tag, anchor, Node::Type::map);
  }
  void OnMapEnd() override { close(); }

private:
  /// A sequence or map that is still being filled; a map's key waits for its value.
  struct Open {
    Node node;
    bool has_key = false;
    bool drop = false;  ///< the key was refused, so its value is not kept
    std::string key;
    Mark key_mark;
  };

  Node leaf(const YAML::Mark& at, Node::Type type) const {
    Node node;
    node.type = type;
    node.mark = mark(at);
    return node;
  }
  void refuse_anchor(const YAML::Mark& at, YAML::anchor_t anchor) {
    if (anchor != 0)
      problems_.add(mark(at), "anchors (&name) are not allowed, write the value out");
  }
  void refuse_tag(const YAML::Mark& at, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!")
      problems_.add(mark(at), fmt::format("tags are not allowed, found {}", tag));
  }
  /// That an escape such as "\x1b" has brought in.
  void refuse_controls(const YAML::Mark& at, const std::string& value) {
    for (std::size_t i = 0; i < value.size();) {
      const std::string_view rest = std::string_view(value).substr(i);
      if (const std::size_t length = control_length(rest))
        return problems_.add(mark(at), fmt::format("must not hold the control character {}",
                                                   shown(rest.substr(0, length))));
      const std::size_t length = utf8_length(rest);
      if (length == 0)  // yaml-cpp 0.7 makes a single byte of "\\N" and "\\_"
        return problems_.add(mark(at), "must not hold \\N or \\_, write the character itself");
      i += length;
    }
  }
  void open(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor, Node::Type type) {
    refuse_anchor(at, anchor);
    refuse_tag(at, tag);
    if (open_.size() >= deepest) {
      problems_.add(mark(at), fmt::format("is nested deeper than {} levels", deepest));
      throw TooMuch{};
    }
    open_.emplace_back().node = leaf(at, type);
  }
  void close() {
    Node node = std::move(open_.back().node);
    open_.pop_back();
    put(std::move(node));
  }
  void put(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().node.type == Node::Type::sequence) {
      open_.back().node.items.push_back(std::move(node));
    } else if (open_.back().has_key) {
      open_.back().has_key = false;
      add_entry(open_.back(), std::move(node));
    } else {
      take_key(open_.back(), node);
    }
  }
  void take_key(Open& map, const Node& node) {
    const bool merge = node.text == "<<" && !node.quoted;
    if (node.type != Node::Type::scalar)
      problems_.add(node.mark, fmt::format("a key must be text, found {}", describe(node)));
    else if (merge)
      problems_.add(node.mark, "merge keys (<<) are not allowed, write the values out");
    map.has_key = true;
    map.drop = merge || node.type != Node::Type::scalar;
    map.key = node.text;
    map.key_mark = node.mark;
  }
  void add_entry(Open& map, Node value) {
    if (map.drop)
      return;
    if (value.type == Node::Type::null)
      value.mark = map.key_mark;  // the parser's own mark is at what comes next
    if (const auto* first = find_entry(map.node, map.key)) {
      problems_.add(map.key_mark, fmt::format("{} is written twice, first in line {}", map.key,
                                              first->mark.line));
      return;
    }
    if (map.node.entries.size() >= most_entries) {
      problems_.add(map.key_mark, fmt::format("has more than {} entries", most_entries));
      throw TooMuch{};
    }
    map.node.entries.push_back({std::move(map.key), std::move(map.key_mark), std::move(value)});
  }
  static const Node::Entry* find_entry(const Node& node, const std::string& key) {
    for (const Node::Entry& entry : node.entries)
      if (entry.key == key)
        return &entry;
    return nullptr;
  }

  Columns columns_;
  std::string file_;
  Problems& problems_;
  Node root_;
  std::vector<Open> open_;
};

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries)
    if (entry.key == key)
      return &entry.value;
  return nullptr;
}

Node* Node::find(std::string_view key) {
  return const_cast<Node*>(std::as_const(*this).find(key));
}

std::optional<Node> parse_yaml(const std::string& text, const std::string& file,
                               Problems& problems) {
  if (!is_clean_text(text, file, problems))
    return {};
  Builder builder(text, file, problems);
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    Node root = builder.take();
    if (root.mark.line == 0)
      root.mark = {file, 1, 1};
    if (parser.HandleNextDocument(builder))
      problems.add(builder.take().mark, "a second document (---) is not allowed");
    return root;
  } catch (const TooMuch&) {
    return {};  // said by the builder
  } catch (const YAML::Exception& e) {
    const int quote = open_quote(text, e.mark.line + 1);
    problems.add(builder.mark(e.mark),
                 fmt::format("is not valid YAML: {}{}", e.msg,
                             quote > 0 ? fmt::format("; is the quote that line {} opens closed "
                                                     "there?",
                                                     quote)
                                       : ""));
  }
  return {};
}

namespace {

/// A character as it may stand between double quotes; the reader takes no raw control characters.
std::string quoted(char c) {
  if (c == '"' || c == '\\')
    return {'\\', c};
  if (c == '\n')
    return "\\n";
  if (c == '\t')
    return "\\t";
  return std::string(1, c);
}

std::string quote(const std::string& text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  std::string out = "\"";
  for (std::string_view rest = text; !rest.empty();) {
    const bool is_mark = rest.starts_with(byte_order_mark);
    const std::size_t control = control_length(rest);
    const std::size_t length = is_mark ? byte_order_mark.size() : std::max<std::size_t>(control, 1);
    out += is_mark ? "\\uFEFF" : control > 0 ? shown(rest.substr(0, length)) : quoted(rest.front());
    rest.remove_prefix(length);
  }
  return out + "\"";
}

bool ends_with_blank(const std::string& text) {
  return text.empty() || text.front() == ' ' || text.back() == ' ';
}

/// The reader would take it for nothing, an item of a list or the end of the document.
bool reads_as_mark(const std::string& text) {
  constexpr std::array<std::string_view, 4> nothing = {"~", "null", "Null", "NULL"};
  return std::find(nothing.begin(), nothing.end(), text) != nothing.end() || text == "-" ||
         text.starts_with("- ") || text.starts_with("---") || text.starts_with("...");
}

/// Without quotes it is read as the same text.
bool is_plain(const std::string& text) {
  const bool special = text.find_first_of(",[]{}:#&*!|>'\"%@`?\\") != std::string::npos;
  return !special && on_one_line(text) == text && !ends_with_blank(text) && !reads_as_mark(text) &&
         text.find("\xEF\xBB\xBF") == std::string::npos;
}

/// A key in block style; an address or an id with its target needs no quotes.
std::string block_key(const std::string& key) {
  const bool is_word =
      std::isalnum(static_cast<unsigned char>(key.empty() ? ' ' : key[0])) != 0 &&
      std::all_of(key.begin(), key.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 ||
               std::string_view("_-.@/+").find(static_cast<char>(c)) != std::string_view::npos;
      });
  return is_word && !reads_as_mark(key) ? key : quote(key);
}

bool is_list_of_maps(const Node& node) {
  return node.type == Node::Type::sequence && !node.items.empty() &&
         std::all_of(node.items.begin(), node.items.end(),
                     [](const Node& item) { return item.type == Node::Type::map; });
}

void write_block(std::string& out, const Node& map, int depth, int levels) {
  const std::string indent(static_cast<std::size_t>(2 * depth), ' ');
  for (const Node::Entry& entry : map.entries) {
    const std::string key = indent + block_key(entry.key) + ":";
    if (entry.value.type == Node::Type::map && !entry.value.entries.empty() && depth < levels) {
      out += key + "\n";
      write_block(out, entry.value, depth + 1, levels);
    } else if (is_list_of_maps(entry.value)) {
      out += key + "\n";
      for (const Node& item : entry.value.items)
        out += fmt::format("{}  - {}\n", indent, to_yaml(item));
    } else {
      out += fmt::format("{} {}\n", key, to_yaml(entry.value));
    }
  }
}

/// At most 60 bytes of a text, cut between characters.
std::string shortened(const std::string& text) {
  std::size_t length = 60;
  if (text.size() <= length)
    return text;
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
    --length;
  return text.substr(0, length) + "...";
}

}  // namespace

Node plain_node(std::string text, Mark mark) {
  Node out;
  out.type = Node::Type::scalar;
  out.text = std::move(text);
  out.mark = std::move(mark);
  return out;
}

Node text_node(std::string text, Mark mark) {
  Node out = plain_node(std::move(text), std::move(mark));
  out.quoted = true;
  return out;
}

Node list_node(std::vector<Node> items, Mark mark) {
  Node out;
  out.type = Node::Type::sequence;
  out.items = std::move(items);
  out.mark = std::move(mark);
  return out;
}

Node map_node(std::vector<std::pair<std::string, Node>> entries, Mark mark) {
  Node out;
  out.type = Node::Type::map;
  for (auto& [key, value] : entries)
    out.entries.push_back({std::move(key), mark, std::move(value)});
  out.mark = std::move(mark);
  return out;
}

std::string to_yaml(const Node& node) {
  if (node.type == Node::Type::null)
    return "~";
  if (node.type == Node::Type::scalar)
    return node.quoted || !is_plain(node.text) ? quote(node.text) : node.text;
  std::string out;
  for (const Node& item : node.items)
    out += (out.empty() ? "" : ", ") + to_yaml(item);
  for (const Node::Entry& entry : node.entries)
    out += (out.empty() ? "" : ", ") + quote(entry.key) + ": " + to_yaml(entry.value);
  return node.type == Node::Type::sequence ? "[" + out + "]" : "{" + out + "}";
}

std::string to_yaml_block(const Node& map, int levels) {
  std::string out;
  write_block(out, map, 0, levels);
  return out;
}

std::string yaml_remark(const std::string& text) {
  return "# " + on_one_line(as_utf8(text));
}

std::string describe(const Node& node) {
  const std::string text = shortened(node.text);
  switch (node.type) {
    case Node::Type::null:
      return "nothing";
    case Node::Type::sequence:
      return "a list";
    case Node::Type::map:
      return "a map";
    case Node::Type::scalar:
      break;
  }
  return node.quoted || text.find(' ') != std::string::npos ? '"' + text + '"' : text;
}

}  // namespace models
