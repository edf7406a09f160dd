#include "analysis/register/register_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace analysis {
namespace {

using models::Node;

constexpr const char* section = "risicos";

bool same(const Node& a, const Node& b) {
  return a.type == b.type && a.text == b.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
         std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                    [](const Node::Entry& x, const Node::Entry& y) {
                      return x.key == y.key && same(x.value, y.value);
                    });
}

/// The tree of a text that was read before, or of one that may be wrong.
std::optional<Node> tree_of(const std::string& text, const std::string& file) {
  models::Problems problems;
  auto root = models::parse_yaml(text, file, problems);
  return problems.empty() ? std::move(root) : std::nullopt;
}

/// `after` is `before` with so many more risks at the end, and nothing else.
bool only_added(Node before, const std::string& after, std::size_t risks) {
  auto root = tree_of(after, "");
  Node* const now = root ? root->find(section) : nullptr;
  if (now == nullptr || now->type != Node::Type::map || now->entries.size() < risks)
    return false;
  now->entries.resize(now->entries.size() - risks);
  Node* const then = before.find(section);
  if (then == nullptr || then->type == Node::Type::null) {
    if (!now->entries.empty())
      return false;
    if (then == nullptr)
      root->entries.pop_back();
    else
      *now = *then;
  }
  return same(before, *root);
}

/// Where each line begins, and the end of the text.
std::vector<std::size_t> line_starts(const std::string& text) {
  std::vector<std::size_t> out = {0};
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n')
      out.push_back(i + 1);
  if (out.back() != text.size())
    out.push_back(text.size());
  return out;
}

bool is_indented(const std::string& text, std::size_t from, std::size_t until) {
  const auto word = text.find_first_not_of(" \r\n", from);
  return text[from] == ' ' && word < until;
}

/// The section in the text: its lines are [first, last) of `starts`.
struct Block {
  std::vector<std::size_t> starts;
  std::size_t first = 0, last = 0;
  std::string indent = "  ";

  /// Behind the last line that belongs to it for sure.
  std::size_t inner_end(const std::string& text) const {
    std::size_t line = last;
    while (line > first + 1 && !is_indented(text, starts[line - 1], starts[line]))
      --line;
    return starts[line];
  }
  /// Behind the blank lines and remarks too.
  std::size_t outer_end() const { return starts[last]; }
};

[[noreturn]] void refuse(const models::Mark& mark) {
  models::refuse(mark,
                 "risks can only be added to a block: risicos with a risk on lines of its own, "
                 "indented, without braces; the file is as it was");
}

/// The blanks before the key; nothing when anything else stands there.
std::optional<std::string> indent_of(const std::string& text, std::size_t line_start, int column) {
  const std::string before = text.substr(line_start, static_cast<std::size_t>(column) - 1);
  return !before.empty() && before.find_first_not_of(' ') == std::string::npos
             ? std::optional(before)
             : std::nullopt;
}

Block block_of(const Node& root, const Register& before) {
  Block out;
  const std::string& text = before.input.text;
  out.starts = line_starts(text);
  out.last = out.starts.size() - 1;
  const auto at = std::find_if(root.entries.begin(), root.entries.end(),
                               [](const Node::Entry& entry) { return entry.key == section; });
  if (at == root.entries.end()) {
    out.first = out.last;
    return out;
  }
  out.first = static_cast<std::size_t>(at->mark.line) - 1;
  if (at + 1 != root.entries.end())
    out.last = static_cast<std::size_t>((at + 1)->mark.line) - 1;
  if (at->value.type == Node::Type::null)
    return out;
  if (at->value.entries.empty())
    refuse(at->mark);
  const models::Mark& risk = at->value.entries.front().mark;
  const auto indent =
      indent_of(text, out.starts.at(static_cast<std::size_t>(risk.line) - 1), risk.column);
  if (!indent || out.last <= out.first)
    refuse(risk);
  out.indent = *indent;
  return out;
}

/// Plain when it is a word like DR-20 or acd@rotterdam, else between quotes.
std::string scalar(const std::string& text) {
  Node node;
  node.type = Node::Type::scalar;
  node.text = text;
  node.quoted = text.empty() || std::isalnum(static_cast<unsigned char>(text[0])) == 0 ||
                text.find_first_not_of(
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                    "0123456789_-@./") != std::string::npos;
  return to_yaml(node);
}

void add_risk(std::vector<std::string>& out, const NewRisk& risk) {
  out.push_back(scalar(risk.id) + ":");
  const auto say = [&](const char* key, const std::string& value) {
    out.push_back(fmt::format("  {}: {}", key, value));
  };
  const RiskSubject& subject = risk.subject;
  if (!subject.threat.empty())
    say("threat",
        scalar(subject.threat) + (risk.name.empty() ? "" : "  " + models::yaml_remark(risk.name)));
  for (const auto& [key, value] :
       {std::pair("target", subject.target), std::pair("plan", subject.plan),
        std::pair("background", subject.background)})
    if (!value.empty())
      say(key, scalar(value));
  if (!risk.recorded.empty())
    say("recorded", scalar(risk.recorded));
  for (const char* key : {"eigenaar", "beheerder", "hoofdgebruiker", "leverancier", "mandaat",
                          "verantwoordelijkheid_betwist", "status"})
    say(key, std::string(not_established));
  if (!risk.rubricering.empty())
    say("rubricering", scalar(risk.rubricering));
}

std::string lines_of(const std::vector<NewRisk>& risks, const std::string& indent,
                     const std::string& line_end, models::Day today) {
  std::vector<std::string> lines = {fmt::format(
      "# Toegevoegd op {} door uitwijk register: nog niets vastgesteld.", models::written(today))};
  for (const NewRisk& risk : risks)
    add_risk(lines, risk);
  std::string out;
  for (const std::string& line : lines)
    out += indent + line + line_end;
  return out;
}

}  // namespace

std::string with_risks(const Register& before, const std::vector<NewRisk>& risks,
                       models::Day today) {
  const std::string& text = before.input.text;
  if (risks.empty())
    return text;
  const std::string line_end = text.find("\r\n") != std::string::npos ? "\r\n" : "\n";
  // A last line that was left open gets its end, which is all that a folded text there gains.
  const auto root = tree_of(text.ends_with('\n') ? text : text + line_end, before.input.path);
  if (!root)
    throw std::logic_error("a register that was read cannot be read");
  const Block block = block_of(*root, before);
  const bool is_there = root->find(section) != nullptr;
  const std::string added =
      (is_there ? "" : section + (":" + line_end)) + lines_of(risks, block.indent, line_end, today);
  for (const std::size_t at : {block.inner_end(text), block.outer_end()}) {
    const bool open_line = at > 0 && text[at - 1] != '\n';
    std::string out = text.substr(0, at) + (open_line ? line_end : "") + added + text.substr(at);
    if (only_added(*root, out, risks.size()))
      return out;
  }
  const Node* const there = root->find(section);
  refuse(there != nullptr ? there->mark : root->mark);
}

std::string empty_register(const std::string& rubricering) {
  return fmt::format(
      "# Risicoregister. Mensen houden het bij; docs/formats/register.md legt de sleutels uit.\n"
      "# Noem functies, geen personen.\n"
      "register:\n"
      "  name: \"Risicoregister\"\n"
      "  version: \"1\"\n"
      "  status: concept\n"
      "  rubricering: {}\n"
      "\n"
      "mandaten:            # wie tot en met welk niveau mag aanvaarden: niet vastgesteld\n"
      "\n"
      "rollen:              # wie een eigen blik op het register heeft (--role)\n"
      "\n"
      "risicos:\n",
      scalar(rubricering));
}

}  // namespace analysis
