#include "reports/manual/entries.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "models/text/pieces.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/manual/pages.hpp"

namespace reports {
namespace {

bool is_key_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '*' ||
         c == '-';
}

/// "down" of "down: {components: [...]}"; "" of "{regions}".
std::string begin_of(std::string_view code) {
  const auto end = std::ranges::find_if_not(code, is_key_character);
  return std::string(code.begin(), end);
}

/// What stands between pairs of the mark: `a`, or **a**.
std::vector<std::string> spans(std::string_view text, std::string_view mark) {
  std::vector<std::string> out;
  for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at)) {
    const auto begin = at + mark.size(), end = text.find(mark, begin);
    if (end == text.npos)
      break;
    out.emplace_back(text.substr(begin, end - begin));
    at = end + mark.size();
  }
  return out;
}

/// The first colon that is in no code; npos: none.
std::size_t colon_of(std::string_view text) {
  bool code = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '`')
      code = !code;
    if (text[i] == ':' && !code)
      return i;
  }
  return std::string_view::npos;
}

void erase_all(std::string& text, std::string_view what) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at))
    text.erase(at, what.size());
}

/// "on top of" of "*on top of*"; a * within an address stays.
void erase_slants(std::string& text) {
  const auto is_letter = [&](std::size_t at) {
    return at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) != 0;
  };
  for (auto at = text.find('*'); at != text.npos; at = text.find('*', at + 1)) {
    const bool opens = (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(') && is_letter(at + 1);
    const auto end = opens ? text.find('*', at + 1) : text.npos;
    if (end == text.npos)
      continue;
    text.erase(end, 1);
    text.erase(at, 1);
  }
}

/// "here" of "[here](there.md)", without marks of bold, code and slanted text.
std::string plain(std::string text) {
  for (auto at = text.find("]("); at != text.npos; at = text.find("](", at)) {
    const auto begin = text.rfind('[', at), end = text.find(')', at);
    if (begin == text.npos || end == text.npos)
      break;
    text.erase(at, end + 1 - at);
    text.erase(begin, 1);
  }
  for (const std::string_view mark : {"**", "`", "\\"})
    erase_all(text, mark);
  erase_slants(text);
  return models::trimmed(text);
}

/// "a", "b" of "a, b".
std::vector<std::string> words_of_numbers(const std::string& cell) {
  std::vector<std::string> out;
  for (const std::string& part : models::split_at_commas(cell)) {
    const bool digits = !part.empty() && std::ranges::all_of(part, [](unsigned char c) {
      return std::isdigit(c) != 0;
    });
    if (digits)
      out.push_back(part);
  }
  return out;
}

std::vector<std::string> pieces(const std::string& text, char mark) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string piece; std::getline(in, piece, mark);)
    out.push_back(models::trimmed(piece));
  return out;
}

/// Cells of "| a | b \| c |".
std::vector<std::string> cells_of(std::string_view row) {
  std::vector<std::string> out;
  std::string cell;
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (row[i] != '|' || row[i - 1] == '\\') {
      cell += row[i];
      continue;
    }
    out.push_back(models::trimmed(cell));
    cell.clear();
  }
  return out;
}

class PageReader {
public:
  PageReader(Manual& manual, std::string_view page) : manual_(manual), page_(page) {}

  void read(std::string_view text) {
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);)
      take(line);
    end_item();
  }

private:
  void take(const std::string& line) {
    if (line.starts_with("```")) {
      end_item();
      in_block_ = !in_block_;
    } else if (in_block_) {
      manual_.lines.push_back({page_, heading_, line});
    } else if (!item_.empty() && line.starts_with("  ")) {
      item_ += " " + models::trimmed(line);
    } else {
      end_item();
      begin(line);
    }
  }

  void begin(const std::string& line) {
    if (line.starts_with("#"))
      heading_ = plain(line.substr(line.find_first_not_of('#')));
    else if (line.starts_with("- "))
      item_ = line.substr(2);
    if (line.starts_with("|"))
      row(line);
    else
      headings_.clear();
  }

  void end_item() {
    const std::string item = std::exchange(item_, "");
    for (std::size_t begin = 0; begin != item.npos;) {
      const std::size_t end = next_key(item, begin + 1);
      add_item(item.substr(begin, end == item.npos ? end : end - begin));
      begin = end;
    }
  }

  /// Where a sentence begins with another key: "... knows. `decide`: from there".
  static std::size_t next_key(const std::string& item, std::size_t from) {
    for (auto at = item.find(". `", from); at != item.npos; at = item.find(". `", at + 1)) {
      const auto end = item.find('`', at + 3);
      if (end != item.npos && end + 1 < item.size() && item[end + 1] == ':')
        return at + 2;
    }
    return item.npos;
  }

  void add_item(const std::string& item) {
    const auto colon = colon_of(item);
    if (colon == item.npos)
      return;
    const std::string head = item.substr(0, colon);
    std::vector<std::string> keys;
    for (const std::string& code : spans(head, "`"))
      keys.push_back(begin_of(code));
    for (const std::string& bold : spans(head, "**"))
      for (const std::string& word : pieces(bold, ','))
        keys.push_back(word);
    add(keys, item);
  }

  void row(const std::string& line) {
    const std::vector<std::string> cells = cells_of(line);
    if (headings_.empty()) {
      headings_ = cells;
      return;
    }
    if (cells.size() < 2 || cells[0].starts_with("-"))
      return;
    std::vector<std::string> keys = words_of_numbers(cells[0]);
    for (const std::string& code : spans(cells[0], "`"))
      keys.push_back(begin_of(code));
    std::string text = cells[1];
    for (std::size_t i = 2; i < cells.size() && i < headings_.size(); ++i)
      if (!cells[i].empty())
        text += "; " + headings_[i] + ": " + cells[i];
    add(keys, text);
  }

  void add(const std::vector<std::string>& keys, const std::string& text) {
    for (const std::string& key : keys)
      if (!key.empty())
        manual_.entries.push_back({page_, heading_, key, plain(text)});
  }

  Manual& manual_;
  std::string page_, heading_, item_;
  std::vector<std::string> headings_;  ///< of the table
  bool in_block_ = false;
};

/// The steps of the key, * for any, are those of the address before `end`.
bool ends_at(const std::vector<std::string>& key, const std::vector<std::string>& address,
             std::size_t end) {
  if (key.empty() || key.size() > end)
    return false;
  return std::equal(key.begin(), key.end(), address.begin() + std::ptrdiff_t(end - key.size()),
                    [](const std::string& a, const std::string& b) { return a == "*" || a == b; });
}

/// "scale up" is that of scale_up, "disciplines and kinds" of both.
bool is_heading_of(const std::string& heading, std::string section) {
  std::ranges::replace(section, '_', ' ');
  return (" " + heading + " ").find(" " + section + " ") != std::string::npos;
}

/// The line has "key:", with nothing of a longer word before it.
bool has_key(const std::string& line, const std::string& key) {
  for (auto at = line.find(key + ":"); at != line.npos; at = line.find(key + ":", at + 1))
    if (at == 0 || !is_key_character(line[at - 1]))
      return true;
  return false;
}

std::size_t indent_of(const std::string& line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

}  // namespace

std::vector<ManualEntry> Manual::of(std::string_view key) const {
  std::vector<ManualEntry> out;
  const std::string asked = lower_case(std::string(key));
  for (const ManualEntry& entry : entries) {
    const std::string known = lower_case(entry.key);
    const auto dot = known.rfind('.');
    if (known == asked || (dot != std::string::npos && known.substr(dot + 1) == asked))
      out.push_back(entry);
  }
  return out;
}

const ManualEntry* Manual::of_address(const std::string& address,
                                      const std::vector<std::string_view>& pages) const {
  const std::vector<std::string> steps = pieces(address, '.');
  const ManualEntry* best = nullptr;
  std::size_t best_end = 0, best_size = 0;
  for (const ManualEntry& entry : entries) {
    if (std::ranges::find(pages, entry.page) == pages.end() ||
        (entry.page == "formats/world.md" && !is_heading_of(entry.heading, steps.front())))
      continue;
    const std::vector<std::string> key = pieces(entry.key, '.');
    for (std::size_t end = steps.size(); end > 0; --end)
      if (ends_at(key, steps, end)) {
        if (end > best_end || (end == best_end && key.size() > best_size)) {
          best = &entry;
          best_end = end;
          best_size = key.size();
        }
        break;
      }
  }
  return best;
}

std::string Manual::example(const ManualEntry& entry) const {
  constexpr std::size_t most_lines = 8;
  const std::string key = entry.key.substr(entry.key.rfind('.') + 1);
  const auto find = [&](bool same_heading) {
    return std::ranges::find_if(lines, [&](const ManualLine& line) {
      return line.page == entry.page && (!same_heading || line.heading == entry.heading) &&
             has_key(line.text, key);
    });
  };
  auto at = find(true);
  if (at == lines.end())
    at = find(false);
  if (at == lines.end())
    return "";
  const std::size_t indent = indent_of(at->text);
  std::string out = at->text.substr(indent);
  for (std::size_t n = 1; ++at != lines.end() && n < most_lines && indent_of(at->text) > indent &&
                          at->page == entry.page;
       ++n)
    out += "\n" + at->text.substr(indent);
  return out;
}

void add_page(Manual& manual, std::string_view name, std::string_view text) {
  PageReader(manual, name).read(text);
}

Manual manual() {
  Manual out;
  for (const auto& [name, text] : manual_pages())
    add_page(out, name.substr(name.starts_with("docs/") ? name.find('/') + 1 : 0), text);
  return out;
}

}  // namespace reports
