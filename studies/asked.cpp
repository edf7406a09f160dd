#include "studies/asked.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <span>
#include <string_view>

namespace studies {

std::string AskedWorld::canonical() const {
  std::string out;
  if (!measures.empty())
    out += " --measures " + shell_quoted(measures);
  if (!measure_file.empty())
    out += " --measure-file " + shell_quoted(measure_file);
  for (const std::string& text : set)
    out += " --set " + shell_quoted(text);
  for (const std::string& file : with)
    out += " --with " + shell_quoted(file);
  if (!plan.empty())
    out += " --plan " + shell_quoted(plan);
  return out;
}

std::string AskedThreat::canonical(const char* onset) const {
  std::string out = threat.empty() ? "" : "--threat " + shell_quoted(threat);
  const std::pair<const char*, const std::string&> options[] = {{"--target", aim.target},
                                                                {onset, aim.onset},
                                                                {"--duration", aim.duration},
                                                                {"--world", world},
                                                                {"--catalogue", catalogue}};
  for (const auto& [name, value] : options)
    if (!value.empty())
      out += fmt::format("{}{} {}", out.empty() ? "" : " ", name, shell_quoted(value));
  return out;
}

std::string AskedBranch::canonical() const {
  std::string out;
  for (const std::string& moment : at)
    out += " --at " + shell_quoted(moment);
  for (const std::string& option : options)
    out += " --option " + shell_quoted(option);
  return out;
}

std::string AskedYear::canonical() const {
  return fmt::format("--year{}{}{}", no_failures ? " --no-failures" : "",
                     criteria.empty() ? "" : " --criteria " + shell_quoted(criteria),
                     record.empty() ? "" : " --record " + shell_quoted(record));
}

std::string Asked::subject() const {
  if (year.year) {
    const std::string where = threat.canonical();
    return year.canonical() + (where.empty() ? "" : " ") + where;
  }
  const std::string file = scenario.empty() ? "" : shell_quoted(scenario);
  const char* const onset = branch.future ? "--onset" : "--at";
  const std::string aimed = threat.threat.empty() ? "" : threat.canonical(onset);
  return file + (file.empty() || aimed.empty() ? "" : " ") + aimed;
}

std::string Asked::command() const {
  const std::string settings = world.canonical();
  const std::string rows = calls > 0 ? fmt::format(" --calls {}", calls) : "";
  if (branch.future)
    return fmt::format("uitwijk branch {} -n {} --seed {}{}{}", subject(), replications, seed,
                       settings, branch.canonical());
  if (replication)
    return fmt::format("uitwijk run {} --seed {} --replication {}{}{}", subject(), seed,
                       *replication, settings, rows);
  return fmt::format("uitwijk run {} -n {} --seed {}{}{}{}{}", subject(), replications, seed,
                     precision.empty() ? "" : " --precision " + precision, settings, rows,
                     draws > 0 ? fmt::format(" --uncertain {}", draws) : "");
}

std::string Asked::varied() const {
  const std::size_t first = std::min(common_settings, world.set.size());
  const auto own = std::span(world.set).subspan(first);
  const std::string set = fmt::format("{}", fmt::join(own, ", ")),
                    what = branch.future.value_or("");
  return set + (set.empty() || what.empty() ? "" : ", ") + what;
}

std::string Asked::common() const {
  const auto shared = std::span(world.set).first(std::min(common_settings, world.set.size()));
  return fmt::format("{}", fmt::join(shared, ", "));
}

std::string shell_quoted(const std::string& word) {
  std::string out = "'";
  bool plain = !word.empty();
  for (const char c : word) {
    plain = plain && (std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                      std::string_view("_-./=:,@%+").find(c) != std::string_view::npos);
    out += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return plain ? word : out + "'";
}

}  // namespace studies
