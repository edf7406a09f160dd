#include <fmt/format.h>

#include <sstream>

#include "models/text/printed.hpp"
#include "reports/explained/explained.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"
#include "reports/words/explain_words.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using json = nlohmann::ordered_json;

constexpr std::size_t said_width = 80;

void say(std::ostream& out, const std::string& label, const std::string& text) {
  const std::string begin = fmt::format("  {:<14} ", label);
  std::istringstream in(text);
  bool first = true;
  for (std::string line; std::getline(in, line); first = false)
    if (text.find('\n') == std::string::npos)
      print_beside(out, begin, line, said_width);
    else
      out << (first ? begin : std::string(width_of(begin), ' ')) << line << '\n';
}

void say_uses(std::ostream& out, const std::vector<Use>& uses, Language language) {
  if (uses.empty())
    say(out, explain_word("used", language), explain_word("unused", language));
  for (const Use& use : uses)
    say(out, &use == uses.data() ? explain_word("used", language) : "",
        fmt::format("{}:{}  {}", use.file, use.line, use.in));
}

json json_of(const Explained& one) {
  const auto text = [](const std::string& said) {
    return said.empty() ? json(nullptr) : json(said);
  };
  json uses = nullptr;
  if (one.uses) {
    uses = json::array();
    for (const Use& use : *one.uses)
      uses.push_back({{"file", use.file}, {"line", use.line}, {"in", use.in}});
  }
  return {{"word", one.word},
          {"is", one.is},
          {"meaning", one.entry ? json(one.entry->text) : json(nullptr)},
          {"page", one.entry ? json("docs/" + one.entry->page) : json(nullptr)},
          {"heading", one.entry ? json(one.entry->heading) : json(nullptr)},
          {"takes", text(one.takes)},
          {"example", text(one.example)},
          {"detail", one.detail},
          {"used", uses}};
}

}  // namespace

std::string explained_text(const std::vector<Explained>& found, Language language) {
  return models::printed([&](std::ostream& out) {
    for (const Explained& one : found) {
      if (&one != found.data())
        out << '\n';
      out << emphasised(one.word, bold_wanted()) << ": "
          << explain_word_at("is." + one.is, language) << '\n';
      out << one.told;
      if (one.entry) {
        say(out, explain_word("meaning", language),
            (one.entry->text.starts_with(one.entry->key) || one.entry->key == one.word
                 ? ""
                 : one.entry->key + ": ") +
                one.entry->text);
      }
      for (const auto& [label, text] : one.facts)
        say(out, label, text);
      say(out, explain_word("takes", language), one.takes);
      say(out, explain_word("example", language), one.example);
      if (one.uses)
        say_uses(out, *one.uses, language);
      if (one.entry)
        say(out, explain_word("page", language),
            fmt::format("docs/{}, {}", one.entry->page, one.entry->heading));
    }
  });
}

json explained_json(const std::string& asked, const std::vector<Explained>& found) {
  json list = json::array();
  for (const Explained& one : found)
    list.push_back(json_of(one));
  return {{"schema", name_of(results::Schema::explain)}, {"asked", asked}, {"found", list}};
}

}  // namespace reports
