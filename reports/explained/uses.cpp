#include "reports/explained/uses.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "models/text/yaml_document.hpp"

namespace reports {
namespace {

using Path = std::vector<std::string>;

bool is_below(const std::string& address, const std::string& above) {
  return address == above || address.starts_with(above + ".");
}

bool has(const Path& above, std::string_view key) {
  return std::ranges::find(above, key) != above.end();
}

/// `meldkamers.*.roster.politie.*`: * stands for any text.
bool matches(std::string_view pattern, std::string_view text) {
  const auto star = pattern.find('*');
  if (star == pattern.npos)
    return pattern == text;
  if (!text.starts_with(pattern.substr(0, star)))
    return false;
  for (std::size_t at = star; at <= text.size(); ++at)
    if (matches(pattern.substr(star + 1), text.substr(at)))
      return true;
  return false;
}

bool is_of_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
}

bool holds_name(const std::string& text, const std::string& name) {
  for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    const auto end = at + name.size();
    if ((at == 0 || !is_of_name(text[at - 1])) && (end == text.size() || !is_of_name(text[end])))
      return true;
  }
  return false;
}

class Search {
public:
  Search(const Wanted& wanted, std::vector<Use>& out) : wanted_(wanted), out_(out) {}

  void look_in(const models::Node& node) {
    if (node.type == models::Node::Type::scalar && wanted_.is(above_, node.text))
      add(node.mark);
    for (const models::Node& item : node.items)
      look_in(item);
    for (const models::Node::Entry& entry : node.entries) {
      if (wanted_.is(above_, entry.key))
        add(entry.mark, entry.key);
      above_.push_back(entry.key);
      look_in(entry.value);
      above_.pop_back();
    }
  }

private:
  /// DR-20, or soc_detection: what is named below the section; else the section.
  std::string name_here(const std::string& key) const {
    static constexpr std::array<std::string_view, 5> sections = {"threats", "measures", "risicos",
                                                                 "branches", "assumptions"};
    const bool named =
        !above_.empty() && std::ranges::find(sections, above_.front()) != sections.end();
    if (named && above_.size() > 1)
      return above_[1];
    return named && !key.empty() ? key : above_.empty() ? key : above_.front();
  }

  void add(const models::Mark& mark, const std::string& key = "") {
    Use use{mark.file, mark.line, name_here(key)};
    if (std::ranges::none_of(
            out_, [&](const Use& other) { return other.file == use.file && other.in == use.in; }))
      out_.push_back(std::move(use));
  }

  const Wanted& wanted_;
  std::vector<Use>& out_;
  Path above_;
};

}  // namespace

Wanted address_wanted(const std::string& address) {
  return {
      address.substr(0, address.find('.')), [address](const Path& above, const std::string& text) {
        if (has(above, "of") || has(above, "covers") || has(above, "balance"))
          return matches(text, address);
        return text.find('.') != text.npos && (is_below(address, text) || is_below(text, address));
      }};
}

Wanted effect_wanted(const std::string& word) {
  return {word, [word](const Path& above, const std::string& text) {
            return !above.empty() && above.back() == "effects" && text == word;
          }};
}

Wanted name_wanted(const std::string& name) {
  return {name, [name](const Path& above, const std::string& text) {
            const bool free_text = has(above, "note") || has(above, "source") ||
                                   has(above, "why") || has(above, "description");
            return !free_text && holds_name(text, name);
          }};
}

std::vector<Use> uses_of(const Wanted& wanted, const std::vector<models::InputFile>& files) {
  std::vector<Use> out;
  for (const models::InputFile& file : files) {
    if (file.text.find(wanted.needle) == file.text.npos)
      continue;
    models::Problems problems;
    if (const auto root = models::parse_yaml(file.text, file.path, problems))
      Search(wanted, out).look_in(*root);
  }
  return out;
}

}  // namespace reports
