#include "reports/documents/attack_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "models/chance/whole.hpp"
#include "models/world/calendar.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"
#include "reports/words/attack_words.hpp"
#include "reports/words/numbers.hpp"

namespace reports {
namespace {

using scenarios::AttackMoment;

constexpr std::array moment_names = {"access",   "taken",   "seen",     "noticed",    "struck",
                                     "isolated", "evicted", "restored", "reconnected"};
constexpr std::size_t sentence_from = 30;

const char* name_of(AttackMoment::Kind kind) {
  return moment_names.at(static_cast<std::size_t>(kind));
}

std::string local_of(const AttackMoment& moment, const scenarios::Scenario& scenario,
                     const models::Calendar& calendar) {
  return calendar.to_local(scenario.window.start + models::nearest<models::UtcSeconds>(moment.t_s));
}

/// "3 d 4 h", or to the minute within the first day.
std::string since_access(double s) {
  constexpr double day_s = 86400;
  if (s < day_s)
    return duration(s);
  const auto hours = static_cast<long>(s / 3600);
  return fmt::format("{} d {} h", hours / 24, hours % 24);
}

bool has(const std::vector<AttackMoment>& attack, AttackMoment::Kind kind) {
  return std::ranges::any_of(attack, [&](const AttackMoment& one) { return one.kind == kind; });
}

}  // namespace

std::vector<std::string> attack_lines(const scenarios::Scenario& scenario, const std::string& zone,
                                      Language language) {
  const models::Calendar calendar(zone);
  const auto& attack = scenario.attack;
  std::vector<std::string> out;
  if (attack.empty())
    return out;
  out = wrapped(attack_word("title", language), page_width, 0);
  for (std::size_t i = 0; i < attack.size();) {
    std::vector<std::string> of;
    const AttackMoment& first = attack[i];
    for (; i < attack.size() && attack[i].kind == first.kind && attack[i].t_s == first.t_s; ++i)
      of.push_back(attack[i].of);
    const std::string sentence = filled_at(attack_phrases, name_of(first.kind), language,
                                           listed(of, page_width - sentence_from - 2));
    const auto text = wrapped(sentence, page_width - sentence_from, 2);
    for (std::size_t line = 0; line < text.size(); ++line)
      out.push_back(line > 0 ? std::string(sentence_from, ' ') + text[line]
                             : fmt::format("{}  {:>10}  {}",
                                           local_of(first, scenario, calendar).substr(0, 16),
                                           since_access(first.t_s - attack.front().t_s), text[0]));
  }
  if (!has(attack, AttackMoment::Kind::struck))
    out.push_back(has(attack, AttackMoment::Kind::seen) ? attack_word("stopped", language)
                                                        : attack_word("by_itself", language));
  return out;
}

nlohmann::ordered_json attack_json(const scenarios::Scenario& scenario, const std::string& zone) {
  const models::Calendar calendar(zone);
  auto out = nlohmann::ordered_json::array();
  for (const AttackMoment& moment : scenario.attack)
    out.push_back({{"t_s", moment.t_s},
                   {"since_access_s", moment.t_s - scenario.attack.front().t_s},
                   {"local", local_of(moment, scenario, calendar)},
                   {"kind", name_of(moment.kind)},
                   {"of", moment.of},
                   {"from", moment.from}});
  return out;
}

}  // namespace reports
