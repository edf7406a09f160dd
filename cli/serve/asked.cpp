#include "cli/serve/asked.hpp"

#include <algorithm>

#include "models/text/problems.hpp"
#include "reports/words/serve_words.hpp"

namespace cli {
namespace {

using nlohmann::json;

constexpr std::size_t longest_text = 500;
constexpr std::size_t most_entries = 500;

const json nothing;

bool is_one_line(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return c >= ' ' && c != 127; });
}

}  // namespace

Asked::Asked(const json& object, std::vector<FieldProblem>& problems, reports::Language language,
             std::string prefix)
    : object_(object.is_object() ? object : nothing),
      problems_(problems),
      language_(language),
      prefix_(std::move(prefix)) {
  if (!object.is_object())
    fail("", reports::serve_word("object", language_));
}

void Asked::fail(const std::string& key, const std::string& message) {
  problems_.push_back({prefix_ + key, message});
}

const json* Asked::find(const char* key) {
  known_.insert(key);
  const auto at = object_.find(key);
  return at == object_.end() || at->is_null() ? nullptr : &*at;
}

std::string Asked::text_of(const json& value, const std::string& key) {
  if (!value.is_string() || value.get_ref<const std::string&>().size() > longest_text ||
      !is_one_line(value.get_ref<const std::string&>())) {
    fail(key, reports::serve_text("line", language_, longest_text));
    return "";
  }
  return value.get<std::string>();
}

std::string Asked::text(const char* key) {
  const json* const value = find(key);
  return value == nullptr ? "" : text_of(*value, key);
}

std::string Asked::required_text(const char* key) {
  const std::size_t before = problems_.size();
  std::string out = text(key);
  if (out.empty() && problems_.size() == before)
    fail(key, reports::serve_word("required", language_));
  return out;
}

std::optional<std::uint64_t> Asked::count(const char* key, std::uint64_t least,
                                          std::uint64_t most) {
  const json* const value = find(key);
  if (value == nullptr)
    return {};
  if (!value->is_number_unsigned() || value->get<std::uint64_t>() < least ||
      value->get<std::uint64_t>() > most) {
    fail(key, reports::serve_text("count", language_, least, most));
    return {};
  }
  return value->get<std::uint64_t>();
}

std::vector<std::string> Asked::texts(const char* key) {
  const json* const value = find(key);
  std::vector<std::string> out;
  if (value == nullptr)
    return out;
  if (!value->is_array() || value->size() > most_entries) {
    fail(key, reports::serve_text("list", language_, most_entries));
    return out;
  }
  for (const json& item : *value)
    out.push_back(text_of(item, key));
  return out;
}

std::vector<std::pair<std::string, std::string>> Asked::map(const char* key) {
  const json* const value = find(key);
  std::vector<std::pair<std::string, std::string>> out;
  if (value == nullptr)
    return out;
  if (!value->is_object() || value->size() > most_entries) {
    fail(key, reports::serve_text("map", language_, most_entries));
    return out;
  }
  for (const auto& [name, item] : value->items())
    out.emplace_back(text_of(name, key), text_of(item, std::string(key) + "." + name));
  return out;
}

const json& Asked::part(const char* key) {
  const json* const value = find(key);
  return value == nullptr ? nothing : *value;
}

void Asked::refuse_others() {
  if (!object_.is_object())
    return;
  const std::vector<std::string> known{known_.begin(), known_.end()};
  for (const auto& [key, value] : object_.items())
    if (!known_.contains(key)) {
      const std::string near = models::nearest(key, known);
      fail(key, reports::serve_word("unknown", language_) +
                    (near.empty() ? "" : reports::serve_text("meant", language_, near)));
    }
}

}  // namespace cli
