#include "scenarios/threats/threat_parts.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "models/text/pieces.hpp"
#include "models/text/reading.hpp"
#include "models/text/units.hpp"

namespace scenarios {

namespace {

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// `DR-07` or `dr_07`, to the end of a name.
bool begins_with_threat(std::string_view text) {
  const auto letters = std::find_if_not(text.begin(), text.end(), is_letter);
  if (letters == text.begin() || letters == text.end() || (*letters != '-' && *letters != '_'))
    return false;
  const auto digits = std::find_if_not(letters + 1, text.end(), is_digit);
  return digits != letters + 1 && (digits == text.end() || *digits == '@' || *digits == '+' ||
                                   *digits == ',' || *digits == ' ');
}

/// At commas behind which another threat begins: targets have commas too.
std::vector<std::string> split_at_threats(const std::string& text) {
  std::vector<std::string> out(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t next = text.find_first_not_of(' ', i + 1);
    if (text[i] == ',' && next != std::string::npos &&
        begins_with_threat(std::string_view(text).substr(next)))
      out.emplace_back();
    else
      out.back() += text[i];
  }
  return out;
}

/// The `+` before a time: the last one that a digit follows, for `random:1+partner` has one too.
std::size_t offset_of(const std::string& text) {
  const auto plus = text.rfind('+');
  const auto digit = plus == std::string::npos ? plus : text.find_first_not_of(' ', plus + 1);
  return digit != std::string::npos && is_digit(text[digit]) ? plus : std::string::npos;
}

std::string read_after(const std::string& text, const std::string& part, const models::Mark& mark) {
  const models::Quantity time =
      models::read_quantity(models::text_node(text, mark), models::time_dimension);
  if (!time.error.empty())
    models::refuse(mark, fmt::format("has {} with an offset that is no time such as +30min: {}",
                                     part, time.error));
  return text;
}

ThreatPart read_part(const std::string& text, const models::Mark& mark) {
  ThreatPart out;
  std::string rest = text;
  if (const auto plus = offset_of(text); plus != std::string::npos) {
    out.after = read_after(models::trimmed(text.substr(plus + 1)), models::trimmed(text), mark);
    rest.resize(plus);
  }
  const auto at = rest.find('@');
  out.threat = models::trimmed(rest.substr(0, at));
  if (at != std::string::npos)
    out.target = models::trimmed(rest.substr(at + 1));
  if (out.threat.empty() || (at != std::string::npos && out.target.empty()))
    models::refuse(mark, fmt::format("must be threats such as DR-20@amsterdam,DR-09+30min, found "
                                     "\"{}\"",
                                     models::trimmed(text)));
  return out;
}

void add_new(std::vector<std::string>& all, const std::vector<std::string>& more) {
  for (const std::string& one : more)
    if (std::find(all.begin(), all.end(), one) == all.end())
      all.push_back(one);
}

void add(CatalogueThreat& out, const CatalogueThreat& threat) {
  const auto joined = [](std::string& all, const std::string& one) {
    all += (all.empty() ? "" : " + ") + one;
  };
  joined(out.name_nl, threat.name_nl);
  joined(out.name_en, threat.name_en);
  add_new(out.origin, threat.origin);
  add_new(out.actors, threat.actors);
  add_new(out.cia, threat.cia);
  add_new(out.voorzieningen, threat.voorzieningen);
  out.not_simulated.insert(out.not_simulated.end(), threat.not_simulated.begin(),
                           threat.not_simulated.end());
}

}  // namespace

std::vector<ThreatPart> read_parts(const std::string& text, const models::Mark& mark) {
  std::vector<ThreatPart> out;
  for (const std::string& part : split_at_threats(text))
    out.push_back(read_part(part, mark));
  const bool first = std::any_of(out.begin(), out.end(),
                                 [](const ThreatPart& part) { return part.after.empty(); });
  if (!first)
    models::refuse(mark, "must have a threat without an offset: offsets are from the first onset");
  return out;
}

std::vector<ThreatPart> parts_of_label(const std::string& label) {
  try {
    return read_parts(label, {});
  } catch (const models::InvalidInput&) {
    return {{label, "", ""}};
  }
}

std::string to_text(const std::vector<ThreatPart>& parts) {
  std::string out;
  for (const ThreatPart& part : parts)
    out += (out.empty() ? "" : ",") + part.threat + (part.target.empty() ? "" : "@" + part.target) +
           (part.after.empty() ? "" : "+" + part.after);
  return out;
}

std::vector<ThreatPart> in_one_form(std::vector<ThreatPart> parts) {
  for (ThreatPart& part : parts) {
    part.threat = in_capitals(part.threat);
    if (part.after.empty())
      continue;
    const double s =
        models::read_quantity(models::text_node(part.after, {}), models::time_dimension).value;
    part.after = s > 0 ? fmt::format("{} s", s) : "";
  }
  std::sort(parts.begin(), parts.end());
  return parts;
}

std::vector<ThreatPart> with_targets(std::vector<ThreatPart> parts, const Catalogue& catalogue) {
  for (ThreatPart& part : parts) {
    const auto known =
        std::ranges::find(catalogue.threats, in_capitals(part.threat), &CatalogueThreat::id);
    if (part.target.empty() && known != catalogue.threats.end())
      part.target = known->target;
  }
  return parts;
}

CatalogueThreat together(const Catalogue& catalogue, const std::vector<ThreatPart>& parts) {
  CatalogueThreat out;
  out.role = Role::composite;
  bool all_aimed = true;
  for (const ThreatPart& part : parts) {
    const CatalogueThreat& threat = catalogue.threat(part.threat);
    if (out.id.empty())
      out.mark = threat.mark;
    add(out, threat);
    out.id = out.id.empty() ? threat.id : out.id;
    all_aimed = all_aimed && !part.target.empty();
    out.target += (out.target.empty() ? "" : ",") + part.target;
  }
  if (!all_aimed)
    out.target.clear();
  out.id = to_text(parts);
  return out;
}

}  // namespace scenarios
